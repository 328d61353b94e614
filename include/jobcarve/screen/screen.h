// screen.h: which pairs of a candidate and a job are worth carving.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Screening screening, Screen(market, options));
//   for (JobIndex job : screening.possible[candidate]) ...
//
// A pair is left out only with a proof: something that no choice of tasks, adjustments and form can change keeps every role of
// the pair infeasible. So carving the pairs that are left loses nothing.
// Deterministic. O(candidates x jobs) cheap tests; parallel over candidates, with the same result for any number of threads.
#ifndef JOBCARVE_SCREEN_SCREEN_H_
#define JOBCARVE_SCREEN_SCREEN_H_

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"
#include "jobcarve/screen/barrier.h"

namespace jobcarve {

struct Screening {
  IndexedVector<CandidateIndex, std::vector<JobIndex>> possible;  // Ascending.
};

// Errors: Cancelled or DeadlineExceeded when `run` cuts it short.
absl::StatusOr<Screening> Screen(const CompiledMarket& market, const SolveOptions& options = {}, const RunControl& run = {});

// The barriers that Screen finds between one candidate and one job: kinds kHeld, kJourney, kPay, kStart, kFewestHours,
// kMostHours, kAvailability, kEarningsCap, kEmployerRules (no form is open), kCondition (a gap that all adjustments together
// leave open). By kind, then dimension; empty when the pair is possible. What `waived` covers is not reported.
std::vector<Barrier> ScreenPair(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                const SolveOptions& options = {}, const Waiver& waived = {});

// Minutes one way, door to door, as proto/README.md defines; absent when not known.
std::optional<Minutes> JourneyMinutes(const CompiledMarket& market, CandidateIndex candidate, SiteIndex site,
                                      const SolveOptions& options = {});

// Minutes that all of the lists have in common. Windows are disjoint and ascending.
Minutes CommonMinutes(const std::vector<Window>& a, const std::vector<Window>& b);

// Own adjustments of the candidate that are in force at the job, ascending: see "Which adjustments are in force" in
// proto/README.md.
std::vector<AdjustmentIndex> OwnAdjustmentsInForce(const CompiledMarket& market, CandidateIndex candidate, JobIndex job);

}  // namespace jobcarve

#endif  // JOBCARVE_SCREEN_SCREEN_H_
