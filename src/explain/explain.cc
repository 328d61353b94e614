// One person, or one opening, at a time: whoever has good roles lost their openings to others; whoever has roles of no worth is
// told so; for everybody else the nearest roles are opened by taking barriers away (open.h). Tested by
// tests/explain/explain_test.cc.
#include "jobcarve/explain/explain.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "absl/algorithm/container.h"
#include "base/parallel.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/explain/open.h"

namespace jobcarve {
namespace {

std::vector<NamedBarrier> Named(const CompiledMarket& market, JobIndex job, const std::vector<Barrier>& barriers) {
  std::vector<NamedBarrier> named;
  for (const Barrier& barrier : barriers) {
    named.push_back({.kind = barrier.kind,
                     .dimension_id = barrier.dimension.has_value() ? market.dimensions[*barrier.dimension].id : "",
                     .task_ids = TaskIds(market.jobs[job], barrier.tasks),
                     .found = barrier.found,
                     .needed = barrier.needed});
  }
  return named;
}

// How far a barrier is from giving way, in per mille of its larger figure: 25 minutes against a limit of 20 is nearer than 200.
// Barriers without figures are as far as can be.
int64_t DistanceOf(const Barrier& barrier) {
  const int64_t larger = std::max({std::abs(barrier.found), std::abs(barrier.needed), int64_t{1}});
  return barrier.found == barrier.needed ? 1000
                                         : RoundDiv(1000 * std::min(std::abs(barrier.needed - barrier.found), larger), larger);
}

// Fewer barriers are nearer; among as many, those that are nearer to giving way.
std::pair<size_t, int64_t> DistanceOf(const std::vector<Barrier>& barriers) {
  int64_t sum = 0;
  for (const Barrier& barrier : barriers) {
    sum += DistanceOf(barrier);
  }
  return {barriers.size(), sum};
}

// Explains one market; holds no state of its own beyond what it was given.
class Explainer {
 public:
  Explainer(const CompiledMarket& market, const Carvings& carvings, const Placement& placement, const SolveOptions& options)
      : market_(market), carvings_(carvings), placement_(placement), options_(options) {}

  Unplaced ExplainPerson(CandidateIndex candidate) const {
    Unplaced unplaced = {.candidate_id = market_.candidates[candidate].id, .reason = UnplacedReason::kNoJobs, .nearest = {}};
    if (market_.jobs.empty()) {
      return unplaced;
    }
    unplaced.reason = UnplacedReason::kOpeningsTaken;
    unplaced.nearest = GoodRoles(candidate);
    if (unplaced.nearest.empty()) {
      unplaced.reason = UnplacedReason::kNoGoodRole;
      unplaced.nearest = PoorRoles(candidate);
    }
    if (unplaced.nearest.empty()) {
      unplaced.reason = UnplacedReason::kBarriers;
      unplaced.nearest = OpenedRoles(candidate);
    }
    return unplaced;
  }

  Unfilled ExplainOpening(JobIndex job, int64_t openings_left) const {
    Unfilled unfilled = {.job_id = market_.jobs[job].id, .openings_left = openings_left, .good_role_count = 0, .barriers = {}};
    std::vector<int64_t> counts(static_cast<size_t>(BarrierKind::kLowScore) + 1, 0);
    for (CandidateIndex candidate : market_.candidates.Indices()) {
      if (HasGoodRole(candidate, job)) {
        unfilled.good_role_count += placement_.job_of[candidate] == job ? 0 : 1;
        continue;
      }
      std::vector<BarrierKind> kinds = BarrierKindsOf(market_, candidate, job, options_);
      if (kinds.empty()) {
        kinds = {BarrierKind::kLowScore};
      }
      for (BarrierKind kind : kinds) {
        ++counts[static_cast<size_t>(kind)];
      }
    }
    for (size_t kind = 0; kind < counts.size(); ++kind) {
      if (counts[kind] > 0) {
        unfilled.barriers.push_back({.kind = static_cast<BarrierKind>(kind), .candidate_count = counts[kind]});
      }
    }
    return unfilled;
  }

