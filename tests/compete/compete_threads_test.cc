// The number of threads changes nothing, in one large component and in many small ones.
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "jobcarve/compete/compete.h"
#include "support/carving_market.h"
#include "support/listed_bundles.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

void ExpectTheSameOnAnyNumberOfThreads(const BundleSource& source, const CompeteOptions& options) {
  ASSERT_OK_AND_ASSIGN(const Competition one, Compete(source, options, {.threads = 1}));
  for (const int threads : {2, 5}) {
    ASSERT_OK_AND_ASSIGN(const Competition many, Compete(source, options, {.threads = threads}));
    EXPECT_EQ(one, many) << threads << " threads";
  }
}

TEST(CompeteThreadsTest, OneLargeComponent) {
  const test::CarvingMarket source(
      {.agent_count = 120, .pool_count = 24, .pool_size = 20, .pools_per_agent = 4, .window_units = 24, .seed = 2});
  ExpectTheSameOnAnyNumberOfThreads(source, {.dual_steps = 40, .max_searches = 240});
}

TEST(CompeteThreadsTest, ManySmallComponents) {
  const test::CarvingMarket source({.agent_count = 200, .pool_count = 60, .pool_size = 12, .window_units = 12, .seed = 3});
  ExpectTheSameOnAnyNumberOfThreads(source, {.dual_steps = 40, .search_rounds = 3});
}

TEST(CompeteThreadsTest, BundlesThatMakeRoomForOthers) {
  Rng rng(4);
  const test::ListedBundles source = test::RandomBundles(
      {.agent_count = 150, .resource_count = 90, .max_bundles = 6, .least_amount = -2, .most_amount = 3, .max_capacity = 3}, rng);
  ExpectTheSameOnAnyNumberOfThreads(source, {.dual_steps = 40, .max_searches = 300});
}

}  // namespace
}  // namespace jobcarve
