// Bytes become a small graph with two scores for each edge. Both variants must pass the checker; where it is small enough, the
// answers are among all stable matchings.
//
// Byte 0: left nodes; byte 1: right nodes; then one capacity per right node; then edges of four bytes each: left, right, and
// the two scores as signed numbers.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "jobcarve/base/check.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/stable.h"
#include "jobcarve/match/verify_stable.h"
#include "support/enumeration.h"
#include "support/stable_oracle.h"

namespace jobcarve {
namespace {

constexpr size_t kMaxNodes = 32;
constexpr double kMaxEnumerated = 2e3;  // Ways to give each left node one of its edges or none.

struct Market {
  BipartiteGraph graph;
  std::vector<int64_t> right_scores;
};

struct ScoredEdge {
  Edge edge;
  int64_t right_score = 0;
};

int64_t ScoreOf(uint8_t byte) {
  return static_cast<int8_t>(byte);
}

// BipartiteGraph orders edges by left node; so must we, or the scores would be given to others.
Market MarketFrom(std::span<const uint8_t> bytes) {
  const size_t left_count = bytes.size() > 1 ? bytes[0] % kMaxNodes : 0;
  const size_t right_count = bytes.size() > 1 ? bytes[1] % kMaxNodes : 0;
  size_t at = std::min<size_t>(bytes.size(), 2);
  std::vector<int32_t> capacities(right_count, 1);
  for (size_t right = 0; right < right_count && at < bytes.size(); ++right, ++at) {
    capacities[right] = bytes[at] == 255 ? INT32_MAX : bytes[at] % 7;
  }
  std::vector<ScoredEdge> scored;
  for (; at + 4 <= bytes.size() && left_count > 0 && right_count > 0; at += 4) {
    scored.push_back({.edge = {.left = LeftIndex(bytes[at] % left_count),
                               .right = RightIndex(bytes[at + 1] % right_count),
                               .weight = ScoreOf(bytes[at + 2])},
                      .right_score = ScoreOf(bytes[at + 3])});
  }
  std::stable_sort(scored.begin(), scored.end(),
                   [](const ScoredEdge& one, const ScoredEdge& other) { return one.edge.left < other.edge.left; });
  Market market;
  std::vector<Edge> edges;
  for (const ScoredEdge& edge : scored) {
    edges.push_back(edge.edge);
    market.right_scores.push_back(edge.right_score);
  }
  absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(left_count, std::move(capacities), edges);
  JOBCARVE_CHECK(graph.ok());
  market.graph = *std::move(graph);
  return market;
}

void CheckStable(const Market& market) {
  const StableOptions left = {.right_scores = market.right_scores, .variant = StableVariant::kLeftOptimal};
  const StableOptions right = {.right_scores = market.right_scores, .variant = StableVariant::kRightOptimal};
  const absl::StatusOr<StableMatching> for_left = MatchStable(market.graph, left);
  const absl::StatusOr<StableMatching> for_right = MatchStable(market.graph, right);
  JOBCARVE_CHECK(for_left.ok() && for_right.ok());
  JOBCARVE_CHECK(VerifyStable(market.graph, *for_left, left).ok());
  JOBCARVE_CHECK(VerifyStable(market.graph, *for_right, right).ok());
  JOBCARVE_CHECK((*for_left == *for_right) == VerifyStable(market.graph, *for_left, right).ok());
  if (test::MatchingsAtMost(market.graph) <= kMaxEnumerated) {
    const std::vector<StableMatching> stable = test::AllStable(market.graph, market.right_scores);
    JOBCARVE_CHECK(std::find(stable.begin(), stable.end(), *for_left) != stable.end());
    JOBCARVE_CHECK(std::find(stable.begin(), stable.end(), *for_right) != stable.end());
    JOBCARVE_CHECK((stable.size() == 1) == (*for_left == *for_right));
  }
}

}  // namespace
}  // namespace jobcarve

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  jobcarve::CheckStable(jobcarve::MarketFrom(std::span(bytes, size)));
  return 0;
}
