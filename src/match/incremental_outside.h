// incremental_outside.h: whom the outside is next to: who would give up soonest, and which places would be left empty soonest.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_OUTSIDE_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_OUTSIDE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "jobcarve/match/bipartite.h"
#include "match/incremental_index.h"
#include "match/incremental_network.h"

namespace jobcarve::incremental {

// Nodes by price. Made when it is first asked for, then put right for the nodes that were touched since.
class Outside {
 public:
  // Notes a node of which the price changed, or that was added or removed.
  void Touch(LeftIndex left);
  void Touch(RightIndex right);
  // All prices have changed.
  void Forget();
  // Rather than keep a longer list of what was touched than a new index costs.
  void ForgetIfStale();
  void Refresh(const DynamicNetwork& network);

  // These hold until something is touched.
  const PriceIndex<LeftIndex>& lefts() const { return lefts_; }
  const PriceIndex<RightIndex>& rights() const { return rights_; }
  // How many nodes have about the price of the outside.
  size_t NeighbourCount(const DynamicNetwork& network) const;

 private:
  void Make(const DynamicNetwork& network);

  bool is_made_ = false;
  int64_t range_ = 0;
  size_t left_count_ = 0;  // When it was made.
  PriceIndex<LeftIndex> lefts_;
  PriceIndex<RightIndex> rights_;
  std::vector<LeftIndex> stale_lefts_;
  std::vector<RightIndex> stale_rights_;
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_OUTSIDE_H_
