// fairest.h: the levels of MatchFairest after the first, one for each distinct weight, without a solve for each.
#ifndef JOBCARVE_SRC_MATCH_FAIREST_H_
#define JOBCARVE_SRC_MATCH_FAIREST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/objectives.h"
#include "match/face.h"
#include "match/holders.h"

namespace jobcarve::match {

// The residual network: an edge leads from its left node to its right node when it is free, and back when it is held. Left nodes
// that may change between matched and unmatched are joined to the outside, and so are right nodes that may change how many
// places they fill. `ranks` numbers the distinct weights from 1 up, by edge.
class FairWalk {
 public:
  FairWalk(const BipartiteGraph& graph, const Face& face, std::vector<uint32_t> ranks, uint32_t rank_count);

  // Keeps as few edges of rank 1 as can be, then of rank 2, ... and adds each level to `answer`, then the edges.
  void Run(LevelMatching& answer);

 private:
  struct Step {
    LeftIndex left;
    EdgeIndex edge;
  };
  // One of the two searches of an exchange. Forward: where the node that leaves could go. Backward: who could take its place.
  // Both stop at the outside, which joins them when both are there.
  struct Reach {
    std::vector<RightIndex> rights;  // Found, in order.
    std::vector<LeftIndex> lefts;    // Found; forward, these are still to be scanned from `next` on.
    size_t next = 0;                 // Of `lefts` (forward) or `rights` (backward).
    size_t work = 0;                 // Edges looked at.
    bool is_outside = false;
    std::optional<LeftIndex> left_at_outside;    // Gives up (forward) or joins (backward); otherwise
    std::optional<RightIndex> right_at_outside;  // has room (forward) or gives a place up (backward).
  };
  // Where the two searches met.
  struct Meeting {
    std::optional<LeftIndex> left;    // Backward found this left node, whose right node forward had found.
    std::optional<RightIndex> right;  // Forward found this right node, which backward had found.
  };

  void BuildRows(const Face& face);
  void RunLevel(uint32_t rank, LevelMatching& answer);
  void Exchange(LeftIndex start);
  std::optional<Meeting> ScanForward(LeftIndex left);
  std::optional<Meeting> ScanBackward(RightIndex right);
  void CutForward(LeftIndex start);
  void CutBackward();
  void Move(LeftIndex start, const Meeting& meeting);
  void CollectForward(LeftIndex start, RightIndex last, std::vector<std::pair<LeftIndex, EdgeIndex>>& moves) const;
  void CollectBackward(RightIndex from, std::vector<std::pair<LeftIndex, EdgeIndex>>& moves) const;
  void Forget();
  void Restrict(LevelMatching& answer);

  int64_t Cost(EdgeIndex edge) const { return ranks_[edge.value()] == rank_ ? 1 : 0; }
  int64_t LeftPrice(LeftIndex left) const;
  int64_t Slack(LeftIndex left, EdgeIndex edge) const { return LeftPrice(left) + prices_[graph_.right(edge)] + Cost(edge); }
  bool IsFree(LeftIndex left, EdgeIndex edge) const { return holders_.held(left) != edge && Slack(left, edge) == 0; }

  const BipartiteGraph& graph_;
  std::vector<uint32_t> ranks_;
  std::vector<std::vector<Taker>> of_rank_;  // The edges of each rank.
  Musts musts_;
  std::vector<bool> is_allowed_;
  IndexedVector<LeftIndex, std::vector<EdgeIndex>> edges_;  // Allowed ones, and some that no longer are.
  IndexedVector<RightIndex, std::vector<Taker>> takers_;    // Likewise.
  Holders holders_;

  // Of the level at hand.
  uint32_t rank_ = 0;
  std::vector<bool> is_pending_;               // Lefts whose edge is to be exchanged: its slack is 1, and may be 0 in the end.
  IndexedVector<RightIndex, int64_t> prices_;  // Those of left nodes follow from them.
  std::vector<RightIndex> priced_;             // Rights whose price changed.

  // Of the exchange at hand.
  Reach forward_;
  Reach backward_;
  IndexedVector<RightIndex, std::optional<Step>> forward_via_;        // The step that reached this node.
  std::vector<bool> is_backward_;                                     // By right node.
  IndexedVector<RightIndex, std::optional<LeftIndex>> backward_via_;  // The holder that would leave; the first has none.
  IndexedVector<LeftIndex, std::optional<EdgeIndex>> backward_edge_;  // What it would leave for.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_FAIREST_H_
