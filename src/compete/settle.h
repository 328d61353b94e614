// settle.h: a part searched once: low prices, selections on the way, and the best that its columns allow.
#ifndef JOBCARVE_SRC_COMPETE_SETTLE_H_
#define JOBCARVE_SRC_COMPETE_SETTLE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "compete/columns.h"
#include "compete/part.h"
#include "jobcarve/base/run_control.h"

namespace jobcarve::compete {

struct SettleLimits {
  int32_t dual_steps = 0;
  int32_t repair_every = 1;  // Steps.
  int64_t search_nodes = 0;  // Of the search over columns.
};

struct Settled {
  Selection selection;             // Never worth less than the one at the start.
  std::vector<int64_t> prices;     // By the part's resources.
  std::vector<int64_t> surpluses;  // By member: of its best offer at these prices; 0 without one.
  int64_t bound = 0;               // No selection of the part is worth more.
};

// Goes on from `start`, a selection of the part, and from `prices`, or from guessed prices when there are none. Columns are used
// and kept. Errors: Cancelled or DeadlineExceeded.
absl::StatusOr<Settled> Settle(const Contest& contest, const Part& part, Selection start,
                               std::optional<std::vector<int64_t>> prices, const SettleLimits& limits, const RunControl& run,
                               Columns& columns, Desk& desk);

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_SETTLE_H_
