// What the benchmarks say of their graphs is true, and the graphs stay what they were.
#include "graph_families.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "support/status_matchers.h"

namespace jobcarve::bench {
namespace {

using testing::AllOf;
using testing::Each;
using testing::Ge;
using testing::Le;

struct Figures {
  int64_t places = 0;
  std::vector<int32_t> capacities;
  std::vector<size_t> degrees;  // Of left nodes.
  std::vector<int64_t> weights;
  std::vector<size_t> wanted_by;  // Left nodes with an edge to a right node.
};

Figures FiguresOf(const BipartiteGraph& graph) {
  Figures figures;
  for (const RightIndex right : graph.Rights()) {
    figures.capacities.push_back(graph.capacity(right));
    figures.places += graph.capacity(right);
  }
  figures.wanted_by.resize(graph.right_count());
  for (const LeftIndex left : graph.Lefts()) {
    figures.degrees.push_back(graph.EdgesOf(left).size());
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      figures.weights.push_back(graph.weight(edge));
      ++figures.wanted_by[graph.right(edge).value()];
    }
  }
  return figures;
}

Figures FiguresOf(GraphFamily family, size_t left_count) {
  return FiguresOf(MakeGraph({.family = family, .left_count = left_count}, 1));
}

// FNV-1a over everything that a graph consists of.
uint64_t HashOf(const BipartiteGraph& graph) {
  uint64_t hash = 14695981039346656037u;
  const auto add = [&hash](uint64_t value) { hash = (hash ^ value) * 1099511628211u; };
  for (const RightIndex right : graph.Rights()) {
    add(static_cast<uint64_t>(graph.capacity(right)));
  }
  for (const LeftIndex left : graph.Lefts()) {
    add(graph.EdgesOf(left).size());
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      add(graph.right(edge).value());
      add(static_cast<uint64_t>(graph.weight(edge)));
    }
  }
  return hash;
}

class GraphFamilyTest : public testing::TestWithParam<GraphFamily> {};

std::string NameOfParam(const testing::TestParamInfo<GraphFamily>& info) {
  return std::string(NameOf(info.param));
}

INSTANTIATE_TEST_SUITE_P(All, GraphFamilyTest, testing::ValuesIn(AllFamilies()), NameOfParam);

TEST_P(GraphFamilyTest, HasNoParallelEdges) {
  const BipartiteGraph graph = MakeGraph({.family = GetParam(), .left_count = 300}, 1);
  for (const LeftIndex left : graph.Lefts()) {
    std::set<RightIndex> rights;
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      EXPECT_TRUE(rights.insert(graph.right(edge)).second) << "left " << left.value();
    }
  }
}

TEST_P(GraphFamilyTest, IsDecidedByTheSeed) {
  const GraphSpec spec = {.family = GetParam(), .left_count = 200};
  EXPECT_EQ(MakeGraph(spec, 1), MakeGraph(spec, 1));
  if (GetParam() != GraphFamily::kChain) {
    EXPECT_NE(MakeGraph(spec, 1), MakeGraph(spec, 2));
  }
}

TEST_P(GraphFamilyTest, TakesAnySizeAndIsProvedOptimal) {
  const MatchOptions options = {.perfect = IsPerfect(GetParam())};
  for (size_t left_count = 0; left_count < 40; ++left_count) {
    const BipartiteGraph graph = MakeGraph({.family = GetParam(), .left_count = left_count}, left_count);
    ASSERT_EQ(graph.left_count(), left_count);
    ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph, options));
    EXPECT_OK(VerifyOptimal(graph, matching, options)) << left_count << " left nodes";
    EXPECT_EQ(matching.shortage.has_value(), GetParam() == GraphFamily::kMissingOne && left_count > 0);
  }
}

