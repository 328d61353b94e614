// branch.h: the best tasks for one form and one set of adjustments, with the rules that the knapsack does not know.
#ifndef JOBCARVE_SRC_CARVE_BRANCH_H_
#define JOBCARVE_SRC_CARVE_BRANCH_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "carve/adjustment_sets.h"
#include "carve/bound.h"
#include "carve/handover.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"

namespace jobcarve {

// The best role so far, in the order "Best role" of proto/README.md.
class Incumbent {
 public:
  Incumbent() = default;
  // Only roles worth more than `floor` are looked for: as if one worth that much were there, which no equal comes before.
  explicit Incumbent(int64_t floor) : value_(floor), form_(kFloor), tasks_(~TaskSet{0}) {}

  bool exists() const { return form_ != Form::kUnspecified; }
  bool is_role() const { return exists() && form_ != kFloor; }
  int64_t value() const { return value_; }
  Form form() const { return form_; }
  TaskSet tasks() const { return tasks_; }
  const std::vector<AdjustmentIndex>& adjustments() const { return adjustments_; }

  // Would a role of this value, adjustments, tie key and form come before the best so far?
  bool IsBeatenBy(int64_t value, const std::vector<AdjustmentIndex>& adjustments, uint64_t key, Form form) const;
  void Offer(int64_t value, const std::vector<AdjustmentIndex>& adjustments, TaskSet tasks, Form form);

 private:
  static constexpr Form kFloor{-1};

  int64_t value_ = 0;
  Form form_ = Form::kUnspecified;
  TaskSet tasks_ = 0;
  std::vector<AdjustmentIndex> adjustments_;
};

// All sets of adjustments of one form share its node limit and what was learnt about prices.
class FormSearch {
 public:
  // Everything is kept by reference. `packing` is there when the form needs takers.
  FormSearch(const FormProblem& problem, const LinkForest& links, HandoverPacking* packing, Knapsack& knapsack,
             int64_t node_limit)
      : problem_(problem), links_(links), packing_(packing), knapsack_(knapsack), nodes_left_(node_limit) {}

  // Offers `best` the best role with these adjustments, unless it cannot come before what `best` has.
  void Run(const AdjustmentSet& set, Incumbent& best);

  bool is_complete() const { return is_complete_; }  // False: the node limit cut something off.

 private:
  // Part of the search: roles with all of `in` and none of `out`, both closed under links.
  struct Node {
    TaskSet in = 0;
    TaskSet out = 0;

    bool IsWithin(const Node& wider) const { return (wider.in & ~in) == 0 && (wider.out & ~out) == 0; }
    bool operator==(const Node&) const = default;
  };
  // Where a choice of tasks breaks a rule: the tasks to branch on, or none when nothing below the node can mend it.
  struct Fault {
    TaskSet branch_on = 0;
    std::optional<size_t> rule = std::nullopt;  // The broken side rule, if it is one.
  };

  void Push(Node node);
  bool Close(Node& node) const;
  void Expand(Node node, Incumbent& best);
  std::optional<TaskSet> Solve(const Node& node, Incumbent& best);
  void Branch(TaskSet tasks, const Node& node, Incumbent& best);

  bool Narrow(const PricedBound& bound, const Incumbent& best, Node& node) const;
  bool FixBeyond(const PricedBound& bound, int64_t cost, Node& node) const;
  Node CoreOf(const PricedBound& bound, const Node& node);
  void Choose(const Node& node);

  bool IsSound(TaskSet tasks) { return !FindFault(tasks, {}).has_value(); }
  std::optional<Fault> FindFault(TaskSet tasks, const Node& node);
  Fault BreakOfRule(size_t rule, TaskSet tasks, const Node& node) const;
  TaskSet LargestLeftOut(TaskSet tasks, const Node& node) const;
  bool IsHopeless(const Node& node);

  bool CanBeKept(size_t rule);
  KnapsackAnswer SolvePriced(size_t rule, int64_t price, Incumbent& best);
  bool IsBeatenAtAPrice(size_t rule, Incumbent& best);
  int64_t FindPrice(size_t rule, Incumbent& best);

  const FormProblem& problem_;
  const LinkForest& links_;
  HandoverPacking* const packing_;
  Knapsack& knapsack_;
  int64_t nodes_left_;
  bool is_complete_ = true;
  std::vector<std::optional<int64_t>> price_;  // By side rule, once one was broken.

  const AdjustmentSet* set_ = nullptr;  // The set being searched.
  std::vector<Node> open_;
  std::vector<KnapsackItem> items_;   // Values with the set, choices of the node being solved.
  std::vector<KnapsackItem> priced_;  // The same with a rule's price taken off.
  std::vector<int64_t> costs_;        // To look for the smallest.
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_BRANCH_H_
