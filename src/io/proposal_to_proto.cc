// A proposal as the wire wants it; proposal_from_proto.cc reads it back. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"
#include "jobcarve/base/date.h"

namespace jobcarve::io {
void ToProto(const Handover& handover, Narrowing&, pb::Handover* proto) {
  proto->set_task_id(handover.task_id);
  proto->set_co_worker_id(handover.co_worker_id);
}

void ToProto(const Residual& residual, Narrowing& narrow, pb::Residual* proto) {
  proto->set_job_id(residual.job_id);
  SetTexts(residual.task_ids, proto->mutable_task_ids());
  proto->set_weekly_minutes(narrow(residual.weekly_minutes, "Residual.weekly_minutes"));
  proto->set_pleasant_minutes(narrow(residual.pleasant_minutes, "Residual.pleasant_minutes"));
  proto->set_unpleasant_minutes(narrow(residual.unpleasant_minutes, "Residual.unpleasant_minutes"));
  proto->set_heavy_minutes(narrow(residual.heavy_minutes, "Residual.heavy_minutes"));
  proto->set_covered_by(static_cast<pb::ResidualCover>(residual.covered_by));
}

void ToProto(const ClosedGap& gap, Narrowing& narrow, pb::ClosedGap* proto) {
  proto->set_needed_level(narrow(gap.needed, "ClosedGap.needed_level"));
  proto->set_level_before(narrow(gap.before, "ClosedGap.level_before"));
  proto->set_level_after(narrow(gap.after, "ClosedGap.level_after"));
}

void ToProto(const ProposedAdjustment& adjustment, Narrowing& narrow, pb::ProposedAdjustment* proto) {
  proto->set_adjustment_id(adjustment.adjustment_id);
  proto->set_first_year_pence(adjustment.first_year_cost.count());
  proto->set_funder(static_cast<pb::Funder>(adjustment.funder));
  proto->set_lead_time_days(narrow(adjustment.lead_time, "ProposedAdjustment.lead_time_days"));
  proto->set_coworker_minutes(narrow(adjustment.coworker_minutes, "ProposedAdjustment.coworker_minutes"));
  proto->set_support_minutes(narrow(adjustment.support_minutes, "ProposedAdjustment.support_minutes"));
  SetTexts(adjustment.closes_dimension_ids, proto->mutable_closes_dimension_ids());
  AllToProto(adjustment.gaps, narrow, proto->mutable_gaps());
  SetTexts(adjustment.opens_task_ids, proto->mutable_opens_task_ids());
  proto->set_lead_time_p90_days(narrow(adjustment.late_lead_time, "ProposedAdjustment.lead_time_p90_days"));
  if (adjustment.interim_lead_time.has_value()) {
    proto->set_interim_lead_time_days(narrow(*adjustment.interim_lead_time, "ProposedAdjustment.interim_lead_time_days"));
  }
  if (adjustment.employer_limit_share.has_value()) {
    proto->set_employer_limit_permille(narrow(*adjustment.employer_limit_share, "ProposedAdjustment.employer_limit_permille"));
  }
}

void ToProto(const ProposedRoute& route, Narrowing& narrow, pb::ProposedRoute* proto) {
  proto->set_dimension_id(route.dimension_id);
  proto->set_selection_level(narrow(route.selection_level, "ProposedRoute.selection_level"));
  proto->set_role_level(narrow(route.role_level, "ProposedRoute.role_level"));
  proto->set_kind(static_cast<pb::SelectionRoute::Kind>(route.kind));
}

void ToProto(const ProposedPhase& phase, Narrowing& narrow, pb::ProposedPhase* proto) {
  proto->set_from_week(narrow(phase.from_week, "ProposedPhase.from_week"));
  SetTexts(phase.task_ids, proto->mutable_task_ids());
  proto->set_weekly_minutes(narrow(phase.weekly_minutes, "ProposedPhase.weekly_minutes"));
}

void ToProto(const LedgerLine& line, Narrowing&, pb::LedgerLine* proto) {
  proto->set_kind(static_cast<pb::LedgerLine::Kind>(line.kind));
  proto->set_task_id(line.task_id);
  proto->set_adjustment_id(line.adjustment_id);
  proto->set_tag(line.tag);
  proto->set_amount(line.amount.count());
}

void ToProto(const Question& question, Narrowing& narrow, pb::Question* proto) {
  proto->set_kind(static_cast<pb::Question::Kind>(question.kind));
  proto->set_dimension_id(question.dimension_id);
  proto->set_needed_level(narrow(question.needed_level, "Question.needed_level"));
  SetTexts(question.task_ids, proto->mutable_task_ids());
  proto->set_at_stake(question.at_stake.count());
}

void ToProto(const Warning& warning, Narrowing&, pb::Warning* proto) {
  proto->set_kind(static_cast<pb::Warning::Kind>(warning.kind));
  SetTexts(warning.task_ids, proto->mutable_task_ids());
  proto->set_amount(warning.amount);
}

void ToProto(const Proposal& proposal, Narrowing& narrow, pb::Proposal* proto) {
  proto->set_candidate_id(proposal.candidate_id);
  proto->set_job_id(proposal.job_id);
  proto->set_form(static_cast<pb::Form>(proposal.form));
  SetTexts(proposal.task_ids, proto->mutable_task_ids());
  AllToProto(proposal.handed_over, narrow, proto->mutable_handed_over());
  if (proposal.residual.has_value()) {
    ToProto(*proposal.residual, narrow, proto->mutable_residual());
  }
  AllToProto(proposal.adjustments, narrow, proto->mutable_adjustments());
  proto->set_weekly_minutes(narrow(proposal.weekly_minutes, "Proposal.weekly_minutes"));
  proto->set_pay_pence_per_hour(narrow(proposal.pay_per_hour, "Proposal.pay_pence_per_hour"));
  proto->set_weekly_pay_pence(proposal.weekly_pay.count());
  if (proposal.travel.has_value()) {
    proto->set_travel_minutes(narrow(*proposal.travel, "Proposal.travel_minutes"));
  }
  proto->set_earliest_start(FormatDate(proposal.earliest_start));
  proto->set_score(proposal.score.count());
  proto->set_low(proposal.low.count());
  proto->set_high(proposal.high.count());
  AllToProto(proposal.ledger, narrow, proto->mutable_ledger());
  AllToProto(proposal.questions, narrow, proto->mutable_questions());
  AllToProto(proposal.warnings, narrow, proto->mutable_warnings());
  proto->set_decision(static_cast<pb::Decision>(proposal.decision));
  proto->set_late_start(FormatDate(proposal.late_start));
  if (proposal.access_to_work_share.has_value()) {
    proto->set_access_to_work_share_pence(proposal.access_to_work_share->count());
  }
  AllToProto(proposal.routes, narrow, proto->mutable_routes());
  proto->set_shared_with_candidate_id(proposal.shared_with_candidate_id);
  AllToProto(proposal.phases, narrow, proto->mutable_phases());
}

}  // namespace jobcarve::io
