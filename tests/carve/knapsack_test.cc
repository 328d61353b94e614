#include "carve/knapsack.h"

#include <gtest/gtest.h>

#include <bit>

#include "jobcarve/base/rng.h"

namespace jobcarve {
namespace {

// A forest of `parents` (own position: none), in preorder, with these units.
LinkForest ForestOf(const std::vector<size_t>& parents, const std::vector<int64_t>& units) {
  LinkForest forest;
  for (size_t i = 0; i < parents.size(); ++i) {
    forest.items.push_back({.tasks = TaskSet{1} << i, .units = units[i], .skip = i + 1});
    for (size_t above = i; parents[above] != above; above = parents[above]) {
      forest.items[parents[above]].skip = i + 1;
    }
  }
  return forest;
}

std::vector<KnapsackItem> ItemsOf(const std::vector<int64_t>& values) {
  std::vector<KnapsackItem> items;
  for (size_t i = 0; i < values.size(); ++i) {
    items.push_back({.value = values[i]});
  }
  return items;
}

TEST(KnapsackTest, TakesTheMostValuableThatFits) {
  const LinkForest forest = ForestOf({0, 1, 2}, {3, 4, 5});
  Knapsack knapsack;
  const KnapsackAnswer answer = knapsack.Solve(forest, ItemsOf({30, 50, 60}), 0, 8, std::vector<int64_t>(9));
  EXPECT_TRUE(answer.exists);
  EXPECT_EQ(answer.tasks, 0b101U);
  EXPECT_EQ(answer.value, 90);
}

TEST(KnapsackTest, TakesALossToReachTheFewestUnits) {
  Knapsack knapsack;
  const KnapsackAnswer answer = knapsack.Solve(ForestOf({0, 1}, {2, 3}), ItemsOf({-5, -9}), 1, 5, std::vector<int64_t>(5));
  EXPECT_EQ(answer.tasks, 0b01U);
  EXPECT_EQ(answer.value, -5);
}

TEST(KnapsackTest, HasNoAnswerWhenNoChoiceHasThoseUnits) {
  Knapsack knapsack;
  EXPECT_FALSE(knapsack.Solve(ForestOf({0, 1}, {2, 4}), ItemsOf({1, 1}), 5, 5, {0}).exists);
}

TEST(KnapsackTest, AmongEqualsTakesTheFirstTask) {
  Knapsack knapsack;
  const KnapsackAnswer answer = knapsack.Solve(ForestOf({0, 1, 2}, {2, 2, 2}), ItemsOf({7, 7, 7}), 0, 4, std::vector<int64_t>(5));
  EXPECT_EQ(answer.tasks, 0b011U);
}

TEST(KnapsackTest, TieKeyPutsTheFirstTaskHighest) {
  EXPECT_EQ(TieKey(1), uint64_t{1} << 63);
  EXPECT_EQ(TieKey(uint64_t{1} << 63), 1U);
  EXPECT_EQ(TieKey(0b0110), uint64_t{0b0110} << 60);
}

// Every choice of the items that the forest and the choices allow.
KnapsackAnswer TryAll(const LinkForest& forest, const std::vector<size_t>& parents, const std::vector<KnapsackItem>& items,
                      int64_t low, int64_t high, const std::vector<int64_t>& by_units) {
  KnapsackAnswer best;
  for (TaskSet tasks = 0; tasks < TaskSet{1} << items.size(); ++tasks) {
    int64_t units = 0;
    int64_t value = 0;
    bool is_allowed = true;
    for (size_t i = 0; i < items.size(); ++i) {
      const bool is_in = (tasks >> i & 1) != 0;
      is_allowed = is_allowed && (!is_in || (tasks >> parents[i] & 1) != 0) && !(is_in && items[i].choice == Choice::kOut) &&
                   !(!is_in && items[i].choice == Choice::kIn);
      units += is_in ? forest.items[i].units : 0;
      value += is_in ? items[i].value : 0;
    }
    if (!is_allowed || units < low || units > high) {
      continue;
    }
    value += by_units[static_cast<size_t>(units - low)];
    if (!best.exists || value > best.value || (value == best.value && TieKey(tasks) > TieKey(best.tasks))) {
      best = {.exists = true, .value = value, .tasks = tasks};
    }
  }
  return best;
}

TEST(KnapsackTest, AgreesWithTryingEveryChoice) {
  Knapsack knapsack;
  for (uint64_t seed = 1; seed <= 2000; ++seed) {
    Rng rng(seed);
    const size_t count = static_cast<size_t>(rng.Between(1, 9));
    std::vector<size_t> parents;
    std::vector<int64_t> units;
    std::vector<int64_t> values;
    for (size_t i = 0; i < count; ++i) {
      size_t parent = i == 0 || rng.Chance(400) ? i : i - 1;  // Preorder: the parent is the last item or an ancestor of it.
      while (parent != i && parents[parent] != parent && rng.Chance(400)) {
        parent = parents[parent];
      }
      parents.push_back(parent);
      units.push_back(rng.Between(1, 6));
      values.push_back(rng.Between(-3, 9));
    }
    const LinkForest forest = ForestOf(parents, units);
    std::vector<KnapsackItem> items = ItemsOf(values);
    for (KnapsackItem& item : items) {
      item.choice = rng.Chance(150) ? Choice::kOut : Choice::kFree;
    }
    if (rng.Chance(500)) {  // An item that must be in, with its ancestors.
      for (size_t i = static_cast<size_t>(rng.Below(static_cast<int64_t>(count)));; i = parents[i]) {
        items[i].choice = Choice::kIn;
        if (parents[i] == i) {
          break;
        }
      }
    }
    const int64_t low = rng.Between(0, 8);
    const int64_t high = low + rng.Between(0, 15);
    std::vector<int64_t> by_units;
    for (int64_t u = low; u <= high; ++u) {
      by_units.push_back(rng.Between(-4, 4));
    }
    const KnapsackAnswer answer = knapsack.Solve(forest, items, low, high, by_units);
    const KnapsackAnswer best = TryAll(forest, parents, items, low, high, by_units);
    ASSERT_EQ(answer.exists, best.exists) << "seed " << seed;
    ASSERT_EQ(answer.value, best.value) << "seed " << seed;
    ASSERT_TRUE(!answer.is_first || answer.tasks == best.tasks) << "seed " << seed;
    if (answer.exists) {
      ASSERT_EQ(knapsack.FirstOfEquals(), best.tasks) << "seed " << seed;
    }
  }
}

TEST(KnapsackTest, TellsValuesApartThatDoublesCannot) {
  constexpr int64_t kLarge = int64_t{1} << 60;
  Knapsack knapsack;
  const KnapsackAnswer answer =
      knapsack.Solve(ForestOf({0, 1, 2}, {2, 2, 2}), ItemsOf({kLarge, kLarge + 1, kLarge}), 0, 2, std::vector<int64_t>(3));
  EXPECT_EQ(answer.tasks, 0b010U);
  EXPECT_EQ(answer.value, kLarge + 1);
}

// With 64 items of few different values and minutes, nearly every answer has equals.
TEST(KnapsackTest, FindsTheFirstOfManyEquals) {
  Knapsack knapsack;
  for (uint64_t seed = 1; seed <= 50; ++seed) {
    Rng rng(seed);
    std::vector<size_t> parents;
    std::vector<int64_t> units;
    std::vector<int64_t> values;
    for (size_t i = 0; i < 64; ++i) {
      parents.push_back(i);
      units.push_back(rng.Between(1, 4));
      values.push_back(10 * units.back() + rng.Between(0, 1));
    }
    const std::vector<int64_t> by_units(91);
    const KnapsackAnswer answer = knapsack.Solve(ForestOf(parents, units), ItemsOf(values), 0, 90, by_units);
    EXPECT_TRUE(answer.is_first) << "seed " << seed;  // Without links, first tasks are in order.
    EXPECT_EQ(answer.tasks, knapsack.FirstOfEquals()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace jobcarve