// A published table names a family, a size and a seed: whoever repeats it must get the same graph.
TEST(GraphFamiliesTest, StayTheSameForEver) {
  std::map<std::string, uint64_t> hashes;
  for (const GraphFamily family : AllFamilies()) {
    hashes[std::string(NameOf(family))] = HashOf(MakeGraph({.family = family, .left_count = 500}, 1));
  }
  const std::map<std::string, uint64_t> golden = {
      {"abundant", 8943306339173486506u},      {"balanced", 12184695169018224125u},      {"chain", 9077829858692999412u},
      {"contested", 6808370568409605900u},     {"dense", 5417161008667735308u},          {"dense_ties", 12211981078127976104u},
      {"geographic", 13006618058648667524u},   {"heavy", 7275687485796535085u},          {"hub", 8074205591452492480u},
      {"large", 2517528467023358618u},         {"large_balanced", 9270034214899532268u}, {"missing_one", 16280887016271581882u},
      {"mixed", 144587012174883056u},          {"plateau", 10829178410823818862u},       {"popular", 15809965448917812139u},
      {"square", 2813743573122819798u},        {"ties", 8090036894300127337u},           {"wide", 2862710220229578675u},
      {"wide_balanced", 3172280669003701286u},
  };
  EXPECT_EQ(hashes, golden);
}

TEST(GraphFamiliesTest, HaveTheNamesAndTheOrderOfTheEnum) {
  const std::vector<GraphFamily> families = AllFamilies();
  for (size_t i = 0; i < families.size(); ++i) {
    EXPECT_EQ(static_cast<size_t>(families[i]), i);
  }
  EXPECT_EQ(NameOf(GraphFamily::kMissingOne), "missing_one");
  EXPECT_EQ(families.back(), GraphFamily::kMissingOne);
}

TEST(GraphFamiliesTest, ContestedHasPlacesForFiveEighthsAndAQuarterAsManyRightNodes) {
  const Figures figures = FiguresOf(GraphFamily::kContested, 8000);
  EXPECT_EQ(figures.places, 5000);
  EXPECT_EQ(figures.capacities.size(), 2000);
  EXPECT_THAT(figures.capacities, Each(AllOf(Ge(1), Le(4))));
  EXPECT_THAT(figures.degrees, Each(20));
  EXPECT_THAT(figures.weights, Each(AllOf(Ge(1), Le(1'000'000))));
}

TEST(GraphFamiliesTest, BalancedAndTiesHaveAsManyPlacesAsLeftNodes) {
  EXPECT_EQ(FiguresOf(GraphFamily::kBalanced, 8000).places, 8000);
  const Figures ties = FiguresOf(GraphFamily::kTies, 8000);
  EXPECT_EQ(ties.places, 8000);
  EXPECT_THAT(ties.weights, Each(AllOf(Ge(1), Le(50))));
}

