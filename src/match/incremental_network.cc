// Each edge stands in the row of its left node and in the row of its right node, and knows its position in both, so that it can
// be found, changed and removed at once. Tested by tests/match/incremental_test.cc.
#include "match/incremental_network.h"

#include <algorithm>
#include <utility>

#include "jobcarve/base/check.h"

namespace jobcarve::incremental {
namespace {

// The number for a new thing: one that is unused, or the next.
template <typename I>
I NextNumber(std::vector<I>& unused, size_t count) {
  if (unused.empty()) {
    return I(count);
  }
  const I number = unused.back();
  unused.pop_back();
  return number;
}

template <typename I>
void MoveTo(std::vector<I>& unused, std::vector<I>& removed) {
  unused.insert(unused.end(), removed.begin(), removed.end());
  removed.clear();
}

}  // namespace

DynamicNetwork::DynamicNetwork(const BipartiteGraph& graph, const Matching& matching)
    : lefts_(graph.left_count()),
      rights_(graph.right_count()),
      left_weights_(graph.left_count()),
      right_weights_(graph.right_count()),
      edges_(graph.edge_count()),
      left_facts_(graph.left_count()),
      right_facts_(graph.right_count()) {
  std::vector<uint32_t> degrees(graph.right_count(), 0);
  arcs_.reserve(graph.left_count(), graph.edge_count());
  for (const LeftIndex left : graph.Lefts()) {
    arcs_.AddRow(static_cast<uint32_t>(graph.EdgesOf(left).size()));
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      ++degrees[graph.right(edge).value()];
    }
  }
  back_arcs_.reserve(graph.right_count(), graph.edge_count());
  for (const RightIndex right : graph.Rights()) {
    rights_[right].places = static_cast<uint32_t>(graph.capacity(right));
    SetPrice(right, ValueOf(matching.right_prices[right], 0));
    back_arcs_.AddRow(degrees[right.value()]);
    holders_.AddRow(std::min(degrees[right.value()], rights_[right].places));
  }
  for (const LeftIndex left : graph.Lefts()) {
    SetPrice(left, ValueOf(matching.left_prices[left], 0));
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      Place(edge, {.left = left, .right = graph.right(edge), .weight = graph.weight(edge)});
    }
  }
  for (const EdgeIndex edge : matching.edges) {
    const LeftIndex left = edges_[edge].left;
    Hold(left, edge);
    SetPrice(left, lefts_[left].price + 1);
    SetBefore(left, lefts_[left].right);
  }
}

Edge DynamicNetwork::edge(EdgeIndex edge) const {
  const Arc& shown = arc(edge);
  const auto hidden = hidden_weights_.find(edge);
  return {
      .left = edges_[edge].left, .right = shown.right, .weight = hidden == hidden_weights_.end() ? shown.weight : hidden->second};
}

Value DynamicNetwork::LowestPrice(LeftIndex left) const {
  Value lowest = outside_;
  for (const Arc& arc : ArcsOf(left)) {
    lowest = std::max(lowest, OfferTo(arc, lefts_[left]));
  }
  return lowest;
}

// Only the weights are shifted: the second components of untouched nodes stay what they are.
void DynamicNetwork::Rebase() {
  const Value shift = ValueOf(WeightOf(outside_), 0);
  for (size_t l = 0; l < left_count(); ++l) {
    if (lefts_[LeftIndex(l)].TakesPart()) {
      SetPrice(LeftIndex(l), lefts_[LeftIndex(l)].price - shift);
    }
  }
  for (size_t r = 0; r < right_count(); ++r) {
    SetPrice(RightIndex(r), rights_[RightIndex(r)].price + shift);
  }
  outside_ -= shift;
}

void DynamicNetwork::Hold(LeftIndex left, EdgeIndex edge) {
  const Arc& held = arc(edge);
  Right& right = rights_[held.right];
  JOBCARVE_DCHECK(lefts_[left].IsFree() && right.HasRoom());
  lefts_[left].right = held.right;
  lefts_[left].edge = edge;
  lefts_[left].seat = right.taken++;
  holders_.Append(held.right.value(), left);
  total_ += held.weight;
}

void DynamicNetwork::Release(LeftIndex left) {
  Left& node = lefts_[left];
  JOBCARVE_DCHECK(!node.IsFree());
  total_ -= arc(node.edge).weight;
  holders_.Remove(node.right.value(), node.seat);
  if (--rights_[node.right].taken > node.seat) {
    lefts_[HoldersOf(node.right)[node.seat]].seat = node.seat;  // The last holder took its seat.
  }
  node.right = kNoRight;
  node.edge = kNoEdge;
}

LeftIndex DynamicNetwork::AddLeft() {
  const LeftIndex left = NextNumber(unused_lefts_, left_count());
  if (left.value() == left_count()) {
    lefts_.push_back({});
    left_weights_.push_back(0);
    left_facts_.push_back({});
    arcs_.AddRow(0);
  }
  lefts_[left] = {};
  SetPrice(left, outside_);
  left_facts_[left] = {};
  return left;
}

