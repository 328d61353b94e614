// The door: what may be changed, and what each change can break. Changes edit the network at once and note which nodes may no
// longer fulfil the invariant; Optimise gives these their lowest prices and lets the searches (incremental_search.h) do the rest.
// Tested by tests/match/incremental_test.cc.
#include "jobcarve/match/incremental.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/match/certificate.h"
#include "match/incremental_alternatives.h"
#include "match/incremental_network.h"
#include "match/incremental_search.h"
#include "match/incremental_tuning.h"

namespace jobcarve {
namespace {

using incremental::Arc;
using incremental::DynamicNetwork;
using incremental::kNoEdge;
using incremental::kNoRight;
using incremental::Left;
using incremental::Right;
using incremental::Value;
using incremental::ValueOf;
using incremental::WeightOf;
using incremental::WorthOf;

template <typename I>
void SortAndUnite(std::vector<I>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

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

}  // namespace

struct IncrementalMatching::State {
  bool IsPinned(EdgeIndex edge) const { return network.pin(network.edge(edge).left) == edge; }

  void MayWant(LeftIndex left) { lefts.push_back(left); }
  void MayLack(RightIndex right) { rights.push_back(right); }
  void Release(LeftIndex left);
  void Unpin(LeftIndex left);
  void RemoveEdge(EdgeIndex edge);
  void NoteIfUncovered(EdgeIndex edge);

  void Refit(LeftIndex left);
  void Seat(LeftIndex left);
  std::vector<LeftIndex> SetBaseline();

  DynamicNetwork network;
  incremental::Search search;
  incremental::AlternativeSearch alternatives;
  std::vector<LeftIndex> lefts;    // May be free at a price, or priced wrongly; with repetitions.
  std::vector<RightIndex> rights;  // May have room at a price; with repetitions.
  bool has_changes = false;
  int64_t pinned_total = 0;
};

// Takes the place of a left node that holds one.
void IncrementalMatching::State::Release(LeftIndex left) {
  MayLack(network.left(left).right);
  MayWant(left);
  network.Release(left);
}

void IncrementalMatching::State::Unpin(LeftIndex left) {
  const Edge pinned = network.edge(network.pin(left));
  pinned_total -= pinned.weight;
  network.Unpin(left);
  MayWant(left);
  MayLack(pinned.right);
}

void IncrementalMatching::State::RemoveEdge(EdgeIndex edge) {
  const LeftIndex left = network.edge(edge).left;
  if (network.left(left).edge == edge) {
    Release(left);
  }
  network.RemoveEdge(edge);
}

// An edge that is new, heavier or allowed again.
void IncrementalMatching::State::NoteIfUncovered(EdgeIndex edge) {
  const LeftIndex left = network.edge(edge).left;
  const Left& node = network.left(left);
  if (node.price < network.OfferTo(network.arc(edge), node)) {
    MayWant(left);
  }
}

// Gives a left node that holds a place the lowest price that covers all its arcs, or takes the place when no such price supports
// it. Who is free then takes no part until Seat.
void IncrementalMatching::State::Refit(LeftIndex left) {
  Left& node = network.left(left);
  if (!node.IsFree()) {
    const Value lowest = network.LowestPrice(left);
    if (network.OfferTo(network.arc(node.edge), node) == lowest) {
      node.price = lowest;
    } else {
      MayLack(node.right);
      network.Release(left);
    }
  }
  if (node.IsFree()) {
    network.Withdraw(left);
  }
  search.Touch(left);
}

void IncrementalMatching::State::Seat(LeftIndex left) {
  Left& node = network.left(left);
  if (node.IsFree()) {
    node.price = network.LowestPrice(left);
    search.Touch(left);
    if (network.GiveUpCost(node) > 0) {
      search.Forward(network, left, rights);
    }
  }
}

// From here on, the pairs that now hold are the ones to keep; see the header for why prices may be set back like this.
// Returns who holds another place than before.
std::vector<LeftIndex> IncrementalMatching::State::SetBaseline() {
  std::vector<LeftIndex> moved;
  for (const LeftIndex left : search.touched_lefts()) {
    if (!network.Exists(left)) {
      continue;
    }
    Left& node = network.left(left);
    const EdgeIndex pin = network.pin(left);
    const RightIndex now = pin == kNoEdge ? node.right : network.arc(pin).right;
    if (now != node.before) {
      node.before = now;
      moved.push_back(left);
    }
    if (pin == kNoEdge) {  // The price of who is pinned says that it takes no part.
      node.price = ValueOf(WeightOf(node.price), node.IsFree() ? 0 : 1);
    }
  }
  for (const RightIndex right : search.touched_rights()) {
    network.right(right).price = ValueOf(WeightOf(network.right(right).price), 0);
  }
  network.set_outside(ValueOf(WeightOf(network.outside()), 0));
  search.ForgetTouched();
  std::sort(moved.begin(), moved.end());
  return moved;
}

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
  if (network.left_count() == kMaxNodesPerSide && network.unused_lefts() == 0) {
    return absl::InvalidArgumentError(absl::StrCat("there are ", kMaxNodesPerSide, " left nodes; no more are allowed"));
  }
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
  if (network.right_count() == kMaxNodesPerSide && network.unused_rights() == 0) {
    return absl::InvalidArgumentError(absl::StrCat("there are ", kMaxNodesPerSide, " right nodes; no more are allowed"));
  }
  state_->has_changes = true;
  const RightIndex right = network.AddRight(capacity);
  state_->search.Touch(right);
  return right;
}

absl::Status IncrementalMatching::RemoveRight(RightIndex right) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckRight(network, right));
  if (network.pin_count(right) > 0) {
    return absl::InvalidArgumentError(
        absl::StrCat("right node ", right.value(), " is not removed: ", network.pin_count(right), " pins lead to it"));
  }
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
  if (network.edge_count() == kMaxEdges && network.unused_edges() == 0) {
    return absl::InvalidArgumentError(absl::StrCat("there are ", kMaxEdges, " edges; no more are allowed"));
  }
  state_->has_changes = true;
  const EdgeIndex added = network.AddEdge(edge);
  state_->NoteIfUncovered(added);
  return added;
}

