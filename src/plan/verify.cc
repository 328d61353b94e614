// The market is carved anew; every proposal is turned back into a role, tried against the plain rules, made into a proposal
// again and compared field by field; the certificate's inequalities are summed here, on what was carved; the explanations are
// made again from the plan's own placements and prices. Nothing is taken from the plan that is not checked. Tested by
// tests/plan/verify_test.cc, which breaks plans in every field.
#include "jobcarve/plan/verify.h"

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/base/version.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/explain/explain.h"
#include "plan/complaints.h"
#include "plan/find.h"
#include "plan/proposal.h"

namespace jobcarve {
namespace {

using internal::Complaints;
using internal::FindById;
using internal::ProposalOf;
using internal::TotalsOf;

// Ids back to indices; nullopt, with a complaint, when one is unknown or out of order.
class RoleReader {
 public:
  RoleReader(const CompiledMarket& market, JobIndex job, const std::string& path, Complaints& complaints)
      : market_(market), job_(market.jobs[job]), path_(path), complaints_(complaints) {}

  std::optional<Role> Read(const Proposal& proposal) {
    Role role;
    role.form = proposal.form;
    role.score = proposal.score;
    for (const std::string& id : proposal.task_ids) {
      role.tasks |= Task(id).has_value() ? SetOf(*Task(id)) : Unknown("task", id);
    }
    for (const ProposedAdjustment& adjustment : proposal.adjustments) {
      const std::optional<AdjustmentIndex> index = FindById(market_.adjustments, adjustment.adjustment_id);
      index.has_value() ? role.adjustments.push_back(*index) : static_cast<void>(Unknown("adjustment", adjustment.adjustment_id));
    }
    for (const Handover& handover : proposal.handed_over) {
      const std::optional<CoWorkerIndex> co_worker = FindById(job_.co_workers, handover.co_worker_id);
      if (Task(handover.task_id).has_value() && co_worker.has_value()) {
        role.handed_over.push_back({.task = *Task(handover.task_id), .co_worker = *co_worker});
      } else {
        Unknown("handover", absl::StrCat(handover.task_id, "' to '", handover.co_worker_id));
      }
    }
    return is_sound_ ? std::optional<Role>(role) : std::nullopt;
  }

 private:
  std::optional<TaskIndex> Task(const std::string& id) const { return FindById(job_.tasks, id); }

  TaskSet Unknown(absl::string_view what, const std::string& id) {
    complaints_.Add(path_, absl::StrCat("the job or the market has no ", what, " '", id, "'"));
    is_sound_ = false;
    return 0;
  }

  const CompiledMarket& market_;
  const CompiledJob& job_;
  const std::string& path_;
  Complaints& complaints_;
  bool is_sound_ = true;
};

class Verifier {
 public:
  Verifier(const CompiledMarket& market, const Carvings& carvings, const Plan& plan)
      : market_(market), carvings_(carvings), plan_(plan), options_(plan.provenance.options), complaints_(kMaxComplaints) {
    placement_.job_of = IndexedVector<CandidateIndex, std::optional<JobIndex>>(market.candidates.size());
    placement_.job_prices = IndexedVector<JobIndex, Score>(market.jobs.size());
    candidate_prices_ = IndexedVector<CandidateIndex, Score>(market.candidates.size());
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
      placement_.job_of[*candidate] = *job;
      if (const std::optional<Role> role = RoleReader(market_, *job, path, complaints_).Read(proposal)) {
        CheckRole(path, *candidate, *job, *role);
        CompareProposal(path, proposal, *candidate, *job);
      }
    }
  }

  void CheckCapacities() {
    IndexedVector<JobIndex, int64_t> used(market_.jobs.size(), 0);
    for (const std::optional<JobIndex>& job : placement_.job_of) {
      if (job.has_value()) {
        ++used[*job];
      }
    }
    for (JobIndex job : market_.jobs.Indices()) {
      if (used[job] > market_.jobs[job].capacity()) {
        complaints_.Add("proposals", absl::StrCat("job '", market_.jobs[job].id, "' is given ", used[job], " times but takes ",
                                                  market_.jobs[job].capacity()));
      }
    }
  }

