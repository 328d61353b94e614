#include "jobcarve/match/match.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/match/certificate.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphLiteral;
using test::GraphOf;
using test::PairsOf;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

// Every matching of these tests must prove itself.
absl::StatusOr<Matching> ProvenMatch(const BipartiteGraph& graph, const MatchOptions& options = {}) {
  JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, Match(graph, options));
  JOBCARVE_RETURN_IF_ERROR(VerifyOptimal(graph, matching, options));
  return matching;
}

//   0 --5-- 0(1)      Both want the one place; 1 is worth more there.
//   1 --7--/
//   2 --1-- 1(1)      2 has a place of her own.
TEST(MatchTest, GivesThePlaceToTheHeavierEdgeAndLeavesTheRestAlone) {
  const BipartiteGraph graph = GraphOf({.left_count = 3, .capacities = {1, 1}, .edges = {{0, 0, 5}, {1, 0, 7}, {2, 1, 1}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(1, 0), Pair(2, 1)));
  EXPECT_EQ(matching.total, 8);
}

//   0 --9-- 0(1)      The best single edge (0,0) is not in the best set: 8 + 8 > 9 + 1.
//   0 --8-- 1(1)
//   1 --8-- 0
//   1 --1-- 1
TEST(MatchTest, GivesUpTheHeaviestEdgeForAHeavierPair) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 9}, {0, 1, 8}, {1, 0, 8}, {1, 1, 1}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_EQ(matching.total, 16);
}

//   0 --3--.
//   1 --4-- 0(2)      Two places, three who want them.
//   2 --5--'
TEST(MatchTest, FillsEveryPlaceOfARightNodeWithItsHeaviestEdges) {
  const BipartiteGraph graph = GraphOf({.left_count = 3, .capacities = {2}, .edges = {{0, 0, 3}, {1, 0, 4}, {2, 0, 5}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(1, 0), Pair(2, 0)));
}

TEST(MatchTest, NeverChoosesAnEdgeThatIsWorthNothing) {
  const BipartiteGraph graph = GraphOf({.left_count = 3, .capacities = {3}, .edges = {{0, 0, 0}, {1, 0, -4}, {2, 0, 1}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(2, 0)));
}

TEST(MatchTest, TakesTheHeavierOfTwoParallelEdgesAndTheFirstOfTwoEqualOnes) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 2}, {0, 0, 6}, {1, 1, 4}, {1, 1, 4}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_THAT(matching.edges, ElementsAre(EdgeIndex(1), EdgeIndex(2)));
}

TEST(MatchTest, MatchesNobodyWhereThereIsNothing) {
  for (const GraphLiteral& literal : std::vector<GraphLiteral>{{},
                                                               {.left_count = 3, .capacities = {}, .edges = {}},
                                                               {.left_count = 0, .capacities = {1, 0}, .edges = {}},
                                                               {.left_count = 2, .capacities = {1}, .edges = {}},
                                                               {.left_count = 1, .capacities = {0}, .edges = {{0, 0, 9}}}}) {
    const BipartiteGraph graph = GraphOf(literal);
    ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
    EXPECT_THAT(matching.edges, IsEmpty()) << test::Describe(graph);
  }
}

//   0 --9-- 0(0)      A closed right node keeps a price, since its edge must be outbid; its neighbour goes elsewhere.
//     \-2-- 1(1)
TEST(MatchTest, PricesARightNodeWithoutPlacesOutOfReach) {
  const BipartiteGraph graph = GraphOf({.left_count = 1, .capacities = {0, 1}, .edges = {{0, 0, 9}, {0, 1, 2}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(0, 1)));
  EXPECT_EQ(matching.left_prices[LeftIndex(0)], 2);
  EXPECT_EQ(matching.right_prices[RightIndex(0)], 7);
}

TEST(MatchTest, ACapacityFarAboveTheDegreeCostsNothing) {
  const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {INT32_MAX}, .edges = {{0, 0, 3}, {0, 0, 3}, {1, 0, 4}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_EQ(matching.total, 7);
  EXPECT_EQ(matching.right_prices[RightIndex(0)], 0);
}

//   0 - 0 - 1 - 1 - 2 - 2 - ... - 2999     One path through all nodes that begins and ends on the left, all weights the greatest
//   but the last one's, which is one less: prices must run along the whole path to find who stays out.
TEST(MatchTest, LongChainsOfTheGreatestWeightDoNotOverflow) {
  GraphLiteral literal = {.left_count = 3000, .capacities = std::vector<int32_t>(2999, 1), .edges = {}};
  for (size_t left = 0; left < 3000; ++left) {
    for (const size_t right : {left, left + 1}) {
      if (right >= 1 && right <= 2999) {
        literal.edges.push_back({left, right - 1, kMaxWeight - static_cast<int64_t>(left == 2999)});
      }
    }
  }
  const BipartiteGraph graph = GraphOf(literal);
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  EXPECT_EQ(matching.total, 2999 * kMaxWeight);
}

TEST(MatchTest, EqualGraphsGiveEqualMatchingsAndPrices) {
  Rng rng(11);
  const BipartiteGraph graph =
      test::RandomGraph({.max_lefts = 300, .max_rights = 100, .max_capacity = 4, .max_edges = 3000, .max_weight = 20}, rng);
  const BipartiteGraph copy = GraphOf(test::LiteralOf(graph));
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph));
  ASSERT_OK_AND_ASSIGN(const Matching again, ProvenMatch(copy));
  EXPECT_EQ(matching, again);
}

