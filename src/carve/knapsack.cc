// Items are in preorder. The best of item i and all later ones is either without i, and then without its descendants, which is
// the row of the item after them; or with it, which is the next row moved by its minutes. Going back from the best cell, the row
// that a cell is equal to tells what was chosen.
//
// Cells are doubles that hold whole numbers, which every compiler's baseline adds and compares two at a time. Where both rows are
// equal, or several cells are best, more than one choice is best. When the items' first tasks are in order, walking all of them
// at once and taking each item that any of them may take leads to the first one. Otherwise, and where values are too large to be
// exact in doubles, cells are 128-bit numbers of value and tie key, and no two choices are equal.
//
// Tested by tests/carve/knapsack_test.cc.
#include "carve/knapsack.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <type_traits>

#include "jobcarve/base/check.h"

namespace jobcarve {
namespace {

constexpr int64_t kMostInDoubles = int64_t{1} << 53;

// Keys of disjoint sets have no bit in common, so a sum of keys never carries into the value.
template <typename Cell>
Cell CellOf(int64_t value, TaskSet tasks) {
  if constexpr (std::is_same_v<Cell, double>) {
    return static_cast<double>(value);
  } else {
    return absl::MakeInt128(value, TieKey(tasks));
  }
}

// Less than anything that can be reached, even after adding every value there is.
template <typename Cell>
Cell Unreachable() {
  if constexpr (std::is_same_v<Cell, double>) {
    return -std::numeric_limits<double>::infinity();
  } else {
    return absl::MakeInt128(INT64_MIN / 2, 0);
  }
}

template <typename Cell>
bool IsReachable(Cell cell) {
  if constexpr (std::is_same_v<Cell, double>) {
    return cell > Unreachable<double>();
  } else {
    return absl::Int128High64(cell) > INT64_MIN / 4;
  }
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

// Takes out what is fixed: only free items need rows.
void Knapsack::Reduce(const LinkForest& forest, const std::vector<KnapsackItem>& items) {
  free_.clear();
  position_.resize(items.size() + 1);
  fixed_tasks_ = 0;
  fixed_value_ = 0;
  fixed_units_ = 0;
  for (size_t i = 0; i < items.size(); ++i) {
    const LinkItem& item = forest.items[i];
    position_[i] = free_.size();
    switch (items[i].choice) {
      case Choice::kIn:
        fixed_tasks_ |= item.tasks;
        fixed_value_ += items[i].value;
        fixed_units_ += item.units;
        break;
      case Choice::kOut:
        std::fill(position_.begin() + static_cast<std::ptrdiff_t>(i), position_.begin() + static_cast<std::ptrdiff_t>(item.skip),
                  free_.size());
        i = item.skip - 1;
        break;
      case Choice::kFree:
        free_.push_back(
            {.tasks = item.tasks, .value = items[i].value, .units = static_cast<size_t>(item.units), .skip = item.skip});
        break;
    }
  }
  position_.back() = free_.size();
  for (FreeItem& item : free_) {
    item.skip = position_[item.skip];
  }
}

template <typename Cell>
void Knapsack::FillRow(size_t position, Table<Cell>& table) {
  const FreeItem& item = free_[position];
  Cell* const row = table.cells.get() + position * width_;
  const Cell* const without = table.cells.get() + item.skip * width_;
  const Cell* const with = table.cells.get() + (position + 1) * width_;
  const size_t end_without = reach_[item.skip];
  const size_t start = std::min(item.units, width_);
  const size_t end = start == width_ ? end_without : std::min(width_, start + reach_[position + 1]);
  const Cell worth = CellOf<Cell>(item.value, item.tasks);
  std::copy(without, without + std::min(start, end_without), row);
  for (size_t u = end_without; u < std::min(start, end); ++u) {
    row[u] = Unreachable<Cell>();
  }
  for (size_t u = start; u < end_without; ++u) {
    const Cell in = with[u - start] + worth;
    row[u] = in > without[u] ? in : without[u];
  }
  for (size_t u = std::max(start, end_without); u < end; ++u) {
    row[u] = with[u - start] + worth;
  }
  reach_[position] = end;
}

template <typename Cell>
void Knapsack::Fill(Table<Cell>& table) {
  const size_t count = free_.size();
  if (const size_t needed = width_ * (count + 1); needed > table.capacity) {
    table.cells = std::make_unique_for_overwrite<Cell[]>(needed);
    table.capacity = needed;
  }
  reach_.resize(count + 1);
  reach_[count] = 1;
  table.cells[count * width_] = CellOf<Cell>(0, 0);
  for (size_t i = count; i-- > 0;) {
    FillRow(i, table);
  }
}

// The best total of the first row and the minutes; where it is goes to best_units_, nowhere when nothing is reachable.
template <typename Cell>
Cell Knapsack::FindBest(const Table<Cell>& table) {
  Cell best = Unreachable<Cell>();
  best_units_.clear();
  const Cell* const row = table.cells.get();
  for (size_t u = low_; u < reach_[0]; ++u) {
    const Cell total = row[u] + CellOf<Cell>((*by_units_)[u + offset_], 0);
    if (total < best || !IsReachable(row[u])) {
      continue;
    }
    if (total > best) {
      best = total;
      best_units_.clear();
    }
    best_units_.push_back(u);
  }
  return best;
}

// Could the best of a row with `units` have come from the row `to` with `to_units`, and `more` added?
template <typename Cell>
bool Knapsack::IsSame(const Table<Cell>& table, size_t from, size_t units, size_t to, size_t to_units, Cell more) const {
  return to_units < reach_[to] && table.cells[to * width_ + to_units] + more == table.cells[from * width_ + units];
}

bool Knapsack::HasFirstTasksInOrder() const {
  return std::is_sorted(free_.begin(), free_.end(), [](const FreeItem& a, const FreeItem& b) {
    return std::countr_zero(a.tasks) < std::countr_zero(b.tasks);
  });
}

// Walks back from all of best_units_, and takes an item if any of the walks may. That ends at the first of all best choices when
// first tasks are in order. If not, the answer says whether there was anything to choose.
template <typename Cell>
KnapsackAnswer Knapsack::TraceBack(const Table<Cell>& table) {
  KnapsackAnswer answer = {.exists = true, .tasks = fixed_tasks_};
  const bool is_ordered = HasFirstTasksInOrder();
  std::vector<size_t>& units = best_units_;
  answer.is_first = is_ordered || units.size() == 1;
  for (size_t i = 0; i < free_.size();) {
    const FreeItem& item = free_[i];
    const Cell worth = CellOf<Cell>(item.value, item.tasks);
    const auto may_take = [&](size_t u) { return u >= item.units && IsSame(table, i, u, i + 1, u - item.units, worth); };
    const auto takers = std::partition(units.begin(), units.end(), may_take);
    if (takers == units.begin()) {
      i = item.skip;
      continue;
    }
    answer.is_first = answer.is_first && (is_ordered || !IsSame(table, i, units.front(), item.skip, units.front(), Cell{0}));
    units.erase(takers, units.end());
    for (size_t& u : units) {
      u -= item.units;
    }
    answer.tasks |= item.tasks;
    ++i;
  }
  JOBCARVE_CHECK(units.front() == 0);
  return answer;
}

template <typename Cell>
KnapsackAnswer Knapsack::SolveIn(Table<Cell>& table) {
  Fill(table);
  const Cell best = FindBest(table);
  if (best_units_.empty()) {
    return {};
  }
  KnapsackAnswer answer = TraceBack(table);
  if constexpr (std::is_same_v<Cell, double>) {
    answer.value = fixed_value_ + static_cast<int64_t>(best);
  } else {
    answer.value = fixed_value_ + absl::Int128High64(best);
  }
  return answer;
}

bool Knapsack::IsExactInDoubles() const {
  int64_t most = 0;
  for (int64_t amount : *by_units_) {
    most = std::max(most, std::max(amount, -amount));
  }
  for (const FreeItem& item : free_) {
    most += std::max(item.value, -item.value);
  }
  return most < kMostInDoubles;
}

KnapsackAnswer Knapsack::Solve(const LinkForest& forest, const std::vector<KnapsackItem>& items, int64_t low, int64_t high,
                               const std::vector<int64_t>& by_units) {
  Reduce(forest, items);
  if (fixed_units_ > high) {
    return {};
  }
  low_ = static_cast<size_t>(std::max<int64_t>(low - fixed_units_, 0));
  width_ = static_cast<size_t>(high - fixed_units_) + 1;
  by_units_ = &by_units;
  offset_ = static_cast<size_t>(fixed_units_ - low);  // Modulo 2^64; no place before the first is ever asked for.
  return IsExactInDoubles() ? SolveIn(table_) : SolveIn(wide_table_);
}

TaskSet Knapsack::FirstOfEquals() {
  return SolveIn(wide_table_).tasks;
}

}  // namespace jobcarve