absl::Status IncrementalMatching::RemoveEdge(EdgeIndex edge) {
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(state_->network, edge));
  if (state_->IsPinned(edge)) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not removed: it is pinned"));
  }
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
  if (state_->IsPinned(edge)) {
    state_->pinned_total += weight - before.weight;
  }
  Left& node = network.left(before.left);
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
    node.price += ValueOf(weight - before.weight, 0);  // Its arc stays tight, and its others are covered all the more.
  }
  return absl::OkStatus();
}

absl::Status IncrementalMatching::Pin(EdgeIndex edge) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(network, edge));
  const Edge pinned = network.edge(edge);
  const EdgeIndex present = network.pin(pinned.left);
  if (present == edge) {
    return absl::OkStatus();
  }
  if (present != kNoEdge) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not pinned: left node ", pinned.left.value(),
                                                   " is pinned by edge ", present.value()));
  }
  if (network.IsForbidden(edge)) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not pinned: it is forbidden"));
  }
  if (network.right(pinned.right).places == 0) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not pinned: right node ", pinned.right.value(),
                                                   " has capacity ", network.capacity(pinned.right), " and ",
                                                   network.pin_count(pinned.right), " pins"));
  }
  state_->has_changes = true;
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
  if (state_->IsPinned(edge)) {
    state_->has_changes = true;
    state_->Unpin(state_->network.edge(edge).left);
  }
  return absl::OkStatus();
}

absl::Status IncrementalMatching::Forbid(EdgeIndex edge) {
  DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckEdge(network, edge));
  if (state_->IsPinned(edge)) {
    return absl::InvalidArgumentError(absl::StrCat("edge ", edge.value(), " is not forbidden: it is pinned"));
  }
  state_->has_changes = true;
  const LeftIndex left = network.edge(edge).left;
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
  DynamicNetwork& network = state_->network;
  std::vector<LeftIndex>& lefts = state_->lefts;
  SortAndUnite(lefts);
  std::erase_if(lefts, [&](LeftIndex left) { return !network.Exists(left) || network.pin(left) != kNoEdge; });
  for (const LeftIndex left : lefts) {
    state_->Refit(left);
  }
  SortAndUnite(state_->rights);
  std::erase_if(state_->rights, [&](RightIndex right) { return !network.Exists(right) || !network.right(right).HasRoom(); });
  for (const LeftIndex left : lefts) {
    state_->Seat(left);
  }
  for (const RightIndex right : state_->rights) {
    while (network.right(right).HasRoom() && network.LeaveCost(network.right(right)) > 0) {
      state_->search.Backward(network, right);
    }
  }
  lefts.clear();
  state_->rights.clear();
  network.Recycle();
  state_->has_changes = false;
  return state_->SetBaseline();
}

void incremental::Tuning::SetPatience(IncrementalMatching& matching, size_t patience) {
  matching.state_->search.set_patience(patience);
}

