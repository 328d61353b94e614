// adjustment_sets.h: every choice of adjustments that could matter, as what it makes possible and what it costs.
#ifndef JOBCARVE_SRC_CARVE_ADJUSTMENT_SETS_H_
#define JOBCARVE_SRC_CARVE_ADJUSTMENT_SETS_H_

#include <compare>
#include <cstdint>
#include <vector>

#include "absl/functional/function_ref.h"
#include "carve/gaps.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"

namespace jobcarve {

// What a set of adjustments makes possible: all that the choice of tasks needs to know about it.
struct Doable {
  TaskSet tasks = 0;
  TaskSet holding = 0;  // Those of them that hold on reduced days.

  bool operator==(const Doable&) const = default;
};

struct AdjustmentSet {
  Doable doable;
  Score worth{};                          // Its ledger lines; <= 0.
  std::vector<AdjustmentIndex> ids = {};  // Ascending.
};

// Order of preference between sets when all else is equal: fewest, then first by id. Negative: `a` comes first.
std::strong_ordering CompareSets(const std::vector<AdjustmentIndex>& a, const std::vector<AdjustmentIndex>& b);

// What adjustments take: pence in the first year, and minutes a week.
struct Spending {
  Pence employer;
  Pence access_to_work;
  Pence provider;
  Minutes coworker;
  Minutes support;

  Spending Plus(const CompiledAdjustment& adjustment) const;
  bool IsWithin(const Spending& most) const;
};

// Most for one role; "Which adjustments are in force" in proto/README.md.
struct AdjustmentLimits {
  size_t count = 0;
  Spending spending = {};
};

struct AdjustmentSets {
  std::vector<AdjustmentSet> sets;  // One for each distinct Doable: the one of highest worth, then the first by CompareSets.
  bool is_complete = true;          // False: there were more sets than anybody can look at.
};

// `can_matter(doable, worth)` is false when no role with these tasks, and adjustments of this worth or less, is wanted.
AdjustmentSets EnumerateSets(const CompiledMarket& market, const GapTable& gaps, const LinkForest& links,
                             const AdjustmentLimits& limits, const ScoringPolicy& policy, int64_t max_visits,
                             absl::FunctionRef<bool(const Doable& doable, Score worth)> can_matter);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_ADJUSTMENT_SETS_H_
