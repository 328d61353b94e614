#include "jobcarve/match/objectives.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/match.h"
#include "jobcarve/match/objectives_certificate.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphLiteral;
using test::GraphOf;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using Tiers = IndexedVector<LeftIndex, int32_t>;

Tiers TiersOf(std::vector<int32_t> tiers) {
  return Tiers(std::move(tiers));
}

// Every matching of these tests must prove itself.
absl::StatusOr<LevelMatching> ProvenPlacements(const BipartiteGraph& graph) {
  JOBCARVE_ASSIGN_OR_RETURN(LevelMatching matching, MatchMostPlacements(graph));
  JOBCARVE_RETURN_IF_ERROR(VerifyMostPlacements(graph, matching));
  return matching;
}
absl::StatusOr<LevelMatching> ProvenPriority(const BipartiteGraph& graph, const Tiers& tiers) {
  JOBCARVE_ASSIGN_OR_RETURN(LevelMatching matching, MatchByPriority(graph, tiers));
  JOBCARVE_RETURN_IF_ERROR(VerifyByPriority(graph, tiers, matching));
  return matching;
}
absl::StatusOr<LevelMatching> ProvenFairest(const BipartiteGraph& graph) {
  JOBCARVE_ASSIGN_OR_RETURN(LevelMatching matching, MatchFairest(graph));
  JOBCARVE_RETURN_IF_ERROR(VerifyFairest(graph, matching));
  return matching;
}

std::vector<std::pair<size_t, size_t>> PairsOf(const BipartiteGraph& graph, const LevelMatching& matching) {
  std::vector<std::pair<size_t, size_t>> pairs;
  for (const EdgeIndex edge : matching.edges) {
    pairs.push_back({graph.left(edge).value(), graph.right(edge).value()});
  }
  return pairs;
}

//   0 --9-- 0(1)      The heaviest matching is 0 alone, 9. Both can be placed for 3 + 4.
//    \--3-- 1(1)
//   1 --4-- 0
class ThreeEdgesTest : public testing::Test {
 protected:
  const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 9}, {0, 1, 3}, {1, 0, 4}}});
};

TEST_F(ThreeEdgesTest, MostPlacementsGivesUpWeightForAMatch) {
  ASSERT_OK_AND_ASSIGN(const LevelMatching matching, ProvenPlacements(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_EQ(matching.total, 7);
  EXPECT_THAT(matching.level_totals, ElementsAre(2, 7));
}

TEST_F(ThreeEdgesTest, ByPriorityTheFirstTierIsServedAsIfItWereAlone) {
  ASSERT_OK_AND_ASSIGN(const LevelMatching zero_first, ProvenPriority(graph, TiersOf({0, 1})));
  EXPECT_THAT(PairsOf(graph, zero_first), ElementsAre(Pair(0, 0)));
  EXPECT_THAT(zero_first.level_totals, ElementsAre(9, 0));
  ASSERT_OK_AND_ASSIGN(const LevelMatching one_first, ProvenPriority(graph, TiersOf({40, -7})));
  EXPECT_THAT(PairsOf(graph, one_first), ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_THAT(one_first.level_totals, ElementsAre(4, 3));
}

TEST_F(ThreeEdgesTest, FairestLeavesNobodyOut) {
  ASSERT_OK_AND_ASSIGN(const LevelMatching matching, ProvenFairest(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_THAT(matching.level_totals, ElementsAre(2, -1, -1));  // Two edges; one of weight 3, one of 4.
}

//   0 --9-- 0(1)      Two ways to place both: 9 + 1 = 10, or 4 + 4 = 8.
//    \--4-- 1(1)
//   1 --4-- 0
//    \--1-- 1
TEST(MatchFairestTest, RaisesTheWorstOffAtTheCostOfTheTotal) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 9}, {0, 1, 4}, {1, 0, 4}, {1, 1, 1}}});
  ASSERT_OK_AND_ASSIGN(const LevelMatching most, ProvenPlacements(graph));
  EXPECT_EQ(most.total, 10);
  ASSERT_OK_AND_ASSIGN(const LevelMatching fair, ProvenFairest(graph));
  EXPECT_THAT(PairsOf(graph, fair), ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_EQ(fair.total, 8);
}

//   0 --1-- 0(1)      The worst off cannot be helped; then the next worst counts: 0 and 1 with 1, 3; 2 with 5 or 2.
//   1 --3-- 1(1)
//    \--2-- 2(1)
//   2 --5-- 2
//    \--2-- 1
TEST(MatchFairestTest, LooksPastTheWorstOffWhomNothingCanHelp) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 3, .capacities = {1, 1, 1}, .edges = {{0, 0, 1}, {1, 1, 3}, {1, 2, 2}, {2, 2, 5}, {2, 1, 2}}});
  ASSERT_OK_AND_ASSIGN(const LevelMatching matching, ProvenFairest(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(0, 0), Pair(1, 1), Pair(2, 2)));
}

