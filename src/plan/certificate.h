// certificate.h: the proof that goes with an assignment, and what stays of the posts that it takes tasks of.
#ifndef JOBCARVE_SRC_PLAN_CERTIFICATE_H_
#define JOBCARVE_SRC_PLAN_CERTIFICATE_H_

#include <vector>

#include "jobcarve/plan/plan.h"
#include "plan/assign.h"

namespace jobcarve::internal {

// The prices, by id, their total, and where it parts from the scores.
Certificate CertificateOf(const CompiledMarket& market, const Assignment& assignment, const SolveOptions& options);

// By job in a pool: the tasks, its own, that the roles together take, WHOLE and STRIPPED ones taking all.
IndexedVector<JobIndex, TaskSet> TakenOf(const CompiledMarket& market, const Assignment& assignment);

// Of each job in a pool that CARVED or CREATED roles take tasks of.
std::vector<Residual> ResidualsOf(const CompiledMarket& market, const Assignment& assignment);

// Who is placed where, and what each opening and task costs.
Placement PlacementOf(const CompiledMarket& market, const Assignment& assignment);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_CERTIFICATE_H_
