// incremental_search.h: the two searches that make an almost optimal state optimal, one step each.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_SEARCH_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "match/incremental_frontier.h"
#include "match/incremental_network.h"
#include "match/incremental_outside.h"
#include "match/incremental_value.h"

namespace jobcarve::incremental {

// Both keep the invariant of the header incremental.h: prices cover every arc, and exactly where it is held. Free left nodes
// other than the start must have the price of the outside, or take no part.
//
// A search begins at its own end and goes on alone while that is cheap. When it has grown larger than the neighbourhood of the
// outside, it is met from there (I. Pohl, "Bi-directional search", 1971): all ways lead to the outside or come from it.
class Search {
 public:
  // `start` is free and its price is above that of the outside: afterwards it holds a place, or its price is that of the outside.
  // `priced_places` must name all right nodes that exist, have room and still cost something to leave; others do no harm.
  void Forward(DynamicNetwork& network, LeftIndex start, std::span<const RightIndex> priced_places);
  // `start` has room and costs something to leave: afterwards it has one holder more, or costs nothing to leave.
  void Backward(DynamicNetwork& network, RightIndex start);

  // Notes a node of which the price changed, or that was added or removed.
  void Touch(LeftIndex left);
  void Touch(RightIndex right);
  // All that were noted since ForgetTouched, some more than once.
  const std::vector<LeftIndex>& touched_lefts() const { return touched_lefts_; }
  const std::vector<RightIndex>& touched_rights() const { return touched_rights_; }
  void ForgetTouched();

  // Searches of less work than this are not met from the outside. 0, for tests: all are, and prices are rebased often.
  void set_patience(size_t patience) { patience_ = patience; }

 private:
  // Where the shortest way found so far leads. The two halves join at `right`; with a left node, that one ends the way:
  // it gives up (forward), or it joins by `via` (backward).
  struct Meeting {
    Value distance = 0;
    RightIndex right = kNoRight;
    LeftIndex left = kNoLeft;
    EdgeIndex via = kNoEdge;
    bool has_near_half = true;  // Whether labels of the source's side, and of the target's side, lead on from `right`.
    bool has_far_half = true;
  };

  // An arc of a left node that may be on the way.
  struct ArcFrom {
    Value distance = 0;  // Of the left node, with its price.
    Arc arc;
    LeftIndex left;
  };

  void Begin(DynamicNetwork& network, bool is_forward);
  void Grow(DynamicNetwork& network);
  Value SourceBound(const DynamicNetwork& network) const;
  Value TargetBound(const DynamicNetwork& network) const;
  void GrowFromSource(const DynamicNetwork& network);
  void GrowFromTarget(const DynamicNetwork& network);
  void CollectArcs(const DynamicNetwork& network, LeftIndex left, Value distance);
  void ReachAlongArcs(const DynamicNetwork& network);
  void ScanBackward(const DynamicNetwork& network, RightIndex right, Value distance);
  void ReachFromSource(RightIndex right, Value distance, LeftIndex mover, EdgeIndex via);
  void ReachFromTarget(RightIndex right, Value distance, LeftIndex mover, EdgeIndex via);

  void OpenOutside(const DynamicNetwork& network);
  void OpenNextBucket(const DynamicNetwork& network);
  Value OutsideBound(const DynamicNetwork& network) const;

  void ChangePrices(DynamicNetwork& network);
  void Augment(DynamicNetwork& network);
  RightIndex FirstMeeting(const DynamicNetwork& network);
  void CollectFarHalf(const DynamicNetwork& network, RightIndex right);
  void MoveNearHalf(DynamicNetwork& network, RightIndex vacant);
  void Move(DynamicNetwork& network, LeftIndex left, EdgeIndex edge);

  bool is_forward_ = true;  // From a left node to the outside; otherwise from the outside to a right node.
  Meeting best_;
  Frontier source_;  // Distances from the source.
  Frontier target_;  // Distances to the target.
  size_t source_work_ = 0;
  size_t target_work_ = 0;
  std::vector<std::pair<LeftIndex, Value>> scanned_;  // By CollectArcs, with their distance.
  std::vector<ArcFrom> arcs_;                         // Collected, not yet gone along.
  std::vector<BackArc> back_arcs_;
  std::vector<std::pair<LeftIndex, EdgeIndex>> moves_;  // The half of the way next to the target.

  // The outside, once it is opened: its neighbours come bucket by bucket.
  Outside outside_;
  bool is_open_ = false;
  int64_t next_bucket_ = 0;
  size_t buckets_left_ = 0;
  std::span<const RightIndex> priced_places_;
  std::vector<LeftIndex> at_outside_;  // Free left nodes: they keep the price of the outside.
  size_t patience_ = 1000;

  std::vector<LeftIndex> touched_lefts_;
  std::vector<RightIndex> touched_rights_;
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_SEARCH_H_
