// A plan as the wire has it, as plain values. Only dates can be wrong in form. Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"
#include "jobcarve/base/date.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::io {
namespace {

absl::StatusOr<Date> DateAt(const std::string& path, const std::string& text) {
  const absl::StatusOr<Date> date = ParseDate(text);
  if (!date.ok()) {
    return absl::InvalidArgumentError(absl::StrCat(path, ": ", date.status().message()));
  }
  return date;
}

}  // namespace

absl::StatusOr<Provenance> FromProto(const pb::Provenance& proto) {
  JOBCARVE_ASSIGN_OR_RETURN(const Date as_of, DateAt("provenance.as_of", proto.as_of()));
  return Provenance{.engine_version = proto.engine_version(),
                    .market_sha256 = proto.market_sha256(),
                    .market_title = proto.market_title(),
                    .as_of = as_of,
                    .options = FromProto(proto.options())};
}

Totals FromProto(const pb::Totals& proto) {
  return {.candidate_count = proto.candidate_count(),
          .proposal_count = proto.proposal_count(),
          .opening_count = proto.opening_count(),
          .openings_filled = proto.openings_filled(),
          .score = Score{proto.score()},
          .weekly_minutes = Minutes{proto.weekly_minutes()},
          .employer_cost = Pence{proto.employer_pence()},
          .access_to_work_cost = Pence{proto.access_to_work_pence()},
          .provider_cost = Pence{proto.provider_pence()}};
}

NamedBarrier FromProto(const pb::Barrier& proto) {
  return {.kind = static_cast<BarrierKind>(proto.kind()),
          .dimension_id = proto.dimension_id(),
          .task_ids = TextsOf(proto.task_ids()),
          .found = proto.found(),
          .needed = proto.needed()};
}

Nearest FromProto(const pb::Nearest& proto) {
  return {.job_id = proto.job_id(),
          .barriers = AllFromProto(proto.barriers()),
          .form = static_cast<Form>(proto.form()),
          .task_ids = TextsOf(proto.task_ids()),
          .adjustment_ids = TextsOf(proto.adjustment_ids()),
          .score = Score{proto.score()}};
}

Unplaced FromProto(const pb::Unplaced& proto) {
  return {.candidate_id = proto.candidate_id(),
          .reason = static_cast<UnplacedReason>(proto.reason()),
          .nearest = AllFromProto(proto.nearest())};
}

BarrierCount FromProto(const pb::BarrierCount& proto) {
  return {.kind = static_cast<BarrierKind>(proto.kind()), .candidate_count = proto.candidate_count()};
}

Unfilled FromProto(const pb::Unfilled& proto) {
  return {.job_id = proto.job_id(),
          .openings_left = proto.openings_left(),
          .good_role_count = proto.good_role_count(),
          .barriers = AllFromProto(proto.barriers())};
}

Price FromProto(const pb::Price& proto) {
  return {.id = proto.id(), .amount = Score{proto.amount()}};
}

TaskPrice FromProto(const pb::TaskPrice& proto) {
  return {.job_id = proto.job_id(), .task_id = proto.task_id(), .amount = Score{proto.amount()}};
}

RulePrice FromProto(const pb::RulePrice& proto) {
  return {.job_id = proto.job_id(), .rule = static_cast<ResidualRule>(proto.rule()), .amount = Score{proto.amount()}};
}

Losses FromProto(const pb::Losses& proto) {
  return {.roles = Score{proto.roles()},
          .unplaced = Score{proto.unplaced()},
          .openings = Score{proto.openings()},
          .tasks = Score{proto.tasks()},
          .rules = Score{proto.rules()},
          .purchases = Score{proto.purchases()}};
}

SharePrice FromProto(const pb::SharePrice& proto) {
  return {.candidate_id = proto.candidate_id(),
          .adjustment_id = proto.adjustment_id(),
          .site_id = proto.site_id(),
          .job_id = proto.job_id(),
          .amount = Score{proto.amount()}};
}

Purchase FromProto(const pb::Purchase& proto) {
  return {.adjustment_id = proto.adjustment_id(),
          .site_id = proto.site_id(),
          .job_id = proto.job_id(),
          .candidate_ids = TextsOf(proto.candidate_ids()),
          .amount = Score{proto.amount()}};
}

Certificate FromProto(const pb::Certificate& proto) {
  return {.dual_total = Score{proto.dual_total()},
          .candidate_prices = AllFromProto(proto.candidate_prices()),
          .job_prices = AllFromProto(proto.job_prices()),
          .unproven_pair_count = proto.unproven_pair_count(),
          .task_prices = AllFromProto(proto.task_prices()),
          .rule_prices = AllFromProto(proto.rule_prices()),
          .losses = FromProto(proto.losses()),
          .share_prices = AllFromProto(proto.share_prices())};
}

absl::StatusOr<Plan> FromProto(const pb::Plan& proto) {
  Plan plan;
  JOBCARVE_ASSIGN_OR_RETURN(plan.provenance, FromProto(proto.provenance()));
  plan.totals = FromProto(proto.totals());
  plan.proposals.reserve(static_cast<size_t>(proto.proposals_size()));
  for (int i = 0; i < proto.proposals_size(); ++i) {
    const pb::Proposal& proposal = proto.proposals(i);
    const std::string path = absl::StrCat("proposals[", i, "]");
    plan.proposals.push_back(ProposalOf(proposal));
    JOBCARVE_ASSIGN_OR_RETURN(plan.proposals.back().earliest_start, DateAt(path + ".earliest_start", proposal.earliest_start()));
    plan.proposals.back().late_start = plan.proposals.back().earliest_start;
    if (!proposal.late_start().empty()) {
      JOBCARVE_ASSIGN_OR_RETURN(plan.proposals.back().late_start, DateAt(path + ".late_start", proposal.late_start()));
    }
  }
  plan.unplaced = AllFromProto(proto.unplaced());
  plan.unfilled = AllFromProto(proto.unfilled());
  plan.certificate = FromProto(proto.certificate());
  plan.residuals = AllFromProto(proto.residuals());
  plan.purchases = AllFromProto(proto.purchases());
  return plan;
}

}  // namespace jobcarve::io
