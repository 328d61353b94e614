// seating.h: what an auction decided, written into the state that the search for the rest starts from.
#ifndef JOBCARVE_SRC_MATCH_SEATING_H_
#define JOBCARVE_SRC_MATCH_SEATING_H_

#include <cstdint>

#include "absl/functional/function_ref.h"
#include "base/crew.h"
#include "match/problem.h"

namespace jobcarve::match {

inline constexpr uint32_t kUnseated = UINT32_MAX;

// Seats each left node at right_of(left), unless that is kUnseated, by the heaviest edge between the two (of equal ones, the
// first), and gives it the price that is left to it by state.right_prices. `state` must have nobody seated there before.
template <typename Weight>
void SeatAll(const BipartiteGraph& graph, absl::FunctionRef<uint32_t(uint32_t left)> right_of, Crew& crew, State& state);

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_SEATING_H_
