// Dijkstra's algorithm over right nodes, on reduced costs, from one end or from both. A right node stands for itself and its
// holders, which are all at the same distance since their arcs are tight. Tested by tests/match/incremental_test.cc and
// tests/match/incremental_random_test.cc.
#include "match/incremental_search.h"

#include <algorithm>
#include <optional>

namespace jobcarve::incremental {
namespace {

constexpr int64_t kMostKept = int64_t{1} << 60;  // No node's price has as many pairs kept in it.
constexpr size_t kLookAgain = 2;         // The outside is looked at again when a search has done this many times the work.
constexpr size_t kWorkPerNeighbour = 8;  // The outside is opened when it has at most one neighbour for this much work done.
constexpr int64_t kMaxDrift = int64_t{1} << 50;  // Of the outside's price; kNever is far beyond.

}  // namespace

void Search::Forward(DynamicNetwork& network, LeftIndex start, std::span<const RightIndex> priced_places) {
  Begin(network, true);
  priced_places_ = priced_places;
  best_ = {.distance = network.GiveUpCost(network.left(start)), .left = start};
  CollectArcs(network, start, 0);
  ReachAlongArcs(network);
  Grow(network);
  ChangePrices(network);
  Augment(network);
}

void Search::Backward(DynamicNetwork& network, RightIndex start) {
  Begin(network, false);
  priced_places_ = {};
  best_ = {.distance = network.LeaveCost(network.right(start)), .right = start, .has_near_half = false};
  target_.Reach(start, 0, kNoLeft, kNoEdge);
  Grow(network);
  ChangePrices(network);
  Augment(network);
}

void Search::Begin(DynamicNetwork& network, bool is_forward) {
  const int64_t drift = WeightOf(network.outside());
  const int64_t max_drift = patience_ == 0 ? network.greatest_weight() : kMaxDrift;
  if (drift > max_drift || drift < -max_drift) {
    network.Rebase();
    outside_.Forget();
  }
  is_forward_ = is_forward;
  is_open_ = false;
  source_.Begin(network.right_count());
  target_.Begin(network.right_count());
  source_work_ = 0;
  target_work_ = 0;
  scanned_.clear();
  at_outside_.clear();
}

// Until no way can be shorter than the best one found. Every right node nearer to an end than its bound was then scanned.
void Search::Grow(DynamicNetwork& network) {
  size_t look = patience_;
  while (SourceBound(network) + TargetBound(network) < best_.distance) {
    const size_t own_work = is_forward_ ? source_work_ : target_work_;
    if (!is_open_ && own_work >= look) {
      look = own_work * kLookAgain;
      outside_.Refresh(network);
      const size_t neighbours = outside_.NeighbourCount(network) + priced_places_.size();
      if (patience_ == 0 || neighbours * kWorkPerNeighbour <= own_work) {
        OpenOutside(network);
      }
    }
    const bool from_source = is_open_ ? source_work_ <= target_work_ : is_forward_;
    if (from_source) {
      GrowFromSource(network);
    } else {
      GrowFromTarget(network);
    }
  }
}

Value Search::SourceBound(const DynamicNetwork& network) const {
  const Value nearest = source_.Nearest(kFar);
  return is_forward_ ? nearest : std::min(nearest, OutsideBound(network));
}

Value Search::TargetBound(const DynamicNetwork& network) const {
  const Value nearest = target_.Nearest(kFar);
  return is_forward_ ? std::min(nearest, OutsideBound(network)) : nearest;
}

void Search::GrowFromSource(const DynamicNetwork& network) {
  if (!is_forward_ && OutsideBound(network) <= source_.Nearest(kFar)) {
    OpenNextBucket(network);
    return;
  }
  if (const std::optional<RightIndex> nearest = source_.PopNearerThan(best_.distance)) {
    const std::optional<RightIndex> next = source_.Front();
    if (next.has_value()) {
      network.PrefetchHolders(*next);
    }
    for (const LeftIndex holder : network.HoldersOf(*nearest)) {
      CollectArcs(network, holder, source_.label(*nearest).distance);
    }
    if (next.has_value()) {
      network.PrefetchArcsOfHolders(*next);
    }
    ReachAlongArcs(network);
  }
}

void Search::GrowFromTarget(const DynamicNetwork& network) {
  if (is_forward_ && OutsideBound(network) <= target_.Nearest(kFar)) {
    OpenNextBucket(network);
    return;
  }
  if (const std::optional<RightIndex> nearest = target_.PopNearerThan(best_.distance)) {
    if (const std::optional<RightIndex> next = target_.Front()) {
      network.PrefetchBackArcs(*next);
    }
    ScanBackward(network, *nearest, target_.label(*nearest).distance);
  }
}

// Notes the arcs of `left` that may be on a way shorter than the best. Nearly all are ruled out by their weights; what is needed
// to look more closely at the others is fetched meanwhile.
void Search::CollectArcs(const DynamicNetwork& network, LeftIndex left, Value distance) {
  const Left& node = network.left(left);
  const std::span<const Arc> arcs = network.ArcsOf(left);
  scanned_.push_back({left, distance});
  source_work_ += arcs.size();
  if (is_forward_ && distance + network.GiveUpCost(node) < best_.distance) {
    best_ = {.distance = distance + network.GiveUpCost(node), .right = node.right, .left = left};
  }
  const Value here = distance + node.price;
  const int64_t most = WeightOf(best_.distance) - WeightOf(here);  // Of price less weight.
  for (const Arc& arc : arcs) {
    if (network.PriceWeight(arc.right) - arc.weight <= most) {
      source_.Prefetch(arc.right);
      network.Prefetch(arc.right);
      arcs_.push_back({.distance = here, .arc = arc, .left = left});
    }
  }
}

void Search::ReachAlongArcs(const DynamicNetwork& network) {
  for (const auto& [here, arc, left] : arcs_) {
    const Value through = here - network.OfferTo(arc, network.left(left));
    if (through >= best_.distance) {
      continue;
    }
    ReachFromSource(arc.right, through, left, arc.edge);
    if (is_forward_ && through < best_.distance && network.right(arc.right).HasRoom()) {
      best_ = {.distance = through, .right = arc.right, .has_far_half = false};
    }
  }
  arcs_.clear();
}

void Search::ScanBackward(const DynamicNetwork& network, RightIndex right, Value distance) {
  const Value here = distance + network.right(right).price;
  const std::span<const BackArc> back_arcs = network.BackArcsOf(right);
  target_work_ += back_arcs.size();
  const int64_t outside = WeightOf(network.outside());  // No left node has a lower price.
  int64_t most = WeightOf(best_.distance) - WeightOf(here);
  for (const BackArc& back : back_arcs) {
    if (outside - back.weight > most || network.PriceWeight(back.left) - back.weight > most) {
      continue;
    }
    network.Prefetch(back.left);
    back_arcs_.push_back(back);
    if (!is_forward_ && network.PriceWeight(back.left) == outside && network.left(back.left).IsFree()) {
      most = outside - back.weight;  // It joins: no other way needs to be longer.
    }
  }
  for (const BackArc& back : back_arcs_) {
    if (const Left& node = network.left(back.left); !node.IsFree()) {
      target_.Prefetch(node.right);
    }
  }
  for (const BackArc& back : back_arcs_) {
    const Left& node = network.left(back.left);
    const Value through = here + node.price - WorthOf(back, right, node);
    if (through >= best_.distance) {
      continue;
    }
    if (!node.IsFree()) {
      ReachFromTarget(node.right, through, back.left, back.edge);
      const Value leave = through + network.LeaveCost(network.right(node.right));
      if (!is_forward_ && leave < best_.distance) {
        best_ = {.distance = leave, .right = node.right, .has_near_half = false};
      }
    } else if (!is_forward_) {
      best_ = {.distance = through, .right = right, .left = back.left, .via = back.edge, .has_near_half = false};
    }
  }
  back_arcs_.clear();
}

void Search::ReachFromSource(RightIndex right, Value distance, LeftIndex mover, EdgeIndex via) {
  if (source_.Reach(right, distance, mover, via) && is_open_ && target_.IsReached(right) &&
      distance + target_.label(right).distance < best_.distance) {
    best_ = {.distance = distance + target_.label(right).distance, .right = right};
  }
}

void Search::ReachFromTarget(RightIndex right, Value distance, LeftIndex mover, EdgeIndex via) {
  if (target_.Reach(right, distance, mover, via) && is_open_ && source_.IsReached(right) &&
      distance + source_.label(right).distance < best_.distance) {
    best_ = {.distance = distance + source_.label(right).distance, .right = right};
  }
}

// Whom the outside can be reached from for nothing, or who can be reached from it: free left nodes and free places.
void Search::OpenOutside(const DynamicNetwork& network) {
  is_open_ = true;
  const int64_t outside = WeightOf(network.outside());
  next_bucket_ = is_forward_ ? outside_.lefts().BucketOf(outside) : outside_.rights().BucketOf(-outside);
  buckets_left_ = is_forward_ ? outside_.lefts().bucket_count() : outside_.rights().bucket_count();
  for (const LeftIndex left : outside_.lefts().Nodes(outside_.lefts().BucketOf(outside))) {
    const Left& node = network.left(left);
    if (node.IsFree() && network.GiveUpCost(node) == 0) {
      at_outside_.push_back(left);
    }
  }
  if (!is_forward_) {
    for (const LeftIndex left : at_outside_) {
      CollectArcs(network, left, 0);
    }
    ReachAlongArcs(network);
    return;
  }
  for (const RightIndex right : outside_.rights().Nodes(outside_.rights().BucketOf(-outside))) {
    if (network.right(right).HasRoom() && network.LeaveCost(network.right(right)) == 0) {
      ReachFromTarget(right, 0, kNoLeft, kNoEdge);
    }
  }
  for (const RightIndex right : priced_places_) {
    if (network.right(right).HasRoom()) {
      ReachFromTarget(right, 0, kNoLeft, kNoEdge);
    }
  }
}

// Forward: who would give up next; backward: which place would be left empty next.
void Search::OpenNextBucket(const DynamicNetwork& network) {
  const int64_t bucket = next_bucket_++;
  --buckets_left_;
  if (is_forward_) {
    for (const LeftIndex left : outside_.lefts().Nodes(bucket)) {
      const Left& node = network.left(left);
      if (!node.IsFree() && network.GiveUpCost(node) < best_.distance) {
        ReachFromTarget(node.right, network.GiveUpCost(node), left, kNoEdge);
      }
    }
    target_work_ += 1 + outside_.lefts().Nodes(bucket).size();
  } else {
    for (const RightIndex right : outside_.rights().Nodes(bucket)) {
      if (network.LeaveCost(network.right(right)) < best_.distance) {
        ReachFromSource(right, network.LeaveCost(network.right(right)), kNoLeft, kNoEdge);
      }
    }
    source_work_ += 1 + outside_.rights().Nodes(bucket).size();
  }
}

// No neighbour of the outside in a bucket not yet opened is nearer.
Value Search::OutsideBound(const DynamicNetwork& network) const {
  if (!is_open_) {
    return 0;
  }
  if (buckets_left_ == 0) {
    return kFar;
  }
  const int64_t outside = WeightOf(network.outside());
  const int64_t least =
      is_forward_ ? outside_.lefts().LowestIn(next_bucket_) - outside : outside_.rights().LowestIn(next_bucket_) + outside;
  return least <= 0 ? Value(0) : ValueOf(least, -kMostKept);
}

}  // namespace jobcarve::incremental
