// One pair in all detail; each what-if flag changes what is said.
#include <string>
#include <vector>

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
using testing::Not;
using testing::StartsWith;

// `jobcarve carve` on the first example market.
Outcome Carve(const std::string& candidate, const std::string& job, const std::vector<std::string>& flags = {}) {
  std::vector<std::string> words = {"carve", SourcePath("examples/data/first.json"), "--candidate", candidate, "--job", job};
  words.insert(words.end(), flags.begin(), flags.end());
  return RunJobcarve(words);
}

TEST(CarveCommandTest, PrintsThePairAnswerOnStandardOutputAndThePageOnStandardError) {
  const Outcome outcome = Carve("c-ash", "library-assistant");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, StartsWith("{\n \"proposal\": {\n  \"candidate_id\": \"c-ash\""));
  EXPECT_THAT(outcome.output, HasSubstr("\"decision\": \"HUMAN_REQUIRED\""));
  EXPECT_THAT(outcome.errors, StartsWith("c-ash: Library assistant, County Library (invented), Town library\n"));
  EXPECT_THAT(outcome.errors, HasSubstr("This is a proposal, not a decision."));
}

TEST(CarveCommandTest, WritesTheAnswerToAFileOfAnyFormat) {
  const TemporaryFolder folder;
  const Outcome printed = Carve("c-ash", "library-assistant");
  for (const char* name : {"pair.json", "pair.txtpb", "pair.pb"}) {
    const Outcome outcome = Carve("c-ash", "library-assistant", {"--out", folder.Path(name)});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, "");
    EXPECT_EQ(outcome.errors, printed.errors);
    ASSERT_OK_AND_ASSIGN(const std::string written, io::ReadFile(folder.Path(name)));
    EXPECT_THAT(written, HasSubstr("c-ash"));
  }
  ASSERT_OK_AND_ASSIGN(const std::string json, io::ReadFile(folder.Path("pair.json")));
  EXPECT_EQ(json, printed.output);
}

