// incremental.h: an optimal matching that follows its graph through changes, instead of being solved anew.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, Match(graph));
//   JOBCARVE_ASSIGN_OR_RETURN(IncrementalMatching live, IncrementalMatching::Create(graph, matching));
//   JOBCARVE_RETURN_IF_ERROR(live.RemoveLeft(LeftIndex(17)));               // Any number of changes ...
//   JOBCARVE_RETURN_IF_ERROR(live.SetWeight(EdgeIndex(4), 900));
//   for (LeftIndex left : live.Optimise()) ... live.EdgeHeldBy(left) ...    // ... then who has another place than before.
//
// After Optimise() the matching is as heavy as one solved from scratch (Match, match.h: nobody is forced, edges with weight <= 0
// are never chosen), and of all matchings as heavy it is one that keeps the most pairs of before: as many left nodes as possible
// hold an edge to the right node that they held after the last Optimise(). A changed proposal is a broken promise to a person.
//
// Method. The state is a matching with prices u(l), p(r) for left and right nodes and g for the outside, where the unmatched
// are. Invariant, for every edge e = (l, r) with weight w(e):
//   u(l) + p(r) >= w(e), with equality where l holds e;
//   u(l) >= g, with equality where l is unmatched;       p(r) >= -g, with equality where r has room.
// With g taken off u and added to p these are the prices of a Matching, and certificate.h says why they prove it optimal.
// A change breaks the invariant in few places. What no longer holds is let go, so that all that is left of the damage is left
// nodes that are free at a price u(l) > g, and right nodes with room at a price p(r) > -g; each costs one shortest-path search on
// the reduced costs u(l) + p(r) - w(e) >= 0:
//   forward   from the free left node to the outside: to a free place, or to somebody who gives up;
//   backward  from the outside to the free place: somebody joins, or a place elsewhere is left empty.
// Distances are moved into the prices and each left node on the path moves one place on, after which the invariant holds there
// too (J. Edmonds, R. M. Karp, "Theoretical improvements in algorithmic efficiency for network flow problems", 1972; for matrices
// with changing costs: G. A. Mills-Tettey, A. Stentz, M. B. Dias, "The dynamic Hungarian algorithm for the assignment problem
// with changing costs", 2007; on reduced costs and auctions: A. V. Goldberg, R. E. Tarjan, "Finding minimum-cost circulations by
// successive approximation", 1990). Nothing else changes: an edge nobody holds that loses weight, or a held one that gains, costs
// no search at all.
//
// Both ends. Where places are as scarce as left nodes, a search from one end walks through most of the graph before it finds the
// one place that is free. A search that has grown large is therefore met from the outside (I. Pohl, "Bi-directional search",
// 1971): one search from the source s, one backward from the target t, both on the same reduced costs, until the least distances
// not yet scanned, F and R, sum to at least the length D of the best path found. The price g makes this local: the prices of
// nodes at distance d < F' from s and of nodes at distance d < R' to t are changed, by F' - d and R' - d, where
// F' + R' = D, F' <= F, R' <= R. No node is in both sets, or there were a shorter path; an arc from the one set to the other
// is part of a path of at least D, so its reduced cost stays >= 0. The outside is in one of the sets: only g changes where all
// other prices would have to.
//
// The fewest moves. Weights are pairs (w, k), compared by w first: k = 1 for an edge to the right node that its left node held
// before, else 0. Searches run in this ordered group (as one 128-bit number w * 2^64 + k), where everything above holds, so the
// result is heaviest by (sum of w, sum of k): exactly the promise. When the batch ends, the pairs now held become those to keep,
// and all second components of prices are set back: 1 for matched left nodes, 0 for all others. That is optimal for the new k:
// an arc with u + p > w in the first component stays covered whatever the second says; on an arc with u + p = w the second asks
// for 1 >= k where l is matched, tight where it is held (k = 1), and 0 >= 0 where l is unmatched, as then it held nothing. Nodes
// that no search touched have these second components already, so that only touched nodes are set back.
//
// Cost. A change takes time in proportion to the edges it touches; Optimise() O(m log n) for each left node and each place set
// free at worst, for n nodes and m edges, and typically far less: see bench/README.md. Memory: about 44 bytes for each edge.
//
// Deterministic: the same changes in the same order to the same start give the same matchings and prices, on every platform;
// which of several that keep as many pairs is a function of that history. No promise across versions. Thread-safety: const
// members may be called at the same time; anything else, Alternatives() too, needs the object alone.
#ifndef JOBCARVE_MATCH_INCREMENTAL_H_
#define JOBCARVE_MATCH_INCREMENTAL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/alternatives.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve {

namespace incremental {
struct Tuning;  // For tests and benchmarks.
}

class IncrementalMatching {
 public:
  IncrementalMatching();  // No nodes.
  ~IncrementalMatching();
  IncrementalMatching(const IncrementalMatching& other);  // A copy is for asking "what if": change it and throw it away.
  IncrementalMatching& operator=(const IncrementalMatching& other);
  IncrementalMatching(IncrementalMatching&& other) noexcept;  // What was moved from may only be assigned to or destroyed.
  IncrementalMatching& operator=(IncrementalMatching&& other) noexcept;

