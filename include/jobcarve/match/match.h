// match.h: the heaviest set of edges that uses each left node at most once and each right node at most `capacity` times.
//
//   absl::StatusOr<Matching> matching = Match(graph);
//   if (!matching.ok()) return matching.status();
//   for (EdgeIndex e : matching->edges) ...            // Ascending.
//   JOBCARVE_RETURN_IF_ERROR(VerifyOptimal(graph, *matching));   // certificate.h: trust nobody.
//
// Nobody is forced: edges with weight <= 0 are never chosen. With `perfect` every left node is matched exactly once; then
// weights of any sign count.
//
// Exact in integers. Deterministic: equal graphs give equal matchings and equal prices, on every platform. Where several
// matchings are equally heavy, which one is returned is a function of the graph alone: work is taken up in the order of node
// numbers, and of two equally good edges of a node the lower number is tried first. No promise across versions.
//
// Method. Linear programming duality (certificate.h) makes prices the proof; three stages find them.
//   1. Where places are clearly fewer than left nodes, right nodes bid for left nodes: each takes as many as it has room for,
//      the best first, and raises their prices to where it would as soon have the next best (row reduction, from the side that
//      is scarce). A shortlist of each right node's heaviest edges answers nearly every bid, so this is about one pass over the
//      edges. Where places are clearly more, left nodes bid once over, likewise exactly.
//   2. Else, or when stage 1 takes more than a few looks per edge, left nodes bid in phases with steps that shrink tenfold
//      (epsilon scaling), from a sixteenth of the greatest weight to a hundred-thousandth; then in a phase of step 0 on whole
//      prices, which is exact. The number of bids is bounded: a price war ends with what has been reached.
//   3. Shortest augmenting paths (Dijkstra's algorithm on reduced costs) settle what ties or a bound left open: search trees grow
//      from all left nodes that still want a place at once, as in the Hungarian method, then from each free place with a price.
// Threads share what can be looked at side by side, in blocks of fixed size: the first shortlists, what bidders choose, the edges
// of the seats taken. Bids are taken in turn, so the number of threads changes nothing.
// Everything that stages 1 and 2 hand over satisfies the certificate's inequalities exactly, so stage 3 alone decides the worst
// case.
//
// Cost. O(n m log n) at worst for n nodes and m edges plus, for each right node, its capacity (never above its degree + 1)
// times the searches that pass it; typically close to linear in m: bench/README.md has the figures. Memory beside the graph:
// about 40 bytes per left node, 64 more in stage 2, and 60 per right node; in stage 3 a few times 24 (measured: 1 to 5) per left
// node that the trees reach, and 32 each time that one tree finds another in its way, until that one ends.
#ifndef JOBCARVE_MATCH_MATCH_H_
#define JOBCARVE_MATCH_MATCH_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve {

struct MatchOptions {
  // Every left node must be matched: the heaviest matching among those that leave no left node out. Default: nobody is forced.
  bool perfect = false;
  // Threads to work on; 0 means one for each core. Never changes the answer. In [0, kMaxThreads] (run_control.h).
  int threads = 1;
};

// Why no matching reaches every left node (P. Hall, "On representatives of subsets", 1935): all edges of `lefts` together
// lead to right nodes with only `places` places, and places < lefts.size().
struct Shortage {
  std::vector<LeftIndex> lefts;  // Ascending, at least one.
  int64_t places = 0;            // Sum of the capacities of all right nodes that `lefts` have an edge to.

  bool operator==(const Shortage&) const = default;
};

// The edges chosen, and the prices that prove the choice optimal. For every edge e from l to r
//   left_prices[l] + right_prices[r] >= weight(e), with equality when e is chosen;
// right_prices[r] >= 0, and 0 when r has room left; left_prices[l] >= 0, and 0 when l is unmatched.
// With `perfect`, left prices may have either sign (no left node is unmatched). certificate.h says why this is a proof.
struct Matching {
  std::vector<EdgeIndex> edges;                     // Ascending, so by left node.
  int64_t total = 0;                                // Sum of the weights of `edges`; below 2^62 in size.
  IndexedVector<LeftIndex, int64_t> left_prices;    // One for each left node, in units of weight.
  IndexedVector<RightIndex, int64_t> right_prices;  // One for each right node.

  // Set only with `perfect`, when there is no perfect matching: the reason. Everything above is then empty.
  std::optional<Shortage> shortage;

  bool operator==(const Matching&) const = default;
};

// Errors: InvalidArgument with `perfect` when (greatest weight - least weight) x (left nodes + 1) exceeds 2^60, since prices
//   could then overflow, and when options.threads is out of range. Else there are none: a BipartiteGraph was checked when it was
//   made.
// References: D. P. Bertsekas, D. A. Castanon, "A forward/reverse auction algorithm for asymmetric assignment problems", 1992
//   (the start); H. W. Kuhn, "The Hungarian method for the assignment problem", 1955; R. Jonker, A. Volgenant, "A shortest
//   augmenting path algorithm for dense and sparse linear assignment problems", 1987, and J. Edmonds, R. M. Karp, "Theoretical
//   improvements in algorithmic efficiency for network flow problems", 1972 (the exact finish).
absl::StatusOr<Matching> Match(const BipartiteGraph& graph, const MatchOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_MATCH_H_
