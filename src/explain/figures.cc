// Each barrier's figures, read from the screening that proves it or from the role that opens. Tested by
// tests/explain/open_test.cc.
#include "explain/figures.h"

#include "absl/algorithm/container.h"
#include "carve/amounts.h"
#include "explain/gaps.h"
#include "jobcarve/carve/feasible.h"
#include "screen/form_limits.h"

namespace jobcarve::internal {
namespace {

class Figures {
 public:
  explicit Figures(const Pair& pair) : pair_(pair), person_(pair.person()), post_(pair.post()) {}

  // A kind that Screen proves when all others of the set are gone has the figures of that proof: they hold for every role.
  Barrier DetailOf(const Barrier& barrier, const std::vector<Barrier>& others, const Role& role) const {
    if (barrier.kind == BarrierKind::kCapability) {
      return CapabilityDetail(*barrier.dimension, role);
    }
    if (barrier.kind == BarrierKind::kCondition) {
      return ConditionDetail(*barrier.dimension, role);
    }
    for (const Barrier& proven : ScreenPair(pair_.market, pair_.candidate, pair_.job, pair_.options, WaiverOf(others))) {
      if (proven.kind == barrier.kind) {
        return proven;
      }
    }
    return PlainDetail(barrier.kind, role);
  }

 private:
  // Tasks of the role that must hold on reduced days, which nobody covers.
  TaskSet MustHold(const Role& role) const {
    const bool is_covered = AreReducedDaysCovered(pair_.market, pair_.candidate, pair_.job, role.adjustments);
    return is_covered ? 0 : role.tasks & TasksThatMustHold(person_, post_);
  }

  Reach ReachAt(const CompiledDemand& demand, const std::vector<TagIndex>& tags, const std::vector<AdjustmentIndex>& in_force,
                bool must_hold) const {
    const CompiledCapability& capability = *person_.Find(demand.dimension);
    return must_hold ? LowerReachOf(pair_.market, capability, demand, tags, in_force)
                     : ReachOf(pair_.market, capability, demand, tags, in_force, Day::kOrdinary);
  }

  Barrier CapabilityDetail(DimensionIndex dimension, const Role& role) const {
    const std::vector<AdjustmentIndex> in_force = InForce(pair_.market, pair_.candidate, pair_.job, role.adjustments);
    const TaskSet must_hold = MustHold(role);
    Barrier detail = {.kind = BarrierKind::kCapability, .dimension = dimension};
    for (TaskIndex task : post_.tasks.Indices()) {
      for (const CompiledDemand& demand : post_.tasks[task].demands) {
        if (demand.dimension != dimension || !Contains(role.tasks, task)) {
          continue;
        }
        const Reach reach = ReachAt(demand, post_.tasks[task].tags, in_force, Contains(must_hold, task));
        if (reach.is_short()) {
          detail.tasks |= SetOf(task);
        }
        if (reach.needed.count() - reach.found.count() > detail.needed - detail.found) {
          detail.found = reach.found.count();
          detail.needed = reach.needed.count();
        }
      }
    }
    return detail;
  }

  Barrier ConditionDetail(DimensionIndex dimension, const Role& role) const {
    const std::vector<AdjustmentIndex> in_force = InForce(pair_.market, pair_.candidate, pair_.job, role.adjustments);
    const TaskSet must_hold = MustHold(role);
    Barrier detail = {.kind = BarrierKind::kCondition, .dimension = dimension};
    for (const CompiledDemand& demand : post_.conditions) {
      if (demand.dimension == dimension) {
        const Reach reach = ReachAt(demand, {}, in_force, must_hold != 0);
        detail.found = reach.found.count();
        detail.needed = reach.needed.count();
      }
    }
    return detail;
  }

  TaskSet TasksRuledOut(const Role& role) const {
    TaskSet ruled_out = 0;
    for (TaskIndex task : post_.tasks.Indices()) {
      for (const CompiledPreference& preference : person_.preferences) {
        if (Contains(role.tasks, task) && preference.is_non_negotiable &&
            absl::c_binary_search(post_.tasks[task].tags, preference.tag)) {
          ruled_out |= SetOf(task);
        }
      }
    }
    return ruled_out;
  }

  // For barriers that Screen could not prove: the figures of the role that would open.
  Barrier PlainDetail(BarrierKind kind, const Role& role) const {
    const int64_t minutes = MinutesOf(post_, role.tasks).count();
    const int64_t pay = PayOf(post_, role.form).count();
    Barrier detail = {.kind = kind};
    switch (kind) {
      case BarrierKind::kFewestHours:
        detail.found = minutes;
        detail.needed = person_.min_minutes.count();
        break;
      case BarrierKind::kMostHours:
        detail.found = person_.max_minutes.count();
        detail.needed = minutes;
        break;
      case BarrierKind::kAvailability:
        return AvailabilityDetail(role);
      case BarrierKind::kNonNegotiable:
        detail.tasks = TasksRuledOut(role);
        break;
      case BarrierKind::kPay:
        detail.found = pay;
        detail.needed = person_.min_pay_per_hour.count();
        break;
      case BarrierKind::kEarningsCap:
        detail.found = pay == 0 ? minutes : person_.max_weekly_earnings.value_or(Pence{0}).count() * 60 / pay;
        detail.needed = minutes;
        break;
      case BarrierKind::kStart:
        detail.found = (EarliestStart(pair_.market, pair_.candidate, pair_.job, role.adjustments) - pair_.market.as_of).count();
        detail.needed = (post_.latest_start.value_or(pair_.market.as_of) - pair_.market.as_of).count();
        break;
      default:
        break;
    }
    return detail;
  }

  // Too little in common for the role as a whole, or for the task that lacks most.
  Barrier AvailabilityDetail(const Role& role) const {
    Barrier detail = {.kind = BarrierKind::kAvailability};
    detail.found = CommonMinutes(person_.availability, post_.windows).count();
    detail.needed = MinutesOf(post_, role.tasks).count();
    const bool is_role_short = detail.found < detail.needed;
    for (TaskIndex task : post_.tasks.Indices()) {
      const int64_t needed = post_.tasks[task].minutes.count();
      const int64_t found = CommonMinutes(person_.availability, post_.tasks[task].windows).count();
      if (!Contains(role.tasks, task) || found >= needed) {
        continue;
      }
      if (!is_role_short && (detail.tasks == 0 || needed - found > detail.needed - detail.found)) {
        detail.found = found;
        detail.needed = needed;
      }
      detail.tasks |= SetOf(task);
    }
    return detail;
  }

  const Pair& pair_;
  const CompiledCandidate& person_;
  const CompiledJob& post_;
};

}  // namespace

std::vector<Barrier> Without(std::vector<Barrier> barriers, const Barrier& one) {
  std::erase(barriers, one);
  return barriers;
}

Waiver WaiverOf(const std::vector<Barrier>& barriers) {
  Waiver waived;
  for (const Barrier& barrier : barriers) {
    waived.Add(barrier);
  }
  return waived;
}

std::vector<Barrier> WithFigures(const Pair& pair, const std::vector<Barrier>& barriers, const Role& role) {
  const Figures figures(pair);
  std::vector<Barrier> told;
  for (const Barrier& barrier : barriers) {
    told.push_back(figures.DetailOf(barrier, Without(barriers, barrier), role));
  }
  absl::c_sort(told,
               [](const Barrier& a, const Barrier& b) { return a.kind != b.kind ? a.kind < b.kind : a.dimension < b.dimension; });
  return told;
}

}  // namespace jobcarve::internal
