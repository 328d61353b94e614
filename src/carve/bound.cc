// The lowest price is found between two prices at which the bound falls and rises: where the tangents meet is the next price to
// look at (J. E. Kelley, "The cutting-plane method for solving convex programs", 1960, in one dimension). Any price gives a
// valid bound, so the search ends after a few.
//
// The minutes' part looks at the table's kinks alone: in between it is a straight line but for rounding, which kRounding covers.
// Tested by tests/carve/carve_test.cc and carve_oracle_test.cc.
#include "carve/bound.h"

#include <algorithm>
#include <bit>

namespace jobcarve {
namespace {

constexpr int kMostSteps = 10;
constexpr int64_t kRounding =
    4;  // Two lines of each of two depend on minutes: each is off by a half here and by a half at the kink.

// Where the minutes alone are worth most at a price.
struct BestMinutes {
  int64_t value = INT64_MIN;
  int64_t units = 0;
};

BestMinutes MinutesAt(const FormProblem& problem, int64_t price) {
  BestMinutes best;
  for (int64_t units : problem.kinks) {
    const int64_t value = problem.by_units[static_cast<size_t>(units - problem.low)] + price * units;
    best = value > best.value ? BestMinutes{value, units} : best;
  }
  best.value += problem.by_units.size() > problem.kinks.size() ? kRounding : 0;
  return best;
}

PricedBound BoundAt(const FormProblem& problem, const LinkForest& links, const std::vector<KnapsackItem>& items, int64_t price) {
  const BestMinutes minutes = MinutesAt(problem, price);
  PricedBound bound = {.price = price, .total = minutes.value, .slope = minutes.units};
  for (size_t i = 0; i < items.size(); ++i) {
    const int64_t gain = bound.Gain(links.items[i], items[i]);
    const bool is_in = items[i].choice == Choice::kIn || (items[i].choice == Choice::kFree && gain > 0);
    bound.total += is_in ? gain : 0;
    bound.slope -= is_in ? links.items[i].units : 0;
  }
  return bound;
}

// No price beyond this one, up or down, changes what is taken.
int64_t UtmostPrice(const FormProblem& problem, const std::vector<KnapsackItem>& items) {
  int64_t most = 0;
  for (const KnapsackItem& item : items) {
    most = std::max({most, item.value, -item.value});
  }
  int64_t steepest = 0;
  for (size_t i = 1; i < problem.kinks.size(); ++i) {
    const int64_t rise = problem.by_units[static_cast<size_t>(problem.kinks[i] - problem.low)] -
                         problem.by_units[static_cast<size_t>(problem.kinks[i - 1] - problem.low)];
    steepest = std::max({steepest, rise, -rise});
  }
  return most + steepest + 1;
}

}  // namespace

PricedBound LowestBound(const FormProblem& problem, const LinkForest& links, const std::vector<KnapsackItem>& items) {
  PricedBound below = BoundAt(problem, links, items, 0);
  if (below.slope == 0) {
    return below;
  }
  const int64_t utmost = UtmostPrice(problem, items);
  PricedBound above = BoundAt(problem, links, items, below.slope < 0 ? utmost : -utmost);
  if (above.price < below.price) {
    std::swap(above, below);
  }
  // The bound falls at `below` and rises at `above`, or else it is lowest at one of them.
  for (int step = 0; step < kMostSteps && below.slope < 0 && above.slope > 0; ++step) {
    const int64_t rise = above.total - below.total;
    const int64_t price = below.price + (above.slope * (above.price - below.price) - rise) / (above.slope - below.slope);
    if (price <= below.price || price >= above.price) {
      break;
    }
    const PricedBound between = BoundAt(problem, links, items, price);
    (between.slope < 0 ? below : above) = between;
  }
  return below.total < above.total ? below : above;
}

void SetValues(const FormProblem& problem, const LinkForest& links, TaskSet holding, std::vector<KnapsackItem>& items) {
  items.resize(links.items.size());
  for (size_t i = 0; i < items.size(); ++i) {
    items[i] = {};
    for (TaskSet left = links.items[i].tasks; left != 0; left &= left - 1) {
      const size_t task = static_cast<size_t>(std::countr_zero(left));
      items[i].value += (holding >> task & 1) != 0 ? problem.value[task] : problem.reduced_value[task];
    }
  }
}

// An item's gain stands at its first task. What goes when that does not hold is only known of an item of one task.
void FormBound::AddPriceFor(const Doable& doable) {
  SetValues(problem_, links_, doable.holding, items_);
  for (size_t i = 0; i < items_.size(); ++i) {
    const TaskSet tasks = links_.items[i].tasks;
    items_[i].choice = (tasks & (problem_.must_not | ~doable.tasks)) != 0 ? Choice::kOut
                       : (tasks & problem_.must_have) != 0                ? Choice::kIn
                                                                          : Choice::kFree;
  }
  const int64_t price = LowestBound(problem_, links_, items_).price;
  std::array<int64_t, 64> gains = {};
  std::array<int64_t, 64> losses = {};
  Price& added = prices_.emplace_back();
  added.base = MinutesAt(problem_, price).value;
  SetValues(problem_, links_, links_.all, items_);
  for (size_t i = 0; i < items_.size(); ++i) {
    const LinkItem& link = links_.items[i];
    if ((link.tasks & problem_.must_not) != 0) {
      continue;
    }
    const size_t first = static_cast<size_t>(std::countr_zero(link.tasks));
    const int64_t least = (link.tasks & problem_.must_have) != 0 ? INT64_MIN : 0;
    gains[first] = std::max(least, items_[i].value - price * link.units);
    if (std::has_single_bit(link.tasks)) {
      losses[first] = gains[first] - std::max(least, problem_.reduced_value[first] - price * link.units);
      added.does_reduce = added.does_reduce || losses[first] != 0;
    }
  }
  AddUp(gains, added.gains);
  if (added.does_reduce) {
    AddUp(losses, added.losses);
  }
}

void FormBound::AddUp(const std::array<int64_t, 64>& by_task, Sums& sums) {
  for (size_t nibble = 0; nibble < kNibbles; ++nibble) {
    int64_t* const sum = sums.data() + nibble * 16;
    sum[0] = 0;
    for (size_t tasks = 1; tasks < 16; ++tasks) {
      sum[tasks] = sum[tasks & (tasks - 1)] + by_task[nibble * 4 + static_cast<size_t>(std::countr_zero(tasks))];
    }
  }
}

int64_t FormBound::SumOver(const Sums& sums, TaskSet tasks) {
  int64_t total = 0;
  for (size_t nibble = 0; nibble < kNibbles; ++nibble) {
    total += sums[nibble * 16 + (tasks >> 4 * nibble & 15)];
  }
  return total;
}

std::optional<int64_t> FormBound::Of(const Doable& doable) const {
  if ((problem_.must_have & ~doable.tasks) != 0 || (doable.tasks & ~problem_.must_not) == 0) {
    return std::nullopt;
  }
  int64_t lowest = INT64_MAX;
  for (const Price& price : prices_) {
    int64_t bound = price.base + SumOver(price.gains, doable.tasks);
    if (price.does_reduce) {
      bound -= SumOver(price.losses, doable.tasks & ~doable.holding);
    }
    lowest = std::min(lowest, bound);
  }
  return lowest;
}

}  // namespace jobcarve
