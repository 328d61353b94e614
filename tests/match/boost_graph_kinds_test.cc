// Every kind of graph: Boost's own, by every container and direction, and two made by strangers. Random problems with every map
// given; whatever is written is checked by the rules of match.h.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/boost_graph.h"
#include "support/boost_graphs.h"
#include "support/graph_builders.h"
#include "support/stranger_graphs.h"

namespace jobcarve {
namespace {

using boost::capacity_map;
using boost::color_map;
using boost::default_color_type;
using boost::make_iterator_property_map;
using boost::vertex_index_map;
using boost::weight_map;
using test::kLeft;
using test::kRight;
using test::List;
using test::WeightProperty;

// One matching problem in both forms: a Graph, and the literal it was made from.
struct Problem {
  test::GraphLiteral literal;
  size_t left_count() const { return literal.left_count; }
  size_t vertex_count() const { return literal.left_count + literal.capacities.size(); }
  default_color_type Color(size_t index) const { return index < left_count() ? kLeft : kRight; }
  int32_t Capacity(size_t index) const { return index < left_count() ? 1 : literal.capacities[index - left_count()]; }
};

// The rules of match.h, by vertex index; ends as (left, right).
void ExpectProof(const Problem& problem, const std::vector<bool>& is_selected, const std::vector<int64_t>& prices,
                 int64_t total) {
  const std::vector<test::EdgeLiteral>& edges = problem.literal.edges;
  std::vector<int32_t> used(problem.vertex_count(), 0);
  int64_t sum = 0;
  for (size_t e = 0; e < edges.size(); ++e) {
    const size_t right = problem.left_count() + edges[e].right;
    const int64_t slack = prices[edges[e].left] + prices[right] - edges[e].weight;
    EXPECT_GE(slack, 0);
    if (is_selected[e]) {
      EXPECT_EQ(slack, 0);
      EXPECT_GT(edges[e].weight, 0);
      sum += edges[e].weight;
      ++used[edges[e].left];
      ++used[right];
    }
  }
  EXPECT_EQ(sum, total);
  for (size_t i = 0; i < used.size(); ++i) {
    EXPECT_LE(used[i], problem.Capacity(i));
    EXPECT_GE(prices[i], 0);
    if (used[i] < problem.Capacity(i)) {
      EXPECT_EQ(prices[i], 0);
    }
  }
}

void ExpectMates(const Problem& problem, const std::vector<bool>& is_selected, const std::vector<size_t>& mates, size_t none) {
  std::vector<size_t> expected(problem.vertex_count(), none);
  for (size_t e = 0; e < is_selected.size(); ++e) {
    const size_t left = problem.literal.edges[e].left;
    const size_t right = problem.left_count() + problem.literal.edges[e].right;
    if (is_selected[e]) {
      expected[left] = right;
      expected[right] = problem.Capacity(right) == 1 ? left : none;
    }
  }
  EXPECT_EQ(mates, expected);
}

// Solves `problem` on `g` with every map given by name, and checks all that was written. `position` says which edge of the
// literal an edge of `g` is; the tests below keep it where an edge has its weight.
template <typename Graph, typename IndexMap, typename PositionOf>
int64_t SolveAndCheck(const Problem& problem, const Graph& g, IndexMap index, PositionOf position) {
  using Vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
  using EdgeDescriptor = typename boost::graph_traits<Graph>::edge_descriptor;
  std::vector<int64_t> weights;
  for (const test::EdgeLiteral& edge : problem.literal.edges) {
    weights.push_back(edge.weight);
  }
  const auto weight =
      boost::make_function_property_map<EdgeDescriptor>([&](const EdgeDescriptor& e) { return weights[position(e)]; });
  const auto color = boost::make_function_property_map<Vertex>([&](const Vertex& v) { return problem.Color(get(index, v)); });
  const auto capacity =
      boost::make_function_property_map<Vertex>([&](const Vertex& v) { return problem.Capacity(get(index, v)); });
  std::vector<Vertex> mates(problem.vertex_count());
  std::vector<int64_t> prices(problem.vertex_count());
  std::vector<char> selected(weights.size(), 2);
  const auto selected_map = boost::make_function_property_map<EdgeDescriptor, char&>(
      [&](const EdgeDescriptor& e) -> char& { return selected[position(e)]; });
  const int64_t total = maximum_weighted_bipartite_b_matching(
      g, make_iterator_property_map(mates.begin(), index), selected_map, make_iterator_property_map(prices.begin(), index),
      weight_map(weight).vertex_index_map(index).color_map(color).capacity_map(capacity));

  std::vector<bool> is_selected;
  for (const char value : selected) {
    EXPECT_NE(value, 2);
    is_selected.push_back(value == 1);
  }
  std::vector<size_t> mate_indices;
  const size_t none = SIZE_MAX;
  for (const Vertex& mate : mates) {
    mate_indices.push_back(mate == boost::graph_traits<Graph>::null_vertex() ? none : static_cast<size_t>(get(index, mate)));
  }
  ExpectProof(problem, is_selected, prices, total);
  ExpectMates(problem, is_selected, mate_indices, none);
  return total;
}

Problem RandomProblem(const test::RandomGraphSpec& spec, uint64_t seed) {
  Rng rng(seed);
  Problem problem = {.literal = test::LiteralOf(test::RandomGraph(spec, rng))};
  rng.Shuffle(problem.literal.edges);
  return problem;
}

template <typename Graph>
class BoostGraphKindTest : public testing::Test {};

using Kinds = testing::Types<List<boost::vecS, boost::undirectedS>, List<boost::vecS, boost::directedS>,
                             List<boost::vecS, boost::bidirectionalS>, List<boost::listS, boost::undirectedS>,
                             List<boost::listS, boost::directedS>, List<boost::listS, boost::bidirectionalS>>;
TYPED_TEST_SUITE(BoostGraphKindTest, Kinds);

// Half of the edges are drawn from right to left; vertices are in any order.
TYPED_TEST(BoostGraphKindTest, ProvesTheTotalOnRandomMultigraphsWithCapacities) {
  using Vertex = typename boost::graph_traits<TypeParam>::vertex_descriptor;
  using EdgeDescriptor = typename boost::graph_traits<TypeParam>::edge_descriptor;
  for (uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = RandomProblem({.max_lefts = 9, .max_rights = 6, .max_edges = 40}, seed);
    Rng rng(seed);
    std::vector<size_t> order(problem.vertex_count());
    for (size_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    rng.Shuffle(order);
    TypeParam g;
    std::vector<Vertex> vertex(order.size());
    std::map<Vertex, size_t> indices;
    for (const size_t i : order) {
      vertex[i] = add_vertex(g);
      indices[vertex[i]] = i;
    }
    for (size_t e = 0; e < problem.literal.edges.size(); ++e) {
      const Vertex left = vertex[problem.literal.edges[e].left];
      const Vertex right = vertex[problem.left_count() + problem.literal.edges[e].right];
      const WeightProperty position(static_cast<int64_t>(e));
      rng.Chance(500) ? add_edge(left, right, position, g) : add_edge(right, left, position, g);
    }
    const auto position = get(boost::edge_weight, g);
    const boost::associative_property_map<std::map<Vertex, size_t>> index(indices);
    const int64_t total =
        SolveAndCheck(problem, g, index, [&](const EdgeDescriptor& e) { return static_cast<size_t>(get(position, e)); });
    EXPECT_EQ(total, Match(test::GraphOf(problem.literal))->total);
  }
}

TEST(BoostGraphKindsTest, CompressedSparseRowGraphs) {
  using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, WeightProperty>;
  for (uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    Problem problem = RandomProblem({.max_lefts = 9, .max_rights = 6, .max_edges = 40}, seed);
    std::vector<std::pair<size_t, size_t>> ends;
    problem.literal = test::LiteralOf(test::GraphOf(problem.literal));  // Ordered by left vertex, as its rows are.
    for (const test::EdgeLiteral& edge : problem.literal.edges) {
      ends.push_back({edge.left, problem.left_count() + edge.right});
    }
    const Csr g(boost::edges_are_sorted, ends.begin(), ends.end(), problem.vertex_count());
    const auto index = get(boost::vertex_index, g);
    const auto position = get(boost::edge_index, g);
    const int64_t total = SolveAndCheck(problem, g, index, [&](const auto& e) { return get(position, e); });
    EXPECT_EQ(total, Match(test::GraphOf(problem.literal))->total);
  }
}

TEST(BoostGraphKindsTest, AGraphMadeByAStranger) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = RandomProblem({.max_lefts = 9, .max_rights = 6, .max_edges = 40}, seed);
    stranger::Fair fair;
    for (size_t i = 0; i < problem.vertex_count(); ++i) {
      fair.nodes.push_back({.number = i});
    }
    for (const test::EdgeLiteral& edge : problem.literal.edges) {
      fair.wishes.push_back({.from = &fair.nodes[problem.left_count() + edge.right], .to = &fair.nodes[edge.left]});
    }
    const auto index =
        boost::make_function_property_map<const stranger::Node*>([](const stranger::Node* node) { return node->number; });
    const int64_t total = SolveAndCheck(
        problem, fair, index, [&](const stranger::Wish* wish) { return static_cast<size_t>(wish - fair.wishes.data()); });
    EXPECT_EQ(total, Match(test::GraphOf(problem.literal))->total);
  }
}

TEST(BoostGraphKindsTest, AGraphThatShowsItsEdgesOnlyFromItsVertices) {
  for (uint64_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const Problem problem = RandomProblem({.max_lefts = 9, .max_rights = 6, .max_edges = 40}, seed);
    stranger::Club club = {.inner = stranger::Inner(problem.vertex_count())};
    for (size_t e = 0; e < problem.literal.edges.size(); ++e) {
      const test::EdgeLiteral& edge = problem.literal.edges[e];
      add_edge(problem.left_count() + edge.right, edge.left, static_cast<int64_t>(e), club.inner);
    }
    const auto position = get(boost::edge_weight, club.inner);
    const int64_t total = SolveAndCheck(problem, club, get(boost::vertex_index, club.inner),
                                        [&](const auto& e) { return static_cast<size_t>(get(position, e)); });
    EXPECT_EQ(total, Match(test::GraphOf(problem.literal))->total);
  }
}

}  // namespace
}  // namespace jobcarve
