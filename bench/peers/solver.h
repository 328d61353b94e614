// solver.h: other people's exact solvers behind one plain function each. C++17 and no headers of ours: LEMON needs its own
// standard, scipy its own process.
//
// Every one of them gets the same instance, solves it once, times the solve alone (not the building of its own model) and says
// what the optimum is. They may throw, abort, or never come back: call them in a child process (child.h).
#ifndef JOBCARVE_BENCH_PEERS_SOLVER_H_
#define JOBCARVE_BENCH_PEERS_SOLVER_H_

#include <cstddef>
#include <cstdint>

#include "stopwatch.h"

namespace jobcarve::bench {

// A bipartite graph in compressed rows: the edges of left node l are row_begins[l] .. row_begins[l + 1] - 1. No parallel edges.
struct PeerInstance {
  size_t left_count = 0;
  size_t right_count = 0;
  const size_t* row_begins = nullptr;   // left_count + 1 of them.
  const uint32_t* rights = nullptr;     // One for each edge.
  const int64_t* weights = nullptr;     // One for each edge.
  const int32_t* capacities = nullptr;  // One for each right node.
  bool is_perfect = false;              // Every left node must be matched. Otherwise nobody is forced.

  size_t edge_count() const { return row_begins[left_count]; }
};

struct PeerAnswer {
  bool is_feasible = true;
  int64_t total = 0;  // 0 when infeasible.
  Seconds seconds;
};

// LEMON 1.3.1, NetworkSimplex (block search): each left node sends a unit to a sink, through a right node or past all of them.
PeerAnswer SolveByLemonNetworkSimplex(const PeerInstance& instance);

// LEMON 1.3.1, MaxWeightedMatching, with perfect MaxWeightedPerfectMatching: a node for each place.
// With perfect, there must not be more places than left nodes.
PeerAnswer SolveByLemonMatching(const PeerInstance& instance);

// Boost.Graph's maximum_weighted_matching: a node for each place.
PeerAnswer SolveByBoost(const PeerInstance& instance);

// scipy.sparse.csgraph.min_weight_full_bipartite_matching (LAPJVsp): a column for each place and, unless perfect, a column for
// each left node that stands for nothing.
PeerAnswer SolveByScipySparse(const PeerInstance& instance);

// scipy.optimize.linear_sum_assignment, for complete graphs with one place for each right node.
PeerAnswer SolveByScipyDense(const PeerInstance& instance);

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_PEERS_SOLVER_H_
