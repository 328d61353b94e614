// carve.h: the best role for one candidate in one job: which tasks, with which adjustments, in which form.
//
//   if (const std::optional<Role> role = CarvePair(market, candidate, job, options)) {
//     for (const LedgerLine& line : LedgerOf(market, candidate, job, *role, options)) ...    // carve/ledger.h
//   }
//
// The best role is the exact optimum of the ledger over all feasible roles, with ties broken as proto/README.md says under "Best
// role". Tasks and adjustments are chosen together: adjustment sets are enumerated over the gaps they close, and for each
// distinct set of tasks they make doable a knapsack over the week's minutes, with links as a forest, picks the tasks; links that
// are no forest and rules on the residual are branched on. See src/carve/README.md for the algorithm and its references.
//
// Deterministic. Cost: O(sets x gaps + masks x tasks x minutes / gcd) with sets = adjustment sets of at most max_adjustments
// relevant ones; microseconds to a millisecond for 64 tasks and 16 relevant adjustments. At most search_node_limit branching
// steps for each form; a role found when they ran out is feasible but may not be the best: is_proven is false.
#ifndef JOBCARVE_CARVE_CARVE_H_
#define JOBCARVE_CARVE_CARVE_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"
#include "jobcarve/screen/screen.h"

namespace jobcarve {

// A task of the job that a co-worker takes over (form STRIPPED).
struct TaskHandover {
  TaskIndex task;
  CoWorkerIndex co_worker;

  bool operator==(const TaskHandover&) const = default;
};

// Does a role of this form, or two SHARED ones together, use up the post?
constexpr bool TakesPost(Form form) {
  return form == Form::kWhole || form == Form::kStripped || form == Form::kShared;
}

struct Role {
  Form form = Form::kUnspecified;
  TaskSet tasks = 0;
  std::vector<AdjustmentIndex> adjustments;  // Ascending; own ones not included.
  std::vector<TaskHandover> handed_over;     // By task; kStripped only.
  Score score;                               // The sum of its ledger.
  bool is_proven = true;                     // No feasible role of the pair has a higher score.
  bool shares_purchases = false;  // Its ledger is without the cost of what is bought once for several roles: the plan bears that.
  std::optional<CandidateIndex> shared_with = std::nullopt;  // kShared: who has the other tasks.

  bool operator==(const Role&) const = default;
};

// What using an adjustment that is bought once costs.
struct AdjustmentShare {
  AdjustmentIndex adjustment;
  Score price;

  bool operator==(const AdjustmentShare&) const = default;
};

// What a role has to pay for what it uses: how a market with shared tasks asks everybody the same question. Prices are
// -kMost..kMost, and none given is 0. A WHOLE or STRIPPED role uses up the post, so it pays for all tasks of the job, and
// `whole`, and so do two who share it together; a CARVED or CREATED role pays for its own tasks, and `carved`.
struct RolePrices {
  static constexpr Score kMost{int64_t{1} << 52};

  std::vector<Score> task;  // By TaskIndex, of every task of the job; or empty.
  Score whole;
  Score carved;
  // In a plan: the role pays its share of what is bought once, and the ledger is without the cost. Otherwise the role stands
  // alone, and its ledger has it.
  bool shares_purchases = false;
  std::vector<AdjustmentShare> shares = {};  // By adjustment; one that is not there costs nothing.

  // What this role of the job pays.
  Score Of(const CompiledJob& job, const Role& role) const;
  Score ShareOf(AdjustmentIndex adjustment) const;
};

// The best role of the pair, whatever its score; nullopt when no role is feasible, or when the branching steps ran out before one
// was found (Carve counts such pairs in unproven_count). Does not rely on the pair having passed Screen. With `waived`, of the
// market in which those barriers are gone. At `prices`, the best by score less what it pays, ties as ever; Role::score stays the
// sum of its ledger.
std::optional<Role> CarvePair(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                              const SolveOptions& options = {}, const Waiver& waived = {}, const RolePrices& prices = {});

// A role worth proposing.
struct CarvedRole {
  JobIndex job;
  Role role;
  std::vector<AdjustmentIndex> bought_once = {};  // Those at a cost that some role of the pair could use, ascending.
};

// Two people who share an opening: each task of the job is in one of the roles.
struct Couple {
  CandidateIndex first;  // Below `second`.
  CandidateIndex second;
  JobIndex job;
  Role first_role;  // Of form kShared, both.
  Role second_role;

  Score sum() const { return first_role.score + second_role.score; }
  bool operator==(const Couple&) const = default;
};

struct Carvings {
  IndexedVector<CandidateIndex, std::vector<CarvedRole>> roles;  // Best roles with a score above 0, by job.
  int64_t pair_count = 0;                                        // Pairs carved.
  std::vector<Couple> couples;                                   // Best ones, both scores above 0; by job, first, second.
  int64_t unproven_count = 0;                                    // Pairs and couples whose search was cut short.
};

// Carves every possible pair, as a plan does: what is bought once costs no role anything. Parallel over candidates; the result is
// the same for any number of threads. Errors: Cancelled or DeadlineExceeded when `run` cuts it short.
absl::StatusOr<Carvings> Carve(const CompiledMarket& market, const Screening& screening, const SolveOptions& options = {},
                               const RunControl& run = {});

}  // namespace jobcarve

#endif  // JOBCARVE_CARVE_CARVE_H_
