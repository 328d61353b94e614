// The market is carved anew; every proposal is turned back into a role, tried against the plain rules, made into a proposal
// again and compared field by field; the certificate's inequalities are tried on what was carved, where tasks are shared at its
// prices; the explanations are made again from the plan's own placements and prices. Nothing is taken from the plan that is not
// checked. Tested by tests/plan/verify_test.cc, which breaks plans in every field.
#include "jobcarve/plan/verify.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/base/version.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/carve_tasks.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/explain/explain.h"
#include "plan/assign.h"
#include "plan/certificate.h"
#include "plan/complaints.h"
#include "plan/find.h"
#include "plan/price_reader.h"
#include "plan/proposal.h"
#include "plan/purchases.h"
#include "plan/role_reader.h"

namespace jobcarve {
namespace {

using internal::Assignment;
using internal::CertificateOf;
using internal::Competes;
using internal::Complaints;
using internal::CostOf;
using internal::FindById;
using internal::IsSecond;
using internal::IsShared;
using internal::PlacementOf;
using internal::ProposalOf;
using internal::PurchasesOf;
using internal::ReadPrices;
using internal::ResidualsOf;
using internal::RoleReader;
using internal::Surpluses;
using internal::SurplusesAt;
using internal::TakenOf;
using internal::TotalsOf;

class Verifier {
 public:
  Verifier(const CompiledMarket& market, const Carvings& carvings, const Plan& plan)
      : market_(market), carvings_(carvings), plan_(plan), options_(plan.provenance.options), complaints_(kMaxComplaints) {
    assignment_.roles = IndexedVector<CandidateIndex, std::optional<CarvedRole>>(market.candidates.size());
    assignment_.candidate_prices = IndexedVector<CandidateIndex, Score>(market.candidates.size());
    assignment_.prices = FreeOfCharge(market);
  }

  void CheckProvenance(const std::string& fingerprint) {
    const Provenance& provenance = plan_.provenance;
    complaints_.Expect("provenance.engine_version", provenance.engine_version, std::string(Version()));
    complaints_.Expect("provenance.market_sha256", provenance.market_sha256, fingerprint);
    complaints_.Expect("provenance.market_title", provenance.market_title, market_.title);
    complaints_.Expect("provenance.as_of", provenance.as_of, market_.as_of);
    if (!options_.max_access_to_work_cost.has_value()) {
      complaints_.Add("provenance.options", "does not say which max_access_to_work_pence was in force");
    }
  }

  void CheckProposals() {
    for (size_t i = 0; i < plan_.proposals.size(); ++i) {
      const Proposal& proposal = plan_.proposals[i];
      const std::string path = absl::StrCat("proposals[", i, "] '", proposal.candidate_id, "'");
      if (i > 0 && plan_.proposals[i - 1].candidate_id >= proposal.candidate_id) {
        complaints_.Add(path, "comes after a candidate id that is not smaller; each candidate has one proposal at most");
      }
      const std::optional<CandidateIndex> candidate = FindById(market_.candidates, proposal.candidate_id);
      const std::optional<JobIndex> job = FindById(market_.jobs, proposal.job_id);
      if (!candidate.has_value() || !job.has_value()) {
        complaints_.Add(path, absl::StrCat("the market has no such candidate, or no job '", proposal.job_id, "'"));
        continue;
      }
      if (const std::optional<Role> role = RoleReader(market_, *job, path, complaints_).Read(proposal)) {
        assignment_.roles[*candidate] = {.job = *job, .role = *role};
        assignment_.roles[*candidate]->role.score = SumOf(LedgerOf(market_, *candidate, *job, *role, options_));
        CheckRole(path, *candidate, *job, *role);
        CompareProposal(path, proposal, *candidate, *job, *role);
      }
    }
  }

  // No opening is given twice, no shared task either, and what stays of every post keeps its rules.
  void CheckCapacities() {
    IndexedVector<JobIndex, int64_t> used(market_.jobs.size(), 0);
    IndexedVector<JobIndex, std::vector<int64_t>> takers(market_.jobs.size());
    for (JobIndex job : market_.jobs.Indices()) {
      takers[job].resize(market_.jobs[job].tasks.size());
    }
    for (CandidateIndex candidate : market_.candidates.Indices()) {
      if (const std::optional<CarvedRole>& carved = assignment_.roles[candidate]) {
        used[carved->job] += IsSecond(candidate, carved->role) ? 0 : 1;
        CountTakers(*carved, takers);
        CheckPartner(candidate, *carved);
      }
    }
    for (JobIndex job : market_.jobs.Indices()) {
      if (!market_.jobs[job].is_pool() && used[job] > market_.jobs[job].capacity()) {
        complaints_.Add("proposals", absl::StrCat("job '", market_.jobs[job].id, "' is given ", used[job], " times but takes ",
                                                  market_.jobs[job].capacity()));
      }
      for (TaskIndex task : market_.jobs[job].tasks.Indices()) {
        if (takers[job][task.value()] > 1) {
          complaints_.Add("proposals", absl::StrCat("task '", market_.jobs[job].tasks[task].id, "' of job '",
                                                    market_.jobs[job].id, "' is in ", takers[job][task.value()], " roles"));
        }
      }
    }
    CheckResiduals();
  }

