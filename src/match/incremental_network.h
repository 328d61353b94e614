// incremental_network.h: a graph that changes, who holds which place in it, and the prices.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_NETWORK_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_NETWORK_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "base/prefetch.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"
#include "match/incremental_rows.h"
#include "match/incremental_table.h"
#include "match/incremental_value.h"

namespace jobcarve::incremental {

// In these packed records the greatest number stands for none; no list is as long (kMaxNodesPerSide, kMaxEdges).
inline constexpr LeftIndex kNoLeft{UINT32_MAX};
inline constexpr RightIndex kNoRight{UINT32_MAX};
inline constexpr EdgeIndex kNoEdge{UINT32_MAX};

// The weight that searches see of an edge that must not be chosen, and the price of a left node that takes no part: no sum of
// prices comes near them.
inline constexpr int64_t kNever = int64_t{1} << 58;
// Beyond any sum of reduced costs that can happen.
inline constexpr Value kFar = Value(kNever / 2) << kWeightShift;

// An edge as its left node sees it, and the same edge as its right node sees it. `weight` is -kNever for an edge that must
// not be chosen (forbidden, or not worth more than nothing).
struct Arc {
  int64_t weight = 0;
  RightIndex right;
  EdgeIndex edge;
};
struct BackArc {
  int64_t weight = 0;
  LeftIndex left;
  EdgeIndex edge;
};

struct Left {
  Value price = 0;
  RightIndex before = kNoRight;  // Held when the last batch of changes began.
  RightIndex right = kNoRight;   // Held now, by `edge`.
  EdgeIndex edge = kNoEdge;
  uint32_t seat = 0;  // Position among the holders of `right`.

  bool IsFree() const { return edge == kNoEdge; }
  bool TakesPart() const { return price < ValueOf(kNever / 2, 0); }
};

struct Right {
  Value price = 0;
  uint32_t places = 0;  // Capacity less pins.
  uint32_t taken = 0;

  bool HasRoom() const { return taken < places; }
};

// What an arc is worth: its weight, and 1 when it would keep the pair that was held before.
inline Value WorthOf(const Arc& arc, const Left& left) {
  return ValueOf(arc.weight, arc.right == left.before ? 1 : 0);
}
inline Value WorthOf(const BackArc& arc, RightIndex right, const Left& left) {
  return ValueOf(arc.weight, right == left.before ? 1 : 0);
}

// Every editing function takes constant time, on average, for each edge it touches. None checks its arguments:
// incremental_checks.h does. Numbers of removed nodes and edges are given out again after Recycle().
class DynamicNetwork {
 public:
  DynamicNetwork() = default;
  // `matching` must be one of `graph`, with feasible prices.
  DynamicNetwork(const BipartiteGraph& graph, const Matching& matching);

  size_t left_count() const { return lefts_.size(); }
  size_t right_count() const { return rights_.size(); }
  size_t edge_count() const { return edges_.size(); }
  bool Exists(LeftIndex left) const { return left.value() < left_count() && left_facts_[left].exists; }
  bool Exists(RightIndex right) const { return right.value() < right_count() && right_facts_[right].exists; }
  bool Exists(EdgeIndex edge) const { return edge.value() < edge_count() && edges_[edge].exists; }

  const Left& left(LeftIndex left) const { return lefts_[left]; }
  const Right& right(RightIndex right) const { return rights_[right]; }
  std::span<const Arc> ArcsOf(LeftIndex left) const { return arcs_[left.value()]; }
  std::span<const BackArc> BackArcsOf(RightIndex right) const { return back_arcs_[right.value()]; }
  std::span<const LeftIndex> HoldersOf(RightIndex right) const { return holders_[right.value()]; }
  // The weights of the prices, alone in arrays: nearly all arcs of a row are ruled out by a look at them.
  int64_t PriceWeight(LeftIndex left) const { return left_weights_[left]; }
  int64_t PriceWeight(RightIndex right) const { return right_weights_[right]; }
  void SetPrice(LeftIndex left, Value price) {
    lefts_[left].price = price;
    left_weights_[left] = WeightOf(price);
  }
  void SetPrice(RightIndex right, Value price) {
    rights_[right].price = price;
    right_weights_[right] = WeightOf(price);
  }
  void SetBefore(LeftIndex left, RightIndex before) { lefts_[left].before = before; }
  // Hints that these are read soon, in the order in which they are needed. Searches jump about in memory; waiting for it is most
  // of what they do.
  void Prefetch(LeftIndex left) const { jobcarve::Prefetch(&lefts_[left]); }
  void Prefetch(RightIndex right) const { jobcarve::Prefetch(&rights_[right]); }
  void PrefetchBackArcs(RightIndex right) const { back_arcs_.PrefetchItems(right.value()); }
  void PrefetchHolders(RightIndex right) const {
    for (const LeftIndex holder : HoldersOf(right)) {
      Prefetch(holder);
      arcs_.PrefetchPlace(holder.value());
    }
  }
  void PrefetchArcsOfHolders(RightIndex right) const {
    for (const LeftIndex holder : HoldersOf(right)) {
      arcs_.PrefetchItems(holder.value());
    }
  }
  const Arc& arc(EdgeIndex edge) const { return arcs_[edges_[edge].left.value()][edges_[edge].position]; }

