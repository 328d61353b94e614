// enumeration.h: every small graph, and every matching of a small graph, each once and always in the same order.
//
//   for (const GraphLiteral& literal : AllGraphs({.left_count = 2, .right_count = 2, .max_weight = 3})) ...
//   ForEachMatching(graph, [](std::span<const EdgeIndex> edges) { ... });
#ifndef JOBCARVE_TESTS_SUPPORT_ENUMERATION_H_
#define JOBCARVE_TESTS_SUPPORT_ENUMERATION_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "absl/functional/function_ref.h"
#include "jobcarve/match/bipartite.h"
#include "support/graph_builders.h"

namespace jobcarve::test {

// Each pair of nodes has no edge or one that weighs 1 .. max_weight, each right node a capacity of 0 .. max_capacity.
struct AllGraphsSpec {
  size_t left_count = 0;
  size_t right_count = 0;
  int64_t max_weight = 0;
  int64_t max_capacity = 0;
};

std::vector<GraphLiteral> AllGraphs(const AllGraphsSpec& spec);

// Every set of edges, ascending, that uses each left node at most once and each right node at most `capacity` times.
// O(MatchingsAtMost).
void ForEachMatching(const BipartiteGraph& graph, absl::FunctionRef<void(std::span<const EdgeIndex> edges)> visit);

// There are no more than this: ways to give each left node one of its edges or none.
double MatchingsAtMost(const BipartiteGraph& graph);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ENUMERATION_H_
