// The end of a search: prices take up the distances found, and each left node on the shortest way moves one place on. The rest
// of Search is in incremental_search.cc. Tested by tests/match/incremental_test.cc and tests/match/incremental_random_test.cc.
#include <algorithm>

#include "match/incremental_search.h"

namespace jobcarve::incremental {

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
      Touch(left);
    }
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
  outside_.Touch(left);
}

void Search::Touch(RightIndex right) {
  touched_rights_.push_back(right);
  outside_.Touch(right);
}

void Search::ForgetTouched() {
  touched_lefts_.clear();
  touched_rights_.clear();
  outside_.ForgetIfStale();
}

}  // namespace jobcarve::incremental
