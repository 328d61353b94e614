// exchange.h: a selection made better where a few agents choose anew while all others keep what they have.
#ifndef JOBCARVE_SRC_COMPETE_EXCHANGE_H_
#define JOBCARVE_SRC_COMPETE_EXCHANGE_H_

#include <cstdint>
#include <span>

#include "absl/status/status.h"
#include "compete/columns.h"
#include "compete/neighbourhood.h"
#include "compete/part.h"
#include "jobcarve/base/run_control.h"

namespace jobcarve::compete {

struct ExchangeLimits {
  int64_t searches = 0;  // Neighbourhoods to search.
  int64_t bound = 0;     // No selection is worth more.
  uint64_t seed = 0;
};

// Goes on from the choices of a component's members and leaves the best met, which are never worth less. Bundles taken over on
// the way are kept as columns. Errors: Cancelled or DeadlineExceeded.
absl::Status Exchange(const Contest& contest, std::span<const Member> members, const ExchangeLimits& limits,
                      const RunControl& run, Columns& columns, Desks& desks, State& state);

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_EXCHANGE_H_
