// An own adjustment falls away when the job rules it out, and so does whatever rests on it; the rest is in force.
// Tested by tests/screen/screen_test.cc.
#include <vector>

#include "absl/algorithm/container.h"
#include "jobcarve/screen/screen.h"
#include "screen/prerequisites.h"

namespace jobcarve {

std::vector<AdjustmentIndex> OwnAdjustmentsInForce(const CompiledMarket& market, CandidateIndex candidate, JobIndex job) {
  const std::vector<AdjustmentIndex>& ruled_out = market.jobs[job].ruled_out;
  std::vector<AdjustmentIndex> in_force = market.candidates[candidate].own_adjustments;
  std::erase_if(in_force, [&](AdjustmentIndex own) { return absl::c_binary_search(ruled_out, own); });
  DropUnsupported(market, {}, in_force);
  return in_force;
}

}  // namespace jobcarve
