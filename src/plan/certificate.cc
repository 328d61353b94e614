// Sums over everything that has a price. Tested by tests/plan/solve_test.cc and tests/plan/pools_test.cc.
#include "plan/certificate.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "absl/algorithm/container.h"
#include "plan/proposal.h"
#include "plan/purchases.h"

namespace jobcarve::internal {
namespace {

// What nobody takes, times its price; and all that there is, times its price.
struct Account {
  const CompiledMarket& market;
  const Assignment& assignment;
  const SolveOptions& options;
  Certificate certificate;

  void EnterCandidates() {
    for (CandidateIndex candidate : market.candidates.Indices()) {
      const Score price = assignment.candidate_prices[candidate];
      certificate.dual_total += price;
      if (price > Score{}) {
        certificate.candidate_prices.push_back({.id = market.candidates[candidate].id, .amount = price});
      }
      const std::optional<CarvedRole>& carved = assignment.roles[candidate];
      if (!carved.has_value()) {
        certificate.losses.unplaced += price;
      } else {
        const RolePrices prices = RolePricesAt(market, assignment.prices, candidate, carved->job);
        const Score cost = IsSecond(candidate, carved->role) ? Score{} : prices.Of(market.jobs[carved->job], carved->role);
        certificate.losses.roles += price + cost - carved->role.score;
      }
    }
  }

  void EnterOpenings() {
    IndexedVector<JobIndex, int64_t> left(market.jobs.size(), 0);
    for (JobIndex job : market.jobs.Indices()) {
      left[job] = market.jobs[job].capacity();
    }
    for (CandidateIndex candidate : market.candidates.Indices()) {
      const std::optional<CarvedRole>& carved = assignment.roles[candidate];
      if (carved.has_value() && !IsSecond(candidate, carved->role)) {
        --left[carved->job];
      }
    }
    for (JobIndex job : market.jobs.Indices()) {
      const Score price = assignment.prices.opening[job];
      certificate.dual_total += price * market.jobs[job].capacity();
      certificate.losses.openings += price * left[job];
      if (price > Score{}) {
        certificate.job_prices.push_back({.id = market.jobs[job].id, .amount = price});
      }
    }
  }

  void EnterTasks(const IndexedVector<JobIndex, TaskSet>& taken) {
    for (JobIndex job : market.jobs.Indices()) {
      if (!market.jobs[job].pool.has_value()) {
        continue;
      }
      const PoolPost& post = PostOf(market, job);
      for (TaskIndex task : market.jobs[job].tasks.Indices()) {
        const Score price = assignment.prices.task[*market.jobs[job].pool][post.place[task].value()];
        certificate.dual_total += price;
        certificate.losses.tasks += Contains(taken[job], task) ? Score{} : price;
        if (price > Score{}) {
          certificate.task_prices.push_back(
              {.job_id = market.jobs[job].id, .task_id = market.jobs[job].tasks[task].id, .amount = price});
        }
      }
    }
  }

  // What is bought saves nothing but the shares of those who use it; what is not saves its cost, and shares beyond that are lost.
  void EnterPurchases() {
    std::map<Buyable, Score> shares;
    std::map<Buyable, Score> borne;  // By those who use it.
    const std::map<Buyable, std::vector<CandidateIndex>> users = UsersOf(market, assignment);
    for (CandidateIndex candidate : market.candidates.Indices()) {
      for (const PurchaseShare& share : assignment.prices.share[candidate]) {
        const Buyable what = {.adjustment = share.adjustment, .site = share.site, .job = share.job};
        const auto bought = users.find(what);
        shares[what] += share.price;
        borne[what] += bought != users.end() && absl::c_binary_search(bought->second, candidate) ? share.price : Score{};
        certificate.share_prices.push_back({.candidate_id = market.candidates[candidate].id,
                                            .adjustment_id = market.adjustments[share.adjustment].id,
                                            .site_id = share.site.has_value() ? market.sites[*share.site].id : "",
                                            .job_id = share.job.has_value() ? market.jobs[*share.job].id : "",
                                            .amount = share.price});
      }
    }
    for (const auto& [what, who] : users) {
      shares.try_emplace(what, Score{});
    }
    for (const auto& [what, sum] : shares) {
      const Score cost = CostOfBuying(market, what.adjustment, options);
      const Score beyond = std::max(sum - cost, Score{});
      certificate.dual_total += beyond;
      certificate.losses.purchases += users.contains(what) ? beyond + cost - borne[what] : beyond;
    }
  }

  // Of what CARVED and CREATED roles may take from each post together.
  void EnterRules() {
    IndexedVector<JobIndex, TaskSet> gone(market.jobs.size(), 0);  // By pool, in its numbering.
    for (const std::optional<CarvedRole>& carved : assignment.roles) {
      if (carved.has_value() && market.jobs[carved->job].is_pool()) {
        gone[carved->job] |= carved->role.tasks;
      } else if (carved.has_value() && market.jobs[carved->job].pool.has_value() && carved->role.form == Form::kCarved) {
        for (TaskIndex task : market.jobs[carved->job].tasks.Indices()) {
          const TaskSet in_pool = SetOf(PostOf(market, carved->job).place[task]);
          gone[*market.jobs[carved->job].pool] |= Contains(carved->role.tasks, task) ? in_pool : 0;
        }
      }
    }
    for (JobIndex pool : market.jobs.Indices()) {
      EnterRulesOf(pool, gone[pool]);
    }
  }