  LeftIndex LeftOf(EdgeIndex edge) const { return edges_[edge].left; }
  // The edge with its true weight.
  Edge edge(EdgeIndex edge) const;
  bool IsForbidden(EdgeIndex edge) const { return forbidden_.contains(edge); }
  // The edge that `left` is pinned to, or kNoEdge.
  EdgeIndex pin(LeftIndex left) const { return left_facts_[left].pin; }
  bool IsPinned(EdgeIndex edge) const { return pin(edges_[edge].left) == edge; }
  int32_t pin_count(RightIndex right) const { return right_facts_[right].pin_count; }
  int32_t capacity(RightIndex right) const { return static_cast<int32_t>(rights_[right].places) + pin_count(right); }

  // What it costs the matching when a matched left node goes unmatched, or when a right node leaves a place empty.
  Value GiveUpCost(const Left& left) const { return left.price - outside_; }
  Value LeaveCost(const Right& right) const { return right.price + outside_; }
  Value OfferTo(const Arc& arc, const Left& left) const { return WorthOf(arc, left) - rights_[arc.right].price; }
  // The lowest price of a left node that covers all its arcs.
  Value LowestPrice(LeftIndex left) const;
  // `left`, which must be free, takes no part until it is given a price again.
  void Withdraw(LeftIndex left) { SetPrice(left, ValueOf(kNever, 0)); }
  // Raises the price of the outside, against which all others are measured.
  void RaiseOutside(Value rise) { outside_ += rise; }
  Value outside() const { return outside_; }
  void set_outside(Value price) { outside_ = price; }

  // Measures all prices against an outside of weight 0 again. O(n).
  void Rebase();

  // The greatest weight that any edge ever had, at least 1: no price is higher.
  int64_t greatest_weight() const { return greatest_weight_; }

  // The sum of the weights held, without pins.
  int64_t total() const { return total_; }
  // `left` must be free and the right node of `edge` must have room.
  void Hold(LeftIndex left, EdgeIndex edge);
  // `left` must not be free.
  void Release(LeftIndex left);

  LeftIndex AddLeft();
  RightIndex AddRight(int32_t capacity);
  EdgeIndex AddEdge(const Edge& edge);
  // Nothing may be held or pinned by what is removed; of a node, its edges must be gone.
  void RemoveLeft(LeftIndex left);
  void RemoveRight(RightIndex right);
  void RemoveEdge(EdgeIndex edge);
  void SetWeight(EdgeIndex edge, int64_t weight);
  void SetPlaces(RightIndex right, uint32_t places) { rights_[right].places = places; }
  void SetForbidden(EdgeIndex edge, bool is_forbidden);
  // Takes the left node out of the market, and one place of the right node; `left` must be free, and a place must be free.
  void Pin(EdgeIndex edge);
  // Gives both back; the price of the left node must be set after it.
  void Unpin(LeftIndex left);
  void Recycle();

  size_t unused_lefts() const { return unused_lefts_.size(); }
  size_t unused_rights() const { return unused_rights_.size(); }
  size_t unused_edges() const { return unused_edges_.size(); }

 private:
  struct LeftFacts {
    bool exists = true;
    EdgeIndex pin = kNoEdge;
  };
  struct RightFacts {
    bool exists = true;
    int32_t pin_count = 0;
  };
  struct EdgeFacts {
    bool exists = true;
    LeftIndex left;
    uint32_t position = 0;       // Among the arcs of `left`.
    uint32_t back_position = 0;  // Among the back arcs of the right node.
  };

  void Place(EdgeIndex number, const Edge& edge);
  // Lets searches see `weight`, or -kNever when the edge must not be chosen.
  void ShowWeight(EdgeIndex edge, int64_t weight);

  Table<LeftIndex, Left> lefts_;
  Table<RightIndex, Right> rights_;
  Table<LeftIndex, int64_t> left_weights_;
  Table<RightIndex, int64_t> right_weights_;
  Rows<Arc> arcs_;           // By left node.
  Rows<BackArc> back_arcs_;  // By right node.
  Rows<LeftIndex> holders_;  // By right node.
  Table<EdgeIndex, EdgeFacts> edges_;
  Table<LeftIndex, LeftFacts> left_facts_;
  Table<RightIndex, RightFacts> right_facts_;
  absl::flat_hash_map<EdgeIndex, int64_t> hidden_weights_;  // True weights of edges that must not be chosen.
  absl::flat_hash_set<EdgeIndex> forbidden_;
  Value outside_ = 0;
  int64_t total_ = 0;
  int64_t greatest_weight_ = 1;
  std::vector<LeftIndex> unused_lefts_, removed_lefts_;
  std::vector<RightIndex> unused_rights_, removed_rights_;
  std::vector<EdgeIndex> unused_edges_, removed_edges_;
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_NETWORK_H_
