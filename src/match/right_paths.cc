// The mirror of left_forest.cc: from a free place with a price (p > 0 or forced), Dijkstra's algorithm finds the cheapest way to
// a left node that would come or to a place that costs nothing to leave. Distances up to there are moved into the prices, the
// flow along the path is changed, and the invariant holds again. When no such place is left, prices and assignment prove each
// other optimal. After an auction few are left, and what is near ends most searches.
// Tested by tests/match/match_test.cc and, against oracles, tests/match/match_oracle_test.cc.
#include "match/right_paths.h"

#include <algorithm>
#include <functional>
#include <span>

#include "base/prefetch.h"

namespace jobcarve::match {

template <typename Weight>
RightPaths<Weight>::RightPaths(const Problem& problem, State& state)
    : problem_(problem), graph_(problem.graph), state_(state), labels_(problem.graph.right_count()) {}

template <typename Weight>
std::optional<Obstacle> RightPaths<Weight>::FillAll() {
  for (const RightIndex right : graph_.Rights()) {
    while (state_.assignment.HasRoom(right) && (state_.right_prices[right] > 0 || problem_.IsForced(right))) {
      if (!Fill(right)) {
        return Obstacle{.left = std::nullopt, .right = right, .shortage = {}};
      }
    }
  }
  return std::nullopt;
}

// Returns false when the place can neither stay free nor be filled.
template <typename Weight>
bool RightPaths<Weight>::Fill(RightIndex start) {
  Target target;
  if (!problem_.IsForced(start)) {  // Lowering the price of the free place to 0 always ends the search.
    target = {.distance = state_.right_prices[start], .left = std::nullopt, .right = start};
  }
  Reach(start, {.distance = 0, .via_left = LeftIndex(), .via_right = start, .is_done = false});
  while (const std::optional<Entry> nearest = PopNearest(target.distance)) {
    Scan(nearest->second, nearest->first, target);
  }
  if (!target.left.has_value() && !target.right.has_value()) {
    Forget();
    return false;
  }
  LowerPrices(target);
  Augment(start, target);
  Forget();
  return true;
}

template <typename Weight>
void RightPaths<Weight>::Scan(RightIndex right, int64_t distance, Target& target) {
  const int64_t outlay = distance + state_.right_prices[right];
  const std::span<const HalfEdge<Weight>> column = graph_.template Column<Weight>(right);
  for (const HalfEdge<Weight>& edge : column) {
    Prefetch(&state_.left_prices[LeftIndex(edge.node)]);
  }
  for (const HalfEdge<Weight>& edge : column) {
    const LeftIndex left(edge.node);
    const int64_t through = outlay + state_.left_prices[left] - edge.weight;
    if (through >= target.distance) {
      continue;
    }
    if (state_.assignment.IsFree(left)) {
      target = {.distance = through, .left = left, .right = std::nullopt};
      joined_ = right;
      continue;
    }
    const RightIndex from = state_.assignment.right(left);
    if (through >= labels_[from].distance) {
      continue;  // Also when the node already sits at `right`.
    }
    Reach(from, {.distance = through, .via_left = left, .via_right = right, .is_done = false});
    if (through + state_.right_prices[from] < target.distance && !problem_.IsForced(from)) {
      target = {.distance = through + state_.right_prices[from], .left = std::nullopt, .right = from};
    }
  }
}

template <typename Weight>
void RightPaths<Weight>::LowerPrices(const Target& target) {
  for (const RightIndex right : done_) {
    const int64_t fall = target.distance - labels_[right].distance;
    state_.right_prices[right] -= fall;
    for (const LeftIndex holder : state_.assignment.HoldersOf(right)) {
      state_.left_prices[holder] += fall;
    }
  }
}

// From `start`, which has a free place, to the far end of the path: each left node on it moves one place on.
template <typename Weight>
void RightPaths<Weight>::Augment(RightIndex start, const Target& target) {
  std::vector<std::pair<LeftIndex, RightIndex>> moves;
  RightIndex right = target.right.value_or(RightIndex());
  if (target.left.has_value()) {
    moves.push_back({*target.left, joined_});
    right = joined_;
  }
  while (right != start) {
    moves.push_back({labels_[right].via_left, labels_[right].via_right});
    right = labels_[right].via_right;
  }
  for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
    MoveTo<Weight>(graph_, state_, move->first, move->second);
  }
}

template <typename Weight>
void RightPaths<Weight>::Reach(RightIndex right, Label label) {
  if (labels_[right].distance == INT64_MAX) {
    reached_.push_back(right);
  }
  labels_[right] = label;
  queue_.push_back({label.distance, right});
  std::push_heap(queue_.begin(), queue_.end(), std::greater<>());
}

// The nearest right node closer than `limit` that was not popped before.
template <typename Weight>
std::optional<typename RightPaths<Weight>::Entry> RightPaths<Weight>::PopNearest(int64_t limit) {
  while (!queue_.empty() && queue_.front().first < limit) {
    const Entry nearest = queue_.front();
    std::pop_heap(queue_.begin(), queue_.end(), std::greater<>());
    queue_.pop_back();
    Label& label = labels_[nearest.second];
    if (!label.is_done && label.distance == nearest.first) {
      label.is_done = true;
      done_.push_back(nearest.second);
      return nearest;
    }
  }
  return std::nullopt;
}

template <typename Weight>
void RightPaths<Weight>::Forget() {
  for (const RightIndex right : reached_) {
    labels_[right] = Label();
  }
  reached_.clear();
  done_.clear();
  queue_.clear();
}

template class RightPaths<int32_t>;
template class RightPaths<int64_t>;

}  // namespace jobcarve::match
