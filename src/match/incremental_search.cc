// Dijkstra's algorithm over right nodes, on reduced costs. A right node stands for itself and its holders, which are all at the
// same distance since their arcs are tight. Tested by tests/match/incremental_test.cc.
#include "match/incremental_search.h"

#include <optional>

namespace jobcarve::incremental {

void Search::Forward(DynamicNetwork& network, LeftIndex start) {
  frontier_.Begin(network.right_count());
  scanned_.clear();
  Target target = {.distance = network.GiveUpCost(network.left(start)), .left = start, .is_left = true};
  ScanForward(network, start, 0, target);
  while (const std::optional<RightIndex> nearest = frontier_.PopNearerThan(target.distance)) {
    const Value distance = frontier_.label(*nearest).distance;
    for (const LeftIndex holder : network.HoldersOf(*nearest)) {
      ScanForward(network, holder, distance, target);
      if (target.distance == distance) {
        break;  // No path is shorter, and nodes at this distance keep their prices.
      }
    }
  }
  RaisePrices(network, target.distance);
  AugmentForward(network, start, target);
}

void Search::ScanForward(const DynamicNetwork& network, LeftIndex left, Value distance, Target& target) {
  const Left& node = network.left(left);
  scanned_.push_back({left, distance});
  const Value give_up = distance + network.GiveUpCost(node);
  if (give_up < target.distance) {
    target = {.distance = give_up, .left = left, .is_left = true};
  }
  const Value here = distance + node.price;
  for (const Arc& arc : network.ArcsOf(left)) {
    const Value through = here - network.OfferTo(arc, node);
    if (through < target.distance && frontier_.Reach(arc.right, through, left, arc.edge) && network.right(arc.right).HasRoom()) {
      target = {.distance = through, .right = arc.right};
    }
  }
}

void Search::RaisePrices(DynamicNetwork& network, Value reach) {
  for (const RightIndex right : frontier_.done()) {
    network.right(right).price += reach - frontier_.label(right).distance;
    touched_rights_.push_back(right);
  }
  for (const auto& [left, distance] : scanned_) {
    network.left(left).price -= reach - distance;
    touched_lefts_.push_back(left);
  }
}

// From the far end of the path back to `start`: each left node on it moves one place on.
void Search::AugmentForward(DynamicNetwork& network, LeftIndex start, const Target& target) {
  RightIndex vacant = target.right;
  if (target.is_left) {
    if (target.left == start) {
      return;  // It stays unmatched.
    }
    vacant = network.left(target.left).right;
    network.Release(target.left);
  }
  while (true) {
    const Label& label = frontier_.label(vacant);
    const RightIndex left_behind = network.left(label.mover).right;
    if (label.mover != start) {
      network.Release(label.mover);
    }
    network.Hold(label.mover, label.via);
    if (label.mover == start) {
      return;
    }
    vacant = left_behind;
  }
}

void Search::Backward(DynamicNetwork& network, RightIndex start) {
  frontier_.Begin(network.right_count());
  Target target = {.distance = network.LeaveCost(network.right(start)), .right = start};
  frontier_.Reach(start, 0, LeftIndex(), kNoEdge);
  while (const std::optional<RightIndex> nearest = frontier_.PopNearerThan(target.distance)) {
    ScanBackward(network, *nearest, frontier_.label(*nearest).distance, target);
  }
  LowerPrices(network, target.distance);
  AugmentBackward(network, start, target);
}

void Search::ScanBackward(const DynamicNetwork& network, RightIndex right, Value distance, Target& target) {
  const Value here = distance + network.right(right).price;
  for (const BackArc& back : network.BackArcsOf(right)) {
    const Left& node = network.left(back.left);
    const Value through = here + node.price - WorthOf(back, right, node);
    if (through >= target.distance) {
      continue;
    }
    if (node.IsFree()) {
      target = {.distance = through, .left = back.left, .right = right, .via = back.edge, .is_left = true};
    } else if (frontier_.Reach(node.right, through, back.left, back.edge)) {
      const Value leave = through + network.LeaveCost(network.right(node.right));
      if (leave < target.distance) {
        target = {.distance = leave, .right = node.right};
      }
    }
  }
}

void Search::LowerPrices(DynamicNetwork& network, Value reach) {
  for (const RightIndex right : frontier_.done()) {
    const Value fall = reach - frontier_.label(right).distance;
    network.right(right).price -= fall;
    touched_rights_.push_back(right);
    for (const LeftIndex holder : network.HoldersOf(right)) {
      network.left(holder).price += fall;
      touched_lefts_.push_back(holder);
    }
  }
}

// From `start`, which has room, to the far end of the path: each left node on it moves one place on.
void Search::AugmentBackward(DynamicNetwork& network, RightIndex start, const Target& target) {
  moves_.clear();
  RightIndex right = target.right;
  if (target.is_left) {
    moves_.push_back({target.left, target.via});
  }
  while (right != start) {
    const Label& label = frontier_.label(right);
    moves_.push_back({label.mover, label.via});
    right = network.arc(label.via).right;
  }
  for (auto move = moves_.rbegin(); move != moves_.rend(); ++move) {
    if (!network.left(move->first).IsFree()) {
      network.Release(move->first);
    }
    network.Hold(move->first, move->second);
    touched_lefts_.push_back(move->first);
  }
}

}  // namespace jobcarve::incremental
