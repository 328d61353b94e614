// Every figure of a divided task is shared out among its parts: nothing is lost, nothing is out of range.
#include "jobcarve/model/divide.h"

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/validate.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The small market with 160 minutes of stock as well, in chunks of so many.
Market MarketWithStock(int64_t chunk_minutes) {
  Market market = SmallMarket();
  Task stock = TaskOf("stock", 160);
  stock.title = "Stock";
  stock.pleasant_minutes = Minutes{16};
  stock.chunk_minutes = Minutes{chunk_minutes};
  market.jobs[0].tasks.push_back(stock);
  return market;
}

TEST(DivideTest, TheLastPartTakesWhatIsLeft) {
  Market market = MarketWithStock(50);
  market.jobs[0].carving.must_stay_task_ids = {"stock"};
  const size_t before = market.jobs[0].tasks.size() - 1;
  DivideTasks(market);
  const std::vector<Task>& tasks = market.jobs[0].tasks;
  ASSERT_EQ(tasks.size(), before + 3);
  EXPECT_EQ(tasks[before].id, "stock/1");
  EXPECT_EQ(tasks[before].title, "Stock (part 1 of 3)");
  EXPECT_EQ(tasks[before].weekly_minutes, Minutes{50});
  EXPECT_EQ(tasks[before + 2].weekly_minutes, Minutes{60});
  EXPECT_EQ(tasks[before].pleasant_minutes, Minutes{5});
  EXPECT_EQ(tasks[before + 2].pleasant_minutes, Minutes{6});
  EXPECT_THAT(market.jobs[0].carving.must_stay_task_ids, ElementsAre("stock/1", "stock/2", "stock/3"));
  EXPECT_OK(Compile(market));
}

TEST(DivideTest, SharesAddUpAndStayInRange) {
  Rng rng(5);
  for (int round = 0; round < 2'000; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round));
    const int64_t all = rng.Between(1, 60);
    Task task = TaskOf("t", all);
    task.chunk_minutes = Minutes{rng.Between(1, all)};
    task.pleasant_minutes = Minutes{rng.Between(0, all)};
    task.unpleasant_minutes = Minutes{rng.Between(0, all - task.pleasant_minutes.count())};
    task.isolated_minutes = Minutes{rng.Between(0, all)};
    task.beside_minutes = Minutes{rng.Between(0, all - task.isolated_minutes.count())};
    task.heavy_minutes = Minutes{rng.Between(0, all)};
    task.hazardous_minutes = Minutes{rng.Between(0, all)};
    task.unmet_minutes = Minutes{rng.Between(0, all)};
    Market market = SmallMarket();
    market.jobs[0].tasks = {task};
    market.jobs[0].links.clear();
    market.jobs[0].carving = {};
    DivideTasks(market);
    for (const auto minutes : {&Task::weekly_minutes, &Task::pleasant_minutes, &Task::unpleasant_minutes, &Task::heavy_minutes,
                               &Task::hazardous_minutes, &Task::isolated_minutes, &Task::beside_minutes, &Task::unmet_minutes}) {
      Minutes sum;
      for (const Task& part : market.jobs[0].tasks) {
        sum += part.*minutes;
      }
      EXPECT_EQ(sum, task.*minutes);
    }
    for (const Task& part : market.jobs[0].tasks) {
      EXPECT_GE(part.weekly_minutes, task.chunk_minutes);
    }
    EXPECT_OK(Compile(market));
  }
}

TEST(DivideTest, AMarketThatNobodyDividedIsRefused) {
  EXPECT_THAT(Compile(MarketWithStock(50)).status().message(), HasSubstr("the task is not divided yet"));
}

TEST(DivideTest, AChunkOutOfRangeIsLeftToBeFound) {
  Market market = MarketWithStock(161);
  DivideTasks(market);
  EXPECT_THAT(Compile(market).status().message(), HasSubstr("161 is outside 0..160"));
}

}  // namespace
}  // namespace jobcarve::test
