// Compete on markets that a reader can solve by hand, and what it refuses.
#include "jobcarve/compete/compete.h"

#include <atomic>
#include <chrono>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/compete/verify_competition.h"
#include "support/carving_market.h"
#include "support/listed_bundles.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::ListedBundles;
using testing::HasSubstr;

Use Takes(size_t resource, int64_t amount = 1) {
  return {.resource = ResourceIndex(resource), .amount = amount};
}

// Each agent has one work with these bundles.
ListedBundles Listed(std::vector<int64_t> capacities, std::vector<std::vector<Bundle>> bundles) {
  ListedBundles::Lists lists;
  for (std::vector<Bundle>& list : bundles) {
    lists.push_back({std::move(list)});
  }
  return {std::move(capacities), std::move(lists)};
}

TEST(CompeteTest, TheAgentWhoValuesAResourceMostGetsIt) {
  const ListedBundles source = Listed({1}, {{{.value = 5, .uses = {Takes(0)}}}, {{.value = 7, .uses = {Takes(0)}, .key = 3}}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.value, 7);
  EXPECT_EQ(competition.bound, 7);
  EXPECT_TRUE(competition.is_optimal);
  EXPECT_FALSE(competition.choices[AgentIndex(0)].has_value());
  ASSERT_TRUE(competition.choices[AgentIndex(1)].has_value());
  EXPECT_EQ(competition.choices[AgentIndex(1)]->bundle.key, 3U);
  EXPECT_OK(VerifyCompetition(source, competition));
}

TEST(CompeteTest, TwoSmallBundlesBeatALargeOne) {
  const ListedBundles source = Listed(
      {1, 1},
      {{{.value = 10, .uses = {Takes(0), Takes(1)}}}, {{.value = 6, .uses = {Takes(0)}}}, {{.value = 6, .uses = {Takes(1)}}}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.value, 12);
  EXPECT_TRUE(competition.is_optimal);
}

// Three agents want two of three resources each, so one is served, while halves of all three would be worth 15,000.
TEST(CompeteTest, AGapThatNoPricesCloseIsReportedAsLosses) {
  const ListedBundles source = Listed({1, 1, 1}, {{{.value = 10'000, .uses = {Takes(0), Takes(1)}}},
                                                  {{.value = 10'000, .uses = {Takes(1), Takes(2)}}},
                                                  {{.value = 10'000, .uses = {Takes(0), Takes(2)}}}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.value, 10'000);
  EXPECT_GE(competition.bound, 15'000);
  EXPECT_LE(competition.bound, 15'015);
  EXPECT_TRUE(competition.is_optimal) << "the source lists its bundles, so the search is carried through";
  const ItemisedLosses items = ItemiseLosses(source.capacities(), competition);
  int64_t sum = 0;
  for (const int64_t loss : items.agents) {
    EXPECT_GE(loss, 0);
    sum += loss;
  }
  for (const int64_t loss : items.resources) {
    EXPECT_GE(loss, 0);
    sum += loss;
  }
  EXPECT_EQ(sum, competition.bound - competition.value);
  EXPECT_EQ(sum, competition.losses.chosen + competition.losses.left_out + competition.losses.unused);
}

TEST(CompeteTest, CapacityServesAsManyAsItHolds) {
  const Bundle two = {.value = 5, .uses = {Takes(0, 2)}};
  const Bundle three = {.value = 8, .uses = {Takes(0, 3)}};
  const ListedBundles source = Listed({7}, {{two}, {two}, {three, two}, {three}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.value, 18);  // 2 + 2 + 3; two threes leave 1 unused.
  EXPECT_OK(VerifyCompetition(source, competition));
}

TEST(CompeteTest, NobodyUsesAResourceWithoutCapacity) {
  const ListedBundles source = Listed({0, 1}, {{{.value = 9, .uses = {Takes(0)}}, {.value = 2, .uses = {Takes(1)}}}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.value, 2);
  EXPECT_OK(VerifyCompetition(source, competition));
}

// A rule of shares: who takes the pleasant task makes room for the unpleasant one.
TEST(CompeteTest, ABundleMayMakeRoomForAnother) {
  const ListedBundles source = Listed({0}, {{{.value = 3, .uses = {Takes(0, -2)}}}, {{.value = 8, .uses = {Takes(0, 2)}}}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.value, 11);
  EXPECT_TRUE(competition.is_optimal);
  EXPECT_OK(VerifyCompetition(source, competition));
}

TEST(CompeteTest, WhoSharesNothingTakesTheBest) {
  const ListedBundles source =
      Listed({1, 1}, {{{.value = 9, .uses = {Takes(0)}}, {.value = 4, .uses = {}}}, {{.value = 2, .uses = {Takes(1)}}}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.value, 11);
  EXPECT_EQ(competition.prices.items(), (std::vector<int64_t>{0, 0}));
  EXPECT_TRUE(competition.is_optimal);
}

TEST(CompeteTest, TheBestOfSeveralWorksIsChosen) {
  const ListedBundles source({1, 1}, {{{{.value = 4, .uses = {Takes(0)}}}, {}, {{.value = 6, .uses = {Takes(1)}}}}});
  ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
  EXPECT_EQ(competition.choices[AgentIndex(0)]->work, 2U);
}

TEST(CompeteTest, NoAgentsNoResourcesNoWorksAreAllFine) {
  ASSERT_OK_AND_ASSIGN(const Competition nothing, Compete(ListedBundles({}, {})));
  EXPECT_EQ(nothing.bound, 0);
  EXPECT_TRUE(nothing.is_optimal);
  ASSERT_OK_AND_ASSIGN(const Competition idle, Compete(ListedBundles({3}, {{}, {{}}})));
  EXPECT_EQ(idle.value, 0);
  EXPECT_EQ(idle.choices.size(), 2U);
  EXPECT_TRUE(idle.is_optimal);
}

TEST(CompeteTest, WithoutAnyStepsTheAnswerIsStillTrue) {
  const test::CarvingMarket source({.agent_count = 6, .window_units = 12});
  ASSERT_OK_AND_ASSIGN(const Competition competition,
                       Compete(source, {.dual_steps = 0, .search_rounds = 0, .max_searches = 0, .search_nodes = 0}));
  EXPECT_OK(VerifyCompetition(source, competition));
  EXPECT_GT(competition.bound, competition.value);
}

TEST(CompeteTest, MoreSearchNeverMakesAWorseChoice) {
  const test::CarvingMarket source({.agent_count = 8, .pool_size = 30, .window_units = 12, .seed = 3});
  ASSERT_OK_AND_ASSIGN(const Competition little, Compete(source, {.max_searches = 0}));
  ASSERT_OK_AND_ASSIGN(const Competition much, Compete(source, {.max_searches = 200}));
  EXPECT_GT(much.value, little.value);
  EXPECT_EQ(much.bound, little.bound);
}

TEST(CompeteTest, RefusesOptionsOutOfRange) {
  const ListedBundles source({}, {});
  EXPECT_THAT(Compete(source, {.dual_steps = -1}).status().message(), HasSubstr("dual_steps: -1 is outside [0, 1000000]"));
  EXPECT_THAT(Compete(source, {.search_rounds = -1}).status().message(), HasSubstr("search_rounds"));
  EXPECT_THAT(Compete(source, {.max_searches = -1}).status().message(), HasSubstr("max_searches"));
  EXPECT_THAT(Compete(source, {.search_nodes = -1}).status().message(), HasSubstr("search_nodes"));
  EXPECT_EQ(Compete(source, {}, {.threads = -1}).status().code(), absl::StatusCode::kInvalidArgument);
}

TEST(CompeteTest, RefusesCapacitiesOutOfRange) {
  EXPECT_THAT(Compete(ListedBundles({1, -1}, {})).status().message(), HasSubstr("capacities[1]: -1 is outside [0, 16777216]"));
}

// A source whose interests are given.
class Interested : public ListedBundles {
 public:
  explicit Interested(std::vector<Interest> interests) : ListedBundles({1, 1}, {{{}}}), interests_(std::move(interests)) {}
  std::vector<Interest> Interests(AgentIndex /*agent*/, size_t /*work*/) const override { return interests_; }

 private:
  std::vector<Interest> interests_;
};

TEST(CompeteTest, RefusesInterestsThatCannotBe) {
  const auto message = [](const std::vector<Interest>& interests) {
    return std::string(Compete(Interested(interests)).status().message());
  };
  EXPECT_EQ(message({{.resource = ResourceIndex(2)}}), "agent 0, work 0, interests[0]: there is no resource 2");
  EXPECT_THAT(message({{.resource = ResourceIndex(1)}, {.resource = ResourceIndex(0)}}), HasSubstr("do not ascend"));
  EXPECT_THAT(message({{.resource = ResourceIndex(0), .least = 1}}), HasSubstr("amounts from 1 to 1 do not hold 0"));
  EXPECT_THAT(message({{.resource = ResourceIndex(0), .worth = -1}}), HasSubstr("worth -1 is outside"));
}

TEST(CompeteTest, SaysWhenItIsCutShort) {
  const test::CarvingMarket source({.agent_count = 20, .pool_size = 60, .window_units = 12});
  const std::atomic<bool> cancel = true;
  EXPECT_EQ(Compete(source, {}, {.cancel = &cancel}).status().code(), absl::StatusCode::kCancelled);
  EXPECT_EQ(Compete(source, {}, {.deadline = std::chrono::steady_clock::now()}).status().code(),
            absl::StatusCode::kDeadlineExceeded);
}

}  // namespace
}  // namespace jobcarve
