// Branch and bound over a relaxation that the knapsack solves exactly: forest links and minutes. Its answer is the best there is
// when it also keeps the extra needs, the rules on the residual and the handovers. Otherwise an item that is to blame is put in
// on one branch and out on the other. A broken rule on the residual also gets a price (a Lagrange multiplier), so that its bound
// counts: the knapsack with the price taken off every item bounds the node from above, and its answers are often feasible. Nodes
// are cut only when nothing in them keeps the rules, or nothing comes before the best role so far, ties included.
// Tested by tests/carve/carve_test.cc and carve_oracle_test.cc.
#include "carve/branch.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace jobcarve {
namespace {

constexpr int kPriceSteps = 12;
constexpr int64_t kMaxPrice = int64_t{1} << 34;

int64_t SumOver(const std::vector<int64_t>& amount, TaskSet tasks) {
  int64_t sum = 0;
  for (; tasks != 0; tasks &= tasks - 1) {
    sum += amount[static_cast<size_t>(std::countr_zero(tasks))];
  }
  return sum;
}

}  // namespace

bool Incumbent::IsBeatenBy(int64_t value, const std::vector<AdjustmentIndex>& adjustments, uint64_t key, Form form) const {
  if (!exists() || value != value_) {
    return !exists() || value > value_;
  }
  if (const std::strong_ordering order = CompareSets(adjustments, adjustments_); order != 0) {
    return order < 0;
  }
  const uint64_t own_key = TieKey(tasks_);
  return key != own_key ? key > own_key : form < form_;
}

void Incumbent::Offer(int64_t value, const std::vector<AdjustmentIndex>& adjustments, TaskSet tasks, Form form) {
  if (IsBeatenBy(value, adjustments, TieKey(tasks), form)) {
    value_ = value;
    form_ = form;
    tasks_ = tasks;
    adjustments_ = adjustments;
  }
}

void FormSearch::Run(const AdjustmentSet& set, Incumbent& best) {
  set_ = &set;
  price_.resize(problem_.rules.size());
  open_.clear();
  Push({.in = problem_.must_have, .out = problem_.must_not | ~set.doable.tasks});
  while (!open_.empty()) {
    if (--nodes_left_ < 0) {
      is_complete_ = false;
      return;
    }
    const Node node = open_.back();
    open_.pop_back();
    Expand(node, best);
  }
}

void FormSearch::Push(const Node& node) {
  TaskSet all = 0;
  for (const LinkItem& item : links_.items) {
    all |= item.tasks;
  }
  const Node closed = {.in = links_.CloseIn(node.in & all), .out = links_.CloseOut(node.out & all)};
  if ((closed.in & closed.out) == 0 && closed.out != all) {
    open_.push_back(closed);
  }
}

void FormSearch::Expand(const Node& node, Incumbent& best) {
  if (IsHopeless(node)) {
    return;
  }
  SetItems(node);
  const KnapsackAnswer answer = knapsack_.Solve(links_, items_, problem_.low, problem_.high, problem_.by_units);
  if (!answer.exists) {
    return;
  }
  const int64_t value = ValueOf(answer.worth) + set_->worth.count();
  if (!best.IsBeatenBy(value, set_->ids, TieKey(answer.tasks), problem_.form)) {
    return;
  }
  const std::optional<Fault> fault = FindFault(answer.tasks, node);
  if (!fault.has_value()) {
    best.Offer(value, set_->ids, answer.tasks, problem_.form);
    return;
  }
  if (fault->branch_on == 0 || (fault->rule.has_value() && (!CanBeKept(*fault->rule) || IsBeatenAtAPrice(*fault->rule, best)))) {
    return;
  }
  const Node with = {.in = node.in | fault->branch_on, .out = node.out};
  const Node without = {.in = node.in, .out = node.out | fault->branch_on};
  const bool is_taken = (answer.tasks & fault->branch_on) != 0;
  Push(is_taken ? with : without);  // The branch that mends the fault is looked at first.
  Push(is_taken ? without : with);
}

bool FormSearch::IsHopeless(const Node& node) {
  return problem_.needs_takers && !packing_.Fits(node.out);
}

void FormSearch::SetItems(const Node& node) {
  items_.resize(links_.items.size());
  for (size_t i = 0; i < items_.size(); ++i) {
    const TaskSet tasks = links_.items[i].tasks;
    items_[i].choice = (tasks & node.out) != 0 ? Choice::kOut : (tasks & node.in) != 0 ? Choice::kIn : Choice::kFree;
    items_[i].worth = WorthOf(ValueOfTasks(tasks), tasks);
  }
}

int64_t FormSearch::ValueOfTasks(TaskSet tasks) const {
  return SumOver(problem_.value, tasks & set_->doable.holding) + SumOver(problem_.reduced_value, tasks & ~set_->doable.holding);
}

