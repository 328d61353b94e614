#include "jobcarve/match/stable.h"

#include <cstdint>
#include <vector>

#include "gmock/gmock.h"
#include "graph_families.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/verify_stable.h"
#include "support/graph_builders.h"
#include "support/stable_oracle.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphLiteral;
using test::GraphOf;
using testing::ElementsAre;
using testing::IsEmpty;

using Scores = std::vector<int64_t>;
using Pairs = std::vector<std::pair<size_t, size_t>>;

constexpr StableVariant kBothVariants[] = {StableVariant::kLeftOptimal, StableVariant::kRightOptimal};

// (left, right) of what MatchStable chooses, which VerifyStable must accept.
Pairs StablePairs(const BipartiteGraph& graph, const StableOptions& options) {
  const absl::StatusOr<StableMatching> matching = MatchStable(graph, options);
  EXPECT_OK(matching);
  EXPECT_OK(VerifyStable(graph, *matching, options));
  Pairs pairs;
  for (const EdgeIndex edge : matching->edges) {
    pairs.push_back({graph.left(edge).value(), graph.right(edge).value()});
  }
  return pairs;
}

//   0 --5|1-- 0(1)     The right node decides between the two.
//   1 --7|2--/
TEST(StableTest, TheRightNodeKeepsWhomItScoresHigher) {
  const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {1}, .edges = {{0, 0, 5}, {1, 0, 7}}});
  for (const StableVariant variant : kBothVariants) {
    EXPECT_EQ(StablePairs(graph, {.right_scores = Scores{1, 2}, .variant = variant}), (Pairs{{1, 0}}));
    EXPECT_EQ(StablePairs(graph, {.right_scores = Scores{2, 1}, .variant = variant}), (Pairs{{0, 0}}));
    EXPECT_EQ(StablePairs(graph, {.variant = variant}), (Pairs{{1, 0}}));  // By weight.
  }
}

//   0 --2|1-- 0(1)     Each left node likes its own number best, each right node the other one:
//    \--1|2-- 1(1)     both pairings are stable, and one side gets its wish.
//   1 --1|2-- 0
//    \--2|1-- 1
TEST(StableTest, TheTwoVariantsFavourTheirSides) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 2}, {0, 1, 1}, {1, 0, 1}, {1, 1, 2}}});
  const Scores scores = {1, 2, 2, 1};
  EXPECT_EQ(StablePairs(graph, {.right_scores = scores, .variant = StableVariant::kLeftOptimal}), (Pairs{{0, 0}, {1, 1}}));
  EXPECT_EQ(StablePairs(graph, {.right_scores = scores, .variant = StableVariant::kRightOptimal}), (Pairs{{0, 1}, {1, 0}}));
}

// D. Gale, L. S. Shapley 1962, example 1: three men and women, the men's first choices are the women's last.
TEST(StableTest, ReproducesGaleAndShapleysExample1) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 3,
               .capacities = {1, 1, 1},
               .edges = {{0, 0, 3}, {0, 1, 2}, {0, 2, 1}, {1, 0, 1}, {1, 1, 3}, {1, 2, 2}, {2, 0, 2}, {2, 1, 1}, {2, 2, 3}}});
  const Scores scores = {1, 2, 3, 3, 1, 2, 2, 3, 1};
  EXPECT_EQ(StablePairs(graph, {.right_scores = scores}), (Pairs{{0, 0}, {1, 1}, {2, 2}}));
  EXPECT_EQ(StablePairs(graph, {.right_scores = scores, .variant = StableVariant::kRightOptimal}),
            (Pairs{{0, 2}, {1, 0}, {2, 1}}));
}

TEST(StableTest, EqualScoresGoToTheLowerEdge) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 2, .capacities = {1, 1}, .edges = {{0, 0, 4}, {0, 1, 4}, {1, 0, 4}, {1, 1, 4}}});
  for (const StableVariant variant : kBothVariants) {
    EXPECT_EQ(StablePairs(graph, {.variant = variant}), (Pairs{{0, 0}, {1, 1}}));
  }
}

