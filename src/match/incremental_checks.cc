// Tested by tests/match/incremental_test.cc.
#include "match/incremental_checks.h"

#include "absl/strings/str_cat.h"

namespace jobcarve::incremental {

absl::Status CheckLeft(const DynamicNetwork& network, LeftIndex left) {
  if (network.Exists(left)) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("left node ", left.value(), " does not exist; of 0 to ",
                                                 static_cast<int64_t>(network.left_count()) - 1, ", some may have been removed"));
}

absl::Status CheckRight(const DynamicNetwork& network, RightIndex right) {
  if (network.Exists(right)) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("right node ", right.value(), " does not exist; of 0 to ",
                                                 static_cast<int64_t>(network.right_count()) - 1,
                                                 ", some may have been removed"));
}

absl::Status CheckEdge(const DynamicNetwork& network, EdgeIndex edge) {
  if (network.Exists(edge)) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " does not exist; of 0 to ",
                                                 static_cast<int64_t>(network.edge_count()) - 1, ", some may have been removed"));
}

absl::Status CheckWeight(int64_t weight) {
  if (weight >= -kMaxWeight && weight <= kMaxWeight) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("weight ", weight, " is outside [", -kMaxWeight, ", ", kMaxWeight, "]"));
}

absl::Status CheckCapacity(int32_t capacity, int32_t pin_count) {
  if (capacity >= pin_count) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("capacity ", capacity, " is below ", pin_count,
                                                 pin_count == 0 ? "" : ", the number of pins that need a place"));
}

absl::Status CheckSpaceForLeft(const DynamicNetwork& network) {
  if (network.left_count() < kMaxNodesPerSide || network.unused_lefts() > 0) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("there are ", kMaxNodesPerSide, " left nodes; no more are allowed"));
}

absl::Status CheckSpaceForRight(const DynamicNetwork& network) {
  if (network.right_count() < kMaxNodesPerSide || network.unused_rights() > 0) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("there are ", kMaxNodesPerSide, " right nodes; no more are allowed"));
}

absl::Status CheckSpaceForEdge(const DynamicNetwork& network) {
  if (network.edge_count() < kMaxEdges || network.unused_edges() > 0) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("there are ", kMaxEdges, " edges; no more are allowed"));
}

absl::Status CheckIsNotPinned(const DynamicNetwork& network, EdgeIndex edge, absl::string_view deed) {
  if (!network.IsPinned(edge)) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not ", deed, ": it is pinned"));
}

absl::Status CheckIsNotPinned(const DynamicNetwork& network, LeftIndex left) {
  if (network.pin(left) == kNoEdge) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat("left node ", left.value(), " is pinned by edge ", network.pin(left).value(), ", so has no alternative"));
}

absl::Status CheckHasNoPins(const DynamicNetwork& network, RightIndex right) {
  if (network.pin_count(right) == 0) {
    return absl::OkStatus();
  }
  return absl::InvalidArgumentError(
      absl::StrCat("right node ", right.value(), " is not removed: ", network.pin_count(right), " pins lead to it"));
}

absl::Status CheckCanBePinned(const DynamicNetwork& network, EdgeIndex edge) {
  const LeftIndex left = network.edge(edge).left;
  const RightIndex right = network.edge(edge).right;
  if (network.pin(left) != kNoEdge) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not pinned: left node ", left.value(),
                                                   " is pinned by edge ", network.pin(left).value()));
  }
  if (network.IsForbidden(edge)) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not pinned: it is forbidden"));
  }
  if (network.right(right).places == 0) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not pinned: right node ", right.value(),
                                                   " has capacity ", network.capacity(right), " and ", network.pin_count(right),
                                                   " pins"));
  }
  return absl::OkStatus();
}

}  // namespace jobcarve::incremental
