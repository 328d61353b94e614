#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/onet.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

constexpr char kHeader[] =
    "occupation,employer,site,openings,weekly_hours,pay_pence_per_hour,job,title,latitude,longitude,forms,min_role_hours,"
    "carved_pay_pence_per_hour,co_workers,earliest_start,latest_start\n";

absl::StatusOr<std::vector<JobPost>> PostsIn(const std::string& text) {
  const test::TemporaryFolder folder;
  JOBCARVE_RETURN_IF_ERROR(WriteFile(folder.Path("jobs.csv"), text));
  return ReadJobPosts(folder.Path("jobs.csv"));
}

// The error that one line gives.
std::string FaultOf(const std::string& line) {
  return std::string(PostsIn(kHeader + line + "\n").status().message());
}

TEST(JobPostsTest, ReadsEveryColumn) {
  ASSERT_OK_AND_ASSIGN(
      const std::vector<JobPost> posts,
      PostsIn(std::string(kHeader) +
              "99-1000.00,Tea Company,\"Tea room, harbour\",2,16.25,1300,tea,Helper,50.9,-1.4,whole;carved,2,1271,"
              "host:60;cook:15,2026-11-09,2026-12-01\n"));
  ASSERT_THAT(posts, SizeIs(1));
  const JobPost& post = posts[0];
  EXPECT_EQ(post.where, "jobs.csv line 2");
  EXPECT_EQ(post.site, "Tea room, harbour");
  EXPECT_EQ(post.openings, 2);
  EXPECT_EQ(post.weekly_minutes, Minutes{975});
  EXPECT_EQ(post.pay_per_hour, Pence{1300});
  EXPECT_EQ(post.carved_pay_per_hour, Pence{1271});
  EXPECT_EQ(post.min_role_minutes, Minutes{120});
  EXPECT_THAT(post.forms, ElementsAre(Form::kWhole, Form::kCarved));
  ASSERT_THAT(post.co_workers, SizeIs(2));
  EXPECT_EQ(post.co_workers[1].spare_minutes, Minutes{15});
  EXPECT_EQ(post.latest_start, "2026-12-01");
}

TEST(JobPostsTest, EachFaultNamesItsLineAndColumn) {
  EXPECT_THAT(FaultOf(",e,s,1,10,1300,,,,,,,,,,"), HasSubstr("jobs.csv line 2: occupation is missing"));
  EXPECT_THAT(FaultOf("o,e,s,1.5,10,1300,,,,,,,,,,"), HasSubstr("jobs.csv line 2: openings '1.5' is not a whole number"));
  EXPECT_THAT(FaultOf("o,e,s,-1,10,1300,,,,,,,,,,"), HasSubstr("openings '-1' is not a number in [0, 1e+06]"));
  EXPECT_THAT(FaultOf("o,e,s,1,200,1300,,,,,,,,,,"), HasSubstr("weekly_hours '200' is not a number in [0, 168]"));
  EXPECT_THAT(FaultOf("o,e,s,1,10.1,1300,,,,,,,,,,"), HasSubstr("weekly_hours '10.1' is not in quarters of an hour"));
  EXPECT_THAT(FaultOf("o,e,s,1,10,x,,,,,,,,,,"), HasSubstr("pay_pence_per_hour 'x' is not a number"));
  EXPECT_THAT(FaultOf("o,e,s,1,10,1300,,,50.9,,,,,,,"), HasSubstr("latitude and longitude: give both or neither"));
  EXPECT_THAT(FaultOf("o,e,s,1,10,1300,,,,,part,,,,,"), HasSubstr("forms: 'part' is none of whole, stripped, carved"));
  EXPECT_THAT(FaultOf("o,e,s,1,10,1300,,,,,,,,host,,"), HasSubstr("co_workers: 'host' is not NAME:MINUTES"));
  EXPECT_THAT(FaultOf("o,e,s,1,10,1300,,,,,,,,,soon,"), HasSubstr("earliest_start: "));
}

TEST(JobPostsTest, AllFaultsComeAtOnce) {
  const absl::Status status = PostsIn(std::string(kHeader) + ",e,s,1,10,1300,,,,,,,,,,\no,,s,1,10,1300,,,,,,,,,,\n").status();
  EXPECT_EQ(status.message(), "jobs.csv line 2: occupation is missing\njobs.csv line 3: employer is missing");
}

TEST(JobPostsTest, UnknownAndMissingColumnsAreFaults) {
  EXPECT_THAT(PostsIn("occupation,employer,site,openings,weekly_hours\n").status().message(),
              HasSubstr("the column 'pay_pence_per_hour' is missing"));
  EXPECT_THAT(PostsIn("occupation,employer,site,openings,weekly_hours,pay_pence_per_hour,wages\n").status().message(),
              HasSubstr("jobs.csv: the column 'wages' is none of occupation, employer"));
}

}  // namespace
}  // namespace jobcarve::io
