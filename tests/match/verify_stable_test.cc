// That the checker accepts exactly one of all matchings of a small graph is shown in stable_oracle_test.cc; here is what it says,
// and that it finds small changes in large answers.
#include "jobcarve/match/verify_stable.h"

#include <algorithm>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph_families.h"
#include "gtest/gtest.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphOf;

//   0 --5|1-- 0(1)     Stable: (1,0) and (2,1). Node 0 does not accept node 1 (edge 1).
//    \--3|0-- 1(2)
//   1 --7|2-- 0
//   2 --1|1-- 1
class VerifyStableTest : public testing::Test {
 protected:
  std::string RefusalOf(std::vector<size_t> edges) const {
    StableMatching matching;
    for (const size_t edge : edges) {
      matching.edges.push_back(EdgeIndex(edge));
    }
    const absl::Status status = VerifyStable(graph, matching, {.right_scores = scores});
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    return std::string(status.message());
  }

  const BipartiteGraph graph =
      GraphOf({.left_count = 3, .capacities = {1, 2}, .edges = {{0, 0, 5}, {0, 1, 3}, {1, 0, 7}, {2, 1, 1}}});
  const std::vector<int64_t> scores = {1, 0, 2, 1};
};

TEST_F(VerifyStableTest, AcceptsTheRightAnswer) {
  EXPECT_OK(VerifyStable(graph, {.edges = {EdgeIndex(2), EdgeIndex(3)}}, {.right_scores = scores}));
}

TEST_F(VerifyStableTest, RefusesEdgesThatDoNotExistOrAreOutOfOrder) {
  EXPECT_EQ(RefusalOf({2, 3, 4}), "chosen edge 4 is not below the number of edges, 4");
  EXPECT_EQ(RefusalOf({3, 2}), "chosen edge 2 does not come after 3 before it");
  EXPECT_EQ(RefusalOf({2, 2}), "chosen edge 2 does not come after 2 before it");
}

TEST_F(VerifyStableTest, RefusesWhatBreaksALimit) {
  EXPECT_EQ(RefusalOf({0, 2}), "edges[2] (left 1, right 0): right node 0 is matched more often than its capacity 1");
  const BipartiteGraph twice = GraphOf({.left_count = 1, .capacities = {1, 1}, .edges = {{0, 0, 5}, {0, 1, 7}}});
  EXPECT_EQ(VerifyStable(twice, {.edges = {EdgeIndex(0), EdgeIndex(1)}}).message(),
            "edges[1] (left 0, right 1): left node 0 is matched twice");
}

TEST_F(VerifyStableTest, RefusesWhatOneSideDoesNotAccept) {
  EXPECT_EQ(RefusalOf({1, 2}), "edges[1] (left 0, right 1) is chosen, but its scores are 3 and 0, and both must be above 0");
}

TEST_F(VerifyStableTest, RefusesBlockingEdgesAndSaysWhatBothEndsHave) {
  EXPECT_EQ(RefusalOf({2}), "edges[3] (left 2, right 1) blocks: left node 2 is unmatched; right node 1 has room");
  EXPECT_EQ(RefusalOf({0, 3}),
            "edges[2] (left 1, right 0) blocks: left node 1 is unmatched; right node 0 has edge 0 at 1, this one at 2");
  const BipartiteGraph better = GraphOf({.left_count = 1, .capacities = {1, 1}, .edges = {{0, 0, 5}, {0, 1, 7}}});
  EXPECT_EQ(VerifyStable(better, {.edges = {EdgeIndex(0)}}).message(),
            "edges[1] (left 0, right 1) blocks: left node 0 has edge 0 at 5, this one at 7; right node 1 has room");
}

// Weakly stable, but not the one that lower edge numbers decide for.
TEST_F(VerifyStableTest, RefusesATieThatWentToTheHigherEdge) {
  const BipartiteGraph tie = GraphOf({.left_count = 2, .capacities = {1}, .edges = {{0, 0, 5}, {1, 0, 5}}});
  EXPECT_EQ(VerifyStable(tie, {.edges = {EdgeIndex(1)}}).message(),
            "edges[0] (left 0, right 0) blocks: left node 0 is unmatched; right node 0 has edge 1 at 5, this one at 5");
  EXPECT_OK(VerifyStable(tie, {.edges = {EdgeIndex(0)}}));
}

// Gale and Shapley's example 1: three stable pairings, with the left nodes' first, second and third choices.
TEST(VerifyStableVariantTest, TellsTheEndsFromTheMiddle) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 3,
               .capacities = {1, 1, 1},
               .edges = {{0, 0, 3}, {0, 1, 2}, {0, 2, 1}, {1, 0, 1}, {1, 1, 3}, {1, 2, 2}, {2, 0, 2}, {2, 1, 1}, {2, 2, 3}}});
  const std::vector<int64_t> scores = {1, 2, 3, 3, 1, 2, 2, 3, 1};
  const StableMatching middle = {.edges = {EdgeIndex(1), EdgeIndex(5), EdgeIndex(6)}};
  EXPECT_EQ(VerifyStable(graph, middle, {.right_scores = scores}).message(),
            "edges[0] (left 0, right 0): the matching is stable, but not left-optimal: 3 exchanges, of which this edge is one, "
            "lead to a better one");
  EXPECT_EQ(VerifyStable(graph, middle, {.right_scores = scores, .variant = StableVariant::kRightOptimal}).message(),
            "edges[2] (left 0, right 2): the matching is stable, but not right-optimal: 3 exchanges, of which this edge is one, "
            "lead to a better one");
}

// Drop, add or replace one edge anywhere in a large right answer, or hand in the other variant: always found.
TEST(VerifyStableMutationTest, FindsEverySingleChangeOfALargeAnswer) {
  const BipartiteGraph graph =
      bench::MakeGraph({.family = bench::GraphFamily::kSquare, .left_count = 300, .right_count = 300, .degree = 12}, 3);
  std::vector<int64_t> scores;  // Opposed tastes, so that the variants differ.
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    scores.push_back(1'000'001 - graph.weight(EdgeIndex(e)));
  }
  const StableOptions left = {.right_scores = scores, .variant = StableVariant::kLeftOptimal};
  const StableOptions right = {.right_scores = scores, .variant = StableVariant::kRightOptimal};
  const StableMatching for_left = *MatchStable(graph, left);
  const StableMatching for_right = *MatchStable(graph, right);
  ASSERT_FALSE(for_left == for_right);
  EXPECT_FALSE(VerifyStable(graph, for_left, right).ok());
  EXPECT_FALSE(VerifyStable(graph, for_right, left).ok());
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeIndex edge(e);
    StableMatching toggled = for_left;
    const auto place = std::lower_bound(toggled.edges.begin(), toggled.edges.end(), edge);
    const bool is_chosen = place != toggled.edges.end() && *place == edge;
    is_chosen ? static_cast<void>(toggled.edges.erase(place)) : static_cast<void>(toggled.edges.insert(place, edge));
    EXPECT_FALSE(VerifyStable(graph, toggled, left).ok()) << "edge " << e;
    StableMatching replaced = toggled;
    std::erase_if(replaced.edges, [&](EdgeIndex other) { return other != edge && graph.left(other) == graph.left(edge); });
    EXPECT_FALSE(VerifyStable(graph, replaced, left).ok()) << "edge " << e;
  }
}

}  // namespace
}  // namespace jobcarve
