// The adapter's calling forms, its sides and its perfect matchings; totals against boost::maximum_weighted_matching.
#include "jobcarve/match/boost_graph.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <boost/property_map/transform_value_property_map.hpp>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "support/boost_graphs.h"
#include "support/graph_builders.h"
#include "support/matching_oracles.h"

namespace jobcarve {
namespace {

using boost::capacity_map;
using boost::color_map;
using boost::default_color_type;
using boost::make_iterator_property_map;
using boost::weight_map;
using test::Directed;
using test::kLeft;
using test::kRight;
using test::Of;
using test::Undirected;
using testing::ElementsAre;

// ---- The examples of the header.

TEST(BoostGraphTest, TheExampleOfTheHeader) {
  Undirected g(3);
  add_edge(0, 2, 5, g);
  add_edge(1, 2, 7, g);
  std::vector<boost::graph_traits<Undirected>::vertex_descriptor> mates(num_vertices(g));
  const auto mate = make_iterator_property_map(mates.begin(), get(boost::vertex_index, g));
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, mate), 7);
  EXPECT_THAT(mates, ElementsAre(Undirected::null_vertex(), 2, 1));
  const std::vector<int> places = {1, 1, 2};
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(
                g, mate, capacity_map(make_iterator_property_map(places.begin(), get(boost::vertex_index, g)))),
            12);
  EXPECT_THAT(mates, ElementsAre(2, 2, Undirected::null_vertex()));
}

TEST(BoostGraphTest, AllMapsInTheirPlacesAndPointersAsMaps) {
  const Directed g = Of<Directed>(4, {{0, 2, 5}, {0, 2, 6}, {1, 2, 7}, {1, 3, -1}});
  const default_color_type colors[] = {kLeft, kLeft, kRight, kRight};
  const uint8_t places[] = {1, 1, 2, 1};
  size_t mates[4];
  int64_t prices[4];
  std::map<boost::graph_traits<Directed>::edge_descriptor, bool> selected;
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, get(boost::edge_weight, g), get(boost::vertex_index, g), &colors[0],
                                                  &places[0], &mates[0], boost::associative_property_map(selected), &prices[0]),
            13);
  EXPECT_THAT(mates, ElementsAre(2, 2, Directed::null_vertex(), Directed::null_vertex()));
  EXPECT_THAT(prices, ElementsAre(6, 7, 0, 0));
  std::vector<bool> in_order;
  for (auto [e, end] = edges(g); e != end; ++e) {
    in_order.push_back(selected.at(*e));
  }
  EXPECT_THAT(in_order, ElementsAre(false, true, true, false));
}

TEST(BoostGraphTest, GraphsWithoutVerticesOrEdges) {
  std::vector<size_t> mates(3, 7);
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(Undirected(), mates.data()), 0);
  EXPECT_THAT(mates, ElementsAre(7, 7, 7));
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(Undirected(3), mates.data()), 0);
  EXPECT_THAT(mates, testing::Each(Undirected::null_vertex()));
}

// ---- Against Boost's own.

TEST(BoostGraphTest, AgreesWithMaximumWeightedMatchingOnSimpleGraphs) {
  for (uint64_t seed = 0; seed < 500; ++seed) {
    Rng rng(seed);
    test::GraphLiteral literal = {.left_count = static_cast<size_t>(rng.Between(1, 14)),
                                  .capacities = std::vector<int32_t>(static_cast<size_t>(rng.Between(1, 14)), 1),
                                  .edges = {}};
    for (size_t left = 0; left < literal.left_count; ++left) {
      for (size_t right = 0; right < literal.capacities.size(); ++right) {
        if (rng.Chance(400)) {
          literal.edges.push_back({left, right, rng.Between(-5, seed % 2 == 0 ? 9 : 1000)});
        }
      }
    }
    Undirected g(literal.left_count + literal.capacities.size());
    for (const test::EdgeLiteral& edge : literal.edges) {
      add_edge(edge.left, literal.left_count + edge.right, edge.weight, g);
    }
    std::vector<size_t> mates(num_vertices(g));
    EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, mates.data()), test::TotalByBoost(test::GraphOf(literal)))
        << "seed " << seed;
  }
}

// ---- Sides.

//   0(1) - 1(2) - 2(1)   4(3) - 3(1)   5 - 6: right are 1, 4 and 6.
TEST(BoostGraphTest, TurnsEachComponentSoThatCapacitiesAbove1AreOnTheRight) {
  const Undirected g = Of<Undirected>(7, {{0, 1, 5}, {1, 2, 5}, {4, 3, 5}, {5, 6, 5}});
  const int places[] = {1, 2, 1, 1, 3, 1, 1};
  size_t mates[7];
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, &mates[0], capacity_map(&places[0])), 20);
  const size_t none = Undirected::null_vertex();
  EXPECT_THAT(mates, ElementsAre(1, none, 1, 4, none, 6, 5));
}

TEST(BoostGraphTest, TakesThePartitionThatIsBipartiteWrites) {
  const Undirected g = Of<Undirected>(4, {{0, 1, 5}, {1, 2, 6}, {2, 3, 7}});
  boost::two_bit_color_map<> colors(num_vertices(g));
  ASSERT_TRUE(boost::is_bipartite(g, get(boost::vertex_index, g), colors));
  size_t mates[4];
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, &mates[0], color_map(colors), {.perfect = true}), 12);
  EXPECT_THAT(mates, ElementsAre(1, 0, 3, 2));
}

TEST(BoostGraphTest, FloatingWeightsAreMadeIntegersByTheCaller) {
  using Floating = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                         boost::property<boost::edge_weight_t, double>>;
  Floating g(3);
  add_edge(0, 2, 0.25, g);
  add_edge(1, 2, 0.5, g);
  const auto micros = boost::make_transform_value_property_map([](double weight) { return std::llround(weight * 1e6); },
                                                               get(boost::edge_weight, g));
  size_t mates[3];
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, &mates[0], weight_map(micros)), 500'000);
}

TEST(BoostGraphTest, AClosedVertexTakesNoPartOnEitherSide) {
  const Undirected g = Of<Undirected>(4, {{0, 2, 5}, {0, 3, 4}, {1, 2, 9}, {1, 3, 3}});
  const int places[] = {1, 0, 1, 1};
  size_t mates[4];
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, &mates[0], capacity_map(&places[0])), 5);
  EXPECT_THAT(mates, ElementsAre(2, Undirected::null_vertex(), 0, Undirected::null_vertex()));
  const int others[] = {1, 1, 0, INT32_MAX};
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, &mates[0], capacity_map(&others[0])), 7);
}

// ---- Perfect.

TEST(BoostGraphTest, PerfectMatchesEveryLeftVertexWhateverItCosts) {
  const Undirected g = Of<Undirected>(4, {{0, 2, 9}, {0, 3, 1}, {1, 2, -3}});
  const default_color_type colors[] = {kLeft, kLeft, kRight, kRight};
  size_t mates[4];
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, &mates[0], color_map(&colors[0])), 9);
  EXPECT_EQ(maximum_weighted_bipartite_b_matching(g, &mates[0], color_map(&colors[0]), {.perfect = true}), -2);
  EXPECT_THAT(mates, ElementsAre(3, 2, 1, 0));
}

}  // namespace
}  // namespace jobcarve
