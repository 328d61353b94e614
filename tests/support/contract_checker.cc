// The plan as a whole: lists, totals, capacities, certificate. Proposals one by one are checked in proposal_checker.cc.
// Tested by tests/support/contract_checker_test.cc.
#include "support/contract_checker.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "support/complaint_list.h"
#include "support/oracle.h"
#include "support/oracle_pair.h"
#include "support/oracle_pools.h"
#include "support/oracle_purchases.h"
#include "support/pool_reading.h"

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

// Openings that proposals take: two who share one count once.
int64_t ProposalCount(const Plan& plan, const std::string& job_id) {
  return std::count_if(plan.proposals.begin(), plan.proposals.end(), [&](const Proposal& proposal) {
    const std::string& other = proposal.shared_with_candidate_id;
    return proposal.job_id == job_id && (other.empty() || proposal.candidate_id < other);
  });
}

bool IsPlacedAt(const Plan& plan, const std::string& candidate_id, const std::string& job_id) {
  return std::any_of(plan.proposals.begin(), plan.proposals.end(), [&](const Proposal& proposal) {
    return proposal.job_id == job_id && proposal.candidate_id == candidate_id;
  });
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
    list.Expect(count <= Capacity(job) || FindPool(market, job.id) != nullptr, "job " + job.id, "more proposals than openings");
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
      sum += adjustment.funder == funder && !IsPaidByPlan(adjustment) ? FirstYearCost(adjustment) : 0;
    }
  }
  std::set<BoughtFor> bought;
  for (const PlacedRole& placed : PlacedRoles(plan)) {
    const std::vector<BoughtFor> used = UsedBy(market, placed);
    bought.insert(used.begin(), used.end());
  }
  for (const BoughtFor& one : bought) {
    const Adjustment& adjustment = FindAdjustment(market, one.adjustment_id);
    sum += adjustment.funder == funder ? FirstYearCost(adjustment) : 0;
  }
  return sum;
}

// The roles respect each other, and the residuals are what they leave.
void CheckTogether(const Market& market, const Plan& plan, ComplaintList& list) {
  const std::vector<PlacedRole> roles = PlacedRoles(plan);
  for (const std::string& broken : BrokenTogether(market, roles)) {
    list.Expect(false, "roles together", broken);
  }
  std::map<std::string, Ids> taken = TakenOut(market, roles);
  for (const Residual& residual : plan.residuals) {
    const std::string where = "residual of " + residual.job_id;
    list.Expect(taken.count(residual.job_id) > 0, where, "nothing is taken of it");
    if (taken.count(residual.job_id) == 0) {
      continue;
    }
    const Job& post = FindJob(market, residual.job_id);
    Ids rest = AllTasks(post);
    for (const std::string& task : taken[residual.job_id]) {
      rest.erase(task);
    }
    list.Expect(std::vector<std::string>(rest.begin(), rest.end()) == residual.task_ids, where, "other tasks stay");
    list.ExpectEqual(residual.weekly_minutes.count(), SumOfMinutes(post, rest), where + " weekly_minutes");
    int64_t pleasant = 0;
    int64_t unpleasant = 0;
    for (const std::string& task : rest) {
      pleasant += FindTask(post, task).pleasant_minutes.count();
      unpleasant += FindTask(post, task).unpleasant_minutes.count();
    }
    list.ExpectEqual(residual.pleasant_minutes.count(), pleasant, where + " pleasant_minutes");
    list.ExpectEqual(residual.unpleasant_minutes.count(), unpleasant, where + " unpleasant_minutes");
    const ResidualCover cover = post.openings > 0 ? ResidualCover::kVacancy : ResidualCover::kPostHolder;
    list.Expect(residual.covered_by == cover, where, "covered by somebody else");
    taken.erase(residual.job_id);
  }
  list.ExpectAscending(IdsOfAll(plan.residuals, &Residual::job_id), "residuals");
  list.Expect(taken.empty(), "residuals", "one is missing");
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
  score -= CostOfPurchases(market, PlacedRoles(plan), plan.provenance.options);
  list.ExpectEqual(totals.score.count(), score, "totals score");
  list.ExpectEqual(totals.weekly_minutes.count(), minutes, "totals weekly_minutes");
  list.ExpectEqual(totals.employer_cost.count(), CostBy(market, plan, Funder::kEmployer), "totals employer_pence");
  list.ExpectEqual(totals.access_to_work_cost.count(), CostBy(market, plan, Funder::kAccessToWork),
                   "totals access_to_work_pence");
  list.ExpectEqual(totals.provider_cost.count(), CostBy(market, plan, Funder::kProvider), "totals provider_pence");
}

// The two have each other, and the best couple's roles.
void CheckCouple(const Market& market, const Plan& plan, const Proposal& proposal, ComplaintList& list) {
  const std::string& other = proposal.shared_with_candidate_id;
  const bool is_first = proposal.candidate_id < other;
  const std::optional<OracleCouple> best =
      BestCouple(market, is_first ? proposal.candidate_id : other, is_first ? other : proposal.candidate_id, proposal.job_id,
                 plan.provenance.options);
  const auto partner = std::find_if(plan.proposals.begin(), plan.proposals.end(), [&](const Proposal& one) {
    return one.candidate_id == other && one.job_id == proposal.job_id && one.shared_with_candidate_id == proposal.candidate_id;
  });
  list.Expect(partner != plan.proposals.end(), "proposal of " + proposal.candidate_id, "shares with nobody");
  const bool is_best = best && (is_first ? best->first : best->second).task_ids == proposal.task_ids &&
                       (is_first ? best->first : best->second).adjustment_ids ==
                           IdsOfAll(proposal.adjustments, &ProposedAdjustment::adjustment_id);
  list.Expect(is_best, "proposal of " + proposal.candidate_id, "not the best couple");
}

void CheckBest(const Market& market, const Plan& plan, const Roles& roles, ComplaintList& list) {
  for (const Proposal& proposal : plan.proposals) {
    if (proposal.form == Form::kShared) {
      CheckCouple(market, plan, proposal, list);
      continue;
    }
    const auto best = roles.find({proposal.candidate_id, proposal.job_id});
    const bool is_best = best != roles.end() && best->second.form == proposal.form &&
                         best->second.task_ids == proposal.task_ids &&
                         best->second.adjustment_ids == IdsOfAll(proposal.adjustments, &ProposedAdjustment::adjustment_id);
    list.Expect(is_best || IsSharing(market, proposal.job_id) || HasPurchases(market), "proposal of " + proposal.candidate_id,
                "not the best role of the pair");
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
      return entry.first.second == unfilled.job_id && entry.second.score > 0 &&
             !IsPlacedAt(plan, entry.first.first, unfilled.job_id);
    });
    list.ExpectEqual(unfilled.good_role_count, good, "unfilled " + unfilled.job_id + " good_role_count");
  }
}

}  // namespace

std::vector<std::string> ContractComplaints(const Market& written, const Plan& plan) {
  const Market market = InPlan(WithPoolsRead(written));
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
  list.Add(CertificateComplaints(market, plan));
  CheckTogether(market, plan, list);
  if (IsSmall(market) && plan.certificate.unproven_pair_count == 0) {
    const Roles roles = BestRoles(market, options);
    list.Add(CoverComplaints(market, plan));
    list.Add(CoupleComplaints(market, plan));
    CheckBest(market, plan, roles, list);
    CheckReasons(market, plan, roles, list);
  }
  return list.complaints();
}

}  // namespace jobcarve::test
