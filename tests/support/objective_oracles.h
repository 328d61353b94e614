// objective_oracles.h: what each objective (objectives.h) is worth at best, by trying every matching.
#ifndef JOBCARVE_TESTS_SUPPORT_OBJECTIVE_ORACLES_H_
#define JOBCARVE_TESTS_SUPPORT_OBJECTIVE_ORACLES_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::test {

// A value of a matching: of two, the lexicographically greater one is better.
using Worth = std::vector<int64_t>;
using WorthOf = std::function<Worth(std::span<const EdgeIndex>)>;

// The definitions, word for word.
Worth PlacementWorth(const BipartiteGraph& graph, std::span<const EdgeIndex> edges);  // Number of edges, total.
Worth PriorityWorth(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers,
                    std::span<const EdgeIndex> edges);                           // Total by tier that occurs, ascending.
Worth FairWorth(const BipartiteGraph& graph, std::span<const EdgeIndex> edges);  // All scores, ascending.

// The best worth of all matchings that use only edges of weight above 0. O(product of (degree + 1)).
Worth BestByEnumeration(const BipartiteGraph& graph, const WorthOf& worth_of);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_OBJECTIVE_ORACLES_H_
