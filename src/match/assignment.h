// assignment.h: who sits where while a solver works; every change takes constant time.
#ifndef JOBCARVE_SRC_MATCH_ASSIGNMENT_H_
#define JOBCARVE_SRC_MATCH_ASSIGNMENT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "jobcarve/base/check.h"
#include "match/network.h"

namespace jobcarve::match {

class Assignment {
 public:
  explicit Assignment(const Network& network)
      : network_(network), arcs_(network.left_count()), positions_(network.left_count(), 0), rights_(network.right_count()) {
    size_t seat_count = 0;
    for (const RightIndex right : network.Rights()) {
      rights_[right].begin = seat_count;
      seat_count += network.seats(right);
    }
    seats_.resize(seat_count);
  }

  std::optional<ArcIndex> arc(LeftIndex left) const { return arcs_[left]; }
  bool HasRoom(RightIndex right) const { return rights_[right].taken < network_.seats(right); }
  std::span<const LeftIndex> HoldersOf(RightIndex right) const {
    return std::span(seats_).subspan(rights_[right].begin, rights_[right].taken);
  }

  // `left` must be free and the right node of `arc` must have room.
  void Assign(LeftIndex left, ArcIndex arc) {
    JOBCARVE_DCHECK(!arcs_[left].has_value());
    Row& row = rights_[network_.arc(arc).right];
    positions_[left] = row.taken;
    seats_[row.begin + row.taken++] = left;
    arcs_[left] = arc;
  }

  // `left` must be assigned. The last holder takes its seat.
  void Release(LeftIndex left) {
    JOBCARVE_DCHECK(arcs_[left].has_value());
    Row& row = rights_[network_.arc(*arcs_[left]).right];
    const LeftIndex last = seats_[row.begin + --row.taken];
    seats_[row.begin + positions_[left]] = last;
    positions_[last] = positions_[left];
    arcs_[left].reset();
  }

 private:
  struct Row {
    size_t begin = 0;
    uint32_t taken = 0;
  };

  const Network& network_;
  IndexedVector<LeftIndex, std::optional<ArcIndex>> arcs_;
  IndexedVector<LeftIndex, uint32_t> positions_;  // Within the row of the right node; meaningless for a free node.
  IndexedVector<RightIndex, Row> rights_;
  std::vector<LeftIndex> seats_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_ASSIGNMENT_H_
