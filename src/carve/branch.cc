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

constexpr size_t kCoreSize = 12;
constexpr size_t kSmallNode = 20;
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
  SetValues(problem_, links_, set.doable.holding, items_);
  open_.clear();
  Push({.in = problem_.must_have, .out = problem_.must_not | (links_.all & ~set.doable.tasks)});
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

void FormSearch::Push(Node node) {
  if (Close(node)) {
    open_.push_back(node);
  }
}

// Adds what the links say. False when no role is left in the node.
bool FormSearch::Close(Node& node) const {
  node = {.in = links_.CloseIn(node.in), .out = links_.CloseOut(node.out)};
  return (node.in & node.out) == 0 && node.out != links_.all;
}

// What cannot come before the best role so far is left out of the node. If much remains, its core is solved first, the part where
// deciding otherwise than the bound costs least: the role found there shows how much more can go, often all but the core.
void FormSearch::Expand(Node node, Incumbent& best) {
  Choose(node);
  const PricedBound bound = LowestBound(problem_, links_, items_);
  if (!Narrow(bound, best, node) || IsHopeless(node)) {
    return;
  }
  const Node core = CoreOf(bound, node);
  if (core != node) {
    const bool is_settled = !Solve(core, best).has_value();
    if (!Narrow(bound, best, node) || (is_settled && node.IsWithin(core))) {
      return;
    }
  }
  if (const std::optional<TaskSet> broken = Solve(node, best)) {
    Branch(*broken, node, best);
  }
}

// The relaxation of the node. A best choice that keeps all rules is offered to `best`; one that does not and that could come
// before `best` is the answer.
std::optional<TaskSet> FormSearch::Solve(const Node& node, Incumbent& best) {
  Choose(node);
  KnapsackAnswer answer = knapsack_.Solve(links_, items_, problem_.low, problem_.high, problem_.by_units);
  const int64_t value = answer.value + set_->worth.count();
  constexpr uint64_t kAnyKey = std::numeric_limits<uint64_t>::max();
  if (!answer.exists || !best.IsBeatenBy(value, set_->ids, kAnyKey, Form::kUnspecified)) {
    return std::nullopt;
  }
  if (!answer.is_first && (value == best.value() || IsSound(answer.tasks))) {
    answer.tasks = knapsack_.FirstOfEquals();
  }
  if (!best.IsBeatenBy(value, set_->ids, TieKey(answer.tasks), problem_.form)) {
    return std::nullopt;
  }
  if (!IsSound(answer.tasks)) {
    return answer.tasks;
  }
  best.Offer(value, set_->ids, answer.tasks, problem_.form);
  return std::nullopt;
}

// `tasks` are a best choice in the node but for the rules that they break.
void FormSearch::Branch(TaskSet tasks, const Node& node, Incumbent& best) {
  const Fault fault = FindFault(tasks, node).value_or(Fault{});
  if (fault.branch_on == 0 || (fault.rule.has_value() && (!CanBeKept(*fault.rule) || IsBeatenAtAPrice(*fault.rule, best)))) {
    return;
  }
  const Node with = {.in = node.in | fault.branch_on, .out = node.out};
  const Node without = {.in = node.in, .out = node.out | fault.branch_on};
  const bool is_taken = (tasks & fault.branch_on) != 0;
  Push(is_taken ? with : without);  // The branch that mends the fault is looked at first.
  Push(is_taken ? without : with);
}

// Fixes what would cost more, if decided otherwise than the bound does, than the bound is above the best role so far (G. P.
// Ingargiola, J. F. Korsh, "Reduction algorithm for zero-one single knapsack problems", 1973). False when nothing is left.
bool FormSearch::Narrow(const PricedBound& bound, const Incumbent& best, Node& node) const {
  if (!best.exists()) {
    return true;
  }
  const int64_t spare = bound.total + set_->worth.count() - best.value();
  return spare >= 0 && FixBeyond(bound, spare, node);
}

