// The certificate's inequality and sums, straight from "When roles compete" in proto/README.md.
// Tested by tests/support/contract_checker_test.cc.
#include <algorithm>
#include <map>
#include <tuple>

#include "support/complaint_list.h"
#include "support/contract_checker.h"
#include "support/oracle.h"
#include "support/oracle_pair.h"
#include "support/oracle_pools.h"
#include "support/oracle_purchases.h"
#include "support/pool_reading.h"

namespace jobcarve::test {
namespace {

constexpr ResidualRule kRules[] = {ResidualRule::kTasks, ResidualRule::kMinutes, ResidualRule::kPleasant,
                                   ResidualRule::kUnpleasant, ResidualRule::kHeavy};

int64_t Capacity(const Job& job) {
  return std::max<int64_t>(job.openings, 1);
}

// a_k(t).
int64_t AmountOf(const Job& post, const std::string& task_id, ResidualRule rule) {
  const Task& task = FindTask(post, task_id);
  if (rule == ResidualRule::kTasks) {
    return 1;
  }
  if (rule == ResidualRule::kMinutes) {
    return task.weekly_minutes.count();
  }
  if (rule == ResidualRule::kPleasant) {
    return task.pleasant_minutes.count();
  }
  if (rule == ResidualRule::kHeavy) {
    return post.carving.residual.max_heavy->count() * task.weekly_minutes.count() - 1000 * task.heavy_minutes.count();
  }
  return post.carving.residual.max_unpleasant->count() * task.weekly_minutes.count() - 1000 * task.unpleasant_minutes.count();
}

// Is there such a rule?
bool HasRule(const Job& post, ResidualRule rule) {
  const ResidualRules& rules = post.carving.residual;
  return rule == ResidualRule::kTasks || (rule == ResidualRule::kMinutes && rules.min_weekly_minutes > Minutes{0}) ||
         (rule == ResidualRule::kPleasant && rules.min_pleasant_minutes > Minutes{0}) ||
         (rule == ResidualRule::kUnpleasant && rules.max_unpleasant.has_value()) ||
         (rule == ResidualRule::kHeavy && rules.max_heavy.has_value());
}

// b_k.
int64_t RoomOf(const Job& post, ResidualRule rule) {
  const ResidualRules& rules = post.carving.residual;
  int64_t room = 0;
  for (const Task& task : post.tasks) {
    room += AmountOf(post, task.id, rule);
  }
  room -= rule == ResidualRule::kTasks      ? std::max<int64_t>(rules.min_task_count, 1)
          : rule == ResidualRule::kMinutes  ? rules.min_weekly_minutes.count()
          : rule == ResidualRule::kPleasant ? rules.min_pleasant_minutes.count()
                                            : 0;
  return std::max<int64_t>(room, 0);
}

// The certificate's prices, looked up.
struct Prices {
  std::map<std::string, int64_t> candidates;
  std::map<std::string, int64_t> jobs;
  std::map<std::pair<std::string, std::string>, int64_t> tasks;
  std::map<std::pair<std::string, ResidualRule>, int64_t> rules;
  std::map<std::pair<std::string, BoughtFor>, int64_t> shares;  // By candidate, and what.

  explicit Prices(const Certificate& certificate) {
    for (const Price& price : certificate.candidate_prices) {
      candidates[price.id] = price.amount.count();
    }
    for (const Price& price : certificate.job_prices) {
      jobs[price.id] = price.amount.count();
    }
    for (const TaskPrice& price : certificate.task_prices) {
      tasks[{price.job_id, price.task_id}] = price.amount.count();
    }
    for (const RulePrice& price : certificate.rule_prices) {
      rules[{price.job_id, price.rule}] = price.amount.count();
    }
    for (const SharePrice& price : certificate.share_prices) {
      shares[{price.candidate_id, {price.adjustment_id, price.site_id, price.job_id}}] = price.amount.count();
    }
  }

  template <typename Key>
  static int64_t At(const std::map<Key, int64_t>& prices, const Key& key) {
    const auto found = prices.find(key);
    return found == prices.end() ? 0 : found->second;
  }

