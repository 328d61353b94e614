// Roles with so many tasks, or with given ones, in a pair too large for the oracle: the best of all numbers of tasks is the best
// of the pair, and what it is made of can be asked for by name. Small pairs are compared with every role in
// plan/frontier_random_test.cc.
#include "jobcarve/carve/carve_tasks.h"

#include <bit>
#include <optional>

#include "gtest/gtest.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "support/builders.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

constexpr CandidateIndex kPerson{0};
constexpr JobIndex kJob{0};

TEST(CarveTasksTest, TheBestOfAllCountsIsTheBestOfThePair) {
  int carved = 0;
  for (const PairFamily family : {PairFamily::kFewGaps, PairFamily::kManyAlternatives, PairFamily::kNeedsForest}) {
    for (uint64_t seed = 1; seed <= 4; ++seed) {
      SCOPED_TRACE(testing::Message() << "family " << static_cast<int>(family) << " seed " << seed);
      Market input = LargePair(seed, 14, 6, family);
      input.jobs[0].carving.forms = {Form::kCarved};
      const CompiledMarket market = CompileOrDie(input);
      const std::optional<Role> best = CarvePair(market, kPerson, kJob);
      std::optional<Role> best_of_counts;
      for (int64_t count = 1; count < 14; ++count) {
        const std::optional<Role> role = CarveCount(market, kPerson, kJob, Form::kCarved, count);
        if (!role.has_value()) {
          continue;
        }
        EXPECT_TRUE(role->is_proven);
        EXPECT_EQ(std::popcount(role->tasks), count);
        EXPECT_OK(CheckFeasible(market, kPerson, kJob, *role));
        EXPECT_EQ(SumOf(LedgerOf(market, kPerson, kJob, *role)), role->score);
        EXPECT_EQ(CarveTasks(market, kPerson, kJob, Form::kCarved, role->tasks), role);
        best_of_counts = !best_of_counts.has_value() || role->score > best_of_counts->score ? role : best_of_counts;
        ++carved;
      }
      ASSERT_EQ(best.has_value(), best_of_counts.has_value());
      EXPECT_TRUE(!best.has_value() || best->score == best_of_counts->score);
    }
  }
  EXPECT_GT(carved, 50);
}

TEST(CarveTasksTest, AnotherFormAndForbiddenTasksHaveNoRole) {
  Market input = EmptyMarket();
  input.jobs = {JobOf("porter", {TaskOf("fetch", 300), TaskOf("tea", 300)})};
  input.jobs[0].carving.forms = {Form::kCarved};
  input.jobs[0].carving.must_stay_task_ids = {"tea"};
  input.candidates = {CandidateOf("ada", 600)};
  const CompiledMarket market = CompileOrDie(input);
  EXPECT_TRUE(CarveTasks(market, kPerson, kJob, Form::kCarved, 0b01).has_value());
  EXPECT_EQ(CarveTasks(market, kPerson, kJob, Form::kCarved, 0b10), std::nullopt);
  EXPECT_EQ(CarveTasks(market, kPerson, kJob, Form::kCarved, 0b11), std::nullopt);
  EXPECT_EQ(CarveTasks(market, kPerson, kJob, Form::kWhole, 0b11), std::nullopt);
  EXPECT_EQ(CarveCount(market, kPerson, kJob, Form::kCarved, 2), std::nullopt);
  EXPECT_EQ(CarveCount(market, kPerson, kJob, Form::kWhole, 2), std::nullopt);
}

}  // namespace
}  // namespace jobcarve::test
