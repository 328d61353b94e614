// gaps.h: how far adjustments carry on one dimension.
#ifndef JOBCARVE_SRC_EXPLAIN_GAPS_H_
#define JOBCARVE_SRC_EXPLAIN_GAPS_H_

#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve::internal {

// The adjustments in force in a role: those chosen and the person's own.
std::vector<AdjustmentIndex> InForce(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                     const std::vector<AdjustmentIndex>& chosen);

// Levels that the adjustment closes on a dimension of a task with these tags.
Level ContributionOnTask(const CompiledAdjustment& adjustment, DimensionIndex dimension, const std::vector<TagIndex>& tags);

// The same for the conditions of a job: effects with a tag do not count.
Level ContributionOnCondition(const CompiledAdjustment& adjustment, DimensionIndex dimension);

// How one demand is met.
struct Reach {
  Level needed;  // The demand.
  Level found;   // Capability and all contributions, at most `needed`.

  bool is_short() const { return found < needed; }
};

Reach ReachOnTask(const CompiledMarket& market, const CompiledCapability& capability, const CompiledDemand& demand,
                  const std::vector<TagIndex>& tags, const std::vector<AdjustmentIndex>& in_force);
Reach ReachOnCondition(const CompiledMarket& market, const CompiledCapability& capability, const CompiledDemand& demand,
                       const std::vector<AdjustmentIndex>& in_force);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_EXPLAIN_GAPS_H_
