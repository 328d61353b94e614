// holders.h: who holds which edge of a graph while a solver works; every change takes constant time.
#ifndef JOBCARVE_SRC_MATCH_HOLDERS_H_
#define JOBCARVE_SRC_MATCH_HOLDERS_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::match {

class Holders {
 public:
  explicit Holders(const BipartiteGraph& graph)
      : graph_(graph), held_(graph.left_count()), positions_(graph.left_count(), 0), holders_(graph.right_count()) {}

  std::optional<EdgeIndex> held(LeftIndex left) const { return held_[left]; }
  const std::vector<LeftIndex>& of(RightIndex right) const { return holders_[right]; }
  bool HasRoom(RightIndex right) const { return holders_[right].size() < static_cast<size_t>(graph_.capacity(right)); }

  // `left` holds `edge` from now on, and nothing else. Whether there is room is the caller's business.
  void Assign(LeftIndex left, EdgeIndex edge) {
    Release(left);
    std::vector<LeftIndex>& holders = holders_[graph_.right(edge)];
    positions_[left] = holders.size();
    holders.push_back(left);
    held_[left] = edge;
  }

  void Release(LeftIndex left) {
    if (!held_[left].has_value()) {
      return;
    }
    std::vector<LeftIndex>& holders = holders_[graph_.right(*held_[left])];
    holders[positions_[left]] = holders.back();
    positions_[holders.back()] = positions_[left];
    holders.pop_back();
    held_[left].reset();
  }

 private:
  const BipartiteGraph& graph_;
  IndexedVector<LeftIndex, std::optional<EdgeIndex>> held_;
  IndexedVector<LeftIndex, size_t> positions_;  // Within the holders of the right node.
  IndexedVector<RightIndex, std::vector<LeftIndex>> holders_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_HOLDERS_H_
