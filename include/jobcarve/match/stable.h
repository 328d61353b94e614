// stable.h: a matching that no two nodes would rather break: both sides have scores, and both must be content.
//
//   // 0 --5|1-- 0 (1 place)      Left node 0 values the edge at 5, right node 0 values it at 1; it prefers left node 1.
//   // 1 --7|2--/
//   const std::vector<int64_t> right_scores = {1, 2};                             // By EdgeIndex.
//   absl::StatusOr<StableMatching> matching = MatchStable(graph, {.right_scores = right_scores});
//   if (!matching.ok()) return matching.status();
//   for (EdgeIndex e : matching->edges) ...                                       // Edge 1 alone.
//   JOBCARVE_RETURN_IF_ERROR(VerifyStable(graph, *matching, options));            // verify_stable.h
//
// Scores. An edge's weight is its score for the left node; `right_scores` holds its score for the right node. Scores are only
// compared, and only at one node: the two sides may use different units. An edge that either side scores at 0 or below is
// unacceptable and never chosen, as is an edge to a right node without places.
//
// Stable. An edge outside the matching *blocks* it when it is acceptable, and its left node is unmatched or scores it higher
// than the edge it has, and its right node has room or scores it higher than the worst edge it has. A matching that nothing
// blocks is stable. There always is one. Equal scores block nothing (weak stability). Parallel edges are offers of their own,
// each with its two scores.
//
// Which one. Of two edges with equal scores a node prefers the lower number; so all preferences are strict, and among the
// matchings that are stable under them one is best for every left node at once and worst for every right node, and one the
// other way round: the two variants. Every other one lies between. All match the same left nodes, take the same number of
// places at each right node, and give a right node with room left the same edges (the rural hospitals theorem).
//
// Deterministic: the answer is a function of graph, scores and variant alone. Cost: O(m log m) time for m edges, most of it
// for sorting the edges of each node that proposes. Memory besides the graph: 12 bytes an edge, and 16 for each place that can
// be taken.
//
// References: D. Gale, L. S. Shapley, "College admissions and the stability of marriage", 1962 (deferred acceptance); A. E. Roth,
// M. Sotomayor, "Two-sided matching", 1990, and T. Fleiner, "A fixed-point approach to stable matchings and some applications",
// 2003 (the lattice and the rural hospitals theorem, with capacities and parallel edges).
#ifndef JOBCARVE_MATCH_STABLE_H_
#define JOBCARVE_MATCH_STABLE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve {

enum class StableVariant {
  kLeftOptimal,   // Every left node gets the best edge it has in any stable matching, every right node the worst places.
  kRightOptimal,  // Every right node gets the best it has in any stable matching, every left node the worst.
};

struct StableOptions {
  // Score of each edge for its right node, by EdgeIndex; any value. Absent: both sides score an edge by its weight.
  // Read during the call, not kept.
  std::optional<std::span<const int64_t>> right_scores = std::nullopt;

  StableVariant variant = StableVariant::kLeftOptimal;
};

struct StableMatching {
  std::vector<EdgeIndex> edges;  // Ascending, so by left node.

  bool operator==(const StableMatching&) const = default;
};

// Errors: InvalidArgument when there are not as many right scores as edges.
absl::StatusOr<StableMatching> MatchStable(const BipartiteGraph& graph, const StableOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_STABLE_H_
