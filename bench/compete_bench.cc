// compete_bench [small|medium|large|all] [seeds] [threads] [seconds]: Compete on synthetic carving markets, a row for each
// market. Every answer is verified. With seconds, GLPK gets that long for each market, and its best value and bound stand beside
// ours.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "jobcarve/base/check.h"
#include "jobcarve/compete/compete.h"
#include "jobcarve/compete/verify_competition.h"
#include "support/carving_market.h"
#include "support/competition_programs.h"

namespace jobcarve::bench {
namespace {

struct Row {
  const char* size;
  const char* name;
  test::CarvingMarketSpec spec;
};

// The rows of the table in README.md. 12 units are an hour.
std::vector<Row> Rows() {
  return {
      {"small", "8, 1x24, loose", {.agent_count = 8, .pool_size = 24}},
      {"small",
       "10, 2x20, loose, pairs",
       {.agent_count = 10, .pool_count = 2, .pool_size = 20, .pools_per_agent = 2, .permille_of_pairs = 200}},
      {"small", "8, 1x24, loose, corr.", {.agent_count = 8, .pool_size = 24, .is_correlated = true}},
      {"small", "8, 1x30, 1 h", {.agent_count = 8, .pool_size = 30, .window_units = 12}},
      {"small",
       "8, 1x30, 1 h, dear, corr.",
       {.agent_count = 8, .pool_size = 30, .window_units = 12, .is_correlated = true, .cost_percent = 300}},
      {"medium", "60, 2x60, loose", {.agent_count = 60, .pool_count = 2, .pool_size = 60, .pools_per_agent = 2}},
      {"medium", "20, 1x80, 1 h", {.agent_count = 20, .pool_size = 80, .window_units = 12}},
      {"medium", "60, 1x80, 1 h", {.agent_count = 60, .pool_size = 80, .window_units = 12}},
      {"medium",
       "40, 2x60, 1 h, dear, pairs",
       {.agent_count = 40,
        .pool_count = 2,
        .pool_size = 60,
        .pools_per_agent = 2,
        .window_units = 12,
        .cost_percent = 300,
        .permille_of_pairs = 500}},
      {"large",
       "300, 20x60, 4 each, 2 h",
       {.agent_count = 300, .pool_count = 20, .pool_size = 60, .pools_per_agent = 4, .window_units = 24}},
      {"large",
       "1000, 200x60, 8 each, 2 h",
       {.agent_count = 1000, .pool_count = 200, .pool_size = 60, .pools_per_agent = 8, .window_units = 24}},
  };
}

void Measure(const Row& row, uint64_t seed, int threads, int glpk_seconds) {
  test::CarvingMarketSpec spec = row.spec;
  spec.seed = seed;
  const test::CarvingMarket market(spec);
  const auto start = std::chrono::steady_clock::now();
  const absl::StatusOr<Competition> competition = Compete(market, {}, {.threads = threads});
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  const int64_t calls = market.calls();
  JOBCARVE_CHECK(competition.ok());
  JOBCARVE_CHECK(VerifyCompetition(market, *competition).ok());
  const double gap = 100 * static_cast<double>(competition->bound - competition->value) / static_cast<double>(competition->bound);
  std::printf("%-27s %4lld %12lld %12lld %8.4f %8lld %7.2f", row.name, static_cast<long long>(seed),
              static_cast<long long>(competition->value), static_cast<long long>(competition->bound), gap,
              static_cast<long long>(calls), taken.count());
  if (glpk_seconds > 0) {
    const test::ProgramAnswer program = SolveProgram(market, glpk_seconds);
    std::printf(" %12lld %12lld", static_cast<long long>(program.value), static_cast<long long>(program.bound));
  }
  std::printf("\n");
  std::fflush(stdout);
}

int Run(const std::vector<std::string>& words) {
  const std::string size = words.empty() ? "small" : words[0];
  std::vector<int> numbers = {1, 1, 0};  // Seeds, threads, seconds.
  for (size_t i = 1; i < words.size(); ++i) {
    if (i > numbers.size() || !absl::SimpleAtoi(words[i], &numbers[i - 1])) {
      std::fprintf(stderr, "usage: compete_bench [small|medium|large|all] [seeds] [threads] [seconds of GLPK]\n");
      return 2;
    }
  }
  std::printf("%-27s %4s %12s %12s %8s %8s %7s%s\n", "agents, pools x tasks, hours", "seed", "value", "bound", "gap %", "calls",
              "s", numbers[2] > 0 ? "   GLPK value   GLPK bound" : "");
  for (const Row& row : Rows()) {
    for (int seed = 1; seed <= numbers[0] && (size == "all" || size == row.size); ++seed) {
      Measure(row, static_cast<uint64_t>(seed), numbers[1], numbers[2]);
    }
  }
  return 0;
}

}  // namespace
}  // namespace jobcarve::bench

int main(int argc, char** argv) {
  return jobcarve::bench::Run(std::vector<std::string>(argv + 1, argv + argc));
}
