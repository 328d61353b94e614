// The door: what may be changed, and what each change can break (incremental_state.h). Tested by tests/match/incremental_test.cc.
#include "jobcarve/match/incremental.h"

#include <utility>

#include "absl/status/status.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/match/certificate.h"
#include "match/incremental_checks.h"
#include "match/incremental_network.h"
#include "match/incremental_state.h"
#include "match/incremental_tuning.h"

namespace jobcarve {

using incremental::CheckCanBePinned;
using incremental::CheckCapacity;
using incremental::CheckEdge;
using incremental::CheckHasNoPins;
using incremental::CheckIsNotPinned;
using incremental::CheckLeft;
using incremental::CheckRight;
using incremental::CheckSpaceForEdge;
using incremental::CheckSpaceForLeft;
using incremental::CheckSpaceForRight;
using incremental::CheckWeight;
using incremental::DynamicNetwork;
using incremental::kNoEdge;
using incremental::Left;
using incremental::ValueOf;

IncrementalMatching::IncrementalMatching() : state_(std::make_unique<State>()) {}
IncrementalMatching::IncrementalMatching(std::unique_ptr<State> state) : state_(std::move(state)) {}
IncrementalMatching::~IncrementalMatching() = default;
IncrementalMatching::IncrementalMatching(IncrementalMatching&&) noexcept = default;
IncrementalMatching& IncrementalMatching::operator=(IncrementalMatching&&) noexcept = default;
IncrementalMatching::IncrementalMatching(const IncrementalMatching& other) : state_(std::make_unique<State>(*other.state_)) {}
IncrementalMatching& IncrementalMatching::operator=(const IncrementalMatching& other) {
  return *this = IncrementalMatching(other);
}

absl::StatusOr<IncrementalMatching> IncrementalMatching::Create(const BipartiteGraph& graph, const Matching& matching) {
  JOBCARVE_RETURN_IF_ERROR(VerifyOptimal(graph, matching));
  auto state = std::make_unique<State>();
  state->network = DynamicNetwork(graph, matching);
  return IncrementalMatching(std::move(state));
}

absl::StatusOr<LeftIndex> IncrementalMatching::AddLeft() {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckSpaceForLeft(network));
  state_->has_changes = true;
  const LeftIndex left = network.AddLeft();
  state_->search.Touch(left);
  return left;
}

absl::Status IncrementalMatching::RemoveLeft(LeftIndex left) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckLeft(network, left));
  state_->has_changes = true;
  if (network.pin(left) != kNoEdge) {
    state_->Unpin(left);
  }
  while (!network.ArcsOf(left).empty()) {
    state_->RemoveEdge(network.ArcsOf(left).back().edge);
  }
  network.RemoveLeft(left);
  state_->search.Touch(left);
  return absl::OkStatus();
}

absl::StatusOr<RightIndex> IncrementalMatching::AddRight(int32_t capacity) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckCapacity(capacity, 0));
  JOBCARVE_RETURN_IF_ERROR(CheckSpaceForRight(network));
  state_->has_changes = true;
  const RightIndex right = network.AddRight(capacity);
  state_->search.Touch(right);
  return right;
}

absl::Status IncrementalMatching::RemoveRight(RightIndex right) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckRight(network, right));
  JOBCARVE_RETURN_IF_ERROR(CheckHasNoPins(network, right));
  state_->has_changes = true;
  while (!network.BackArcsOf(right).empty()) {
    state_->RemoveEdge(network.BackArcsOf(right).back().edge);
  }
  network.RemoveRight(right);
  state_->search.Touch(right);
  return absl::OkStatus();
}

absl::Status IncrementalMatching::SetCapacity(RightIndex right, int32_t capacity) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckRight(network, right));
  JOBCARVE_RETURN_IF_ERROR(CheckCapacity(capacity, network.pin_count(right)));
  state_->has_changes = true;
  const uint32_t places = static_cast<uint32_t>(capacity - network.pin_count(right));
  while (network.right(right).taken > places) {
    state_->Release(network.HoldersOf(right).back());
  }
  network.SetPlaces(right, places);
  state_->MayLack(right);
  return absl::OkStatus();
}

