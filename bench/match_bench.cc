// BM_Match_<family>/n solves n left nodes of a family of graph_families.h. match_table compares with other solvers.
// BM_Build makes the graph of the contested family from its edge list, and BM_Verify checks its answer.
#include <benchmark/benchmark.h>

#include <string>
#include <utility>
#include <vector>

#include "graph_families.h"
#include "jobcarve/base/check.h"
#include "jobcarve/io/assignment_format.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"

namespace jobcarve::bench {
namespace {

constexpr uint64_t kSeed = 1;

BipartiteGraph GraphFor(GraphFamily family, const benchmark::State& state) {
  const size_t left_count = static_cast<size_t>(state.range(0));
  return MakeGraph({.family = family, .left_count = left_count}, kSeed);
}

void SetCounters(benchmark::State& state, const BipartiteGraph& graph) {
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(graph.edge_count()));
  state.SetComplexityN(state.range(0));
}

void SolveFamily(benchmark::State& state, GraphFamily family) {
  const BipartiteGraph graph = GraphFor(family, state);
  const MatchOptions options = {.perfect = IsPerfect(family)};
  Matching matching;
  for (auto _ : state) {
    absl::StatusOr<Matching> answer = Match(graph, options);
    JOBCARVE_CHECK(answer.ok());
    matching = *std::move(answer);
  }
  JOBCARVE_CHECK(VerifyOptimal(graph, matching, options).ok());
  state.counters["total"] = static_cast<double>(matching.total);
  SetCounters(state, graph);
}

void BM_Build_contested(benchmark::State& state) {
  const BipartiteGraph graph = GraphFor(GraphFamily::kContested, state);
  std::vector<Edge> edges;
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      edges.push_back({.left = left, .right = graph.right(edge), .weight = graph.weight(edge)});
    }
  }
  for (auto _ : state) {
    benchmark::DoNotOptimize(BipartiteGraph::Create(graph.left_count(), std::vector<int32_t>(graph.right_count(), 1), edges));
  }
  SetCounters(state, graph);
}

void BM_Verify_contested(benchmark::State& state) {
  const BipartiteGraph graph = GraphFor(GraphFamily::kContested, state);
  const absl::StatusOr<Matching> matching = Match(graph);
  JOBCARVE_CHECK(matching.ok());
  for (auto _ : state) {
    JOBCARVE_CHECK(VerifyOptimal(graph, *matching).ok());
  }
  SetCounters(state, graph);
}

void BM_ParseAssignment_contested(benchmark::State& state) {
  const BipartiteGraph graph = GraphFor(GraphFamily::kContested, state);
  const std::string text = io::FormatAssignment(graph);
  for (auto _ : state) {
    const absl::StatusOr<BipartiteGraph> again = io::ParseAssignment(text);
    JOBCARVE_CHECK(again.ok());
    benchmark::DoNotOptimize(again);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(text.size()));
  SetCounters(state, graph);
}

#define JOBCARVE_MATCH_BENCHMARK(name, family) \
  void name(benchmark::State& state) {         \
    SolveFamily(state, family);                \
  }                                            \
  BENCHMARK(name)->Arg(1'000)->Arg(10'000)->Arg(35'000)->Unit(benchmark::kMillisecond)

JOBCARVE_MATCH_BENCHMARK(BM_Match_contested, GraphFamily::kContested);
JOBCARVE_MATCH_BENCHMARK(BM_Match_geographic, GraphFamily::kGeographic);
JOBCARVE_MATCH_BENCHMARK(BM_Match_popular, GraphFamily::kPopular);
JOBCARVE_MATCH_BENCHMARK(BM_Match_balanced, GraphFamily::kBalanced);
JOBCARVE_MATCH_BENCHMARK(BM_Match_mixed, GraphFamily::kMixed);
JOBCARVE_MATCH_BENCHMARK(BM_Match_ties, GraphFamily::kTies);
JOBCARVE_MATCH_BENCHMARK(BM_Match_abundant, GraphFamily::kAbundant);
JOBCARVE_MATCH_BENCHMARK(BM_Match_square, GraphFamily::kSquare);
BENCHMARK(BM_Build_contested)->Arg(35'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_Verify_contested)->Arg(35'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ParseAssignment_contested)->Arg(35'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jobcarve::bench
