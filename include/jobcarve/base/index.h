// index.h: positions that cannot be swapped by mistake.
//
//   using JobIndex = Index<struct JobTag>;
//   IndexedVector<JobIndex, int> openings(market.jobs.size(), 0);
//   for (JobIndex job : openings.Indices()) openings[job] += 1;
#ifndef JOBCARVE_BASE_INDEX_H_
#define JOBCARVE_BASE_INDEX_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "jobcarve/base/check.h"

namespace jobcarve {

// A position in one kind of list, below 2^32.
template <typename Tag>
class Index {
 public:
  constexpr Index() = default;
  explicit constexpr Index(size_t position) : position_(static_cast<uint32_t>(position)) {}

  constexpr size_t value() const { return position_; }
  constexpr auto operator<=>(const Index&) const = default;
  constexpr Index& operator++() { return ++position_, *this; }
  constexpr Index operator*() const { return *this; }  // An index is its own iterator; see IndexRange.

  template <typename H>
  friend H AbslHashValue(H h, Index index) {
    return H::combine(std::move(h), index.position_);
  }

 private:
  uint32_t position_ = 0;
};

// All indices from 0 to size - 1, for a range-for.
template <typename I>
class IndexRange {
 public:
  explicit constexpr IndexRange(size_t size) : size_(size) {}
  constexpr I begin() const { return I(0); }
  constexpr I end() const { return I(size_); }

 private:
  size_t size_;
};

// A vector that only its own kind of index can enter. `Items` is what holds the items: a vector, or a LargeVector
// (large_vector.h).
template <typename I, typename T, typename Items = std::vector<T>>
class IndexedVector {
 public:
  IndexedVector() = default;
  explicit IndexedVector(size_t size, const T& value = T()) : items_(size, value) {}
  explicit IndexedVector(Items items) : items_(std::move(items)) {}

  T& operator[](I index) {
    JOBCARVE_DCHECK(index.value() < items_.size());
    return items_[index.value()];
  }
  const T& operator[](I index) const {
    JOBCARVE_DCHECK(index.value() < items_.size());
    return items_[index.value()];
  }

  size_t size() const { return items_.size(); }
  bool empty() const { return items_.empty(); }
  IndexRange<I> Indices() const { return IndexRange<I>(items_.size()); }
  void push_back(T item) { items_.push_back(std::move(item)); }
  void reserve(size_t size) { items_.reserve(size); }

  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

  const Items& items() const { return items_; }

  bool operator==(const IndexedVector&) const = default;

 private:
  Items items_;
};

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_INDEX_H_