  absl::Status CheckCertificate(const RunControl& run) {
    ReadPrices(market_, plan_.certificate, assignment_);
    const Certificate expected = CertificateOf(market_, assignment_, options_);
    const Certificate& found = plan_.certificate;
    complaints_.ExpectList("certificate.candidate_prices", found.candidate_prices, expected.candidate_prices);
    complaints_.ExpectList("certificate.job_prices", found.job_prices, expected.job_prices);
    complaints_.ExpectList("certificate.task_prices", found.task_prices, expected.task_prices);
    complaints_.ExpectList("certificate.rule_prices", found.rule_prices, expected.rule_prices);
    complaints_.ExpectList("certificate.share_prices", found.share_prices, expected.share_prices);
    complaints_.Expect("certificate.dual_total", found.dual_total, expected.dual_total);
    complaints_.Expect("certificate.losses", found.losses, expected.losses);
    if (!HasCompetition() && expected.losses != Losses()) {
      complaints_.Add("certificate", "the prices do not sum to the proposals' scores, so they prove nothing");
    }
    JOBCARVE_ASSIGN_OR_RETURN(const Surpluses surpluses, SurplusesAt(market_, carvings_, assignment_.prices, options_, run));
    for (CandidateIndex candidate : market_.candidates.Indices()) {
      if (assignment_.candidate_prices[candidate] < surpluses.most[candidate]) {
        complaints_.Add("certificate", absl::StrCat("candidate '", market_.candidates[candidate].id, "': the price of ",
                                                    assignment_.candidate_prices[candidate].count(), " is below ",
                                                    surpluses.most[candidate].count(),
                                                    ", which some role is worth after its price, so a better plan may exist"));
      }
    }
    for (const Couple& couple : carvings_.couples) {
      const Score covered = assignment_.candidate_prices[couple.first] + assignment_.candidate_prices[couple.second] +
                            CostOf(market_, assignment_.prices, couple);
      if (covered < couple.sum()) {
        complaints_.Add("certificate",
                        absl::StrCat("candidates '", market_.candidates[couple.first].id, "' and '",
                                     market_.candidates[couple.second].id, "' could share job '", market_.jobs[couple.job].id,
                                     "' for ", couple.sum().count(), ", and prices cover only ", covered.count()));
      }
    }
    complaints_.Expect("certificate.unproven_pair_count", found.unproven_pair_count,
                       carvings_.unproven_count + surpluses.unproven_count);
    return absl::OkStatus();
  }

  // Against the proposals told anew, whose numbers are within their ranges: a stranger's need not be.
  void CheckTotals() {
    const std::vector<Purchase> purchases = PurchasesOf(market_, assignment_, options_);
    complaints_.ExpectList("purchases", plan_.purchases, purchases);
    const Totals expected = TotalsOf(market_, told_anew_, purchases);
    const Totals& found = plan_.totals;
    complaints_.Expect("totals.candidate_count", found.candidate_count, expected.candidate_count);
    complaints_.Expect("totals.proposal_count", found.proposal_count, expected.proposal_count);
    complaints_.Expect("totals.opening_count", found.opening_count, expected.opening_count);
    complaints_.Expect("totals.openings_filled", found.openings_filled, expected.openings_filled);
    complaints_.Expect("totals.score", found.score, expected.score);
    complaints_.Expect("totals.weekly_minutes", found.weekly_minutes, expected.weekly_minutes);
    complaints_.Expect("totals.employer_pence", found.employer_cost, expected.employer_cost);
    complaints_.Expect("totals.access_to_work_pence", found.access_to_work_cost, expected.access_to_work_cost);
    complaints_.Expect("totals.provider_pence", found.provider_cost, expected.provider_cost);
  }

  // Only of a plan that holds so far: explanations follow from placements and prices.
  absl::Status CheckExplanations(const RunControl& run) {
    if (!complaints_.is_empty()) {
      return absl::OkStatus();
    }
    JOBCARVE_ASSIGN_OR_RETURN(const Explanation expected,
                              Explain(market_, carvings_, PlacementOf(market_, assignment_), options_, run));
    complaints_.ExpectList("unplaced", plan_.unplaced, expected.unplaced);
    complaints_.ExpectList("unfilled", plan_.unfilled, expected.unfilled);
    return absl::OkStatus();
  }

