// Compete against all choices of small markets, against GLPK on larger ones, and against itself on markets told in another way.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/compete/compete.h"
#include "jobcarve/compete/verify_competition.h"
#include "support/carving_market.h"
#include "support/competition_programs.h"
#include "support/listed_bundles.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::BestOfAll;
using test::CarvingMarket;
using test::ListedBundles;
using test::ListedBundlesSpec;

// Small markets of many shapes: none or several works, capacities from 0, amounts above 1 and below 0.
ListedBundlesSpec SpecOf(uint64_t seed) {
  return {.agent_count = 1 + seed % 5,
          .resource_count = 1 + seed % 7,
          .max_works = 1 + seed % 3,
          .least_amount = seed % 3 == 0 ? -2 : 1,
          .most_amount = seed % 2 == 0 ? 1 : 3,
          .max_capacity = seed % 2 == 0 ? 1 : 4,
          .max_value = seed % 5 == 0 ? 3 : 100};
}

TEST(CompeteOracleTest, FindsAndProvesTheBestOfAllWhereTheSourceListsItsBundles) {
  size_t with_gap = 0;
  for (uint64_t seed = 0; seed < 2000; ++seed) {
    Rng rng(seed);
    const ListedBundles source = test::RandomBundles(SpecOf(seed), rng);
    ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source, {.max_searches = 40}));
    ASSERT_OK(VerifyCompetition(source, competition)) << "seed " << seed;
    ASSERT_EQ(competition.value, BestOfAll(source)) << "seed " << seed;
    ASSERT_TRUE(competition.is_optimal) << "seed " << seed;
    with_gap += competition.bound > competition.value ? 1U : 0U;
  }
  EXPECT_GT(with_gap, 100U);
}

// Without lists only the bound is a promise; the choice may fall short, but seldom does.
TEST(CompeteOracleTest, BoundsTheBestOfAllAndNearlyAlwaysFindsItWhereTheSourceListsNothing) {
  size_t missed = 0;
  for (uint64_t seed = 0; seed < 1000; ++seed) {
    Rng rng(seed);
    ListedBundles source = test::RandomBundles(SpecOf(seed), rng);
    source.HideLists();
    const int64_t best = BestOfAll(source);
    ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source, {.max_searches = 100}));
    ASSERT_OK(VerifyCompetition(source, competition)) << "seed " << seed;
    ASSERT_LE(competition.value, best) << "seed " << seed;
    ASSERT_GE(competition.bound, best) << "seed " << seed;
    ASSERT_TRUE(!competition.is_optimal || competition.value == best) << "seed " << seed;
    missed += competition.value < best ? 1U : 0U;
  }
  EXPECT_LE(missed, 25U);
}

// The same market with agents and resources in another order.
ListedBundles Permuted(const ListedBundles& source, Rng& rng) {
  std::vector<size_t> place(source.capacities().size());
  std::iota(place.begin(), place.end(), size_t{0});
  rng.Shuffle(place);
  std::vector<int64_t> capacities(place.size());
  for (size_t r = 0; r < place.size(); ++r) {
    capacities[place[r]] = source.capacities()[r];
  }
  ListedBundles::Lists lists = source.lists();
  rng.Shuffle(lists);
  for (std::vector<std::vector<Bundle>>& works : lists) {
    for (std::vector<Bundle>& bundles : works) {
      for (Bundle& bundle : bundles) {
        for (Use& use : bundle.uses) {
          use.resource = ResourceIndex(place[use.resource.value()]);
        }
        std::sort(bundle.uses.begin(), bundle.uses.end(), [](const Use& a, const Use& b) { return a.resource < b.resource; });
      }
    }
  }
  return {std::move(capacities), std::move(lists)};
}

TEST(CompeteOracleTest, TheOrderOfAgentsAndResourcesDoesNotChangeTheValue) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    Rng rng(seed);
    const ListedBundles source = test::RandomBundles(
        {.agent_count = 8, .resource_count = 8, .least_amount = seed % 2 == 0 ? 1 : -1, .max_capacity = 2}, rng);
    ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source, {.max_searches = 40}));
    ASSERT_OK_AND_ASSIGN(const Competition permuted, Compete(Permuted(source, rng), {.max_searches = 40}));
    ASSERT_TRUE(competition.is_optimal && permuted.is_optimal) << "seed " << seed;
    ASSERT_EQ(competition.value, permuted.value) << "seed " << seed;
  }
}

TEST(CompeteOracleTest, AgreesWithGlpkOn30AgentsWith60BundlesEach) {
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    Rng rng(seed);
    const ListedBundles source = test::RandomBundles({.agent_count = 30,
                                                      .resource_count = 40,
                                                      .max_works = 3,
                                                      .max_bundles = 40,
                                                      .max_uses = 4,
                                                      .most_amount = seed % 2 == 0 ? 2 : 1,
                                                      .max_capacity = seed % 2 == 0 ? 4 : 1,
                                                      .max_value = 1'000'000},
                                                     rng);
    const test::ProgramAnswer program = SolveProgram(source, 60);
    ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source, {.max_searches = 600}));
    ASSERT_OK(VerifyCompetition(source, competition));
    EXPECT_LE(competition.value, program.bound) << "seed " << seed;
    EXPECT_GE(competition.bound, program.value) << "seed " << seed;
    EXPECT_GE(competition.value * 1000, program.value * 995) << "seed " << seed;
    if (competition.is_optimal) {
      EXPECT_GE(competition.value, program.value) << "seed " << seed;
    }
  }
}

TEST(CompeteOracleTest, CarvesLooseHoursWithinAFiveThousandthOfTheOptimum) {
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    const CarvingMarket source({.agent_count = 6, .pool_size = 16, .permille_of_pairs = seed % 2 == 0 ? 200 : 0, .seed = seed});
    const test::ProgramAnswer program = SolveProgram(source, 60);
    ASSERT_EQ(program.value, program.bound) << "GLPK was too slow, seed " << seed;
    ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
    ASSERT_OK(VerifyCompetition(source, competition));
    EXPECT_LE(competition.value, program.value) << "seed " << seed;
    EXPECT_GE(competition.value * 5000, program.value * 4999) << "seed " << seed;
    EXPECT_GE(competition.bound, program.value) << "seed " << seed;
  }
}

TEST(CompeteOracleTest, CarvesTightHoursWithinAHundredthOfTheOptimum) {
  for (uint64_t seed = 1; seed <= 4; ++seed) {
    const CarvingMarket source({.agent_count = 5, .pool_size = 14, .window_units = 12, .seed = seed});
    const test::ProgramAnswer program = SolveProgram(source, 60);
    ASSERT_EQ(program.value, program.bound) << "GLPK was too slow, seed " << seed;
    ASSERT_OK_AND_ASSIGN(const Competition competition, Compete(source));
    ASSERT_OK(VerifyCompetition(source, competition));
    EXPECT_LE(competition.value, program.value) << "seed " << seed;
    EXPECT_GE(competition.value * 100, program.value * 99) << "seed " << seed;
    EXPECT_GE(competition.bound, program.value) << "seed " << seed;
  }
}

}  // namespace
}  // namespace jobcarve
