// finish.h: what is left of the search in a small component, to the end if the source can list its bundles.
#ifndef JOBCARVE_SRC_COMPETE_FINISH_H_
#define JOBCARVE_SRC_COMPETE_FINISH_H_

#include <cstdint>
#include <span>

#include "compete/columns.h"
#include "compete/part.h"

namespace jobcarve::compete {

struct FinishLimits {
  int64_t bound = 0;  // No selection is worth more.
  int64_t nodes = 0;  // Of the search over columns.
};

struct Finished {
  Selection selection;      // Never worth less than the one at the start.
  bool is_optimal = false;  // No selection of the part is worth more.
};

// Goes on from `held`. A bundle of a better selection has a surplus that is within bound - value of its member's best one, since
// every loss is at least 0: when the source lists all of these, the columns at hand are no longer needed and the search decides.
// The part is laid out on the desk; prices by the part's resources, with their bound.
Finished Finish(const Contest& contest, const Part& part, Selection held, std::span<const int64_t> prices,
                std::span<const int64_t> surpluses, const FinishLimits& limits, const Columns& columns, Desk& desk);

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_FINISH_H_
