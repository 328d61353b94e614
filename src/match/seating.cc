// Finding the edges is most of the work, and each left node's own; taking the seats is everybody's, one after another.
// Tested through the auctions by tests/match/match_families_test.cc.
#include "match/seating.h"

#include <cstddef>

namespace jobcarve::match {
namespace {

constexpr uint32_t kPrefetchRow = 24;  // Left nodes ahead.
constexpr uint32_t kPrefetchSeat = 8;

}  // namespace

template <typename Weight>
void SeatAll(const BipartiteGraph& graph, absl::FunctionRef<uint32_t(uint32_t left)> right_of, Crew& crew, State& state) {
  const uint32_t left_count = static_cast<uint32_t>(graph.left_count());
  LargeVector<uint32_t> positions(left_count);
  crew.Share(left_count, [&](size_t begin, size_t end) {
    for (size_t left = begin; left < end; ++left) {
      const uint32_t right = right_of(static_cast<uint32_t>(left));
      if (right != kUnseated) {
        const auto row = graph.Row<Weight>(LeftIndex(left));
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

template void SeatAll<int32_t>(const BipartiteGraph&, absl::FunctionRef<uint32_t(uint32_t)>, Crew&, State&);
template void SeatAll<int64_t>(const BipartiteGraph&, absl::FunctionRef<uint32_t(uint32_t)>, Crew&, State&);

}  // namespace jobcarve::match
