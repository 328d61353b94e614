// matching_oracles.h: two slow solvers that are obviously right, or written by others.
#ifndef JOBCARVE_TESTS_SUPPORT_MATCHING_ORACLES_H_
#define JOBCARVE_TESTS_SUPPORT_MATCHING_ORACLES_H_

#include <cstdint>
#include <optional>

#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve::test {

// Tries every way to give each left node one of its edges or none (none is left out with `options.perfect`).
// The greatest total; nothing when no perfect matching exists. O(product of (degree + 1)).
std::optional<int64_t> TotalByEnumeration(const BipartiteGraph& graph, const MatchOptions& options = {});

// Boost.Graph's maximum_weighted_matching (J. Edmonds' algorithm for general graphs) on a simple graph in which each right
// node stands once for every place, at most as many as there are left nodes. Nobody is forced. O(n^3).
int64_t TotalByBoost(const BipartiteGraph& graph);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_MATCHING_ORACLES_H_
