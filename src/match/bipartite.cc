// Checks every edge once, then sorts the edges by left node, and again by right node, with one counting pass each, which keep
// the order within a node. Tested by tests/match/bipartite_test.cc.
#include "jobcarve/match/bipartite.h"

#include <algorithm>
#include <numeric>
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
  BipartiteGraph graph;
  graph.left_begins_.assign(left_count + 1, 0);
  for (size_t e = 0; e < edges.size(); ++e) {
    JOBCARVE_RETURN_IF_ERROR(CheckNode(e, "left", edges[e].left.value(), left_count));
    JOBCARVE_RETURN_IF_ERROR(CheckNode(e, "right", edges[e].right.value(), capacities.size()));
    JOBCARVE_RETURN_IF_ERROR(CheckWeight(e, edges[e].weight));
    graph.NoteWeight(edges[e].weight, e == 0);
    ++graph.left_begins_[edges[e].left.value() + 1];
  }
  std::partial_sum(graph.left_begins_.begin(), graph.left_begins_.end(), graph.left_begins_.begin());
  graph.capacities_ = std::move(capacities);
  const auto fill = [&]<typename Weight>(Rows<Weight>& rows) {
    rows.of_left.resize(edges.size());
    std::vector<uint32_t> next(graph.left_begins_.begin(), graph.left_begins_.end() - 1);
    for (const Edge& edge : edges) {
      rows.of_left[next[edge.left.value()]++] = {static_cast<uint32_t>(edge.right.value()), static_cast<Weight>(edge.weight)};
    }
    graph.FillColumns(rows);
  };
  graph.is_narrow_ ? fill(graph.narrow_) : fill(graph.wide_);
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
  BipartiteGraph graph;
  for (size_t e = 0; e < rights.size(); ++e) {
    JOBCARVE_RETURN_IF_ERROR(CheckNode(e, "right", rights[e].value(), capacities.size()));
    JOBCARVE_RETURN_IF_ERROR(CheckWeight(e, weights[e]));
    graph.NoteWeight(weights[e], e == 0);
  }
  graph.left_begins_.assign(row_begins.begin(), row_begins.end());
  graph.capacities_ = std::move(capacities);
  const auto fill = [&]<typename Weight>(Rows<Weight>& rows) {
    rows.of_left.resize(rights.size());
    for (size_t e = 0; e < rights.size(); ++e) {
      rows.of_left[e] = {static_cast<uint32_t>(rights[e].value()), static_cast<Weight>(weights[e])};
    }
    graph.FillColumns(rows);
  };
  graph.is_narrow_ ? fill(graph.narrow_) : fill(graph.wide_);
  return graph;
}

void BipartiteGraph::NoteWeight(int64_t weight, bool is_first) {
  least_weight_ = is_first ? weight : std::min(least_weight_, weight);
  greatest_weight_ = is_first ? weight : std::max(greatest_weight_, weight);
  is_narrow_ = least_weight_ > -kNarrowWeight && greatest_weight_ < kNarrowWeight;
}

template <typename Weight>
void BipartiteGraph::FillColumns(Rows<Weight>& rows) {
  right_begins_.assign(right_count() + 1, 0);
  for (const HalfEdge<Weight>& edge : rows.of_left) {
    ++right_begins_[edge.node + 1];
  }
  std::partial_sum(right_begins_.begin(), right_begins_.end(), right_begins_.begin());
  rows.of_right.resize(rows.of_left.size());
  std::vector<uint32_t> next(right_begins_.begin(), right_begins_.end() - 1);
  for (const LeftIndex left : Lefts()) {
    for (const HalfEdge<Weight>& edge : Row<Weight>(left)) {
      rows.of_right[next[edge.node]++] = {static_cast<uint32_t>(left.value()), edge.weight};
    }
  }
}

LeftIndex BipartiteGraph::left(EdgeIndex edge) const {
  const auto row_after = std::upper_bound(left_begins_.begin(), left_begins_.end(), edge.value());
  return LeftIndex(static_cast<size_t>(row_after - left_begins_.begin()) - 1);
}

}  // namespace jobcarve
