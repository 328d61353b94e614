#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/report/text.h"
#include "support/run_binary.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;

const std::string& MarketPath() {
  static const auto* const path = new std::string(SourcePath("examples/data/first.json"));
  return *path;
}
const std::string& PlanPath() {
  static const auto* const path = new std::string(SourcePath("examples/data/first.plan.json"));
  return *path;
}

TEST(ReportCommandTest, EachViewIsItsPage) {
  ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(MarketPath()));
  ASSERT_OK_AND_ASSIGN(const Plan plan, io::ReadPlan(PlanPath()));
  const std::vector<std::pair<std::vector<std::string>, absl::StatusOr<std::string>>> views = {
      {{}, OverviewText(market, plan)},
      {{"--view", "adviser"}, OverviewText(market, plan)},
      {{"--candidate", "c-wren"}, ProposalText(market, plan, "c-wren")},
      {{"--view", "person", "--candidate", "c-wren"}, PersonText(market, plan, "c-wren")},
      {{"--view", "employer", "--employer", "county-library"}, EmployerText(market, plan, "county-library")},
  };
  for (const auto& [flags, page] : views) {
    ASSERT_OK(page.status());
    std::vector<std::string> words = {"report", MarketPath(), PlanPath()};
    words.insert(words.end(), flags.begin(), flags.end());
    const Outcome outcome = RunJobcarve(words);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, *page);
    EXPECT_EQ(outcome.errors, "");
  }
}

TEST(ReportCommandTest, WritesToAFile) {
  const TemporaryFolder folder;
  const Outcome printed = RunJobcarve({"report", MarketPath(), PlanPath()});
  const Outcome outcome = RunJobcarve({"report", MarketPath(), PlanPath(), "--out", folder.Path("page.txt")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_EQ(outcome.output, "");
  ASSERT_OK_AND_ASSIGN(const std::string page, io::ReadFile(folder.Path("page.txt")));
  EXPECT_EQ(page, printed.output);
}

TEST(ReportCommandTest, SaysWhichFlagIsMissingOrWhoIsUnknown) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"--view", "person"}, "--view person needs --candidate ID"},
      {{"--view", "employer"}, "--view employer needs --employer ID"},
      {{"--candidate", "c-nobody"}, "--candidate: the market has no candidate 'c-nobody'"},
      {{"--view", "employer", "--employer", "acme"}, "--employer: the market has no employer 'acme'"},
  };
  for (const auto& [flags, expected] : cases) {
    std::vector<std::string> words = {"report", MarketPath(), PlanPath()};
    words.insert(words.end(), flags.begin(), flags.end());
    const Outcome outcome = RunJobcarve(words);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, HasSubstr(expected));
  }
}

TEST(ReportCommandTest, APlanOfAnotherMarketIsBadInput) {
  const Outcome outcome = RunJobcarve({"report", MarketPath(), SourcePath("examples/data/office.plan.json")});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.errors, HasSubstr("office.plan.json: the plan names candidate 'c-avocet', which the market does not have"));
}

}  // namespace
}  // namespace jobcarve::test
