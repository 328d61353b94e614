// Large graphs, where no oracle can follow: the certificate is the judge. Then changes whose effect is known.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "graph_families.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "match/engine.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using bench::GraphFamily;
using bench::GraphSpec;
using test::EdgeLiteral;
using test::GraphLiteral;
using test::GraphOf;

std::string NameOfParam(const testing::TestParamInfo<GraphFamily>& info) {
  return std::string(bench::NameOf(info.param));
}

class FamilyTest : public testing::TestWithParam<GraphFamily> {
 protected:
  MatchOptions options() const { return {.perfect = GetParam() == GraphFamily::kSquare}; }
};

INSTANTIATE_TEST_SUITE_P(All, FamilyTest,
                         testing::Values(GraphFamily::kContested, GraphFamily::kGeographic, GraphFamily::kPopular,
                                         GraphFamily::kBalanced, GraphFamily::kMixed, GraphFamily::kTies, GraphFamily::kAbundant,
                                         GraphFamily::kSquare),
                         NameOfParam);

TEST_P(FamilyTest, IsProvedOptimalAtManySizes) {
  for (uint64_t seed = 0; seed < 40; ++seed) {
    Rng rng(seed);
    const size_t left_count = static_cast<size_t>(rng.Between(1, 600));
    const GraphSpec spec = {.family = GetParam(),
                            .left_count = left_count,
                            .right_count = static_cast<size_t>(rng.Between(1, 300)),
                            .degree = static_cast<size_t>(rng.Between(1, 20))};
    const BipartiteGraph graph = bench::MakeGraph(spec, seed);
    ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph, options()));
    ASSERT_FALSE(matching.shortage.has_value()) << "seed " << seed;
    ASSERT_OK(VerifyOptimal(graph, matching, options())) << "seed " << seed;
  }
}

TEST_P(FamilyTest, IsProvedOptimalWithTenThousandLeftNodes) {
  const BipartiteGraph graph = bench::MakeGraph({.family = GetParam(), .left_count = 10'000, .right_count = 1'500}, 1);
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph, options()));
  ASSERT_OK(VerifyOptimal(graph, matching, options()));
}

TEST_P(FamilyTest, ReachesTheSameTotalFromEveryStart) {
  const BipartiteGraph graph = bench::MakeGraph({.family = GetParam(), .left_count = 500, .right_count = 120, .degree = 8}, 2);
  ASSERT_OK_AND_ASSIGN(const Matching plain, match::MatchWith(graph, options(), {.start = match::Start::kNothing}));
  for (const match::Start start : match::kAllStarts) {
    ASSERT_OK_AND_ASSIGN(const Matching matching, match::MatchWith(graph, options(), {.start = start}));
    EXPECT_EQ(matching.total, plain.total);
    EXPECT_OK(VerifyOptimal(graph, matching, options()));
  }
}

// Changes to a graph whose effect on the total is known.
struct Metamorphic : FamilyTest {
  void SetUp() override {
    base = test::LiteralOf(bench::MakeGraph({.family = GetParam(), .left_count = 400, .right_count = 90, .degree = 7}, 3));
    total = TotalOf(base);
  }

  int64_t TotalOf(const GraphLiteral& literal) const {
    const BipartiteGraph graph = GraphOf(literal);
    const absl::StatusOr<Matching> matching = Match(graph, options());
    EXPECT_OK(matching);
    EXPECT_OK(VerifyOptimal(graph, *matching, options()));
    return matching->total;
  }

  GraphLiteral base;
  int64_t total = 0;
};

INSTANTIATE_TEST_SUITE_P(All, Metamorphic,
                         testing::Values(GraphFamily::kContested, GraphFamily::kGeographic, GraphFamily::kPopular,
                                         GraphFamily::kBalanced, GraphFamily::kTies, GraphFamily::kAbundant,
                                         GraphFamily::kSquare),
                         NameOfParam);

std::vector<size_t> Permutation(size_t size, Rng& rng) {
  std::vector<size_t> order(size);
  for (size_t i = 0; i < size; ++i) {
    order[i] = i;
  }
  rng.Shuffle(order);
  return order;
}

TEST_P(Metamorphic, RenumberingNodesAndEdgesKeepsTheTotal) {
  Rng rng(4);
  const std::vector<size_t> lefts = Permutation(base.left_count, rng);
  const std::vector<size_t> rights = Permutation(base.capacities.size(), rng);
  GraphLiteral renumbered = base;
  for (size_t right = 0; right < rights.size(); ++right) {
    renumbered.capacities[rights[right]] = base.capacities[right];
  }
  for (EdgeLiteral& edge : renumbered.edges) {
    edge = {lefts[edge.left], rights[edge.right], edge.weight};
  }
  rng.Shuffle(renumbered.edges);
  EXPECT_EQ(TotalOf(renumbered), total);
}

TEST_P(Metamorphic, ScalingWeightsScalesTheTotal) {
  for (EdgeLiteral& edge : base.edges) {
    edge.weight *= 7;
  }
  EXPECT_EQ(TotalOf(base), 7 * total);
}

