// random_market.h: small markets without faults in which every rule of the contract bites now and then, and large pairs for time.
//
//   const Market market = RandomMarket(seed, {.job_count = 4});
//   const SolveOptions options = RandomOptions(seed);
//
// The same seed gives the same market on every platform. Ids are not in the order of the lists, on purpose.
#ifndef JOBCARVE_TESTS_SUPPORT_RANDOM_MARKET_H_
#define JOBCARVE_TESTS_SUPPORT_RANDOM_MARKET_H_

#include <cstdint>

#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"

namespace jobcarve::test {

struct RandomMarketOptions {
  int64_t candidate_count = 3;
  int64_t job_count = 3;
  int64_t max_tasks = 6;         // Of a job: 1..max_tasks; at most 12 for the oracle.
  int64_t adjustment_count = 6;  // At most 8 for the oracle.
  int64_t pool_count = 0;        // Each of some of the jobs; jobs that are left stay on their own.
  int64_t sharing_permille = 0;  // Of the jobs, those whose openings may be shared.
  int64_t once_permille = 0;     // Of the adjustments, those that are bought once for a job or a site.
  int64_t intensity = 400;       // Share of features on, per mille. Pairs with a role: 2 in 3 at 200, 4 in 10 at 400.
};

Market RandomMarket(uint64_t seed, const RandomMarketOptions& options = {});

// Weights from zero to large, round ones among them so that ties are common; max_adjustments 0..8; limits that bite at times.
SolveOptions RandomOptions(uint64_t seed);

// Shapes of large pairs.
enum class PairFamily {
  kNothingBlocks,     // Every demand is met: hours alone decide.
  kFewGaps,           // One demand in twenty is not met.
  kManyAlternatives,  // A quarter is not met, and most adjustments help with several.
  kCorrelated,        // Few gaps, worth in step with minutes, fewest hours = most hours.
  kNeedsForest,       // Many gaps, every second task needs one earlier task, some bonds.
  kNeedsDag,          // As before, tasks need up to three others.
  kCorrelatedDag,     // kNeedsDag with worth in step with minutes, and fewest hours = most hours.
};

// The week of a large pair: tasks of whole steps, and the person's hours.
struct PairWeek {
  Minutes step{15};  // 5 or 15.
  Minutes fewest{480};
  Minutes preferred{960};
  Minutes most{1'200};
};

// One candidate ("c") and one job ("j") with task_count <= 64 tasks and adjustment_count adjustments, all of some effect.
Market LargePair(uint64_t seed, int64_t task_count, int64_t adjustment_count, PairFamily family, const PairWeek& week = {});

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_RANDOM_MARKET_H_