  std::vector<std::string> Take() { return complaints_.Take(); }

 private:
  // The plain rules, the ledger's sum, and whether the role is the best of its pair.
  void CheckRole(const std::string& path, CandidateIndex candidate, JobIndex job, const Role& role) {
    if (const absl::Status status = CheckFeasible(market_, candidate, job, role, options_); !status.ok()) {
      complaints_.Add(path, status.message());
      return;
    }
    const Score sum = SumOf(LedgerOf(market_, candidate, job, role, options_));
    complaints_.Expect(absl::StrCat(path, ".score"), role.score, sum);
    if (role.form == Form::kShared) {
      return;  // Compared with the best couple.
    }
    const CarvedRole* best = BestRole(candidate, job);
    if (IsShared(market_.jobs[job]) || (best != nullptr && Competes(market_, *best))) {
      complaints_.Expect(absl::StrCat(path, ".score above 0"), role.score > Score{}, true);
      return;
    }
    if (best == nullptr) {
      return;
    }
    Role proven = role;
    proven.is_proven = best->role.is_proven;
    if (!(proven == best->role)) {
      complaints_.Add(path, absl::StrCat("is not the best role of the pair, which has a score of ", best->role.score.count()));
    }
  }

  const CarvedRole* BestRole(CandidateIndex candidate, JobIndex job) const {
    for (const CarvedRole& carved : carvings_.roles[candidate]) {
      if (carved.job == job) {
        return &carved;
      }
    }
    return nullptr;
  }

  // The person's part of the best couple with that other person.
  const Role* BestShared(CandidateIndex candidate, JobIndex job, const Role& role) const {
    for (const Couple& couple : carvings_.couples) {
      if (couple.job == job && couple.first == candidate && role.shared_with == couple.second) {
        return &couple.first_role;
      }
      if (couple.job == job && couple.second == candidate && role.shared_with == couple.first) {
        return &couple.second_role;
      }
    }
    return nullptr;
  }

  void CheckPartner(CandidateIndex candidate, const CarvedRole& carved) {
    if (!carved.role.shared_with.has_value()) {
      return;
    }
    const std::optional<CarvedRole>& other = assignment_.roles[*carved.role.shared_with];
    if (!other.has_value() || other->job != carved.job || other->role.shared_with != candidate) {
      complaints_.Add("proposals", absl::StrCat("candidate '", market_.candidates[candidate].id, "' shares job '",
                                                market_.jobs[carved.job].id, "' with somebody who does not share it"));
    }
  }

  // Every field of the proposal against the best role of the pair, told anew; where tasks are shared, against its own role.
  void CompareProposal(const std::string& path, const Proposal& found, CandidateIndex candidate, JobIndex job, Role role) {
    const CarvedRole* best = BestRole(candidate, job);
    const Role* shared = BestShared(candidate, job, role);
    if (role.form == Form::kShared ? shared == nullptr : best == nullptr) {
      complaints_.Add(path, "the pair has no role of a score above 0");
      return;
    }
    if (role.form == Form::kShared) {
      role = *shared;
    } else if (Competes(market_, *best)) {
      if (const auto told = CarveTasks(market_, candidate, job, role.form, role.tasks, options_); told.has_value()) {
        role.handed_over = told->handed_over;  // The tasks say who takes the others.
      }
      role.is_proven = best->role.is_proven;
      role.score = SumOf(LedgerOf(market_, candidate, job, role, options_));
    } else {
      role = best->role;
    }
    told_anew_.push_back(ProposalOf(market_, candidate, job, role, options_));
    const Proposal& expected = told_anew_.back();
    const auto at = [&path](absl::string_view field) { return absl::StrCat(path, ".", field); };
    complaints_.Expect(at("form"), static_cast<int64_t>(found.form), static_cast<int64_t>(expected.form));
    complaints_.ExpectList(at("task_ids"), found.task_ids, expected.task_ids);
    complaints_.ExpectList(at("handed_over"), found.handed_over, expected.handed_over);
    complaints_.Expect(at("residual"), found.residual, expected.residual);
    complaints_.ExpectList(at("adjustments"), found.adjustments, expected.adjustments);
    complaints_.Expect(at("weekly_minutes"), found.weekly_minutes, expected.weekly_minutes);
    complaints_.Expect(at("pay_pence_per_hour"), found.pay_per_hour, expected.pay_per_hour);
    complaints_.Expect(at("weekly_pay_pence"), found.weekly_pay, expected.weekly_pay);
    complaints_.Expect(at("travel_minutes"), found.travel, expected.travel);
    complaints_.Expect(at("earliest_start"), found.earliest_start, expected.earliest_start);
    complaints_.Expect(at("score"), found.score, expected.score);
    complaints_.Expect(at("low"), found.low, expected.low);
    complaints_.Expect(at("high"), found.high, expected.high);
    complaints_.ExpectList(at("ledger"), found.ledger, expected.ledger);
    complaints_.ExpectList(at("questions"), found.questions, expected.questions);
    complaints_.ExpectList(at("warnings"), found.warnings, expected.warnings);
    complaints_.Expect(at("decision"), static_cast<int64_t>(found.decision), static_cast<int64_t>(expected.decision));
    complaints_.Expect(at("late_start"), found.late_start, expected.late_start);
    complaints_.Expect(at("access_to_work_share_pence"), found.access_to_work_share, expected.access_to_work_share);
    complaints_.ExpectList(at("routes"), found.routes, expected.routes);
    complaints_.Expect(at("shared_with_candidate_id"), found.shared_with_candidate_id, expected.shared_with_candidate_id);
    complaints_.ExpectList(at("phases"), found.phases, expected.phases);
  }

