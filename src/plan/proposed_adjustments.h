// proposed_adjustments.h: what there is to weigh about each adjustment of a role. Figures only: whether one is reasonable is for
// people to say.
#ifndef JOBCARVE_SRC_PLAN_PROPOSED_ADJUSTMENTS_H_
#define JOBCARVE_SRC_PLAN_PROPOSED_ADJUSTMENTS_H_

#include <optional>
#include <vector>

#include "jobcarve/carve/carve.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve::internal {

// By adjustment id. O(adjustments x demands of the role x adjustments).
std::vector<ProposedAdjustment> AdjustmentsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                              const Role& role);

// What the employer pays of the grant: "Access to Work" in proto/README.md.
std::optional<Pence> AccessToWorkShareOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_PROPOSED_ADJUSTMENTS_H_
