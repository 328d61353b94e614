// The plan as a whole: lists, totals, capacities, certificate. Proposals one by one are checked in proposal_checker.cc.
// Tested by tests/support/contract_checker_test.cc.
#include "support/contract_checker.h"

#include <algorithm>
#include <map>
#include <optional>

#include "support/complaint_list.h"
#include "support/oracle.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {
namespace {

constexpr size_t kMaxTasks = 12;
constexpr size_t kMaxAdjustments = 8;

using Roles = std::map<std::pair<std::string, std::string>, OracleRole>;  // Best roles by candidate and job.

bool IsSmall(const Market& market) {
  return market.adjustments.size() <= kMaxAdjustments &&
         std::all_of(market.jobs.begin(), market.jobs.end(), [](const Job& job) { return job.tasks.size() <= kMaxTasks; });
}

Roles BestRoles(const Market& market, const SolveOptions& options) {
  Roles roles;
  for (const Candidate& candidate : market.candidates) {
    for (const Job& job : market.jobs) {
      if (std::optional<OracleRole> role = BestRole(market, candidate.id, job.id, options)) {
        roles[{candidate.id, job.id}] = *std::move(role);
      }
    }
  }
  return roles;
}

int64_t Capacity(const Job& job) {
  return std::max<int64_t>(job.openings, 1);
}

int64_t ProposalCount(const Plan& plan, const std::string& job_id) {
  return std::count_if(plan.proposals.begin(), plan.proposals.end(),
                       [&](const Proposal& proposal) { return proposal.job_id == job_id; });
}

int64_t PriceOf(const std::vector<Price>& prices, const std::string& id) {
  for (const Price& price : prices) {
    if (price.id == id) {
      return price.amount.count();
    }
  }
  return 0;
}

bool AllResolve(const Market& market, const Plan& plan) {
  for (const Proposal& proposal : plan.proposals) {
    const bool has_job =
        std::any_of(market.jobs.begin(), market.jobs.end(), [&](const Job& job) { return job.id == proposal.job_id; });
    if (!has_job) {
      return false;
    }
    for (const ProposedAdjustment& found : proposal.adjustments) {
      const auto is_it = [&](const Adjustment& adjustment) { return adjustment.id == found.adjustment_id; };
      if (std::none_of(market.adjustments.begin(), market.adjustments.end(), is_it)) {
        return false;
      }
    }
  }
  return true;
}

void CheckProvenance(const Market& market, const Plan& plan, ComplaintList& list) {
  list.Expect(plan.provenance.market_title == market.title, "provenance", "market_title");
  list.ExpectEqual(plan.provenance.as_of.since_epoch().count(), DayNumber(market.as_of), "provenance as_of");
  list.Expect(plan.provenance.options.max_access_to_work_cost.has_value(), "provenance", "which limit of Access to Work?");
}

// Every candidate is proposed or unplaced, and not both.
void CheckCandidates(const Market& market, const Plan& plan, ComplaintList& list) {
  const std::vector<std::string> proposed = IdsOfAll(plan.proposals, &Proposal::candidate_id);
  const std::vector<std::string> unplaced = IdsOfAll(plan.unplaced, &Unplaced::candidate_id);
  list.ExpectAscending(proposed, "proposals");
  list.ExpectAscending(unplaced, "unplaced");
  std::vector<std::string> found = proposed;
  found.insert(found.end(), unplaced.begin(), unplaced.end());
  std::sort(found.begin(), found.end());
  std::vector<std::string> expected = IdsOfAll(market.candidates, &Candidate::id);
  std::sort(expected.begin(), expected.end());
  list.Expect(found == expected, "plan", "not every candidate is proposed or unplaced exactly once");
}

void CheckJobs(const Market& market, const Plan& plan, ComplaintList& list) {
  std::map<std::string, int64_t> expected;
  for (const Job& job : market.jobs) {
    const int64_t count = ProposalCount(plan, job.id);
    list.Expect(count <= Capacity(job), "job " + job.id, "more proposals than openings");
    if (job.openings > count) {
      expected[job.id] = job.openings - count;
    }
  }
  list.ExpectAscending(IdsOfAll(plan.unfilled, &Unfilled::job_id), "unfilled");
  std::map<std::string, int64_t> found;
  for (const Unfilled& unfilled : plan.unfilled) {
    found[unfilled.job_id] = unfilled.openings_left;
  }
  list.Expect(found == expected, "unfilled", "not the jobs with openings left, or not how many");
}

int64_t CostBy(const Market& market, const Plan& plan, Funder funder) {
  int64_t sum = 0;
  for (const Proposal& proposal : plan.proposals) {
    for (const ProposedAdjustment& found : proposal.adjustments) {
      const Adjustment& adjustment = FindAdjustment(market, found.adjustment_id);
      sum += adjustment.funder == funder ? FirstYearCost(adjustment) : 0;
    }
  }
  return sum;
}

void CheckTotals(const Market& market, const Plan& plan, ComplaintList& list) {
  const Totals& totals = plan.totals;
  int64_t openings = 0;
  int64_t filled = 0;
  for (const Job& job : market.jobs) {
    openings += job.openings;
    filled += job.openings > 0 ? ProposalCount(plan, job.id) : 0;
  }
  int64_t score = 0;
  int64_t minutes = 0;
  for (const Proposal& proposal : plan.proposals) {
    score += proposal.score.count();
    minutes += proposal.weekly_minutes.count();
  }
  list.ExpectEqual(totals.candidate_count, static_cast<int64_t>(market.candidates.size()), "totals candidate_count");
  list.ExpectEqual(totals.proposal_count, static_cast<int64_t>(plan.proposals.size()), "totals proposal_count");
  list.ExpectEqual(totals.opening_count, openings, "totals opening_count");
  list.ExpectEqual(totals.openings_filled, filled, "totals openings_filled");
  list.ExpectEqual(totals.score.count(), score, "totals score");
  list.ExpectEqual(totals.weekly_minutes.count(), minutes, "totals weekly_minutes");
  list.ExpectEqual(totals.employer_cost.count(), CostBy(market, plan, Funder::kEmployer), "totals employer_pence");
  list.ExpectEqual(totals.access_to_work_cost.count(), CostBy(market, plan, Funder::kAccessToWork),
                   "totals access_to_work_pence");
  list.ExpectEqual(totals.provider_cost.count(), CostBy(market, plan, Funder::kProvider), "totals provider_pence");
}

// Prices resolve, ascend and are above 0; their sum is the dual total and, when all is proven, the score.
void CheckPrices(const Market& market, const Plan& plan, ComplaintList& list) {
  const Certificate& certificate = plan.certificate;
  int64_t dual = 0;
  size_t resolved = 0;
  for (const Candidate& candidate : market.candidates) {
    const int64_t price = PriceOf(certificate.candidate_prices, candidate.id);
    dual += price;
    resolved += price != 0 ? 1U : 0U;
  }
  for (const Job& job : market.jobs) {
    const int64_t price = PriceOf(certificate.job_prices, job.id);
    dual += Capacity(job) * price;
    resolved += price != 0 ? 1U : 0U;
  }
  list.ExpectAscending(IdsOfAll(certificate.candidate_prices, &Price::id), "certificate candidate_prices");
  list.ExpectAscending(IdsOfAll(certificate.job_prices, &Price::id), "certificate job_prices");
  for (const std::vector<Price>& prices : {certificate.candidate_prices, certificate.job_prices}) {
    for (const Price& price : prices) {
      list.Expect(price.amount > Score{0}, "certificate price of " + price.id, "not above 0");
    }
  }
  const size_t price_count = certificate.candidate_prices.size() + certificate.job_prices.size();
  list.Expect(resolved == price_count, "certificate", "a price does not resolve");
  list.ExpectEqual(certificate.dual_total.count(), dual, "certificate dual_total");
  list.ExpectEqual(certificate.dual_total.count(), plan.totals.score.count(), "certificate dual_total against totals.score");
}

void CheckCover(const Plan& plan, const Roles& roles, ComplaintList& list) {
  for (const auto& [ids, role] : roles) {
    const int64_t u = PriceOf(plan.certificate.candidate_prices, ids.first);
    const int64_t p = PriceOf(plan.certificate.job_prices, ids.second);
    list.Expect(role.score <= 0 || u + p >= role.score, "certificate",
                absl::StrCat("prices of ", ids.first, " and ", ids.second, " do not cover ", role.score));
  }
}

void CheckBest(const Plan& plan, const Roles& roles, ComplaintList& list) {
  for (const Proposal& proposal : plan.proposals) {
    const auto best = roles.find({proposal.candidate_id, proposal.job_id});
    const bool is_best = best != roles.end() && best->second.form == proposal.form &&
                         best->second.task_ids == proposal.task_ids &&
                         best->second.adjustment_ids == IdsOfAll(proposal.adjustments, &ProposedAdjustment::adjustment_id);
    list.Expect(is_best, "proposal of " + proposal.candidate_id, "not the best role of the pair");
  }
}

UnplacedReason ReasonFor(const Market& market, const Roles& roles, const std::string& candidate_id) {
  if (market.jobs.empty()) {
    return UnplacedReason::kNoJobs;
  }
  UnplacedReason reason = UnplacedReason::kBarriers;
  for (const auto& [ids, role] : roles) {
    if (ids.first == candidate_id && role.score > 0) {
      return UnplacedReason::kOpeningsTaken;
    }
    if (ids.first == candidate_id) {
      reason = UnplacedReason::kNoGoodRole;
    }
  }
  return reason;
}

void CheckReasons(const Market& market, const Plan& plan, const Roles& roles, ComplaintList& list) {
  for (const Unplaced& unplaced : plan.unplaced) {
    const UnplacedReason expected = ReasonFor(market, roles, unplaced.candidate_id);
    list.ExpectEqual(static_cast<int64_t>(unplaced.reason), static_cast<int64_t>(expected),
                     "unplaced " + unplaced.candidate_id + " reason");
    list.Expect(unplaced.nearest.size() <= 3, "unplaced " + unplaced.candidate_id, "more than 3 nearest");
  }
  for (const Unfilled& unfilled : plan.unfilled) {
    const int64_t good = std::count_if(roles.begin(), roles.end(), [&](const auto& entry) {
      return entry.first.second == unfilled.job_id && entry.second.score > 0;
    });
    const int64_t placed_here = ProposalCount(plan, unfilled.job_id);
    list.ExpectEqual(unfilled.good_role_count, good - placed_here, "unfilled " + unfilled.job_id + " good_role_count");
  }
}

}  // namespace

std::vector<std::string> ContractComplaints(const Market& market, const Plan& plan) {
  ComplaintList list;
  const SolveOptions& options = plan.provenance.options;
  for (const Proposal& proposal : plan.proposals) {
    list.Add(ProposalComplaints(market, proposal, options));
  }
  if (!AllResolve(market, plan)) {
    return list.complaints();
  }
  CheckProvenance(market, plan, list);
  CheckCandidates(market, plan, list);
  CheckJobs(market, plan, list);
  CheckTotals(market, plan, list);
  CheckPrices(market, plan, list);
  if (IsSmall(market) && plan.certificate.unproven_pair_count == 0) {
    const Roles roles = BestRoles(market, options);
    CheckCover(plan, roles, list);
    CheckBest(plan, roles, list);
    CheckReasons(market, plan, roles, list);
  }
  return list.complaints();
}

}  // namespace jobcarve::test
