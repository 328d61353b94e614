// bound.h: how much a role of one form could be worth at most, at a glance.
//
// Reference: G. B. Dantzig, "Discrete-variable extremum problems", Operations Research 5, 1957. Here the minutes have a price and
// their own table of values, so the bound is Lagrange's: for any price p of a unit,
//   max over u of (by_units[u] + p u)  +  sum over items of max(0, value - p units)
// is at least the worth of every role. It is convex in p, and the lowest is wanted. What an item adds or fails to add at the
// price is also what it would cost, at least, to decide otherwise.
#ifndef JOBCARVE_SRC_CARVE_BOUND_H_
#define JOBCARVE_SRC_CARVE_BOUND_H_

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "carve/adjustment_sets.h"
#include "carve/knapsack.h"
#include "carve/pair.h"

namespace jobcarve {

// The bound at one price.
struct PricedBound {
  int64_t price = 0;  // Of a unit.
  int64_t total = 0;
  int64_t slope = 0;  // Units that the minutes would like, less those that the items would: a subgradient of `total`.

  // What an item adds at the price when it is in.
  int64_t Gain(const LinkItem& link, const KnapsackItem& item) const { return item.value - price * link.units; }
};

// The lowest bound on `items` (in the order of links.items), links apart; near enough to the lowest price. O(items).
PricedBound LowestBound(const FormProblem& problem, const LinkForest& links, const std::vector<KnapsackItem>& items);

// Bounds for many sets of adjustments, each the lowest at a few standing prices.
class FormBound {
 public:
  // Both are kept by reference.
  FormBound(const FormProblem& problem, const LinkForest& links) : problem_(problem), links_(links) {}

  // Adds the price that is best when this is doable. At least one price is needed. O(tasks).
  void AddPriceFor(const Doable& doable);

  // At least the value of every role of this form whose tasks are doable, adjustments apart; absent when there is none.
  // O(prices).
  std::optional<int64_t> Of(const Doable& doable) const;

 private:
  static constexpr size_t kNibbles = 16;
  using Sums = std::array<int64_t, kNibbles * 16>;  // By four tasks and which of them are there.

  struct Price {
    int64_t base = 0;          // The bound without any task.
    bool does_reduce = false;  // Some task adds less when it does not hold on reduced days.
    Sums gains;                // What tasks add,
    Sums losses;               // and what of it goes when they do not hold.
  };

  static void AddUp(const std::array<int64_t, 64>& by_task, Sums& sums);
  static int64_t SumOver(const Sums& sums, TaskSet tasks);

  const FormProblem& problem_;
  const LinkForest& links_;
  std::vector<Price> prices_;
  std::vector<KnapsackItem> items_;
};

// Values of a form's items when these tasks hold on reduced days; nothing is fixed.
void SetValues(const FormProblem& problem, const LinkForest& links, TaskSet holding, std::vector<KnapsackItem>& items);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_BOUND_H_
