// Tested by tests/plan/purchases_test.cc.
#include "plan/purchases.h"

#include <utility>

#include "carve/amounts.h"
#include "plan/assign.h"

namespace jobcarve::internal {

Buyable BuyableAt(const CompiledMarket& market, AdjustmentIndex adjustment, JobIndex job) {
  if (market.adjustments[adjustment].scope == Scope::kSite) {
    return {.adjustment = adjustment, .site = market.jobs[job].site, .job = std::nullopt};
  }
  return {.adjustment = adjustment, .site = std::nullopt, .job = job};
}

Score CostOfBuying(const CompiledMarket& market, AdjustmentIndex adjustment, const SolveOptions& options) {
  return -CostAmount(market.adjustments[adjustment], options.scoring);
}

std::map<Buyable, std::vector<CandidateIndex>> UsersOf(const CompiledMarket& market, const Assignment& assignment) {
  std::map<Buyable, std::vector<CandidateIndex>> users;
  for (CandidateIndex candidate : market.candidates.Indices()) {
    const std::optional<CarvedRole>& carved = assignment.roles[candidate];
    if (!carved.has_value()) {
      continue;
    }
    for (AdjustmentIndex adjustment : carved->role.adjustments) {
      if (market.adjustments[adjustment].is_bought_once()) {
        users[BuyableAt(market, adjustment, carved->job)].push_back(candidate);
      }
    }
  }
  return users;
}

std::vector<Purchase> PurchasesOf(const CompiledMarket& market, const Assignment& assignment, const SolveOptions& options) {
  std::vector<Purchase> purchases;
  for (const auto& [buyable, users] : UsersOf(market, assignment)) {
    Purchase purchase{.adjustment_id = market.adjustments[buyable.adjustment].id,
                      .site_id = buyable.site.has_value() ? market.sites[*buyable.site].id : "",
                      .job_id = buyable.job.has_value() ? market.jobs[*buyable.job].id : "",
                      .candidate_ids = {},
                      .amount = -CostOfBuying(market, buyable.adjustment, options)};
    for (CandidateIndex user : users) {
      purchase.candidate_ids.push_back(market.candidates[user].id);
    }
    purchases.push_back(std::move(purchase));
  }
  return purchases;
}

}  // namespace jobcarve::internal
