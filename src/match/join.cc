// Successive shortest paths, one from each node that joins. Before, nothing weighs anything, so all prices are 0 and every
// matching of the face is best; nobody who joins leaves a place, so no place that must be filled falls empty and no search
// backward is needed.
// Tested by tests/match/objectives_oracle_test.cc and tests/match/objectives_families_test.cc.
#include "match/join.h"

#include <algorithm>

#include "jobcarve/base/check.h"

namespace jobcarve::match {

JoinSearch::JoinSearch(const BipartiteGraph& graph, const std::vector<bool>& is_allowed, const Musts& musts, Holders& holders)
    : graph_(graph),
      is_allowed_(is_allowed),
      musts_(musts),
      holders_(holders),
      is_joining_(graph.left_count(), false),
      left_prices_(graph.left_count(), 0),
      right_prices_(graph.right_count(), 0),
      labels_(graph.right_count()) {}

int64_t JoinSearch::Run(std::span<const LeftIndex> lefts, EdgeWeight weight_of) {
  for (const LeftIndex left : lefts) {
    JOBCARVE_DCHECK(!holders_.held(left).has_value());
    is_joining_[left.value()] = true;
    lefts_.push_back(left);
    for (const EdgeIndex edge : graph_.EdgesOf(left)) {
      left_prices_[left] = is_allowed_[edge.value()] ? std::max(left_prices_[left], weight_of(edge)) : left_prices_[left];
    }
  }
  for (const LeftIndex left : lefts) {
    if (left_prices_[left] > 0) {
      ForwardFrom(left, weight_of);
    }
  }
  std::sort(lefts_.begin(), lefts_.end());
  lefts_.erase(std::unique(lefts_.begin(), lefts_.end()), lefts_.end());
  std::sort(rights_.begin(), rights_.end());
  rights_.erase(std::unique(rights_.begin(), rights_.end()), rights_.end());
  int64_t total = 0;
  for (const LeftIndex left : lefts) {
    total += holders_.held(left).has_value() ? weight_of(*holders_.held(left)) : 0;
  }
  return total;
}

void JoinSearch::Clear() {
  for (const LeftIndex left : lefts_) {
    left_prices_[left] = 0;
    is_joining_[left.value()] = false;
  }
  for (const RightIndex right : rights_) {
    right_prices_[right] = 0;
  }
  lefts_.clear();
  rights_.clear();
}

// Always ends: `start` may give up.
void JoinSearch::ForwardFrom(LeftIndex start, EdgeWeight weight_of) {
  Target target;
  Scan(start, 0, weight_of, target);
  while (const std::optional<Entry> nearest = PopNearest(target.distance)) {
    for (const LeftIndex holder : holders_.of(nearest->second)) {
      Scan(holder, nearest->first, weight_of, target);
      if (target.distance == nearest->first) {
        break;  // No path is shorter, and nodes at this distance keep their prices.
      }
    }
  }
  for (const RightIndex right : done_) {
    if (target.distance != labels_[right].distance) {
      right_prices_[right] += target.distance - labels_[right].distance;
      rights_.push_back(right);
    }
  }
  for (const auto& [left, distance] : scanned_) {
    if (target.distance != distance) {
      left_prices_[left] -= target.distance - distance;
      lefts_.push_back(left);
    }
  }
  Augment(target);
  for (const RightIndex right : reached_) {
    labels_[right] = Label();
  }
  reached_.clear();
  done_.clear();
  scanned_.clear();
  queue_ = {};
}

void JoinSearch::Scan(LeftIndex left, int64_t distance, EdgeWeight weight_of, Target& target) {
  scanned_.push_back({left, distance});
  if (!musts_.lefts[left.value()] && distance + left_prices_[left] < target.distance) {
    target = {.distance = distance + left_prices_[left], .left = left, .right = std::nullopt};
  }
  for (const EdgeIndex edge : graph_.EdgesOf(left)) {
    if (!is_allowed_[edge.value()]) {
      continue;
    }
    const RightIndex right = graph_.right(edge);
    Label& label = labels_[right];
    const int64_t through = distance + Slack(left, edge, weight_of);
    if (through >= target.distance || through >= label.distance) {
      continue;
    }
    if (label.distance == INT64_MAX) {
      reached_.push_back(right);
    }
    label = {.distance = through, .via = edge, .via_left = left};
    if (holders_.HasRoom(right)) {
      target = {.distance = through, .left = std::nullopt, .right = right};
    } else {
      queue_.push({through, right});
    }
  }
}

// The nearest right node closer than `limit` that was not popped before.
std::optional<JoinSearch::Entry> JoinSearch::PopNearest(int64_t limit) {
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

// From the free end of the path back to the start, the only node without a place: each left node on it moves one place on.
void JoinSearch::Augment(const Target& target) {
  RightIndex free = target.right.value_or(RightIndex());
  if (target.left.has_value()) {
    if (!holders_.held(*target.left).has_value()) {
      return;  // The start itself gives up.
    }
    free = graph_.right(*holders_.held(*target.left));
    holders_.Release(*target.left);
  }
  for (bool is_start = false; !is_start;) {
    const Label& label = labels_[free];
    const std::optional<EdgeIndex> held = holders_.held(label.via_left);
    is_start = !held.has_value();
    free = held.has_value() ? graph_.right(*held) : free;
    holders_.Assign(label.via_left, label.via);
  }
}

}  // namespace jobcarve::match