// An unmatched node comes in for a matched one: one place, and who is worth more there takes it.
TEST(MatchFairestTest, ExchangesWhoIsMatched) {
  const BipartiteGraph graph = GraphOf({.left_count = 3, .capacities = {1}, .edges = {{0, 0, 2}, {1, 0, 7}, {2, 0, 5}}});
  ASSERT_OK_AND_ASSIGN(const LevelMatching matching, ProvenFairest(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(1, 0)));
}

TEST(ObjectivesTest, EdgesWithoutWorthAreNeverChosen) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 3, .capacities = {3, 0}, .edges = {{0, 0, 0}, {1, 0, -4}, {2, 0, 1}, {0, 1, 5}}});
  ASSERT_OK_AND_ASSIGN(const LevelMatching most, ProvenPlacements(graph));
  EXPECT_THAT(PairsOf(graph, most), ElementsAre(Pair(2, 0)));
  ASSERT_OK_AND_ASSIGN(const LevelMatching first, ProvenPriority(graph, TiersOf({0, 1, 2})));
  EXPECT_THAT(PairsOf(graph, first), ElementsAre(Pair(2, 0)));
  EXPECT_THAT(first.level_totals, ElementsAre(0, 0, 1));
  ASSERT_OK_AND_ASSIGN(const LevelMatching fair, ProvenFairest(graph));
  EXPECT_THAT(PairsOf(graph, fair), ElementsAre(Pair(2, 0)));
  EXPECT_THAT(fair.level_totals, ElementsAre(1));
}

TEST(ObjectivesTest, GraphsWithoutNodesOrEdgesHaveTheirLevelsToo) {
  const BipartiteGraph nobody = GraphOf({.left_count = 0, .capacities = {1}});
  const BipartiteGraph nothing = GraphOf({.left_count = 2, .capacities = {}});
  for (const BipartiteGraph& graph : {nobody, nothing}) {
    ASSERT_OK_AND_ASSIGN(const LevelMatching most, ProvenPlacements(graph));
    EXPECT_THAT(most.level_totals, ElementsAre(0, 0));
    ASSERT_OK_AND_ASSIGN(const LevelMatching fair, ProvenFairest(graph));
    EXPECT_THAT(fair.level_totals, ElementsAre(0));
  }
  ASSERT_OK_AND_ASSIGN(const LevelMatching first, ProvenPriority(nobody, Tiers()));
  EXPECT_THAT(first.level_totals, IsEmpty());
}

TEST(ObjectivesTest, OneTierIsTheHeaviestMatching) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph({.max_lefts = 30, .max_rights = 12, .max_edges = 150, .max_weight = 30}, rng);
    ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
    ASSERT_OK_AND_ASSIGN(const LevelMatching first, ProvenPriority(graph, Tiers(graph.left_count(), 5)));
    ASSERT_EQ(first.total, matching.total) << "seed " << seed;
  }
}

TEST(ObjectivesTest, WithEqualWeightsMostPlacementsIsTheHeaviestMatching) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph =
        test::RandomGraph({.max_lefts = 30, .max_rights = 12, .max_edges = 80, .min_weight = 7, .max_weight = 7}, rng);
    ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
    ASSERT_OK_AND_ASSIGN(const LevelMatching most, ProvenPlacements(graph));
    ASSERT_EQ(most.total, matching.total) << "seed " << seed;
    ASSERT_OK_AND_ASSIGN(const LevelMatching fair, ProvenFairest(graph));
    ASSERT_EQ(fair.total, matching.total) << "seed " << seed;
  }
}

// The same graph with its nodes and edges in another order; tiers go along.
BipartiteGraph Permuted(const BipartiteGraph& graph, Tiers& tiers, Rng& rng) {
  GraphLiteral literal = test::LiteralOf(graph);
  std::vector<size_t> lefts(graph.left_count());
  std::vector<size_t> rights(graph.right_count());
  for (size_t left = 0; left < lefts.size(); ++left) {
    lefts[left] = left;
  }
  for (size_t right = 0; right < rights.size(); ++right) {
    rights[right] = right;
  }
  rng.Shuffle(lefts);
  rng.Shuffle(rights);
  rng.Shuffle(literal.edges);
  const Tiers old_tiers = tiers;
  for (size_t left = 0; left < lefts.size(); ++left) {
    tiers[LeftIndex(lefts[left])] = old_tiers[LeftIndex(left)];
  }
  for (test::EdgeLiteral& edge : literal.edges) {
    edge.left = lefts[edge.left];
    edge.right = rights[edge.right];
  }
  for (size_t right = 0; right < rights.size(); ++right) {
    literal.capacities[rights[right]] = graph.capacity(RightIndex(right));
  }
  return GraphOf(literal);
}

