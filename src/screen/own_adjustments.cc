// An own adjustment falls away when the job rules it out, and so does whatever rests on it; the rest is in force.
// Tested by tests/screen/screen_test.cc.
#include <algorithm>
#include <vector>

#include "jobcarve/screen/screen.h"

namespace jobcarve {
namespace {

bool IsIn(const std::vector<AdjustmentIndex>& sorted, AdjustmentIndex adjustment) {
  return std::binary_search(sorted.begin(), sorted.end(), adjustment);
}

}  // namespace

std::vector<AdjustmentIndex> OwnAdjustmentsInForce(const CompiledMarket& market, CandidateIndex candidate, JobIndex job) {
  const std::vector<AdjustmentIndex>& ruled_out = market.jobs[job].ruled_out;
  std::vector<AdjustmentIndex> in_force = market.candidates[candidate].own_adjustments;
  size_t before = 0;
  do {
    before = in_force.size();
    const std::vector<AdjustmentIndex> last = in_force;
    std::erase_if(in_force, [&](AdjustmentIndex own) {
      const std::vector<AdjustmentIndex>& required = market.adjustments[own].required;
      return IsIn(ruled_out, own) ||
             !std::all_of(required.begin(), required.end(), [&](AdjustmentIndex other) { return IsIn(last, other); });
    });
  } while (in_force.size() != before);
  return in_force;
}

}  // namespace jobcarve
