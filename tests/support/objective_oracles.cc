#include "support/objective_oracles.h"

#include <algorithm>
#include <map>
#include <optional>

#include "support/enumeration.h"

namespace jobcarve::test {

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
  std::optional<Worth> best;
  ForEachMatching(graph, [&](std::span<const EdgeIndex> edges) {
    if (std::all_of(edges.begin(), edges.end(), [&](EdgeIndex edge) { return graph.weight(edge) > 0; })) {
      best = std::max(best, std::optional<Worth>(worth_of(edges)));
    }
  });
  return *best;
}

}  // namespace jobcarve::test