std::optional<FormSearch::Fault> FormSearch::FindFault(TaskSet tasks, const Node& node) {
  for (const ExtraNeed& extra : links_.extra_needs) {
    if ((tasks & extra.item) != 0 && (extra.needs & ~tasks) != 0) {
      return Fault{.branch_on = extra.item};
    }
  }
  for (size_t rule = 0; rule < problem_.rules.size(); ++rule) {
    if (SumOver(problem_.rules[rule].amount, tasks) > problem_.rules[rule].at_most) {
      return BreakOfRule(rule, tasks, node);
    }
  }
  TaskSet all = 0;
  for (const LinkItem& item : links_.items) {
    all |= item.tasks;
  }
  if (problem_.needs_takers && !packing_.Fits(all & ~tasks)) {
    return Fault{.branch_on = LargestLeftOut(tasks, node)};
  }
  return std::nullopt;
}

// Of the items that are free, the one that does most to break the rule: by being in, or by being out.
FormSearch::Fault FormSearch::BreakOfRule(size_t rule, TaskSet tasks, const Node& node) const {
  Fault fault{.rule = rule};
  int64_t most = 0;
  for (const LinkItem& item : links_.items) {
    if ((item.tasks & (node.in | node.out)) != 0) {
      continue;
    }
    const int64_t amount = SumOver(problem_.rules[rule].amount, item.tasks);
    const int64_t blame = (item.tasks & tasks) != 0 ? amount : -amount;
    if (blame > most) {
      most = blame;
      fault.branch_on = item.tasks;
    }
  }
  return fault;
}

TaskSet FormSearch::LargestLeftOut(TaskSet tasks, const Node& node) const {
  TaskSet largest = 0;
  int64_t most = 0;
  for (const LinkItem& item : links_.items) {
    if ((item.tasks & (tasks | node.in | node.out)) == 0 && item.units > most) {
      most = item.units;
      largest = item.tasks;
    }
  }
  return largest;
}

// Does any choice of enough minutes below the node keep the rule? The knapsack of least amount tells.
bool FormSearch::CanBeKept(size_t rule) {
  priced_ = items_;
  for (size_t i = 0; i < priced_.size(); ++i) {
    const TaskSet tasks = links_.items[i].tasks;
    priced_[i].worth = WorthOf(-SumOver(problem_.rules[rule].amount, tasks), tasks);
  }
  const std::vector<int64_t> nothing(problem_.by_units.size());
  const KnapsackAnswer least = knapsack_.Solve(links_, priced_, problem_.low, problem_.high, nothing);
  return least.exists && -ValueOf(least.worth) <= problem_.rules[rule].at_most;
}

KnapsackAnswer FormSearch::SolvePriced(size_t rule, int64_t price, Incumbent& best) {
  priced_ = items_;
  for (size_t i = 0; i < priced_.size(); ++i) {
    const int64_t amount = SumOver(problem_.rules[rule].amount, links_.items[i].tasks);
    priced_[i].worth -= absl::MakeInt128(price * amount, 0);
  }
  KnapsackAnswer answer = knapsack_.Solve(links_, priced_, problem_.low, problem_.high, problem_.by_units);
  if (answer.exists) {
    const int64_t sum = SumOver(problem_.rules[rule].amount, answer.tasks);
    const Node anything;
    if (sum <= problem_.rules[rule].at_most && !FindFault(answer.tasks, anything).has_value()) {
      best.Offer(ValueOf(answer.worth) + price * sum + set_->worth.count(), set_->ids, answer.tasks, problem_.form);
    }
    answer.worth += absl::MakeInt128(price * problem_.rules[rule].at_most, 0);
  }
  return answer;
}

bool FormSearch::IsBeatenAtAPrice(size_t rule, Incumbent& best) {
  if (!price_[rule].has_value()) {
    price_[rule] = FindPrice(rule, best);
  }
  const KnapsackAnswer answer = SolvePriced(rule, *price_[rule], best);
  constexpr uint64_t kAnyKey = std::numeric_limits<uint64_t>::max();
  return !answer.exists || !best.IsBeatenBy(ValueOf(answer.worth) + set_->worth.count(), set_->ids, kAnyKey, Form::kUnspecified);
}

// The price with the lowest bound: doubled until the rule is kept, then halved in between.
int64_t FormSearch::FindPrice(size_t rule, Incumbent& best) {
  const SideRule& side = problem_.rules[rule];
  const auto is_kept = [&](const KnapsackAnswer& answer) {
    return !answer.exists || SumOver(side.amount, answer.tasks) <= side.at_most;
  };
  int64_t low = 0;
  int64_t high = 1;
  while (high < kMaxPrice && !is_kept(SolvePriced(rule, high, best))) {
    low = high;
    high *= 4;
  }
  for (int step = 0; step < kPriceSteps && high - low > 1; ++step) {
    const int64_t middle = low + (high - low) / 2;
    (is_kept(SolvePriced(rule, middle, best)) ? high : low) = middle;
  }
  return high;
}

}  // namespace jobcarve
