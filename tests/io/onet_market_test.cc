#include <string>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/onet.h"
#include "jobcarve/model/validate.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string Data(const std::string& path) {
  return test::SourcePath(absl::StrCat("tests/data/onet/", path));
}

JobPost PostFor(const std::string& occupation, Minutes minutes) {
  JobPost post;
  post.where = "jobs.csv line 2";
  post.occupation = occupation;
  post.employer = "Tea Company";
  post.site = "Tea room, harbour";
  post.openings = 1;
  post.weekly_minutes = minutes;
  return post;
}

OnetTables PlainTables() {
  return *ReadOnetTables({Data("plain"), Data("context"), ""});
}

const OnetImportOptions kOptions = {.title = "test", .as_of = "2026-11-02"};

Market ImportedFrom(const OnetTables& tables, const JobPost& post) {
  return ImportOnet(tables, {post}, kOptions)->market;
}

std::vector<int64_t> MinutesOf(const Job& job) {
  std::vector<int64_t> minutes;
  for (const Task& task : job.tasks) {
    minutes.push_back(task.weekly_minutes.count());
  }
  return minutes;
}

std::vector<std::string> DimensionsOf(const std::vector<Demand>& demands) {
  std::vector<std::string> ids;
  for (const Demand& demand : demands) {
    ids.push_back(demand.dimension_id);
  }
  return ids;
}

TEST(OnetMarketTest, AJobHasItsOccupationsTasks) {
  const Market market = ImportedFrom(PlainTables(), PostFor("99-1000.00", Minutes{600}));
  EXPECT_THAT(FindFaults(market), IsEmpty());
  ASSERT_THAT(market.jobs, SizeIs(1));
  const Job& job = market.jobs[0];
  EXPECT_EQ(job.id, "tea-room-harbour-99-1000.00");
  EXPECT_EQ(job.title, "Tea room helper");
  EXPECT_THAT(MinutesOf(job), ElementsAre(195, 95, 195, 115));  // Weights 0.5, 0.25, 1 halved, and 0.583 halved.
  EXPECT_TRUE(job.tasks[0].is_essential);
  EXPECT_EQ(job.tasks[0].essential_by, "O*NET Core task");
  EXPECT_FALSE(job.tasks[2].is_essential);
  EXPECT_EQ(job.tasks[0].minutes_source, Source::kPrior);
}

TEST(OnetMarketTest, DemandsComeThroughLinksAndTheRestIsAmbient) {
  const Market market = ImportedFrom(PlainTables(), PostFor("99-1000.00", Minutes{600}));
  const Job& job = market.jobs[0];
  EXPECT_THAT(DimensionsOf(job.tasks[0].demands), ElementsAre("onet:1.A.3.a.4"));
  EXPECT_THAT(DimensionsOf(job.tasks[1].demands), ElementsAre("onet:1.A.1.a.2"));  // Writing is not important enough.
  EXPECT_THAT(DimensionsOf(job.tasks[2].demands), ElementsAre("onet:1.A.1.a.3", "onet:4.C.1.b.1.f"));
  EXPECT_THAT(DimensionsOf(job.conditions), ElementsAre("onet:1.A.4.a.2", "onet:4.C.2.b.1.a", "onet:4.C.2.d.1.b"));
  EXPECT_EQ(job.tasks[1].demands[0].level, Level{8});
  EXPECT_EQ(job.tasks[1].demands[0].source, Source::kImputed);
}

TEST(OnetMarketTest, ATaskWithoutActivitiesAsksForAllThatIsImportant) {
  const Market market = ImportedFrom(PlainTables(), PostFor("99-1000.00", Minutes{600}));
  const Task& task = market.jobs[0].tasks[3];
  EXPECT_THAT(DimensionsOf(task.demands), ElementsAre("onet:1.A.1.a.2", "onet:1.A.1.a.3", "onet:1.A.3.a.4", "onet:1.A.4.a.2"));
  EXPECT_EQ(task.demands[0].source, Source::kPrior);
}

