// incremental_table.h: an IndexedVector (base/index.h) of many megabytes, read in random order.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_TABLE_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_TABLE_H_

#include <cstddef>

#include "jobcarve/base/check.h"
#include "jobcarve/base/large_vector.h"

namespace jobcarve::incremental {

template <typename I, typename T>
class Table {
 public:
  Table() = default;
  explicit Table(size_t size) : items_(size) {}

  T& operator[](I index) {
    JOBCARVE_DCHECK(index.value() < items_.size());
    return items_[index.value()];
  }
  const T& operator[](I index) const {
    JOBCARVE_DCHECK(index.value() < items_.size());
    return items_[index.value()];
  }

  size_t size() const { return items_.size(); }
  void push_back(const T& item) { items_.push_back(item); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }

 private:
  LargeVector<T> items_;
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_TABLE_H_
