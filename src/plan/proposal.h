// proposal.h: a role, told in full.
#ifndef JOBCARVE_SRC_PLAN_PROPOSAL_H_
#define JOBCARVE_SRC_PLAN_PROPOSAL_H_

#include "jobcarve/carve/carve.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve::internal {

// Every field of the proposal follows from the pair and the role, so that verify can make it anew and compare.
Proposal ProposalOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                    const SolveOptions& options);

// What stays of a job when these tasks go. Without its id.
Residual ResidualOf(const CompiledJob& job, TaskSet taken);

// Sums over proposals and openings.
Totals TotalsOf(const CompiledMarket& market, const std::vector<Proposal>& proposals, const std::vector<Purchase>& purchases);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_PROPOSAL_H_
