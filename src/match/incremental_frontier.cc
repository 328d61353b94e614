// A heap of arity 4 without decrease-key: a node reached on a shorter way is pushed again. Tested by
// tests/match/incremental_test.cc.
#include "match/incremental_frontier.h"

#include <algorithm>

namespace jobcarve::incremental {
namespace {

constexpr size_t kArity = 4;

}  // namespace

void Frontier::Begin(size_t right_count) {
  while (labels_.size() < right_count) {
    labels_.push_back({});
  }
  if (++search_ == 0) {  // All numbers were used; labels of 2^32 searches ago must not come alive again.
    std::fill(labels_.begin(), labels_.end(), Label());
    search_ = 1;
  }
  queue_.clear();
  done_.clear();
}

bool Frontier::Reach(RightIndex right, Value distance, LeftIndex mover, EdgeIndex via) {
  Label& label = labels_[right];
  if (label.search == search_ && label.distance <= distance) {
    return false;
  }
  label = {.distance = distance, .mover = mover, .via = via, .search = search_};
  Push({distance, right});
  return true;
}

std::optional<RightIndex> Frontier::PopNearerThan(Value limit) {
  while (!queue_.empty() && queue_.front().distance < limit) {
    const Entry nearest = queue_.front();
    PopTop();
    Label& label = labels_[nearest.right];
    if (!label.is_done && label.distance == nearest.distance) {
      label.is_done = true;
      done_.push_back(nearest.right);
      return nearest.right;
    }
  }
  return std::nullopt;
}

void Frontier::Push(Entry entry) {
  size_t hole = queue_.size();
  queue_.push_back(entry);
  while (hole > 0 && entry < queue_[(hole - 1) / kArity]) {
    queue_[hole] = queue_[(hole - 1) / kArity];
    hole = (hole - 1) / kArity;
  }
  queue_[hole] = entry;
}

void Frontier::PopTop() {
  const Entry last = queue_.back();
  queue_.pop_back();
  if (queue_.empty()) {
    return;
  }
  size_t hole = 0;
  while (kArity * hole + 1 < queue_.size()) {
    const auto children = queue_.begin() + static_cast<ptrdiff_t>(kArity * hole + 1);
    const auto end = queue_.begin() + static_cast<ptrdiff_t>(std::min(queue_.size(), kArity * hole + 1 + kArity));
    const auto least = std::min_element(children, end);
    if (!(*least < last)) {
      break;
    }
    queue_[hole] = *least;
    hole = static_cast<size_t>(least - queue_.begin());
  }
  queue_[hole] = last;
}

}  // namespace jobcarve::incremental