  void CheckCertificate() {
    ReadPrices("certificate.candidate_prices", plan_.certificate.candidate_prices, market_.candidates, candidate_prices_);
    ReadPrices("certificate.job_prices", plan_.certificate.job_prices, market_.jobs, placement_.job_prices);
    absl::int128 dual = 0;
    for (CandidateIndex candidate : market_.candidates.Indices()) {
      dual += candidate_prices_[candidate].count();
      for (const CarvedRole& carved : carvings_.roles[candidate]) {
        CheckCovered(candidate, carved);
      }
    }
    for (JobIndex job : market_.jobs.Indices()) {
      dual += absl::int128(placement_.job_prices[job].count()) * market_.jobs[job].capacity();
    }
    absl::int128 primal = 0;
    for (const Proposal& proposal : plan_.proposals) {
      primal += proposal.score.count();
    }
    if (dual != primal) {
      complaints_.Add("certificate", "the prices do not sum to the proposals' scores, so they prove nothing");
    }
    complaints_.Expect("certificate.dual_total", absl::int128(plan_.certificate.dual_total.count()) == dual, true);
    complaints_.Expect("certificate.unproven_pair_count", plan_.certificate.unproven_pair_count, carvings_.unproven_count);
  }

  // Against the proposals told anew, whose numbers are within their ranges: a stranger's need not be.
  void CheckTotals() {
    const Totals expected = TotalsOf(market_, told_anew_);
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
    JOBCARVE_ASSIGN_OR_RETURN(const Explanation expected, Explain(market_, carvings_, placement_, options_, run));
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
    const CarvedRole* best = BestRole(candidate, job);
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

  // Every field of the proposal against the best role of the pair, told anew.
  void CompareProposal(const std::string& path, const Proposal& found, CandidateIndex candidate, JobIndex job) {
    const CarvedRole* best = BestRole(candidate, job);
    if (best == nullptr) {
      complaints_.Add(path, "the pair has no role of a score above 0");
      return;
    }
    told_anew_.push_back(ProposalOf(market_, candidate, job, best->role, options_));
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
  }

  template <typename I, typename T>
  void ReadPrices(const std::string& path, const std::vector<Price>& prices, const IndexedVector<I, T>& items,
                  IndexedVector<I, Score>& by_index) {
    for (size_t i = 0; i < prices.size(); ++i) {
      const std::optional<I> index = FindById(items, prices[i].id);
      if (!index.has_value() || prices[i].amount <= Score{0} || (i > 0 && prices[i - 1].id >= prices[i].id)) {
        complaints_.Add(absl::StrCat(path, "[", i, "] '", prices[i].id, "'"),
                        absl::StrCat("a price of ", prices[i].amount.count(),
                                     "; prices are above 0, for ids that the market has, each once, sorted by id"));
        continue;
      }
      by_index[*index] = prices[i].amount;
    }
  }

  void CheckCovered(CandidateIndex candidate, const CarvedRole& carved) {
    const absl::int128 price = absl::int128(candidate_prices_[candidate].count()) + placement_.job_prices[carved.job].count();
    if (price < carved.role.score.count()) {
      complaints_.Add("certificate",
                      absl::StrCat("candidate '", market_.candidates[candidate].id, "' and job '", market_.jobs[carved.job].id,
                                   "': the prices sum to less than their role's score ", carved.role.score.count(),
                                   ", so a better plan may exist"));
    }
  }

  const CompiledMarket& market_;
  const Carvings& carvings_;
  const Plan& plan_;
  const SolveOptions& options_;
  Placement placement_;              // As the plan has it.
  std::vector<Proposal> told_anew_;  // What the plan should say of its pairs.
  IndexedVector<CandidateIndex, Score> candidate_prices_;
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
  verifier.CheckCertificate();
  verifier.CheckTotals();
  JOBCARVE_RETURN_IF_ERROR(verifier.CheckExplanations(run));
  return verifier.Take();
}

}  // namespace jobcarve
