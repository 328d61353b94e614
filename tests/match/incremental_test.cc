#include "jobcarve/match/incremental.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph_families.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "match/incremental_tuning.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphLiteral;
using test::GraphOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

IncrementalMatching Live(const GraphLiteral& literal) {
  const BipartiteGraph graph = GraphOf(literal);
  absl::StatusOr<IncrementalMatching> live = IncrementalMatching::Create(graph, *Match(graph));
  EXPECT_OK(live);
  return *std::move(live);
}

testing::AssertionResult IsProven(const IncrementalMatching& live) {
  const IncrementalMatching::Snapshot shown = live.Show();
  return test::IsOk(VerifyOptimal(shown.graph, shown.matching));
}

//   0 --5-- 0(1)     1 has the place. When it leaves, 0 comes; when it is back, 0 must go again.
//   1 --7--/
TEST(IncrementalTest, FillsThePlaceOfWhoLeavesAndGivesItBack) {
  IncrementalMatching live = Live({.left_count = 2, .capacities = {1}, .edges = {{0, 0, 5}, {1, 0, 7}}});
  EXPECT_EQ(live.total(), 7);
  ASSERT_OK(live.RemoveLeft(LeftIndex(1)));
  EXPECT_FALSE(live.is_optimal());
  EXPECT_THAT(live.Optimise(), ElementsAre(LeftIndex(0)));
  EXPECT_EQ(live.total(), 5);
  ASSERT_OK_AND_ASSIGN(const LeftIndex back, live.AddLeft());
  EXPECT_EQ(back, LeftIndex(1)) << "numbers of the removed are given out again";
  ASSERT_OK_AND_ASSIGN(const EdgeIndex edge, live.AddEdge({.left = back, .right = RightIndex(0), .weight = 8}));
  EXPECT_THAT(live.Optimise(), ElementsAre(LeftIndex(0), LeftIndex(1)));
  EXPECT_EQ(live.EdgeHeldBy(back), edge);
  EXPECT_EQ(live.total(), 8);
  EXPECT_TRUE(IsProven(live));
}

TEST(IncrementalTest, GrowsFromNothing) {
  IncrementalMatching live;
  EXPECT_THAT(live.Optimise(), IsEmpty());
  ASSERT_OK_AND_ASSIGN(const LeftIndex left, live.AddLeft());
  ASSERT_OK_AND_ASSIGN(const RightIndex right, live.AddRight(1));
  ASSERT_OK_AND_ASSIGN(const EdgeIndex edge, live.AddEdge({.left = left, .right = right, .weight = 3}));
  EXPECT_THAT(live.Optimise(), ElementsAre(left));
  EXPECT_EQ(live.EdgeHeldBy(left), edge);
  EXPECT_EQ(live.total(), 3);
}

//   0 --5-- 0(1)     All weights are equal. 0 is at 0, 1 at 1, 2 at 2. When place 0 closes, 0 can push out 1 or 2, which have
//   0 --5-- 1(1)     nowhere to go, or stay out itself: that moves the fewest.
//   0 --5-- 2(1)
//   1 --5-- 1,  2 --5-- 2
TEST(IncrementalTest, MovesNobodyForNothing) {
  IncrementalMatching live =
      Live({.left_count = 3, .capacities = {1, 1, 1}, .edges = {{0, 0, 5}, {0, 1, 5}, {0, 2, 5}, {1, 1, 5}, {2, 2, 5}}});
  ASSERT_EQ(live.total(), 15);
  ASSERT_OK(live.SetCapacity(RightIndex(0), 0));
  EXPECT_THAT(live.Optimise(), ElementsAre(LeftIndex(0)));
  EXPECT_EQ(live.EdgeHeldBy(LeftIndex(0)), std::nullopt);
  EXPECT_EQ(live.total(), 10);
}

