// assignment.h: who sits where while a solver works; every change takes constant time.
#ifndef JOBCARVE_SRC_MATCH_ASSIGNMENT_H_
#define JOBCARVE_SRC_MATCH_ASSIGNMENT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/prefetch.h"
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
  explicit Assignment(const BipartiteGraph& graph) : graph_(graph), held_(graph.left_count()), rows_(graph.right_count()) {
    uint32_t begin = 0;
    for (const RightIndex right : graph.Rights()) {
      rows_[right] = {.begin = begin, .seats = SeatsOf(graph, right)};
      begin += rows_[right].seats;
    }
    seats_.resize(begin);
  }

  bool IsFree(LeftIndex left) const { return held_[left].edge == kNone; }
  // `left` must not be free.
  EdgeIndex edge(LeftIndex left) const { return EdgeIndex(held_[left].edge); }
  RightIndex right(LeftIndex left) const { return RightIndex(held_[left].right); }

  bool HasRoom(RightIndex right) const { return rows_[right].taken < rows_[right].seats; }
  uint32_t Seats(RightIndex right) const { return rows_[right].seats; }
  std::span<const LeftIndex> HoldersOf(RightIndex right) const {
    return std::span(seats_).subspan(rows_[right].begin, rows_[right].taken);
  }

  // `left` must be free, and the right node of `edge`, which is `right`, must have room.
  void Assign(LeftIndex left, EdgeIndex edge, RightIndex right) {
    JOBCARVE_DCHECK(IsFree(left) && HasRoom(right) && graph_.right(edge) == right);
    Row& row = rows_[right];
    seats_[row.begin + row.taken] = left;
    held_[left] = {
        .edge = static_cast<uint32_t>(edge.value()), .right = static_cast<uint32_t>(right.value()), .seat = row.taken++};
  }
  // What Assign will touch, in two steps: the second needs what the first brings.
  void PrefetchRow(RightIndex right) const { Prefetch(&rows_[right]); }
  void PrefetchSeat(RightIndex right) const { Prefetch(seats_.data() + rows_[right].begin + rows_[right].taken); }

  // `left` must not be free. The last holder takes its seat.
  void Release(LeftIndex left) {
    JOBCARVE_DCHECK(!IsFree(left));
    Row& row = rows_[right(left)];
    const LeftIndex last = seats_[row.begin + --row.taken];
    seats_[row.begin + held_[left].seat] = last;
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

  struct Row {
    uint32_t begin = 0;  // Seats are at most edges + right nodes.
    uint32_t seats = 0;
    uint32_t taken = 0;
  };

  const BipartiteGraph& graph_;
  IndexedVector<LeftIndex, Held> held_;
  IndexedVector<RightIndex, Row> rows_;
  std::vector<LeftIndex> seats_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_ASSIGNMENT_H_
