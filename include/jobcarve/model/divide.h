// divide.h: a task that several people can share out, as tasks of their own.
//
//   DivideTasks(market);            // What io does with every market it reads.
//
// Exactly how a task is divided: "Divided tasks" in proto/README.md.
#ifndef JOBCARVE_MODEL_DIVIDE_H_
#define JOBCARVE_MODEL_DIVIDE_H_

#include "jobcarve/model/market.h"

namespace jobcarve {

// Puts parts in place of every task with chunk_minutes in 1..weekly_minutes, and in place of its id in must_stay_task_ids;
// figures out of range are left for Validate to find. Doing it twice changes nothing. O(size of the jobs).
void DivideTasks(Market& market);

}  // namespace jobcarve

#endif  // JOBCARVE_MODEL_DIVIDE_H_
