// incremental_search.h: the two searches that make an almost optimal state optimal, one step each.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_SEARCH_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_SEARCH_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "match/incremental_frontier.h"
#include "match/incremental_network.h"
#include "match/incremental_value.h"

namespace jobcarve::incremental {

// Both keep the invariant of the header incremental.h: prices cover every arc, and exactly where it is held.
class Search {
 public:
  // `start` is free and its price is above that of the outside: afterwards it holds a place, or its price is that of the outside.
  void Forward(DynamicNetwork& network, LeftIndex start);
  // `start` has room and costs something to leave: afterwards it has one holder more, or costs nothing to leave.
  void Backward(DynamicNetwork& network, RightIndex start);

  // All nodes of which the price or the pair was changed since ForgetTouched, some more than once.
  std::vector<LeftIndex>& touched_lefts() { return touched_lefts_; }
  std::vector<RightIndex>& touched_rights() { return touched_rights_; }

 private:
  // The cheapest way to end the search found so far: a left node goes unmatched or joins, or a right node fills or empties a
  // place.
  struct Target {
    Value distance = 0;
    LeftIndex left = {};
    RightIndex right = {};
    EdgeIndex via = kNoEdge;  // Backward: the edge by which `left` joins.
    bool is_left = false;
  };

  void ScanForward(const DynamicNetwork& network, LeftIndex left, Value distance, Target& target);
  void RaisePrices(DynamicNetwork& network, Value reach);
  void AugmentForward(DynamicNetwork& network, LeftIndex start, const Target& target);
  void ScanBackward(const DynamicNetwork& network, RightIndex right, Value distance, Target& target);
  void LowerPrices(DynamicNetwork& network, Value reach);
  void AugmentBackward(DynamicNetwork& network, RightIndex start, const Target& target);

  Frontier frontier_;
  std::vector<std::pair<LeftIndex, Value>> scanned_;    // Forward: left nodes with their distance.
  std::vector<std::pair<LeftIndex, EdgeIndex>> moves_;  // Backward: the path, from its far end.
  std::vector<LeftIndex> touched_lefts_;
  std::vector<RightIndex> touched_rights_;
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_SEARCH_H_
