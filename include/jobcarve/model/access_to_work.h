// access_to_work.h: what the grant pays at most on a date, and what an employer adds.
//
//   const Pence most = AccessToWorkCap(market.as_of);                             // £69,260 a year on 2026-11-23
//   const Pence share = AccessToWorkShare(Pence{400'000}, 120);                   // £1,200: 120 people, £4,000 of equipment
//
// The figures, their dates and their sources stand in proto/README.md, "Access to Work". O(1).
#ifndef JOBCARVE_MODEL_ACCESS_TO_WORK_H_
#define JOBCARVE_MODEL_ACCESS_TO_WORK_H_

#include <cstdint>

#include "jobcarve/base/date.h"
#include "jobcarve/base/units.h"
#include "jobcarve/model/options.h"

namespace jobcarve {

// Most that the grant pays for one person in a year, by the last row of the table that begins on or before the date; before the
// first row that of the first.
Pence AccessToWorkCap(Date as_of);

// What a role may cost the grant in its first year: what the options say, else the cap on the date.
inline Pence AccessToWorkLimit(const SolveOptions& options, Date as_of) {
  return options.max_access_to_work_cost.value_or(AccessToWorkCap(as_of));
}

// Of `cost` >= 0 for equipment and premises, what an employer of `headcount` people pays for somebody who has been in the job for
// six weeks or more.
Pence AccessToWorkShare(Pence cost, int64_t headcount);

}  // namespace jobcarve

#endif  // JOBCARVE_MODEL_ACCESS_TO_WORK_H_
