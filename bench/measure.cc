#include "measure.h"

#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <utility>

#include "child.h"
#include "jobcarve/base/check.h"

namespace jobcarve::bench {
namespace {

struct Pair {
  uint32_t node = 0;
  int32_t weight = 0;
};
static_assert(sizeof(Pair) == 8);

int64_t SumOfWeights(const std::vector<Pair>& pairs) {
  int64_t sum = 0;
  for (const Pair& pair : pairs) {
    sum += pair.weight;
  }
  return sum;
}

// "VmRSS", memory in use, or "VmHWM", the most there has been; in bytes. Linux only.
int64_t MemoryFigure(const std::string& name) {
  std::ifstream status("/proc/self/status");
  std::string word;
  int64_t kilobytes = 0;
  while (status >> word) {
    if (word == name + ":" && status >> kilobytes) {
      return 1024 * kilobytes;
    }
  }
  return 0;
}

}  // namespace

double MedianOf(std::vector<double> values) {
  JOBCARVE_CHECK(!values.empty());
  const auto middle = values.begin() + static_cast<ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Seconds StreamingPass(size_t edge_count) {
  constexpr size_t kSamples = 15;
  constexpr size_t kEdgesPerSample = 1'000'000;  // Short passes are timed many at once.
  std::vector<Pair> pairs(std::max<size_t>(1, edge_count));
  for (size_t i = 0; i < pairs.size(); ++i) {
    pairs[i] = {.node = static_cast<uint32_t>(i), .weight = static_cast<int32_t>(i % 1'000'003)};
  }
  volatile int64_t sink = SumOfWeights(pairs);
  const size_t passes = 1 + kEdgesPerSample / pairs.size();
  std::vector<double> wall;
  std::vector<double> cpu;
  for (size_t sample = 0; sample < kSamples; ++sample) {
    const Stopwatch stopwatch;
    for (size_t pass = 0; pass < passes; ++pass) {
      pairs[pass % pairs.size()].weight ^= 1;  // No sum is known beforehand.
      sink = SumOfWeights(pairs);
    }
    const Seconds seconds = stopwatch.Elapsed();
    wall.push_back(seconds.wall / static_cast<double>(passes));
    cpu.push_back(seconds.cpu / static_cast<double>(passes));
  }
  static_cast<void>(sink);
  return {MedianOf(std::move(wall)), MedianOf(std::move(cpu))};
}

size_t GraphBytes(const BipartiteGraph& graph) {
  return 8 * graph.edge_count() + 8 * (graph.left_count() + 1) + 4 * graph.right_count();
}

absl::StatusOr<int64_t> PeakBytesOf(double limit_seconds, const std::function<void()>& run) {
  return InChild<int64_t>(limit_seconds, [&run] {
    malloc_trim(0);  // What was freed before must not be there to be taken again unseen.
    const int64_t before = MemoryFigure("VmRSS");
    run();
    return std::max<int64_t>(0, MemoryFigure("VmHWM") - before);
  });
}

}  // namespace jobcarve::bench
