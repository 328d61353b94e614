// What to ask next, as the wire wants it. Tested by tests/io/inquiry_to_proto_test.cc.
#include "io/wire.h"

namespace jobcarve::io {

void ToProto(const RoleInBrief& role, Narrowing&, pb::RoleInBrief* proto) {
  proto->set_job_id(role.job_id);
  proto->set_form(static_cast<pb::Form>(role.form));
  SetTexts(role.task_ids, proto->mutable_task_ids());
  SetTexts(role.adjustment_ids, proto->mutable_adjustment_ids());
  proto->set_score(role.score.count());
}

void ToProto(const PossibleAnswer& answer, Narrowing& narrow, pb::PossibleAnswer* proto) {
  proto->set_from_level(narrow(answer.from_level, "PossibleAnswer.from_level"));
  proto->set_to_level(narrow(answer.to_level, "PossibleAnswer.to_level"));
  if (answer.best.has_value()) {
    ToProto(*answer.best, narrow, proto->mutable_best());
  }
  proto->set_changes_best(answer.changes_best);
  proto->set_kept_score(answer.kept_score.count());
  proto->set_total_change(answer.total_change.count());
  proto->set_plan_gain(answer.plan_gain.count());
}

void ToProto(const OpenQuestion& question, Narrowing& narrow, pb::OpenQuestion* proto) {
  proto->set_dimension_id(question.dimension_id);
  proto->set_value(question.value.count());
  proto->set_plan_value(question.plan_value.count());
  AllToProto(question.answers, narrow, proto->mutable_answers());
}

void ToProto(const ProfileCoverage& coverage, Narrowing& narrow, pb::ProfileCoverage* proto) {
  proto->set_dimension_count(narrow(coverage.dimension_count, "ProfileCoverage.dimension_count"));
  proto->set_known_dimension_count(narrow(coverage.known_dimension_count, "ProfileCoverage.known_dimension_count"));
  proto->set_task_minutes(coverage.task_minutes.count());
  proto->set_known_task_minutes(coverage.known_task_minutes.count());
}

void ToProto(const Inquiry& inquiry, Narrowing& narrow, pb::Inquiry* proto) {
  proto->set_candidate_id(inquiry.candidate_id);
  if (inquiry.best.has_value()) {
    ToProto(*inquiry.best, narrow, proto->mutable_best());
  }
  ToProto(inquiry.coverage, narrow, proto->mutable_coverage());
  AllToProto(inquiry.questions, narrow, proto->mutable_questions());
  proto->set_idle_question_count(narrow(inquiry.idle_question_count, "Inquiry.idle_question_count"));
  proto->set_unproven_count(inquiry.unproven_count);
}

void ToProto(const Inquiries& inquiries, Narrowing& narrow, pb::Inquiries* proto) {
  proto->set_total_score(inquiries.total.count());
  AllToProto(inquiries.people, narrow, proto->mutable_people());
}

}  // namespace jobcarve::io
