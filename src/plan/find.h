// find.h: a compiled list is sorted by id, so an id is found by halving.
#ifndef JOBCARVE_SRC_PLAN_FIND_H_
#define JOBCARVE_SRC_PLAN_FIND_H_

#include <algorithm>
#include <optional>
#include <string>

#include "jobcarve/base/index.h"

namespace jobcarve::internal {

// The position of `id`; nullopt when the list has none such. O(log n).
template <typename I, typename T>
std::optional<I> FindById(const IndexedVector<I, T>& items, const std::string& id) {
  const auto place =
      std::lower_bound(items.begin(), items.end(), id, [](const T& item, const std::string& key) { return item.id < key; });
  if (place == items.end() || place->id != id) {
    return std::nullopt;
  }
  return I(static_cast<size_t>(place - items.begin()));
}

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_FIND_H_
