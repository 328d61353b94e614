// The bound is convex in the price, so the lowest is found by halving over the tasks' own values per unit, where its slope
// changes. Tasks that a form must have count whatever they are worth.
// Tested by tests/carve/carve_test.cc and carve_oracle_test.cc.
#include "carve/bound.h"

#include <algorithm>
#include <bit>

namespace jobcarve {

FormBound::FormBound(const FormProblem& problem, const CompiledJob& job, const LinkForest& links, const Doable& all)
    : problem_(problem), gain_(job.tasks.size()), reduced_gain_(job.tasks.size()) {
  for (const CompiledTask& task : job.tasks) {
    units_.push_back(task.minutes.count() / links.unit);  // Bonded tasks need not divide alone; fewer units keep the bound valid.
  }
  SetPrice(Price(all));
}

void FormBound::SetPrice(int64_t price) {
  base_ = INT64_MIN;
  for (size_t i = 0; i < problem_.by_units.size(); ++i) {
    base_ = std::max(base_, problem_.by_units[i] + price * (problem_.low + static_cast<int64_t>(i)));
  }
  for (size_t task = 0; task < units_.size(); ++task) {
    const bool is_forced = (problem_.must_have >> task & 1) != 0;
    const bool is_barred = (problem_.must_not >> task & 1) != 0;
    const int64_t least = is_forced ? INT64_MIN : 0;
    gain_[task] = is_barred ? 0 : std::max(least, problem_.value[task] - price * units_[task]);
    reduced_gain_[task] = is_barred ? 0 : std::max(least, problem_.reduced_value[task] - price * units_[task]);
  }
}

int64_t FormBound::Total(const Doable& doable) const {
  int64_t total = base_;
  for (TaskSet left = doable.holding; left != 0; left &= left - 1) {
    total += gain_[static_cast<size_t>(std::countr_zero(left))];
  }
  for (TaskSet left = doable.tasks & ~doable.holding; left != 0; left &= left - 1) {
    total += reduced_gain_[static_cast<size_t>(std::countr_zero(left))];
  }
  return total;
}

int64_t FormBound::Price(const Doable& all) {
  std::vector<int64_t> prices = {0};
  for (size_t task = 0; task < units_.size(); ++task) {
    if ((all.tasks >> task & 1) != 0 && units_[task] > 0) {
      prices.push_back(std::max<int64_t>(problem_.value[task] / units_[task], 0));
    }
  }
  std::sort(prices.begin(), prices.end());
  prices.erase(std::unique(prices.begin(), prices.end()), prices.end());
  const auto bound_at = [&](size_t i) {
    SetPrice(prices[i]);
    return Total(all);
  };
  size_t low = 0;
  size_t high = prices.size() - 1;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (bound_at(middle) <= bound_at(middle + 1)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return prices[low];
}

std::optional<int64_t> FormBound::Of(const Doable& doable) const {
  if ((problem_.must_have & ~doable.tasks) != 0 || (doable.tasks & ~problem_.must_not) == 0) {
    return std::nullopt;
  }
  return Total(doable);
}

}  // namespace jobcarve