// Task 1 is made to judge, task 2 writes lists (records: routine), task 3 is Supplemental; only a Core task that is not
// routine asks for the preparation.
TEST(OnetMarketTest, SkilledTasksOfAnOccupationThatNeedsADegreeAskForIt) {
  OnetTables tables = PlainTables();
  OnetOccupation& occupation = tables.occupations.at("99-1000.00");
  EXPECT_EQ(occupation.job_zone, Level{1});
  occupation.job_zone = Level{4};
  occupation.tasks[0].text = "Judge the quality of teas.";
  occupation.tasks[0].activity_ids = {"4.A.2.a.1"};  // Judging qualities.
  const Market market = ImportedFrom(tables, PostFor("99-1000.00", Minutes{600}));
  EXPECT_EQ(market.dimensions.back().id, "onet:job_zone");
  EXPECT_EQ(market.dimensions.back().kind, DimensionKind::kCredential);
  const auto asks = [](const Task& task) { return absl::c_linear_search(DimensionsOf(task.demands), "onet:job_zone"); };
  EXPECT_TRUE(asks(market.jobs[0].tasks[0]));
  EXPECT_FALSE(asks(market.jobs[0].tasks[1]));
  EXPECT_FALSE(asks(market.jobs[0].tasks[2]));
  EXPECT_THAT(FindFaults(market), IsEmpty());
}

TEST(OnetMarketTest, PublishedLevelsAndTaskRatingsAreUsed) {
  const OnetTables tables = *ReadOnetTables({Data("release"), "", ""});
  const Market market = ImportedFrom(tables, PostFor("99-1000.00", Minutes{600}));
  EXPECT_THAT(FindFaults(market), IsEmpty());
  const Job& job = market.jobs[0];
  EXPECT_EQ(job.tasks[1].demands[0].level, Level{9});
  EXPECT_EQ(job.tasks[1].demands[0].source, Source::kStated);
  EXPECT_EQ(job.tasks[0].minutes_source, Source::kImputed);
  EXPECT_EQ(job.tasks[3].minutes_source, Source::kPrior);
  EXPECT_THAT(DimensionsOf(job.conditions), ElementsAre("onet:4.C.2.b.1.a", "onet:4.C.2.d.1.b"));  // Far sight: not relevant.
}

TEST(OnetMarketTest, AnchorsKeepTheFirstTextOfALevel) {
  const Market market = ImportedFrom(PlainTables(), PostFor("99-1000.00", Minutes{600}));
  const Dimension& reading = market.dimensions[0];
  ASSERT_THAT(reading.anchors, SizeIs(2));
  EXPECT_EQ(reading.anchors[1].level, Level{8});
  EXPECT_EQ(reading.anchors[1].text, "Read a letter");
}

std::string FaultFor(const std::vector<JobPost>& posts) {
  return std::string(ImportOnet(PlainTables(), posts, kOptions).status().message());
}

TEST(OnetMarketTest, FaultsNameTheLineOfTheJobsFile) {
  EXPECT_EQ(FaultFor({PostFor("99-3000.00", Minutes{600})}), "jobs.csv line 2: occupation '99-3000.00' is not in the tables");
  EXPECT_EQ(FaultFor({PostFor("99-2000.00", Minutes{600})}),
            "jobs.csv line 2: occupation '99-2000.00' has no tasks in the tables");
  EXPECT_THAT(FaultFor({PostFor("99-1000.00", Minutes{15})}), HasSubstr("15 weekly minutes are too few for 4 tasks"));
  const JobPost post = PostFor("99-1000.00", Minutes{600});
  EXPECT_THAT(FaultFor({post, post}), HasSubstr("job 'tea-room-harbour-99-1000.00' is there twice"));
  JobPost moved = post;
  moved.location = Location{.latitude = 1, .longitude = 2};
  EXPECT_THAT(FaultFor({post, moved}), HasSubstr("site 'Tea room, harbour' has other coordinates"));
  JobPost alike = post;
  alike.employer = "Tea company";
  alike.site = "Tea room - harbour";
  EXPECT_THAT(FaultFor({post, alike}), HasSubstr("employers 'Tea Company' and 'Tea company' are spelt too alike"));
  EXPECT_THAT(FaultFor({post, alike}), HasSubstr("sites 'Tea room, harbour' and 'Tea room - harbour' are spelt too alike"));
}

