// solve.h: the front door: a market goes in, a plan comes out, proven and explained.
//
//   absl::StatusOr<Plan> plan = Solve(market);
//   if (!plan.ok()) return plan.status();                  // every fault of the market, by path
//   for (const Proposal& proposal : plan->proposals) ...
//
// Stages, each a pure function of what came before: Compile -> Screen -> Carve -> Assign -> Explain -> plan.
// What is optimal: the sum of scores over all ways to give each candidate at most one role and each job at most its capacity of
// roles. plan.certificate proves it; plan/verify.h re-checks it. Around pools, where roles compete for tasks (compete/compete.h),
// that is a search: plan.certificate bounds what any plan could reach, and says where the gap to this one lies. Nothing here
// decides about a person: every proposal says HUMAN_REQUIRED.
//
// Errors. InvalidArgument: the market or the options have faults (every one is listed, see model/validate.h). Cancelled,
//   DeadlineExceeded: `run` cut it short; nothing half-done is returned. "No feasible role" is a result, not an error.
// Deterministic: the same market and options give the same plan, whatever the order of the input's lists, the platform and the
//   number of threads.
// Cost. O(candidates x jobs) for screening, microseconds to a millisecond for each pair that is left (carve.h), then
//   match.h, and around pools compete.h.
// provenance.market_sha256 is left empty: the fingerprint is io's business (io/market_io.h, Fingerprint).
#ifndef JOBCARVE_PLAN_SOLVE_H_
#define JOBCARVE_PLAN_SOLVE_H_

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve {

// `run.progress` hears the stages "screen", "carve", "match", "explain", in this order.
absl::StatusOr<Plan> Solve(const Market& market, const SolveOptions& options = {}, const RunControl& run = {});

// One pair by itself, without the rest of the market.
// Errors: as Solve, and InvalidArgument when the market has no such candidate or job.
absl::StatusOr<PairAnswer> SolvePair(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                     const SolveOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_PLAN_SOLVE_H_
