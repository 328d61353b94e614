// The matching problem as a network flow: a left node sends one unit to a right node or (unless it must be matched) to the
// outside. Reduced costs u + p - w are never negative, so Dijkstra's algorithm finds the cheapest way from a left node that
// wants a place (u > 0 or forced, yet free) to a free place or to a left node that gives up. Moving the distances up to there
// into the prices, and the flow along the path, restores the invariant.
//
// One search from each such node in turn would reach further and further, since free places become few. Here all grow at once,
// by distance, as the Hungarian method's forest does: a right node belongs to the tree that reaches it first. A tree that
// reaches its end moves its prices and leaves the forest; its nodes may then join the others. With k trees left and k places
// free the whole forest need not grow over more than about n / k nodes, where a single tree would have to; so all together costs
// little more than the last search alone. Prices of growing trees are moved when they end: until then a node that joined at
// distance d owes (distance now - d).
// Tested by tests/match/match_test.cc and, against oracles, tests/match/match_oracle_test.cc.
#include "match/left_forest.h"

#include <algorithm>
#include <span>
#include <utility>

#include "base/prefetch.h"

namespace jobcarve::match {
namespace {

constexpr size_t kMinDrop = size_t{1} << 16;  // Fewer events that are over are not worth a pass through the heap.

}  // namespace

template <typename Weight>
LeftForest<Weight>::LeftForest(const Problem& problem, State& state) : problem_(problem), graph_(problem.graph), state_(state) {}

template <typename Weight>
std::optional<Obstacle> LeftForest<Weight>::Grow() {
  Plant();
  while (growing_ > 0) {
    if (!ends_.empty()) {
      const Event event = ends_.back();
      ends_.pop_back();
      Do(event);
    } else if (!events_.IsEmpty()) {
      const Event event = events_.Pop([this](const Event& soon) { PrefetchScan(LeftIndex(soon.left)); });
      now_ = event.distance;
      --(trees_[event.tree].is_growing ? trees_[event.tree].events : over_);
      Do(event);
    } else {
      return ObstacleHere();
    }
  }
  return std::nullopt;
}

template <typename Weight>
void LeftForest<Weight>::Plant() {
  for (const LeftIndex left : graph_.Lefts()) {
    if (state_.assignment.IsFree(left) && (state_.left_prices[left] > 0 || problem_.IsForced(left))) {
      trees_.push_back({.source = left});
    }
  }
  growing_ = trees_.size();
  if (growing_ == 0) {
    return;
  }
  nodes_.resize(graph_.right_count());
  due_.resize(graph_.left_count());
  fares_.resize(graph_.right_count());
  for (const RightIndex right : graph_.Rights()) {
    fares_[right.value()] = graph_.capacity(right) == 0 ? kClosed + kNone : state_.right_prices[right];
  }
  for (uint32_t tree = 0; tree < trees_.size(); ++tree) {
    Foresee(trees_[tree].source, 0, tree);
  }
}

// `left` joined `tree` at `distance`.
template <typename Weight>
void LeftForest<Weight>::Foresee(LeftIndex left, int64_t distance, uint32_t tree) {
  const Event event = {.distance = distance,
                       .outlay = distance + state_.left_prices[left],
                       .left = static_cast<uint32_t>(left.value()),
                       .tree = tree};
  Push(event, OptionsOf(event).best);
}

template <typename Weight>
void LeftForest<Weight>::Do(const Event& event) {
  if (!trees_[event.tree].is_growing || event.distance != due_[event.left]) {
    return;
  }
  const Options options = OptionsOf(event);
  if (options.best.distance > now_) {  // What was foreseen is done by another.
    Push(event, options.best);
  } else if (IsEnd(options.best)) {
    EndTree(event, options.best);
  } else {
    Join(event, options.best);
    Push(event, options.next);
  }
}

template <typename Weight>
typename LeftForest<Weight>::Options LeftForest<Weight>::OptionsOf(const Event& event) {
  Options options;
  if (!problem_.IsForced(LeftIndex(event.left))) {
    options.best.distance = event.outlay;
  }
  bool is_any_taken = false;  // By another tree.
  for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(LeftIndex(event.left))) {
    const int64_t fare = fares_[edge.node];
    const int64_t through = event.outlay + fare - edge.weight;
    is_any_taken |= IsTaken(fare, event.tree);
    if (through < options.best.distance) {
      options.next = std::exchange(options.best, {.distance = through, .right = edge.node});
    } else if (through < options.next.distance) {
      options.next = {.distance = through, .right = edge.node};
    }
  }
  if (is_any_taken) {
    WaitForOthers(event, options.next.distance);
  }
  return options;
}

// For all that could be done before `limit`, were it not for other trees.
template <typename Weight>
void LeftForest<Weight>::WaitForOthers(const Event& event, int64_t limit) {
  for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(LeftIndex(event.left))) {
    const int64_t beyond = event.outlay - edge.weight;
    if (IsTaken(fares_[edge.node], event.tree) && beyond + state_.right_prices[RightIndex(edge.node)] < limit) {
      Node& node = nodes_[edge.node];
      if (free_wait_ == kNone) {
        waits_.push_back({.event = event, .next = kNone});
        free_wait_ = static_cast<uint32_t>(waits_.size() - 1);
      }
      const uint32_t place = free_wait_;
      free_wait_ = waits_[place].next;
      waits_[place] = {.event = event, .next = std::exchange(node.first_wait, place)};
      waits_[place].event.distance = beyond;
    }
  }
}

