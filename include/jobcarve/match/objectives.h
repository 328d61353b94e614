// objectives.h: other things than the greatest total to want from a matching, each exact and each proved in the same way.
//
//   absl::StatusOr<LevelMatching> matching = MatchByPriority(graph, tiers);
//   if (!matching.ok()) return matching.status();
//   for (EdgeIndex e : matching->edges) ...                            // Ascending.
//   JOBCARVE_RETURN_IF_ERROR(VerifyByPriority(graph, tiers, *matching));   // objectives_certificate.h: trust nobody.
//
// One concept. An edge counts when its weight is above 0 and its right node has a place; no other edge is ever chosen. An
// objective is a list of levels; level k gives each edge e that counts an integer weight w_k(e), and the best matching has the
// lexicographically greatest vector of totals: the greatest total of level 0; among all such matchings the greatest of level 1;
// and so on.
//
//   MatchMostPlacements   level 0: 1 for each edge                          as many matches as can be,
//                         level 1: its weight                               and of those the heaviest
//   MatchByPriority       level k: its weight when its left node is of      the first tier is served as if it were alone, the
//                         the k-th tier, 0 otherwise                        second as well as that leaves room for, ...
//   MatchFairest          level 0: 1 for each edge                          leximin: with score(l) = weight of l's edge, 0 when
//                         level k: -1 when its weight is the k-th           unmatched, the ascending vector of all scores is
//                         lowest of all weights, 0 otherwise                lexicographically greatest: the worst off first
//
// (The highest of all weights needs no level of its own in MatchFairest: with the number of edges and all other counts, its
// count is given.) There is no big number to multiply levels with, so nothing can overflow and nothing is rounded.
//
// Proof. Linear programming duality holds over vectors ordered lexicographically (an ordered group needs no division), so
// prices that are vectors prove a matching: objectives_certificate.h.
//
// Deterministic: equal graphs and tiers give equal results, on every platform; no promise across versions, as in match.h.
//
// Method. By complementary slackness the optimal matchings of one level are exactly those that use only edges whose prices equal
// their weight, match every left node and fill every right node that has a price. So the next level is the same problem on
// fewer edges, with nodes that must not stay out. MatchFairest has a level for each distinct weight and walks over them, lowest
// first: an edge of that weight is exchanged along an alternating path or cycle of edges that are still allowed, searched from
// both ends; when there is none, the smaller set that was reached is a cut, whose prices change by one.
// References: G. B. Dantzig, A. Orden, P. Wolfe, "The generalized simplex method for minimizing a linear form under linear
// inequality restraints", 1955 (lexicographic duality); R. E. Burkard, F. Rendl, "Lexicographic bottleneck problems", 1991, and
// A. Bogomolnaia, H. Moulin, "Random matching under dichotomous preferences", 2004 (leximin).
#ifndef JOBCARVE_MATCH_OBJECTIVES_H_
#define JOBCARVE_MATCH_OBJECTIVES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve {

// One component of the price vector of a node; those that are not listed are 0.
struct LeftPrice {
  size_t level = 0;
  LeftIndex left;
  int64_t price = 0;  // Not 0; in units of the level's weights.

  bool operator==(const LeftPrice&) const = default;
};
struct RightPrice {
  size_t level = 0;
  RightIndex right;
  int64_t price = 0;  // Not 0.

  bool operator==(const RightPrice&) const = default;
};

struct LevelMatching {
  std::vector<EdgeIndex> edges;          // Ascending, so by left node.
  int64_t total = 0;                     // Sum of the weights of `edges`, whatever the objective; below 2^62.
  std::vector<int64_t> level_totals;     // One for each level of the objective.
  std::vector<LeftPrice> left_prices;    // By level, then by node.
  std::vector<RightPrice> right_prices;  // By level, then by node.

  bool operator==(const LevelMatching&) const = default;
};

// Two levels.
// Errors: InvalidArgument when (greatest weight) x (nodes of the smaller side + 1) exceeds 2^60, since prices of nodes that must
//   not stay out could then overflow.
// Cost: two matchings, see match.h.
absl::StatusOr<LevelMatching> MatchMostPlacements(const BipartiteGraph& graph);

// One level for each distinct number in `tiers`, the lowest first; tiers may be any numbers, with gaps, one for each left node.
// Errors: InvalidArgument when there are not as many tiers as left nodes, and, with more than one distinct tier, as above.
// Cost: for large tiers a matching each, of the tier's left nodes and those of earlier tiers that still have a choice; for small
//   ones a shortest path for each left node: O(m log m) for m edges at worst, as a rule a few edges. Any number of tiers is fine.
absl::StatusOr<LevelMatching> MatchByPriority(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers);

// As many levels as there are distinct weights of edges that count, but at least one.
// Errors: none.
// Cost: two matchings, then O(s m) for m edges and s searches: one for each exchange (at most m) or cut (at most one for each
//   left node). Both ends search in turns, so most end after a few edges.
absl::StatusOr<LevelMatching> MatchFairest(const BipartiteGraph& graph);

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_OBJECTIVES_H_
