// The matching problem as a network flow: a left node sends one unit to a right node or (unless perfect) to the outside, a free
// place is filled from the outside. Reduced costs u + p - w are never negative, so Dijkstra's algorithm finds the cheapest way
//   forward   from a left node that wants a place (u > 0 or perfect, yet free) to a free place or to a node that gives up, and
//   backward  from a free place with a price (p > 0) to a node that would come or to a place that costs nothing to leave.
// Distances up to the target are moved into the prices, the flow along the path is changed, and the invariant holds again. When
// no such node or place is left, prices and assignment prove each other optimal. Good starting prices keep the searches short.
// Tested by tests/match/match_test.cc and, against oracles, tests/match/match_oracle_test.cc.
#include "match/shortest_paths.h"

#include <algorithm>

namespace jobcarve::match {

ShortestPaths::ShortestPaths(const Network& network, State& state)
    : network_(network), state_(state), labels_(network.right_count()) {}

std::optional<Shortage> ShortestPaths::Repair(const Component& component) {
  KeepWhatPricesSupport(component);
  for (const LeftIndex left : component.lefts) {
    const bool wants_place = network_.is_perfect() || state_.left_prices[left] > 0;
    if (wants_place && !state_.assignment.arc(left).has_value() && !ForwardFrom(left)) {
      return ShortageHere();
    }
  }
  for (const RightIndex right : component.rights) {
    while (state_.right_prices[right] > 0 && state_.assignment.HasRoom(right)) {
      BackwardFrom(right);
    }
  }
  return std::nullopt;
}

void ShortestPaths::KeepWhatPricesSupport(const Component& component) {
  for (const LeftIndex left : component.lefts) {
    std::optional<int64_t> best;
    if (!network_.is_perfect()) {
      best = 0;
    }
    for (ArcIndex a = network_.ArcsBegin(left); a != network_.ArcsEnd(left); ++a) {
      const Arc& arc = network_.arc(a);
      const int64_t value = arc.weight - state_.right_prices[arc.right];
      best = best.has_value() ? std::max(*best, value) : value;
    }
    state_.left_prices[left] = best.value_or(0);
    if (const std::optional<ArcIndex> held = state_.assignment.arc(left)) {
      const Arc& arc = network_.arc(*held);
      if (arc.weight - state_.right_prices[arc.right] != state_.left_prices[left]) {
        state_.assignment.Release(left);
      }
    }
  }
}

// Returns false when neither a place nor a node that may give up can be reached; the labels then show the shortage.
bool ShortestPaths::ForwardFrom(LeftIndex start) {
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

void ShortestPaths::ScanForward(LeftIndex left, int64_t distance, Target& target) {
  scanned_.push_back({left, distance});
  const int64_t left_price = state_.left_prices[left];
  if (!network_.is_perfect() && distance + left_price < target.distance) {
    target = {.distance = distance + left_price, .left = left, .right = std::nullopt};
  }
  for (ArcIndex a = network_.ArcsBegin(left); a != network_.ArcsEnd(left); ++a) {
    const Arc& arc = network_.arc(a);
    const int64_t through = distance + left_price + state_.right_prices[arc.right] - arc.weight;
    if (through >= target.distance || through >= labels_[arc.right].distance) {
      continue;
    }
    Reach(arc.right, through, a, left);
    if (state_.assignment.HasRoom(arc.right)) {
      target = {.distance = through, .left = std::nullopt, .right = arc.right};
    } else {
      queue_.push({through, arc.right});
    }
  }
}

void ShortestPaths::RaisePrices(const Target& target) {
  for (const RightIndex right : done_) {
    state_.right_prices[right] += target.distance - labels_[right].distance;
  }
  for (const auto& [left, distance] : scanned_) {
    state_.left_prices[left] -= target.distance - distance;
  }
}

// From the free end of the path back to `start`: each left node on it moves one place on.
void ShortestPaths::AugmentForward(LeftIndex start, const Target& target) {
  Assignment& assignment = state_.assignment;
  RightIndex free_right = target.right.value_or(RightIndex());
  if (target.left.has_value()) {
    if (*target.left == start) {
      return;  // The start itself gives up.
    }
    free_right = network_.arc(*assignment.arc(*target.left)).right;
    assignment.Release(*target.left);
  }
  while (true) {
    const Label& label = labels_[free_right];
    const std::optional<ArcIndex> held = assignment.arc(label.via_left);
    if (held.has_value()) {
      assignment.Release(label.via_left);
    }
    assignment.Assign(label.via_left, label.via);
    if (!held.has_value()) {
      return;
    }
    free_right = network_.arc(*held).right;
  }
}

void ShortestPaths::BackwardFrom(RightIndex start) {
  // Lowering the price of the free place to 0 always ends the search.
  Target target = {.distance = state_.right_prices[start], .left = std::nullopt, .right = start};
  Reach(start, 0, ArcIndex(), LeftIndex());
  queue_.push({0, start});
  while (const std::optional<Entry> nearest = PopNearest(target.distance)) {
    ScanBackward(nearest->second, nearest->first, target);
  }
  LowerPrices(target);
  AugmentBackward(start, target);
  Forget();
}

void ShortestPaths::ScanBackward(RightIndex right, int64_t distance, Target& target) {
  const int64_t right_price = state_.right_prices[right];
  for (const BackArc& back : network_.BackArcsOf(right)) {
    const int64_t through = distance + state_.left_prices[back.left] + right_price - back.weight;
    if (through >= target.distance) {
      continue;
    }
    const std::optional<ArcIndex> held = state_.assignment.arc(back.left);
    if (!held.has_value()) {
      target = {.distance = through, .left = back.left, .right = std::nullopt};
      joining_ = back.arc;
      continue;
    }
    const RightIndex from = network_.arc(*held).right;
    if (through >= labels_[from].distance) {
      continue;  // Also when the node already sits at `right`.
    }
    Reach(from, through, back.arc, back.left);
    queue_.push({through, from});
    if (through + state_.right_prices[from] < target.distance) {
      target = {.distance = through + state_.right_prices[from], .left = std::nullopt, .right = from};
    }
  }
}

void ShortestPaths::LowerPrices(const Target& target) {
  for (const RightIndex right : done_) {
    const int64_t fall = target.distance - labels_[right].distance;
    state_.right_prices[right] -= fall;
    for (const LeftIndex holder : state_.assignment.HoldersOf(right)) {
      state_.left_prices[holder] += fall;
    }
  }
}

// From `start`, which has a free place, to the far end of the path: each left node on it moves one place on.
void ShortestPaths::AugmentBackward(RightIndex start, const Target& target) {
  std::vector<std::pair<LeftIndex, ArcIndex>> moves;
  RightIndex right = target.right.value_or(RightIndex());
  if (target.left.has_value()) {
    moves.push_back({*target.left, *joining_});
    right = network_.arc(*joining_).right;
  }
  while (right != start) {
    moves.push_back({labels_[right].via_left, labels_[right].via});
    right = network_.arc(labels_[right].via).right;
  }
  for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
    if (state_.assignment.arc(move->first).has_value()) {
      state_.assignment.Release(move->first);
    }
    state_.assignment.Assign(move->first, move->second);
  }
}

void ShortestPaths::Reach(RightIndex right, int64_t distance, ArcIndex via, LeftIndex via_left) {
  if (labels_[right].distance == INT64_MAX) {
    reached_.push_back(right);
  }
  labels_[right] = {.distance = distance, .via = via, .via_left = via_left, .is_done = false};
}

// The nearest right node closer than `limit` that was not popped before.
std::optional<ShortestPaths::Entry> ShortestPaths::PopNearest(int64_t limit) {
  while (!queue_.empty() && queue_.top().first < limit) {
    const Entry nearest = queue_.top();
    queue_.pop();
    Label& label = labels_[nearest.second];
    if (!label.is_done && label.distance == nearest.first) {
      label.is_done = true;
      done_.push_back(nearest.second);
      return nearest;
    }
  }
  return std::nullopt;
}

void ShortestPaths::Forget() {
  for (const RightIndex right : reached_) {
    labels_[right] = Label();
  }
  reached_.clear();
  done_.clear();
  scanned_.clear();
  queue_ = {};
  joining_.reset();
}

// The left nodes reached compete for the right nodes reached, all of which are full, and have no other edge.
Shortage ShortestPaths::ShortageHere() {
  Shortage shortage;
  for (const auto& [left, distance] : scanned_) {
    shortage.lefts.push_back(left);
  }
  for (const RightIndex right : done_) {
    shortage.places += static_cast<int64_t>(network_.seats(right));
  }
  std::sort(shortage.lefts.begin(), shortage.lefts.end());
  Forget();
  return shortage;
}

}  // namespace jobcarve::match
