#include <functional>
#include <string>
#include <utility>
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

class VerifyCommandTest : public testing::Test {
 protected:
  Outcome VerifyChanged(const std::function<void(Plan&)>& change) {
    absl::StatusOr<Plan> plan = io::ReadPlan(SourcePath("examples/data/first.plan.json"));
    EXPECT_OK(plan.status());
    change(*plan);
    EXPECT_OK(io::WritePlan(folder_.Path("plan.json"), *plan));
    return RunJobcarve({"verify", market_, folder_.Path("plan.json")});
  }

  const std::string market_ = SourcePath("examples/data/first.json");
  const TemporaryFolder folder_;
};

TEST_F(VerifyCommandTest, AnUntouchedPlanHolds) {
  const Outcome outcome = VerifyChanged([](Plan&) {});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.output;
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.errors, HasSubstr("The plan holds: "));
}

TEST_F(VerifyCommandTest, AnyChangeIsFoundWithALineOnStandardOutputAndExitCode3) {
  const std::vector<std::pair<std::string, std::function<void(Plan&)>>> changes = {
      {"a better score", [](Plan& plan) { plan.proposals[0].score = plan.proposals[0].score + Score{1}; }},
      {"one task less", [](Plan& plan) { plan.proposals[0].task_ids.pop_back(); }},
      {"a ledger line gone", [](Plan& plan) { plan.proposals[0].ledger.pop_back(); }},
      {"one minute more", [](Plan& plan) { plan.proposals[0].weekly_minutes = plan.proposals[0].weekly_minutes + Minutes{1}; }},
      {"a proposal gone", [](Plan& plan) { plan.proposals.pop_back(); }},
      {"a proposal twice", [](Plan& plan) { plan.proposals.push_back(plan.proposals[0]); }},
      {"nobody decides", [](Plan& plan) { plan.proposals[0].decision = Decision::kUnspecified; }},
      {"a total", [](Plan& plan) { plan.totals.score = plan.totals.score + Score{1}; }},
      {"a price", [](Plan& plan) { plan.certificate.dual_total = plan.certificate.dual_total + Score{1}; }},
      {"another market", [](Plan& plan) { plan.provenance.market_sha256 = std::string(64, '0'); }},
      {"other weights", [](Plan& plan) { plan.provenance.options.scoring.filled_hour = Score{1}; }},
      {"an unknown person", [](Plan& plan) { plan.proposals[0].candidate_id = "nobody"; }},
      {"an unknown job", [](Plan& plan) { plan.proposals[0].job_id = "nothing"; }},
      {"an unknown adjustment", [](Plan& plan) { plan.proposals[0].adjustments.emplace_back().adjustment_id = "no-such"; }},
      {"an empty plan", [](Plan& plan) { plan = Plan(); }},
  };
  for (const auto& [name, change] : changes) {
    SCOPED_TRACE(name);
    const Outcome outcome = VerifyChanged(change);
    EXPECT_EQ(outcome.exit_code, 3) << outcome.errors;
    EXPECT_NE(outcome.output, "");
    EXPECT_TRUE(outcome.output.empty() || outcome.output.back() == '\n');
    EXPECT_THAT(outcome.errors, HasSubstr("The plan does not hold: "));
  }
}

TEST_F(VerifyCommandTest, AMarketWithFaultsIsBadInput) {
  ASSERT_OK(io::WriteFile(folder_.Path("bad.json"), R"({"as_of": "2026-02-30"})"));
  const Outcome outcome = RunJobcarve({"verify", folder_.Path("bad.json"), SourcePath("examples/data/first.plan.json")});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.errors, HasSubstr("as_of"));
}

TEST_F(VerifyCommandTest, StatsCountTheComplaints) {
  const std::string stats = folder_.Path("stats.json");
  const Outcome outcome = RunJobcarve({"verify", market_, SourcePath("examples/data/first.plan.json"), "--stats", stats});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  ASSERT_OK_AND_ASSIGN(const std::string json, io::ReadFile(stats));
  EXPECT_THAT(json, HasSubstr("\"complaints\": 0"));
  EXPECT_THAT(json, HasSubstr("\"verify\": "));
}

}  // namespace
}  // namespace jobcarve::test