  // Starts from a graph and its optimal matching; nodes and edges keep their numbers.
  // Errors: InvalidArgument as from VerifyOptimal, which checks the matching (without `perfect`).
  // Cost: O(n + m).
  static absl::StatusOr<IncrementalMatching> Create(const BipartiteGraph& graph, const Matching& matching);

  // Changes. A change that is refused, with an InvalidArgument that says which number or limit is wrong, changes nothing. Numbers
  // are stable; those of what is removed are given out again after the next Optimise().

  // A left node, or a right node with `capacity` places (>= 0), without edges.
  // Errors: more than kMaxNodesPerSide nodes; a capacity below 0.
  absl::StatusOr<LeftIndex> AddLeft();
  absl::StatusOr<RightIndex> AddRight(int32_t capacity);
  // Edges go with their node, and a pin with its left node. Errors: no such node; for a right node, a pin that leads to it.
  absl::Status RemoveLeft(LeftIndex left);
  absl::Status RemoveRight(RightIndex right);
  // Errors: no such node; a capacity below 0, or below the number of pins that lead to it.
  absl::Status SetCapacity(RightIndex right, int32_t capacity);

  // Weights are in [-kMaxWeight, kMaxWeight]; parallel edges are allowed.
  // Errors: no such node or edge; a weight out of range; more than kMaxEdges edges; removing a pinned edge.
  absl::StatusOr<EdgeIndex> AddEdge(const Edge& edge);
  absl::Status RemoveEdge(EdgeIndex edge);
  absl::Status SetWeight(EdgeIndex edge, int64_t weight);

  // The pair is in the matching from now on, whatever it weighs, and the rest is optimal around it. Nothing when it is pinned.
  // Errors: no such edge; its left node is pinned by another edge; it is forbidden; all places of its right node are pinned.
  absl::Status Pin(EdgeIndex edge);
  absl::Status Unpin(EdgeIndex edge);  // Nothing when it is not pinned. Errors: no such edge.
  // The edge is not in the matching from now on; parallel ones may be. Errors: no such edge; it is pinned.
  absl::Status Forbid(EdgeIndex edge);
  absl::Status Allow(EdgeIndex edge);  // Nothing when it is not forbidden. Errors: no such edge.

  // Makes the matching optimal for all changes so far. Returns the left nodes, of those that exist, whose right node is another
  // than after the last Optimise(), ascending. For answers at once call it after each change; a batch keeps the most pairs over
  // all of its changes, and is faster than its changes one by one.
  std::vector<LeftIndex> Optimise();
  // Whether there were no changes since the last Optimise(). Until then, what is held is a matching, though not an optimal one.
  bool is_optimal() const;

  // What each other place would cost all: alternatives.h, with pins kept and forbidden edges left out.
  // Errors: FailedPrecondition unless is_optimal(); InvalidArgument for no such node, or one that is pinned.
  // Cost: O(m log n) at worst for one search.
  absl::StatusOr<std::vector<Alternative>> Alternatives(LeftIndex left, size_t k);

  // The graph. Numbers below the counts may be of something removed; the accessors below ask for something that exists.
  size_t left_count() const;
  size_t right_count() const;
  size_t edge_count() const;
  bool Exists(LeftIndex left) const;
  bool Exists(RightIndex right) const;
  bool Exists(EdgeIndex edge) const;
  Edge edge(EdgeIndex edge) const;
  int32_t capacity(RightIndex right) const;
  bool IsPinned(EdgeIndex edge) const;
  bool IsForbidden(EdgeIndex edge) const;

  // The matching. Prices are as in Matching; 0 for a pinned left node and for what does not exist.
  std::optional<EdgeIndex> EdgeHeldBy(LeftIndex left) const;
  int64_t total() const;  // Sum of the weights of all edges held, pinned ones too.
  int64_t price(LeftIndex left) const;
  int64_t price(RightIndex right) const;

  // The state as a graph and a matching that VerifyOptimal can check (after Optimise). Nodes have the same numbers; removed ones
  // have no edges and no places. A pin is decided already: its left node has no edges, and its right node one place less. A
  // forbidden edge is not there. So the certificate proves that, given pins and forbidden edges, nothing is heavier.
  struct Snapshot {
    BipartiteGraph graph;
    Matching matching;                          // Without the pinned pairs.
    IndexedVector<EdgeIndex, EdgeIndex> edges;  // For each edge of `graph`, its number here.
    std::vector<EdgeIndex> pins;                // Pinned edges, by left node.
    int64_t pinned_total = 0;                   // total() = matching.total + pinned_total.

    bool operator==(const Snapshot&) const = default;
  };
  // Cost: O(n + m log d) for left nodes with d edges.
  Snapshot Show() const;

 private:
  friend struct incremental::Tuning;
  struct State;
  explicit IncrementalMatching(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_INCREMENTAL_H_
