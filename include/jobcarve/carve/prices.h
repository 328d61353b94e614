// prices.h: what a role costs when others want the same openings and tasks. "When roles compete" in proto/README.md, as code.
#ifndef JOBCARVE_CARVE_PRICES_H_
#define JOBCARVE_CARVE_PRICES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "jobcarve/base/units.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/model/compiled.h"

namespace jobcarve {

// In the order and with the meaning of RulePrice.Rule in plan.proto.
enum class ResidualRule { kUnspecified = 0, kTasks = 1, kMinutes = 2, kPleasant = 3, kUnpleasant = 4, kHeavy = 5 };

// A residual rule of a post in a pool: all roles CARVED or CREATED out of it may take at most so much together.
struct PoolRule {
  size_t post = 0;  // Among the pool's.
  ResidualRule rule = ResidualRule::kUnspecified;
  std::vector<int64_t> amount;  // By task of the pool; 0 of other posts' tasks. May be negative.
  int64_t at_most = 0;          // >= 0.
};

// By post, then rule; none for a job. O(posts x tasks).
std::vector<PoolRule> PoolRulesOf(const CompiledJob& pool);

// What somebody bears of the cost of an adjustment that is bought once, for a site or for a job or pool.
struct PurchaseShare {
  AdjustmentIndex adjustment;
  std::optional<SiteIndex> site;  // One of the two.
  std::optional<JobIndex> job;
  Score price;

  bool operator==(const PurchaseShare&) const = default;
};

// What everything that roles compete for costs.
struct MarketPrices {
  IndexedVector<JobIndex, Score> opening;            // Of each job; 0 for pools.
  IndexedVector<JobIndex, std::vector<Score>> task;  // Of each pool's tasks; none for jobs.
  IndexedVector<JobIndex, std::vector<Score>> rule;  // In the order of PoolRulesOf; none for jobs.
  IndexedVector<CandidateIndex, std::vector<PurchaseShare>> share;
};

// All 0.
MarketPrices FreeOfCharge(const CompiledMarket& market);

// The post that a job is in its pool.
const PoolPost& PostOf(const CompiledMarket& market, JobIndex job);

// The prices of one job or pool, as a role made from it meets them; tasks carry their rules' prices and may have one below 0.
RolePrices RolePricesAt(const CompiledMarket& market, const MarketPrices& prices, JobIndex job);
// What is for this job of what somebody bears of purchases, by adjustment.
std::vector<AdjustmentShare> SharesAt(const CompiledMarket& market, const std::vector<PurchaseShare>& shares, JobIndex job);
// The prices, with what the person bears.
RolePrices RolePricesAt(const CompiledMarket& market, const MarketPrices& prices, CandidateIndex candidate, JobIndex job);
// The same of a pool, and of one of its jobs, from the prices of the pool's tasks and rules.
RolePrices RolePricesOfPool(const std::vector<PoolRule>& rules, const std::vector<Score>& task_prices,
                            const std::vector<Score>& rule_prices);
RolePrices RolePricesOfPost(const PoolPost& post, const RolePrices& of_pool, const std::vector<Score>& task_prices,
                            Score opening);

}  // namespace jobcarve

#endif  // JOBCARVE_CARVE_PRICES_H_