TEST(CarveCommandTest, WithoutARoleItSaysWhatStandsInTheWay) {
  const Outcome outcome = Carve("c-wren", "library-assistant", {"--form", "WHOLE"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_THAT(outcome.output, StartsWith("{\n \"nearest\": {"));
  EXPECT_THAT(outcome.errors, StartsWith("Nothing to propose as things are."));
  EXPECT_THAT(outcome.errors, HasSubstr("The employer's rules: "));
}

TEST(CarveCommandTest, ACapabilityChangesTheAdjustments) {
  const Outcome before = Carve("c-ash", "library-assistant");
  EXPECT_THAT(before.output, HasSubstr("\"adjustment_id\": \"large-screen\""));
  const Outcome after = Carve("c-ash", "library-assistant", {"--capability", "near_vision=2"});
  EXPECT_EQ(after.exit_code, 0) << after.errors;
  EXPECT_THAT(after.output, Not(HasSubstr("large-screen")));
  EXPECT_THAT(after.errors, HasSubstr("none needed"));
}

TEST(CarveCommandTest, AnAdjustmentInPlaceIsNotProposedAgain) {
  const Outcome outcome = Carve("c-ash", "library-assistant", {"--in-place", "large-screen"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_THAT(outcome.output, HasSubstr("\"form\": \"WHOLE\""));
  EXPECT_THAT(outcome.output, Not(HasSubstr("large-screen")));
}

TEST(CarveCommandTest, AnAdjustmentRuledOutChangesTheRole) {
  const Outcome outcome = Carve("c-ash", "library-assistant", {"--rule-out", "large-screen"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_THAT(outcome.output, Not(HasSubstr("large-screen")));
  EXPECT_THAT(outcome.output, Not(HasSubstr("\"form\": \"WHOLE\"")));
}

TEST(CarveCommandTest, ATaskThatMustStayIsNotInACarvedRole) {
  const std::vector<std::string> carved = {"--form", "CARVED"};
  const Outcome before = Carve("c-wren", "library-assistant", carved);
  EXPECT_THAT(before.errors, HasSubstr("Tasks\n  - Enter new books in the catalogue"));
  const Outcome after = Carve("c-wren", "library-assistant", {"--form", "CARVED", "--must-stay", "catalogue"});
  EXPECT_EQ(after.exit_code, 0) << after.errors;
  EXPECT_THAT(after.errors, Not(HasSubstr("Tasks\n  - Enter new books in the catalogue")));
  EXPECT_THAT(after.errors, HasSubstr("Stays with the post"));
}

TEST(CarveCommandTest, HoursAndJourneysChangeTheRole) {
  const Outcome fewer = Carve("c-ash", "library-assistant", {"--max-minutes", "900"});
  EXPECT_THAT(fewer.output, Not(HasSubstr("\"weekly_minutes\": \"1200\"")));
  EXPECT_THAT(fewer.output, HasSubstr("\"proposal\""));
  const Outcome more = Carve("c-wren", "library-assistant", {"--min-minutes", "960"});
  EXPECT_THAT(more.output, HasSubstr("\"nearest\""));
  const std::vector<std::string> far = {"carve",     SourcePath("examples/data/hospital.json"), "--candidate", "c-larch", "--job",
                                        "ward-clerk"};
  EXPECT_THAT(RunJobcarve(far).errors, HasSubstr("Journey: 3 h 36 one way, the limit is 1 h."));
  std::vector<std::string> patient = far;
  patient.insert(patient.end(), {"--max-travel", "240"});
  EXPECT_THAT(RunJobcarve(patient).errors, Not(HasSubstr("the limit is")));
}

TEST(CarveCommandTest, APoolCanBeAskedAboutButNotChanged) {
  std::vector<std::string> words = {
      "carve", SourcePath("examples/data/hospital.json"), "--candidate", "c-linnet", "--job", "clinical-support"};
  const Outcome asked = RunJobcarve(words);
  EXPECT_EQ(asked.exit_code, 0) << asked.errors;
  EXPECT_THAT(asked.output, HasSubstr("\"form\": \"CREATED\""));
  words.insert(words.end(), {"--must-stay", "unpack"});
  const Outcome changed = RunJobcarve(words);
  EXPECT_EQ(changed.exit_code, 2);
  EXPECT_THAT(changed.errors, HasSubstr("'clinical-support' is a pool"));
}

// `jobcarve carve --frontier` on the first example market.
Outcome CarveFrontier(const std::string& job, const std::vector<std::string>& flags = {}) {
  std::vector<std::string> words = {"carve", SourcePath("examples/data/first.json"), "--job", job, "--frontier"};
  words.insert(words.end(), flags.begin(), flags.end());
  return RunJobcarve(words);
}

TEST(CarveCommandTest, TheFrontierIsAboutTheJobAndEverybody) {
  const Outcome outcome = CarveFrontier("library-assistant");
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_THAT(outcome.output, StartsWith("{\n \"job_id\": \"library-assistant\""));
  EXPECT_THAT(outcome.output, HasSubstr("\"doors\": ["));
  EXPECT_THAT(outcome.errors, StartsWith("Library assistant, County Library (invented), Town library\n"));
  EXPECT_THAT(outcome.errors, HasSubstr("\ntasks    hours  people"));
  EXPECT_THAT(outcome.errors, HasSubstr("The whole job, 20 h a week"));
  EXPECT_THAT(outcome.errors, Not(HasSubstr("c-ash")));
  const TemporaryFolder folder;
  EXPECT_EQ(CarveFrontier("library-assistant", {"--out", folder.Path("frontier.txtpb")}).output, "");
  ASSERT_OK_AND_ASSIGN(const std::string written, io::ReadFile(folder.Path("frontier.txtpb")));
  EXPECT_THAT(written, HasSubstr("job_id: \"library-assistant\""));
}

TEST(CarveCommandTest, WhatIfsAboutTheJobChangeTheFrontierAndThoseAboutAPersonAreRefused) {
  const Outcome whole = CarveFrontier("library-assistant", {"--form", "WHOLE"});
  EXPECT_THAT(whole.output, Not(HasSubstr("CARVED")));
  EXPECT_THAT(whole.output, HasSubstr("\"form\": \"WHOLE\""));
  for (const std::vector<std::string>& flags : std::vector<std::vector<std::string>>{{"--candidate", "c-ash"},
                                                                                     {"--capability", "lifting=1"},
                                                                                     {"--in-place", "large-screen"},
                                                                                     {"--min-minutes", "60"},
                                                                                     {"--max-minutes", "60"},
                                                                                     {"--max-travel", "60"}}) {
    const Outcome outcome = CarveFrontier("library-assistant", flags);
    EXPECT_EQ(outcome.exit_code, 2) << flags[0];
    EXPECT_EQ(outcome.output, "") << flags[0];
    EXPECT_THAT(outcome.errors, HasSubstr("--frontier is about everybody")) << flags[0];
  }
  const Outcome nobody = RunJobcarve({"carve", SourcePath("examples/data/first.json"), "--job", "library-assistant"});
  EXPECT_EQ(nobody.exit_code, 2);
  EXPECT_THAT(nobody.errors, HasSubstr("--candidate ID is needed, or --frontier for everybody"));
}

TEST(CarveCommandTest, OptionsChangeTheScore) {
  const TemporaryFolder folder;
  ASSERT_OK(io::WriteFile(folder.Path("options.json"), R"({"scoring": {"filled_hour": "2000000"}})"));
  const Outcome before = Carve("c-ash", "library-assistant");
  const Outcome after = Carve("c-ash", "library-assistant", {"--options", folder.Path("options.json")});
  EXPECT_EQ(after.exit_code, 0) << after.errors;
  EXPECT_NE(after.output, before.output);
}

TEST(CarveCommandTest, AWhatIfThatTheMarketCannotHoldIsBadInput) {
  for (const std::vector<std::string>& flags : std::vector<std::vector<std::string>>{{"--capability", "flying=1"},
                                                                                     {"--capability", "lifting=9"},
                                                                                     {"--in-place", "no-such"},
                                                                                     {"--rule-out", "no-such"},
                                                                                     {"--must-stay", "no-such"}}) {
    const Outcome outcome = Carve("c-ash", "library-assistant", flags);
    EXPECT_EQ(outcome.exit_code, 2) << flags[1];
    EXPECT_EQ(outcome.output, "") << flags[1];
    EXPECT_THAT(outcome.errors, HasSubstr("first.json: ")) << flags[1];
  }
}

}  // namespace
}  // namespace jobcarve::test