TEST_P(Metamorphic, AUselessLeftNodeChangesNothing) {
  if (options().perfect) {
    base.edges.push_back({base.left_count, base.capacities.size(), 0});  // It must be served, so it brings a place for nothing.
    base.capacities.push_back(1);
  } else {
    base.edges.push_back({base.left_count, 0, 0});
  }
  ++base.left_count;
  EXPECT_EQ(TotalOf(base), total);
}

TEST_P(Metamorphic, DoublingEveryEdgeChangesNothing) {
  const std::vector<EdgeLiteral> edges = base.edges;
  base.edges.insert(base.edges.end(), edges.begin(), edges.end());
  EXPECT_EQ(TotalOf(base), total);
}

TEST_P(Metamorphic, CapacityBeyondTheDegreeChangesNothing) {
  std::vector<int32_t> degrees(base.capacities.size(), 0);
  for (const EdgeLiteral& edge : base.edges) {
    ++degrees[edge.right];
  }
  GraphLiteral roomy = base;
  GraphLiteral exact = base;
  for (size_t right = 0; right < degrees.size(); ++right) {
    exact.capacities[right] = degrees[right];
    roomy.capacities[right] = 2 * degrees[right] + 100;
  }
  EXPECT_EQ(TotalOf(roomy), TotalOf(exact));
  EXPECT_GE(TotalOf(exact), total);
}

TEST(MatchPerfectTest, AddingAConstantToEveryWeightAddsItOncePerLeftNode) {
  const BipartiteGraph graph = bench::MakeGraph({.family = GraphFamily::kSquare, .left_count = 400, .degree = 7}, 3);
  GraphLiteral lowered = test::LiteralOf(graph);
  for (EdgeLiteral& edge : lowered.edges) {
    edge.weight -= 1'500'000;
  }
  const BipartiteGraph lowered_graph = GraphOf(lowered);
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph, {.perfect = true}));
  ASSERT_OK_AND_ASSIGN(const Matching lowered_matching, Match(lowered_graph, {.perfect = true}));
  EXPECT_EQ(lowered_matching.total, matching.total - 1'500'000 * 400);
  EXPECT_OK(VerifyOptimal(lowered_graph, lowered_matching, {.perfect = true}));
}

// Inputs made to hurt: hubs with places for many, one price ladder, and a perfect matching that misses by one.
TEST(MatchAdversarialTest, HubsWithPlacesForThousandsAreProvedOptimal) {
  Rng rng(5);
  GraphLiteral literal = {.left_count = 8'000, .capacities = {3000, 2500, 1500, 500, 500}, .edges = {}};
  for (size_t left = 0; left < literal.left_count; ++left) {
    for (size_t right = 0; right < literal.capacities.size(); ++right) {
      literal.edges.push_back({left, right, rng.Between(1, 1000)});
    }
  }
  const BipartiteGraph graph = GraphOf(literal);
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
  EXPECT_OK(VerifyOptimal(graph, matching));
}

//   k has edges to 0 .. k, all of the same great weight but for one unit at each step.
TEST(MatchAdversarialTest, PriceLaddersAreProvedOptimal) {
  GraphLiteral literal = {.left_count = 600, .capacities = std::vector<int32_t>(600, 1), .edges = {}};
  for (size_t left = 0; left < literal.left_count; ++left) {
    for (size_t right = 0; right <= left; ++right) {
      literal.edges.push_back({left, right, kMaxWeight - static_cast<int64_t>(right * left)});
    }
  }
  const BipartiteGraph graph = GraphOf(literal);
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
  EXPECT_OK(VerifyOptimal(graph, matching));
}

TEST(MatchAdversarialTest, APerfectMatchingThatMissesByOneIsRefusedWithAProof) {
  GraphLiteral literal = {.left_count = 1500, .capacities = std::vector<int32_t>(1499, 1), .edges = {}};
  Rng rng(6);
  for (size_t left = 0; left < literal.left_count; ++left) {
    for (int k = 0; k < 20; ++k) {
      literal.edges.push_back({left, static_cast<size_t>(rng.Below(1499)), rng.Between(-1000, 1000)});
    }
  }
  const BipartiteGraph graph = GraphOf(literal);
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph, {.perfect = true}));
  EXPECT_TRUE(matching.shortage.has_value());
  EXPECT_OK(VerifyOptimal(graph, matching, {.perfect = true}));
}

// Those who cannot stay out outbid each other by as much as a weight may be, again and again.
TEST(MatchAdversarialTest, APriceWarForOnePlaceStaysInRangeFromEveryStart) {
  GraphLiteral literal = {.left_count = 200, .capacities = {1}, .edges = {}};
  for (size_t left = 0; left < literal.left_count; ++left) {
    literal.edges.push_back({left, 0, int64_t{1} << 25});
  }
  const BipartiteGraph graph = GraphOf(literal);
  for (const match::Start start : match::kAllStarts) {
    ASSERT_OK_AND_ASSIGN(const Matching matching, match::MatchWith(graph, {.perfect = true}, {.start = start}));
    ASSERT_TRUE(matching.shortage.has_value());
    EXPECT_EQ(matching.shortage->lefts.size(), literal.left_count);
  }
}

}  // namespace
}  // namespace jobcarve
