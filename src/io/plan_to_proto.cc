// A plan as the wire wants it; plan_from_proto.cc reads it back. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"
#include "jobcarve/base/date.h"

namespace jobcarve::io {
void ToProto(const Provenance& provenance, Narrowing& narrow, pb::Provenance* proto) {
  proto->set_engine_version(provenance.engine_version);
  proto->set_market_sha256(provenance.market_sha256);
  proto->set_market_title(provenance.market_title);
  proto->set_as_of(FormatDate(provenance.as_of));
  ToProto(provenance.options, narrow, proto->mutable_options());
}

void ToProto(const Totals& totals, Narrowing& narrow, pb::Totals* proto) {
  proto->set_candidate_count(narrow(totals.candidate_count, "Totals.candidate_count"));
  proto->set_proposal_count(narrow(totals.proposal_count, "Totals.proposal_count"));
  proto->set_opening_count(totals.opening_count);
  proto->set_openings_filled(totals.openings_filled);
  proto->set_score(totals.score.count());
  proto->set_weekly_minutes(totals.weekly_minutes.count());
  proto->set_employer_pence(totals.employer_cost.count());
  proto->set_access_to_work_pence(totals.access_to_work_cost.count());
  proto->set_provider_pence(totals.provider_cost.count());
}

void ToProto(const NamedBarrier& barrier, Narrowing&, pb::Barrier* proto) {
  proto->set_kind(static_cast<pb::Barrier::Kind>(barrier.kind));
  proto->set_dimension_id(barrier.dimension_id);
  SetTexts(barrier.task_ids, proto->mutable_task_ids());
  proto->set_found(barrier.found);
  proto->set_needed(barrier.needed);
}

void ToProto(const Nearest& nearest, Narrowing& narrow, pb::Nearest* proto) {
  proto->set_job_id(nearest.job_id);
  AllToProto(nearest.barriers, narrow, proto->mutable_barriers());
  proto->set_form(static_cast<pb::Form>(nearest.form));
  SetTexts(nearest.task_ids, proto->mutable_task_ids());
  SetTexts(nearest.adjustment_ids, proto->mutable_adjustment_ids());
  proto->set_score(nearest.score.count());
}

void ToProto(const Unplaced& unplaced, Narrowing& narrow, pb::Unplaced* proto) {
  proto->set_candidate_id(unplaced.candidate_id);
  proto->set_reason(static_cast<pb::Unplaced::Reason>(unplaced.reason));
  AllToProto(unplaced.nearest, narrow, proto->mutable_nearest());
}

void ToProto(const BarrierCount& count, Narrowing& narrow, pb::BarrierCount* proto) {
  proto->set_kind(static_cast<pb::Barrier::Kind>(count.kind));
  proto->set_candidate_count(narrow(count.candidate_count, "BarrierCount.candidate_count"));
}

void ToProto(const Unfilled& unfilled, Narrowing& narrow, pb::Unfilled* proto) {
  proto->set_job_id(unfilled.job_id);
  proto->set_openings_left(unfilled.openings_left);
  proto->set_good_role_count(narrow(unfilled.good_role_count, "Unfilled.good_role_count"));
  AllToProto(unfilled.barriers, narrow, proto->mutable_barriers());
}

void ToProto(const Price& price, Narrowing&, pb::Price* proto) {
  proto->set_id(price.id);
  proto->set_amount(price.amount.count());
}

void ToProto(const TaskPrice& price, Narrowing&, pb::TaskPrice* proto) {
  proto->set_job_id(price.job_id);
  proto->set_task_id(price.task_id);
  proto->set_amount(price.amount.count());
}

void ToProto(const RulePrice& price, Narrowing&, pb::RulePrice* proto) {
  proto->set_job_id(price.job_id);
  proto->set_rule(static_cast<pb::RulePrice::Rule>(price.rule));
  proto->set_amount(price.amount.count());
}

void ToProto(const Losses& losses, Narrowing&, pb::Losses* proto) {
  proto->set_roles(losses.roles.count());
  proto->set_unplaced(losses.unplaced.count());
  proto->set_openings(losses.openings.count());
  proto->set_tasks(losses.tasks.count());
  proto->set_rules(losses.rules.count());
  proto->set_purchases(losses.purchases.count());
}

void ToProto(const SharePrice& price, Narrowing&, pb::SharePrice* proto) {
  proto->set_candidate_id(price.candidate_id);
  proto->set_adjustment_id(price.adjustment_id);
  proto->set_site_id(price.site_id);
  proto->set_job_id(price.job_id);
  proto->set_amount(price.amount.count());
}

void ToProto(const Purchase& purchase, Narrowing&, pb::Purchase* proto) {
  proto->set_adjustment_id(purchase.adjustment_id);
  proto->set_site_id(purchase.site_id);
  proto->set_job_id(purchase.job_id);
  SetTexts(purchase.candidate_ids, proto->mutable_candidate_ids());
  proto->set_amount(purchase.amount.count());
}

void ToProto(const Certificate& certificate, Narrowing& narrow, pb::Certificate* proto) {
  proto->set_dual_total(certificate.dual_total.count());
  AllToProto(certificate.candidate_prices, narrow, proto->mutable_candidate_prices());
  AllToProto(certificate.job_prices, narrow, proto->mutable_job_prices());
  proto->set_unproven_pair_count(certificate.unproven_pair_count);
  AllToProto(certificate.task_prices, narrow, proto->mutable_task_prices());
  AllToProto(certificate.rule_prices, narrow, proto->mutable_rule_prices());
  if (certificate.losses != Losses()) {
    ToProto(certificate.losses, narrow, proto->mutable_losses());
  }
  AllToProto(certificate.share_prices, narrow, proto->mutable_share_prices());
}

void ToProto(const Plan& plan, Narrowing& narrow, pb::Plan* proto) {
  ToProto(plan.provenance, narrow, proto->mutable_provenance());
  ToProto(plan.totals, narrow, proto->mutable_totals());
  AllToProto(plan.proposals, narrow, proto->mutable_proposals());
  AllToProto(plan.unplaced, narrow, proto->mutable_unplaced());
  AllToProto(plan.unfilled, narrow, proto->mutable_unfilled());
  ToProto(plan.certificate, narrow, proto->mutable_certificate());
  AllToProto(plan.residuals, narrow, proto->mutable_residuals());
  AllToProto(plan.purchases, narrow, proto->mutable_purchases());
}

void ToProto(const PairAnswer& answer, Narrowing& narrow, pb::PairAnswer* proto) {
  if (answer.proposal.has_value()) {
    ToProto(*answer.proposal, narrow, proto->mutable_proposal());
  }
  if (answer.nearest.has_value()) {
    ToProto(*answer.nearest, narrow, proto->mutable_nearest());
  }
}

}  // namespace jobcarve::io