//   0 --5-- 0(1)      Nobody forced: 0 at 0 is the best, 5. Everybody forced: 1 must have 0, so 0 goes to 1 at a loss.
//    \-(-3)- 1(1)
//   1 --1-- 0
TEST(MatchPerfectTest, TakesLossesToReachEveryLeftNode) {
  const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 5}, {0, 1, -3}, {1, 0, 1}}});
  ASSERT_OK_AND_ASSIGN(const Matching free, ProvenMatch(graph));
  EXPECT_THAT(PairsOf(graph, free), ElementsAre(Pair(0, 0)));
  ASSERT_OK_AND_ASSIGN(const Matching perfect, ProvenMatch(graph, {.perfect = true}));
  EXPECT_THAT(PairsOf(graph, perfect), ElementsAre(Pair(0, 1), Pair(1, 0)));
  EXPECT_EQ(perfect.total, -2);
}

TEST(MatchPerfectTest, AGraphWithoutLeftNodesIsPerfectlyMatched) {
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(GraphOf({.left_count = 0, .capacities = {1}}), {.perfect = true}));
  EXPECT_THAT(matching.edges, IsEmpty());
  EXPECT_EQ(matching.shortage, std::nullopt);
}

//   0 --9-- 0(1)
//   1 --1--/ \-1- 3   0, 1 and 3 compete for one place; 2 is well.
//   2 --1-- 1(5)
TEST(MatchPerfectTest, NamesThoseWhoCompeteForTooFewPlaces) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 4, .capacities = {1, 5}, .edges = {{0, 0, 9}, {1, 0, 1}, {2, 1, 1}, {3, 0, 1}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph, {.perfect = true}));
  ASSERT_TRUE(matching.shortage.has_value());
  EXPECT_EQ(matching.shortage->places, 1);
  EXPECT_THAT(matching.shortage->lefts, ElementsAre(LeftIndex(0), LeftIndex(1), LeftIndex(3)));
  EXPECT_THAT(matching.edges, IsEmpty());
}

TEST(MatchPerfectTest, NamesALeftNodeWithoutEdges) {
  const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {2, 0}, .edges = {{0, 0, 9}, {1, 1, 4}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph, {.perfect = true}));
  EXPECT_EQ(matching.shortage, (Shortage{.lefts = {LeftIndex(1)}, .places = 0}));
}

// Prices of a perfect matching grow with the length of alternating paths: here one path through all nodes.
TEST(MatchPerfectTest, PricesMayGrowAlongAChainWithoutOverflow) {
  constexpr size_t kLength = 2000;
  GraphLiteral literal = {.left_count = kLength, .capacities = std::vector<int32_t>(kLength, 1), .edges = {}};
  for (size_t left = 0; left < kLength; ++left) {
    literal.edges.push_back({left, left, -kMaxWeight});
    if (left + 1 < kLength) {
      literal.edges.push_back({left, left + 1, kMaxWeight});
    }
  }
  const BipartiteGraph graph = GraphOf(literal);
  ASSERT_OK_AND_ASSIGN(const Matching matching, ProvenMatch(graph, {.perfect = true}));
  EXPECT_EQ(matching.total, -static_cast<int64_t>(kLength) * kMaxWeight);
}

TEST(MatchPerfectTest, RefusesASpreadThatPricesCouldNotHold) {
  const size_t left_count = size_t{1} << 20;
  const BipartiteGraph graph = GraphOf({.left_count = left_count, .capacities = {1}, .edges = {{0, 0, kMaxWeight}, {1, 0, -7}}});
  EXPECT_OK(Match(graph));
  const absl::Status status = Match(graph, {.perfect = true}).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message(),
            "weights: from -7 to 1099511627776 is a spread of 1099511627783; a perfect matching of 1048576 left nodes allows "
            "1099510579200");
}

}  // namespace
}  // namespace jobcarve