bool IncrementalMatching::is_optimal() const {
  return !state_->has_changes;
}

absl::StatusOr<std::vector<Alternative>> IncrementalMatching::Alternatives(LeftIndex left, size_t k) {
  const DynamicNetwork& network = state_->network;
  JOBCARVE_RETURN_IF_ERROR(CheckLeft(network, left));
  if (state_->has_changes) {
    return absl::FailedPreconditionError("there are changes since the last Optimise()");
  }
  if (network.pin(left) != kNoEdge) {
    return absl::InvalidArgumentError(
        absl::StrCat("left node ", left.value(), " is pinned by edge ", network.pin(left).value(), ", so has no alternative"));
  }
  return state_->alternatives.Run(network, left, k);
}

size_t IncrementalMatching::left_count() const {
  return state_->network.left_count();
}
size_t IncrementalMatching::right_count() const {
  return state_->network.right_count();
}
size_t IncrementalMatching::edge_count() const {
  return state_->network.edge_count();
}
bool IncrementalMatching::Exists(LeftIndex left) const {
  return state_->network.Exists(left);
}
bool IncrementalMatching::Exists(RightIndex right) const {
  return state_->network.Exists(right);
}
bool IncrementalMatching::Exists(EdgeIndex edge) const {
  return state_->network.Exists(edge);
}
Edge IncrementalMatching::edge(EdgeIndex edge) const {
  return state_->network.edge(edge);
}
int32_t IncrementalMatching::capacity(RightIndex right) const {
  return state_->network.capacity(right);
}
bool IncrementalMatching::IsPinned(EdgeIndex edge) const {
  return state_->IsPinned(edge);
}
bool IncrementalMatching::IsForbidden(EdgeIndex edge) const {
  return state_->network.IsForbidden(edge);
}

std::optional<EdgeIndex> IncrementalMatching::EdgeHeldBy(LeftIndex left) const {
  const EdgeIndex pin = state_->network.pin(left);
  const EdgeIndex held = pin == kNoEdge ? state_->network.left(left).edge : pin;
  return held == kNoEdge ? std::nullopt : std::optional(held);
}

int64_t IncrementalMatching::total() const {
  return state_->network.total() + state_->pinned_total;
}

int64_t IncrementalMatching::price(LeftIndex left) const {
  const DynamicNetwork& network = state_->network;
  const bool takes_part = network.Exists(left) && network.pin(left) == kNoEdge;
  return takes_part ? WeightOf(network.GiveUpCost(network.left(left))) : 0;
}

int64_t IncrementalMatching::price(RightIndex right) const {
  const DynamicNetwork& network = state_->network;
  return network.Exists(right) ? WeightOf(network.LeaveCost(network.right(right))) : 0;
}

IncrementalMatching::Snapshot IncrementalMatching::Show() const {
  const DynamicNetwork& network = state_->network;
  Snapshot shown;
  std::vector<Edge> edges;
  for (size_t l = 0; l < left_count(); ++l) {
    const LeftIndex left(l);
    shown.matching.left_prices.push_back(price(left));
    if (network.pin(left) != kNoEdge) {
      shown.pins.push_back(network.pin(left));
      continue;
    }
    std::vector<EdgeIndex> numbers;
    for (const Arc& arc : network.ArcsOf(left)) {
      if (!network.IsForbidden(arc.edge)) {
        numbers.push_back(arc.edge);
      }
    }
    std::sort(numbers.begin(), numbers.end());
    for (const EdgeIndex number : numbers) {
      if (network.left(left).edge == number) {
        shown.matching.edges.push_back(EdgeIndex(edges.size()));
      }
      edges.push_back(network.edge(number));
      shown.edges.push_back(number);
    }
  }
  std::vector<int32_t> places;
  for (size_t r = 0; r < right_count(); ++r) {
    places.push_back(static_cast<int32_t>(network.right(RightIndex(r)).places));
    shown.matching.right_prices.push_back(price(RightIndex(r)));
  }
  shown.matching.total = network.total();
  shown.pinned_total = state_->pinned_total;
  absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(left_count(), std::move(places), edges);
  JOBCARVE_CHECK(graph.ok());
  shown.graph = *std::move(graph);
  return shown;
}

absl::StatusOr<std::vector<Alternative>> Alternatives(const BipartiteGraph& graph, const Matching& matching, LeftIndex left,
                                                      size_t k) {
  JOBCARVE_ASSIGN_OR_RETURN(IncrementalMatching state, IncrementalMatching::Create(graph, matching));
  return state.Alternatives(left, k);
}

}  // namespace jobcarve
