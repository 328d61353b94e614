// Bytes become a small graph with tiers. Each objective must prove its answer; tiny graphs are also enumerated.
//
// Byte 0: left nodes; byte 1: right nodes; byte 2: how weights are stretched; then one capacity per right node, one tier per left
// node, then edges of three bytes each: left, right, weight.
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "fuzz/bytes.h"
#include "jobcarve/base/check.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/objectives.h"
#include "jobcarve/match/objectives_certificate.h"
#include "support/enumeration.h"
#include "support/objective_oracles.h"

namespace jobcarve {
namespace {

using test::Bytes;

constexpr size_t kMaxNodes = 40;
constexpr double kMaxEnumerated = 1e3;  // Ways to give each left node one of its edges or none.

struct TieredGraph {
  BipartiteGraph graph;
  IndexedVector<LeftIndex, int32_t> tiers;
};

// Few different weights, around 0, or up to the greatest.
int64_t WeightOf(uint8_t byte, uint8_t stretch) {
  const int64_t small = static_cast<int64_t>(byte) - 16;
  if (stretch % 3 == 0) {
    return small / 32;
  }
  return stretch % 3 == 1 ? small : small * (kMaxWeight / 256);
}

TieredGraph GraphFrom(Bytes bytes) {
  const size_t left_count = bytes.Next() % kMaxNodes;
  const size_t right_count = bytes.Next() % kMaxNodes;
  const uint8_t stretch = bytes.Next();
  std::vector<int32_t> capacities;
  for (size_t right = 0; right < right_count; ++right) {
    const uint8_t capacity = bytes.Next();
    capacities.push_back(capacity == 255 ? INT32_MAX : capacity % 5);
  }
  TieredGraph made = {.graph = {}, .tiers = IndexedVector<LeftIndex, int32_t>(left_count, 0)};
  for (int32_t& tier : made.tiers) {
    tier = static_cast<int32_t>(bytes.Next()) - 128;
  }
  std::vector<Edge> edges;
  while (!bytes.empty() && left_count > 0 && right_count > 0) {
    const LeftIndex left(bytes.Next() % left_count);
    const RightIndex right(bytes.Next() % right_count);
    edges.push_back({.left = left, .right = right, .weight = WeightOf(bytes.Next(), stretch)});
  }
  absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(left_count, std::move(capacities), edges);
  JOBCARVE_CHECK(graph.ok());
  made.graph = *std::move(graph);
  return made;
}

void CheckBest(const BipartiteGraph& graph, const LevelMatching& matching, const test::WorthOf& worth_of) {
  JOBCARVE_CHECK(test::MatchingsAtMost(graph) > kMaxEnumerated ||
                 worth_of(matching.edges) == test::BestByEnumeration(graph, worth_of));
}

void CheckObjectives(const TieredGraph& input) {
  using Edges = std::span<const EdgeIndex>;
  const BipartiteGraph& graph = input.graph;
  const absl::StatusOr<LevelMatching> most = MatchMostPlacements(graph);
  JOBCARVE_CHECK(most.ok() && VerifyMostPlacements(graph, *most).ok());
  CheckBest(graph, *most, [&graph](Edges edges) { return test::PlacementWorth(graph, edges); });
  const absl::StatusOr<LevelMatching> first = MatchByPriority(graph, input.tiers);
  JOBCARVE_CHECK(first.ok() && VerifyByPriority(graph, input.tiers, *first).ok());
  CheckBest(graph, *first, [&input](Edges edges) { return test::PriorityWorth(input.graph, input.tiers, edges); });
  const absl::StatusOr<LevelMatching> fair = MatchFairest(graph);
  JOBCARVE_CHECK(fair.ok() && VerifyFairest(graph, *fair).ok());
  CheckBest(graph, *fair, [&graph](Edges edges) { return test::FairWorth(graph, edges); });
}

}  // namespace
}  // namespace jobcarve

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  jobcarve::CheckObjectives(jobcarve::GraphFrom(jobcarve::test::Bytes(std::span(bytes, size))));
  return 0;
}
