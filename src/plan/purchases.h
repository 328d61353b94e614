// purchases.h: adjustments that are bought once, for a site or for a job, and serve every role there.
#ifndef JOBCARVE_SRC_PLAN_PURCHASES_H_
#define JOBCARVE_SRC_PLAN_PURCHASES_H_

#include <compare>
#include <map>
#include <optional>
#include <vector>

#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/prices.h"
#include "jobcarve/model/options.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve::internal {

struct Assignment;

// One thing that can be bought: an adjustment, for the site or for the job or pool that its scope says.
struct Buyable {
  AdjustmentIndex adjustment;
  std::optional<SiteIndex> site;
  std::optional<JobIndex> job;

  auto operator<=>(const Buyable&) const = default;
};

// What a role of this job uses when it uses the adjustment.
Buyable BuyableAt(const CompiledMarket& market, AdjustmentIndex adjustment, JobIndex job);

// What it takes off a plan's total, >= 0; above 0 for whatever CarvedRole::bought_once lists.
Score CostOfBuying(const CompiledMarket& market, AdjustmentIndex adjustment, const SolveOptions& options);

// What the roles use, and who uses it, ascending.
std::map<Buyable, std::vector<CandidateIndex>> UsersOf(const CompiledMarket& market, const Assignment& assignment);

// What is bought, for the plan.
std::vector<Purchase> PurchasesOf(const CompiledMarket& market, const Assignment& assignment, const SolveOptions& options);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_PURCHASES_H_
