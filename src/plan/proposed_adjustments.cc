// Each demand of the role is looked at twice: with the person's own adjustments alone, for the gap that is there; with all of the
// role's but one, for what that one opens. Tested by tests/plan/proposed_adjustments_test.cc.
#include "plan/proposed_adjustments.h"

#include <map>

#include "absl/algorithm/container.h"
#include "explain/gaps.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/model/access_to_work.h"
#include "jobcarve/screen/screen.h"

namespace jobcarve::internal {
namespace {

// Looks at one role for one candidate.
class Weigher {
 public:
  Weigher(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role)
      : market_(market),
        candidate_(candidate),
        job_index_(job),
        person_(market.candidates[candidate]),
        job_(market.jobs[job]),
        role_(role),
        own_(OwnAdjustmentsInForce(market, candidate, job)),
        in_force_(InForce(market, candidate, job, role.adjustments)) {}

  // The widest gap on each dimension that the adjustment helps to close.
  std::map<DimensionIndex, ClosedGap> GapsClosedBy(AdjustmentIndex adjustment) const {
    std::map<DimensionIndex, ClosedGap> gaps;
    NoteGaps(adjustment, job_.conditions, {}, gaps);
    for (TaskIndex task : job_.tasks.Indices()) {
      if (Contains(role_.tasks, task)) {
        NoteGaps(adjustment, job_.tasks[task].demands, job_.tasks[task].tags, gaps);
      }
    }
    return gaps;
  }

  // Tasks of the role that are out of reach without the adjustment.
  TaskSet OpenedBy(AdjustmentIndex adjustment) const {
    std::vector<AdjustmentIndex> others = in_force_;
    std::erase(others, adjustment);
    if (!AllMet(job_.conditions, {}, others)) {
      return role_.tasks;
    }
    TaskSet opened = HeldBy(adjustment);
    for (TaskIndex task : job_.tasks.Indices()) {
      if (Contains(role_.tasks, task) && !AllMet(job_.tasks[task].demands, job_.tasks[task].tags, others)) {
        opened |= SetOf(task);
      }
    }
    return opened;
  }

 private:
  // Tasks that must hold on reduced days, and neither would nor would be covered without the adjustment.
  TaskSet HeldBy(AdjustmentIndex adjustment) const {
    std::vector<AdjustmentIndex> others = role_.adjustments;
    std::erase(others, adjustment);
    TaskSet held = 0;
    for (TaskIndex task : job_.tasks.Indices()) {
      if (Contains(role_.tasks & TasksThatMustHold(person_, job_), task) &&
          !AreReducedDaysCovered(market_, candidate_, job_index_, others) &&
          !HoldsOnReducedDays(market_, candidate_, job_index_, task, others)) {
        held |= SetOf(task);
      }
    }
    return held;
  }

  void NoteGaps(AdjustmentIndex adjustment, const std::vector<CompiledDemand>& demands, const std::vector<TagIndex>& tags,
                std::map<DimensionIndex, ClosedGap>& gaps) const {
    std::vector<AdjustmentIndex> with_it = own_;
    with_it.push_back(adjustment);
    for (const CompiledDemand& demand : demands) {
      const CompiledCapability* capability = person_.Find(demand.dimension);
      for (Day day : {Day::kReduced, Day::kOrdinary}) {
        const bool acts = ContributionOf(market_.adjustments[adjustment], demand.dimension, tags, day) > Level{0};
        if (capability == nullptr || !acts || (day == Day::kReduced && person_.reduced_weeks == Permille{0})) {
          continue;
        }
        const Reach before = ReachOf(market_, *capability, demand, tags, own_, day);
        const auto known = gaps.find(demand.dimension);
        const bool is_wider = known == gaps.end() || before.needed - before.found > known->second.needed - known->second.before;
        if (before.is_short() && is_wider) {
          const Level after = ReachOf(market_, *capability, demand, tags, with_it, day).found;
          gaps[demand.dimension] = {.needed = before.needed, .before = before.found, .after = after};
        }
      }
    }
  }

  // On an ordinary day. What is unknown counts as met.
  bool AllMet(const std::vector<CompiledDemand>& demands, const std::vector<TagIndex>& tags,
              const std::vector<AdjustmentIndex>& in_force) const {
    return absl::c_all_of(demands, [&](const CompiledDemand& demand) {
      const CompiledCapability* capability = person_.Find(demand.dimension);
      return capability == nullptr || !ReachOf(market_, *capability, demand, tags, in_force, Day::kOrdinary).is_short();
    });
  }

  const CompiledMarket& market_;
  const CandidateIndex candidate_;
  const JobIndex job_index_;
  const CompiledCandidate& person_;
  const CompiledJob& job_;
  const Role& role_;
  const std::vector<AdjustmentIndex> own_;
  const std::vector<AdjustmentIndex> in_force_;
};

std::optional<Permille> ShareOfLimit(const CompiledEmployer& employer, const CompiledAdjustment& adjustment) {
  const Pence limit = employer.max_adjustment_cost.value_or(Pence{0});
  if (adjustment.funder != Funder::kEmployer || limit == Pence{0}) {
    return std::nullopt;
  }
  return Permille{RoundDiv(1000 * adjustment.first_year_cost.count(), limit.count())};
}

}  // namespace

std::vector<ProposedAdjustment> AdjustmentsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                              const Role& role) {
  const Weigher weigher(market, candidate, job, role);
  std::vector<ProposedAdjustment> proposed;
  for (AdjustmentIndex index : role.adjustments) {
    const CompiledAdjustment& adjustment = market.adjustments[index];
    ProposedAdjustment& entry = proposed.emplace_back();
    entry.adjustment_id = adjustment.id;
    entry.first_year_cost = adjustment.first_year_cost;
    entry.funder = adjustment.funder;
    entry.lead_time = adjustment.lead_time;
    entry.coworker_minutes = adjustment.coworker_minutes;
    entry.support_minutes = adjustment.support_minutes;
    for (const auto& [dimension, gap] : weigher.GapsClosedBy(index)) {
      entry.closes_dimension_ids.push_back(market.dimensions[dimension].id);
      entry.gaps.push_back(gap);
    }
    entry.opens_task_ids = TaskIds(market.jobs[job], weigher.OpenedBy(index));
    entry.late_lead_time = adjustment.late_lead_time;
    entry.interim_lead_time = adjustment.interim_lead_time;
    entry.employer_limit_share = ShareOfLimit(market.employers[market.jobs[job].employer], adjustment);
  }
  return proposed;
}

std::optional<Pence> AccessToWorkShareOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role) {
  const std::optional<int64_t>& headcount = market.employers[market.jobs[job].employer].headcount;
  if (market.candidates[candidate].holds_job != job || !headcount.has_value()) {
    return std::nullopt;
  }
  Pence shared_cost;
  for (AdjustmentIndex index : role.adjustments) {
    const CompiledAdjustment& adjustment = market.adjustments[index];
    if (adjustment.funder == Funder::kAccessToWork && adjustment.kind == AdjustmentKind::kTechnical) {
      shared_cost += adjustment.first_year_cost;
    }
  }
  return shared_cost > Pence{0} ? std::optional(AccessToWorkShare(shared_cost, *headcount)) : std::nullopt;
}

}  // namespace jobcarve::internal
