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
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "jobcarve/model/access_to_work.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/screen/screen.h"
#include "plan/find.h"
#include "plan/proposal.h"
#include "plan/stages.h"

namespace jobcarve {
namespace {

using internal::CertificateOf;
using internal::FindById;
using internal::GraphOf;
using internal::PlacementOf;
using internal::ProposalOf;
using internal::RolesByEdge;
using internal::TotalsOf;

absl::StatusOr<Matching> ProvenMatch(const BipartiteGraph& graph, const RunControl& run) {
  JOBCARVE_RETURN_IF_ERROR(CheckMayGoOn(run, "match"));
  ReportProgress(run, "match", 0, 1);
  JOBCARVE_ASSIGN_OR_RETURN(Matching matching, Match(graph, {.threads = run.threads}));
  if (const absl::Status proof = VerifyOptimal(graph, matching); !proof.ok()) {
    return absl::InternalError(absl::StrCat("the matching does not prove itself: ", proof.message()));
  }
  return matching;
}

std::vector<Proposal> ProposalsOf(const CompiledMarket& market, const Carvings& carvings, const BipartiteGraph& graph,
                                  const Matching& matching, const SolveOptions& options) {
  const std::vector<const CarvedRole*> roles = RolesByEdge(carvings);
  std::vector<Proposal> proposals;
  for (EdgeIndex edge : matching.edges) {
    const CarvedRole& carved = *roles[edge.value()];
    proposals.push_back(ProposalOf(market, CandidateIndex(graph.left(edge).value()), carved.job, carved.role, options));
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
  JOBCARVE_ASSIGN_OR_RETURN(const BipartiteGraph graph, GraphOf(market, carvings));
  JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, ProvenMatch(graph, run));
  const Placement placement = PlacementOf(market, carvings, graph, matching);
  JOBCARVE_ASSIGN_OR_RETURN(Explanation why, Explain(market, carvings, placement, options, run));

  Plan plan;
  plan.provenance = ProvenanceOf(market, options);
  plan.proposals = ProposalsOf(market, carvings, graph, matching, options);
  plan.totals = TotalsOf(market, plan.proposals);
  plan.unplaced = std::move(why.unplaced);
  plan.unfilled = std::move(why.unfilled);
  plan.certificate = CertificateOf(market, carvings, matching);
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
