// The matching problem as a network flow: a left node sends one unit to a right node or (unless it must be matched) to the
// outside, a free place is filled from the outside. Reduced costs u + p - w are never negative, so Dijkstra's algorithm finds
// the cheapest way
//   forward   from a left node that wants a place (u > 0 or forced, yet free) to a free place or to a node that gives up, and
//   backward  from a free place with a price (p > 0 or forced) to a node that would come or to a place that costs nothing to
//             leave.
// Distances up to the target are moved into the prices, the flow along the path is changed, and the invariant holds again. When
// no such node or place is left, prices and assignment prove each other optimal. Good starting prices keep the searches short.
// Tested by tests/match/match_test.cc and, against oracles, tests/match/match_oracle_test.cc.
#include "match/shortest_paths.h"

#include <algorithm>
#include <functional>
#include <span>

namespace jobcarve::match {

template <typename Weight>
ShortestPaths<Weight>::ShortestPaths(const Problem& problem, State& state)
    : problem_(problem), graph_(problem.graph), state_(state), labels_(problem.graph.right_count()) {}

template <typename Weight>
std::optional<Obstacle> ShortestPaths<Weight>::Repair() {
  for (const LeftIndex left : graph_.Lefts()) {
    const bool wants_place = state_.left_prices[left] > 0 || problem_.IsForced(left);
    if (wants_place && state_.assignment.IsFree(left) && !ForwardFrom(left)) {
      return Obstacle{.left = left, .right = std::nullopt, .shortage = ShortageHere()};
    }
  }
  for (const RightIndex right : graph_.Rights()) {
    while (state_.assignment.HasRoom(right) && (state_.right_prices[right] > 0 || problem_.IsForced(right))) {
      if (!BackwardFrom(right)) {
        return Obstacle{.left = std::nullopt, .right = right, .shortage = {}};
      }
    }
  }
  return std::nullopt;
}

// Returns false when neither a place nor a node that may give up can be reached; the labels then show the shortage.
template <typename Weight>
bool ShortestPaths<Weight>::ForwardFrom(LeftIndex start) {
  Target target;
  ScanForward(start, 0, target);
  while (const std::optional<Entry> nearest = PopNearest(target.distance)) {
    for (const LeftIndex holder : state_.assignment.HoldersOf(nearest->second)) {
      ScanForward(holder, nearest->first, target);
      if (target.distance == nearest->first) {
        break;  // No path is shorter, and nodes at this distance keep their prices.
      }
    }
  }
  if (!target.left.has_value() && !target.right.has_value()) {
    return false;
  }
  RaisePrices(target);
  AugmentForward(start, target);
  Forget();
  return true;
}

template <typename Weight>
void ShortestPaths<Weight>::ScanForward(LeftIndex left, int64_t distance, Target& target) {
  scanned_.push_back({left, distance});
  const int64_t outlay = distance + state_.left_prices[left];
  if (outlay < target.distance && !problem_.IsForced(left)) {
    target = {.distance = outlay, .left = left, .right = std::nullopt};
  }
  for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(left)) {
    const RightIndex right(edge.node);
    const int64_t through = outlay + state_.right_prices[right] - edge.weight;
    if (through >= target.distance || through >= labels_[right].distance || graph_.capacity(right) == 0) {
      continue;
    }
    Reach(right, {.distance = through, .via_left = left, .via_right = right, .is_done = false});
    if (state_.assignment.HasRoom(right)) {
      target = {.distance = through, .left = std::nullopt, .right = right};
    }
  }
}

template <typename Weight>
void ShortestPaths<Weight>::RaisePrices(const Target& target) {
  for (const RightIndex right : done_) {
    state_.right_prices[right] += target.distance - labels_[right].distance;
  }
  for (const auto& [left, distance] : scanned_) {
    state_.left_prices[left] -= target.distance - distance;
  }
}