  void EnterRulesOf(JobIndex pool, TaskSet gone) {
    const std::vector<PoolRule> rules = PoolRulesOf(market.jobs[pool]);
    for (size_t i = 0; i < rules.size(); ++i) {
      const Score price = assignment.prices.rule[pool][i];
      int64_t used = 0;
      for (TaskIndex task : market.jobs[pool].tasks.Indices()) {
        used += Contains(gone, task) ? rules[i].amount[task.value()] : 0;
      }
      certificate.dual_total += price * rules[i].at_most;
      certificate.losses.rules += price * (rules[i].at_most - used);
      if (price > Score{}) {
        const JobIndex job = market.jobs[pool].posts[rules[i].post].job;
        certificate.rule_prices.push_back({.job_id = market.jobs[job].id, .rule = rules[i].rule, .amount = price});
      }
    }
  }
};

}  // namespace

IndexedVector<JobIndex, TaskSet> TakenOf(const CompiledMarket& market, const Assignment& assignment) {
  IndexedVector<JobIndex, TaskSet> taken(market.jobs.size(), 0);
  for (const std::optional<CarvedRole>& carved : assignment.roles) {
    if (!carved.has_value()) {
      continue;
    }
    const CompiledJob& job = market.jobs[carved->job];
    if (!job.is_pool()) {
      taken[carved->job] |= carved->role.form == Form::kCarved ? carved->role.tasks : job.AllTasks();
    }
    for (const PoolPost& post : job.posts) {
      for (TaskIndex task : post.place.Indices()) {
        taken[post.job] |= Contains(carved->role.tasks, post.place[task]) ? SetOf(task) : 0;
      }
    }
  }
  return taken;
}

Certificate CertificateOf(const CompiledMarket& market, const Assignment& assignment, const SolveOptions& options) {
  Account account{.market = market, .assignment = assignment, .options = options, .certificate = {}};
  account.certificate.unproven_pair_count = assignment.unproven_count;
  account.EnterCandidates();
  account.EnterOpenings();
  account.EnterTasks(TakenOf(market, assignment));
  account.EnterRules();
  account.EnterPurchases();
  absl::c_stable_sort(account.certificate.rule_prices,
                      [](const RulePrice& a, const RulePrice& b) { return a.job_id < b.job_id; });
  absl::c_sort(account.certificate.share_prices, [](const SharePrice& a, const SharePrice& b) {
    return std::tie(a.candidate_id, a.adjustment_id, a.job_id, a.site_id) <
           std::tie(b.candidate_id, b.adjustment_id, b.job_id, b.site_id);
  });
  return std::move(account.certificate);
}

std::vector<Residual> ResidualsOf(const CompiledMarket& market, const Assignment& assignment) {
  IndexedVector<JobIndex, char> is_whole(market.jobs.size(), false);
  for (const std::optional<CarvedRole>& carved : assignment.roles) {
    if (carved.has_value() && TakesPost(carved->role.form)) {
      is_whole[carved->job] = true;
    }
  }
  const IndexedVector<JobIndex, TaskSet> taken = TakenOf(market, assignment);
  std::vector<Residual> residuals;
  for (JobIndex job : market.jobs.Indices()) {
    if (market.jobs[job].pool.has_value() && taken[job] != 0 && is_whole[job] == 0) {
      residuals.push_back(ResidualOf(market.jobs[job], taken[job]));
      residuals.back().job_id = market.jobs[job].id;
    }
  }
  return residuals;
}

Placement PlacementOf(const CompiledMarket& market, const Assignment& assignment) {
  Placement placement{.job_of = IndexedVector<CandidateIndex, std::optional<JobIndex>>(market.candidates.size()),
                      .prices = {},
                      .shares = {},
                      .shared_openings = {}};
  for (CandidateIndex candidate : market.candidates.Indices()) {
    if (assignment.roles[candidate].has_value()) {
      placement.job_of[candidate] = assignment.roles[candidate]->job;
    }
  }
  for (JobIndex job : market.jobs.Indices()) {
    placement.prices.push_back(RolePricesAt(market, assignment.prices, job));
  }
  placement.shares = assignment.prices.share;
  placement.shared_openings = IndexedVector<JobIndex, int64_t>(market.jobs.size(), 0);
  for (CandidateIndex candidate : market.candidates.Indices()) {
    const std::optional<CarvedRole>& carved = assignment.roles[candidate];
    if (carved.has_value() && IsSecond(candidate, carved->role)) {
      ++placement.shared_openings[carved->job];
    }
  }
  return placement;
}

}  // namespace jobcarve::internal
