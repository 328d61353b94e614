#include "support/matching_oracles.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/maximum_weighted_matching.hpp>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "support/enumeration.h"

namespace jobcarve::test {

std::optional<int64_t> TotalByEnumeration(const BipartiteGraph& graph, const MatchOptions& options) {
  std::optional<int64_t> best;
  ForEachMatching(graph, [&](std::span<const EdgeIndex> edges) {
    if (options.perfect && edges.size() < graph.left_count()) {
      return;
    }
    int64_t total = 0;
    for (const EdgeIndex edge : edges) {
      total += graph.weight(edge);
    }
    best = std::max(best, std::optional(total));
  });
  return best;
}

int64_t TotalByBoost(const BipartiteGraph& graph) {
  using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                           boost::property<boost::edge_weight_t, int64_t>>;
  std::vector<size_t> first_copy(graph.right_count() + 1, graph.left_count());
  for (size_t right = 0; right < graph.right_count(); ++right) {
    const size_t capacity = static_cast<size_t>(graph.capacity(RightIndex(right)));
    first_copy[right + 1] = first_copy[right] + std::min(capacity, graph.left_count());
  }
  std::map<std::pair<size_t, size_t>, int64_t> heaviest;  // Boost takes no parallel edges.
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      const size_t right = graph.right(edge).value();
      for (size_t copy = first_copy[right]; copy < first_copy[right + 1] && graph.weight(edge) > 0; ++copy) {
        int64_t& weight = heaviest[{left.value(), copy}];
        weight = std::max(weight, graph.weight(edge));
      }
    }
  }
  BoostGraph copies(first_copy.back());
  for (const auto& [ends, weight] : heaviest) {
    boost::add_edge(ends.first, ends.second, weight, copies);
  }
  std::vector<boost::graph_traits<BoostGraph>::vertex_descriptor> mates(boost::num_vertices(copies));
  if (!mates.empty()) {
    boost::maximum_weighted_matching(copies, mates.data());
  }
  int64_t total = 0;
  for (size_t left = 0; left < graph.left_count() && !mates.empty(); ++left) {
    const auto pair = heaviest.find({left, mates[left]});
    total += pair == heaviest.end() ? 0 : pair->second;
  }
  return total;
}

}  // namespace jobcarve::test