// From the free end of the path back to `start`: each left node on it moves one place on.
template <typename Weight>
void ShortestPaths<Weight>::AugmentForward(LeftIndex start, const Target& target) {
  RightIndex free_right = target.right.value_or(RightIndex());
  if (target.left.has_value()) {
    if (*target.left == start) {
      return;  // The start itself gives up.
    }
    free_right = state_.assignment.right(*target.left);
    state_.assignment.Release(*target.left);
  }
  while (true) {
    const LeftIndex comer = labels_[free_right].via_left;
    const std::optional<RightIndex> left_behind =
        state_.assignment.IsFree(comer) ? std::nullopt : std::optional(state_.assignment.right(comer));
    Move(comer, free_right);
    if (!left_behind.has_value()) {
      return;
    }
    free_right = *left_behind;
  }
}

// Returns false when the place can neither stay free nor be filled.
template <typename Weight>
bool ShortestPaths<Weight>::BackwardFrom(RightIndex start) {
  Target target;
  if (!problem_.IsForced(start)) {  // Lowering the price of the free place to 0 always ends the search.
    target = {.distance = state_.right_prices[start], .left = std::nullopt, .right = start};
  }
  Reach(start, {.distance = 0, .via_left = LeftIndex(), .via_right = start, .is_done = false});
  while (const std::optional<Entry> nearest = PopNearest(target.distance)) {
    ScanBackward(nearest->second, nearest->first, target);
  }
  if (!target.left.has_value() && !target.right.has_value()) {
    Forget();
    return false;
  }
  LowerPrices(target);
  AugmentBackward(start, target);
  Forget();
  return true;
}

template <typename Weight>
void ShortestPaths<Weight>::ScanBackward(RightIndex right, int64_t distance, Target& target) {
  const int64_t outlay = distance + state_.right_prices[right];
  for (const HalfEdge<Weight>& edge : graph_.template Column<Weight>(right)) {
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
void ShortestPaths<Weight>::LowerPrices(const Target& target) {
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
void ShortestPaths<Weight>::AugmentBackward(RightIndex start, const Target& target) {
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
    Move(move->first, move->second);
  }
}

// By the heaviest edge there is between the two; of equal ones, the first.
template <typename Weight>
void ShortestPaths<Weight>::Move(LeftIndex left, RightIndex to) {
  const size_t best = HeaviestTo(graph_.template Row<Weight>(left), static_cast<uint32_t>(to.value()));
  if (!state_.assignment.IsFree(left)) {
    state_.assignment.Release(left);
  }
  state_.assignment.Assign(left, EdgeIndex(graph_.EdgesOf(left).begin().value() + best), to);
}

template <typename Weight>
void ShortestPaths<Weight>::Reach(RightIndex right, Label label) {
  if (labels_[right].distance == INT64_MAX) {
    reached_.push_back(right);
  }
  labels_[right] = label;
  queue_.push_back({label.distance, right});
  std::push_heap(queue_.begin(), queue_.end(), std::greater<>());
}

// The nearest right node closer than `limit` that was not popped before.
template <typename Weight>
std::optional<typename ShortestPaths<Weight>::Entry> ShortestPaths<Weight>::PopNearest(int64_t limit) {
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
void ShortestPaths<Weight>::Forget() {
  for (const RightIndex right : reached_) {
    labels_[right] = Label();
  }
  reached_.clear();
  done_.clear();
  scanned_.clear();
  queue_.clear();
}

// The left nodes reached compete for the right nodes reached, all of which are full, and have no other edge.
template <typename Weight>
Shortage ShortestPaths<Weight>::ShortageHere() {
  Shortage shortage;
  for (const auto& [left, distance] : scanned_) {
    shortage.lefts.push_back(left);
  }
  for (const RightIndex right : done_) {
    shortage.places += state_.assignment.Seats(right);
  }
  std::sort(shortage.lefts.begin(), shortage.lefts.end());
  Forget();
  return shortage;
}

template class ShortestPaths<int32_t>;
template class ShortestPaths<int64_t>;

}  // namespace jobcarve::match
