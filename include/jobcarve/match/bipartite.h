// bipartite.h: who could take what, and what it is worth: a sparse bipartite graph. It knows no people.
//
//   // 0 --5-- 0 (1 place)      Left nodes are numbered on their own, right nodes likewise.
//   // 1 --7--/
//   const std::vector<Edge> edges = {{.left = LeftIndex(0), .right = RightIndex(0), .weight = 5},
//                                    {.left = LeftIndex(1), .right = RightIndex(0), .weight = 7}};
//   absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(2, {1}, edges);
//   if (!graph.ok()) return graph.status();
//   for (EdgeIndex e : graph->EdgesOf(LeftIndex(1))) ...  graph->right(e), graph->weight(e) ...
//
// Left nodes (in jobcarve: candidates) are matched at most once; right nodes (roles) at most `capacity` times. Parallel
// edges, nodes without edges, capacities of zero and graphs without nodes are all allowed.
#ifndef JOBCARVE_MATCH_BIPARTITE_H_
#define JOBCARVE_MATCH_BIPARTITE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/base/large_vector.h"

namespace jobcarve {

using LeftIndex = Index<struct LeftTag>;
using RightIndex = Index<struct RightTag>;
using EdgeIndex = Index<struct EdgeTag>;

// |weight| <= kMaxWeight and at most kMaxNodesPerSide nodes on each side: no sum over a matching leaves 2^62.
inline constexpr int64_t kMaxWeight = int64_t{1} << 40;
inline constexpr size_t kMaxNodesPerSide = size_t{1} << 22;
inline constexpr size_t kMaxEdges = size_t{1} << 31;

struct Edge {
  LeftIndex left;
  RightIndex right;
  int64_t weight = 0;  // Fixed point, in any unit that is the same for all edges; [-kMaxWeight, kMaxWeight].

  bool operator==(const Edge&) const = default;
};

// The edges [begin, end) of one left node, for a range-for.
class EdgeRange {
 public:
  constexpr EdgeRange(EdgeIndex begin, EdgeIndex end) : begin_(begin), end_(end) {}
  constexpr EdgeIndex begin() const { return begin_; }
  constexpr EdgeIndex end() const { return end_; }
  constexpr size_t size() const { return end_.value() - begin_.value(); }

 private:
  EdgeIndex begin_;
  EdgeIndex end_;
};

// An edge as one of its ends sees it: the node at the other end, and the weight.
template <typename Weight>
struct HalfEdge {
  uint32_t node = 0;
  Weight weight = 0;

  bool operator==(const HalfEdge&) const = default;
};

// Immutable, in compressed rows seen from both sides: 16 bytes per edge when all weights are below kNarrowWeight in size, else
// 32; 4 per left node, 8 per right node. Equal graphs compare equal.
class BipartiteGraph {
 public:
  // Weights below this size are kept in 4 bytes each.
  static constexpr int64_t kNarrowWeight = int64_t{1} << 29;

  BipartiteGraph() = default;  // No nodes.

  // Right nodes are 0 .. capacities.size() - 1. Edges get their numbers by left node, then in the order given; a list that
  // is already ordered by left node keeps its positions.
  // Errors: InvalidArgument that names the first edge or node, the value found and the range allowed, for a node out of
  //   range, |weight| > kMaxWeight, a capacity below 0, or more nodes or edges than the limits above.
  // Cost: O(n + m) for n nodes and m edges.
  static absl::StatusOr<BipartiteGraph> Create(size_t left_count, std::vector<int32_t> capacities, std::span<const Edge> edges);

  // The same from rows that exist already: the edges of left node l are row_begins[l] .. row_begins[l + 1] - 1 and lead to
  // rights[e] with weights[e]; row_begins has one entry more than there are left nodes.
  // Errors: as above, and InvalidArgument when the arrays do not fit together.
  static absl::StatusOr<BipartiteGraph> FromRows(std::vector<size_t> row_begins, std::vector<RightIndex> rights,
                                                 std::vector<int64_t> weights, std::vector<int32_t> capacities);

  size_t left_count() const { return left_begins_.size() - 1; }
  size_t right_count() const { return capacities_.size(); }
  size_t edge_count() const { return left_begins_.back(); }

  IndexRange<LeftIndex> Lefts() const { return IndexRange<LeftIndex>(left_count()); }
  IndexRange<RightIndex> Rights() const { return IndexRange<RightIndex>(right_count()); }

  EdgeRange EdgesOf(LeftIndex left) const {
    return {EdgeIndex(left_begins_[left.value()]), EdgeIndex(left_begins_[left.value() + 1])};
  }
  size_t degree(RightIndex right) const { return right_begins_[right.value() + 1] - right_begins_[right.value()]; }
  LeftIndex left(EdgeIndex edge) const;  // O(log n).
  RightIndex right(EdgeIndex edge) const {
    return RightIndex(is_narrow_ ? narrow_.of_left[edge.value()].node : wide_.of_left[edge.value()].node);
  }
  int64_t weight(EdgeIndex edge) const {
    return is_narrow_ ? narrow_.of_left[edge.value()].weight : wide_.of_left[edge.value()].weight;
  }
  int32_t capacity(RightIndex right) const { return capacities_[right.value()]; }
  int64_t least_weight() const { return least_weight_; }  // Of all edges; 0 when there are none.
  int64_t greatest_weight() const { return greatest_weight_; }

  // Whole rows for loops that run over them, Weight being int32_t when is_narrow(), else int64_t. Row(l)[i] is the edge
  // EdgesOf(l).begin() + i. Column(r) is ordered by left node, then by edge number.
  bool is_narrow() const { return is_narrow_; }
  template <typename Weight>
  std::span<const HalfEdge<Weight>> Row(LeftIndex left) const {
    return Slice(RowsOf<Weight>().of_left, left_begins_, left.value());
  }
  template <typename Weight>
  std::span<const HalfEdge<Weight>> Column(RightIndex right) const {
    return Slice(RowsOf<Weight>().of_right, right_begins_, right.value());
  }

  bool operator==(const BipartiteGraph&) const = default;

 private:
  template <typename Weight>
  struct Rows {
    LargeVector<HalfEdge<Weight>> of_left;
    LargeVector<HalfEdge<Weight>> of_right;

    bool operator==(const Rows&) const = default;
  };

  template <typename Weight>
  static std::span<const HalfEdge<Weight>> Slice(const LargeVector<HalfEdge<Weight>>& rows, const LargeVector<uint32_t>& begins,
                                                 size_t node) {
    return std::span(rows).subspan(begins[node], begins[node + 1] - begins[node]);
  }
  template <typename Weight>
  const Rows<Weight>& RowsOf() const {
    if constexpr (sizeof(Weight) == sizeof(int32_t)) {
      return narrow_;
    } else {
      return wide_;
    }
  }
  void NoteWeight(int64_t weight, bool is_first);
  template <typename Weight>
  void FillColumns(Rows<Weight>& rows);

  LargeVector<uint32_t> left_begins_ = {0};
  LargeVector<uint32_t> right_begins_ = {0};
  std::vector<int32_t> capacities_;
  int64_t least_weight_ = 0;
  int64_t greatest_weight_ = 0;
  bool is_narrow_ = true;
  Rows<int32_t> narrow_;  // One of the two is empty.
  Rows<int64_t> wide_;
};

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_BIPARTITE_H_
