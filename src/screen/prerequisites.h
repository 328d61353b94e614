// prerequisites.h: an adjustment falls away without what it requires, and so does what rests on it.
#ifndef JOBCARVE_SRC_SCREEN_PREREQUISITES_H_
#define JOBCARVE_SRC_SCREEN_PREREQUISITES_H_

#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve {

// Drops those that require, however far, what is neither among them nor among the `granted`. All lists ascending.
void DropUnsupported(const CompiledMarket& market, const std::vector<AdjustmentIndex>& granted,
                     std::vector<AdjustmentIndex>& adjustments);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_SCREEN_PREREQUISITES_H_