TEST(GraphFamiliesTest, AbundantHasPlacesForFiveQuartersAndHalfAsManyRightNodes) {
  const Figures figures = FiguresOf(GraphFamily::kAbundant, 8000);
  EXPECT_EQ(figures.places, 10'000);
  EXPECT_EQ(figures.capacities.size(), 4000);
}

TEST(GraphFamiliesTest, TheMostPopularIsWantedByMostAndThePopularAreWorthMore) {
  const Figures small = FiguresOf(GraphFamily::kPopular, 1000);
  EXPECT_GT(*std::max_element(small.wanted_by.begin(), small.wanted_by.end()), 850);
  const Figures large = FiguresOf(GraphFamily::kPopular, 100'000);
  EXPECT_GT(*std::max_element(large.wanted_by.begin(), large.wanted_by.end()), 56'000);

  const BipartiteGraph graph = MakeGraph({.family = GraphFamily::kPopular, .left_count = 1000}, 1);
  const size_t top =
      static_cast<size_t>(std::max_element(small.wanted_by.begin(), small.wanted_by.end()) - small.wanted_by.begin());
  int64_t sum_of_top = 0;
  int64_t sum = 0;
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      sum += graph.weight(edge);
      sum_of_top += graph.right(edge).value() == top ? graph.weight(edge) : 0;
    }
  }
  EXPECT_GT(sum_of_top / static_cast<int64_t>(small.wanted_by[top]), 5 * sum / static_cast<int64_t>(graph.edge_count()) / 4);
}

TEST(GraphFamiliesTest, GeographicWeightsAreFewAndDegreesVary) {
  const Figures figures = FiguresOf(GraphFamily::kGeographic, 10'000);
  EXPECT_EQ(figures.places, 6250);
  EXPECT_THAT(figures.weights, Each(AllOf(Ge(1), Le(1000))));
  EXPECT_THAT(figures.degrees, Each(Le(25)));
  EXPECT_GE(std::count_if(figures.degrees.begin(), figures.degrees.end(), [](size_t d) { return d >= 16; }), 9'900);
  EXPECT_LE(std::set<int64_t>(figures.weights.begin(), figures.weights.end()).size(), 600);
}

TEST(GraphFamiliesTest, MixedIsScarceInSomeTownsAndAbundantInOthers) {
  const Figures figures = FiguresOf(GraphFamily::kMixed, 10'000);
  EXPECT_EQ(figures.places, 10'000);
  size_t wanted_by_few = 0;
  size_t wanted_by_many = 0;
  for (const size_t wanted : figures.wanted_by) {
    wanted_by_few += wanted < 30 ? 1 : 0;  // The mean is 51.
    wanted_by_many += wanted > 70 ? 1 : 0;
  }
  EXPECT_GT(wanted_by_few, figures.wanted_by.size() / 6);
  EXPECT_GT(wanted_by_many, figures.wanted_by.size() / 6);
}

TEST(GraphFamiliesTest, SquareHasOnePlaceEachAndAPerfectMatching) {
  const BipartiteGraph graph = MakeGraph({.family = GraphFamily::kSquare, .left_count = 3000, .degree = 2}, 1);
  EXPECT_THAT(FiguresOf(graph).capacities, Each(1));
  EXPECT_EQ(graph.right_count(), 3000);
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph, {.perfect = true}));
  EXPECT_EQ(matching.edges.size(), 3000);
}

TEST(GraphFamiliesTest, LargeHasCapacitiesFromAHundredUp) {
  for (const GraphFamily family : {GraphFamily::kLarge, GraphFamily::kLargeBalanced}) {
    EXPECT_THAT(FiguresOf(family, 10'000).capacities, Each(AllOf(Ge(100), Le(200))));
  }
}

TEST(GraphFamiliesTest, TheHubHasHalfOfAllPlacesAndEverybodyWantsIt) {
  const Figures figures = FiguresOf(GraphFamily::kHub, 1000);
  EXPECT_EQ(figures.places, 1000);
  EXPECT_EQ(figures.capacities[0], 500);
  EXPECT_EQ(figures.wanted_by[0], 1000);
}

TEST(GraphFamiliesTest, InTheChainEverybodyMovesOn) {
  const BipartiteGraph graph = MakeGraph({.family = GraphFamily::kChain, .left_count = 100}, 1);
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
  EXPECT_EQ(matching.total, 100 * 1'000'000);  // Nobody has the better of two.
}

TEST(GraphFamiliesTest, ThePlateauIsFlatAndOnePlaceShort) {
  const Figures figures = FiguresOf(GraphFamily::kPlateau, 1000);
  EXPECT_EQ(figures.places, 999);
  EXPECT_THAT(figures.weights, Each(1000));
}

TEST(GraphFamiliesTest, OtherNumbersOfRightNodesKeepThePlaces) {
  for (const size_t right_count : {1u, 50u, 500u, 5000u}) {
    const GraphSpec spec = {.family = GraphFamily::kContested, .left_count = 1000, .right_count = right_count};
    const Figures figures = FiguresOf(MakeGraph(spec, 1));
    EXPECT_EQ(figures.capacities.size(), right_count);
    EXPECT_EQ(figures.places, 625);
  }
}

}  // namespace
}  // namespace jobcarve::bench
