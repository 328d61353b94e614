#include "support/graph_builders.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "jobcarve/base/check.h"

namespace jobcarve::test {

BipartiteGraph GraphOf(const GraphLiteral& literal) {
  std::vector<Edge> edges;
  for (const EdgeLiteral& edge : literal.edges) {
    edges.push_back({.left = LeftIndex(edge.left), .right = RightIndex(edge.right), .weight = edge.weight});
  }
  absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(literal.left_count, literal.capacities, edges);
  JOBCARVE_CHECK(graph.ok());
  return *std::move(graph);
}

GraphLiteral LiteralOf(const BipartiteGraph& graph) {
  GraphLiteral literal = {.left_count = graph.left_count(), .capacities = {}, .edges = {}};
  for (const RightIndex right : graph.Rights()) {
    literal.capacities.push_back(graph.capacity(right));
  }
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      literal.edges.push_back({.left = left.value(), .right = graph.right(edge).value(), .weight = graph.weight(edge)});
    }
  }
  return literal;
}

std::vector<std::pair<size_t, size_t>> PairsOf(const BipartiteGraph& graph, const Matching& matching) {
  std::vector<std::pair<size_t, size_t>> pairs;
  for (const EdgeIndex edge : matching.edges) {
    pairs.push_back({graph.left(edge).value(), graph.right(edge).value()});
  }
  return pairs;
}

std::string Describe(const BipartiteGraph& graph) {
  const GraphLiteral literal = LiteralOf(graph);
  std::string text = absl::StrCat(literal.left_count, " left, capacities {", absl::StrJoin(literal.capacities, ","), "}, edges");
  for (const EdgeLiteral& edge : literal.edges) {
    absl::StrAppend(&text, " {", edge.left, ",", edge.right, ",", edge.weight, "}");
  }
  return text;
}

BipartiteGraph RandomGraph(const RandomGraphSpec& spec, Rng& rng) {
  GraphLiteral literal = {.left_count = static_cast<size_t>(rng.Between(0, spec.max_lefts)), .capacities = {}, .edges = {}};
  const int64_t right_count = rng.Between(0, spec.max_rights);
  for (int64_t right = 0; right < right_count; ++right) {
    literal.capacities.push_back(static_cast<int32_t>(rng.Between(0, spec.max_capacity)));
  }
  const int64_t edge_count = literal.left_count == 0 || right_count == 0 ? 0 : rng.Between(0, spec.max_edges);
  for (int64_t e = 0; e < edge_count; ++e) {
    literal.edges.push_back({.left = static_cast<size_t>(rng.Below(static_cast<int64_t>(literal.left_count))),
                             .right = static_cast<size_t>(rng.Below(right_count)),
                             .weight = rng.Between(spec.min_weight, spec.max_weight)});
  }
  return GraphOf(literal);
}

}  // namespace jobcarve::test
