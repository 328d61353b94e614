// The example plans and some pages, as people reviewed them, byte for byte. To renew them: bash tests/golden/renew.
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "support/run_binary.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

constexpr char kRenew[] = "if the change is meant: bash tests/golden/renew, and read the difference";

std::string MarketPath(const std::string& name) {
  return SourcePath("examples/data/" + name + ".json");
}
std::string PlanPath(const std::string& name) {
  return SourcePath("examples/data/" + name + ".plan.json");
}

class GoldenPlanTest : public testing::TestWithParam<std::string> {};

TEST_P(GoldenPlanTest, SolveWritesThePlanByteForByte) {
  ASSERT_OK_AND_ASSIGN(const std::string golden, io::ReadFile(PlanPath(GetParam())));
  const Outcome outcome = RunJobcarve({"solve", MarketPath(GetParam()), "--quiet"});
  ASSERT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_TRUE(outcome.output == golden) << kRenew;
}

TEST_P(GoldenPlanTest, VerifyAcceptsThePlan) {
  const Outcome outcome = RunJobcarve({"verify", MarketPath(GetParam()), PlanPath(GetParam())});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
}

INSTANTIATE_TEST_SUITE_P(Examples, GoldenPlanTest, testing::Values("first", "hospital", "office"),
                         [](const testing::TestParamInfo<std::string>& example) { return example.param; });

struct Page {
  std::string market;
  std::string golden;
  std::vector<std::string> flags;
};

TEST(GoldenPageTest, ReportPrintsThePagesByteForByte) {
  const std::vector<Page> pages = {
      {"hospital", "hospital.overview", {}},
      {"hospital", "hospital.rowan.adviser", {"--candidate", "c-rowan"}},
      {"hospital", "hospital.chestnut.adviser", {"--candidate", "c-chestnut"}},
      {"hospital", "hospital.finch.adviser", {"--candidate", "c-finch"}},
      {"hospital", "hospital.linnet.adviser", {"--candidate", "c-linnet"}},
      {"hospital", "hospital.ivory.person", {"--view", "person", "--candidate", "c-ivory"}},
      {"first", "first.wren.person", {"--view", "person", "--candidate", "c-wren"}},
      {"first", "first.employer", {"--view", "employer", "--employer", "county-library"}},
  };
  for (const Page& page : pages) {
    SCOPED_TRACE(page.golden);
    ASSERT_OK_AND_ASSIGN(const std::string golden, io::ReadFile(SourcePath("tests/golden/" + page.golden + ".txt")));
    std::vector<std::string> words = {"report", MarketPath(page.market), PlanPath(page.market)};
    words.insert(words.end(), page.flags.begin(), page.flags.end());
    const Outcome outcome = RunJobcarve(words);
    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, golden) << kRenew;
  }
}

}  // namespace
}  // namespace jobcarve::test
