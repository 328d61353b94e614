// radix_heap.h: a priority queue for searches whose distances only grow.
#ifndef JOBCARVE_SRC_MATCH_RADIX_HEAP_H_
#define JOBCARVE_SRC_MATCH_RADIX_HEAP_H_

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "jobcarve/base/check.h"

namespace jobcarve::match {

// Items with a `distance` of at least that of the last one popped. Of equal ones, who came first leaves first.
// Each item moves at most 64 times, mostly less than 4, and always in rows of memory.
// Source: R. K. Ahuja, K. Mehlhorn, J. B. Orlin, R. E. Tarjan, "Faster algorithms for the shortest path problem", 1990.
template <typename Item>
class RadixHeap {
 public:
  bool IsEmpty() const { return size_ == 0; }
  size_t size() const { return size_; }

  void Push(const Item& item) {
    JOBCARVE_DCHECK(item.distance >= last_);
    buckets_[BucketOf(item)].push_back(item);
    ++size_;
  }

  // The heap must not be empty. Some of the items that will come soon are shown to `foresee`, to prefetch what they need.
  template <typename Foresee>
  Item Pop(const Foresee& foresee) {
    if (next_ == buckets_[0].size()) {
      Refill(foresee);
    }
    --size_;
    return buckets_[0][next_++];
  }

  // Drops the items for which `is_over` holds.
  template <typename IsOver>
  void Drop(const IsOver& is_over) {
    buckets_[0].erase(buckets_[0].begin(), buckets_[0].begin() + static_cast<std::ptrdiff_t>(next_));
    next_ = 0;
    size_ = 0;
    for (std::vector<Item>& bucket : buckets_) {
      std::erase_if(bucket, is_over);
      size_ += bucket.size();
    }
  }

 private:
  static constexpr size_t kSoon = 3;  // Buckets.

  // Bucket 0 holds the distance last_; bucket b those that differ from it first in bit b - 1.
  size_t BucketOf(const Item& item) const {
    return static_cast<size_t>(std::bit_width(static_cast<uint64_t>(item.distance) ^ static_cast<uint64_t>(last_)));
  }

  template <typename Foresee>
  void Refill(const Foresee& foresee) {
    buckets_[0].clear();
    next_ = 0;
    size_t first = 1;
    while (buckets_[first].empty()) {
      ++first;
    }
    std::vector<Item>& bucket = buckets_[first];
    last_ = std::min_element(bucket.begin(), bucket.end(), [](const Item& a, const Item& b) {
              return a.distance < b.distance;
            })->distance;
    for (const Item& item : bucket) {
      const size_t closer = BucketOf(item);
      buckets_[closer].push_back(item);
      if (closer <= kSoon) {
        foresee(item);
      }
    }
    bucket.clear();
  }

  std::array<std::vector<Item>, 65> buckets_;
  size_t size_ = 0;
  size_t next_ = 0;  // In bucket 0.
  int64_t last_ = 0;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_RADIX_HEAP_H_
