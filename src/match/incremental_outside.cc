// Tested by tests/match/incremental_test.cc and tests/match/incremental_random_test.cc.
#include "match/incremental_outside.h"

namespace jobcarve::incremental {
namespace {

constexpr size_t kMostStale = 1000;  // With this many stale nodes beyond one for each left node, the index is made anew.
constexpr size_t kAhead = 8;         // Nodes fetched before they are put right.

}  // namespace

void Outside::Touch(LeftIndex left) {
  if (is_made_) {
    stale_lefts_.push_back(left);
  }
}

void Outside::Touch(RightIndex right) {
  if (is_made_) {
    stale_rights_.push_back(right);
  }
}

void Outside::Forget() {
  is_made_ = false;
  stale_lefts_.clear();
  stale_rights_.clear();
}

void Outside::ForgetIfStale() {
  if (stale_lefts_.size() > kMostStale + left_count_) {
    Forget();
  }
}

void Outside::Make(const DynamicNetwork& network) {
  Forget();
  is_made_ = true;
  range_ = 2 * network.greatest_weight();
  left_count_ = network.left_count();
  lefts_ = PriceIndex<LeftIndex>(network.left_count(), range_);
  rights_ = PriceIndex<RightIndex>(network.right_count(), range_);
  for (size_t left = 0; left < network.left_count(); ++left) {
    stale_lefts_.push_back(LeftIndex(left));
  }
  for (size_t right = 0; right < network.right_count(); ++right) {
    stale_rights_.push_back(RightIndex(right));
  }
}

void Outside::Refresh(const DynamicNetwork& network) {
  if (!is_made_ || network.greatest_weight() > range_) {
    Make(network);
  }
  for (size_t s = 0; s < stale_lefts_.size(); ++s) {
    if (s + kAhead < stale_lefts_.size()) {
      network.Prefetch(stale_lefts_[s + kAhead]);
      lefts_.Prefetch(stale_lefts_[s + kAhead]);
    }
    const LeftIndex left = stale_lefts_[s];
    if (network.Exists(left) && network.left(left).TakesPart()) {
      lefts_.Put(left, network.PriceWeight(left));
    } else {
      lefts_.Remove(left);
    }
  }
  for (const RightIndex right : stale_rights_) {
    if (network.Exists(right)) {
      rights_.Put(right, network.PriceWeight(right));
    } else {
      rights_.Remove(right);
    }
  }
  stale_lefts_.clear();
  stale_rights_.clear();
}

size_t Outside::NeighbourCount(const DynamicNetwork& network) const {
  const int64_t outside = WeightOf(network.outside());
  return lefts_.Nodes(lefts_.BucketOf(outside)).size() + rights_.Nodes(rights_.BucketOf(-outside)).size();
}

}  // namespace jobcarve::incremental
