// How many threads work on it changes nothing in a plan, nor in what Verify says.
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/plan/verify.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

TEST(ThreadsTest, OneAndFourGiveEqualPlans) {
  for (uint64_t seed = 70'001; seed <= 70'040; ++seed) {
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const Market market =
        RandomMarket(seed, {.candidate_count = 9, .job_count = 6, .max_tasks = 4, .pool_count = seed % 20 == 0 ? 1 : 0});
    if (!Compile(market).ok()) {
      continue;
    }
    const SolveOptions options = RandomOptions(seed);
    ASSERT_OK_AND_ASSIGN(const Plan one, Solve(market, options, {.threads = 1}));
    ASSERT_OK_AND_ASSIGN(const Plan four, Solve(market, options, {.threads = 4}));
    EXPECT_EQ(one, four);
    ASSERT_OK_AND_ASSIGN(const std::vector<std::string> complaints, Verify(market, "", one, {.threads = 4}));
    EXPECT_THAT(complaints, testing::IsEmpty());
  }
}

}  // namespace
}  // namespace jobcarve::test
