// Bytes become a small graph. Both starts of the solver, with and without `perfect`, must prove their answer; tiny graphs are
// also enumerated.
//
// Byte 0: left nodes; byte 1: right nodes; byte 2: how weights are stretched; then one capacity per right node, then edges of
// three bytes each: left, right, weight.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "fuzz/bytes.h"
#include "jobcarve/base/check.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "match/engine.h"
#include "support/enumeration.h"
#include "support/matching_oracles.h"

namespace jobcarve {
namespace {

using test::Bytes;

constexpr size_t kMaxNodes = 48;
constexpr double kMaxEnumerated = 2e3;  // Ways to give each left node one of its edges or none.

// Around 0, around the limits, or spread out between them.
int64_t WeightOf(uint8_t byte, uint8_t stretch) {
  const int64_t small = static_cast<int64_t>(byte) - 64;
  if (stretch % 3 == 0) {
    return small;
  }
  if (stretch % 3 == 1) {
    return small >= 0 ? kMaxWeight - small : -kMaxWeight - small;
  }
  return small * (kMaxWeight / 256) + stretch;
}

BipartiteGraph GraphFrom(Bytes bytes) {
  const size_t left_count = bytes.Next() % kMaxNodes;
  const size_t right_count = bytes.Next() % kMaxNodes;
  const uint8_t stretch = bytes.Next();
  std::vector<int32_t> capacities;
  for (size_t right = 0; right < right_count; ++right) {
    const uint8_t capacity = bytes.Next();
    capacities.push_back(capacity == 255 ? INT32_MAX : capacity % 7);
  }
  std::vector<Edge> edges;
  while (!bytes.empty() && left_count > 0 && right_count > 0) {
    const LeftIndex left(bytes.Next() % left_count);
    const RightIndex right(bytes.Next() % right_count);
    edges.push_back({.left = left, .right = right, .weight = WeightOf(bytes.Next(), stretch)});
  }
  absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(left_count, std::move(capacities), edges);
  JOBCARVE_CHECK(graph.ok());
  return *std::move(graph);
}

void CheckMatch(const BipartiteGraph& graph, const MatchOptions& options, match::Start start) {
  const absl::StatusOr<Matching> matching = match::MatchWith(graph, options, {.start = start});
  JOBCARVE_CHECK(matching.ok());
  JOBCARVE_CHECK(VerifyOptimal(graph, *matching, options).ok());
  if (test::MatchingsAtMost(graph) <= kMaxEnumerated) {
    const std::optional<int64_t> best = test::TotalByEnumeration(graph, options);
    JOBCARVE_CHECK(best.has_value() != matching->shortage.has_value());
    JOBCARVE_CHECK(best.value_or(0) == matching->total);
  }
}

}  // namespace
}  // namespace jobcarve

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  using jobcarve::BipartiteGraph;
  const BipartiteGraph graph = jobcarve::GraphFrom(jobcarve::test::Bytes(std::span(bytes, size)));
  for (const bool is_perfect : {false, true}) {
    for (const jobcarve::match::Start start : jobcarve::match::kAllStarts) {
      jobcarve::CheckMatch(graph, {.perfect = is_perfect}, start);
    }
  }
  return 0;
}
