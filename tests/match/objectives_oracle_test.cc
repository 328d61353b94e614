// The objectives against enumeration of all matchings, by their definitions in words; every answer must also prove itself.
#include <cstdint>
#include <vector>

#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/objectives.h"
#include "jobcarve/match/objectives_certificate.h"
#include "support/enumeration.h"
#include "support/graph_builders.h"
#include "support/objective_oracles.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::Describe;
using test::Worth;
using test::WorthOf;
using Tiers = IndexedVector<LeftIndex, int32_t>;

testing::AssertionResult IsBest(const BipartiteGraph& graph, const LevelMatching& matching, const absl::Status& proof,
                                const WorthOf& worth_of) {
  if (!proof.ok()) {
    return test::IsOk(proof) << " for " << Describe(graph);
  }
  const Worth best = test::BestByEnumeration(graph, worth_of);
  const Worth worth = worth_of(matching.edges);
  if (worth != best) {
    return testing::AssertionFailure() << "worth " << absl::StrJoin(worth, ",") << " but the best is " << absl::StrJoin(best, ",")
                                       << " for " << Describe(graph);
  }
  return testing::AssertionSuccess();
}

testing::AssertionResult AgreesOnPlacements(const BipartiteGraph& graph) {
  const absl::StatusOr<LevelMatching> matching = MatchMostPlacements(graph);
  return !matching.ok() ? test::IsOk(matching.status())
                        : IsBest(graph, *matching, VerifyMostPlacements(graph, *matching),
                                 [&](std::span<const EdgeIndex> edges) { return test::PlacementWorth(graph, edges); });
}

testing::AssertionResult AgreesOnPriority(const BipartiteGraph& graph, const Tiers& tiers) {
  const absl::StatusOr<LevelMatching> matching = MatchByPriority(graph, tiers);
  return !matching.ok() ? test::IsOk(matching.status())
                        : IsBest(graph, *matching, VerifyByPriority(graph, tiers, *matching),
                                 [&](std::span<const EdgeIndex> edges) { return test::PriorityWorth(graph, tiers, edges); })
                              << " tiers " << absl::StrJoin(tiers, ",");
}

testing::AssertionResult AgreesOnFairness(const BipartiteGraph& graph) {
  const absl::StatusOr<LevelMatching> matching = MatchFairest(graph);
  return !matching.ok() ? test::IsOk(matching.status())
                        : IsBest(graph, *matching, VerifyFairest(graph, *matching),
                                 [&](std::span<const EdgeIndex> edges) { return test::FairWorth(graph, edges); });
}

// Everybody has a choice and places are about enough: prices run far.
BipartiteGraph TightGraph(int64_t max_weight, Rng& rng) {
  test::GraphLiteral literal = {.left_count = static_cast<size_t>(rng.Between(4, 7)), .capacities = {}, .edges = {}};
  while (literal.capacities.size() < 4) {
    literal.capacities.push_back(static_cast<int32_t>(rng.Between(1, 2)));
  }
  for (size_t left = 0; left < literal.left_count; ++left) {
    for (int64_t degree = rng.Between(1, 3); degree > 0; --degree) {
      literal.edges.push_back({.left = left, .right = static_cast<size_t>(rng.Below(4)), .weight = rng.Between(1, max_weight)});
    }
  }
  return test::GraphOf(literal);
}

// Small graphs of many kinds: ties, negative and zero weights, parallel edges, capacity 0 and above the degree, greatest weights.
BipartiteGraph GraphNumber(uint64_t seed) {
  Rng rng(seed);
  const int64_t max_weight = seed % 4 == 0 ? 2 : seed % 4 == 1 ? 5 : seed % 4 == 2 ? 40 : kMaxWeight;
  if (seed % 5 < 3) {
    return TightGraph(max_weight, rng);
  }
  return test::RandomGraph({.max_lefts = 8,
                            .max_rights = 6,
                            .max_capacity = seed % 2 == 0 ? 1 : 3,
                            .max_edges = 18,
                            .min_weight = seed % 7 == 0 ? -3 : 1,
                            .max_weight = max_weight},
                           rng);
}

TEST(ObjectivesOracleTest, MostPlacementsAgreesWithEnumeration) {
  for (uint64_t seed = 0; seed < 8000; ++seed) {
    ASSERT_TRUE(AgreesOnPlacements(GraphNumber(seed))) << "seed " << seed;
  }
}

TEST(ObjectivesOracleTest, ByPriorityAgreesWithEnumeration) {
  for (uint64_t seed = 0; seed < 8000; ++seed) {
    const BipartiteGraph graph = GraphNumber(seed);
    Rng rng(seed + 1'000'000);
    Tiers tiers(graph.left_count(), 0);
    const int64_t tier_count = seed % 6 == 0 ? 100 : rng.Between(1, 4);  // Often as many as nodes.
    for (int32_t& tier : tiers) {
      tier = static_cast<int32_t>(rng.Between(-1, tier_count - 2));
    }
    ASSERT_TRUE(AgreesOnPriority(graph, tiers)) << "seed " << seed;
  }
}

TEST(ObjectivesOracleTest, FairestAgreesWithEnumeration) {
  for (uint64_t seed = 0; seed < 12000; ++seed) {
    ASSERT_TRUE(AgreesOnFairness(GraphNumber(seed))) << "seed " << seed;
  }
}

// Every graph of 3 left and 2 right nodes whose pairs are absent or weigh 1 .. 3, with capacities 0 .. 2.
TEST(ObjectivesOracleTest, AllSmallGraphsAgreeWithEnumeration) {
  for (const test::GraphLiteral& literal :
       test::AllGraphs({.left_count = 3, .right_count = 2, .max_weight = 3, .max_capacity = 2})) {
    const BipartiteGraph graph = test::GraphOf(literal);
    ASSERT_TRUE(AgreesOnPlacements(graph));
    ASSERT_TRUE(AgreesOnFairness(graph));
    ASSERT_TRUE(AgreesOnPriority(graph, Tiers(std::vector<int32_t>{0, 1, 2})));
    ASSERT_TRUE(AgreesOnPriority(graph, Tiers(std::vector<int32_t>{1, 0, 1})));
  }
}

}  // namespace
}  // namespace jobcarve