//   0 --9-- 0(1)     Pinned to 1, node 0 leaves place 0 to node 1; the place that is pinned cannot be pinned twice.
//   0 --2-- 1(1)
//   1 --5-- 0,  1 --4-- 1
TEST(IncrementalTest, KeepsAPinWhateverItCosts) {
  IncrementalMatching live = Live({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 9}, {0, 1, 2}, {1, 0, 5}, {1, 1, 4}}});
  ASSERT_OK(live.Pin(EdgeIndex(1)));
  EXPECT_THAT(live.Optimise(), ElementsAre(LeftIndex(0), LeftIndex(1)));
  EXPECT_EQ(live.EdgeHeldBy(LeftIndex(0)), EdgeIndex(1));
  EXPECT_EQ(live.total(), 7);
  const IncrementalMatching::Snapshot shown = live.Show();
  EXPECT_THAT(shown.pins, ElementsAre(EdgeIndex(1)));
  EXPECT_EQ(shown.pinned_total, 2);
  EXPECT_EQ(shown.graph.capacity(RightIndex(1)), 0);
  EXPECT_OK(VerifyOptimal(shown.graph, shown.matching));
  EXPECT_THAT(std::string(live.Pin(EdgeIndex(3)).message()), HasSubstr("right node 1 has capacity 1 and 1 pins"));
  EXPECT_THAT(std::string(live.Pin(EdgeIndex(0)).message()), HasSubstr("left node 0 is pinned by edge 1"));
  EXPECT_THAT(std::string(live.SetCapacity(RightIndex(1), 0).message()), HasSubstr("below 1, the number of pins"));
  EXPECT_THAT(std::string(live.RemoveRight(RightIndex(1)).message()), HasSubstr("1 pins lead to it"));
  EXPECT_THAT(std::string(live.RemoveEdge(EdgeIndex(1)).message()), HasSubstr("it is pinned"));
  EXPECT_THAT(std::string(live.Forbid(EdgeIndex(1)).message()), HasSubstr("it is pinned"));
  EXPECT_EQ(live.Show(), shown) << "what is refused changes nothing";
  ASSERT_OK(live.Unpin(EdgeIndex(1)));
  live.Optimise();
  EXPECT_EQ(live.total(), 13);
}

TEST(IncrementalTest, LeavesOutWhatIsForbiddenUntilItIsAllowed) {
  IncrementalMatching live = Live({.left_count = 1, .capacities = {1, 1}, .edges = {{0, 0, 9}, {0, 1, 2}}});
  ASSERT_OK(live.Forbid(EdgeIndex(0)));
  live.Optimise();
  EXPECT_EQ(live.total(), 2);
  EXPECT_EQ(live.edge(EdgeIndex(0)).weight, 9);
  EXPECT_THAT(std::string(live.Pin(EdgeIndex(0)).message()), HasSubstr("it is forbidden"));
  ASSERT_OK(live.SetWeight(EdgeIndex(0), 20));
  live.Optimise();
  EXPECT_EQ(live.total(), 2);
  ASSERT_OK(live.Allow(EdgeIndex(0)));
  live.Optimise();
  EXPECT_EQ(live.total(), 20);
}

TEST(IncrementalTest, ReleasesAPairThatIsWorthNothingAnyMore) {
  IncrementalMatching live = Live({.left_count = 1, .capacities = {1}, .edges = {{0, 0, 9}}});
  ASSERT_OK(live.SetWeight(EdgeIndex(0), 0));
  EXPECT_THAT(live.Optimise(), ElementsAre(LeftIndex(0)));
  EXPECT_EQ(live.EdgeHeldBy(LeftIndex(0)), std::nullopt);
  EXPECT_EQ(live.total(), 0);
}

TEST(IncrementalTest, SaysWhichNumberIsWrong) {
  IncrementalMatching live = Live({.left_count = 1, .capacities = {1}, .edges = {{0, 0, 9}}});
  EXPECT_THAT(std::string(live.RemoveLeft(LeftIndex(1)).message()), HasSubstr("left node 1 does not exist; of 0 to 0"));
  EXPECT_THAT(std::string(live.RemoveRight(RightIndex(5)).message()), HasSubstr("right node 5 does not exist"));
  EXPECT_THAT(std::string(live.SetWeight(EdgeIndex(2), 1).message()), HasSubstr("edge 2 does not exist"));
  EXPECT_THAT(std::string(live.SetWeight(EdgeIndex(0), kMaxWeight + 1).message()), HasSubstr("weight 1099511627777 is outside"));
  EXPECT_THAT(std::string(live.AddRight(-2).status().message()), HasSubstr("capacity -2 is below 0"));
  EXPECT_TRUE(live.is_optimal());
  Matching wrong = *Match(live.Show().graph);
  wrong.right_prices[RightIndex(0)] = -1;
  EXPECT_FALSE(IncrementalMatching::Create(live.Show().graph, wrong).ok());
}

TEST(IncrementalTest, CopiesAreIndependent) {
  const IncrementalMatching live = Live({.left_count = 2, .capacities = {1}, .edges = {{0, 0, 5}, {1, 0, 7}}});
  IncrementalMatching what_if = live;
  ASSERT_OK(what_if.Pin(EdgeIndex(0)));
  what_if.Optimise();
  EXPECT_EQ(what_if.total(), 5);
  EXPECT_EQ(live.total(), 7);
}

