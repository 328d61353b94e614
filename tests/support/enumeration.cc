#include "support/enumeration.h"

#include <utility>
#include <vector>

namespace jobcarve::test {
namespace {

// Counts up through all vectors whose entry i is below bases[i]; false after the last.
bool Next(std::vector<int64_t>& digits, const std::vector<int64_t>& bases) {
  for (size_t i = 0; i < digits.size(); ++i) {
    if (++digits[i] < bases[i]) {
      return true;
    }
    digits[i] = 0;
  }
  return false;
}

struct Matchings {
  const BipartiteGraph& graph;
  absl::FunctionRef<void(std::span<const EdgeIndex>)> visit;
  std::vector<int32_t> places;  // Left, by right node.
  std::vector<EdgeIndex> edges;

  void From(size_t first_left) {
    if (first_left == graph.left_count()) {
      visit(edges);
      return;
    }
    From(first_left + 1);
    for (const EdgeIndex edge : graph.EdgesOf(LeftIndex(first_left))) {
      int32_t& place = places[graph.right(edge).value()];
      if (place > 0) {
        --place;
        edges.push_back(edge);
        From(first_left + 1);
        edges.pop_back();
        ++place;
      }
    }
  }
};

}  // namespace

std::vector<GraphLiteral> AllGraphs(const AllGraphsSpec& spec) {
  std::vector<GraphLiteral> graphs;
  const size_t pair_count = spec.left_count * spec.right_count;
  std::vector<int64_t> bases(pair_count, spec.max_weight + 1);
  bases.resize(pair_count + spec.right_count, spec.max_capacity + 1);
  std::vector<int64_t> digits(bases.size(), 0);
  do {
    GraphLiteral literal = {.left_count = spec.left_count, .capacities = {}, .edges = {}};
    for (size_t pair = 0; pair < pair_count; ++pair) {
      if (digits[pair] > 0) {
        literal.edges.push_back({.left = pair / spec.right_count, .right = pair % spec.right_count, .weight = digits[pair]});
      }
    }
    for (size_t right = 0; right < spec.right_count; ++right) {
      literal.capacities.push_back(static_cast<int32_t>(digits[pair_count + right]));
    }
    graphs.push_back(std::move(literal));
  } while (Next(digits, bases));
  return graphs;
}

void ForEachMatching(const BipartiteGraph& graph, absl::FunctionRef<void(std::span<const EdgeIndex> edges)> visit) {
  Matchings matchings = {.graph = graph, .visit = visit, .places = {}, .edges = {}};
  for (const RightIndex right : graph.Rights()) {
    matchings.places.push_back(graph.capacity(right));
  }
  matchings.From(0);
}

double MatchingsAtMost(const BipartiteGraph& graph) {
  double ways = 1;
  for (const LeftIndex left : graph.Lefts()) {
    ways *= static_cast<double>(graph.EdgesOf(left).size() + 1);
  }
  return ways;
}

}  // namespace jobcarve::test
