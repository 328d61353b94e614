// Checks every edge once, then sorts the edges by left node with one counting pass, which keeps the caller's order within a
// node. Tested by tests/match/bipartite_test.cc.
#include "jobcarve/match/bipartite.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve {
namespace {

absl::Status CheckSizes(size_t left_count, size_t right_count, size_t edge_count) {
  if (left_count > kMaxNodesPerSide) {
    return absl::InvalidArgumentError(absl::StrCat("left nodes: ", left_count, " is above ", kMaxNodesPerSide));
  }
  if (right_count > kMaxNodesPerSide) {
    return absl::InvalidArgumentError(absl::StrCat("right nodes: ", right_count, " is above ", kMaxNodesPerSide));
  }
  if (edge_count > kMaxEdges) {
    return absl::InvalidArgumentError(absl::StrCat("edges: ", edge_count, " is above ", kMaxEdges));
  }
  return absl::OkStatus();
}

absl::Status CheckCapacities(std::span<const int32_t> capacities) {
  for (size_t right = 0; right < capacities.size(); ++right) {
    if (capacities[right] < 0) {
      return absl::InvalidArgumentError(absl::StrCat("capacities[", right, "]: ", capacities[right], " is below 0"));
    }
  }
  return absl::OkStatus();
}

absl::Status CheckNode(size_t edge, absl::string_view side, size_t node, size_t count) {
  if (node < count) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat("edges[", edge, "].", side, ": ", node, " is not below the number of ", side, " nodes, ", count));
}

absl::Status CheckWeight(size_t edge, int64_t weight) {
  if (weight >= -kMaxWeight && weight <= kMaxWeight) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat("edges[", edge, "].weight: ", weight, " outside [", -kMaxWeight, ", ", kMaxWeight, "]"));
}

absl::Status CheckRowBegins(std::span<const size_t> row_begins, size_t edge_count) {
  if (row_begins.empty() || row_begins.front() != 0) {
    return absl::InvalidArgumentError("row_begins: must hold at least one entry, and the first must be 0");
  }
  for (size_t left = 0; left + 1 < row_begins.size(); ++left) {
    if (row_begins[left + 1] < row_begins[left]) {
      return absl::InvalidArgumentError(
          absl::StrCat("row_begins[", left + 1, "]: ", row_begins[left + 1], " is below the one before, ", row_begins[left]));
    }
  }
  if (row_begins.back() != edge_count) {
    return absl::InvalidArgumentError(
        absl::StrCat("row_begins: ends at ", row_begins.back(), " but there are ", edge_count, " edges"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<BipartiteGraph> BipartiteGraph::Create(size_t left_count, std::vector<int32_t> capacities,
                                                      std::span<const Edge> edges) {
  JOBCARVE_RETURN_IF_ERROR(CheckSizes(left_count, capacities.size(), edges.size()));
  JOBCARVE_RETURN_IF_ERROR(CheckCapacities(capacities));
  std::vector<size_t> row_begins(left_count + 1, 0);
  for (size_t e = 0; e < edges.size(); ++e) {
    JOBCARVE_RETURN_IF_ERROR(CheckNode(e, "left", edges[e].left.value(), left_count));
    JOBCARVE_RETURN_IF_ERROR(CheckNode(e, "right", edges[e].right.value(), capacities.size()));
    JOBCARVE_RETURN_IF_ERROR(CheckWeight(e, edges[e].weight));
    ++row_begins[edges[e].left.value() + 1];
  }
  for (size_t left = 0; left < left_count; ++left) {
    row_begins[left + 1] += row_begins[left];
  }
  BipartiteGraph graph;
  graph.rights_.resize(edges.size());
  graph.weights_.resize(edges.size());
  std::vector<size_t> next(row_begins.begin(), row_begins.end() - 1);
  for (const Edge& edge : edges) {
    const size_t position = next[edge.left.value()]++;
    graph.rights_[position] = edge.right;
    graph.weights_[position] = edge.weight;
  }
  graph.row_begins_ = std::move(row_begins);
  graph.capacities_ = std::move(capacities);
  return graph;
}

absl::StatusOr<BipartiteGraph> BipartiteGraph::FromRows(std::vector<size_t> row_begins, std::vector<RightIndex> rights,
                                                        std::vector<int64_t> weights, std::vector<int32_t> capacities) {
  JOBCARVE_RETURN_IF_ERROR(CheckRowBegins(row_begins, rights.size()));
  JOBCARVE_RETURN_IF_ERROR(CheckSizes(row_begins.size() - 1, capacities.size(), rights.size()));
  JOBCARVE_RETURN_IF_ERROR(CheckCapacities(capacities));
  if (weights.size() != rights.size()) {
    return absl::InvalidArgumentError(absl::StrCat("weights: ", weights.size(), " of them for ", rights.size(), " edges"));
  }
  for (size_t e = 0; e < rights.size(); ++e) {
    JOBCARVE_RETURN_IF_ERROR(CheckNode(e, "right", rights[e].value(), capacities.size()));
    JOBCARVE_RETURN_IF_ERROR(CheckWeight(e, weights[e]));
  }
  BipartiteGraph graph;
  graph.row_begins_ = std::move(row_begins);
  graph.rights_ = std::move(rights);
  graph.weights_ = std::move(weights);
  graph.capacities_ = std::move(capacities);
  return graph;
}

LeftIndex BipartiteGraph::left(EdgeIndex edge) const {
  const auto row_after = std::upper_bound(row_begins_.begin(), row_begins_.end(), edge.value());
  return LeftIndex(static_cast<size_t>(row_after - row_begins_.begin()) - 1);
}

}  // namespace jobcarve
