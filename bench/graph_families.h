// graph_families.h: graphs of the shapes that markets take, by name, size and seed; the same on every platform.
//
//   const BipartiteGraph graph = MakeGraph({.family = GraphFamily::kContested, .left_count = 35'000, .right_count = 5'000}, 1);
#ifndef JOBCARVE_BENCH_GRAPH_FAMILIES_H_
#define JOBCARVE_BENCH_GRAPH_FAMILIES_H_

#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::bench {

enum class GraphFamily {
  kContested,   // Uniform edges, weights 1..1e6, places for 5/8 of the left nodes.
  kGeographic,  // Towns of very different size; edges stay near; weights 1..1000 by nearness and skill; places for 5/8.
  kPopular,     // Few right nodes are wanted by very many (Zipf), and are worth more to them; places for 5/8.
  kBalanced,    // As contested, with places for about all: the hard case.
  kTies,        // As balanced, weights 1..50.
  kAbundant,    // As contested, places for 5/4.
  kSquare,      // As many right nodes as left ones, one place each, a hidden perfect matching; weights 1..1e6.
};

absl::string_view NameOf(GraphFamily family);

struct GraphSpec {
  GraphFamily family = GraphFamily::kContested;
  size_t left_count = 1000;
  size_t right_count = 250;  // kSquare uses left_count.
  size_t degree = 20;        // Edges per left node; some may be parallel.
};

BipartiteGraph MakeGraph(const GraphSpec& spec, uint64_t seed);

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_GRAPH_FAMILIES_H_
