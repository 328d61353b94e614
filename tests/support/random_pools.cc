// Pools of a random market: jobs are moved to one employer and site, and lose openings, so that they may share their tasks.
// Tested by tests/support/random_market_test.cc.
#include <algorithm>
#include <vector>

#include "support/market_draft.h"

namespace jobcarve::test {
namespace {

void Join(const Job& first, Job& job) {
  job.employer_id = first.employer_id;
  job.site_id = first.site_id;
  job.openings = std::min<int64_t>(job.openings, 1);
}

void AddDates(MarketDraft& draft, Pool& pool) {
  if (draft.Rarely()) {
    pool.earliest_start = draft.dates[1];
  }
  if (draft.On()) {
    pool.latest_start = draft.dates[static_cast<size_t>(draft.rng.Between(1, 5))];
  }
}

// Of at least one of the jobs from `next` on.
Pool RandomPool(MarketDraft& draft, int64_t number, size_t& next) {
  Pool pool;
  pool.id = Numbered("a-pool", number);
  pool.name = pool.id;
  const size_t first = next;
  const int64_t left = static_cast<int64_t>(draft.market.jobs.size() - first);
  for (int64_t i = draft.rng.Between(1, left); i > 0; --i, ++next) {
    Join(draft.market.jobs[first], draft.market.jobs[next]);
    pool.job_ids.push_back(draft.market.jobs[next].id);
  }
  draft.rng.Shuffle(pool.job_ids);
  pool.pay_per_hour = Pence{draft.market.jobs[first].pay_per_hour.count() + PickOne<int64_t>(draft.rng, {-200, -100, 0, 50})};
  if (draft.On()) {
    pool.min_role_minutes = Minutes{PickOne<int64_t>(draft.rng, {60, 180, 240})};
  }
  AddDates(draft, pool);
  if (draft.On()) {
    pool.max_coworker_minutes = Minutes{PickOne<int64_t>(draft.rng, {0, 30, 60})};
  }
  pool.role = draft.RandomRoleRules();
  return pool;
}

}  // namespace

void AddPools(MarketDraft& draft) {
  size_t next = 0;  // Job that is in no pool yet.
  for (int64_t i = 0; i < draft.options.pool_count && next < draft.market.jobs.size(); ++i) {
    draft.market.pools.push_back(RandomPool(draft, i, next));
  }
}

}  // namespace jobcarve::test