  // Could roles compete for more than openings?
  bool HasCompetition() const {
    return std::any_of(market_.jobs.begin(), market_.jobs.end(), [](const CompiledJob& job) { return job.is_pool(); }) ||
           std::any_of(market_.adjustments.begin(), market_.adjustments.end(),
                       [](const CompiledAdjustment& adjustment) { return adjustment.is_bought_once(); }) ||
           !carvings_.couples.empty();
  }

  // How many roles have each task of a job in a pool.
  void CountTakers(const CarvedRole& carved, IndexedVector<JobIndex, std::vector<int64_t>>& takers) const {
    const CompiledJob& job = market_.jobs[carved.job];
    for (TaskIndex task : job.tasks.Indices()) {
      const bool takes_all = TakesPost(carved.role.form) && carved.role.form != Form::kShared;
      if (job.pool.has_value() && (takes_all || Contains(carved.role.tasks, task))) {
        ++takers[carved.job][task.value()];
      }
    }
    for (const PoolPost& post : job.posts) {
      for (TaskIndex task : post.place.Indices()) {
        takers[post.job][task.value()] += Contains(carved.role.tasks, post.place[task]) ? 1 : 0;
      }
    }
  }

  void CheckResiduals() {
    complaints_.ExpectList("residuals", plan_.residuals, ResidualsOf(market_, assignment_));
    const IndexedVector<JobIndex, TaskSet> taken = TakenOf(market_, assignment_);
    for (const Residual& residual : ResidualsOf(market_, assignment_)) {
      const JobIndex job = *FindById(market_.jobs, residual.job_id);
      const CompiledJob& post = market_.jobs[job];
      if (const absl::Status status = CheckResidual(post, post.AllTasks(), taken[job], post.residual, true); !status.ok()) {
        complaints_.Add(absl::StrCat("residual of job '", post.id, "'"), status.message());
      }
    }
  }

  const CompiledMarket& market_;
  const Carvings& carvings_;
  const Plan& plan_;
  const SolveOptions& options_;
  Assignment assignment_;            // As the plan has it.
  std::vector<Proposal> told_anew_;  // What the plan should say of its pairs.
  Complaints complaints_;
};

}  // namespace

absl::StatusOr<std::vector<std::string>> Verify(const Market& input, const std::string& fingerprint, const Plan& plan,
                                                const RunControl& run) {
  JOBCARVE_ASSIGN_OR_RETURN(const CompiledMarket market, Compile(input));
  const SolveOptions& options = plan.provenance.options;
  if (const absl::Status status = Validate(options); !status.ok()) {
    return std::vector<std::string>{absl::StrCat("provenance.options: ", status.message())};
  }
  JOBCARVE_ASSIGN_OR_RETURN(const Screening screening, Screen(market, options, run));
  JOBCARVE_ASSIGN_OR_RETURN(const Carvings carvings, Carve(market, screening, options, run));
  Verifier verifier(market, carvings, plan);
  verifier.CheckProvenance(fingerprint);
  verifier.CheckProposals();
  verifier.CheckCapacities();
  JOBCARVE_RETURN_IF_ERROR(verifier.CheckCertificate(run));
  verifier.CheckTotals();
  JOBCARVE_RETURN_IF_ERROR(verifier.CheckExplanations(run));
  return verifier.Take();
}

}  // namespace jobcarve
