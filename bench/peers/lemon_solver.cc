// The only unit with LEMON in it: its headers are C++17 at most.
#include <lemon/matching.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include "peers/places.h"
#include "peers/solver.h"

namespace jobcarve::bench {

PeerAnswer SolveByLemonNetworkSimplex(const PeerInstance& instance) {
  using Graph = lemon::SmartDigraph;
  Graph graph;
  const int lefts = static_cast<int>(instance.left_count);
  const int rights = static_cast<int>(instance.right_count);
  graph.reserveNode(lefts + rights + 1);
  graph.reserveArc(static_cast<int>(instance.edge_count()) + lefts + rights);
  for (int node = 0; node <= lefts + rights; ++node) {
    graph.addNode();
  }
  const int sink = lefts + rights;
  Graph::NodeMap<int> supplies(graph, 0);
  Graph::ArcMap<int> capacities(graph);
  Graph::ArcMap<int64_t> costs(graph);
  const auto add = [&](int from, int to, int capacity, int64_t cost) {
    const Graph::Arc arc = graph.addArc(graph.nodeFromId(from), graph.nodeFromId(to));
    capacities[arc] = capacity;
    costs[arc] = cost;
  };
  const int no_bound = lefts;  // The one unit that a left node has is bound enough; tighter ones slow LEMON down by half.
  for (int left = 0; left < lefts; ++left) {
    supplies[graph.nodeFromId(left)] = 1;
    const size_t row = static_cast<size_t>(left);
    for (size_t edge = instance.row_begins[row]; edge < instance.row_begins[row + 1]; ++edge) {
      add(left, lefts + static_cast<int>(instance.rights[edge]), no_bound, -instance.weights[edge]);
    }
    if (!instance.is_perfect) {
      add(left, sink, no_bound, 0);
    }
  }
  supplies[graph.nodeFromId(sink)] = -lefts;
  for (int right = 0; right < rights; ++right) {
    add(lefts + right, sink, instance.capacities[right], 0);
  }

  lemon::NetworkSimplex<Graph, int, int64_t> simplex(graph);
  simplex.supplyMap(supplies).upperMap(capacities).costMap(costs);
  const Stopwatch stopwatch;
  const auto outcome = simplex.run();
  const Seconds seconds = stopwatch.Elapsed();
  if (outcome != simplex.OPTIMAL) {
    return {false, 0, seconds};
  }
  return {true, -simplex.totalCost<int64_t>(), seconds};
}

PeerAnswer SolveByLemonMatching(const PeerInstance& instance) {
  using Graph = lemon::SmartGraph;
  using Weights = Graph::EdgeMap<int64_t>;
  const Places places(instance);
  const int lefts = static_cast<int>(instance.left_count);
  Graph graph;
  graph.reserveNode(lefts + static_cast<int>(places.count()));
  graph.reserveEdge(static_cast<int>(places.EdgeCount(instance)));
  for (int node = 0; node < lefts + static_cast<int>(places.count()); ++node) {
    graph.addNode();
  }
  Weights weights(graph);
  places.ForEachEdge(instance, [&](size_t left, size_t place, int64_t weight) {
    const Graph::Node from = graph.nodeFromId(static_cast<int>(left));
    weights[graph.addEdge(from, graph.nodeFromId(lefts + static_cast<int>(place)))] = weight;
  });

  if (instance.is_perfect) {
    lemon::MaxWeightedPerfectMatching<Graph, Weights> matching(graph, weights);
    const Stopwatch stopwatch;
    const bool is_feasible = matching.run();
    const Seconds seconds = stopwatch.Elapsed();
    return {is_feasible, is_feasible ? matching.matchingWeight() : 0, seconds};
  }
  lemon::MaxWeightedMatching<Graph, Weights> matching(graph, weights);
  const Stopwatch stopwatch;
  matching.run();
  const Seconds seconds = stopwatch.Elapsed();
  return {true, matching.matchingWeight(), seconds};
}

}  // namespace jobcarve::bench