 private:
  bool HasGoodRole(CandidateIndex candidate, JobIndex job) const {
    return absl::c_any_of(carvings_.roles[candidate], [job](const CarvedRole& carved) { return carved.job == job; });
  }

  // Roles of score above 0 that went to others: those that miss their price by least.
  std::vector<Nearest> GoodRoles(CandidateIndex candidate) const {
    std::vector<const CarvedRole*> roles;
    for (const CarvedRole& carved : carvings_.roles[candidate]) {
      roles.push_back(&carved);
    }
    absl::c_stable_sort(roles, [&](const CarvedRole* a, const CarvedRole* b) {
      return a->role.score - CostOf(candidate, *a) > b->role.score - CostOf(candidate, *b);
    });
    roles.resize(std::min(roles.size(), kNearestCount));
    std::vector<Nearest> nearest;
    for (const CarvedRole* carved : roles) {
      const Barrier taken = {.kind = BarrierKind::kOpeningTaken,
                             .dimension = std::nullopt,
                             .tasks = 0,
                             .found = carved->role.score.count(),
                             .needed = CostOf(candidate, *carved).count()};
      nearest.push_back(NearestOf(market_, carved->job, {taken}, carved->role));
    }
    return nearest;
  }

  Score CostOf(CandidateIndex candidate, const CarvedRole& carved) const {
    RolePrices prices = placement_.prices[carved.job];
    if (!placement_.shares.empty()) {
      prices.shares = SharesAt(market_, placement_.shares[candidate], carved.job);
    }
    return prices.Of(market_.jobs[carved.job], carved.role);
  }

  // Roles that are possible but have a score of 0 or less: the highest.
  std::vector<Nearest> PoorRoles(CandidateIndex candidate) const {
    std::vector<CarvedRole> roles;
    for (JobIndex job : market_.jobs.Indices()) {
      if (!ScreenPair(market_, candidate, job, options_).empty()) {
        continue;
      }
      if (std::optional<Role> role = CarvePair(market_, candidate, job, options_)) {
        roles.push_back({.job = job, .role = *std::move(role)});
      }
    }
    absl::c_stable_sort(roles, [](const CarvedRole& a, const CarvedRole& b) { return a.role.score > b.role.score; });
    roles.resize(std::min(roles.size(), kNearestCount));
    std::vector<Nearest> nearest;
    for (const CarvedRole& carved : roles) {
      const Barrier low = {
          .kind = BarrierKind::kLowScore, .dimension = std::nullopt, .tasks = 0, .found = carved.role.score.count(), .needed = 1};
      nearest.push_back(NearestOf(market_, carved.job, {low}, carved.role));
    }
    return nearest;
  }

  // The jobs with the fewest barriers to screen out first; those that somebody else holds last.
  std::vector<JobIndex> LikelyJobs(CandidateIndex candidate) const {
    struct Ranked {
      bool is_held = false;
      std::pair<size_t, int64_t> distance;
      JobIndex job;
    };
    std::vector<Ranked> ranked;
    for (JobIndex job : market_.jobs.Indices()) {
      const std::vector<Barrier> barriers = ScreenPair(market_, candidate, job, options_);
      const bool is_held = absl::c_any_of(barriers, [](const Barrier& barrier) { return barrier.kind == BarrierKind::kHeld; });
      ranked.push_back({.is_held = is_held, .distance = DistanceOf(barriers), .job = job});
    }
    absl::c_stable_sort(
        ranked, [](const Ranked& a, const Ranked& b) { return a.is_held != b.is_held ? b.is_held : a.distance < b.distance; });
    std::vector<JobIndex> jobs;
    for (const Ranked& one : ranked) {
      jobs.push_back(one.job);
    }
    jobs.resize(std::min(jobs.size(), kNearestTried));
    return jobs;
  }