TEST(ObjectivesTest, OtherNumbersForTheNodesGiveEqualTotalsOnEveryLevel) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph =
        test::RandomGraph({.max_lefts = 40, .max_rights = 15, .max_edges = 200, .max_weight = seed % 2 == 0 ? 6 : 1000}, rng);
    Tiers tiers(graph.left_count(), 0);
    for (int32_t& tier : tiers) {
      tier = static_cast<int32_t>(rng.Below(seed % 3 == 0 ? 100 : 3));
    }
    Tiers other_tiers = tiers;
    const BipartiteGraph other = Permuted(graph, other_tiers, rng);
    ASSERT_OK_AND_ASSIGN(const LevelMatching most, ProvenPlacements(graph));
    ASSERT_OK_AND_ASSIGN(const LevelMatching other_most, ProvenPlacements(other));
    ASSERT_EQ(most.level_totals, other_most.level_totals) << "seed " << seed;
    ASSERT_OK_AND_ASSIGN(const LevelMatching first, ProvenPriority(graph, tiers));
    ASSERT_OK_AND_ASSIGN(const LevelMatching other_first, ProvenPriority(other, other_tiers));
    ASSERT_EQ(first.level_totals, other_first.level_totals) << "seed " << seed;
    ASSERT_OK_AND_ASSIGN(const LevelMatching fair, ProvenFairest(graph));
    ASSERT_OK_AND_ASSIGN(const LevelMatching other_fair, ProvenFairest(other));
    ASSERT_EQ(fair.level_totals, other_fair.level_totals) << "seed " << seed;
  }
}

TEST(ObjectivesTest, EqualGraphsGiveEqualMatchingsAndPrices) {
  Rng rng(11);
  const BipartiteGraph graph =
      test::RandomGraph({.max_lefts = 300, .max_rights = 100, .max_capacity = 4, .max_edges = 3000, .max_weight = 20}, rng);
  const BipartiteGraph copy = GraphOf(test::LiteralOf(graph));
  const Tiers tiers(graph.left_count(), 0);
  EXPECT_EQ(*ProvenPlacements(graph), *ProvenPlacements(copy));
  EXPECT_EQ(*ProvenPriority(graph, tiers), *ProvenPriority(copy, tiers));
  EXPECT_EQ(*ProvenFairest(graph), *ProvenFairest(copy));
}

//   0 - 0 - 1 - 1 - 2 - 2 - ... - 1999     One path through all nodes; the prices of the second level grow along it.
TEST(ObjectivesTest, PricesMayGrowAlongAChainWithoutOverflow) {
  constexpr size_t kLength = 2000;
  GraphLiteral literal = {.left_count = kLength, .capacities = std::vector<int32_t>(kLength, 1), .edges = {}};
  for (size_t left = 0; left < kLength; ++left) {
    literal.edges.push_back({left, left, 1});
    if (left + 1 < kLength) {
      literal.edges.push_back({left, left + 1, kMaxWeight});
    }
  }
  const BipartiteGraph graph = GraphOf(literal);
  ASSERT_OK_AND_ASSIGN(const LevelMatching most, ProvenPlacements(graph));
  EXPECT_THAT(most.level_totals, ElementsAre(2000, 2000));
  ASSERT_OK_AND_ASSIGN(const LevelMatching fair, ProvenFairest(graph));
  EXPECT_THAT(fair.level_totals, ElementsAre(2000, -2000));
}

TEST(ObjectivesTest, RefusesWeightsThatPricesCouldNotHold) {
  const size_t node_count = size_t{1} << 20;
  const BipartiteGraph graph = GraphOf(
      {.left_count = node_count, .capacities = std::vector<int32_t>(node_count, 1), .edges = {{0, 0, kMaxWeight}, {1, 0, 7}}});
  const std::string refusal =
      "weights: the greatest is 1099511627776; exact prices for 1048576 nodes on the smaller side allow 1099510579200";
  const absl::Status most = MatchMostPlacements(graph).status();
  EXPECT_EQ(most.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(most.message(), refusal);
  Tiers tiers(node_count, 0);
  EXPECT_OK(MatchByPriority(graph, tiers));  // One tier is Match, whose prices do not grow.
  tiers[LeftIndex(1)] = 1;
  EXPECT_EQ(MatchByPriority(graph, tiers).status().message(), refusal);
  EXPECT_OK(ProvenFairest(graph));  // Works on ranks.
}

TEST(ObjectivesTest, RefusesAnotherNumberOfTiersThanLeftNodes) {
  const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {1}, .edges = {}});
  const absl::Status status = MatchByPriority(graph, TiersOf({1})).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message(), "tiers: 1 of them for 2 left nodes");
}

}  // namespace
}  // namespace jobcarve
