// The main path. Each line is a stage; what a later stage needs is in the value that an earlier one returned.
// Tested by tests/plan/solve_test.cc.
#include "jobcarve/plan/solve.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/base/version.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/explain/explain.h"
#include "jobcarve/explain/open.h"
#include "jobcarve/model/access_to_work.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/screen/screen.h"
#include "plan/assign.h"
#include "plan/certificate.h"
#include "plan/find.h"
#include "plan/proposal.h"
#include "plan/purchases.h"

namespace jobcarve {
namespace {

using internal::Assign;
using internal::Assignment;
using internal::CertificateOf;
using internal::FindById;
using internal::PlacementOf;
using internal::ProposalOf;
using internal::PurchasesOf;
using internal::ResidualsOf;
using internal::TotalsOf;

std::vector<Proposal> ProposalsOf(const CompiledMarket& market, const Assignment& assignment, const SolveOptions& options) {
  std::vector<Proposal> proposals;
  for (CandidateIndex candidate : market.candidates.Indices()) {
    if (const std::optional<CarvedRole>& carved = assignment.roles[candidate]) {
      proposals.push_back(ProposalOf(market, candidate, carved->job, carved->role, options));
    }
  }
  return proposals;
}

Provenance ProvenanceOf(const CompiledMarket& market, SolveOptions options) {
  options.max_access_to_work_cost = AccessToWorkLimit(options, market.as_of);
  return {.engine_version = std::string(Version()),
          .market_sha256 = "",
          .market_title = market.title,
          .as_of = market.as_of,
          .options = options};
}

}  // namespace

absl::StatusOr<Plan> Solve(const Market& input, const SolveOptions& options, const RunControl& run) {
  JOBCARVE_RETURN_IF_ERROR(Validate(options));
  JOBCARVE_ASSIGN_OR_RETURN(const CompiledMarket market, Compile(input));
  JOBCARVE_ASSIGN_OR_RETURN(const Screening screening, Screen(market, options, run));
  JOBCARVE_ASSIGN_OR_RETURN(const Carvings carvings, Carve(market, screening, options, run));
  JOBCARVE_ASSIGN_OR_RETURN(const Assignment assignment, Assign(market, carvings, options, run));
  JOBCARVE_ASSIGN_OR_RETURN(Explanation why, Explain(market, carvings, PlacementOf(market, assignment), options, run));

  Plan plan;
  plan.provenance = ProvenanceOf(market, options);
  plan.proposals = ProposalsOf(market, assignment, options);
  plan.purchases = PurchasesOf(market, assignment, options);
  plan.totals = TotalsOf(market, plan.proposals, plan.purchases);
  plan.unplaced = std::move(why.unplaced);
  plan.unfilled = std::move(why.unfilled);
  plan.certificate = CertificateOf(market, assignment, options);
  plan.residuals = ResidualsOf(market, assignment);
  return plan;
}

absl::StatusOr<PairAnswer> SolvePair(const Market& input, const std::string& candidate_id, const std::string& job_id,
                                     const SolveOptions& options) {
  JOBCARVE_RETURN_IF_ERROR(Validate(options));
  JOBCARVE_ASSIGN_OR_RETURN(const CompiledMarket market, Compile(input));
  const std::optional<CandidateIndex> candidate = FindById(market.candidates, candidate_id);
  const std::optional<JobIndex> job = FindById(market.jobs, job_id);
  if (!candidate.has_value() || !job.has_value()) {
    return absl::InvalidArgumentError(candidate.has_value() ? absl::StrCat("the market has no job '", job_id, "'")
                                                            : absl::StrCat("the market has no candidate '", candidate_id, "'"));
  }
  PairAnswer answer;
  if (const std::optional<Role> role = CarvePair(market, *candidate, *job, options)) {
    answer.proposal = ProposalOf(market, *candidate, *job, *role, options);
  } else if (const std::optional<OpenedRole> opened = WhatWouldOpen(market, *candidate, *job, options)) {
    answer.nearest = NearestOf(market, *job, opened->barriers, opened->role);
  }
  return answer;
}

}  // namespace jobcarve
