// priced_pair.h: one candidate and one job, compiled once and asked for its best role at many prices.
//
//   const PricedPair pair({.market = market, .candidate = candidate, .job = job, .options = options, .waived = waived}, links);
//   Knapsack knapsack;                                      // One for each thread.
//   for (const RolePrices& prices : rounds) {
//     const std::optional<Role> role = pair.BestRole(prices, knapsack);
//
// The answers are those of CarvePair at these prices. Sets of adjustments do not depend on prices: they are enumerated when the
// pair is compiled, and only those are kept that some prices could make part of a best role. What is left for each question are
// bounds and a few knapsacks.
#ifndef JOBCARVE_SRC_CARVE_PRICED_PAIR_H_
#define JOBCARVE_SRC_CARVE_PRICED_PAIR_H_

#include <optional>
#include <vector>

#include "carve/adjustment_sets.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"
#include "jobcarve/carve/carve.h"

namespace jobcarve {

class PricedPair {
 public:
  // `question`'s referents and `links`, the job's, must outlive this.
  PricedPair(const PairQuestion& question, const LinkForest& links);

  // The best role at these prices; nullopt when none is feasible, or with a floor when none is worth more than that after its
  // price, which is told sooner. `knapsack` is used by nobody else meanwhile.
  std::optional<Role> BestRole(const RolePrices& prices, Knapsack& knapsack, std::optional<int64_t> floor = std::nullopt) const;

  // Every role that is worth at least `least` after its price, with the adjustments that suit it best; by form, then tasks; each
  // with its score and without handovers. Nothing when that are more than `limit`, or when it would take too long to tell.
  std::optional<std::vector<Role>> RolesFrom(const RolePrices& prices, int64_t least, size_t limit) const;

 private:
  const PairQuestion question_;
  const LinkForest& links_;
  PairProblem problem_;
  std::optional<std::vector<AdjustmentSet>> frontier_;  // Absent when there are too many sets: then each question enumerates.
  bool has_purchases_ = false;                          // Some of the sets have a price of their own.
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_PRICED_PAIR_H_
