// verify.h: re-checks a plan from scratch, as if a stranger had made it.
//
//   for (const std::string& complaint : *Verify(market, fingerprint, plan)) std::cout << complaint << "\n";   // none: it holds
//
// What is checked: every role is feasible by the plain rules (carve/feasible.h) and, unless it shares tasks, the best of its
// pair; no shared task is given twice and what stays of each post keeps its rules; every ledger line, sum, range, question,
// warning, residual and date is what the market says; nobody has two proposals and no job more than its capacity; every candidate
// and every opening without a proposal is explained, truly; the certificate's inequalities hold for every pair, which is carved
// anew, at the certificate's prices where tasks are shared; its sums and losses are right; totals and provenance agree. So any
// single change that makes the plan say something untrue is found.
#ifndef JOBCARVE_PLAN_VERIFY_H_
#define JOBCARVE_PLAN_VERIFY_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/model/market.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve {

inline constexpr size_t kMaxComplaints = 100;

// What is wrong, each with its path in the plan, at most kMaxComplaints; empty when the plan holds. `fingerprint` is the
// market's (io::Fingerprint). Errors: InvalidArgument when the market has faults; Cancelled or DeadlineExceeded as `run` says.
// Deterministic. Cost: that of Solve.
absl::StatusOr<std::vector<std::string>> Verify(const Market& market, const std::string& fingerprint, const Plan& plan,
                                                const RunControl& run = {});

}  // namespace jobcarve

#endif  // JOBCARVE_PLAN_VERIFY_H_
