// seating.h: what an auction decided, written into the state that the search for the rest starts from.
#ifndef JOBCARVE_SRC_MATCH_SEATING_H_
#define JOBCARVE_SRC_MATCH_SEATING_H_

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/crew.h"
#include "jobcarve/base/large_vector.h"
#include "match/problem.h"

namespace jobcarve::match {

// In place of the right node that a left node sits at.
inline constexpr uint32_t kUnseated = UINT32_MAX;

// Seats each left node at right_of(left), unless that is kUnseated, by the heaviest edge between the two (of equal ones, the
// first), and gives it the price that is left to it by state.right_prices. Nobody may be seated there before. Finding the edges
// is most of the work, and each left node's own; taking the seats is everybody's, one after another.
template <typename Weight, typename RightOf>
void SeatAll(const BipartiteGraph& graph, const RightOf& right_of, Crew& crew, State& state) {
  constexpr uint32_t kPrefetchRow = 24;  // Left nodes ahead.
  constexpr uint32_t kPrefetchSeat = 8;
  const uint32_t left_count = static_cast<uint32_t>(graph.left_count());
  LargeVector<uint32_t> positions(left_count);
  crew.Share(left_count, [&](size_t begin, size_t end) {
    for (size_t left = begin; left < end; ++left) {
      const uint32_t right = right_of(static_cast<uint32_t>(left));
      if (right != kUnseated) {
        const std::span<const HalfEdge<Weight>> row = graph.template Row<Weight>(LeftIndex(left));
        const size_t held = HeaviestTo(row, right);
        positions[left] = static_cast<uint32_t>(held);
        state.left_prices[LeftIndex(left)] = row[held].weight - state.right_prices[RightIndex(right)];
      }
    }
  });
  const auto right_ahead = [&](uint32_t left) { return left < left_count ? right_of(left) : kUnseated; };
  for (uint32_t left = 0; left < left_count; ++left) {
    if (const uint32_t right = right_ahead(left + kPrefetchRow); right != kUnseated) {
      state.assignment.PrefetchRow(RightIndex(right));
    }
    if (const uint32_t right = right_ahead(left + kPrefetchSeat); right != kUnseated) {
      state.assignment.PrefetchSeat(RightIndex(right));
    }
    if (const uint32_t right = right_of(left); right != kUnseated) {
      const size_t edge = graph.EdgesOf(LeftIndex(left)).begin().value() + positions[left];
      state.assignment.Assign(LeftIndex(left), EdgeIndex(edge), RightIndex(right));
    }
  }
}

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_SEATING_H_