  std::vector<Nearest> OpenedRoles(CandidateIndex candidate) const {
    struct Opened {
      JobIndex job;
      OpenedRole opened;
    };
    std::vector<Opened> nearest;
    size_t most = 64;  // More barriers than the third nearest so far has are not worth looking for.
    for (JobIndex job : LikelyJobs(candidate)) {
      std::optional<OpenedRole> opened = WhatWouldOpen(market_, candidate, job, options_, most);
      if (!opened.has_value()) {
        continue;
      }
      nearest.push_back({.job = job, .opened = *std::move(opened)});
      absl::c_stable_sort(nearest, [](const Opened& a, const Opened& b) {
        const std::pair<size_t, int64_t> a_distance = DistanceOf(a.opened.barriers);
        const std::pair<size_t, int64_t> b_distance = DistanceOf(b.opened.barriers);
        return a_distance != b_distance ? a_distance < b_distance : a.opened.role.score > b.opened.role.score;
      });
      if (nearest.size() >= kNearestCount) {
        nearest.resize(kNearestCount);
        most = nearest.back().opened.barriers.size();
      }
    }
    std::vector<Nearest> result;
    for (const Opened& one : nearest) {
      result.push_back(NearestOf(market_, one.job, one.opened.barriers, one.opened.role));
    }
    return result;
  }

  const CompiledMarket& market_;
  const Carvings& carvings_;
  const Placement& placement_;
  const SolveOptions& options_;
};

// A job with openings that nobody is proposed for.
struct Opening {
  JobIndex job;
  int64_t left = 0;
};

std::vector<Opening> OpeningsLeft(const CompiledMarket& market, const Placement& placement) {
  IndexedVector<JobIndex, int64_t> left(market.jobs.size(), 0);
  for (JobIndex job : market.jobs.Indices()) {
    left[job] = market.jobs[job].openings + (placement.shared_openings.empty() ? 0 : placement.shared_openings[job]);
  }
  for (const std::optional<JobIndex>& job : placement.job_of) {
    if (job.has_value()) {
      --left[*job];
    }
  }
  std::vector<Opening> openings;
  for (JobIndex job : market.jobs.Indices()) {
    if (left[job] > 0) {
      openings.push_back({.job = job, .left = left[job]});
    }
  }
  return openings;
}

}  // namespace

Nearest NearestOf(const CompiledMarket& market, JobIndex job, const std::vector<Barrier>& barriers, const Role& role) {
  return {.job_id = market.jobs[job].id,
          .barriers = Named(market, job, barriers),
          .form = role.form,
          .task_ids = TaskIds(market.jobs[job], role.tasks),
          .adjustment_ids = AdjustmentIds(market, role.adjustments),
          .score = role.score};
}

std::vector<std::string> TaskIds(const CompiledJob& job, TaskSet tasks) {
  std::vector<std::string> ids;
  for (TaskIndex task : job.tasks.Indices()) {
    if (Contains(tasks, task)) {
      ids.push_back(job.tasks[task].id);
    }
  }
  return ids;
}

std::vector<std::string> AdjustmentIds(const CompiledMarket& market, const std::vector<AdjustmentIndex>& adjustments) {
  std::vector<std::string> ids;
  for (AdjustmentIndex adjustment : adjustments) {
    ids.push_back(market.adjustments[adjustment].id);
  }
  return ids;
}

absl::StatusOr<Explanation> Explain(const CompiledMarket& market, const Carvings& carvings, const Placement& placement,
                                    const SolveOptions& options, const RunControl& run) {
  std::vector<CandidateIndex> people;
  for (CandidateIndex candidate : market.candidates.Indices()) {
    if (!placement.job_of[candidate].has_value()) {
      people.push_back(candidate);
    }
  }
  const std::vector<Opening> openings = OpeningsLeft(market, placement);
  const Explainer explainer(market, carvings, placement, options);
  Explanation explanation;
  explanation.unplaced.resize(people.size());
  explanation.unfilled.resize(openings.size());
  const auto explain_one = [&](int64_t index) {
    const size_t i = static_cast<size_t>(index);
    if (i < people.size()) {
      explanation.unplaced[i] = explainer.ExplainPerson(people[i]);
    } else {
      const Opening& opening = openings[i - people.size()];
      explanation.unfilled[i - people.size()] = explainer.ExplainOpening(opening.job, opening.left);
    }
  };
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(people.size() + openings.size()), "explain", run, explain_one));
  return explanation;
}

}  // namespace jobcarve