// Fixes what would cost more than `cost` to decide otherwise.
bool FormSearch::FixBeyond(const PricedBound& bound, int64_t cost, Node& node) const {
  const TaskSet fixed = node.in | node.out;
  for (size_t i = 0; i < items_.size(); ++i) {
    const TaskSet tasks = links_.items[i].tasks;
    const int64_t gain = bound.Gain(links_.items[i], items_[i]);
    if ((tasks & fixed) == 0) {
      node.in |= gain > cost ? tasks : 0;
      node.out |= -gain > cost ? tasks : 0;
    }
  }
  return Close(node);
}

// The node with most items fixed, all but those that would cost least to decide otherwise and what links bring in; the node
// itself when it is small (E. Balas, E. Zemel, "An algorithm for large zero-one knapsack problems", 1980).
FormSearch::Node FormSearch::CoreOf(const PricedBound& bound, const Node& node) {
  costs_.clear();
  for (size_t i = 0; i < items_.size(); ++i) {
    if ((links_.items[i].tasks & (node.in | node.out)) == 0) {
      const int64_t gain = bound.Gain(links_.items[i], items_[i]);
      costs_.push_back(std::max(gain, -gain));
    }
  }
  if (costs_.size() <= kSmallNode) {
    return node;
  }
  const auto last = costs_.begin() + kCoreSize;
  std::nth_element(costs_.begin(), last, costs_.end());
  Node core = node;
  FixBeyond(bound, *last, core);
  core.out &= ~core.in;  // What in-items need is in.
  return core;
}

void FormSearch::Choose(const Node& node) {
  for (size_t i = 0; i < items_.size(); ++i) {
    const TaskSet tasks = links_.items[i].tasks;
    items_[i].choice = (tasks & node.out) != 0 ? Choice::kOut : (tasks & node.in) != 0 ? Choice::kIn : Choice::kFree;
  }
}

bool FormSearch::IsHopeless(const Node& node) {
  return problem_.needs_takers && !packing_->Fits(node.out);
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
  if (problem_.needs_takers && !packing_->Fits(links_.all & ~tasks)) {
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
    priced_[i].value = -SumOver(problem_.rules[rule].amount, tasks);
  }
  const std::vector<int64_t> nothing(problem_.by_units.size());
  const KnapsackAnswer least = knapsack_.Solve(links_, priced_, problem_.low, problem_.high, nothing);
  return least.exists && -least.value <= problem_.rules[rule].at_most;
}

KnapsackAnswer FormSearch::SolvePriced(size_t rule, int64_t price, Incumbent& best) {
  priced_ = items_;
  for (size_t i = 0; i < priced_.size(); ++i) {
    const int64_t amount = SumOver(problem_.rules[rule].amount, links_.items[i].tasks);
    priced_[i].value -= price * amount;
  }
  KnapsackAnswer answer = knapsack_.Solve(links_, priced_, problem_.low, problem_.high, problem_.by_units);
  if (answer.exists) {
    const int64_t sum = SumOver(problem_.rules[rule].amount, answer.tasks);
    const Node anything;
    if (sum <= problem_.rules[rule].at_most && !FindFault(answer.tasks, anything).has_value()) {
      best.Offer(answer.value + price * sum + set_->worth.count(), set_->ids, answer.tasks, problem_.form);
    }
    answer.value += price * problem_.rules[rule].at_most;
  }
  return answer;
}

bool FormSearch::IsBeatenAtAPrice(size_t rule, Incumbent& best) {
  if (!price_[rule].has_value()) {
    price_[rule] = FindPrice(rule, best);
  }
  const KnapsackAnswer answer = SolvePriced(rule, *price_[rule], best);
  constexpr uint64_t kAnyKey = std::numeric_limits<uint64_t>::max();
  return !answer.exists || !best.IsBeatenBy(answer.value + set_->worth.count(), set_->ids, kAnyKey, Form::kUnspecified);
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
