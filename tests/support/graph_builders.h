// graph_builders.h: graphs as they are drawn in a test.
//
//   const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {1}, .edges = {{0, 0, 5}, {1, 0, 7}}});
//   EXPECT_THAT(PairsOf(graph, matching), ElementsAre(Pair(1, 0)));
#ifndef JOBCARVE_TESTS_SUPPORT_GRAPH_BUILDERS_H_
#define JOBCARVE_TESTS_SUPPORT_GRAPH_BUILDERS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "jobcarve/base/rng.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve::test {

struct EdgeLiteral {
  size_t left = 0;
  size_t right = 0;
  int64_t weight = 0;
};

struct GraphLiteral {
  size_t left_count = 0;
  std::vector<int32_t> capacities = {};
  std::vector<EdgeLiteral> edges = {};
};

// Stops the program when the literal is no graph.
BipartiteGraph GraphOf(const GraphLiteral& literal);

// The other way round, for changing one thing and building again.
GraphLiteral LiteralOf(const BipartiteGraph& graph);

// (left, right) of every chosen edge.
std::vector<std::pair<size_t, size_t>> PairsOf(const BipartiteGraph& graph, const Matching& matching);

// "2 left, capacities {1}, edges {0,0,5} {1,0,7}", for failure messages.
std::string Describe(const BipartiteGraph& graph);

struct RandomGraphSpec {
  int64_t max_lefts = 6;
  int64_t max_rights = 4;
  int64_t max_capacity = 3;
  int64_t max_edges = 12;
  int64_t min_weight = -3;
  int64_t max_weight = 9;
};

BipartiteGraph RandomGraph(const RandomGraphSpec& spec, Rng& rng);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_GRAPH_BUILDERS_H_
