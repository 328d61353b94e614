#include "carve/links.h"

#include <gtest/gtest.h>

#include "support/builders.h"

namespace jobcarve::test {
namespace {

LinkForest ForestOf(std::vector<Link> links) {
  Market market = EmptyMarket();
  Job job = JobOf("job", {TaskOf("a", 60), TaskOf("b", 90), TaskOf("c", 120), TaskOf("d", 30)});
  job.links = std::move(links);
  market.jobs.push_back(job);
  return LinkForestOf(CompileOrDie(market).jobs[JobIndex(0)]);
}

std::vector<TaskSet> ItemsOf(const LinkForest& forest) {
  std::vector<TaskSet> items;
  for (const LinkItem& item : forest.items) {
    items.push_back(item.tasks);
  }
  return items;
}

TEST(LinksTest, WithoutLinksEveryTaskIsAnItemOfItsOwn) {
  const LinkForest forest = ForestOf({});
  EXPECT_EQ(ItemsOf(forest), (std::vector<TaskSet>{1, 2, 4, 8}));
  EXPECT_EQ(forest.unit, 30);
  EXPECT_EQ(forest.items[2].units, 4);
  EXPECT_EQ(forest.items[2].skip, 3U);
  EXPECT_TRUE(forest.extra_needs.empty());
}

TEST(LinksTest, BondedTasksAreOneItem) {
  const LinkForest forest = ForestOf({BondOf("a", "c"), BondOf("c", "d")});
  EXPECT_EQ(ItemsOf(forest), (std::vector<TaskSet>{0b1101, 0b0010}));
  EXPECT_EQ(forest.bond_groups, (std::vector<TaskSet>{0b1101, 0b0010}));
  EXPECT_EQ(forest.CloseIn(0b0001), 0b1101U);
  EXPECT_EQ(forest.CloseOut(0b1000), 0b1101U);
}

//   a <- b <- c      d alone
TEST(LinksTest, AnItemHangsBelowWhatItNeeds) {
  const LinkForest forest = ForestOf({NeedsOf("b", "a"), NeedsOf("c", "b"), NeedsOf("c", "a")});
  EXPECT_EQ(ItemsOf(forest), (std::vector<TaskSet>{1, 2, 4, 8}));
  EXPECT_EQ(forest.items[0].skip, 3U);
  EXPECT_TRUE(forest.extra_needs.empty());  // c needs a: the forest says so already.
  EXPECT_EQ(forest.CloseIn(0b0100), 0b0111U);
  EXPECT_EQ(forest.CloseOut(0b0001), 0b0111U);
}

//   a <- c -> b
TEST(LinksTest, ASecondParentIsAnExtraNeed) {
  const LinkForest forest = ForestOf({NeedsOf("c", "a"), NeedsOf("c", "b")});
  ASSERT_EQ(forest.extra_needs.size(), 1U);
  EXPECT_EQ(forest.extra_needs[0].item, 0b0100U);
  EXPECT_EQ(forest.extra_needs[0].needs, 0b0010U);
}

}  // namespace
}  // namespace jobcarve::test
