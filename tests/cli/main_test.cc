#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/version.h"
#include "support/run_binary.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

TEST(MainTest, PrintsItsVersion) {
  const Outcome outcome = RunJobcarve({"--version"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, MatchesRegex("jobcarve [0-9]+\\.[0-9]+\\.[0-9]+\n"));
  EXPECT_THAT(outcome.output, HasSubstr(std::string(Version())));
  EXPECT_EQ(outcome.errors, "");
}

TEST(MainTest, PrintsHelp) {
  const Outcome outcome = RunJobcarve({"--help"});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, HasSubstr("Usage: jobcarve COMMAND"));
}

TEST(MainTest, AnUnknownCommandIsBadUsage) {
  const Outcome outcome = RunJobcarve({"frobnicate"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.errors, HasSubstr("there is no command 'frobnicate'"));
}

}  // namespace
}  // namespace jobcarve::test
