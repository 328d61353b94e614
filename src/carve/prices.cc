// A task that a CARVED or CREATED role takes costs its own price and that of what it uses up of each residual rule. A WHOLE role
// leaves nothing behind, so it is given back what the rules would have cost. Tested by tests/plan/pools_test.cc.
#include "jobcarve/carve/prices.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "absl/numeric/int128.h"
#include "jobcarve/base/check.h"

namespace jobcarve {
namespace {

// No role is worth as much: whoever pays it or is paid it decides as if it were more.
constexpr int64_t kUtmost = int64_t{1} << 45;

}  // namespace

MarketPrices FreeOfCharge(const CompiledMarket& market) {
  MarketPrices prices{.opening = IndexedVector<JobIndex, Score>(market.jobs.size()),
                      .task = IndexedVector<JobIndex, std::vector<Score>>(market.jobs.size()),
                      .rule = IndexedVector<JobIndex, std::vector<Score>>(market.jobs.size()),
                      .share = IndexedVector<CandidateIndex, std::vector<PurchaseShare>>(market.candidates.size())};
  for (JobIndex job : market.jobs.Indices()) {
    if (market.jobs[job].is_pool()) {
      prices.task[job].resize(market.jobs[job].tasks.size());
      prices.rule[job].resize(PoolRulesOf(market.jobs[job]).size());
    }
  }
  return prices;
}

const PoolPost& PostOf(const CompiledMarket& market, JobIndex job) {
  const std::vector<PoolPost>& posts = market.jobs[*market.jobs[job].pool].posts;
  const auto found = absl::c_find_if(posts, [job](const PoolPost& post) { return post.job == job; });
  JOBCARVE_CHECK(found != posts.end());
  return *found;
}

RolePrices RolePricesAt(const CompiledMarket& market, const MarketPrices& prices, JobIndex job) {
  const CompiledJob& post = market.jobs[job];
  const Score opening = prices.opening[job];
  if (!post.is_pool() && !post.pool.has_value()) {
    return {.task = {}, .whole = opening, .carved = opening, .shares_purchases = true};
  }
  const JobIndex pool = post.is_pool() ? job : *post.pool;
  const RolePrices of_pool = RolePricesOfPool(PoolRulesOf(market.jobs[pool]), prices.task[pool], prices.rule[pool]);
  return post.is_pool() ? of_pool : RolePricesOfPost(PostOf(market, job), of_pool, prices.task[pool], opening);
}

std::vector<AdjustmentShare> SharesAt(const CompiledMarket& market, const std::vector<PurchaseShare>& shares, JobIndex job) {
  std::vector<AdjustmentShare> at;
  for (const PurchaseShare& share : shares) {
    if (share.job == job || share.site == market.jobs[job].site) {
      at.push_back({.adjustment = share.adjustment, .price = share.price});
    }
  }
  absl::c_sort(at, [](const AdjustmentShare& a, const AdjustmentShare& b) { return a.adjustment < b.adjustment; });
  return at;
}

RolePrices RolePricesAt(const CompiledMarket& market, const MarketPrices& prices, CandidateIndex candidate, JobIndex job) {
  RolePrices role_prices = RolePricesAt(market, prices, job);
  role_prices.shares = SharesAt(market, prices.share[candidate], job);
  return role_prices;
}

RolePrices RolePricesOfPool(const std::vector<PoolRule>& rules, const std::vector<Score>& task_prices,
                            const std::vector<Score>& rule_prices) {
  RolePrices prices{.task = task_prices, .whole = Score{}, .carved = Score{}, .shares_purchases = true};
  for (size_t i = 0; i < rules.size(); ++i) {
    for (size_t task = 0; task < prices.task.size() && rule_prices[i] != Score{}; ++task) {
      const absl::int128 sum = prices.task[task].count() + absl::int128(rule_prices[i].count()) * rules[i].amount[task];
      prices.task[task] = Score{static_cast<int64_t>(std::clamp<absl::int128>(sum, -kUtmost, kUtmost))};
    }
  }
  return prices;
}

RolePrices RolePricesOfPost(const PoolPost& post, const RolePrices& of_pool, const std::vector<Score>& task_prices,
                            Score opening) {
  RolePrices prices{.task = {}, .whole = opening, .carved = opening, .shares_purchases = true};
  for (TaskIndex place : post.place) {
    prices.task.push_back(of_pool.task[place.value()]);
    prices.whole += task_prices[place.value()] - of_pool.task[place.value()];
  }
  return prices;
}

}  // namespace jobcarve
