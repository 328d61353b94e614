// network.h: the solver's working copy of a graph: only the edges that can matter, seen from both sides.
#ifndef JOBCARVE_SRC_MATCH_NETWORK_H_
#define JOBCARVE_SRC_MATCH_NETWORK_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve::match {

using ArcIndex = Index<struct ArcTag>;

// An edge as its left node sees it.
struct Arc {
  RightIndex right;
  EdgeIndex edge;
  int64_t weight = 0;
};

// The same edge as its right node sees it.
struct BackArc {
  LeftIndex left;
  ArcIndex arc;
  int64_t weight = 0;
};

// Arcs of a left node keep the order of its edges; back arcs of a right node are ordered by left node.
class Network {
 public:
  // Leaves out edges to right nodes without places and, unless `options.perfect`, edges with weight <= 0.
  Network(const BipartiteGraph& graph, const MatchOptions& options);

  bool is_perfect() const { return is_perfect_; }
  size_t left_count() const { return arc_begins_.size() - 1; }
  size_t right_count() const { return seats_.size(); }
  size_t arc_count() const { return arcs_.size(); }
  IndexRange<LeftIndex> Lefts() const { return IndexRange<LeftIndex>(left_count()); }
  IndexRange<RightIndex> Rights() const { return IndexRange<RightIndex>(right_count()); }

  ArcIndex ArcsBegin(LeftIndex left) const { return ArcIndex(arc_begins_[left.value()]); }
  ArcIndex ArcsEnd(LeftIndex left) const { return ArcIndex(arc_begins_[left.value() + 1]); }
  const Arc& arc(ArcIndex a) const { return arcs_[a.value()]; }
  std::span<const BackArc> BackArcsOf(RightIndex right) const {
    const size_t begin = back_begins_[right.value()];
    return std::span(back_arcs_).subspan(begin, back_begins_[right.value() + 1] - begin);
  }

  // Places at a right node: its capacity, but at most its degree + 1. The one more keeps a right node that can take all of its
  // neighbours for ever with room left, so that its price ends at 0 as its true capacity demands.
  size_t seats(RightIndex right) const { return seats_[right]; }

 private:
  void BuildBackArcs();

  bool is_perfect_;
  std::vector<size_t> arc_begins_;
  std::vector<Arc> arcs_;
  std::vector<size_t> back_begins_;
  std::vector<BackArc> back_arcs_;
  IndexedVector<RightIndex, uint32_t> seats_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_NETWORK_H_
