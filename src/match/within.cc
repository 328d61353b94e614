// Successive shortest paths from nothing, as in shortest_paths.cc, with nodes on both sides that may not stay out: a left node
// that must be matched never gives up, and a right node that must be full asks for takers whatever its price, never gives a
// place up, and may have a price below 0. Reduced costs u + p - w are never negative.
// Tested by tests/match/within_test.cc.
#include <algorithm>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "match/engine.h"
#include "match/holders.h"

namespace jobcarve::match {
namespace {

// An edge as its right node sees it.
struct BackEdge {
  LeftIndex left;
  EdgeIndex edge;
};

class WithinSearch {
 public:
  WithinSearch(const BipartiteGraph& graph, const Musts& musts);

  absl::Status Run();
  Matching Answer() &&;

 private:
  struct Label {
    int64_t distance = INT64_MAX;
    EdgeIndex via = {};       // Forward: the edge that reached this node. Backward: the edge its holder would leave for.
    LeftIndex via_left = {};  // The left node of `via`.
    bool is_done = false;
  };
  // The cheapest way to end the search found so far.
  struct Target {
    int64_t distance = INT64_MAX;
    std::optional<LeftIndex> left;    // This node gives up (forward), or joins from outside by `joining` (backward).
    std::optional<RightIndex> right;  // This node has room (forward), or gives a place up (backward).
    EdgeIndex joining;
  };
  using Entry = std::pair<int64_t, RightIndex>;  // Entries leave by distance, then by right node.

  bool ForwardFrom(LeftIndex start);
  void ScanForward(LeftIndex left, int64_t distance, Target& target);
  void AugmentForward(const Target& target);
  bool BackwardFrom(RightIndex start);
  void ScanBackward(RightIndex right, int64_t distance, Target& target);
  void AugmentBackward(RightIndex start, const Target& target);

  void Reach(RightIndex right, const Label& label);
  std::optional<Entry> PopNearest(int64_t limit);
  void Forget();

  const BipartiteGraph& graph_;
  const Musts& musts_;
  IndexedVector<LeftIndex, int64_t> left_prices_;
  IndexedVector<RightIndex, int64_t> right_prices_;
  Holders holders_;
  IndexedVector<RightIndex, std::vector<BackEdge>> back_edges_;

