// alternatives.h: what it would cost everybody if one left node went elsewhere.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, Match(graph));
//   JOBCARVE_ASSIGN_OR_RETURN(const std::vector<Alternative> three, Alternatives(graph, matching, LeftIndex(7), 3));
//   for (const Alternative& alternative : three) ...    // The cheapest first.
//
// The loss of an alternative is exact: the total of the best matching less the total of the best matching that gives the left
// node this place and nothing else. It is never negative, and 0 when another best matching does so.
//
// Method. Moving l from its place at r0 to r changes the matching along a cycle: l to r, then a chain of moves from r back to r0,
// through the outside when somebody gives up a place or joins. Reduced costs of an optimal matching are >= 0, so
//   loss(l to r) = reduced cost of (l, r) + distance from r to r0 without l,
// and one run of Dijkstra's algorithm backward from r0 gives the distances of all r (J. Edmonds, R. M. Karp, "Theoretical
// improvements in algorithmic efficiency for network flow problems", 1972). It ends as soon as the k least losses are known.
#ifndef JOBCARVE_MATCH_ALTERNATIVES_H_
#define JOBCARVE_MATCH_ALTERNATIVES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve {

struct Alternative {
  std::optional<EdgeIndex> edge;  // The heaviest edge to that right node; nothing: the left node goes unmatched.
  int64_t loss = 0;               // >= 0, in units of weight.
  int64_t moved = 0;              // The fewest other matched left nodes that lose their present right node, at this loss.

  bool operator==(const Alternative&) const = default;
};

// The up to k alternatives of `left` with the least loss: right nodes other than its present one to which it has an edge with
// weight > 0, and going unmatched when it is matched. Right nodes without places are none. By loss, then by `moved`, then by
// right node, going unmatched before all.
// Errors: InvalidArgument when `left` is no node of `graph`, or as from VerifyOptimal when `matching` is not optimal (without
//   `perfect`); the matching is checked first.
// Cost: O(n + m) to read and check, then O(m log n) at worst for one search. For many left nodes use IncrementalMatching
//   (incremental.h), which reads once.
absl::StatusOr<std::vector<Alternative>> Alternatives(const BipartiteGraph& graph, const Matching& matching, LeftIndex left,
                                                      size_t k);

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_ALTERNATIVES_H_
