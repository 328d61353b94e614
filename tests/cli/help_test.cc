#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/run_binary.h"
#include "support/shared_data.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

using Words = std::vector<std::string>;

// The contract: every command with all its flags.
const std::vector<std::pair<std::string, Words>>& Commands() {
  static const auto* const commands = new std::vector<std::pair<std::string, Words>>{
      {"solve", {"MARKET", "--out", "--options", "--quiet", "--threads", "--deadline", "--stats"}},
      {"report", {"MARKET", "PLAN", "--view", "adviser, person, employer", "--candidate", "--employer", "--out", "--stats"}},
      {"carve",
       {"MARKET", "--candidate", "--job", "--frontier", "--capability", "--in-place", "--rule-out", "--must-stay", "--form",
        "--min-minutes", "--max-minutes", "--max-travel", "--options", "--out", "--stats"}},
      {"catalogue", {"--out"}},
      {"ask", {"MARKET", "--candidate", "--options", "--out", "--threads", "--deadline", "--stats"}},
      {"check", {"MARKET", "--max-faults", "--stats"}},
      {"verify", {"MARKET", "PLAN", "--threads", "--deadline", "--stats"}},
      {"match", {"GRAPH", "--perfect", "--prices", "--out", "--stats"}},
      {"import", {"KIND", "DIR", "--jobs", "--out", "--as-of", "--title", "--context", "--dimensions", "--merge", "--stats"}},
  };
  return *commands;
}

TEST(HelpTest, TheOverviewListsEveryCommand) {
  const Outcome outcome = RunJobcarve({"--help"});
  EXPECT_EQ(outcome.exit_code, 0);
  for (const auto& [command, flags] : Commands()) {
    EXPECT_THAT(outcome.output, HasSubstr("\n  " + command + " "));
  }
}

TEST(HelpTest, EveryCommandNamesItsFlagsAndGivesAnExample) {
  for (const auto& [command, flags] : Commands()) {
    SCOPED_TRACE(command);
    const Outcome outcome = RunJobcarve({command, "--help"});
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.errors, "");
    EXPECT_THAT(outcome.output, StartsWith("Usage: jobcarve " + command));
    EXPECT_THAT(outcome.output, HasSubstr("jobcarve " + command + " "));
    EXPECT_THAT(outcome.output, HasSubstr("--help"));
    for (const std::string& flag : flags) {
      EXPECT_THAT(outcome.output, HasSubstr(flag));
    }
  }
}

TEST(HelpTest, AnUnknownFlagIsBadUsageAndTheNearestOneIsNamed) {
  for (const auto& [command, flags] : Commands()) {
    SCOPED_TRACE(command);
    const Outcome outcome = RunJobcarve({command, "--outt", "x"});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.output, "");
    EXPECT_THAT(outcome.errors, StartsWith("jobcarve " + command + ": "));
    EXPECT_THAT(outcome.errors, HasSubstr("--outt"));
  }
  EXPECT_THAT(RunJobcarve({"solve", "--outt", "x"}).errors, HasSubstr("did you mean '--out'?"));
  EXPECT_THAT(RunJobcarve({"slove"}).errors, HasSubstr("there is no command 'slove', did you mean 'solve'?"));
}

TEST(HelpTest, AMissingOrSuperfluousWordIsBadUsage) {
  for (const auto& [command, flags] : Commands()) {
    SCOPED_TRACE(command);
    if (flags[0].front() == '-') {
      EXPECT_EQ(RunJobcarve({command, "word"}).exit_code, 2);  // It needs no word, and takes none.
      continue;
    }
    const Outcome none = RunJobcarve({command});
    EXPECT_EQ(none.exit_code, 2);
    EXPECT_EQ(none.output, "");
    EXPECT_THAT(none.errors, StartsWith("jobcarve " + command + ": "));
  }
  EXPECT_EQ(RunJobcarve({}).exit_code, 2);
  EXPECT_EQ(RunJobcarve({"check", "a.json", "b.json"}).exit_code, 2);
}

TEST(HelpTest, AValueThatIsNotAllowedIsNamedWithWhatIs) {
  const std::string market = SourcePath("examples/data/first.json");
  const std::vector<std::pair<Words, std::string>> cases = {
      {{"solve", market, "--threads", "-1"}, "--threads"},
      {{"solve", market, "--threads", "many"}, "--threads"},
      {{"solve", market, "--deadline", "1e9"}, "--deadline"},
      {{"solve", market, "--out"}, "--out"},
      {{"solve", market, "--out", "a.json", "--out", "b.json"}, "--out"},
      {{"check", market, "--max-faults", "99999999999999999999"}, "--max-faults"},
      {{"report", market, market, "--view", "boss"}, "adviser, person, employer"},
      {{"carve", market, "--candidate", "c-ash", "--job", "library-assistant", "--form", "HALF"}, "WHOLE"},
      {{"carve", market, "--candidate", "c-ash", "--job", "library-assistant", "--max-minutes", "10081"}, "10080"},
      {{"carve", market, "--candidate", "c-ash", "--job", "library-assistant", "--capability", "lifting"}, "DIMENSION=LEVEL"},
      {{"carve", market, "--candidate", "nobody", "--job", "library-assistant"}, "no candidate 'nobody'"},
      {{"carve", market, "--candidate", "c-ash", "--job", "nothing"}, "no job 'nothing'"},
      {{"import", "esco", ".", "--jobs", "j.csv", "--out", "m.json", "--as-of", "2026-11-02"}, "'esco' is not known"},
  };
  for (const auto& [words, expected] : cases) {
    const Outcome outcome = RunJobcarve(words);
    EXPECT_EQ(outcome.exit_code, 2) << testing::PrintToString(words);
    EXPECT_EQ(outcome.output, "") << testing::PrintToString(words);
    EXPECT_THAT(outcome.errors, HasSubstr(expected)) << testing::PrintToString(words);
  }
}

}  // namespace
}  // namespace jobcarve::test