RightIndex DynamicNetwork::AddRight(int32_t capacity) {
  const RightIndex right = NextNumber(unused_rights_, right_count());
  if (right.value() == right_count()) {
    rights_.push_back({});
    right_weights_.push_back(0);
    right_facts_.push_back({});
    back_arcs_.AddRow(0);
    holders_.AddRow(0);
  }
  rights_[right] = {.places = static_cast<uint32_t>(capacity)};
  SetPrice(right, -outside_);
  right_facts_[right] = {};
  return right;
}

EdgeIndex DynamicNetwork::AddEdge(const Edge& edge) {
  const EdgeIndex number = NextNumber(unused_edges_, edge_count());
  if (number.value() == edge_count()) {
    edges_.push_back({});
  }
  edges_[number] = {};
  Place(number, edge);
  return number;
}

void DynamicNetwork::Place(EdgeIndex number, const Edge& edge) {
  edges_[number].left = edge.left;
  edges_[number].position = static_cast<uint32_t>(ArcsOf(edge.left).size());
  edges_[number].back_position = static_cast<uint32_t>(BackArcsOf(edge.right).size());
  arcs_.Append(edge.left.value(), {.weight = edge.weight, .right = edge.right, .edge = number});
  back_arcs_.Append(edge.right.value(), {.weight = edge.weight, .left = edge.left, .edge = number});
  greatest_weight_ = std::max(greatest_weight_, edge.weight);
  if (edge.weight <= 0) {
    ShowWeight(number, edge.weight);
  }
}

void DynamicNetwork::RemoveLeft(LeftIndex left) {
  JOBCARVE_DCHECK(ArcsOf(left).empty());
  left_facts_[left].exists = false;
  SetPrice(left, outside_);
  removed_lefts_.push_back(left);
}

void DynamicNetwork::RemoveRight(RightIndex right) {
  JOBCARVE_DCHECK(BackArcsOf(right).empty() && HoldersOf(right).empty());
  right_facts_[right].exists = false;
  rights_[right] = {};
  SetPrice(right, -outside_);
  removed_rights_.push_back(right);
}

void DynamicNetwork::RemoveEdge(EdgeIndex edge) {
  const EdgeFacts facts = edges_[edge];
  const size_t right = arc(edge).right.value();
  hidden_weights_.erase(edge);
  forbidden_.erase(edge);
  arcs_.Remove(facts.left.value(), facts.position);
  back_arcs_.Remove(right, facts.back_position);
  if (facts.position < arcs_[facts.left.value()].size()) {
    edges_[arcs_[facts.left.value()][facts.position].edge].position = facts.position;
  }
  if (facts.back_position < back_arcs_[right].size()) {
    edges_[back_arcs_[right][facts.back_position].edge].back_position = facts.back_position;
  }
  edges_[edge].exists = false;
  removed_edges_.push_back(edge);
}

void DynamicNetwork::SetWeight(EdgeIndex edge, int64_t weight) {
  ShowWeight(edge, weight);
}

void DynamicNetwork::SetForbidden(EdgeIndex edge, bool is_forbidden) {
  const int64_t weight = this->edge(edge).weight;
  if (is_forbidden) {
    forbidden_.insert(edge);
  } else {
    forbidden_.erase(edge);
  }
  ShowWeight(edge, weight);
}

void DynamicNetwork::ShowWeight(EdgeIndex edge, int64_t weight) {
  const EdgeFacts& facts = edges_[edge];
  Arc& arc = arcs_[facts.left.value()][facts.position];
  const bool is_hidden = weight <= 0 || IsForbidden(edge);
  if (is_hidden) {
    hidden_weights_[edge] = weight;
  } else {
    hidden_weights_.erase(edge);
  }
  const int64_t shown = is_hidden ? -kNever : weight;
  if (lefts_[facts.left].edge == edge) {
    total_ += shown - arc.weight;
  }
  greatest_weight_ = std::max(greatest_weight_, shown);
  arc.weight = shown;
  back_arcs_[arc.right.value()][facts.back_position].weight = shown;
}

void DynamicNetwork::Pin(EdgeIndex edge) {
  const LeftIndex left = edges_[edge].left;
  const RightIndex right = arc(edge).right;
  JOBCARVE_DCHECK(lefts_[left].IsFree() && rights_[right].HasRoom());
  left_facts_[left].pin = edge;
  Withdraw(left);
  --rights_[right].places;
  ++right_facts_[right].pin_count;
}

void DynamicNetwork::Unpin(LeftIndex left) {
  const RightIndex right = arc(left_facts_[left].pin).right;
  left_facts_[left].pin = kNoEdge;
  ++rights_[right].places;
  --right_facts_[right].pin_count;
}

void DynamicNetwork::Recycle() {
  MoveTo(unused_lefts_, removed_lefts_);
  MoveTo(unused_rights_, removed_rights_);
  MoveTo(unused_edges_, removed_edges_);
}

}  // namespace jobcarve::incremental
