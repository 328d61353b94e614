// graph_families.h: graphs of the shapes that markets take, and of shapes made to hurt, by name, size and seed.
//
//   const BipartiteGraph graph = MakeGraph({.family = GraphFamily::kContested, .left_count = 1'000'000}, 1);
//   const absl::StatusOr<Matching> matching = Match(graph, {.perfect = IsPerfect(GraphFamily::kContested)});
//
// The same graph on every platform: integers only, drawn from base/rng.h. No parallel edges; nodes are numbered at random
// where a family has an order, so that neighbours in the market are no neighbours in memory. A million rows of 20 edges take
// some seconds and little more memory than the graph itself.
#ifndef JOBCARVE_BENCH_GRAPH_FAMILIES_H_
#define JOBCARVE_BENCH_GRAPH_FAMILIES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::bench {

// "Places" are the sum of all capacities. Unless said: 20 edges for each left node, capacities 1..4, weights 1..1e6.
enum class GraphFamily {
  // Markets.
  kContested,   // Uniform edges; places for 5/8 of the left nodes.
  kGeographic,  // Towns by power law, near right nodes only, weights 1..1000 by distance and skill, 16..25 edges; places for 5/8.
  kPopular,     // Right nodes are wanted by Zipf's law (0.9) and are worth more the more they are wanted; places for 5/8.
  kBalanced,    // As contested, exactly as many places as left nodes: the hard case.
  kMixed,       // As geographic, half of the right nodes in any town whatever its size; as many places as left nodes.
  kTies,        // As balanced, weights 1..50.
  kAbundant,    // As contested, places for 5/4.
  // Everybody must be matched; one place each.
  kSquare,     // As many right nodes as left ones, a perfect matching hidden in uniform edges.
  kDense,      // Every left node has an edge to every right node.
  kDenseTies,  // As dense, weights 1..100.
  // Other proportions.
  kWide,           // As contested, 50 edges for each left node.
  kWideBalanced,   // As balanced, 50 edges for each left node.
  kLarge,          // As contested, capacities 100..200.
  kLargeBalanced,  // As balanced, capacities 100..200.
  // Made to hurt.
  kPlateau,     // All weights equal, one place each, one place short.
  kHub,         // One right node has half of all places and an edge from everybody; the others one place each; balanced.
  kChain,       // The last left node moves everybody one place on: an augmenting path through all nodes. 2 edges for each.
  kHeavy,       // As balanced, weights from 2^40 - 1000 to 2^40, the heaviest allowed.
  kMissingOne,  // As square, but one place short: no perfect matching.
};

// In the order above.
std::vector<GraphFamily> AllFamilies();
// "contested", "dense_ties", ...
absl::string_view NameOf(GraphFamily family);
// Whether everybody must be matched: MatchOptions::perfect.
bool IsPerfect(GraphFamily family);

struct GraphSpec {
  GraphFamily family = GraphFamily::kContested;
  size_t left_count = 1000;
  // Absent: what follows from places and capacities. Else capacities are drawn around places / right nodes. Families with one
  // place each, and the hub, take no notice.
  std::optional<size_t> right_count = std::nullopt;
  // Edges for each left node, or its mean; fewer where a left node has nowhere left to go. Absent: the family's own.
  std::optional<size_t> degree = std::nullopt;
};

BipartiteGraph MakeGraph(const GraphSpec& spec, uint64_t seed);

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_GRAPH_FAMILIES_H_
