// objectives_certificate.h: checks that a matching is best for its objective without trusting whoever made it.
//
//   JOBCARVE_RETURN_IF_ERROR(VerifyFairest(graph, matching));
//
// For every edge e = (l, r) that counts (objectives.h), with its vector of weights w(e), one for each level, and with vectors of
// prices u(l) and p(r), ordered lexicographically (a vector is above 0 when its first entry other than 0 is above 0):
//
//   u(l) + p(r) >= w(e), with equality when e is chosen;
//   u(l) >= 0, and 0 when l is unmatched;    p(r) >= 0, and 0 when r has room left.
//
// Then for any matching M the sum of w over M is at most the sum of u(l) + p(r) over M, which is at most the sum of all u(l) plus
// all places times p(r); and for the chosen edges both hold with equality. So no matching has a greater vector of totals.
#ifndef JOBCARVE_MATCH_OBJECTIVES_CERTIFICATE_H_
#define JOBCARVE_MATCH_OBJECTIVES_CERTIFICATE_H_

#include <cstdint>

#include "absl/status/status.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/objectives.h"

namespace jobcarve {

// OK when `matching` chooses edges that count within all limits of `graph`, its totals are right, its prices are well formed and
// prove it, and the prices sum to the totals on every level.
// Shares no code with the solver; sums in 128 bits, so hostile prices cannot make it wrong.
// Errors: InvalidArgument that names the first offending edge, node or level with its values, for example
//   "edges[7] (left 3, right 2): on level 1 prices 4 + 1 are below the weight 6".
// Cost: O(n + m log m + z) for n nodes, m edges and z prices, plus for each edge the prices of its ends up to the first level
//   where they exceed its weight; for a chosen edge, all of them.
absl::Status VerifyMostPlacements(const BipartiteGraph& graph, const LevelMatching& matching);
absl::Status VerifyByPriority(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers,
                              const LevelMatching& matching);
absl::Status VerifyFairest(const BipartiteGraph& graph, const LevelMatching& matching);

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_OBJECTIVES_CERTIFICATE_H_