  IndexedVector<RightIndex, Label> labels_;
  std::vector<RightIndex> reached_;                     // Rights whose label must be cleared.
  std::vector<RightIndex> done_;                        // Rights that left the queue, in order.
  std::vector<std::pair<LeftIndex, int64_t>> scanned_;  // Lefts scanned forward, with their distance.
  std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> queue_;
};

WithinSearch::WithinSearch(const BipartiteGraph& graph, const Musts& musts)
    : graph_(graph),
      musts_(musts),
      left_prices_(graph.left_count(), 0),
      right_prices_(graph.right_count(), 0),
      holders_(graph),
      back_edges_(graph.right_count()),
      labels_(graph.right_count()) {
  for (const LeftIndex left : graph.Lefts()) {
    std::optional<int64_t> best;
    if (!musts.lefts[left.value()]) {
      best = 0;
    }
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      best = std::max(best.value_or(-kMaxWeight), graph.weight(edge));
      back_edges_[graph.right(edge)].push_back({.left = left, .edge = edge});
    }
    left_prices_[left] = best.value_or(0);
  }
}

absl::Status WithinSearch::Run() {
  for (const LeftIndex left : graph_.Lefts()) {
    if ((musts_.lefts[left.value()] || left_prices_[left] > 0) && !ForwardFrom(left)) {
      return absl::FailedPreconditionError(
          absl::StrCat("no matching keeps what must be: there is no way to match left node ", left.value()));
    }
  }
  for (const RightIndex right : graph_.Rights()) {
    while (holders_.HasRoom(right) && (musts_.rights[right.value()] || right_prices_[right] > 0)) {
      if (!BackwardFrom(right)) {
        return absl::FailedPreconditionError(
            absl::StrCat("no matching keeps what must be: there is no way to fill right node ", right.value()));
      }
    }
  }
  return absl::OkStatus();
}

Matching WithinSearch::Answer() && {
  Matching matching;
  for (const LeftIndex left : graph_.Lefts()) {
    if (holders_.held(left).has_value()) {
      matching.edges.push_back(*holders_.held(left));
      matching.total += graph_.weight(*holders_.held(left));
    }
  }
  matching.left_prices = std::move(left_prices_);
  matching.right_prices = std::move(right_prices_);
  return matching;
}

// Returns false when neither a place nor a node that may give up can be reached.
bool WithinSearch::ForwardFrom(LeftIndex start) {
  Target target;
  ScanForward(start, 0, target);
  while (const std::optional<Entry> nearest = PopNearest(target.distance)) {
    for (const LeftIndex holder : holders_.of(nearest->second)) {
      ScanForward(holder, nearest->first, target);
      if (target.distance == nearest->first) {
        break;  // No path is shorter, and nodes at this distance keep their prices.
      }
    }
  }
  if (target.distance == INT64_MAX) {
    return false;
  }
  for (const RightIndex right : done_) {
    right_prices_[right] += target.distance - labels_[right].distance;
  }
  for (const auto& [left, distance] : scanned_) {
    left_prices_[left] -= target.distance - distance;
  }
  AugmentForward(target);
  Forget();
  return true;
}

void WithinSearch::ScanForward(LeftIndex left, int64_t distance, Target& target) {
  scanned_.push_back({left, distance});
  const int64_t left_price = left_prices_[left];
  if (!musts_.lefts[left.value()] && distance + left_price < target.distance) {
    target = {.distance = distance + left_price, .left = left, .right = std::nullopt, .joining = {}};
  }
  for (const EdgeIndex edge : graph_.EdgesOf(left)) {
    const RightIndex right = graph_.right(edge);
    const int64_t through = distance + left_price + right_prices_[right] - graph_.weight(edge);
    if (through >= target.distance || through >= labels_[right].distance) {
      continue;
    }
    Reach(right, {.distance = through, .via = edge, .via_left = left});
    if (holders_.HasRoom(right)) {
      target = {.distance = through, .left = std::nullopt, .right = right, .joining = {}};
    } else {
      queue_.push({through, right});
    }
  }
}

// From the free end of the path back to the start, the only node without a place: each left node on it moves one place on.
void WithinSearch::AugmentForward(const Target& target) {
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

// Returns false when nobody can be reached who would come and no place that may be given up.
bool WithinSearch::BackwardFrom(RightIndex start) {
  Target target;
  if (!musts_.rights[start.value()]) {
    target = {.distance = right_prices_[start], .left = std::nullopt, .right = start, .joining = {}};  // Its price falls to 0.
  }
  Reach(start, {.distance = 0});
  queue_.push({0, start});
  while (const std::optional<Entry> nearest = PopNearest(target.distance)) {
    ScanBackward(nearest->second, nearest->first, target);
  }
  if (target.distance == INT64_MAX) {
    return false;
  }
  for (const RightIndex right : done_) {
    const int64_t fall = target.distance - labels_[right].distance;
    right_prices_[right] -= fall;
    for (const LeftIndex holder : holders_.of(right)) {
      left_prices_[holder] += fall;
    }
  }
  AugmentBackward(start, target);
  Forget();
  return true;
}

void WithinSearch::ScanBackward(RightIndex right, int64_t distance, Target& target) {
  for (const BackEdge& back : back_edges_[right]) {
    const int64_t slack = left_prices_[back.left] + right_prices_[right] - graph_.weight(back.edge);
    const int64_t through = distance + slack;
    if (through >= target.distance) {
      continue;
    }
    const std::optional<EdgeIndex> held = holders_.held(back.left);
    if (!held.has_value()) {
      target = {.distance = through, .left = back.left, .right = std::nullopt, .joining = back.edge};
      continue;
    }
    const RightIndex from = graph_.right(*held);
    if (through >= labels_[from].distance) {
      continue;  // Also when the node already sits at `right`.
    }
    Reach(from, {.distance = through, .via = back.edge, .via_left = back.left});
    queue_.push({through, from});
    if (!musts_.rights[from.value()] && through + right_prices_[from] < target.distance) {
      target = {.distance = through + right_prices_[from], .left = std::nullopt, .right = from, .joining = {}};
    }
  }
}

// From the far end of the path to `start`, which has room: each left node on it moves one place on.
void WithinSearch::AugmentBackward(RightIndex start, const Target& target) {
  std::vector<std::pair<LeftIndex, EdgeIndex>> moves;
  RightIndex right = target.right.value_or(start);
  if (target.left.has_value()) {
    moves.push_back({*target.left, target.joining});
    right = graph_.right(target.joining);
  }
  while (right != start) {
    moves.push_back({labels_[right].via_left, labels_[right].via});
    right = graph_.right(labels_[right].via);
  }
  for (const auto& [left, edge] : moves) {
    holders_.Assign(left, edge);
  }
}

void WithinSearch::Reach(RightIndex right, const Label& label) {
  if (labels_[right].distance == INT64_MAX) {
    reached_.push_back(right);
  }
  labels_[right] = label;
}

// The nearest right node closer than `limit` that was not popped before.
std::optional<WithinSearch::Entry> WithinSearch::PopNearest(int64_t limit) {
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

void WithinSearch::Forget() {
  for (const RightIndex right : reached_) {
    labels_[right] = Label();
  }
  reached_.clear();
  done_.clear();
  scanned_.clear();
  queue_ = {};
}

}  // namespace

absl::StatusOr<Matching> MatchWithin(const BipartiteGraph& graph, const Musts& musts, const EngineOptions& engine) {
  const bool is_anybody_forced = std::find(musts.lefts.begin(), musts.lefts.end(), true) != musts.lefts.end() ||
                                 std::find(musts.rights.begin(), musts.rights.end(), true) != musts.rights.end();
  if (!is_anybody_forced) {
    return MatchWith(graph, {}, engine);
  }
  WithinSearch search(graph, musts);
  JOBCARVE_RETURN_IF_ERROR(search.Run());
  return std::move(search).Answer();
}

}  // namespace jobcarve::match
