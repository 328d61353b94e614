// Dijkstra's algorithm over right nodes, on reduced costs, from one end or from both. A right node stands for itself and its
// holders, which are all at the same distance since their arcs are tight. Tested by tests/match/incremental_test.cc and
// tests/match/incremental_random_test.cc.
#include "match/incremental_search.h"

#include <algorithm>
#include <optional>

namespace jobcarve::incremental {
namespace {

constexpr Value kFar = Value(kNever / 2) << kWeightShift;  // Beyond any sum of reduced costs that can happen.
constexpr int64_t kMostKept = int64_t{1} << 60;            // No node's price has as many pairs kept in it.
constexpr size_t kLookAgain = 2;         // The outside is looked at again when a search has done this many times the work.
constexpr size_t kWorkPerNeighbour = 8;  // The outside is opened when it has at most one neighbour for this much work done.
constexpr int64_t kMaxDrift = int64_t{1} << 50;  // Of the outside's price; kNever is far beyond.
constexpr size_t kMostStale = 1000;  // With this many stale nodes beyond 4 for each right node, an index is built anew.

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
    has_index_ = false;
    stale_lefts_.clear();
    stale_rights_.clear();
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
      RefreshIndex(network);
      if (patience_ == 0 || OutsideSize(network) * kWorkPerNeighbour <= own_work) {
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
  const int64_t most = WeightOf(best_.distance) - WeightOf(here);
  for (const BackArc& back : back_arcs) {
    if (network.PriceWeight(back.left) - back.weight <= most) {
      network.Prefetch(back.left);
      back_arcs_.push_back(back);
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
  next_bucket_ = is_forward_ ? lefts_by_price_.BucketOf(outside) : rights_by_price_.BucketOf(-outside);
  buckets_left_ = is_forward_ ? lefts_by_price_.bucket_count() : rights_by_price_.bucket_count();
  for (const LeftIndex left : lefts_by_price_.Nodes(lefts_by_price_.BucketOf(outside))) {
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
  for (const RightIndex right : rights_by_price_.Nodes(rights_by_price_.BucketOf(-outside))) {
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
    for (const LeftIndex left : lefts_by_price_.Nodes(bucket)) {
      const Left& node = network.left(left);
      if (!node.IsFree() && network.GiveUpCost(node) < best_.distance) {
        ReachFromTarget(node.right, network.GiveUpCost(node), left, kNoEdge);
      }
    }
    target_work_ += 1 + lefts_by_price_.Nodes(bucket).size();
  } else {
    for (const RightIndex right : rights_by_price_.Nodes(bucket)) {
      if (network.LeaveCost(network.right(right)) < best_.distance) {
        ReachFromSource(right, network.LeaveCost(network.right(right)), kNoLeft, kNoEdge);
      }
    }
    source_work_ += 1 + rights_by_price_.Nodes(bucket).size();
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
      is_forward_ ? lefts_by_price_.LowestIn(next_bucket_) - outside : rights_by_price_.LowestIn(next_bucket_) + outside;
  return least <= 0 ? Value(0) : ValueOf(least, -kMostKept);
}

size_t Search::OutsideSize(const DynamicNetwork& network) const {
  const int64_t outside = WeightOf(network.outside());
  return lefts_by_price_.Nodes(lefts_by_price_.BucketOf(outside)).size() +
         rights_by_price_.Nodes(rights_by_price_.BucketOf(-outside)).size() + priced_places_.size();
}

// The distances are split between the two ends: source_reach + target_reach = the whole distance. Whatever is nearer to its end
// than its share moves by the difference; no arc leads from the one part to the other on a way shorter than the whole, so all
// arcs stay covered, and those of the way become tight. The outside moves like any other node.
void Search::ChangePrices(DynamicNetwork& network) {
  const Value distance = best_.distance;
  Value source_reach = is_forward_ ? distance : Value(0);
  if (is_open_) {
    source_reach = is_forward_ ? std::min(distance, source_.Nearest(kFar)) : distance - std::min(distance, target_.Nearest(kFar));
  }
  const Value target_reach = distance - source_reach;
  for (const RightIndex right : source_.done()) {
    if (source_.label(right).distance < source_reach) {
      network.SetPrice(right, network.right(right).price + source_reach - source_.label(right).distance);
      Touch(right);
    }
  }
  for (const auto& [left, left_distance] : scanned_) {
    if (left_distance < source_reach) {
      network.SetPrice(left, network.left(left).price - (source_reach - left_distance));
    }
    Touch(left);
  }
  for (const RightIndex right : target_.done()) {
    const Value fall = target_reach - target_.label(right).distance;
    if (fall > 0) {
      network.SetPrice(right, network.right(right).price - fall);
      Touch(right);
      for (const LeftIndex holder : network.HoldersOf(right)) {
        network.SetPrice(holder, network.left(holder).price + fall);
        Touch(holder);
      }
    }
  }
  if (is_forward_) {
    network.RaiseOutside(target_reach);
    for (const LeftIndex left : at_outside_) {
      network.SetPrice(left, network.left(left).price + target_reach);
      Touch(left);
    }
  } else {
    network.RaiseOutside(-source_reach);
  }
}

// From the target's end to the source's: each left node on the way moves one place on, into the place just vacated.
void Search::Augment(DynamicNetwork& network) {
  if (is_open_ && best_.left == kNoLeft && best_.has_near_half && best_.has_far_half) {
    best_.right = FirstMeeting(network);
  }
  moves_.clear();
  if (is_forward_ && best_.left != kNoLeft) {
    moves_.push_back({best_.left, kNoEdge});
  } else if (best_.has_far_half) {
    CollectFarHalf(network, best_.right);
  }
  for (auto move = moves_.rbegin(); move != moves_.rend(); ++move) {
    Move(network, move->first, move->second);
  }
  if (!is_forward_ && best_.left != kNoLeft) {
    Move(network, best_.left, best_.via);
  }
  if (best_.has_near_half) {
    MoveNearHalf(network, best_.right);
  }
}

// The two halves may cross at no cost: from where they cross first, the source's half goes on with the target's.
RightIndex Search::FirstMeeting(const DynamicNetwork& network) {
  RightIndex first = best_.right;
  target_.Mark(first);
  CollectFarHalf(network, first);
  for (const auto& [mover, via] : moves_) {
    if (via != kNoEdge) {
      target_.Mark(network.arc(via).right);
    }
  }
  RightIndex right = first;
  while (source_.label(right).mover != kNoLeft) {
    right = network.left(source_.label(right).mover).right;
    if (right == kNoRight) {
      break;
    }
    if (target_.IsReached(right) && target_.label(right).is_marked) {
      first = right;
    }
  }
  return first;
}

void Search::CollectFarHalf(const DynamicNetwork& network, RightIndex right) {
  moves_.clear();
  while (target_.label(right).mover != kNoLeft) {
    const Label& label = target_.label(right);
    moves_.push_back({label.mover, label.via});
    if (label.via == kNoEdge) {
      return;  // It gives up.
    }
    right = network.arc(label.via).right;
  }
}

void Search::MoveNearHalf(DynamicNetwork& network, RightIndex vacant) {
  while (vacant != kNoRight && source_.label(vacant).mover != kNoLeft) {
    const Label& label = source_.label(vacant);
    vacant = network.left(label.mover).right;
    Move(network, label.mover, label.via);
  }
}

void Search::Move(DynamicNetwork& network, LeftIndex left, EdgeIndex edge) {
  if (!network.left(left).IsFree()) {
    network.Release(left);
  }
  if (edge != kNoEdge) {
    network.Hold(left, edge);
  }
  Touch(left);
}

void Search::Touch(LeftIndex left) {
  touched_lefts_.push_back(left);
  if (has_index_) {
    stale_lefts_.push_back(left);
  }
}

void Search::Touch(RightIndex right) {
  touched_rights_.push_back(right);
  if (has_index_) {
    stale_rights_.push_back(right);
  }
}

void Search::ForgetTouched() {
  touched_lefts_.clear();
  touched_rights_.clear();
  const size_t node_count = source_.right_count();
  if (stale_lefts_.size() > kMostStale + 4 * node_count) {
    has_index_ = false;
    stale_lefts_.clear();
    stale_rights_.clear();
  }
}

void Search::RefreshIndex(const DynamicNetwork& network) {
  if (!has_index_ || network.greatest_weight() > index_range_) {
    index_range_ = 2 * network.greatest_weight();
    lefts_by_price_ = PriceIndex<LeftIndex>(network.left_count(), index_range_);
    rights_by_price_ = PriceIndex<RightIndex>(network.right_count(), index_range_);
    stale_lefts_.clear();
    stale_rights_.clear();
    for (size_t left = 0; left < network.left_count(); ++left) {
      stale_lefts_.push_back(LeftIndex(left));
    }
    for (size_t right = 0; right < network.right_count(); ++right) {
      stale_rights_.push_back(RightIndex(right));
    }
    has_index_ = true;
  }
  for (const LeftIndex left : stale_lefts_) {
    if (network.Exists(left) && network.left(left).TakesPart()) {
      lefts_by_price_.Put(left, WeightOf(network.left(left).price));
    } else {
      lefts_by_price_.Remove(left);
    }
  }
  for (const RightIndex right : stale_rights_) {
    if (network.Exists(right)) {
      rights_by_price_.Put(right, WeightOf(network.right(right).price));
    } else {
      rights_by_price_.Remove(right);
    }
  }
  stale_lefts_.clear();
  stale_rights_.clear();
}

}  // namespace jobcarve::incremental
