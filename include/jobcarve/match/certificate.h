// certificate.h: checks that a matching is optimal without trusting whoever made it.
//
//   JOBCARVE_RETURN_IF_ERROR(VerifyOptimal(graph, matching));
//
// The pair of linear programs, for left nodes l, right nodes r with capacity c(r), and edges e = (l, r) with weight w(e):
//
//   primal   maximise   sum of w(e) x(e)
//            subject to sum of x(e) over the edges of l <= 1       for every l       [price u(l); with `perfect`: = 1]
//                       sum of x(e) over the edges of r <= c(r)    for every r       [price p(r)]
//                       x(e) >= 0
//   dual     minimise   sum of u(l) + sum of c(r) p(r)
//            subject to u(l) + p(r) >= w(e)                        for every e       [x(e)]
//                       p(r) >= 0, u(l) >= 0                                         [with `perfect`: u(l) of either sign]
//
// In a Matching, x(e) is 1 for each e in `edges` and 0 elsewhere, u is `left_prices`, p is `right_prices`. Every matching
// weighs at most what any feasible prices sum to (weak duality), so two equal sums prove both optimal: no other matching can
// be heavier. A Shortage is proved by counting.
#ifndef JOBCARVE_MATCH_CERTIFICATE_H_
#define JOBCARVE_MATCH_CERTIFICATE_H_

#include "absl/status/status.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve {

// OK when `matching` respects every limit of `graph`, its total is right, its prices are feasible, prices and edges agree
// (complementary slackness) and both sums are equal; with `options.perfect`, also when it is a true Shortage.
// Shares no code with the solver; sums in 128 bits, so hostile prices cannot make it wrong.
// Errors: InvalidArgument that names the first offending edge or node with its values, for example
//   "edges[7] (left 3, right 2): prices 4 + 1 are below the weight 6".
// Cost: O(n + m) for n nodes and m edges.
absl::Status VerifyOptimal(const BipartiteGraph& graph, const Matching& matching, const MatchOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_CERTIFICATE_H_
