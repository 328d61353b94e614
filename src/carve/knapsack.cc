// Items are in preorder. The best of item i and all later ones is either without i, and then without its descendants, which is
// the row of the item after them; or with it, which is the next row moved by its minutes. Going back from the best cell, the row
// that a cell is equal to tells what was chosen; both cannot be equal, because their keys differ. Tested by
// tests/carve/knapsack_test.cc.
#include "carve/knapsack.h"

#include <algorithm>

#include "jobcarve/base/check.h"

namespace jobcarve {
namespace {

constexpr Worth Unreachable() {
  return absl::MakeInt128(kUnreachableValue, 0);
}

}  // namespace

uint64_t TieKey(TaskSet tasks) {
  uint64_t key = tasks;  // Reversed by swapping ever larger neighbours.
  key = (key >> 1 & 0x5555555555555555) | (key & 0x5555555555555555) << 1;
  key = (key >> 2 & 0x3333333333333333) | (key & 0x3333333333333333) << 2;
  key = (key >> 4 & 0x0F0F0F0F0F0F0F0F) | (key & 0x0F0F0F0F0F0F0F0F) << 4;
  key = (key >> 8 & 0x00FF00FF00FF00FF) | (key & 0x00FF00FF00FF00FF) << 8;
  key = (key >> 16 & 0x0000FFFF0000FFFF) | (key & 0x0000FFFF0000FFFF) << 16;
  return key >> 32 | key << 32;
}

void Knapsack::Fill(const LinkForest& forest, const std::vector<KnapsackItem>& items) {
  Worth* last = Row(items.size());
  std::fill(last, last + width_, Unreachable());
  last[0] = 0;
  for (size_t i = items.size(); i-- > 0;) {
    Worth* row = Row(i);
    const Worth* without = Row(forest.items[i].skip);
    const Worth* with = Row(i + 1);
    const size_t units = std::min(static_cast<size_t>(forest.items[i].units), width_);
    const Worth worth = items[i].worth;
    switch (items[i].choice) {
      case Choice::kOut:
        std::copy(without, without + width_, row);
        break;
      case Choice::kIn:
        std::fill(row, row + units, Unreachable());
        for (size_t u = units; u < width_; ++u) {
          row[u] = with[u - units] + worth;
        }
        break;
      case Choice::kFree:
        std::copy(without, without + units, row);
        for (size_t u = units; u < width_; ++u) {
          row[u] = std::max(without[u], with[u - units] + worth);
        }
        break;
    }
  }
}

TaskSet Knapsack::TraceBack(const LinkForest& forest, const std::vector<KnapsackItem>& items, size_t units) const {
  TaskSet tasks = 0;
  for (size_t i = 0; i < items.size();) {
    const bool is_out = items[i].choice == Choice::kOut ||
                        (items[i].choice == Choice::kFree && Row(i)[units] == Row(forest.items[i].skip)[units]);
    if (is_out) {
      i = forest.items[i].skip;
      continue;
    }
    tasks |= forest.items[i].tasks;
    units -= static_cast<size_t>(forest.items[i].units);
    ++i;
  }
  JOBCARVE_CHECK(units == 0);
  return tasks;
}

KnapsackAnswer Knapsack::Solve(const LinkForest& forest, const std::vector<KnapsackItem>& items, int64_t low, int64_t high,
                               const std::vector<int64_t>& by_units) {
  width_ = static_cast<size_t>(high) + 1;
  if (const size_t needed = width_ * (items.size() + 1); needed > capacity_) {
    cells_ = std::make_unique_for_overwrite<Worth[]>(needed);
    capacity_ = needed;
  }
  Fill(forest, items);
  KnapsackAnswer answer;
  size_t best = 0;
  for (size_t u = static_cast<size_t>(low); u < width_; ++u) {
    if (ValueOf(Row(0)[u]) < kUnreachableValue / 2) {
      continue;
    }
    const Worth worth = Row(0)[u] + absl::MakeInt128(by_units[u - static_cast<size_t>(low)], 0);
    if (!answer.exists || worth > answer.worth) {
      answer = {.exists = true, .worth = worth};
      best = u;
    }
  }
  if (answer.exists) {
    answer.tasks = TraceBack(forest, items, best);
  }
  return answer;
}

}  // namespace jobcarve
