// Items are in preorder: without item i the walk goes on after its descendants. Tested by tests/carve/priced_pair_test.cc.
#include "carve/listing.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace jobcarve {

std::optional<std::vector<ListedRole>> RoleListing::From(int64_t least, const AdjustmentSet& set, int64_t most_steps) {
  roles_.clear();
  if ((problem_.must_have & ~set.doable.tasks) != 0) {
    return roles_;
  }
  SetValues(problem_, links_, set.doable.holding, items_);
  for (size_t i = 0; i < items_.size(); ++i) {
    const TaskSet tasks = links_.items[i].tasks;
    items_[i].choice = (tasks & (problem_.must_not | ~set.doable.tasks)) != 0 ? Choice::kOut
                       : (tasks & problem_.must_have) != 0                    ? Choice::kIn
                                                                              : Choice::kFree;
  }
  const PricedBound bound = LowestBound(problem_, links_, items_);
  gain_.resize(items_.size());
  given_up_.resize(items_.size());
  for (size_t i = items_.size(); i-- > 0;) {
    gain_[i] = bound.Gain(links_.items[i], items_[i]);
    given_up_[i] = items_[i].choice == Choice::kFree ? std::max<int64_t>(gain_[i], 0) : 0;
    for (size_t child = i + 1; child < links_.items[i].skip; child = links_.items[child].skip) {
      given_up_[i] += given_up_[child];
    }
  }
  least_ = least;
  worth_ = set.worth.count();
  budget_ = bound.total + worth_ - least;
  steps_left_ = most_steps;
  Visit(0, {});
  return steps_left_ < 0 ? std::nullopt : std::make_optional(std::move(roles_));
}

void RoleListing::Visit(size_t item, const Partial& so_far) {
  if (--steps_left_ < 0 || so_far.cost > budget_ || so_far.units > problem_.high) {
    return;
  }
  if (item == items_.size()) {
    Finish(so_far);
    return;
  }
  if (items_[item].choice != Choice::kIn) {
    Partial without = so_far;
    without.cost += given_up_[item];
    Visit(links_.items[item].skip, without);
  }
  if (items_[item].choice != Choice::kOut) {
    const bool is_free = items_[item].choice == Choice::kFree;
    Visit(item + 1, {.tasks = so_far.tasks | links_.items[item].tasks,
                     .units = so_far.units + links_.items[item].units,
                     .value = so_far.value + items_[item].value,
                     .cost = so_far.cost + (is_free ? std::max<int64_t>(-gain_[item], 0) : 0)});
  }
}

void RoleListing::Finish(const Partial& role) {
  if (role.tasks == 0 || role.units < problem_.low || (problem_.must_have & ~role.tasks) != 0 || !KeepsRules(role.tasks)) {
    return;
  }
  const int64_t value = role.value + problem_.by_units[static_cast<size_t>(role.units - problem_.low)] + worth_;
  if (value >= least_) {
    roles_.push_back({.tasks = role.tasks, .value = value});
  }
}

bool RoleListing::KeepsRules(TaskSet tasks) const {
  for (const ExtraNeed& extra : links_.extra_needs) {
    if ((tasks & extra.item) != 0 && (extra.needs & ~tasks) != 0) {
      return false;
    }
  }
  for (const SideRule& rule : problem_.rules) {
    int64_t sum = 0;
    for (TaskSet left = tasks; left != 0; left &= left - 1) {
      sum += rule.amount[static_cast<size_t>(std::countr_zero(left))];
    }
    if (sum > rule.at_most) {
      return false;
    }
  }
  return packing_ == nullptr || packing_->Fits(links_.all & ~tasks);
}

}  // namespace jobcarve
