// Tested by the plans of tests/plan/purchases_test.cc.
#include "support/oracle_purchases.h"

#include <algorithm>
#include <set>

namespace jobcarve::test {

Market InPlan(const Market& market) {
  Market read = market;
  for (Adjustment& adjustment : read.adjustments) {
    if (FirstYearCost(adjustment) > 0) {
      adjustment.scope = adjustment.scope == Scope::kJob    ? kJobPaidByPlan
                         : adjustment.scope == Scope::kSite ? kSitePaidByPlan
                                                            : adjustment.scope;
    }
  }
  return read;
}

bool HasPurchases(const Market& market) {
  return std::any_of(market.adjustments.begin(), market.adjustments.end(), IsPaidByPlan);
}

std::vector<BoughtFor> UsedBy(const Market& market, const PlacedRole& placed) {
  std::vector<BoughtFor> used;
  for (const std::string& id : placed.role.adjustment_ids) {
    if (FindAdjustment(market, id).scope == kSitePaidByPlan) {
      used.push_back({id, FindJob(market, placed.job_id).site_id, ""});
    }
    if (FindAdjustment(market, id).scope == kJobPaidByPlan) {
      used.push_back({id, "", placed.job_id});
    }
  }
  return used;
}

int64_t CostOfPurchase(const Market& market, const std::string& adjustment_id, const SolveOptions& options) {
  const Adjustment& adjustment = FindAdjustment(market, adjustment_id);
  const ScoringPolicy& scoring = options.scoring;
  const int64_t per_pound = adjustment.funder == Funder::kEmployer       ? scoring.employer_pound.count()
                            : adjustment.funder == Funder::kAccessToWork ? scoring.access_to_work_pound.count()
                                                                         : scoring.provider_pound.count();
  return (2 * FirstYearCost(adjustment) * per_pound + 100) / 200;
}

int64_t CostOfPurchases(const Market& market, const std::vector<PlacedRole>& roles, const SolveOptions& options) {
  std::set<BoughtFor> bought;
  for (const PlacedRole& placed : roles) {
    for (const BoughtFor& one : UsedBy(market, placed)) {
      bought.insert(one);
    }
  }
  int64_t cost = 0;
  for (const BoughtFor& one : bought) {
    cost += CostOfPurchase(market, one.adjustment_id, options);
  }
  return cost;
}

}  // namespace jobcarve::test
