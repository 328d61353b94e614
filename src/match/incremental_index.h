// incremental_index.h: nodes by price, coarsely: where a search from the outside finds its next neighbours.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_INDEX_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_INDEX_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/prefetch.h"
#include "match/incremental_rows.h"
#include "match/incremental_table.h"

namespace jobcarve::incremental {

// A calendar queue (R. Brown, 1988) that is only read: a ring of buckets, each for an interval of prices of the same width.
// Prices in use must lie within `range` of each other at any time; they may drift together without end. Every change takes
// constant time.
template <typename I>
class PriceIndex {
 public:
  PriceIndex() = default;
  // About as many buckets as it takes to have few nodes in each.
  PriceIndex(size_t node_count, int64_t range) : positions_(node_count) {
    const size_t bucket_count = std::bit_ceil(std::max<size_t>(8, node_count / 8));
    width_bits_ = static_cast<int>(std::bit_width(static_cast<uint64_t>(range) / (bucket_count - 2)));
    mask_ = bucket_count - 1;
    for (size_t b = 0; b < bucket_count; ++b) {
      buckets_.AddRow(0);
    }
  }

  // The bucket of a price, counted without end; and the least price in it.
  int64_t BucketOf(int64_t price) const { return price >> width_bits_; }
  int64_t LowestIn(int64_t bucket) const { return bucket << width_bits_; }
  size_t bucket_count() const { return mask_ + 1; }
  std::span<const I> Nodes(int64_t bucket) const { return buckets_[static_cast<size_t>(bucket) & mask_]; }

  // A hint that `node` is put or removed soon.
  void Prefetch(I node) const {
    if (node.value() < positions_.size()) {
      jobcarve::Prefetch(&positions_[node]);
    }
  }

  void Put(I node, int64_t price) {
    while (positions_.size() <= node.value()) {
      positions_.push_back({});
    }
    const uint32_t bucket = static_cast<uint32_t>(static_cast<size_t>(BucketOf(price)) & mask_);
    if (positions_[node].bucket == bucket) {
      return;
    }
    Remove(node);
    positions_[node] = {.bucket = bucket, .seat = static_cast<uint32_t>(buckets_[bucket].size())};
    buckets_.Append(bucket, node);
  }

  // Nothing happens when it is not there.
  void Remove(I node) {
    if (node.value() >= positions_.size() || positions_[node].bucket == kNowhere) {
      return;
    }
    const Position left_behind = positions_[node];
    buckets_.Remove(left_behind.bucket, left_behind.seat);
    if (left_behind.seat < buckets_[left_behind.bucket].size()) {
      positions_[buckets_[left_behind.bucket][left_behind.seat]].seat = left_behind.seat;
    }
    positions_[node].bucket = kNowhere;
  }

 private:
  static constexpr uint32_t kNowhere = UINT32_MAX;
  struct Position {
    uint32_t bucket = kNowhere;
    uint32_t seat = 0;
  };

  int width_bits_ = 0;
  size_t mask_ = 0;
  Rows<I> buckets_;
  Table<I, Position> positions_;
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_INDEX_H_
