// Names for indices, sums and dates.
// Tested by tests/plan/solve_test.cc and, by making every proposal anew, by tests/plan/verify_test.cc.
#include "plan/proposal.h"

#include "carve/amounts.h"
#include "carve/phases.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/screen/screen.h"
#include "plan/find.h"
#include "plan/proposed_adjustments.h"
#include "screen/form_limits.h"

namespace jobcarve::internal {

Residual ResidualOf(const CompiledJob& job, TaskSet taken) {
  Residual residual;
  const TaskSet staying = job.AllTasks() & ~taken;
  residual.task_ids = TaskIds(job, staying);
  for (TaskIndex task : job.tasks.Indices()) {
    if (Contains(staying, task)) {
      residual.weekly_minutes += job.tasks[task].minutes;
      residual.pleasant_minutes += job.tasks[task].pleasant_minutes;
      residual.unpleasant_minutes += job.tasks[task].unpleasant_minutes;
      residual.heavy_minutes += job.tasks[task].heavy_minutes;
    }
  }
  residual.covered_by = job.openings > 0 ? ResidualCover::kVacancy : ResidualCover::kPostHolder;
  return residual;
}

namespace {

std::vector<LedgerLine> NamedLedger(const CompiledMarket& market, JobIndex job, const std::vector<Line>& lines) {
  std::vector<LedgerLine> ledger;
  for (const Line& line : lines) {
    ledger.push_back({.kind = line.kind,
                      .task_id = line.task.has_value() ? market.jobs[job].tasks[*line.task].id : "",
                      .adjustment_id = line.adjustment.has_value() ? market.adjustments[*line.adjustment].id : "",
                      .tag = line.tag.has_value() ? market.tags[*line.tag] : "",
                      .amount = line.amount});
  }
  return ledger;
}

void FillArrangement(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                     const SolveOptions& options, Proposal& proposal) {
  const CompiledJob& post = market.jobs[job];
  proposal.weekly_minutes = MinutesOf(post, role.tasks) + (role.form == Form::kShared ? post.handover_minutes : Minutes{0});
  proposal.pay_per_hour = PayOf(post, role.form);
  proposal.weekly_pay = Pence{RoundDiv(proposal.weekly_minutes.count() * proposal.pay_per_hour.count(), 60)};
  proposal.travel = JourneyMinutes(market, candidate, post.site, options);
  proposal.earliest_start = EarliestStart(market, candidate, job, role.adjustments);
  proposal.late_start = LateStart(market, candidate, job, role.adjustments);
  proposal.access_to_work_share = AccessToWorkShareOf(market, candidate, job, role);
}

}  // namespace

Proposal ProposalOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                    const SolveOptions& options) {
  const CompiledJob& post = market.jobs[job];
  Proposal proposal;
  proposal.candidate_id = market.candidates[candidate].id;
  proposal.job_id = post.id;
  proposal.form = role.form;
  proposal.task_ids = TaskIds(post, role.tasks);
  for (const TaskHandover& handover : role.handed_over) {
    proposal.handed_over.push_back(
        {.task_id = post.tasks[handover.task].id, .co_worker_id = post.co_workers[handover.co_worker].id});
  }
  if (role.form == Form::kCarved) {
    proposal.residual = ResidualOf(post, role.tasks);
  }
  proposal.adjustments = AdjustmentsOf(market, candidate, job, role);
  FillArrangement(market, candidate, job, role, options, proposal);
  const ScoreRange range = RangeOf(market, candidate, job, role, options);
  proposal.score = role.score;
  proposal.low = range.low;
  proposal.high = range.high;
  proposal.ledger = NamedLedger(market, job, LedgerOf(market, candidate, job, role, options));
  proposal.questions = QuestionsOf(market, candidate, job, role, options);
  proposal.warnings = WarningsOf(market, candidate, job, role, options);
  proposal.decision = Decision::kHumanRequired;
  proposal.routes = RoutesOf(market, candidate, job, role);
  proposal.shared_with_candidate_id = role.shared_with.has_value() ? market.candidates[*role.shared_with].id : "";
  for (const RolePhase& phase : PhasesOf(market.candidates[candidate], post, role.tasks, options.search_node_limit)) {
    proposal.phases.push_back(
        {.from_week = phase.from_week, .task_ids = TaskIds(post, phase.tasks), .weekly_minutes = MinutesOf(post, phase.tasks)});
  }
  return proposal;
}

namespace {

Pence& CostTo(Funder funder, Totals& totals) {
  return funder == Funder::kAccessToWork ? totals.access_to_work_cost
         : funder == Funder::kProvider   ? totals.provider_cost
                                         : totals.employer_cost;
}

}  // namespace

Totals TotalsOf(const CompiledMarket& market, const std::vector<Proposal>& proposals, const std::vector<Purchase>& purchases) {
  Totals totals;
  totals.candidate_count = static_cast<int64_t>(market.candidates.size());
  totals.proposal_count = static_cast<int64_t>(proposals.size());
  for (const CompiledJob& job : market.jobs) {
    totals.opening_count += job.openings;
  }
  for (const Proposal& proposal : proposals) {
    const std::optional<JobIndex> job = FindById(market.jobs, proposal.job_id);
    const bool is_counted =
        proposal.shared_with_candidate_id.empty() || proposal.candidate_id < proposal.shared_with_candidate_id;
    totals.openings_filled += is_counted && job.has_value() && market.jobs[*job].openings > 0 ? 1 : 0;
    totals.score += proposal.score;
    totals.weekly_minutes += proposal.weekly_minutes;
    for (const ProposedAdjustment& adjustment : proposal.adjustments) {
      if (const auto index = FindById(market.adjustments, adjustment.adjustment_id);
          index.has_value() && !market.adjustments[*index].is_bought_once()) {
        CostTo(adjustment.funder, totals) += adjustment.first_year_cost;
      }
    }
  }
  for (const Purchase& purchase : purchases) {
    const CompiledAdjustment& bought = market.adjustments[*FindById(market.adjustments, purchase.adjustment_id)];
    CostTo(bought.funder, totals) += bought.first_year_cost;
    totals.score += purchase.amount;
  }
  return totals;
}

}  // namespace jobcarve::internal