TEST(StableTest, NeverChoosesWhatEitherSideDoesNotAccept) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 4, .capacities = {4}, .edges = {{0, 0, 0}, {1, 0, 3}, {2, 0, -1}, {3, 0, 3}}});
  for (const StableVariant variant : kBothVariants) {
    EXPECT_EQ(StablePairs(graph, {.right_scores = Scores{5, 0, 5, 1}, .variant = variant}), (Pairs{{3, 0}}));
    EXPECT_THAT(StablePairs(graph, {.right_scores = Scores{5, INT64_MIN, 5, -1}, .variant = variant}), IsEmpty());
  }
}

TEST(StableTest, ScoresOfTheRightMayBeAnyInteger) {
  const BipartiteGraph graph = GraphOf({.left_count = 3, .capacities = {2}, .edges = {{0, 0, 1}, {1, 0, 1}, {2, 0, 1}}});
  EXPECT_EQ(StablePairs(graph, {.right_scores = Scores{INT64_MAX, INT64_MAX - 1, INT64_MAX}}), (Pairs{{0, 0}, {2, 0}}));
}

TEST(StableTest, CapacitiesOf0AndAboveTheDegree) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 3, .capacities = {0, INT32_MAX}, .edges = {{0, 0, 9}, {0, 1, 1}, {1, 1, 1}, {2, 0, 1}}});
  for (const StableVariant variant : kBothVariants) {
    EXPECT_EQ(StablePairs(graph, {.variant = variant}), (Pairs{{0, 1}, {1, 1}}));
  }
}

// The left node prefers edge 1, the right node edge 0. With one place either is stable. With two the right node has room, so
// that edge 1 blocks edge 0.
TEST(StableTest, ParallelEdgesAreOffersOfTheirOwn) {
  for (const int32_t capacity : {1, 2}) {
    const BipartiteGraph graph = GraphOf({.left_count = 1, .capacities = {capacity}, .edges = {{0, 0, 1}, {0, 0, 2}}});
    const Scores scores = {2, 1};
    const StableOptions left = {.right_scores = scores};
    EXPECT_THAT(MatchStable(graph, left)->edges, ElementsAre(EdgeIndex(1)));
    const StableOptions right = {.right_scores = scores, .variant = StableVariant::kRightOptimal};
    EXPECT_THAT(MatchStable(graph, right)->edges, ElementsAre(EdgeIndex(capacity == 1 ? 0 : 1)));
    EXPECT_OK(VerifyStable(graph, *MatchStable(graph, right), right));
  }
}

TEST(StableTest, GraphsWithoutNodesOrEdges) {
  for (const StableVariant variant : kBothVariants) {
    EXPECT_THAT(StablePairs(BipartiteGraph(), {.variant = variant}), IsEmpty());
    EXPECT_THAT(StablePairs(GraphOf({.left_count = 3, .capacities = {1, 2}}), {.right_scores = Scores{}, .variant = variant}),
                IsEmpty());
  }
}

