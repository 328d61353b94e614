// Two counting passes over the edges; what can never be chosen is dropped here, so that no later stage asks again.
// Tested by tests/match/match_test.cc.
#include "match/network.h"

#include <algorithm>

namespace jobcarve::match {

Network::Network(const BipartiteGraph& graph, const MatchOptions& options)
    : is_perfect_(options.perfect), arc_begins_(1, 0), seats_(graph.right_count(), 0) {
  arc_begins_.reserve(graph.left_count() + 1);
  arcs_.reserve(graph.edge_count());
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      const bool can_matter = graph.capacity(graph.right(edge)) > 0 && (is_perfect_ || graph.weight(edge) > 0);
      if (can_matter) {
        arcs_.push_back({.right = graph.right(edge), .edge = edge, .weight = graph.weight(edge)});
      }
    }
    arc_begins_.push_back(arcs_.size());
  }
  BuildBackArcs();
  for (const RightIndex right : graph.Rights()) {
    const size_t capacity = static_cast<size_t>(graph.capacity(right));
    seats_[right] = static_cast<uint32_t>(std::min(capacity, BackArcsOf(right).size() + 1));
  }
}

void Network::BuildBackArcs() {
  back_begins_.assign(seats_.size() + 1, 0);
  for (const Arc& arc : arcs_) {
    ++back_begins_[arc.right.value() + 1];
  }
  for (size_t right = 0; right < seats_.size(); ++right) {
    back_begins_[right + 1] += back_begins_[right];
  }
  back_arcs_.resize(arcs_.size());
  std::vector<size_t> next(back_begins_.begin(), back_begins_.end() - 1);
  for (const LeftIndex left : Lefts()) {
    for (ArcIndex a = ArcsBegin(left); a != ArcsEnd(left); ++a) {
      back_arcs_[next[arc(a).right.value()]++] = {.left = left, .arc = a, .weight = arc(a).weight};
    }
  }
}

}  // namespace jobcarve::match
