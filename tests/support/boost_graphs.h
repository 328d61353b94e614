// boost_graphs.h: Boost's own graphs as they are drawn in a test of boost_graph.h, and what it says when it refuses one.
#ifndef JOBCARVE_TESTS_SUPPORT_BOOST_GRAPHS_H_
#define JOBCARVE_TESTS_SUPPORT_BOOST_GRAPHS_H_

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/exception.hpp>
#include <boost/graph/properties.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "support/graph_builders.h"

namespace jobcarve::test {

using WeightProperty = boost::property<boost::edge_weight_t, int64_t>;
template <typename Vertices, typename Direction>
using List = boost::adjacency_list<boost::vecS, Vertices, Direction, boost::no_property, WeightProperty>;
using Undirected = List<boost::vecS, boost::undirectedS>;
using Directed = List<boost::vecS, boost::directedS>;

inline constexpr boost::default_color_type kLeft = boost::white_color;
inline constexpr boost::default_color_type kRight = boost::black_color;

// Edges as (u, v, weight).
template <typename Graph>
Graph Of(size_t vertex_count, const std::vector<EdgeLiteral>& edges) {
  Graph g(vertex_count);
  for (const EdgeLiteral& edge : edges) {
    add_edge(edge.left, edge.right, edge.weight, g);
  }
  return g;
}

// What the call throws; a bad_graph.
inline std::string Refusal(const std::function<void()>& call) {
  try {
    call();
  } catch (const boost::bad_graph& fault) {
    return fault.what();
  }
  return "nothing thrown";
}

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_BOOST_GRAPHS_H_
