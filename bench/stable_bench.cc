// BM_MatchStable_<variant>/n: n left nodes with 20 edges each, n / 7 right nodes, places for 5/8 of the left nodes; both sides'
// scores are independent and uniform. BM_MatchStable_common: all right nodes agree about the left ones, and the other way round.
#include <benchmark/benchmark.h>

#include <utility>
#include <vector>

#include "graph_families.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/stable.h"
#include "jobcarve/match/verify_stable.h"

namespace jobcarve::bench {
namespace {

constexpr uint64_t kSeed = 1;

void Solve(benchmark::State& state, StableVariant variant, GraphFamily family) {
  const size_t left_count = static_cast<size_t>(state.range(0));
  const BipartiteGraph graph = MakeGraph({.family = family, .left_count = left_count, .right_count = left_count / 7}, kSeed);
  Rng rng(kSeed);
  std::vector<int64_t> right_scores;
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    right_scores.push_back(rng.Between(1, 1'000'000));
  }
  const StableOptions options = {.right_scores = right_scores, .variant = variant};
  StableMatching matching;
  for (auto _ : state) {
    absl::StatusOr<StableMatching> answer = MatchStable(graph, options);
    JOBCARVE_CHECK(answer.ok());
    matching = *std::move(answer);
  }
  JOBCARVE_CHECK(VerifyStable(graph, matching, options).ok());
  state.counters["matched"] = static_cast<double>(matching.edges.size());
  state.SetItemsProcessed(state.iterations() * static_cast<int64_t>(graph.edge_count()));
}

void BM_MatchStable_left(benchmark::State& state) {
  Solve(state, StableVariant::kLeftOptimal, GraphFamily::kContested);
}
void BM_MatchStable_right(benchmark::State& state) {
  Solve(state, StableVariant::kRightOptimal, GraphFamily::kContested);
}
void BM_MatchStable_left_popular(benchmark::State& state) {
  Solve(state, StableVariant::kLeftOptimal, GraphFamily::kPopular);
}

BENCHMARK(BM_MatchStable_left)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_MatchStable_right)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_MatchStable_left_popular)->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace jobcarve::bench
