// Jobs as the wire wants them; job_from_proto.cc reads them back. A policy that allows everything is left out, as people would.
// Tested by tests/io/round_trip_test.cc.
#include "io/wire.h"

namespace jobcarve::io {
void ToProto(const Task& task, Narrowing& narrow, pb::Task* proto) {
  proto->set_id(task.id);
  proto->set_title(task.title);
  proto->set_weekly_minutes(narrow(task.weekly_minutes, "Task.weekly_minutes"));
  proto->set_minutes_source(static_cast<pb::Source>(task.minutes_source));
  AllToProto(task.demands, narrow, proto->mutable_demands());
  proto->set_essential(task.is_essential);
  proto->set_essential_by(task.essential_by);
  SetTexts(task.tags, proto->mutable_tags());
  proto->set_pleasant_minutes(narrow(task.pleasant_minutes, "Task.pleasant_minutes"));
  proto->set_unpleasant_minutes(narrow(task.unpleasant_minutes, "Task.unpleasant_minutes"));
  AllToProto(task.windows, narrow, proto->mutable_windows());
  proto->set_heavy_minutes(narrow(task.heavy_minutes, "Task.heavy_minutes"));
  proto->set_hazardous_minutes(narrow(task.hazardous_minutes, "Task.hazardous_minutes"));
  proto->set_isolated_minutes(narrow(task.isolated_minutes, "Task.isolated_minutes"));
  proto->set_beside_minutes(narrow(task.beside_minutes, "Task.beside_minutes"));
  proto->set_unmet_minutes(narrow(task.unmet_minutes, "Task.unmet_minutes"));
  proto->set_chunk_minutes(narrow(task.chunk_minutes, "Task.chunk_minutes"));
  proto->set_deferrable(task.is_deferrable);
}

void ToProto(const Link& link, Narrowing&, pb::Link* proto) {
  proto->set_kind(static_cast<pb::Link::Kind>(link.kind));
  proto->set_task_id(link.task_id);
  proto->set_other_task_id(link.other_task_id);
}

void ToProto(const ResidualRules& rules, Narrowing& narrow, pb::ResidualRules* proto) {
  proto->set_min_weekly_minutes(narrow(rules.min_weekly_minutes, "ResidualRules.min_weekly_minutes"));
  proto->set_min_task_count(narrow(rules.min_task_count, "ResidualRules.min_task_count"));
  proto->set_min_pleasant_minutes(narrow(rules.min_pleasant_minutes, "ResidualRules.min_pleasant_minutes"));
  if (rules.max_unpleasant.has_value()) {
    proto->set_max_unpleasant_permille(narrow(*rules.max_unpleasant, "ResidualRules.max_unpleasant_permille"));
  }
  if (rules.max_heavy.has_value()) {
    proto->set_max_heavy_permille(narrow(*rules.max_heavy, "ResidualRules.max_heavy_permille"));
  }
}

void ToProto(const RoleRules& rules, Narrowing& narrow, pb::RoleRules* proto) {
  if (rules.max_unpleasant.has_value()) {
    proto->set_max_unpleasant_permille(narrow(*rules.max_unpleasant, "RoleRules.max_unpleasant_permille"));
  }
  if (rules.max_heavy.has_value()) {
    proto->set_max_heavy_permille(narrow(*rules.max_heavy, "RoleRules.max_heavy_permille"));
  }
  if (rules.max_hazardous.has_value()) {
    proto->set_max_hazardous_permille(narrow(*rules.max_hazardous, "RoleRules.max_hazardous_permille"));
  }
  if (rules.max_isolated.has_value()) {
    proto->set_max_isolated_permille(narrow(*rules.max_isolated, "RoleRules.max_isolated_permille"));
  }
  proto->set_min_beside_minutes(narrow(rules.min_beside_minutes, "RoleRules.min_beside_minutes"));
  proto->set_min_task_count(narrow(rules.min_task_count, "RoleRules.min_task_count"));
  proto->set_hard(rules.is_hard);
}

void ToProto(const CarvingPolicy& policy, Narrowing& narrow, pb::CarvingPolicy* proto) {
  for (const Form form : policy.forms) {
    proto->add_forms(static_cast<pb::Form>(form));
  }
  proto->set_min_role_minutes(narrow(policy.min_role_minutes, "CarvingPolicy.min_role_minutes"));
  SetTexts(policy.must_stay_task_ids, proto->mutable_must_stay_task_ids());
  if (policy.carved_pay_per_hour.has_value()) {
    proto->set_carved_pay_pence_per_hour(narrow(*policy.carved_pay_per_hour, "CarvingPolicy.carved_pay_pence_per_hour"));
  }
  ToProto(policy.residual, narrow, proto->mutable_residual());
  if (proto->residual().ByteSizeLong() == 0) {
    proto->clear_residual();
  }
  ToProto(policy.role, narrow, proto->mutable_role());
  if (proto->role().ByteSizeLong() == 0) {
    proto->clear_role();
  }
}

void ToProto(const CoWorker& co_worker, Narrowing& narrow, pb::CoWorker* proto) {
  proto->set_id(co_worker.id);
  proto->set_spare_minutes(narrow(co_worker.spare_minutes, "CoWorker.spare_minutes"));
  AllToProto(co_worker.capabilities, narrow, proto->mutable_capabilities());
}

void ToProto(const SelectionRoute& route, Narrowing&, pb::SelectionRoute* proto) {
  proto->set_kind(static_cast<pb::SelectionRoute::Kind>(route.kind));
  SetTexts(route.removes_dimension_ids, proto->mutable_removes_dimension_ids());
}

void ToProto(const Selection& selection, Narrowing& narrow, pb::Selection* proto) {
  AllToProto(selection.demands, narrow, proto->mutable_demands());
  AllToProto(selection.routes, narrow, proto->mutable_routes());
}

void ToProto(const Job& job, Narrowing& narrow, pb::Job* proto) {
  proto->set_id(job.id);
  proto->set_title(job.title);
  proto->set_employer_id(job.employer_id);
  proto->set_site_id(job.site_id);
  proto->set_openings(narrow(job.openings, "Job.openings"));
  proto->set_pay_pence_per_hour(narrow(job.pay_per_hour, "Job.pay_pence_per_hour"));
  AllToProto(job.tasks, narrow, proto->mutable_tasks());
  AllToProto(job.links, narrow, proto->mutable_links());
  AllToProto(job.conditions, narrow, proto->mutable_conditions());
  AllToProto(job.windows, narrow, proto->mutable_windows());
  proto->set_earliest_start(job.earliest_start);
  proto->set_latest_start(job.latest_start);
  ToProto(job.carving, narrow, proto->mutable_carving());
  if (proto->carving().ByteSizeLong() == 0) {
    proto->clear_carving();
  }
  AllToProto(job.co_workers, narrow, proto->mutable_co_workers());
  if (job.max_coworker_minutes.has_value()) {
    proto->set_max_coworker_minutes(narrow(*job.max_coworker_minutes, "Job.max_coworker_minutes"));
  }
  SetTexts(job.tags, proto->mutable_tags());
  SetTexts(job.ruled_out_adjustment_ids, proto->mutable_ruled_out_adjustment_ids());
  if (job.selection.has_value()) {
    ToProto(*job.selection, narrow, proto->mutable_selection());
  }
  if (job.sharing.has_value()) {
    proto->mutable_sharing()->set_handover_minutes(narrow(job.sharing->handover_minutes, "Sharing.handover_minutes"));
  }
  proto->set_essential_must_hold(job.essential_must_hold);
}

}  // namespace jobcarve::io
