// assignment.h: who sits where while a solver works; every change takes constant time.
#ifndef JOBCARVE_SRC_MATCH_ASSIGNMENT_H_
#define JOBCARVE_SRC_MATCH_ASSIGNMENT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "jobcarve/base/check.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::match {

// Places that count at a right node: its capacity, but at most its degree + 1. The one more keeps a right node that can take
// all of its neighbours for ever with room left, so that its price ends at 0 as its true capacity demands.
inline uint32_t SeatsOf(const BipartiteGraph& graph, RightIndex right) {
  return static_cast<uint32_t>(std::min(static_cast<size_t>(graph.capacity(right)), graph.degree(right) + 1));
}

class Assignment {
 public:
  explicit Assignment(const BipartiteGraph& graph)
      : graph_(graph), held_(graph.left_count()), seat_begins_(graph.right_count() + 1, 0), taken_(graph.right_count(), 0) {
    for (const RightIndex right : graph.Rights()) {
      seat_begins_[right.value() + 1] = seat_begins_[right.value()] + SeatsOf(graph, right);
    }
    seats_.resize(seat_begins_.back());
  }

  bool IsFree(LeftIndex left) const { return held_[left].edge == kNone; }
  // `left` must not be free.
  EdgeIndex edge(LeftIndex left) const { return EdgeIndex(held_[left].edge); }
  RightIndex right(LeftIndex left) const { return RightIndex(held_[left].right); }

  bool HasRoom(RightIndex right) const { return taken_[right] < Seats(right); }
  uint32_t Seats(RightIndex right) const {
    return static_cast<uint32_t>(seat_begins_[right.value() + 1] - seat_begins_[right.value()]);
  }
  std::span<const LeftIndex> HoldersOf(RightIndex right) const {
    return std::span(seats_).subspan(seat_begins_[right.value()], taken_[right]);
  }

  // `left` must be free, and the right node of `edge`, which is `right`, must have room.
  void Assign(LeftIndex left, EdgeIndex edge, RightIndex right) {
    JOBCARVE_DCHECK(IsFree(left) && HasRoom(right) && graph_.right(edge) == right);
    seats_[seat_begins_[right.value()] + taken_[right]] = left;
    held_[left] = {
        .edge = static_cast<uint32_t>(edge.value()), .right = static_cast<uint32_t>(right.value()), .seat = taken_[right]++};
  }

  // `left` must not be free. The last holder takes its seat.
  void Release(LeftIndex left) {
    JOBCARVE_DCHECK(!IsFree(left));
    const uint64_t begin = seat_begins_[held_[left].right];
    const LeftIndex last = seats_[begin + --taken_[right(left)]];
    seats_[begin + held_[left].seat] = last;
    held_[last].seat = held_[left].seat;
    held_[left].edge = kNone;
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;  // No edge has this number: there are at most kMaxEdges.

  struct Held {
    uint32_t edge = kNone;
    uint32_t right = 0;
    uint32_t seat = 0;  // Within the seats of `right`.
  };

  const BipartiteGraph& graph_;
  IndexedVector<LeftIndex, Held> held_;
  std::vector<uint64_t> seat_begins_;  // Up to edges + right nodes.
  IndexedVector<RightIndex, uint32_t> taken_;
  std::vector<LeftIndex> seats_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_ASSIGNMENT_H_
