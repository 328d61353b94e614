#include "support/stable_oracle.h"

#include <algorithm>
#include <span>

#include "support/enumeration.h"

namespace jobcarve::test {
namespace {

bool Prefers(int64_t score, EdgeIndex edge, int64_t other_score, EdgeIndex other, Ties ties) {
  return score > other_score || (score == other_score && ties == Ties::kLowerNumberIsBetter && edge < other);
}

}  // namespace

std::vector<StableMatching> AllMatchings(const BipartiteGraph& graph) {
  std::vector<StableMatching> all;
  ForEachMatching(graph, [&](std::span<const EdgeIndex> edges) { all.push_back({.edges = {edges.begin(), edges.end()}}); });
  return all;
}

bool IsStable(const BipartiteGraph& graph, const std::vector<int64_t>& right_scores, const StableMatching& matching, Ties ties) {
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeIndex edge(e);
    const bool is_acceptable = graph.weight(edge) > 0 && right_scores[e] > 0;
    if (std::find(matching.edges.begin(), matching.edges.end(), edge) != matching.edges.end()) {
      if (!is_acceptable) {
        return false;
      }
      continue;
    }
    bool left_wants = true;
    int32_t held = 0;
    int32_t held_and_worse = 0;
    for (const EdgeIndex other : matching.edges) {
      if (graph.left(other) == graph.left(edge)) {
        left_wants = Prefers(graph.weight(edge), edge, graph.weight(other), other, ties);
      }
      if (graph.right(other) == graph.right(edge)) {
        ++held;
        held_and_worse += Prefers(right_scores[e], edge, right_scores[other.value()], other, ties) ? 1 : 0;
      }
    }
    if (is_acceptable && left_wants && (held < graph.capacity(graph.right(edge)) || held_and_worse > 0)) {
      return false;
    }
  }
  return true;
}

std::vector<StableMatching> AllStable(const BipartiteGraph& graph, const std::vector<int64_t>& right_scores) {
  std::vector<StableMatching> stable = AllMatchings(graph);
  std::erase_if(stable, [&](const StableMatching& matching) {
    return !IsStable(graph, right_scores, matching, Ties::kLowerNumberIsBetter);
  });
  return stable;
}

std::vector<int64_t> RandomScores(const BipartiteGraph& graph, int64_t low, int64_t high, Rng& rng) {
  std::vector<int64_t> scores;
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    scores.push_back(rng.Between(low, high));
  }
  return scores;
}

}  // namespace jobcarve::test