TEST(OnetMarketTest, MoreTasksThanAJobMayHaveIsAFault) {
  OnetTables tables = PlainTables();
  std::vector<OnetTask>& tasks = tables.occupations["99-1000.00"].tasks;
  tasks.resize(65, tasks.front());
  EXPECT_EQ(ImportOnet(tables, {PostFor("99-1000.00", Minutes{600})}, kOptions).status().message(),
            "jobs.csv line 2: occupation '99-1000.00' has 65 tasks; a job may have 64");
}

TEST(OnetMarketTest, WhatTheTablesLackIsNoted) {
  OnetTables tables = PlainTables();
  tables.occupations["99-1000.00"].ability_importance.clear();
  const OnetImport import = *ImportOnet(tables, {PostFor("99-1000.00", Minutes{600})}, kOptions);
  EXPECT_THAT(import.notes, ElementsAre("99-1000.00 Tea room helper: no ability ratings: its tasks ask for nothing; 1 of 4 tasks "
                                        "without work activities: they are taken to ask for all that is important"));
}

// On real tables: the worked examples.
class RealTablesTest : public testing::Test {
 protected:
  void SetUp() override {
    const std::optional<std::string> data = test::SharedData();
    if (!data) {
      GTEST_SKIP() << test::kNoSharedData;
    }
    ASSERT_OK_AND_ASSIGN(tables_, ReadOnetTables({*data + "/onet_29_3", "", ""}));
  }

  static const Task& TaskThatBegins(const Job& job, const std::string& words) {
    const auto begins = [&](const Task& task) { return absl::StartsWith(task.title, words); };
    return *absl::c_find_if(job.tasks, begins);
  }

  OnetTables tables_;
};

TEST_F(RealTablesTest, AReceptionistFilesForTwoHoursAndFiftyMinutes) {
  const Market market = ImportedFrom(tables_, PostFor("43-4171.00", Minutes{1800}));
  EXPECT_THAT(FindFaults(market), IsEmpty());
  const Job& job = market.jobs[0];
  ASSERT_THAT(job.tasks, SizeIs(18));
  const Task& filing = TaskThatBegins(job, "File and maintain");
  EXPECT_NEAR(static_cast<double>(filing.weekly_minutes.count()), 2.85 * 60, 5);
  EXPECT_NEAR(static_cast<double>(TaskThatBegins(job, "Operate telephone").weekly_minutes.count()), 2.29 * 60, 5);
  EXPECT_THAT(DimensionsOf(filing.demands), testing::Contains("onet:1.A.1.a.2"));
  EXPECT_THAT(DimensionsOf(filing.demands), testing::Not(testing::Contains("onet:1.A.4.b.5")));  // No speech in filing.
}

TEST_F(RealTablesTest, AStockerStocksShelvesForNearlyAnHourAndAHalf) {
  const Market market = ImportedFrom(tables_, PostFor("53-7065.00", Minutes{1800}));
  const Job& job = market.jobs[0];
  ASSERT_THAT(job.tasks, SizeIs(30));
  EXPECT_NEAR(static_cast<double>(TaskThatBegins(job, "Stock shelves").weekly_minutes.count()), 1.47 * 60, 5);
}

TEST_F(RealTablesTest, EveryOccupationWithTasksImportsWithoutFaults) {
  std::vector<JobPost> posts;
  for (const auto& [code, occupation] : tables_.occupations) {
    if (!occupation.tasks.empty()) {
      posts.push_back(PostFor(code, Minutes{2250}));
    }
  }
  EXPECT_GT(posts.size(), 600U);
  ASSERT_OK_AND_ASSIGN(const OnetImport import, ImportOnet(tables_, posts, kOptions));
  EXPECT_THAT(FindFaults(import.market), IsEmpty());
}

}  // namespace
}  // namespace jobcarve::io
