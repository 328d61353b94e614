// The adapter on graphs of Boost's own and on two made by strangers; totals against boost::maximum_weighted_matching.
#include "jobcarve/match/boost_graph.h"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/two_bit_color_map.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/transform_value_property_map.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "support/graph_builders.h"
#include "support/matching_oracles.h"

// ---- A graph that Boost has never heard of: seekers, openings and wishes in arrays, known by their addresses.
namespace stranger {

struct Node {
  size_t number = 0;
};
struct Wish {
  const Node* from = nullptr;
  const Node* to = nullptr;
  int64_t weight = 0;
};
struct Fair {
  std::vector<Node> nodes;
  std::vector<Wish> wishes;
};

using NodeIterator = boost::counting_iterator<const Node*>;
using WishIterator = boost::counting_iterator<const Wish*>;

std::pair<NodeIterator, NodeIterator> vertices(const Fair& fair) {
  return {NodeIterator(fair.nodes.data()), NodeIterator(fair.nodes.data() + fair.nodes.size())};
}
size_t num_vertices(const Fair& fair) {
  return fair.nodes.size();
}
std::pair<WishIterator, WishIterator> edges(const Fair& fair) {
  return {WishIterator(fair.wishes.data()), WishIterator(fair.wishes.data() + fair.wishes.size())};
}
size_t num_edges(const Fair& fair) {
  return fair.wishes.size();
}
const Node* source(const Wish* wish, const Fair&) {
  return wish->from;
}
const Node* target(const Wish* wish, const Fair&) {
  return wish->to;
}

// ---- And one that shows its edges only from its vertices.
using Inner = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, int64_t>>;
struct Club {
  Inner inner;
};

auto vertices(const Club& club) {
  return vertices(club.inner);
}
auto num_vertices(const Club& club) {
  return num_vertices(club.inner);
}
auto out_edges(size_t v, const Club& club) {
  return out_edges(v, club.inner);
}
auto out_degree(size_t v, const Club& club) {
  return out_degree(v, club.inner);
}
auto source(const boost::graph_traits<Inner>::edge_descriptor& e, const Club& club) {
  return source(e, club.inner);
}
auto target(const boost::graph_traits<Inner>::edge_descriptor& e, const Club& club) {
  return target(e, club.inner);
}

}  // namespace stranger

namespace boost {

template <>
struct graph_traits<stranger::Fair> {
  using vertex_descriptor = const stranger::Node*;
  using edge_descriptor = const stranger::Wish*;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  struct traversal_category : public vertex_list_graph_tag, public edge_list_graph_tag {};
  using vertex_iterator = stranger::NodeIterator;
  using edge_iterator = stranger::WishIterator;
  using vertices_size_type = size_t;
  using edges_size_type = size_t;
  using degree_size_type = size_t;
  static vertex_descriptor null_vertex() { return nullptr; }
};

template <>
struct graph_traits<stranger::Club> : public graph_traits<stranger::Inner> {
  struct traversal_category : public vertex_list_graph_tag, public incidence_graph_tag {};
};

}  // namespace boost

