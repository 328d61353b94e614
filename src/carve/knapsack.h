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

// Value and tie key in one number that adds and compares as one: the value decides, then the set that has the first task in
// which two sets differ. Keys of disjoint sets have no bit in common, so a sum of keys never carries into the value.
using Worth = absl::int128;

// The key of a set: its first task is the highest bit.
uint64_t TieKey(TaskSet tasks);
inline Worth WorthOf(int64_t value, TaskSet tasks) {
  return absl::MakeInt128(value, TieKey(tasks));
}
inline int64_t ValueOf(Worth worth) {
  return absl::Int128High64(worth);
}

// Less than anything that can be reached, even after adding every value there is.
inline constexpr int64_t kUnreachableValue = INT64_MIN / 2;

enum class Choice : uint8_t { kFree, kIn, kOut };

struct KnapsackItem {
  Worth worth = 0;
  Choice choice = Choice::kFree;
};

struct KnapsackAnswer {
  bool exists = false;
  Worth worth = 0;  // Of the items and the minutes.
  TaskSet tasks = 0;
};

// One table, used again and again.
class Knapsack {
 public:
  // The best choice of `items` (in the order of forest.items) of low..high units, where u units in all add by_units[u - low].
  // An item that is kIn is in with its ancestors, one that is kOut is out with its descendants. Unique, since keys differ.
  // 0 <= low <= high. O(items x high).
  KnapsackAnswer Solve(const LinkForest& forest, const std::vector<KnapsackItem>& items, int64_t low, int64_t high,
                       const std::vector<int64_t>& by_units);

 private:
  void Fill(const LinkForest& forest, const std::vector<KnapsackItem>& items);
  TaskSet TraceBack(const LinkForest& forest, const std::vector<KnapsackItem>& items, size_t units) const;
  Worth* Row(size_t item) { return cells_.get() + item * width_; }
  const Worth* Row(size_t item) const { return cells_.get() + item * width_; }

  size_t width_ = 0;
  size_t capacity_ = 0;
  std::unique_ptr<Worth[]> cells_;  // Row i: the best of items i and later, by exact units.
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_KNAPSACK_H_
