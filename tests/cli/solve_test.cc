#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "support/run_binary.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class SolveCommandTest : public testing::Test {
 protected:
  const std::string market_ = SourcePath("examples/data/first.json");
  const TemporaryFolder folder_;
};

TEST_F(SolveCommandTest, PrintsThePlanOnStandardOutputAndATableForPeopleOnStandardError) {
  const Outcome outcome = RunJobcarve({"solve", market_});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  ASSERT_OK_AND_ASSIGN(const Plan plan, io::ParsePlan(outcome.output, io::Format::kJson));
  EXPECT_EQ(plan.totals.candidate_count, 3);
  EXPECT_EQ(plan.proposals.size() + plan.unplaced.size(), 3u);
  EXPECT_THAT(outcome.errors, HasSubstr("This is a proposal, not a decision."));
  EXPECT_THAT(outcome.output, Not(HasSubstr("This is a proposal")));
}

TEST_F(SolveCommandTest, WithOutTheStandardOutputStaysEmptyAndTheFileIsTheSamePlan) {
  const Outcome printed = RunJobcarve({"solve", market_});
  const Outcome outcome = RunJobcarve({"solve", market_, "--out", folder_.Path("plan.json"), "--quiet"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_EQ(outcome.output, "");
  EXPECT_EQ(outcome.errors, "");
  ASSERT_OK_AND_ASSIGN(const std::string written, io::ReadFile(folder_.Path("plan.json")));
  EXPECT_EQ(written, printed.output);
}

TEST_F(SolveCommandTest, EveryFormatInAndOutGivesTheSamePlan) {
  ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(market_));
  const Outcome printed = RunJobcarve({"solve", market_, "--quiet"});
  ASSERT_OK_AND_ASSIGN(const Plan expected, io::ParsePlan(printed.output, io::Format::kJson));
  for (const std::string in : {"json", "txtpb", "pb"}) {
    ASSERT_OK(io::WriteMarket(folder_.Path("market." + in), market));
    for (const std::string out : {"json", "txtpb", "pb"}) {
      SCOPED_TRACE(in + " to " + out);
      const std::string path = folder_.Path(in + "." + out);
      const Outcome outcome = RunJobcarve({"solve", folder_.Path("market." + in), "--out", path});
      ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
      ASSERT_OK_AND_ASSIGN(const Plan plan, io::ReadPlan(path));
      EXPECT_TRUE(plan == expected);
    }
  }
}

TEST_F(SolveCommandTest, SameBytesOnEveryRunAndNumberOfThreads) {
  for (const char* name : {"examples/data/first.json", "examples/data/hospital.json"}) {
    const std::string market = SourcePath(name);
    const Outcome first = RunJobcarve({"solve", market, "--threads", "1"});
    ASSERT_EQ(first.exit_code, 0) << first.errors;
    for (const char* threads : {"1", "2", "0"}) {
      const Outcome again = RunJobcarve({"solve", market, "--threads", threads});
      EXPECT_TRUE(again.output == first.output) << name << ", --threads " << threads;
      EXPECT_EQ(again.errors, first.errors) << name << ", --threads " << threads;
    }
  }
}

TEST_F(SolveCommandTest, OptionsChangeThePlanAndStandInItsProvenance) {
  ASSERT_OK(io::WriteFile(folder_.Path("options.json"), R"({"max_adjustments": 0, "scoring": {"carving": "50000000"}})"));
  const Outcome outcome = RunJobcarve({"solve", market_, "--options", folder_.Path("options.json"), "--quiet"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  ASSERT_OK_AND_ASSIGN(const Plan plan, io::ParsePlan(outcome.output, io::Format::kJson));
  EXPECT_EQ(plan.provenance.options.max_adjustments, 0);
  for (const Proposal& proposal : plan.proposals) {
    EXPECT_THAT(proposal.adjustments, IsEmpty()) << proposal.candidate_id;
    EXPECT_NE(proposal.form, Form::kCarved) << proposal.candidate_id;
  }
}

TEST_F(SolveCommandTest, StatsHaveEveryStageInOrder) {
  const std::string stats = folder_.Path("stats.json");
  ASSERT_EQ(RunJobcarve({"solve", market_, "--quiet", "--stats", stats}).exit_code, 0);
  ASSERT_OK_AND_ASSIGN(const std::string json, io::ReadFile(stats));
  EXPECT_THAT(json, testing::MatchesRegex(
                        "\\{\"seconds\": \\{\"read\": [0-9.]+, \"screen\": [0-9.]+, \"carve\": [0-9.]+, \"match\": [0-9.]+, "
                        "\"explain\": [0-9.]+, \"write\": [0-9.]+\\}, \"counts\": \\{\"candidates\": 3, \"jobs\": 2, "
                        "\"proposals\": [0-9]+, \"unplaced\": [0-9]+, \"openings\": 3, \"openings_filled\": [0-9]+\\}, "
                        "\"peak_bytes\": [1-9][0-9]+\\}\n"));
}

TEST_F(SolveCommandTest, BadInputLeavesNoFileAndTouchesNoOldOne) {
  ASSERT_OK(io::WriteFile(folder_.Path("bad.json"), R"({"as_of": "2026-02-30", "jobs": [{"id": ""}]})"));
  ASSERT_OK(io::WriteFile(folder_.Path("old.json"), "what was here before"));
  for (const char* out : {"new.json", "old.json"}) {
    const Outcome outcome =
        RunJobcarve({"solve", folder_.Path("bad.json"), "--out", folder_.Path(out), "--stats", folder_.Path("stats.json")});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("as_of"));
    EXPECT_THAT(outcome.errors, HasSubstr("jobs[0].id"));
  }
  EXPECT_FALSE(io::ReadFile(folder_.Path("new.json")).ok());
  EXPECT_FALSE(io::ReadFile(folder_.Path("stats.json")).ok());
  ASSERT_OK_AND_ASSIGN(const std::string old, io::ReadFile(folder_.Path("old.json")));
  EXPECT_EQ(old, "what was here before");
}

TEST_F(SolveCommandTest, AWrongEndingOrFolderOfTheOutputIsSaidAndLeavesNothing) {
  const Outcome ending = RunJobcarve({"solve", market_, "--out", folder_.Path("plan.txt")});
  EXPECT_EQ(ending.exit_code, 2);
  EXPECT_EQ(ending.output, "");
  EXPECT_THAT(ending.errors, HasSubstr("plan.txt: the name must end with .json, .txtpb or .pb"));
  const Outcome place = RunJobcarve({"solve", market_, "--out", folder_.Path("nowhere/plan.json")});
  EXPECT_EQ(place.exit_code, 2);
  EXPECT_THAT(place.errors, HasSubstr("nowhere/plan.json"));
  EXPECT_FALSE(io::ReadFile(folder_.Path("plan.txt")).ok());
}

TEST_F(SolveCommandTest, OptionsOutsideTheirRangeAreBadInput) {
  ASSERT_OK(io::WriteFile(folder_.Path("options.json"), R"({"max_adjustments": 17})"));
  const Outcome outcome = RunJobcarve({"solve", market_, "--options", folder_.Path("options.json")});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.errors, HasSubstr("max_adjustments: 17"));
  EXPECT_THAT(outcome.errors, HasSubstr("options.json"));
}

}  // namespace
}  // namespace jobcarve::test
