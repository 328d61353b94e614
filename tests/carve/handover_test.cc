#include "carve/handover.h"

#include <gtest/gtest.h>

#include "support/builders.h"

namespace jobcarve::test {
namespace {

CompiledJob JobWith(const std::vector<int64_t>& minutes, const std::vector<int64_t>& spare, std::vector<Link> links = {}) {
  Market market = EmptyMarket();
  std::vector<Task> tasks;
  for (size_t i = 0; i < minutes.size(); ++i) {
    tasks.push_back(TaskOf(std::string(1, static_cast<char>('a' + i)), minutes[i]));
  }
  Job job = JobOf("job", tasks);
  for (size_t i = 0; i < spare.size(); ++i) {
    job.co_workers.push_back({.id = std::string(1, static_cast<char>('x' + i)), .spare_minutes = Minutes{spare[i]}});
  }
  job.links = std::move(links);
  market.jobs.push_back(job);
  return CompileOrDie(market).jobs[JobIndex(0)];
}

std::vector<size_t> TakersOf(const std::vector<TaskHandover>& handovers) {
  std::vector<size_t> takers;
  for (const TaskHandover& handover : handovers) {
    takers.push_back(handover.co_worker.value());
  }
  return takers;
}

TEST(HandoverTest, ATaskGoesToOneCoWorkerWhole) {
  const CompiledJob job = JobWith({60, 60, 60}, {90, 90});
  HandoverPacking packing(job, LinkForestOf(job), false);
  EXPECT_TRUE(packing.Fits(0b011));
  EXPECT_FALSE(packing.Fits(0b111));  // 180 minutes to spare, but not in whole tasks.
  EXPECT_TRUE(packing.Fits(0));
}

TEST(HandoverTest, TheFirstCoWorkerTakesWhatLeavesRoomForTheRest) {
  const CompiledJob job = JobWith({30, 60}, {60, 30});
  HandoverPacking packing(job, LinkForestOf(job), false);
  EXPECT_EQ(TakersOf(packing.Assign(0b11)), (std::vector<size_t>{1, 0}));  // a cannot go to x: then b fits nowhere.
}

TEST(HandoverTest, BondedTasksGoToTheSameOne) {
  const CompiledJob job = JobWith({30, 20, 30}, {30, 60}, {BondOf("a", "c")});
  HandoverPacking packing(job, LinkForestOf(job), false);
  EXPECT_EQ(TakersOf(packing.Assign(0b111)), (std::vector<size_t>{1, 0, 1}));
}

}  // namespace
}  // namespace jobcarve::test
