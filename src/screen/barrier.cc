// Tested by tests/screen/screen_test.cc.
#include "jobcarve/screen/barrier.h"

#include <algorithm>

#include "jobcarve/base/check.h"

namespace jobcarve {
namespace {

void Insert(std::vector<DimensionIndex>& sorted, DimensionIndex dimension) {
  const auto place = std::lower_bound(sorted.begin(), sorted.end(), dimension);
  if (place == sorted.end() || *place != dimension) {
    sorted.insert(place, dimension);
  }
}

}  // namespace

bool Waiver::WaivesTask(DimensionIndex dimension) const {
  return std::binary_search(task_dimensions.begin(), task_dimensions.end(), dimension);
}

bool Waiver::WaivesCondition(DimensionIndex dimension) const {
  return std::binary_search(condition_dimensions.begin(), condition_dimensions.end(), dimension);
}

void Waiver::Add(const Barrier& barrier) {
  if (barrier.kind == BarrierKind::kCapability || barrier.kind == BarrierKind::kCondition) {
    JOBCARVE_CHECK(barrier.dimension.has_value());
    Insert(barrier.kind == BarrierKind::kCapability ? task_dimensions : condition_dimensions, *barrier.dimension);
    return;
  }
  kinds |= uint32_t{1} << static_cast<int>(barrier.kind);
}

}  // namespace jobcarve
