// knapsack.h: the most valuable choice of items for each exact number of minutes, where an item may be taken only with its
// ancestors in the forest.
//
// References. R. Bellman, "Dynamic Programming", 1957. D. S. Johnson, K. A. Niemi, "On knapsacks, partitions, and a new dynamic
// programming technique for trees", Mathematics of Operations Research 8(1), 1983. H. Kellerer, U. Pferschy, D. Pisinger,
// "Knapsack Problems", Springer 2004.
#ifndef JOBCARVE_SRC_CARVE_KNAPSACK_H_
#define JOBCARVE_SRC_CARVE_KNAPSACK_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/numeric/int128.h"
#include "carve/links.h"
#include "jobcarve/model/compiled.h"

namespace jobcarve {

// The tie key of a set: its first task is the highest bit. Among sets of equal value the one with the highest key comes first,
// which is the one that has the first task in which two of them differ. TieKey(TieKey(tasks)) == tasks.
uint64_t TieKey(TaskSet tasks);

enum class Choice : uint8_t { kFree, kIn, kOut };

// An item that is kIn is in with its ancestors, one that is kOut is out with its descendants.
struct KnapsackItem {
  int64_t value = 0;
  Choice choice = Choice::kFree;
};

struct KnapsackAnswer {
  bool exists = false;
  int64_t value = 0;     // Of the items and the minutes.
  TaskSet tasks = 0;     // Of a best choice,
  bool is_first = true;  // and of the one that comes first among all best ones. False: perhaps not; see FirstOfEquals().
};

// One table, used again and again.
class Knapsack {
 public:
  // A best choice of `items` (in the order of forest.items) of low..high units, where u units in all add by_units[u - low].
  // 0 <= low <= high; values and by_units add up to less than 2^62. O(items x high), items and minutes that are fixed not
  // counted.
  KnapsackAnswer Solve(const LinkForest& forest, const std::vector<KnapsackItem>& items, int64_t low, int64_t high,
                       const std::vector<int64_t>& by_units);

  // Of the problem solved last, whose by_units still stand: of all best choices the one that comes first.
  TaskSet FirstOfEquals();

 private:
  // An item that is still to be chosen or not.
  struct FreeItem {
    TaskSet tasks = 0;
    int64_t value = 0;
    size_t units = 0;
    size_t skip = 0;  // Position of the first free item after its descendants.
  };

  template <typename Cell>
  struct Table {
    size_t capacity = 0;
    std::unique_ptr<Cell[]> cells;  // Row i: the best of free items i and later, by exact units below reach_[i].
  };

  void Reduce(const LinkForest& forest, const std::vector<KnapsackItem>& items);
  bool IsExactInDoubles() const;
  bool HasFirstTasksInOrder() const;
  template <typename Cell>
  void Fill(Table<Cell>& table);
  template <typename Cell>
  void FillRow(size_t position, Table<Cell>& table);
  template <typename Cell>
  Cell FindBest(const Table<Cell>& table);
  template <typename Cell>
  bool IsSame(const Table<Cell>& table, size_t from, size_t units, size_t to, size_t to_units, Cell more) const;
  template <typename Cell>
  KnapsackAnswer TraceBack(const Table<Cell>& table);
  template <typename Cell>
  KnapsackAnswer SolveIn(Table<Cell>& table);

  // The problem at hand, without what is fixed.
  std::vector<FreeItem> free_;
  std::vector<size_t> position_;  // Of items of the forest among the free ones.
  TaskSet fixed_tasks_ = 0;
  int64_t fixed_value_ = 0;
  int64_t fixed_units_ = 0;
  size_t low_ = 0;
  size_t width_ = 0;
  const std::vector<int64_t>* by_units_ = nullptr;
  size_t offset_ = 0;

  std::vector<size_t> reach_;       // By row: from here on nothing is reachable.
  Table<double> table_;             // Whole numbers below 2^53.
  Table<absl::int128> wide_table_;  // Value and tie key in one number that adds and compares as one.
  std::vector<size_t> best_units_;  // Where the first row is best.
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_KNAPSACK_H_
