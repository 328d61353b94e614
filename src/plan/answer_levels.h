// answer_levels.h: where on a scale an answer starts to make a difference.
#ifndef JOBCARVE_SRC_PLAN_ANSWER_LEVELS_H_
#define JOBCARVE_SRC_PLAN_ANSWER_LEVELS_H_

#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve::internal {

// Does any task or condition of the job ask for the dimension?
bool AsksFor(const CompiledJob& job, DimensionIndex dimension);

// Ascending, the first is 0: levels of a capability from one of these up to the next have the same roles in this job, with the
// same scores, for everybody. There may be more of them than needed. O(demands x adjustments x max_level).
std::vector<Level> FirstLevels(const CompiledMarket& market, const CompiledJob& job, DimensionIndex dimension);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_ANSWER_LEVELS_H_
