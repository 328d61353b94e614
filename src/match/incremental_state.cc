// Changes edit the network at once and note which nodes may no longer fulfil the invariant; Optimise gives these their lowest
// prices and lets the searches (incremental_search.h) do the rest. Tested by tests/match/incremental_test.cc.
#include "match/incremental_state.h"

#include <algorithm>
#include <utility>

namespace jobcarve {
namespace {

using incremental::kNoEdge;
using incremental::Left;
using incremental::Value;
using incremental::ValueOf;
using incremental::WeightOf;
using incremental::WorthOf;

template <typename I>
void SortAndUnite(std::vector<I>& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

}  // namespace

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
  const LeftIndex left = network.LeftOf(edge);
  if (network.left(left).edge == edge) {
    Release(left);
  }
  network.RemoveEdge(edge);
}

bool IncrementalMatching::State::IsUncovered(EdgeIndex edge) const {
  const Left& node = network.left(network.LeftOf(edge));
  return node.price < network.OfferTo(network.arc(edge), node);
}

void IncrementalMatching::State::NoteIfUncovered(EdgeIndex edge) {
  if (IsUncovered(edge)) {
    edges.push_back(edge);
  }
}

// An uncovered edge, new or heavier, asks for a higher price of its left node or of its right node. To raise that of a left node
// may cost it its place: one search for it, and one for the place. To raise that of a right node may cost all its holders theirs,
// but covers all its edges at once. So whichever may cost fewer searches is raised.
void IncrementalMatching::State::Cover() {
  std::erase_if(edges, [&](EdgeIndex edge) { return !network.Exists(edge) || !IsUncovered(edge); });
  const auto right_of = [&](EdgeIndex edge) { return network.arc(edge).right; };
  std::sort(edges.begin(), edges.end(),
            [&](EdgeIndex a, EdgeIndex b) { return std::pair(right_of(a), a) < std::pair(right_of(b), b); });
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  for (auto first = edges.begin(); first != edges.end();) {
    const RightIndex right = right_of(*first);
    const auto last = std::find_if(first, edges.end(), [&](EdgeIndex edge) { return right_of(edge) != right; });
    if (static_cast<size_t>(last - first) > network.right(right).places) {
      RaiseToCover(right, std::span(first, last));
    } else {
      std::for_each(first, last, [&](EdgeIndex edge) { MayWant(network.LeftOf(edge)); });
    }
    first = last;
  }
  edges.clear();
}

void IncrementalMatching::State::RaiseToCover(RightIndex right, std::span<const EdgeIndex> uncovered) {
  Value price = network.right(right).price;
  for (const EdgeIndex edge : uncovered) {
    const Left& node = network.left(network.LeftOf(edge));
    if (node.IsFree()) {
      MayWant(network.LeftOf(edge));  // Its price costs nobody a place.
    } else {
      price = std::max(price, WorthOf(network.arc(edge), node) - node.price);
    }
  }
  network.SetPrice(right, price);
  search.Touch(right);
  MayLack(right);
  for (const LeftIndex holder : network.HoldersOf(right)) {
    MayWant(holder);
  }
}

// Gives a left node that holds a place the lowest price that covers all its arcs, or takes the place when no such price supports
// it. Who is free then takes no part until Seat.
void IncrementalMatching::State::Refit(LeftIndex left) {
  const Left& node = network.left(left);
  if (!node.IsFree()) {
    const Value lowest = network.LowestPrice(left);
    if (network.OfferTo(network.arc(node.edge), node) == lowest) {
      network.SetPrice(left, lowest);
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
  const Left& node = network.left(left);
  if (node.IsFree()) {
    network.SetPrice(left, network.LowestPrice(left));
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
    const Left& node = network.left(left);
    const EdgeIndex pin = network.pin(left);
    const RightIndex now = pin == kNoEdge ? node.right : network.arc(pin).right;
    if (now != node.before) {
      network.SetBefore(left, now);
      moved.push_back(left);
    }
    if (pin == kNoEdge) {  // The price of who is pinned says that it takes no part.
      network.SetPrice(left, ValueOf(network.PriceWeight(left), node.IsFree() ? 0 : 1));
    }
  }
  for (const RightIndex right : search.touched_rights()) {
    network.SetPrice(right, ValueOf(network.PriceWeight(right), 0));
  }
  network.set_outside(ValueOf(WeightOf(network.outside()), 0));
  search.ForgetTouched();
  std::sort(moved.begin(), moved.end());
  return moved;
}

std::vector<LeftIndex> IncrementalMatching::State::Optimise() {
  Cover();
  SortAndUnite(lefts);
  std::erase_if(lefts, [&](LeftIndex left) { return !network.Exists(left) || network.pin(left) != kNoEdge; });
  for (const LeftIndex left : lefts) {
    Refit(left);
  }
  SortAndUnite(rights);
  std::erase_if(rights, [&](RightIndex right) { return !network.Exists(right) || !network.right(right).HasRoom(); });
  for (const LeftIndex left : lefts) {
    Seat(left);
  }
  for (const RightIndex right : rights) {
    while (network.right(right).HasRoom() && network.LeaveCost(network.right(right)) > 0) {
      search.Backward(network, right);
    }
  }
  lefts.clear();
  rights.clear();
  network.Recycle();
  has_changes = false;
  return SetBaseline();
}

}  // namespace jobcarve
