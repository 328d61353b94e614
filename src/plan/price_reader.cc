// Tested by tests/plan/verify_test.cc and tests/plan/pools_test.cc.
#include "plan/price_reader.h"

#include <algorithm>
#include <optional>

#include "absl/numeric/int128.h"
#include "jobcarve/match/bipartite.h"
#include "plan/find.h"

namespace jobcarve::internal {
namespace {

// A price as far as one can be true: sums of such do not overflow.
Score Tame(Score price) {
  return price < Score{} || price > Score{kMaxWeight} ? Score{} : price;
}

// For all that a task can take of the rule, no more than some roles are worth.
bool IsTame(const PoolRule& rule, Score price) {
  return std::all_of(rule.amount.begin(), rule.amount.end(), [price](int64_t amount) {
    return Tame(price) == price && absl::int128(price.count()) * (amount < 0 ? -amount : amount) <= 16 * absl::int128(kMaxWeight);
  });
}

void ReadTaskPrice(const CompiledMarket& market, JobIndex job, const TaskPrice& price, MarketPrices& prices) {
  if (const std::optional<TaskIndex> task = FindById(market.jobs[job].tasks, price.task_id)) {
    prices.task[*market.jobs[job].pool][PostOf(market, job).place[*task].value()] = Tame(price.amount);
  }
}

void ReadRulePrice(const CompiledMarket& market, JobIndex job, const RulePrice& price, MarketPrices& prices) {
  const JobIndex pool = *market.jobs[job].pool;
  const std::vector<PoolRule> rules = PoolRulesOf(market.jobs[pool]);
  for (size_t i = 0; i < rules.size(); ++i) {
    if (market.jobs[pool].posts[rules[i].post].job == job && rules[i].rule == price.rule) {
      prices.rule[pool][i] = IsTame(rules[i], price.amount) ? price.amount : Score{};
    }
  }
}

// A job in a pool.
std::optional<JobIndex> FindPost(const CompiledMarket& market, const std::string& id) {
  const std::optional<JobIndex> job = FindById(market.jobs, id);
  return job.has_value() && market.jobs[*job].pool.has_value() ? job : std::nullopt;
}

// What the scope of the adjustment says: for a site, or for a job or pool. The first of a kind counts.
void ReadSharePrice(const CompiledMarket& market, const SharePrice& price, MarketPrices& prices) {
  const std::optional<CandidateIndex> candidate = FindById(market.candidates, price.candidate_id);
  const std::optional<AdjustmentIndex> adjustment = FindById(market.adjustments, price.adjustment_id);
  if (!candidate.has_value() || !adjustment.has_value() || !market.adjustments[*adjustment].is_bought_once() ||
      Tame(price.amount) <= Score{}) {
    return;
  }
  const bool is_for_site = market.adjustments[*adjustment].scope == Scope::kSite;
  PurchaseShare share{.adjustment = *adjustment, .site = std::nullopt, .job = std::nullopt, .price = price.amount};
  if (is_for_site) {
    share.site = FindById(market.sites, price.site_id);
  } else {
    share.job = FindById(market.jobs, price.job_id);
  }
  std::vector<PurchaseShare>& shares = prices.share[*candidate];
  const bool is_there = std::any_of(shares.begin(), shares.end(), [&](const PurchaseShare& other) {
    return other.adjustment == share.adjustment && other.site == share.site && other.job == share.job;
  });
  if ((share.site.has_value() || share.job.has_value()) && !is_there) {
    shares.push_back(share);
  }
}

}  // namespace

void ReadPrices(const CompiledMarket& market, const Certificate& certificate, Assignment& assignment) {
  for (const Price& price : certificate.candidate_prices) {
    if (const std::optional<CandidateIndex> candidate = FindById(market.candidates, price.id)) {
      assignment.candidate_prices[*candidate] = Tame(price.amount);
    }
  }
  for (const Price& price : certificate.job_prices) {
    const std::optional<JobIndex> job = FindById(market.jobs, price.id);
    if (job.has_value() && !market.jobs[*job].is_pool()) {
      assignment.prices.opening[*job] = Tame(price.amount);
    }
  }
  for (const SharePrice& price : certificate.share_prices) {
    ReadSharePrice(market, price, assignment.prices);
  }
  for (const TaskPrice& price : certificate.task_prices) {
    if (const std::optional<JobIndex> job = FindPost(market, price.job_id)) {
      ReadTaskPrice(market, *job, price, assignment.prices);
    }
  }
  for (const RulePrice& price : certificate.rule_prices) {
    if (const std::optional<JobIndex> job = FindPost(market, price.job_id)) {
      ReadRulePrice(market, *job, price, assignment.prices);
    }
  }
}

}  // namespace jobcarve::internal
