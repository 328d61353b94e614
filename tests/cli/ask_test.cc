// What to ask next, from the built binary.
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

Outcome Ask(const std::vector<std::string>& flags) {
  std::vector<std::string> words = {"ask", SourcePath("examples/data/first.json")};
  words.insert(words.end(), flags.begin(), flags.end());
  return RunJobcarve(words);
}

TEST(AskTest, PrintsTheInquiriesOnStandardOutputAndThePagesOnStandardError) {
  const Outcome outcome = Ask({});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, StartsWith("{\n \"total_score\": "));
  EXPECT_THAT(outcome.output, HasSubstr("\"dimension_id\": \"near_vision\""));
  EXPECT_THAT(outcome.errors, StartsWith("c-ash\n"));
  EXPECT_THAT(outcome.errors, HasSubstr("\n\nc-rose\n"));
  EXPECT_THAT(outcome.errors, HasSubstr("What is c-rose's level of Seeing detail? 0 = can be done without seeing, "));
}

TEST(AskTest, AsksAboutThosePeopleOnly) {
  const Outcome outcome = Ask({"--candidate", "c-rose"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, HasSubstr("\"c-rose\""));
  EXPECT_THAT(outcome.output, Not(HasSubstr("\"c-ash\"")));
  EXPECT_THAT(outcome.errors, StartsWith("c-rose\n"));
  const Outcome nobody = Ask({"--candidate", "nobody"});
  EXPECT_EQ(nobody.exit_code, 2);
  EXPECT_EQ(nobody.output, "");
  EXPECT_THAT(nobody.errors, HasSubstr("no candidate 'nobody'"));
}

TEST(AskTest, WritesAFileOfAnyFormatTheSameOnAnyNumberOfThreads) {
  const TemporaryFolder folder;
  const Outcome printed = Ask({"--threads", "1"});
  for (const char* name : {"ask.json", "ask.txtpb", "ask.pb"}) {
    const Outcome outcome = Ask({"--threads", "3", "--out", folder.Path(name)});
    EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
    EXPECT_EQ(outcome.output, "");
    EXPECT_EQ(outcome.errors, printed.errors);
    ASSERT_OK_AND_ASSIGN(const std::string written, io::ReadFile(folder.Path(name)));
    EXPECT_THAT(written, HasSubstr("near_vision"));
  }
  ASSERT_OK_AND_ASSIGN(const std::string json, io::ReadFile(folder.Path("ask.json")));
  EXPECT_EQ(json, printed.output);
  EXPECT_EQ(Ask({"--out", folder.Path("ask.xml")}).exit_code, 2);
}

TEST(AskTest, OptionsChangeWhatAnAnswerIsWorth) {
  const TemporaryFolder folder;
  ASSERT_OK(io::WriteFile(folder.Path("options.json"), R"({"scoring": {"filled_hour": "2000000"}})"));
  const Outcome outcome = Ask({"--options", folder.Path("options.json")});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_NE(outcome.output, Ask({}).output);
}

}  // namespace
}  // namespace jobcarve::test