template <typename Weight>
void LeftForest<Weight>::Push(Event event, const Option& option) {
  due_[event.left] = option.distance;
  if (option.distance >= kClosed / 2) {
    return;  // Nothing to be done.
  }
  event.distance = option.distance;
  if (option.distance == now_ && IsEnd(option)) {
    ends_.push_back(event);
  } else {
    PushEvent(event);
  }
}

template <typename Weight>
void LeftForest<Weight>::PushEvent(const Event& event) {
  events_.Push(event);
  ++trees_[event.tree].events;
}

// Keeps the heap from filling with what no tree will do any more.
template <typename Weight>
void LeftForest<Weight>::DropWhatIsOver() {
  if (over_ > kMinDrop && over_ > events_.size() / 2) {
    events_.Drop([this](const Event& event) { return !trees_[event.tree].is_growing; });
    over_ = 0;
  }
}

template <typename Weight>
void LeftForest<Weight>::Join(const Event& event, const Option& option) {
  const RightIndex right(option.right);
  const std::span<const LeftIndex> holders = state_.assignment.HoldersOf(right);
  for (const LeftIndex holder : holders) {
    PrefetchScan(holder);
  }
  Node& node = nodes_[option.right];
  node.distance = now_;
  node.via_left = event.left;
  node.next = std::exchange(trees_[event.tree].last_node, option.right);
  fares_[option.right] = kClosed + event.tree;
  for (const LeftIndex holder : holders) {
    Foresee(holder, now_, event.tree);
  }
}

template <typename Weight>
void LeftForest<Weight>::PrefetchScan(LeftIndex left) const {
  PrefetchLines(graph_.template Row<Weight>(left));
  Prefetch(&state_.left_prices[left]);
}

template <typename Weight>
void LeftForest<Weight>::EndTree(const Event& event, const Option& option) {
  Tree& tree = trees_[event.tree];
  tree.is_growing = false;
  --growing_;
  MovePrices(tree, now_);
  Augment(LeftIndex(event.left), option);
  FreeNodes(tree);
  over_ += std::exchange(tree.events, 0);
  DropWhatIsOver();
}

template <typename Weight>
void LeftForest<Weight>::MovePrices(const Tree& tree, int64_t distance) {
  state_.left_prices[tree.source] -= distance;
  for (uint32_t right = tree.last_node; right != kNone; right = nodes_[right].next) {
    const int64_t rise = distance - nodes_[right].distance;
    state_.right_prices[RightIndex(right)] += rise;
    for (const LeftIndex holder : state_.assignment.HoldersOf(RightIndex(right))) {
      state_.left_prices[holder] -= rise;
    }
  }
}

// From the end of the path back to the source: each left node on it moves one place on.
template <typename Weight>
void LeftForest<Weight>::Augment(LeftIndex comer, const Option& option) {
  std::optional<RightIndex> free_right;
  if (option.right != kNone) {
    free_right = RightIndex(option.right);
  } else if (!state_.assignment.IsFree(comer)) {  // It gives up; else the source itself does.
    free_right = state_.assignment.right(comer);
    state_.assignment.Release(comer);
    comer = LeftIndex(nodes_[free_right->value()].via_left);
  }
  while (free_right.has_value()) {
    const std::optional<RightIndex> left_behind =
        state_.assignment.IsFree(comer) ? std::nullopt : std::optional(state_.assignment.right(comer));
    MoveTo<Weight>(graph_, state_, comer, *free_right);
    free_right = left_behind;
    if (left_behind.has_value()) {
      comer = LeftIndex(nodes_[left_behind->value()].via_left);
    }
  }
}

// The growing trees may now reach the nodes of `tree`.
template <typename Weight>
void LeftForest<Weight>::FreeNodes(const Tree& tree) {
  for (uint32_t right = tree.last_node; right != kNone; right = nodes_[right].next) {
    Node& node = nodes_[right];
    fares_[right] = state_.right_prices[RightIndex(right)];
    for (uint32_t wait = std::exchange(node.first_wait, kNone); wait != kNone;) {
      Event event = waits_[wait].event;
      event.distance += fares_[right];
      if (trees_[event.tree].is_growing && event.distance < due_[event.left]) {
        due_[event.left] = event.distance;
        PushEvent(event);
      }
      wait = std::exchange(waits_[wait].next, std::exchange(free_wait_, wait));
    }
  }
}

// The left nodes of the growing trees compete for the right nodes in them, all of which are full, and have no other edge.
template <typename Weight>
Obstacle LeftForest<Weight>::ObstacleHere() const {
  Obstacle obstacle;
  for (const Tree& tree : trees_) {
    if (!tree.is_growing) {
      continue;
    }
    obstacle.left = obstacle.left.value_or(tree.source);
    obstacle.shortage.lefts.push_back(tree.source);
    for (uint32_t right = tree.last_node; right != kNone; right = nodes_[right].next) {
      const std::span<const LeftIndex> holders = state_.assignment.HoldersOf(RightIndex(right));
      obstacle.shortage.lefts.insert(obstacle.shortage.lefts.end(), holders.begin(), holders.end());
      obstacle.shortage.places += state_.assignment.Seats(RightIndex(right));
    }
  }
  std::sort(obstacle.shortage.lefts.begin(), obstacle.shortage.lefts.end());
  return obstacle;
}

template class LeftForest<int32_t>;
template class LeftForest<int64_t>;

}  // namespace jobcarve::match
