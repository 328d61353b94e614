// What one pair costs, by family and size; each answer is checked once, before the clock starts. Compare medians of
//   carve_bench --benchmark_repetitions=9 --benchmark_report_aggregates_only=true
#include <benchmark/benchmark.h>

#include <optional>
#include <vector>

#include "jobcarve/base/check.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "support/builders.h"
#include "support/random_market.h"

namespace jobcarve::test {
namespace {

constexpr uint64_t kInstances = 20;

void BM_CarvePair(benchmark::State& state, PairFamily family) {
  std::vector<CompiledMarket> markets;
  for (uint64_t seed = 1; seed <= kInstances; ++seed) {
    markets.push_back(CompileOrDie(LargePair(seed, state.range(0), 16, family)));
    const std::optional<Role> role = CarvePair(markets.back(), CandidateIndex(0), JobIndex(0));
    if (role.has_value()) {
      JOBCARVE_CHECK(CheckFeasible(markets.back(), CandidateIndex(0), JobIndex(0), *role).ok());
      JOBCARVE_CHECK(SumOf(LedgerOf(markets.back(), CandidateIndex(0), JobIndex(0), *role)) == role->score);
    }
  }
  size_t next = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(CarvePair(markets[next], CandidateIndex(0), JobIndex(0)));
    next = (next + 1) % markets.size();
  }
  state.SetItemsProcessed(state.iterations());
}

BENCHMARK_CAPTURE(BM_CarvePair, NothingBlocks, PairFamily::kNothingBlocks)
    ->Arg(12)
    ->Arg(30)
    ->Arg(64)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(BM_CarvePair, FewGaps, PairFamily::kFewGaps)->Arg(12)->Arg(30)->Arg(64)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(BM_CarvePair, ManyAlternatives, PairFamily::kManyAlternatives)->Arg(30)->Arg(64)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(BM_CarvePair, Correlated, PairFamily::kCorrelated)->Arg(30)->Arg(64)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(BM_CarvePair, NeedsForest, PairFamily::kNeedsForest)->Arg(30)->Arg(64)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(BM_CarvePair, NeedsDag, PairFamily::kNeedsDag)->Arg(30)->Arg(64)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace jobcarve::test