TEST(StableTest, RefusesAWrongNumberOfScores) {
  const BipartiteGraph graph = GraphOf({.left_count = 1, .capacities = {1}, .edges = {{0, 0, 1}}});
  EXPECT_EQ(MatchStable(graph, {.right_scores = Scores{}}).status().message(), "right_scores: 0 of them for 1 edges");
  EXPECT_EQ(MatchStable(graph, {.right_scores = Scores{}}).status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(VerifyStable(graph, {}, {.right_scores = Scores{1, 2}}).message(), "right_scores: 2 of them for 1 edges");
}

// Everybody proposes to everybody in the same order: n^2 / 2 offers, and chains of refusals as long as they get.
TEST(StableTest, SameTasteForAllSortsTheQueue) {
  constexpr size_t kNodes = 400;
  GraphLiteral literal = {.left_count = kNodes, .capacities = std::vector<int32_t>(kNodes, 1), .edges = {}};
  Scores scores;
  Pairs expected;
  for (size_t left = 0; left < kNodes; ++left) {
    for (size_t right = 0; right < kNodes; ++right) {
      literal.edges.push_back({left, right, static_cast<int64_t>(right) + 1});
      scores.push_back(static_cast<int64_t>(left) + 1);
    }
    expected.push_back({left, left});
  }
  const BipartiteGraph graph = GraphOf(literal);
  for (const StableVariant variant : kBothVariants) {
    EXPECT_EQ(StablePairs(graph, {.right_scores = scores, .variant = variant}), expected);
  }
}

// With capacities of one and no equal scores the sides can be exchanged: best for the left is best for the right then.
TEST(StableMetamorphicTest, ExchangingTheSidesExchangesTheVariants) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph(
        {.max_lefts = 30, .max_rights = 30, .max_capacity = 1, .max_edges = 300, .min_weight = -100, .max_weight = 1'000'000'000},
        rng);
    const Scores scores = test::RandomScores(graph, -100'000'000, 1'000'000'000, rng);
    GraphLiteral exchanged = {
        .left_count = graph.right_count(), .capacities = std::vector<int32_t>(graph.left_count(), 1), .edges = {}};
    Scores exchanged_scores;
    Scores open_scores = scores;
    for (const RightIndex right : graph.Rights()) {
      for (size_t e = 0; e < graph.edge_count(); ++e) {
        if (graph.right(EdgeIndex(e)) == right) {
          open_scores[e] = graph.capacity(right) == 0 ? 0 : scores[e];  // A left node has a place always.
          exchanged.edges.push_back({right.value(), graph.left(EdgeIndex(e)).value(), open_scores[e]});
          exchanged_scores.push_back(graph.weight(EdgeIndex(e)));
        }
      }
    }
    Pairs pairs = StablePairs(GraphOf(exchanged), {.right_scores = exchanged_scores, .variant = StableVariant::kRightOptimal});
    for (auto& [left, right] : pairs) {
      std::swap(left, right);
    }
    std::sort(pairs.begin(), pairs.end());
    ASSERT_EQ(StablePairs(graph, {.right_scores = open_scores}), pairs) << "seed " << seed;
  }
}

TEST(StableMetamorphicTest, OnlyTheOrderOfScoresCounts) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph({.max_lefts = 20, .max_rights = 10, .max_edges = 120}, rng);
    GraphLiteral stretched = test::LiteralOf(graph);
    for (test::EdgeLiteral& edge : stretched.edges) {
      edge.weight = edge.weight * edge.weight * edge.weight;
    }
    const Scores scores = test::RandomScores(graph, -2, 9, rng);
    Scores stretched_scores;
    for (const int64_t score : scores) {
      stretched_scores.push_back(score > 0 ? INT64_MAX / 10 * score : INT64_MIN);
    }
    for (const StableVariant variant : kBothVariants) {
      ASSERT_EQ(*MatchStable(graph, {.right_scores = scores, .variant = variant}),
                *MatchStable(GraphOf(stretched), {.right_scores = stretched_scores, .variant = variant}))
          << "seed " << seed;
    }
  }
}

TEST(StableFamiliesTest, LargeMarketsAreStableOnBothEnds) {
  using bench::GraphFamily;
  for (const GraphFamily family :
       {GraphFamily::kContested, GraphFamily::kPopular, GraphFamily::kTies, GraphFamily::kAbundant, GraphFamily::kSquare}) {
    const BipartiteGraph graph = bench::MakeGraph({.family = family, .left_count = 20'000, .right_count = 3'000}, 7);
    Rng rng(7);
    const Scores independent = test::RandomScores(graph, 1, 1'000'000, rng);
    const Scores coarse = test::RandomScores(graph, 0, 3, rng);
    for (const Scores& scores : {independent, coarse}) {
      const Pairs left = StablePairs(graph, {.right_scores = scores, .variant = StableVariant::kLeftOptimal});
      const Pairs right = StablePairs(graph, {.right_scores = scores, .variant = StableVariant::kRightOptimal});
      EXPECT_EQ(left.size(), right.size()) << bench::NameOf(family);
    }
  }
}

}  // namespace
}  // namespace jobcarve
