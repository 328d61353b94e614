// explain.h: for everybody without a proposal, why, and what would change it; for every opening left, what keeps people out.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Explanation why, Explain(market, carvings, placed, prices, options));
//
// Nobody ends with neither a proposal nor a reason. The fields are those of Unplaced and Unfilled in plan.proto.
// Deterministic for any number of threads. Cost: one screening of the unplaced and of the unfilled, and some hundreds of carvings
// for each person without a proposal.
#ifndef JOBCARVE_EXPLAIN_EXPLAIN_H_
#define JOBCARVE_EXPLAIN_EXPLAIN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/prices.h"

namespace jobcarve {

enum class UnplacedReason { kUnspecified = 0, kOpeningsTaken = 1, kNoGoodRole = 2, kBarriers = 3, kNoJobs = 4 };

// A Barrier (screen/barrier.h) by id.
struct NamedBarrier {
  BarrierKind kind = BarrierKind::kUnspecified;
  std::string dimension_id;
  std::vector<std::string> task_ids;
  int64_t found = 0;
  int64_t needed = 0;

  bool operator==(const NamedBarrier&) const = default;
};

struct Nearest {
  std::string job_id;
  std::vector<NamedBarrier> barriers;
  Form form = Form::kUnspecified;
  std::vector<std::string> task_ids;
  std::vector<std::string> adjustment_ids;
  Score score;

  bool operator==(const Nearest&) const = default;
};

struct Unplaced {
  std::string candidate_id;
  UnplacedReason reason = UnplacedReason::kUnspecified;
  std::vector<Nearest> nearest;

  bool operator==(const Unplaced&) const = default;
};

struct BarrierCount {
  BarrierKind kind = BarrierKind::kUnspecified;
  int64_t candidate_count = 0;

  bool operator==(const BarrierCount&) const = default;
};

struct Unfilled {
  std::string job_id;
  int64_t openings_left = 0;
  int64_t good_role_count = 0;
  std::vector<BarrierCount> barriers;

  bool operator==(const Unfilled&) const = default;
};

// Who is proposed for what, and what roles cost there.
struct Placement {
  IndexedVector<CandidateIndex, std::optional<JobIndex>> job_of;
  IndexedVector<JobIndex, RolePrices> prices;
  IndexedVector<CandidateIndex, std::vector<PurchaseShare>> shares = {};  // Of what is bought once. Empty: nothing is.
  IndexedVector<JobIndex, int64_t> shared_openings = {};                  // How many openings two people share. Empty: none.
};

struct Explanation {
  std::vector<Unplaced> unplaced;  // By candidate.
  std::vector<Unfilled> unfilled;  // By job.
};

// How many roles Unplaced::nearest holds at most, and how many jobs with the fewest screening barriers are looked at for them.
inline constexpr size_t kNearestCount = 3;
inline constexpr size_t kNearestTried = 12;

// Errors: Cancelled or DeadlineExceeded when `run` cuts it short.
absl::StatusOr<Explanation> Explain(const CompiledMarket& market, const Carvings& carvings, const Placement& placement,
                                    const SolveOptions& options = {}, const RunControl& run = {});

// A role that is out of reach, by id.
Nearest NearestOf(const CompiledMarket& market, JobIndex job, const std::vector<Barrier>& barriers, const Role& role);

// Ids of the tasks in a set, by id.
std::vector<std::string> TaskIds(const CompiledJob& job, TaskSet tasks);

// Ids of adjustments, in the given order.
std::vector<std::string> AdjustmentIds(const CompiledMarket& market, const std::vector<AdjustmentIndex>& adjustments);

}  // namespace jobcarve

#endif  // JOBCARVE_EXPLAIN_EXPLAIN_H_
