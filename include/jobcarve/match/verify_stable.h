// verify_stable.h: checks that a matching is stable, and which of the stable ones it is, without trusting whoever made it.
//
//   JOBCARVE_RETURN_IF_ERROR(VerifyStable(graph, matching, {.right_scores = scores, .variant = StableVariant::kRightOptimal}));
//
// That nothing blocks can be seen edge by edge. That no other stable matching is better for the side that the variant favours
// is seen from single exchanges: it is so exactly when no cycle of exchanges leads to one. src/match/verify_stable.cc has the
// definition and the proof.
//
// References: R. W. Irving, D. Gusfield, "The stable marriage problem: structure and algorithms", 1989 (rotations: the same
// cycles, with one place for everybody and no parallel edges); those of stable.h.
#ifndef JOBCARVE_MATCH_VERIFY_STABLE_H_
#define JOBCARVE_MATCH_VERIFY_STABLE_H_

#include "absl/status/status.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/stable.h"

namespace jobcarve {

// OK when `matching` respects every limit of `graph`, holds acceptable edges only, no edge blocks it (by scores, nor with
// equal scores told apart by edge number), and it is the one that `options.variant` names. Exactly one matching passes.
// Shares no code with MatchStable.
// Errors: InvalidArgument that names the first offending edge with its values, for example
//   "edges[7] (left 3, right 2) blocks: left node 3 has edge 9 at 4, this one at 6; right node 2 has edge 1 at 3, this one at 5".
// Cost: O(m + n log n) for n nodes and m edges.
absl::Status VerifyStable(const BipartiteGraph& graph, const StableMatching& matching, const StableOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_VERIFY_STABLE_H_
