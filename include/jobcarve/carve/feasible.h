// feasible.h: is this role possible? The plain statement of proto/README.md, rule by rule, sharing no code with the search in
// carve.h, so that a role can be trusted because another program read it.
#ifndef JOBCARVE_CARVE_FEASIBLE_H_
#define JOBCARVE_CARVE_FEASIBLE_H_

#include "absl/status/status.h"
#include "jobcarve/carve/carve.h"

namespace jobcarve {

// OK, or InvalidArgument naming the first rule that the role breaks, with the ids, what was found and what is allowed.
// Looks at form, tasks, adjustments and handed_over; not at the score. O(tasks x demands x adjustments).
absl::Status CheckFeasible(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                           const SolveOptions& options = {});

// What stays when `taken` goes out of `post`, tasks of the job both: OK, or the first residual rule that it breaks. For a post of
// a pool, at least one task stays, and what the whole post breaks already may only not get worse. `taken` may be that of several
// roles.
absl::Status CheckResidual(const CompiledJob& job, TaskSet post, TaskSet taken, const ResidualRules& rules, bool is_of_pool);

// The date on which a role with these adjustments can start, and the same if lead times run late: see proto/README.md.
Date EarliestStart(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                   const std::vector<AdjustmentIndex>& adjustments);
Date LateStart(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
               const std::vector<AdjustmentIndex>& adjustments);

// Does the task hold on reduced days, with the role's adjustments and the own ones in force?
bool HoldsOnReducedDays(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, TaskIndex task,
                        const std::vector<AdjustmentIndex>& adjustments);

// Is it agreed who does on reduced days what cannot wait? True when the role's adjustments or the own ones in force cover them.
bool AreReducedDaysCovered(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                           const std::vector<AdjustmentIndex>& adjustments);

}  // namespace jobcarve

#endif  // JOBCARVE_CARVE_FEASIBLE_H_
