#include "io/onet_mapping.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace jobcarve::io {
namespace {

using testing::ElementsAre;

TEST(OnetMappingTest, LevelsFollowImportance) {
  EXPECT_NEAR(LevelFromImportance(3.62), 3.83, 0.005);  // Written comprehension of receptionists.
  EXPECT_NEAR(LevelFromImportance(3.38), 3.49, 0.005);
  EXPECT_NEAR(LevelFromImportance(4.00), 4.37, 0.005);
  EXPECT_EQ(LevelFromImportance(0.5), 0);
  EXPECT_EQ(AbilityLevel(3.83), Level{8});
  EXPECT_EQ(AbilityLevel(3.25), Level{7});  // Halves go up.
  EXPECT_EQ(AbilityLevel(7), Level{14});
  EXPECT_EQ(ContextLevel(1.49), Level{0});
  EXPECT_EQ(ContextLevel(2.5), Level{2});
  EXPECT_EQ(ContextLevel(5), Level{4});
}

TEST(OnetMappingTest, PublishedLevelsAreStatedAndOthersImputed) {
  OnetOccupation occupation;
  occupation.ability_importance = {{"1.A.1.a.2", 3.62}, {"1.A.1.a.3", 2.4}, {"1.A.4.a.1", 3.0}};
  occupation.ability_level = {{"1.A.4.a.1", 4.5}};
  ASSERT_TRUE(AbilityDemand(occupation, "1.A.1.a.2", kMinTaskImportance));
  EXPECT_EQ(AbilityDemand(occupation, "1.A.1.a.2", kMinTaskImportance)->source, Source::kImputed);
  EXPECT_EQ(AbilityDemand(occupation, "1.A.4.a.1", kMinTaskImportance)->source, Source::kStated);
  EXPECT_EQ(AbilityDemand(occupation, "1.A.4.a.1", kMinTaskImportance)->level, Level{9});
  EXPECT_FALSE(AbilityDemand(occupation, "1.A.1.a.3", kMinTaskImportance));  // Not important enough.
  EXPECT_FALSE(AbilityDemand(occupation, "1.A.1.a.9", kMinTaskImportance));  // Not rated.
}

TEST(OnetMappingTest, TimesAWeekOfTheShuttleDriver) {
  EXPECT_NEAR(TimesAWeek({.relevance = 100, .frequency = {0, 0.24, 4.25, 4.89, 83.26, 0.34, 7.02}}), 7.14, 0.005);
}

OnetTask TaskWith(bool is_core, std::vector<std::string> activities) {
  OnetTask task;
  task.is_core = is_core;
  task.activity_ids = std::move(activities);
  return task;
}

TEST(OnetMappingTest, WithoutRatingsTimeFollowsActivitiesAndCore) {
  OnetOccupation occupation;
  occupation.activity_importance = {{"4.A.1", 3.0}, {"4.A.2", 5.0}};
  occupation.tasks = {TaskWith(true, {"4.A.1"}), TaskWith(false, {"4.A.2"}), TaskWith(true, {"4.A.1", "4.A.2"}),
                      TaskWith(true, {})};
  const std::vector<TimeWeight> weights = TimeWeights(occupation);
  EXPECT_DOUBLE_EQ(weights[0].weight, 0.5);
  EXPECT_DOUBLE_EQ(weights[1].weight, 0.5);  // 1.0, halved.
  EXPECT_DOUBLE_EQ(weights[2].weight, 0.75);
  EXPECT_DOUBLE_EQ(weights[3].weight, 0.75);  // The mean of 0.5, 1 and 0.75.
  EXPECT_EQ(weights[0].source, Source::kPrior);
}

TEST(OnetMappingTest, WithRatingsTimeFollowsFrequency) {
  OnetOccupation occupation;
  occupation.tasks = {TaskWith(true, {}), TaskWith(true, {}), TaskWith(true, {})};
  occupation.tasks[0].rating = {.relevance = 100, .frequency = {0, 0, 0, 100, 0, 0, 0}};  // Twice a week.
  occupation.tasks[1].rating = {.relevance = 50, .frequency = {0, 0, 0, 0, 0, 0, 100}};   // Forty times.
  const std::vector<TimeWeight> weights = TimeWeights(occupation);
  EXPECT_NEAR(weights[0].weight, 1.414, 0.001);
  EXPECT_NEAR(weights[1].weight, 3.162, 0.001);
  EXPECT_NEAR(weights[2].weight, (1.414 + 3.162) / 4, 0.001);  // Not rated: half the mean.
  EXPECT_EQ(weights[1].source, Source::kImputed);
  EXPECT_EQ(weights[2].source, Source::kPrior);
}

std::vector<TimeWeight> Weights(const std::vector<double>& numbers) {
  std::vector<TimeWeight> weights;
  for (const double number : numbers) {
    weights.push_back({.weight = number});
  }
  return weights;
}

TEST(OnetMappingTest, MinutesSumToTheTotal) {
  EXPECT_THAT(*Apportion(Minutes{100}, Weights({1, 1, 1})), ElementsAre(Minutes{35}, Minutes{35}, Minutes{30}));
  EXPECT_THAT(*Apportion(Minutes{100}, Weights({1, 3})), ElementsAre(Minutes{25}, Minutes{75}));
}

TEST(OnetMappingTest, NoTaskGetsLessThanFiveMinutes) {
  EXPECT_THAT(*Apportion(Minutes{20}, Weights({1000, 1, 1})), ElementsAre(Minutes{10}, Minutes{5}, Minutes{5}));
  EXPECT_THAT(*Apportion(Minutes{15}, Weights({1000, 1, 1})), ElementsAre(Minutes{5}, Minutes{5}, Minutes{5}));
}

TEST(OnetMappingTest, TotalsThatCannotBeSharedAreFaults) {
  EXPECT_EQ(Apportion(Minutes{12}, Weights({1})).status().message(), "12 weekly minutes are no multiple of 5");
  EXPECT_EQ(Apportion(Minutes{10}, Weights({1, 1, 1})).status().message(),
            "10 weekly minutes are too few for 3 tasks of 5 minutes or more");
}

}  // namespace
}  // namespace jobcarve::io
