// What is only written can still be forgotten: with every field of the values set, no field of the messages stays unset.
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "gtest/gtest.h"
#include "io/wire.h"
#include "jobcarve/io/market_io.h"
#include "support/all_fields_set.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using testing::HasSubstr;

Inquiries EverythingSet() {
  const RoleInBrief role = {
      .job_id = "porter", .form = Form::kCarved, .task_ids = {"tea"}, .adjustment_ids = {"trolley"}, .score = Score{7}};
  const PossibleAnswer answer = {.from_level = Level{1},
                                 .to_level = Level{2},
                                 .best = role,
                                 .changes_best = true,
                                 .kept_score = Score{3},
                                 .total_change = Score{-4},
                                 .plan_gain = Score{5}};
  const OpenQuestion question = {.dimension_id = "noise", .value = Score{11}, .plan_value = Score{12}, .answers = {answer}};
  const ProfileCoverage coverage = {
      .dimension_count = 4, .known_dimension_count = 3, .task_minutes = Minutes{600}, .known_task_minutes = Minutes{300}};
  const Inquiry ada = {.candidate_id = "ada",
                       .best = role,
                       .coverage = coverage,
                       .questions = {question},
                       .idle_question_count = 8,
                       .unproven_count = 9};
  return {.total = Score{42}, .people = {ada}};
}

TEST(InquiryToProtoTest, NoFieldIsForgotten) {
  pb::Inquiries proto;
  Narrowing narrow;
  ToProto(EverythingSet(), narrow, &proto);
  EXPECT_OK(narrow.status());
  test::ExpectAllFieldsSet(proto);
}

TEST(InquiryToProtoTest, FieldsStandUnderTheirNames) {
  const absl::StatusOr<std::string> json = FormatInquiries(EverythingSet(), Format::kJson);
  ASSERT_OK(json);
  for (const char* field :
       {"\"total_score\": \"42\"", "\"candidate_id\": \"ada\"", "\"dimension_count\": 4", "\"known_dimension_count\": 3",
        "\"task_minutes\": \"600\"", "\"known_task_minutes\": \"300\"", "\"idle_question_count\": 8", "\"unproven_count\": \"9\"",
        "\"value\": \"11\"", "\"plan_value\": \"12\"", "\"from_level\": 1", "\"to_level\": 2", "\"changes_best\": true",
        "\"kept_score\": \"3\"", "\"total_change\": \"-4\"", "\"plan_gain\": \"5\"", "\"form\": \"CARVED\"",
        "\"score\": \"7\""}) {
    EXPECT_THAT(*json, HasSubstr(field));
  }
}

TEST(InquiryToProtoTest, ANumberThatDoesNotFitIsNamed) {
  Inquiries inquiries = EverythingSet();
  inquiries.people[0].idle_question_count = int64_t{1} << 40;
  EXPECT_THAT(FormatInquiries(inquiries, Format::kJson).status().message(), HasSubstr("Inquiry.idle_question_count"));
}

}  // namespace
}  // namespace jobcarve::io
