// incremental_tuning.h: IncrementalMatching with its tuning in the open, for tests and benchmarks.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_TUNING_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_TUNING_H_

#include <cstddef>

#include "jobcarve/match/incremental.h"

namespace jobcarve::incremental {

struct Tuning {
  // Arcs that a search scans before it may be met from the outside. 0: every search is, if it can be; SIZE_MAX: none.
  static void SetPatience(IncrementalMatching& matching, size_t patience);
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_TUNING_H_