namespace jobcarve {
namespace {

using boost::capacity_map;
using boost::color_map;
using boost::default_color_type;
using boost::make_iterator_property_map;
using boost::vertex_index_map;
using boost::weight_map;
using testing::ElementsAre;
using testing::HasSubstr;

using WeightProperty = boost::property<boost::edge_weight_t, int64_t>;
template <typename Vertices, typename Direction>
using List = boost::adjacency_list<boost::vecS, Vertices, Direction, boost::no_property, WeightProperty>;
using Undirected = List<boost::vecS, boost::undirectedS>;
using Directed = List<boost::vecS, boost::directedS>;

constexpr default_color_type kLeft = boost::white_color;
constexpr default_color_type kRight = boost::black_color;

// Edges as (u, v, weight).
template <typename Graph>
Graph Of(size_t vertex_count, const std::vector<test::EdgeLiteral>& edges) {
  Graph g(vertex_count);
  for (const test::EdgeLiteral& edge : edges) {
    add_edge(edge.left, edge.right, edge.weight, g);
  }
  return g;
}

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

// ---- Every kind of graph.

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

TEST(BoostGraphTest, CompressedSparseRowGraphs) {
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

TEST(BoostGraphTest, AGraphMadeByAStranger) {
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

TEST(BoostGraphTest, AGraphThatShowsItsEdgesOnlyFromItsVertices) {
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

// What the call throws; a bad_graph.
std::string Refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const boost::bad_graph& fault) {
    return fault.what();
  }
  return "nothing thrown";
}

TEST(BoostGraphTest, NoPerfectMatchingNamesWhoIsShort) {
  const Undirected g = Of<Undirected>(4, {{0, 2, 9}, {1, 2, 3}});
  const default_color_type colors[] = {kLeft, kLeft, kRight, kRight};
  size_t mates[4] = {7, 7, 7, 7};
  const auto call = [&] { maximum_weighted_bipartite_b_matching(g, &mates[0], color_map(&colors[0]), {.perfect = true}); };
  EXPECT_THROW(call(), no_perfect_matching);
  EXPECT_EQ(Refusal(call), "no perfect matching: 2 left vertices (0, 1) can reach only 1 places");
  EXPECT_THAT(mates, ElementsAre(7, 7, 7, 7));  // Nothing is written.
}

TEST(BoostGraphTest, PerfectNeedsToKnowTheSides) {
  size_t mates[2];
  const Undirected g = Of<Undirected>(2, {{0, 1, 9}});
  EXPECT_EQ(
      Refusal([&] { maximum_weighted_bipartite_b_matching(g, &mates[0], boost::no_named_parameters(), {.perfect = true}); }),
      "perfect: which side must be matched? Give a color_map, in which it is white");
}

// ---- Refusals.

class BoostGraphRefusalTest : public testing::Test {
 protected:
  template <typename Params>
  std::string RefusalWith(const Params& params) {
    return Refusal([&] { maximum_weighted_bipartite_b_matching(g, &mates[0], params); });
  }

  const Undirected g = Of<Undirected>(3, {{0, 2, 5}, {1, 2, 7}});
  size_t mates[3] = {};
};

TEST_F(BoostGraphRefusalTest, OddCycles) {
  const Undirected triangle = Of<Undirected>(3, {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}});
  EXPECT_EQ(Refusal([&] { maximum_weighted_bipartite_b_matching(triangle, &mates[0]); }),
            "the graph is not bipartite: it has an odd cycle");
  const Undirected loop = Of<Undirected>(3, {{1, 1, 1}});
  EXPECT_EQ(Refusal([&] { maximum_weighted_bipartite_b_matching(loop, &mates[0]); }),
            "the graph is not bipartite: it has an odd cycle");
}

TEST_F(BoostGraphRefusalTest, EdgesWithinASide) {
  const default_color_type left[] = {kLeft, kRight, kLeft};
  EXPECT_EQ(RefusalWith(color_map(&left[0])), "color_map: the edge between vertices 0 and 2 has both ends on the left");
  const default_color_type right[] = {kLeft, kRight, kRight};
  EXPECT_EQ(RefusalWith(color_map(&right[0])), "color_map: the edge between vertices 1 and 2 has both ends on the right");
}

TEST_F(BoostGraphRefusalTest, Capacities) {
  const int negative[] = {1, 1, -2};
  EXPECT_EQ(RefusalWith(capacity_map(&negative[0])), "capacity_map: -2 for vertex 2 is below 0");
  const int both[] = {1, 3, 2};
  EXPECT_EQ(RefusalWith(capacity_map(&both[0])), "capacity_map: 2 for vertex 2 on the left; above 1 is for the right side only");
  const uint64_t huge[] = {1, 1, UINT64_MAX};
  EXPECT_EQ(RefusalWith(capacity_map(&huge[0])), "nothing thrown");
}

TEST_F(BoostGraphRefusalTest, Weights) {
  using EdgeDescriptor = boost::graph_traits<Undirected>::edge_descriptor;
  const auto all = [](auto weight) {
    return weight_map(boost::make_function_property_map<EdgeDescriptor>([weight](const EdgeDescriptor&) { return weight; }));
  };
  const std::string range = " is outside [-1099511627776, 1099511627776]";
  EXPECT_EQ(RefusalWith(all(kMaxWeight + 1)), "weight_map: 1099511627777 for the edge between vertices 0 and 2" + range);
  EXPECT_EQ(RefusalWith(all(INT64_MIN)), "weight_map: -9223372036854775808 for the edge between vertices 0 and 2" + range);
  EXPECT_EQ(RefusalWith(all(UINT64_MAX)), "weight_map: 18446744073709551615 for the edge between vertices 0 and 2" + range);
  EXPECT_EQ(RefusalWith(all(kMaxWeight)), "nothing thrown");
  EXPECT_EQ(RefusalWith(all(static_cast<int8_t>(-1))), "nothing thrown");
  EXPECT_EQ(RefusalWith(all(true)), "nothing thrown");
}

TEST_F(BoostGraphRefusalTest, Indices) {
  const int beyond[] = {0, 1, 3};
  EXPECT_EQ(RefusalWith(vertex_index_map(&beyond[0])), "vertex_index_map: 3 is not below the number of vertices, 3");
  const int negative[] = {0, -1, 2};
  EXPECT_EQ(RefusalWith(vertex_index_map(&negative[0])), "vertex_index_map: -1 is not below the number of vertices, 3");
  const int twice[] = {0, 1, 1};
  EXPECT_EQ(RefusalWith(vertex_index_map(&twice[0])), "vertex_index_map: 1 is given to two vertices");
}

TEST_F(BoostGraphRefusalTest, PricesOfAPerfectMatchingThatCouldOverflow) {
  constexpr size_t kLefts = size_t{1} << 19;
  Directed large(kLefts + 1);
  add_edge(0, kLefts, kMaxWeight, large);
  add_edge(1, kLefts, -kMaxWeight, large);
  std::vector<default_color_type> colors(kLefts + 1, kLeft);
  colors[kLefts] = kRight;
  std::vector<size_t> all(kLefts + 1);
  EXPECT_THAT(
      Refusal([&] { maximum_weighted_bipartite_b_matching(large, all.data(), color_map(colors.data()), {.perfect = true}); }),
      HasSubstr("is a spread of"));
}

}  // namespace
}  // namespace jobcarve
