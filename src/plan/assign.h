// assign.h: who takes which role, and the prices that say how much better any other plan could be.
#ifndef JOBCARVE_SRC_PLAN_ASSIGN_H_
#define JOBCARVE_SRC_PLAN_ASSIGN_H_

#include <optional>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/prices.h"
#include "jobcarve/explain/explain.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve::internal {

struct Assignment {
  IndexedVector<CandidateIndex, std::optional<CarvedRole>> roles;  // Each of a score above 0.
  IndexedVector<CandidateIndex, Score> candidate_prices;
  MarketPrices prices;
  int64_t unproven_count = 0;  // Pairs whose best role, alone or at the prices, was cut short.
};

// Where no pool is within reach the assignment is a matching, and the best there is. Around pools, roles compete for tasks:
// compete/compete.h. Errors: InvalidArgument when weights make a score too large; Cancelled or DeadlineExceeded as `run` says.
absl::StatusOr<Assignment> Assign(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
                                  const RunControl& run);

// Candidates to the left, jobs to the right, an edge for each carved role of those who count; and the role behind each edge.
// Errors: InvalidArgument when weights make a score too large.
absl::StatusOr<BipartiteGraph> GraphOf(const CompiledMarket& market, const Carvings& carvings,
                                       absl::FunctionRef<bool(CandidateIndex)> counts,
                                       std::vector<const CarvedRole*>& role_of_edge);

// For each candidate the most that a role of a pair of score above 0 is worth after its price, at least 0; and how many such
// searches were cut short. Pairs that compete for no more than an opening are looked up in `carvings`, the others carved anew at
// the prices.
struct Surpluses {
  IndexedVector<CandidateIndex, Score> most;
  int64_t unproven_count = 0;
};
absl::StatusOr<Surpluses> SurplusesAt(const CompiledMarket& market, const Carvings& carvings, const MarketPrices& prices,
                                      const SolveOptions& options, const RunControl& run);

// Of two who share an opening, the one who does not count as taking it.
inline bool IsSecond(CandidateIndex candidate, const Role& role) {
  return role.shared_with.has_value() && *role.shared_with < candidate;
}

// What a couple pays: for the post.
Score CostOf(const CompiledMarket& market, const MarketPrices& prices, const Couple& couple);

// Is this job a pool, or does a pool share its tasks?
inline bool IsShared(const CompiledJob& job) {
  return job.is_pool() || job.pool.has_value();
}

// Can roles of this pair compete for more than an opening: for tasks, or for what is bought once?
inline bool Competes(const CompiledMarket& market, const CarvedRole& carved) {
  return IsShared(market.jobs[carved.job]) || !carved.bought_once.empty();
}

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_ASSIGN_H_
