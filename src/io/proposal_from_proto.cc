// A proposal as the wire has it, as plain values; see plan_from_proto.cc. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"

namespace jobcarve::io {
Handover FromProto(const pb::Handover& proto) {
  return {.task_id = proto.task_id(), .co_worker_id = proto.co_worker_id()};
}

Residual FromProto(const pb::Residual& proto) {
  return {.job_id = proto.job_id(),
          .task_ids = TextsOf(proto.task_ids()),
          .weekly_minutes = Minutes{proto.weekly_minutes()},
          .pleasant_minutes = Minutes{proto.pleasant_minutes()},
          .unpleasant_minutes = Minutes{proto.unpleasant_minutes()},
          .heavy_minutes = Minutes{proto.heavy_minutes()},
          .covered_by = static_cast<ResidualCover>(proto.covered_by())};
}

ClosedGap FromProto(const pb::ClosedGap& proto) {
  return {.needed = Level{proto.needed_level()}, .before = Level{proto.level_before()}, .after = Level{proto.level_after()}};
}

ProposedAdjustment FromProto(const pb::ProposedAdjustment& proto) {
  ProposedAdjustment adjustment{.adjustment_id = proto.adjustment_id(),
                                .first_year_cost = Pence{proto.first_year_pence()},
                                .funder = static_cast<Funder>(proto.funder()),
                                .lead_time = Days{proto.lead_time_days()},
                                .coworker_minutes = Minutes{proto.coworker_minutes()},
                                .support_minutes = Minutes{proto.support_minutes()},
                                .closes_dimension_ids = TextsOf(proto.closes_dimension_ids()),
                                .gaps = AllFromProto(proto.gaps()),
                                .opens_task_ids = TextsOf(proto.opens_task_ids()),
                                .late_lead_time = Days{proto.lead_time_p90_days()},
                                .interim_lead_time = std::nullopt,
                                .employer_limit_share = std::nullopt};
  if (proto.has_interim_lead_time_days()) {
    adjustment.interim_lead_time = Days{proto.interim_lead_time_days()};
  }
  if (proto.has_employer_limit_permille()) {
    adjustment.employer_limit_share = Permille{proto.employer_limit_permille()};
  }
  return adjustment;
}

ProposedRoute FromProto(const pb::ProposedRoute& proto) {
  return {.dimension_id = proto.dimension_id(),
          .selection_level = Level{proto.selection_level()},
          .role_level = Level{proto.role_level()},
          .kind = static_cast<RouteKind>(proto.kind())};
}

ProposedPhase FromProto(const pb::ProposedPhase& proto) {
  return {
      .from_week = proto.from_week(), .task_ids = TextsOf(proto.task_ids()), .weekly_minutes = Minutes{proto.weekly_minutes()}};
}

LedgerLine FromProto(const pb::LedgerLine& proto) {
  return {.kind = static_cast<LineKind>(proto.kind()),
          .task_id = proto.task_id(),
          .adjustment_id = proto.adjustment_id(),
          .tag = proto.tag(),
          .amount = Score{proto.amount()}};
}

Question FromProto(const pb::Question& proto) {
  return {.kind = static_cast<QuestionKind>(proto.kind()),
          .dimension_id = proto.dimension_id(),
          .needed_level = Level{proto.needed_level()},
          .task_ids = TextsOf(proto.task_ids()),
          .at_stake = Score{proto.at_stake()}};
}

Warning FromProto(const pb::Warning& proto) {
  return {.kind = static_cast<WarningKind>(proto.kind()), .task_ids = TextsOf(proto.task_ids()), .amount = proto.amount()};
}

Proposal ProposalOf(const pb::Proposal& proto) {
  Proposal proposal;
  proposal.candidate_id = proto.candidate_id();
  proposal.job_id = proto.job_id();
  proposal.form = static_cast<Form>(proto.form());
  proposal.task_ids = TextsOf(proto.task_ids());
  proposal.handed_over = AllFromProto(proto.handed_over());
  if (proto.has_residual()) {
    proposal.residual = FromProto(proto.residual());
  }
  proposal.adjustments = AllFromProto(proto.adjustments());
  proposal.weekly_minutes = Minutes{proto.weekly_minutes()};
  proposal.pay_per_hour = Pence{proto.pay_pence_per_hour()};
  proposal.weekly_pay = Pence{proto.weekly_pay_pence()};
  if (proto.has_travel_minutes()) {
    proposal.travel = Minutes{proto.travel_minutes()};
  }
  proposal.score = Score{proto.score()};
  proposal.low = Score{proto.low()};
  proposal.high = Score{proto.high()};
  proposal.ledger = AllFromProto(proto.ledger());
  proposal.questions = AllFromProto(proto.questions());
  proposal.warnings = AllFromProto(proto.warnings());
  proposal.decision = static_cast<Decision>(proto.decision());
  if (proto.has_access_to_work_share_pence()) {
    proposal.access_to_work_share = Pence{proto.access_to_work_share_pence()};
  }
  proposal.routes = AllFromProto(proto.routes());
  proposal.shared_with_candidate_id = proto.shared_with_candidate_id();
  proposal.phases = AllFromProto(proto.phases());
  return proposal;
}

}  // namespace jobcarve::io
