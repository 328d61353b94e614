// gaps.h: how far adjustments carry on one dimension.
#ifndef JOBCARVE_SRC_EXPLAIN_GAPS_H_
#define JOBCARVE_SRC_EXPLAIN_GAPS_H_

#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve::internal {

// The adjustments in force in a role: those chosen and the person's own.
std::vector<AdjustmentIndex> InForce(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                     const std::vector<AdjustmentIndex>& chosen);

enum class Day { kOrdinary, kReduced };

// Levels that the adjustment closes on a dimension of a task with these tags. The conditions of a job have no tags: effects with
// a tag do not count.
Level ContributionOf(const CompiledAdjustment& adjustment, DimensionIndex dimension, const std::vector<TagIndex>& tags, Day day);

// How one demand is met.
struct Reach {
  Level needed;  // The demand.
  Level found;   // Capability and all contributions, at most `needed`.

  bool is_short() const { return found < needed; }
};

Reach ReachOf(const CompiledMarket& market, const CompiledCapability& capability, const CompiledDemand& demand,
              const std::vector<TagIndex>& tags, const std::vector<AdjustmentIndex>& in_force, Day day);

// On the day on which less is reached.
Reach LowerReachOf(const CompiledMarket& market, const CompiledCapability& capability, const CompiledDemand& demand,
                   const std::vector<TagIndex>& tags, const std::vector<AdjustmentIndex>& in_force);

// Tasks that must hold on the person's reduced days unless these are covered.
TaskSet TasksThatMustHold(const CompiledCandidate& person, const CompiledJob& job);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_EXPLAIN_GAPS_H_
