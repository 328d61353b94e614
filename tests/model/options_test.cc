#include "jobcarve/model/options.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

TEST(OptionsTest, DefaultsAreSound) {
  EXPECT_OK(Validate(SolveOptions{}));
}

TEST(OptionsTest, EveryWeightHasBothLimits) {
  const std::vector<std::pair<std::string, Score ScoringPolicy::*>> weights = {
      {"filled_hour", &ScoringPolicy::filled_hour},
      {"under_use_hour", &ScoringPolicy::under_use_hour},
      {"unknown_hour", &ScoringPolicy::unknown_hour},
      {"unknown_conditions", &ScoringPolicy::unknown_conditions},
      {"preference_hour", &ScoringPolicy::preference_hour},
      {"below_preferred_hour", &ScoringPolicy::below_preferred_hour},
      {"above_preferred_hour", &ScoringPolicy::above_preferred_hour},
      {"travel_minute", &ScoringPolicy::travel_minute},
      {"pay_pound", &ScoringPolicy::pay_pound},
      {"employer_pound", &ScoringPolicy::employer_pound},
      {"access_to_work_pound", &ScoringPolicy::access_to_work_pound},
      {"provider_pound", &ScoringPolicy::provider_pound},
      {"adjustment_disruption", &ScoringPolicy::adjustment_disruption},
      {"coworker_minute", &ScoringPolicy::coworker_minute},
      {"handover", &ScoringPolicy::handover},
      {"carving", &ScoringPolicy::carving},
      {"employer_gain_pound", &ScoringPolicy::employer_gain_pound},
      {"keeps_job", &ScoringPolicy::keeps_job},
      {"unmet_hour", &ScoringPolicy::unmet_hour},
      {"creation", &ScoringPolicy::creation},
      {"stays_with_employer", &ScoringPolicy::stays_with_employer},
  };
  ASSERT_EQ(weights.size() * sizeof(Score), sizeof(ScoringPolicy));
  for (const auto& [name, member] : weights) {
    SolveOptions options;
    const int64_t low = name == "adjustment_disruption" ? 1 : 0;
    const std::string allowed = " is outside " + std::to_string(low) + "..100000000";
    options.scoring.*member = Score{low};
    EXPECT_OK(Validate(options));
    options.scoring.*member = Score{low - 1};
    EXPECT_EQ(Validate(options).message(), "scoring." + name + ": " + std::to_string(low - 1) + allowed);
    options.scoring.*member = ScoringPolicy::kMaxWeight;
    EXPECT_OK(Validate(options));
    options.scoring.*member = ScoringPolicy::kMaxWeight + Score{1};
    EXPECT_EQ(Validate(options).message(), "scoring." + name + ": 100000001" + allowed);
  }
}

TEST(OptionsTest, EveryLimitIsNamed) {
  SolveOptions options;
  options.max_adjustments = 17;
  EXPECT_EQ(Validate(options).message(), "max_adjustments: 17 is outside 0..16");
  options = {};
  options.max_access_to_work_cost = Pence{-1};
  EXPECT_EQ(Validate(options).message(), "max_access_to_work_pence: -1 is below 0");
  options = {};
  options.max_provider_cost = Pence{-1};
  EXPECT_EQ(Validate(options).message(), "max_provider_pence: -1 is below 0");
  options = {};
  options.travel_detour = Permille{999};
  EXPECT_EQ(Validate(options).message(), "travel_detour_permille: 999 is outside 1000..5000");
  options = {};
  options.search_node_limit = 0;
  EXPECT_EQ(Validate(options).message(), "search_node_limit: 0 is outside 1..100000000");
}

TEST(OptionsTest, EdgesAreAllowed) {
  SolveOptions options;
  options.max_adjustments = 16;
  options.max_access_to_work_cost = Pence{0};
  options.max_provider_cost = Pence{0};
  options.travel_detour = Permille{5000};
  options.search_node_limit = 100'000'000;
  EXPECT_OK(Validate(options));
  options.max_adjustments = 0;
  options.travel_detour = Permille{1000};
  options.search_node_limit = 1;
  EXPECT_OK(Validate(options));
}

}  // namespace
}  // namespace jobcarve
