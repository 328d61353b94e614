#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/maximum_weighted_matching.hpp>
#include <vector>

#include "peers/places.h"
#include "peers/solver.h"

namespace jobcarve::bench {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, int64_t>>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;

// Added to every weight, it makes one more edge worth more than any choice of edges. 0 unless everybody must be matched.
int64_t Bonus(const PeerInstance& instance) {
  if (!instance.is_perfect || instance.edge_count() == 0) {
    return 0;
  }
  const auto [least, greatest] = std::minmax_element(instance.weights, instance.weights + instance.edge_count());
  return (*greatest - *least + 1) * static_cast<int64_t>(instance.left_count + 1) - *least;
}

}  // namespace

PeerAnswer SolveByBoost(const PeerInstance& instance) {
  const Places places(instance);
  const int64_t bonus = Bonus(instance);
  Graph graph(instance.left_count + places.count());
  places.ForEachEdge(instance, [&](size_t left, size_t place, int64_t weight) {
    boost::add_edge(left, instance.left_count + place, weight + bonus, graph);
  });
  std::vector<Vertex> mates(boost::num_vertices(graph));
  if (mates.empty()) {
    return {};
  }
  const Stopwatch stopwatch;
  boost::maximum_weighted_matching(graph, mates.data());
  PeerAnswer answer;
  answer.seconds = stopwatch.Elapsed();
  for (Vertex left = 0; left < instance.left_count; ++left) {
    if (mates[left] != boost::graph_traits<Graph>::null_vertex()) {
      answer.total += boost::get(boost::edge_weight, graph, boost::edge(left, mates[left], graph).first) - bonus;
    } else if (instance.is_perfect) {
      return {.is_feasible = false, .total = 0, .seconds = answer.seconds};
    }
  }
  return answer;
}

}  // namespace jobcarve::bench
