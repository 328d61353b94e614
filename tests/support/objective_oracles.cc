#include "support/objective_oracles.h"

#include <algorithm>
#include <map>
#include <optional>

namespace jobcarve::test {
namespace {

struct Enumeration {
  const BipartiteGraph& graph;
  const WorthOf& worth_of;
  std::vector<int32_t> places;
  std::vector<EdgeIndex> edges;
  std::optional<Worth> best;

  void From(size_t first_left) {
    if (first_left == graph.left_count()) {
      best = std::max(best, std::optional<Worth>(worth_of(edges)));
      return;
    }
    From(first_left + 1);
    for (const EdgeIndex edge : graph.EdgesOf(LeftIndex(first_left))) {
      int32_t& place = places[graph.right(edge).value()];
      if (place > 0 && graph.weight(edge) > 0) {
        --place;
        edges.push_back(edge);
        From(first_left + 1);
        edges.pop_back();
        ++place;
      }
    }
  }
};

}  // namespace

Worth PlacementWorth(const BipartiteGraph& graph, std::span<const EdgeIndex> edges) {
  int64_t total = 0;
  for (const EdgeIndex edge : edges) {
    total += graph.weight(edge);
  }
  return {static_cast<int64_t>(edges.size()), total};
}

Worth PriorityWorth(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers,
                    std::span<const EdgeIndex> edges) {
  std::map<int32_t, int64_t> totals;
  for (const int32_t tier : tiers) {
    totals[tier] = 0;
  }
  for (const EdgeIndex edge : edges) {
    totals[tiers[graph.left(edge)]] += graph.weight(edge);
  }
  Worth worth;
  for (const auto& [tier, total] : totals) {
    worth.push_back(total);
  }
  return worth;
}

Worth FairWorth(const BipartiteGraph& graph, std::span<const EdgeIndex> edges) {
  Worth scores(graph.left_count(), 0);
  for (const EdgeIndex edge : edges) {
    scores[graph.left(edge).value()] = graph.weight(edge);
  }
  std::sort(scores.begin(), scores.end());
  return scores;
}

Worth BestByEnumeration(const BipartiteGraph& graph, const WorthOf& worth_of) {
  Enumeration enumeration = {.graph = graph, .worth_of = worth_of, .places = {}, .edges = {}, .best = std::nullopt};
  for (const RightIndex right : graph.Rights()) {
    enumeration.places.push_back(graph.capacity(right));
  }
  enumeration.From(0);
  return *enumeration.best;
}

}  // namespace jobcarve::test
