// repair.h: offers that do not fit together become a selection that does.
#ifndef JOBCARVE_SRC_COMPETE_REPAIR_H_
#define JOBCARVE_SRC_COMPETE_REPAIR_H_

#include <cstdint>
#include <span>

#include "compete/columns.h"
#include "compete/part.h"

namespace jobcarve::compete {

// Members keep their offers in the order of their surpluses while there is room; the others choose from the room that is left,
// first at `percent` of the prices, then, who has nothing yet, at none. What the source is asked on the way is kept as columns.
// The part is laid out on the desk; prices by the part's resources.
Selection Repair(const Contest& contest, const Part& part, const Selection& offers, std::span<const int64_t> prices,
                 int64_t percent, Columns& columns, Desk& desk);

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_REPAIR_H_
