// rest_of_plan.h: what all others reach together, for each place that one person could have.
#ifndef JOBCARVE_SRC_PLAN_REST_OF_PLAN_H_
#define JOBCARVE_SRC_PLAN_REST_OF_PLAN_H_

#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/match/incremental.h"

namespace jobcarve::internal {

struct RestOfPlan {
  Score unplaced;             // The highest total of all others when the person has no place.
  std::vector<Score> placed;  // The same when the person has a place at the job of roles[i].
};

// `matching` is optimal, over GraphOf (assign.h), and so it is left; `roles` holds the best roles of the person by job, each job
// once, with every one that has a score above 0. Errors: as from IncrementalMatching. One or a few searches.
absl::StatusOr<RestOfPlan> RestOf(IncrementalMatching& matching, CandidateIndex candidate, const std::vector<CarvedRole>& roles);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_REST_OF_PLAN_H_