  int64_t CostOf(const Market& market, const std::string& candidate_id, const PlacedRole& placed) const {
    const OracleRole& role = placed.role;
    if (placed.is_second) {
      return 0;
    }
    const bool takes_all = role.form == Form::kWhole || role.form == Form::kStripped || role.form == Form::kShared;
    int64_t cost = At(jobs, placed.job_id);
    const Ids of_role(role.task_ids.begin(), role.task_ids.end());
    for (const std::string& id : takes_all ? AllTasks(FindJob(market, placed.job_id)) : of_role) {
      const Job& post = PostOfTask(market, placed.job_id, id);
      cost += At(tasks, {post.id, id});
      for (const ResidualRule rule : kRules) {
        const int64_t price = At(rules, {post.id, rule});
        cost += takes_all || price == 0 ? 0 : price * AmountOf(post, id, rule);
      }
    }
    for (const BoughtFor& what : UsedBy(market, placed)) {
      cost += At(shares, {candidate_id, what});
    }
    return cost;
  }
};

bool SharesOpenings(const Market& market) {
  return std::any_of(market.jobs.begin(), market.jobs.end(), [](const Job& job) { return job.sharing.has_value(); });
}

bool IsPost(const Market& market, const std::string& job_id) {
  return IsSharing(market, job_id) && FindPool(market, job_id) == nullptr;
}

bool HasJob(const Market& market, const std::string& id) {
  return std::any_of(market.jobs.begin(), market.jobs.end(), [&](const Job& job) { return job.id == id; });
}

template <typename T>
bool Ascends(const std::vector<T>& items) {
  return std::adjacent_find(items.begin(), items.end(), [](const T& a, const T& b) { return a >= b; }) == items.end();
}

// Every price is above 0, of something that is there, and in its place.
void CheckLists(const Market& market, const Certificate& certificate, ComplaintList& list) {
  for (const auto& [prices, what] : {std::pair(certificate.candidate_prices, std::string("candidate_prices")),
                                     std::pair(certificate.job_prices, std::string("job_prices"))}) {
    list.ExpectAscending(IdsOfAll(prices, &Price::id), "certificate " + what);
    for (const Price& price : prices) {
      list.Expect(price.amount > Score{0}, "certificate price of " + price.id, "not above 0");
      const bool is_there = what == "job_prices" ? HasJob(market, price.id) && FindPool(market, price.id) == nullptr
                                                 : std::any_of(market.candidates.begin(), market.candidates.end(),
                                                               [&](const Candidate& c) { return c.id == price.id; });
      list.Expect(is_there, "certificate", "a price does not resolve");
    }
  }
  std::vector<std::pair<std::string, std::string>> tasks;
  for (const TaskPrice& price : certificate.task_prices) {
    const bool is_there = HasJob(market, price.job_id) && IsPost(market, price.job_id) &&
                          AllTasks(FindJob(market, price.job_id)).count(price.task_id) > 0;
    list.Expect(is_there && price.amount > Score{0}, "certificate task price", "does not resolve, or is not above 0");
    tasks.emplace_back(price.job_id, price.task_id);
  }
  std::vector<std::pair<std::string, ResidualRule>> rules;
  for (const RulePrice& price : certificate.rule_prices) {
    const bool is_there =
        HasJob(market, price.job_id) && IsPost(market, price.job_id) && HasRule(FindJob(market, price.job_id), price.rule);
    list.Expect(is_there && price.amount > Score{0}, "certificate rule price", "does not resolve, or is not above 0");
    rules.emplace_back(price.job_id, price.rule);
  }
  list.Expect(Ascends(tasks), "certificate task_prices", "not in order");
  list.Expect(Ascends(rules), "certificate rule_prices", "not in order");
}

// Shares are of adjustments that are bought once, each for what its scope says.
void CheckShares(const Market& market, const Certificate& certificate, ComplaintList& list) {
  std::vector<std::tuple<std::string, std::string, std::string, std::string>> shares;
  for (const SharePrice& price : certificate.share_prices) {
    const auto adjustment = std::find_if(market.adjustments.begin(), market.adjustments.end(),
                                         [&](const Adjustment& one) { return one.id == price.adjustment_id; });
    const bool is_of_site = adjustment != market.adjustments.end() && adjustment->scope == kSitePaidByPlan &&
                            price.job_id.empty() && !price.site_id.empty();
    const bool is_of_job = adjustment != market.adjustments.end() && adjustment->scope == kJobPaidByPlan &&
                           HasJob(market, price.job_id) && price.site_id.empty();
    list.Expect((is_of_site || is_of_job) && price.amount > Score{0}, "certificate share price",
                "does not resolve, or is not above 0");
    shares.emplace_back(price.candidate_id, price.adjustment_id, price.job_id, price.site_id);
  }
  list.Expect(Ascends(shares), "certificate share_prices", "not in order");
}

// Each is bought once, for those who use it; what shares do not bear of that is lost.
void CheckPurchases(const Market& market, const Plan& plan, const Prices& prices, Losses& losses, int64_t& dual,
                    ComplaintList& list) {
  std::map<BoughtFor, std::vector<std::string>> users;
  std::map<BoughtFor, int64_t> borne;
  const std::vector<PlacedRole> roles = PlacedRoles(plan);
  for (size_t i = 0; i < roles.size(); ++i) {
    for (const BoughtFor& what : UsedBy(market, roles[i])) {
      users[what].push_back(plan.proposals[i].candidate_id);
      borne[what] += Prices::At(prices.shares, {plan.proposals[i].candidate_id, what});
    }
  }
  std::map<BoughtFor, int64_t> sums;
  for (const auto& [who_and_what, share] : prices.shares) {
    sums[who_and_what.second] += share;
  }
  std::map<BoughtFor, int64_t> listed;
  for (const Purchase& purchase : plan.purchases) {
    const BoughtFor what{purchase.adjustment_id, purchase.site_id, purchase.job_id};
    list.Expect(users[what] == purchase.candidate_ids && !users[what].empty(), "purchases", "other users");
    listed[what] = purchase.amount.count();
  }
  list.Expect(plan.purchases.size() == users.size(), "purchases", "not those that roles use");
  for (const auto& [what, who] : users) {
    sums.try_emplace(what, 0);
  }
  for (const auto& [what, sum] : sums) {
    const int64_t cost = CostOfPurchase(market, what.adjustment_id, plan.provenance.options);
    dual += std::max<int64_t>(sum - cost, 0);
    losses.purchases += Score{users.contains(what) ? std::max(sum, cost) - borne[what] : std::max<int64_t>(sum - cost, 0)};
    list.Expect(!users.contains(what) || listed[what] == -cost, "purchases", "another amount");
  }
}

// What there is of everything times its price, and what is left of it.
void CheckSums(const Market& market, const Plan& plan, const Prices& prices, ComplaintList& list) {
  Losses losses;
  int64_t dual = 0;
  const std::vector<PlacedRole> roles = PlacedRoles(plan);
  std::map<std::string, int64_t> used;
  std::map<std::string, Ids> given = TakenOut(market, roles);
  const std::map<std::string, Ids> taken_out = given;
  std::map<std::string, int64_t> u = prices.candidates;
  for (size_t i = 0; i < roles.size(); ++i) {
    used[roles[i].job_id] += roles[i].is_second ? 0 : 1;
    losses.roles += Score{u[plan.proposals[i].candidate_id] + prices.CostOf(market, plan.proposals[i].candidate_id, roles[i]) -
                          roles[i].role.score};
    dual += u[plan.proposals[i].candidate_id];
    u.erase(plan.proposals[i].candidate_id);
    if (roles[i].role.form == Form::kWhole || roles[i].role.form == Form::kStripped || roles[i].role.form == Form::kShared) {
      given[roles[i].job_id] = AllTasks(FindJob(market, roles[i].job_id));
    }
  }
  for (const auto& [id, price] : u) {
    losses.unplaced += Score{price};
    dual += price;
  }
  for (const Job& job : market.jobs) {
    const int64_t price = Prices::At(prices.jobs, job.id);
    dual += Capacity(job) * price;
    losses.openings += Score{(Capacity(job) - used[job.id]) * price};
    for (const Task& task : job.tasks) {
      const int64_t of_task = IsPost(market, job.id) ? Prices::At(prices.tasks, {job.id, task.id}) : 0;
      dual += of_task;
      losses.tasks += Score{given[job.id].count(task.id) > 0 ? 0 : of_task};
    }
    for (const ResidualRule rule : kRules) {
      const int64_t of_rule = Prices::At(prices.rules, {job.id, rule});
      if (of_rule == 0) {
        continue;
      }
      int64_t taken = 0;
      const auto out = taken_out.find(job.id);
      for (const std::string& task : out == taken_out.end() ? Ids() : out->second) {
        taken += AmountOf(job, task, rule);
      }
      dual += of_rule * RoomOf(job, rule);
      losses.rules += Score{of_rule * (RoomOf(job, rule) - taken)};
    }
  }
  CheckPurchases(market, plan, prices, losses, dual, list);
  const Certificate& certificate = plan.certificate;
  list.ExpectEqual(certificate.dual_total.count(), dual, "certificate dual_total");
  list.Expect(certificate.losses == losses, "certificate losses", "not where the bound and the scores part");
  list.ExpectEqual(dual - plan.totals.score.count(), losses.Sum().count(), "certificate gap");
  for (const Score& loss : {losses.roles, losses.unplaced, losses.openings, losses.tasks, losses.rules, losses.purchases}) {
    list.Expect(loss >= Score{}, "certificate losses", "below 0");
  }
  list.Expect(!market.pools.empty() || HasPurchases(market) || SharesOpenings(market) || losses == Losses(), "certificate",
              "a plan without pools has no gap");
}

}  // namespace

std::vector<PlacedRole> PlacedRoles(const Plan& plan) {
  std::vector<PlacedRole> roles;
  for (const Proposal& proposal : plan.proposals) {
    PlacedRole placed{.job_id = proposal.job_id, .role = {}};
    placed.role.form = proposal.form;
    placed.is_second = !proposal.shared_with_candidate_id.empty() && proposal.shared_with_candidate_id < proposal.candidate_id;
    placed.role.task_ids = proposal.task_ids;
    placed.role.score = proposal.score.count();
    for (const ProposedAdjustment& adjustment : proposal.adjustments) {
      placed.role.adjustment_ids.push_back(adjustment.adjustment_id);
    }
    roles.push_back(placed);
  }
  return roles;
}

std::vector<std::string> CertificateComplaints(const Market& market, const Plan& plan) {
  ComplaintList list;
  CheckLists(market, plan.certificate, list);
  CheckShares(market, plan.certificate, list);
  if (list.complaints().empty()) {
    CheckSums(market, plan, Prices(plan.certificate), list);
  }
  return list.complaints();
}

// Of two people who could share an opening, both prices and the post's.
std::vector<std::string> CoupleComplaints(const Market& market, const Plan& plan) {
  ComplaintList list;
  const Prices prices(plan.certificate);
  for (const Candidate& a : market.candidates) {
    for (const Candidate& b : market.candidates) {
      for (const Job& job : market.jobs) {
        const std::optional<OracleCouple> best =
            a.id < b.id && job.sharing ? BestCouple(market, a.id, b.id, job.id, plan.provenance.options) : std::nullopt;
        if (best && best->first.score > 0 && best->second.score > 0) {
          const int64_t covered = Prices::At(prices.candidates, a.id) + Prices::At(prices.candidates, b.id) +
                                  prices.CostOf(market, a.id, {job.id, best->first});
          list.Expect(covered >= best->first.score + best->second.score, "certificate",
                      absl::StrCat("prices of ", a.id, " and ", b.id, " do not cover what they could share in ", job.id));
        }
      }
    }
  }
  return list.complaints();
}

std::vector<std::string> CoverComplaints(const Market& market, const Plan& plan) {
  ComplaintList list;
  const Prices prices(plan.certificate);
  for (const Candidate& candidate : market.candidates) {
    for (const Job& job : market.jobs) {
      const std::vector<OracleRole> roles = AllRoles(market, candidate.id, job.id, plan.provenance.options);
      const bool has_good = std::any_of(roles.begin(), roles.end(), [](const OracleRole& role) { return role.score > 0; });
      for (const OracleRole& role : roles) {
        const int64_t covered = Prices::At(prices.candidates, candidate.id) + prices.CostOf(market, candidate.id, {job.id, role});
        list.Expect(!has_good || covered >= role.score, "certificate",
                    absl::StrCat("prices of ", candidate.id, " and ", job.id, " do not cover ", role.score));
      }
    }
  }
  return list.complaints();
}

}  // namespace jobcarve::test
