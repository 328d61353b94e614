// Tested by tests/screen/screen_test.cc and tests/carve/carve_test.cc.
#include "screen/prerequisites.h"

#include <cstddef>

#include "absl/algorithm/container.h"

namespace jobcarve {

void DropUnsupported(const CompiledMarket& market, const std::vector<AdjustmentIndex>& granted,
                     std::vector<AdjustmentIndex>& adjustments) {
  size_t before = 0;
  do {
    before = adjustments.size();
    const std::vector<AdjustmentIndex> last = adjustments;
    std::erase_if(adjustments, [&](AdjustmentIndex adjustment) {
      return !absl::c_all_of(market.adjustments[adjustment].required, [&](AdjustmentIndex other) {
        return absl::c_binary_search(granted, other) || absl::c_binary_search(last, other);
      });
    });
  } while (adjustments.size() != before);
}

}  // namespace jobcarve
