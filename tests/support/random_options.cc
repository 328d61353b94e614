// Weights: none, the default, or a round number that many sums share. Tested by tests/support/random_market_test.cc.
#include <cstdint>

#include "jobcarve/base/rng.h"
#include "support/random_market.h"
#include "support/random_pick.h"

namespace jobcarve::test {
namespace {

// Leaves the default in place half of the time.
void Redraw(Rng& rng, Score& weight) {
  if (rng.Chance(500)) {
    weight = Score{PickOne<int64_t>(rng, {0, 0, 60, 6'000, 60'000, 600'000, 1'000'000, 77'777})};
  }
}

}  // namespace

SolveOptions RandomOptions(uint64_t seed) {
  Rng rng(seed ^ 0x6f7074696f6e73);  // Not the numbers that the market of this seed was made of.
  SolveOptions options;
  ScoringPolicy& scoring = options.scoring;
  if (rng.Chance(750)) {
    for (Score* weight : {&scoring.filled_hour, &scoring.under_use_hour, &scoring.unknown_hour, &scoring.unknown_conditions,
                          &scoring.preference_hour, &scoring.below_preferred_hour, &scoring.above_preferred_hour,
                          &scoring.travel_minute, &scoring.pay_pound, &scoring.employer_pound, &scoring.access_to_work_pound,
                          &scoring.provider_pound, &scoring.adjustment_disruption, &scoring.coworker_minute, &scoring.handover,
                          &scoring.carving, &scoring.employer_gain_pound, &scoring.keeps_job}) {
      Redraw(rng, *weight);
    }
    if (scoring.adjustment_disruption == Score{0}) {
      scoring.adjustment_disruption = Score{1};
    }
  }
  options.max_adjustments = rng.Chance(500) ? 4 : rng.Between(0, 8);
  if (rng.Chance(300)) {
    options.max_access_to_work_cost = Pence{PickOne<int64_t>(rng, {0, 10'000, 26'000})};
  }
  if (rng.Chance(300)) {
    options.max_provider_cost = Pence{PickOne<int64_t>(rng, {0, 10'000, 26'000})};
  }
  if (rng.Chance(300)) {
    options.travel_detour = Permille{PickOne<int64_t>(rng, {1'000, 2'000, 5'000})};
  }
  if (rng.Chance(500)) {
    Redraw(rng, scoring.stays_with_employer);
  }
  return options;
}

}  // namespace jobcarve::test
