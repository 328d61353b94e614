// What is only written can still be forgotten: with every field of the values set, no field of the messages stays unset.
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "io/wire.h"
#include "jobcarve/io/market_io.h"
#include "support/all_fields_set.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using testing::HasSubstr;

Frontier EverythingSet() {
  FrontierEntry entry = {.task_count = 3, .form = Form::kCarved};
  entry.task_ids = {"tea"};
  entry.adjustment_ids = {"trolley"};
  entry.candidate_id = "ada";
  entry.score = Score{7};
  entry.weekly_minutes = Minutes{600};
  entry.pay_per_hour = Pence{1'200};
  entry.residual = Residual{.job_id = "porter",
                            .task_ids = {"fetch"},
                            .weekly_minutes = Minutes{300},
                            .pleasant_minutes = Minutes{20},
                            .unpleasant_minutes = Minutes{10},
                            .heavy_minutes = Minutes{5},
                            .covered_by = ResidualCover::kVacancy};
  entry.weekly_gain = Pence{450};
  entry.employer_cost = Pence{9'900};
  entry.doors = {{.candidate_id = "eve", .score = Score{6}}};
  entry.is_dominated = true;
  return {.job_id = "porter", .entries = {entry}};
}

TEST(FrontierToProtoTest, NoFieldIsForgotten) {
  pb::Frontier proto;
  Narrowing narrow;
  ToProto(EverythingSet(), narrow, &proto);
  EXPECT_OK(narrow.status());
  test::ExpectAllFieldsSet(proto);
}

TEST(FrontierToProtoTest, FieldsStandUnderTheirNames) {
  const absl::StatusOr<std::string> json = FormatFrontier(EverythingSet(), Format::kJson);
  ASSERT_OK(json);
  for (const char* field : {"\"job_id\": \"porter\"", "\"task_count\": 3", "\"candidate_id\": \"ada\"",
                            "\"candidate_id\": \"eve\"", "\"score\": \"7\"", "\"score\": \"6\"", "\"weekly_minutes\": 600",
                            "\"pay_pence_per_hour\": 1200", "\"weekly_gain_pence\": \"450\"", "\"employer_pence\": \"9900\"",
                            "\"is_dominated\": true", "\"is_proven\": true", "\"covered_by\": \"VACANCY\""}) {
    EXPECT_THAT(*json, HasSubstr(field));
  }
}

}  // namespace
}  // namespace jobcarve::io
