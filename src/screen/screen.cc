// Cheap proofs that a pair cannot have a role: each compares one number that no choice can raise with one that no choice can
// lower. Whatever depends on the choice of tasks and adjustments together is left to the carver.
// Tested by tests/screen/screen_test.cc.
#include "jobcarve/screen/screen.h"

#include <algorithm>
#include <limits>

#include "base/parallel.h"
#include "jobcarve/base/status_macros.h"
#include "screen/form_limits.h"

namespace jobcarve {
namespace {

// What can be said about a job without looking at a person, in the order of its conditions.
struct JobReach {
  std::vector<Level> condition_reach;  // Levels that all adjustments which the job does not rule out close together.
};

JobReach ReachOf(const CompiledMarket& market, const CompiledJob& job) {
  JobReach reach;
  reach.condition_reach.resize(job.conditions.size());
  if (job.conditions.empty()) {
    return reach;
  }
  for (AdjustmentIndex adjustment : market.adjustments.Indices()) {
    if (std::binary_search(job.ruled_out.begin(), job.ruled_out.end(), adjustment)) {
      continue;
    }
    for (const CompiledEffect& effect : market.adjustments[adjustment].effects) {
      for (size_t i = 0; i < job.conditions.size() && !effect.only_tag.has_value(); ++i) {
        if (job.conditions[i].dimension == effect.dimension) {
          reach.condition_reach[i] += effect.amount;
        }
      }
    }
  }
  return reach;
}

// One question about one pair; collects what stands in the way.
class PairScreen {
 public:
  PairScreen(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const SolveOptions& options,
             const Waiver& waived)
      : market_(market),
        candidate_(candidate),
        person_(market.candidates[candidate]),
        job_(market.jobs[job]),
        options_(options),
        waived_(waived),
        forms_(OpenForms(job_, candidate, waived)) {}

  // In the order of BarrierKind.
  std::vector<Barrier> Run(const JobReach& reach) {
    LookAtConditions(reach);
    if (!forms_.empty()) {
      LookAtHours();
    }
    LookAtJourney();
    if (!forms_.empty()) {
      LookAtPay();
    }
    LookAtStart();
    if (job_.holder.has_value() && *job_.holder != candidate_) {
      Add(BarrierKind::kHeld, 0, 0);
    }
    if (forms_.empty()) {
      Add(BarrierKind::kEmployerRules, 0, 0);
    }
    return std::move(barriers_);
  }

 private:
  void Add(BarrierKind kind, int64_t found, int64_t needed) {
    if (!waived_.Waives(kind)) {
      barriers_.push_back({.kind = kind, .found = found, .needed = needed});
    }
  }

  void LookAtConditions(const JobReach& reach) {
    for (size_t i = 0; i < job_.conditions.size(); ++i) {
      const CompiledDemand& condition = job_.conditions[i];
      const CompiledCapability* capability = person_.Find(condition.dimension);
      if (capability == nullptr || waived_.WaivesCondition(condition.dimension)) {
        continue;
      }
      const Level reached = capability->level + reach.condition_reach[i];
      if (reached < condition.level) {
        barriers_.push_back({.kind = BarrierKind::kCondition,
                             .dimension = condition.dimension,
                             .found = reached.count(),
                             .needed = condition.level.count()});
      }
    }
  }

  void LookAtHours() {
    Minutes most;
    Minutes fewest = kMinutesPerWeek;
    for (const FormLimits& form : forms_) {
      most = std::max(most, form.most);
      fewest = std::min(fewest, form.fewest);
    }
    const Minutes own_fewest = waived_.Waives(BarrierKind::kFewestHours) ? Minutes{0} : person_.min_minutes;
    if (most < own_fewest) {
      Add(BarrierKind::kFewestHours, most.count(), own_fewest.count());
    }
    if (person_.max_minutes < fewest) {
      Add(BarrierKind::kMostHours, person_.max_minutes.count(), fewest.count());
    }
    const Minutes needed = std::max(fewest, own_fewest);
    if (const Minutes shared = CommonMinutes(person_.availability, job_.windows); shared < needed) {
      Add(BarrierKind::kAvailability, shared.count(), needed.count());
    }
  }

  void LookAtJourney() {
    if (!person_.max_travel.has_value() || waived_.Waives(BarrierKind::kJourney)) {
      return;
    }
    const std::optional<Minutes> journey = JourneyMinutes(market_, candidate_, job_.site, options_);
    if (journey.has_value() && *journey > *person_.max_travel) {
      Add(BarrierKind::kJourney, journey->count(), person_.max_travel->count());
    }
  }

  void LookAtPay() {
    Pence highest;
    Pence lowest{std::numeric_limits<int64_t>::max()};
    Minutes fewest = kMinutesPerWeek;
    for (const FormLimits& form : forms_) {
      highest = std::max(highest, form.pay_per_hour);
      lowest = std::min(lowest, form.pay_per_hour);
      fewest = std::min(fewest, form.fewest);
    }
    if (highest < person_.min_pay_per_hour) {
      Add(BarrierKind::kPay, highest.count(), person_.min_pay_per_hour.count());
    }
    if (!person_.max_weekly_earnings.has_value() || lowest == Pence{0}) {
      return;
    }
    const int64_t allowed = person_.max_weekly_earnings->count() * 60 / lowest.count();
    const Minutes own_fewest = waived_.Waives(BarrierKind::kFewestHours) ? Minutes{0} : person_.min_minutes;
    const Minutes needed = std::max(fewest, own_fewest);
    if (allowed < needed.count()) {
      Add(BarrierKind::kEarningsCap, allowed, needed.count());
    }
  }

  void LookAtStart() {
    const Date earliest = std::max({market_.as_of, job_.earliest_start, person_.available_from});
    if (job_.latest_start.has_value() && earliest > *job_.latest_start) {
      Add(BarrierKind::kStart, (earliest - market_.as_of).count(), (*job_.latest_start - market_.as_of).count());
    }
  }

  const CompiledMarket& market_;
  const CandidateIndex candidate_;
  const CompiledCandidate& person_;
  const CompiledJob& job_;
  const SolveOptions& options_;
  const Waiver& waived_;
  const std::vector<FormLimits> forms_;
  std::vector<Barrier> barriers_;
};

}  // namespace

std::vector<Barrier> ScreenPair(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const SolveOptions& options,
                                const Waiver& waived) {
  return PairScreen(market, candidate, job, options, waived).Run(ReachOf(market, market.jobs[job]));
}

absl::StatusOr<Screening> Screen(const CompiledMarket& market, const SolveOptions& options, const RunControl& run) {
  IndexedVector<JobIndex, JobReach> reach;
  reach.reserve(market.jobs.size());
  for (const CompiledJob& job : market.jobs) {
    reach.push_back(ReachOf(market, job));
  }
  Screening screening{.possible = IndexedVector<CandidateIndex, std::vector<JobIndex>>(market.candidates.size())};
  const Waiver nothing;
  const int64_t count = static_cast<int64_t>(market.candidates.size());
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(count, "screen", run, [&](int64_t i) {
    const CandidateIndex candidate(static_cast<size_t>(i));
    for (JobIndex job : market.jobs.Indices()) {
      if (PairScreen(market, candidate, job, options, nothing).Run(reach[job]).empty()) {
        screening.possible[candidate].push_back(job);
      }
    }
  }));
  return screening;
}

}  // namespace jobcarve
