// plan_comparison.h: plans of random markets beside the best there are.
#ifndef JOBCARVE_TESTS_SUPPORT_PLAN_COMPARISON_H_
#define JOBCARVE_TESTS_SUPPORT_PLAN_COMPARISON_H_

#include <cstdint>

#include "support/random_market.h"

namespace jobcarve::test {

struct PlanSums {
  int64_t value = 0;  // Of the plans, of the best ones, of the certificates' bounds.
  int64_t best = 0;
  int64_t bound = 0;
  int plans = 0;
  int best_plans = 0;  // As good as the best.
  int created = 0;     // Proposals of form CREATED, and SHARED.
  int shared = 0;
  int bought = 0;  // Purchases, and those that serve several people.
  int serving_several = 0;
};

// Solves `count` markets of this shape from `first_seed` on. Expects of each that an outsider and Verify find nothing to complain
// of, and that value <= best <= bound, by trying every way to place everybody; stops at the first failure, which names the seed.
PlanSums ComparePlans(uint64_t first_seed, uint64_t count, const RandomMarketOptions& shape);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_PLAN_COMPARISON_H_
