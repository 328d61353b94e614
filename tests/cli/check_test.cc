#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "support/run_binary.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;

constexpr char kThreeFaults[] = R"({
  "as_of": "2026-02-30",
  "candidates": [{"id": "c"}, {"id": "c", "min_weekly_minutes": -5}]
})";

TEST(CheckCommandTest, TheExampleMarketsHaveNoFaults) {
  for (const char* name : {"first", "hospital", "office"}) {
    const Outcome outcome = RunJobcarve({"check", SourcePath(std::string("examples/data/") + name + ".json")});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr("no faults: "));
  }
}

TEST(CheckCommandTest, ListsEveryFaultOneALineOnStandardOutputAndEndsWith2) {
  const TemporaryFolder folder;
  ASSERT_OK(io::WriteFile(folder.Path("bad.json"), kThreeFaults));
  const Outcome outcome = RunJobcarve({"check", folder.Path("bad.json")});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.output, HasSubstr("as_of: "));
  EXPECT_THAT(outcome.output, HasSubstr("candidates[1].id: "));
  EXPECT_THAT(outcome.output, HasSubstr("candidates[1].min_weekly_minutes: "));
  EXPECT_THAT(outcome.errors, HasSubstr(" faults\n"));
}

TEST(CheckCommandTest, MaxFaultsLimitsTheListAndNotTheCount) {
  const TemporaryFolder folder;
  ASSERT_OK(io::WriteFile(folder.Path("bad.json"), kThreeFaults));
  const Outcome all = RunJobcarve({"check", folder.Path("bad.json")});
  const Outcome one = RunJobcarve({"check", folder.Path("bad.json"), "--max-faults", "1"});
  EXPECT_EQ(one.exit_code, 2);
  EXPECT_EQ(one.output, all.output.substr(0, all.output.find('\n') + 1));
  EXPECT_THAT(one.errors, HasSubstr(", the first 1 listed"));
  const Outcome none = RunJobcarve({"check", folder.Path("bad.json"), "--max-faults", "0"});
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_EQ(none.output, "");
}

TEST(CheckCommandTest, StatsCountWhatIsThere) {
  const TemporaryFolder folder;
  const Outcome outcome = RunJobcarve({"check", SourcePath("examples/data/first.json"), "--stats", folder.Path("stats.json")});
  EXPECT_EQ(outcome.exit_code, 0);
  ASSERT_OK_AND_ASSIGN(const std::string json, io::ReadFile(folder.Path("stats.json")));
  EXPECT_THAT(json, HasSubstr("\"counts\": {\"faults\": 0, \"jobs\": 2, \"tasks\": 6, \"candidates\": 3}"));
}

}  // namespace
}  // namespace jobcarve::test