// One right node wanted by all; chains that move everybody by one.
TEST(IncrementalTest, FollowsAHubAndAChain) {
  GraphLiteral hub = {.left_count = 300, .capacities = {100}};
  GraphLiteral chain = {.left_count = 300};
  for (size_t i = 0; i < 300; ++i) {
    hub.edges.push_back({i, 0, static_cast<int64_t>(1000 + i)});
    chain.capacities.push_back(1);
    chain.edges.push_back({i, i, 10});
    if (i > 0) {
      chain.edges.push_back({i, i - 1, 9});
    }
  }
  IncrementalMatching live = Live(hub);
  ASSERT_OK(live.SetCapacity(RightIndex(0), 250));
  EXPECT_EQ(live.Optimise().size(), 150U);
  ASSERT_OK(live.SetCapacity(RightIndex(0), 10));
  EXPECT_EQ(live.Optimise().size(), 240U);
  EXPECT_TRUE(IsProven(live));
  live = Live(chain);
  ASSERT_OK(live.SetCapacity(RightIndex(299), 0));
  live.Optimise();
  EXPECT_EQ(live.total(), 2990) << "the last gives up, or all move down by one: 299 * 10";
  ASSERT_OK(live.RemoveLeft(LeftIndex(0)));
  live.Optimise();
  EXPECT_EQ(live.total(), 299 * 9 > 298 * 10 ? 299 * 9 : 298 * 10);
  EXPECT_TRUE(IsProven(live));
}

//   0 --5-- 0(1)     0 and 1 hold a place each; place 2 becomes worth more to both at once. Its price rises, then one of them
//   0 --1-- 2(1)     goes there.
//   1 --5-- 1(1),  1 --1-- 2
TEST(IncrementalTest, CoversManyEdgesOfOneRightNodeAtOnce) {
  IncrementalMatching live =
      Live({.left_count = 2, .capacities = {1, 1, 1}, .edges = {{0, 0, 5}, {0, 2, 1}, {1, 1, 5}, {1, 2, 1}}});
  ASSERT_OK(live.SetWeight(EdgeIndex(1), 8));
  ASSERT_OK(live.SetWeight(EdgeIndex(3), 9));
  EXPECT_THAT(live.Optimise(), ElementsAre(LeftIndex(1)));
  EXPECT_EQ(live.total(), 14);
  EXPECT_TRUE(IsProven(live));
  ASSERT_OK(live.SetWeight(EdgeIndex(1), 20));
  ASSERT_OK(live.SetWeight(EdgeIndex(3), 10));
  EXPECT_THAT(live.Optimise(), ElementsAre(LeftIndex(0), LeftIndex(1)));
  EXPECT_EQ(live.total(), 25);
  EXPECT_TRUE(IsProven(live));
}

// The same changes, searched from one end and from both, and once more: equal totals, equal numbers of moves, equal runs.
TEST(IncrementalTest, FindsTheSameFromOneEndAndFromBothOnLargeGraphs) {
  for (const bench::GraphFamily family :
       {bench::GraphFamily::kContested, bench::GraphFamily::kBalanced, bench::GraphFamily::kTies, bench::GraphFamily::kGeographic,
        bench::GraphFamily::kPopular, bench::GraphFamily::kAbundant, bench::GraphFamily::kSquare}) {
    const BipartiteGraph graph = bench::MakeGraph({.family = family, .left_count = 3000, .right_count = 750}, 5);
    ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
    ASSERT_OK_AND_ASSIGN(IncrementalMatching both, IncrementalMatching::Create(graph, matching));
    IncrementalMatching one = both;
    IncrementalMatching again = both;
    incremental::Tuning::SetPatience(both, 0);
    incremental::Tuning::SetPatience(again, 0);
    incremental::Tuning::SetPatience(one, SIZE_MAX);
    Rng rng(11);
    for (int change = 0; change < 60; ++change) {
      const EdgeIndex edge(static_cast<size_t>(rng.Below(60'000)));
      const int64_t weight = rng.Between(1, 1'000'000);
      for (IncrementalMatching* live : {&one, &both, &again}) {
        ASSERT_OK(live->SetWeight(edge, weight));
        ASSERT_OK(live->SetCapacity(live->edge(edge).right, static_cast<int32_t>(change % 6)));
      }
      const std::vector<LeftIndex> moved = both.Optimise();
      ASSERT_EQ(again.Optimise(), moved);
      one.Optimise();
      ASSERT_EQ(one.total(), both.total()) << bench::NameOf(family) << " change " << change;
    }
    EXPECT_EQ(both.Show(), again.Show());
    EXPECT_TRUE(IsProven(one));
    EXPECT_TRUE(IsProven(both));
  }
}

}  // namespace
}  // namespace jobcarve
