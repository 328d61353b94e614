// Backward from the place that the left node holds, or from the outside when it holds none. The outside is a node like any
// other, reached through whoever would join or leave a place empty, and left again through whoever would give up and through
// free places. Tested by tests/match/alternatives_test.cc.
#include "match/incremental_alternatives.h"

#include <algorithm>
#include <tuple>

namespace jobcarve::incremental {

// Going unmatched, whose edge is kNoEdge, comes before the right nodes.
bool AlternativeSearch::Before(const Candidate& a, const Candidate& b) {
  return std::tuple(a.cost, a.edge != kNoEdge, a.right) < std::tuple(b.cost, b.edge != kNoEdge, b.right);
}

std::vector<Alternative> AlternativeSearch::Run(const DynamicNetwork& network, LeftIndex left, size_t k) {
  CollectCandidates(network, left);
  best_.clear();
  if (k > 0) {
    Search(network, left, k);
  }
  const int64_t own_move = network.left(left).IsFree() ? 0 : 1;
  std::vector<Alternative> alternatives;
  for (const Candidate& found : best_) {
    alternatives.push_back({.edge = found.edge == kNoEdge ? std::nullopt : std::optional(found.edge),
                            .loss = WeightOf(found.cost),
                            .moved = KeptOf(found.cost) - own_move});
  }
  return alternatives;
}

// The cheapest arc to each right node but the present one.
void AlternativeSearch::CollectCandidates(const DynamicNetwork& network, LeftIndex left) {
  const Left& node = network.left(left);
  candidates_.clear();
  for (const Arc& arc : network.ArcsOf(left)) {
    if (arc.weight > 0 && arc.right != node.right && network.right(arc.right).places > 0) {
      candidates_.push_back({.cost = node.price - network.OfferTo(arc, node), .right = arc.right, .edge = arc.edge});
    }
  }
  std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(a.right, a.cost, a.edge) < std::tuple(b.right, b.cost, b.edge);
  });
  const auto same_right = [](const Candidate& a, const Candidate& b) { return a.right == b.right; };
  candidates_.erase(std::unique(candidates_.begin(), candidates_.end(), same_right), candidates_.end());
}

void AlternativeSearch::Search(const DynamicNetwork& network, LeftIndex left, size_t k) {
  const Left& node = network.left(left);
  frontier_.Begin(network.right_count());
  outside_.reset();
  outside_is_done_ = false;
  open_ = candidates_.size();
  if (node.IsFree()) {
    outside_ = 0;
  } else {
    ++open_;  // Going unmatched.
    frontier_.Reach(node.right, 0, LeftIndex(), kNoEdge);
  }
  limit_ = kFar;
  LowerLimit(network, left, k, node.IsFree() ? Value(0) : network.LeaveCost(network.right(node.right)));
  while (open_ > 0) {
    if (const std::optional<RightIndex> nearest = frontier_.PopNearerThan(std::min(limit_, outside_.value_or(kFar)))) {
      const auto candidate = std::lower_bound(candidates_.begin(), candidates_.end(), *nearest,
                                              [](const Candidate& c, RightIndex right) { return c.right < right; });
      if (candidate != candidates_.end() && candidate->right == *nearest) {
        Settle(*candidate, frontier_.label(*nearest).distance, k);
      }
      ScanBackward(network, left, *nearest);
    } else if (outside_.has_value() && *outside_ < limit_) {
      LowerLimit(network, left, k, *outside_);
      if (!node.IsFree()) {
        Settle({.cost = network.GiveUpCost(node)}, *outside_, k);
      }
      ScanOutside(network, left);
    } else {
      return;
    }
  }
}

// From every right node somebody can give up, or a place is free; with the distance of the outside, or more, that bounds all
// distances and losses. A distance matters only below the greatest such bound of a candidate whose loss may be among the k least.
void AlternativeSearch::LowerLimit(const DynamicNetwork& network, LeftIndex left, size_t k, Value outside_distance) {
  bounds_.clear();
  if (!network.left(left).IsFree()) {
    bounds_.push_back({.cost = network.GiveUpCost(network.left(left)), .distance = outside_distance});
  }
  for (const Candidate& candidate : candidates_) {
    Value give_up = network.right(candidate.right).HasRoom() ? Value(0) : kFar;
    for (const LeftIndex holder : network.HoldersOf(candidate.right)) {
      give_up = std::min(give_up, network.GiveUpCost(network.left(holder)));
    }
    bounds_.push_back({.cost = candidate.cost, .distance = give_up + outside_distance});
  }
  if (bounds_.size() > k) {
    std::nth_element(bounds_.begin(), bounds_.begin() + static_cast<ptrdiff_t>(k - 1), bounds_.end(),
                     [](const Bound& a, const Bound& b) { return a.cost + a.distance < b.cost + b.distance; });
    const Value greatest_loss = bounds_[k - 1].cost + bounds_[k - 1].distance;
    std::erase_if(bounds_, [&](const Bound& bound) { return bound.cost > greatest_loss; });
  }
  Value needed = 0;
  for (const Bound& bound : bounds_) {
    needed = std::max(needed, bound.distance);
  }
  limit_ = std::min(limit_, needed + 1);
}

// Whoever could come to `right`: holders of other places, free left nodes; or nobody.
void AlternativeSearch::ScanBackward(const DynamicNetwork& network, LeftIndex left, RightIndex right) {
  const Value distance = frontier_.label(right).distance;
  ReachOutside(distance + network.LeaveCost(network.right(right)));
  const Value here = distance + network.right(right).price;
  const int64_t most = WeightOf(limit_) - WeightOf(here);  // Of price less weight.
  for (const BackArc& back : network.BackArcsOf(right)) {
    if (network.PriceWeight(back.left) - back.weight > most) {
      continue;
    }
    const Left& node = network.left(back.left);
    const Value through = here + node.price - WorthOf(back, right, node);
    if (back.left == left || through >= limit_) {
      continue;
    }
    if (node.IsFree()) {
      ReachOutside(through);
    } else {
      frontier_.Reach(node.right, through, back.left, back.edge);
    }
  }
}

// Whose place could be had by giving up, and what places are free.
void AlternativeSearch::ScanOutside(const DynamicNetwork& network, LeftIndex left) {
  const Value distance = *outside_;
  outside_.reset();
  outside_is_done_ = true;
  for (size_t r = 0; r < network.right_count(); ++r) {
    if (network.right(RightIndex(r)).HasRoom()) {
      frontier_.Reach(RightIndex(r), distance, LeftIndex(), kNoEdge);
    }
  }
  for (size_t l = 0; l < network.left_count(); ++l) {
    const Left& node = network.left(LeftIndex(l));
    if (!node.IsFree() && LeftIndex(l) != left && distance + network.GiveUpCost(node) < limit_) {
      frontier_.Reach(node.right, distance + network.GiveUpCost(node), LeftIndex(l), kNoEdge);
    }
  }
}

void AlternativeSearch::ReachOutside(Value distance) {
  if (!outside_is_done_) {
    outside_ = std::min(outside_.value_or(distance), distance);
  }
}

void AlternativeSearch::Settle(Candidate candidate, Value distance, size_t k) {
  --open_;
  candidate.cost += distance;
  best_.insert(std::upper_bound(best_.begin(), best_.end(), candidate, Before), candidate);
  if (best_.size() > k) {
    best_.pop_back();
  }
  if (best_.size() == k) {
    limit_ = std::min(limit_, best_.back().cost + 1);
  }
}

}  // namespace jobcarve::incremental
