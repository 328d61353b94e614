// All effects are levels to the good, so what adjustments close on a demand is a plain sum; the scale's ends cut nothing that
// matters. Tested by tests/explain/explain_test.cc.
#include "explain/gaps.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "jobcarve/screen/screen.h"

namespace jobcarve::internal {

std::vector<AdjustmentIndex> InForce(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                     const std::vector<AdjustmentIndex>& chosen) {
  std::vector<AdjustmentIndex> in_force = OwnAdjustmentsInForce(market, candidate, job);
  in_force.insert(in_force.end(), chosen.begin(), chosen.end());
  absl::c_sort(in_force);
  return in_force;
}

Level ContributionOf(const CompiledAdjustment& adjustment, DimensionIndex dimension, const std::vector<TagIndex>& tags, Day day) {
  Level sum;
  for (const CompiledEffect& effect : adjustment.effects) {
    if (effect.dimension == dimension && (!effect.only_tag.has_value() || absl::c_binary_search(tags, *effect.only_tag))) {
      sum += day == Day::kReduced ? effect.reduced_amount : effect.amount;
    }
  }
  return sum;
}

Reach ReachOf(const CompiledMarket& market, const CompiledCapability& capability, const CompiledDemand& demand,
              const std::vector<TagIndex>& tags, const std::vector<AdjustmentIndex>& in_force, Day day) {
  Level found = day == Day::kReduced ? capability.reduced_level : capability.level;
  for (AdjustmentIndex adjustment : in_force) {
    found += ContributionOf(market.adjustments[adjustment], demand.dimension, tags, day);
  }
  return {.needed = demand.level, .found = std::min(found, demand.level)};
}

Reach LowerReachOf(const CompiledMarket& market, const CompiledCapability& capability, const CompiledDemand& demand,
                   const std::vector<TagIndex>& tags, const std::vector<AdjustmentIndex>& in_force) {
  const Reach ordinary = ReachOf(market, capability, demand, tags, in_force, Day::kOrdinary);
  const Reach reduced = ReachOf(market, capability, demand, tags, in_force, Day::kReduced);
  return reduced.found < ordinary.found ? reduced : ordinary;
}

TaskSet TasksThatMustHold(const CompiledCandidate& person, const CompiledJob& job) {
  TaskSet tasks = 0;
  for (TaskIndex task : job.tasks.Indices()) {
    tasks |= person.reduced_weeks > Permille{0} && job.tasks[task].must_hold ? SetOf(task) : 0;
  }
  return tasks;
}

}  // namespace jobcarve::internal