absl::StatusOr<EdgeIndex> IncrementalMatching::AddEdge(const Edge& edge) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckLeft(network, edge.left));
  JOBCARVE_RETURN_IF_ERROR(CheckRight(network, edge.right));
  JOBCARVE_RETURN_IF_ERROR(CheckWeight(edge.weight));
  JOBCARVE_RETURN_IF_ERROR(CheckSpaceForEdge(network));
  state_->has_changes = true;
  const EdgeIndex added = network.AddEdge(edge);
  state_->NoteIfUncovered(added);
  return added;
}

absl::Status IncrementalMatching::RemoveEdge(EdgeIndex edge) {
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(state_->network, edge));
  JOBCARVE_RETURN_IF_ERROR(CheckIsNotPinned(state_->network, edge, "removed"));
  state_->has_changes = true;
  state_->RemoveEdge(edge);
  return absl::OkStatus();
}

absl::Status IncrementalMatching::SetWeight(EdgeIndex edge, int64_t weight) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(network, edge));
  JOBCARVE_RETURN_IF_ERROR(CheckWeight(weight));
  state_->has_changes = true;
  const Edge before = network.edge(edge);
  if (network.IsPinned(edge)) {
    state_->pinned_total += weight - before.weight;
  }
  const Left& node = network.left(before.left);
  const bool is_held = node.edge == edge;
  if (is_held && weight <= 0) {
    state_->Release(before.left);
  }
  network.SetWeight(edge, weight);
  if (!is_held) {
    state_->NoteIfUncovered(edge);
  } else if (weight < before.weight) {
    state_->MayWant(before.left);
  } else {
    state_->search.Touch(before.left);
    // Its arc stays tight, and its others are covered all the more.
    network.SetPrice(before.left, node.price + ValueOf(weight - before.weight, 0));
  }
  return absl::OkStatus();
}

absl::Status IncrementalMatching::Pin(EdgeIndex edge) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(network, edge));
  if (network.IsPinned(edge)) {
    return absl::OkStatus();
  }
  JOBCARVE_RETURN_IF_ERROR(CheckCanBePinned(network, edge));
  state_->has_changes = true;
  const Edge pinned = network.edge(edge);
  if (!network.left(pinned.left).IsFree()) {
    state_->Release(pinned.left);
  }
  if (!network.right(pinned.right).HasRoom()) {
    state_->Release(network.HoldersOf(pinned.right).back());
  }
  network.Pin(edge);
  state_->pinned_total += pinned.weight;
  state_->search.Touch(pinned.left);
  return absl::OkStatus();
}

absl::Status IncrementalMatching::Unpin(EdgeIndex edge) {
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(state_->network, edge));
  if (state_->network.IsPinned(edge)) {
    state_->has_changes = true;
    state_->Unpin(state_->network.LeftOf(edge));
  }
  return absl::OkStatus();
}

absl::Status IncrementalMatching::Forbid(EdgeIndex edge) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(network, edge));
  JOBCARVE_RETURN_IF_ERROR(CheckIsNotPinned(network, edge, "forbidden"));
  state_->has_changes = true;
  const LeftIndex left = network.LeftOf(edge);
  if (network.left(left).edge == edge) {
    state_->Release(left);
  }
  network.SetForbidden(edge, true);
  return absl::OkStatus();
}

absl::Status IncrementalMatching::Allow(EdgeIndex edge) {
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(state_->network, edge));
  if (state_->network.IsForbidden(edge)) {
    state_->has_changes = true;
    state_->network.SetForbidden(edge, false);
    state_->NoteIfUncovered(edge);
  }
  return absl::OkStatus();
}

std::vector<LeftIndex> IncrementalMatching::Optimise() {
  return state_->Optimise();
}

void incremental::Tuning::SetPatience(IncrementalMatching& matching, size_t patience) {
  matching.state_->search.set_patience(patience);
}

absl::StatusOr<std::vector<Alternative>> IncrementalMatching::Alternatives(LeftIndex left, size_t k) {
  const DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckLeft(network, left));
  if (state_->has_changes) {
    return absl::FailedPreconditionError("there are changes since the last Optimise()");
  }
  JOBCARVE_RETURN_IF_ERROR(CheckIsNotPinned(network, left));
  return state_->alternatives.Run(network, left, k);
}

absl::StatusOr<std::vector<Alternative>> Alternatives(const BipartiteGraph& graph, const Matching& matching, LeftIndex left,
                                                      size_t k) {
  JOBCARVE_ASSIGN_OR_RETURN(IncrementalMatching state, IncrementalMatching::Create(graph, matching));
  return state.Alternatives(left, k);
}

}  // namespace jobcarve
