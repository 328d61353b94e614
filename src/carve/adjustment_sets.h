// adjustment_sets.h: every choice of adjustments that could matter, as what it makes possible and what it costs.
#ifndef JOBCARVE_SRC_CARVE_ADJUSTMENT_SETS_H_
#define JOBCARVE_SRC_CARVE_ADJUSTMENT_SETS_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/functional/function_ref.h"
#include "carve/gaps.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"

namespace jobcarve {

struct AdjustmentSet {
  Doable doable;
  Score worth{};                                  // Its ledger lines; <= 0.
  std::vector<AdjustmentIndex> ids = {};          // Ascending.
  std::vector<AdjustmentIndex> bought_once = {};  // Of ids; only where purchases are kept apart.
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
  std::vector<AdjustmentSet> sets;  // One for each distinct Doable, and purchases if they are kept apart: the one of highest
                                    // worth, then the first by CompareSets.
  long visits = 0;
  bool is_complete = true;  // False: there were more sets than anybody can look at.
};

// Which sets are wanted.
struct SetWishes {
  // At least what a role with these tasks, and adjustments of this worth or less, could be worth; absent when there is none.
  absl::FunctionRef<std::optional<int64_t>(const Doable& doable, Score worth)> bound_of;
  // Are roles wanted that are worth no more than this? From a no on, no lower bound is a yes.
  absl::FunctionRef<bool(int64_t bound)> can_matter;
  // Called once, if at all, before all else: a set that looks good by its bound. What is found with it may raise the wishes.
  absl::FunctionRef<void(const AdjustmentSet& set)> try_first;
  // What an adjustment adds to the worth of a set; <= 0.
  absl::FunctionRef<Score(AdjustmentIndex adjustment)> worth_of;
  // Sets are kept apart by what is bought once in them, so that each has its price.
  bool keeps_purchases_apart = false;
};

AdjustmentSets EnumerateSets(const CompiledMarket& market, const GapTable& gaps, const AdjustmentLimits& limits,
                             int64_t max_visits, const SetWishes& wishes);

// All sets that could ever be part of a best role, whatever tasks are worth: those for which no other makes as much possible and
// comes first, with no purchase that it has not. Ties are kept: a set goes only if the other is worth more, or as much and comes
// first by CompareSets. O(sets^2).
void KeepFrontier(std::vector<AdjustmentSet>& sets);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_ADJUSTMENT_SETS_H_
