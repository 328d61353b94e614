// What could be taken out of a post, as the wire wants it. Tested by tests/io/frontier_to_proto_test.cc.
#include "io/wire.h"

namespace jobcarve::io {

void ToProto(const Door& door, Narrowing&, pb::Door* proto) {
  proto->set_candidate_id(door.candidate_id);
  proto->set_score(door.score.count());
}

void ToProto(const FrontierEntry& entry, Narrowing& narrow, pb::FrontierEntry* proto) {
  proto->set_task_count(narrow(entry.task_count, "FrontierEntry.task_count"));
  proto->set_form(static_cast<pb::Form>(entry.form));
  SetTexts(entry.task_ids, proto->mutable_task_ids());
  SetTexts(entry.adjustment_ids, proto->mutable_adjustment_ids());
  proto->set_candidate_id(entry.candidate_id);
  proto->set_score(entry.score.count());
  proto->set_weekly_minutes(narrow(entry.weekly_minutes, "FrontierEntry.weekly_minutes"));
  proto->set_pay_pence_per_hour(narrow(entry.pay_per_hour, "FrontierEntry.pay_pence_per_hour"));
  if (entry.residual.has_value()) {
    ToProto(*entry.residual, narrow, proto->mutable_residual());
  }
  proto->set_weekly_gain_pence(entry.weekly_gain.count());
  proto->set_employer_pence(entry.employer_cost.count());
  AllToProto(entry.doors, narrow, proto->mutable_doors());
  proto->set_is_dominated(entry.is_dominated);
  proto->set_is_proven(entry.is_proven);
}

void ToProto(const Frontier& frontier, Narrowing& narrow, pb::Frontier* proto) {
  proto->set_job_id(frontier.job_id);
  AllToProto(frontier.entries, narrow, proto->mutable_entries());
}

}  // namespace jobcarve::io
