// oracle_purchases.h: what is bought once for several roles, as proto/README.md says under "What is bought once".
#ifndef JOBCARVE_TESTS_SUPPORT_ORACLE_PURCHASES_H_
#define JOBCARVE_TESTS_SUPPORT_ORACLE_PURCHASES_H_

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"
#include "support/oracle_pair.h"
#include "support/oracle_pools.h"

namespace jobcarve::test {

// The market as the roles of a plan meet it: the ledger of none has what is bought once.
Market InPlan(const Market& market);
bool HasPurchases(const Market& market);

// An adjustment, and the site or the job that it is bought for.
struct BoughtFor {
  std::string adjustment_id;
  std::string site_id;
  std::string job_id;

  auto operator<=>(const BoughtFor&) const = default;
};

// What a role in this job uses. Markets are those of InPlan, here and below.
std::vector<BoughtFor> UsedBy(const Market& market, const PlacedRole& placed);

// What one costs a plan, in micro-points, >= 0; and all that these roles use together.
int64_t CostOfPurchase(const Market& market, const std::string& adjustment_id, const SolveOptions& options);
int64_t CostOfPurchases(const Market& market, const std::vector<PlacedRole>& roles, const SolveOptions& options);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ORACLE_PURCHASES_H_
