// bound.h: how much a role of one form could be worth at most, at a glance.
//
// Reference: G. B. Dantzig, "Discrete-variable extremum problems", Operations Research 5, 1957. Here the minutes have a price and
// their own table of values, so the bound is Lagrange's: for any price p of a unit,
//   max over u of (by_units[u] + p u)  +  sum over tasks of max(0, value - p units)
// is at least the worth of every role. The price is chosen once, where the bound is lowest with every gap closed.
#ifndef JOBCARVE_SRC_CARVE_BOUND_H_
#define JOBCARVE_SRC_CARVE_BOUND_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "carve/adjustment_sets.h"
#include "carve/pair.h"

namespace jobcarve {

class FormBound {
 public:
  // `problem` must outlive this. `all` is doable when every gap is closed.
  FormBound(const FormProblem& problem, const CompiledJob& job, const LinkForest& links, const Doable& all);

  // At least the value of every role of this form whose tasks are doable, adjustments apart; absent when there is none.
  // O(tasks).
  std::optional<int64_t> Of(const Doable& doable) const;

 private:
  int64_t Price(const Doable& all);
  int64_t Total(const Doable& doable) const;
  void SetPrice(int64_t price);

  const FormProblem& problem_;
  std::vector<int64_t> units_;         // By task, in LinkForest::unit, rounded down.
  int64_t base_ = 0;                   // The table's part at the price.
  std::vector<int64_t> gain_;          // By task: what it adds at the price, holding on reduced days,
  std::vector<int64_t> reduced_gain_;  // and not holding.
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_BOUND_H_
