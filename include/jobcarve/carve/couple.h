// couple.h: two people who share one opening (form SHARED): each task goes to one of them.
//
//   if (const std::optional<Couple> couple = CarveCouple(market, ada, ben, job, options)) {
//     std::cout << couple->sum() << ": " << couple->first_role.tasks << " and " << couple->second_role.tasks;
//   }
//
// The best couple of two people is the one with the highest sum of both ledgers; of equals the one whose first role comes first
// in the order of "Best role" in proto/README.md, then the one whose second does. Exact: for each set of adjustments of one
// person that could matter, what the other is better at is a knapsack with links and rules like any other (src/carve/README.md).
//
// Deterministic. Cost: sets of adjustments of the second person x one CarvePair; for all couples of a job, times the square of
// the people who could share it.
#ifndef JOBCARVE_CARVE_COUPLE_H_
#define JOBCARVE_CARVE_COUPLE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"

namespace jobcarve {

// The best couple, whatever its sum, first < second; nullopt when none is feasible.
std::optional<Couple> CarveCouple(const CompiledMarket& market, CandidateIndex first, CandidateIndex second, JobIndex job,
                                  const SolveOptions& options = {});

struct Couples {
  std::vector<Couple> good;  // Of each two people and job the best couple, where both roles score above 0; by job, first, second.
  int64_t unproven_count = 0;  // Searches that were cut short.
};

// All couples of all jobs whose openings may be shared. The result is the same for any number of threads.
// Errors: Cancelled or DeadlineExceeded when `run` cuts it short.
absl::StatusOr<Couples> CarveCouples(const CompiledMarket& market, const SolveOptions& options = {}, const RunControl& run = {});

}  // namespace jobcarve

#endif  // JOBCARVE_CARVE_COUPLE_H_
