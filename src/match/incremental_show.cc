// What an IncrementalMatching says about itself. Tested by tests/match/incremental_test.cc.
#include <algorithm>
#include <utility>

#include "jobcarve/base/check.h"
#include "jobcarve/match/incremental.h"
#include "match/incremental_state.h"

namespace jobcarve {

using incremental::Arc;
using incremental::DynamicNetwork;
using incremental::kNoEdge;
using incremental::WeightOf;

bool IncrementalMatching::is_optimal() const {
  return !state_->has_changes;
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
  return state_->network.IsPinned(edge);
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

}  // namespace jobcarve
