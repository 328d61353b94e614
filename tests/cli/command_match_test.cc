#include "jobcarve/io/files.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/run_binary.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve {
namespace {

using test::Outcome;
using test::RunJobcarve;
using testing::HasSubstr;

constexpr char kTwoWantOneRole[] = "p asn 3 2\nn 1\nn 2\nc capacity 3 2\na 1 3 5\na 2 3 7\n";
constexpr char kTwoWantOnePlace[] = "p asn 3 2\nn 1\nn 2\na 1 3 5\na 2 3 7\n";

TEST(CommandMatchTest, PrintsTotalAndPairsWithTheNumbersOfTheFile) {
  const Outcome outcome = RunJobcarve({"match", "-"}, kTwoWantOneRole);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.output, "s 12\nm 1 3\nm 2 3\n");
  EXPECT_EQ(outcome.errors, "");
}

TEST(CommandMatchTest, PrintsThePriceOfEveryNodeWhenAsked) {
  const Outcome outcome = RunJobcarve({"match", "-", "--prices"}, kTwoWantOnePlace);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, testing::AnyOf("s 7\nm 2 3\nu 1 0\nu 2 2\np 3 5\n", "s 7\nm 2 3\nu 1 0\nu 2 0\np 3 7\n"));
}

TEST(CommandMatchTest, WritesAnswerAndStatsToFiles) {
  const test::TemporaryFolder folder;
  ASSERT_OK(io::WriteFile(folder.Path("graph.asn"), kTwoWantOneRole));
  const Outcome outcome =
      RunJobcarve({"match", folder.Path("graph.asn"), "--out", folder.Path("out"), "--stats", folder.Path("stats.json")});
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.output, "");
  ASSERT_OK_AND_ASSIGN(const std::string answer, io::ReadFile(folder.Path("out")));
  EXPECT_EQ(answer, "s 12\nm 1 3\nm 2 3\n");
  ASSERT_OK_AND_ASSIGN(const std::string stats, io::ReadFile(folder.Path("stats.json")));
  for (const char* word :
       {"\"read\"", "\"solve\"", "\"write\"", "\"left_nodes\": 2", "\"right_nodes\": 1", "\"edges\": 2", "\"matched\": 2"}) {
    EXPECT_THAT(stats, HasSubstr(word));
  }
}

TEST(CommandMatchTest, PerfectReachesEveryLeftNode) {
  const Outcome outcome = RunJobcarve({"match", "--perfect", "-"}, "p asn 2 1\nn 1\na 1 2 -5\n");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.output, "s -5\nm 1 2\n");
}

TEST(CommandMatchTest, PerfectNamesThoseWhoCompeteForTooFewPlaces) {
  const Outcome outcome = RunJobcarve({"match", "--perfect", "-"}, kTwoWantOnePlace);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.errors,
              HasSubstr("no matching reaches every left node: 2 left nodes, among them left node 1, compete for 1 "
                        "places and have no other edge"));
}

TEST(CommandMatchTest, PerfectNamesALeftNodeThatNothingIsOpenTo) {
  const Outcome outcome = RunJobcarve({"match", "--perfect", "-"}, "p asn 3 1\nn 1\nn 2\na 1 3 5\n");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.errors, HasSubstr("no right node with a place is open to left node 2"));
}

//   1 --9-- 3(1)      The heaviest matching is 1 with 3 alone. Both can be placed for 3 + 4.
//    \--3-- 4(1)
//   2 --4-- 3
constexpr char kThreeEdges[] = "p asn 4 3\nn 1\nn 2\na 1 3 9\na 1 4 3\na 2 3 4\n";

TEST(CommandMatchTest, MaxPlacementsReachesAsManyAsCanBe) {
  EXPECT_EQ(RunJobcarve({"match", "-"}, kThreeEdges).output, "s 9\nm 1 3\n");
  const Outcome outcome = RunJobcarve({"match", "-", "--objective", "max-placements", "--prices"}, kThreeEdges);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.errors, "");
  EXPECT_THAT(outcome.output, testing::StartsWith("s 7\nm 1 4\nm 2 3\nl 0 2\nl 1 7\nu 1 0 1\nu 2 0 1\nu 1 1 "));
}

TEST(CommandMatchTest, PriorityFirstServesTheLowestTierFirst) {
  EXPECT_EQ(RunJobcarve({"match", "-", "--objective", "priority-first"}, kThreeEdges).output, "s 9\nm 1 3\n");
  const Outcome outcome = RunJobcarve({"match", "-", "--objective", "priority-first", "--prices"},
                                      absl::StrCat(kThreeEdges, "c tier 1 5\nc tier 2 -5\n"));
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, testing::StartsWith("s 7\nm 1 4\nm 2 3\nl 0 4\nl 1 3\n"));
}

TEST(CommandMatchTest, MaxMinRaisesTheWorstOff) {
  const char* const graph = "p asn 4 4\nn 1\nn 2\na 1 3 9\na 1 4 4\na 2 3 4\na 2 4 1\n";
  EXPECT_EQ(RunJobcarve({"match", "-", "--objective", "max-placements"}, graph).output, "s 10\nm 1 3\nm 2 4\n");
  const Outcome outcome = RunJobcarve({"match", "-", "--objective", "max-min", "--prices"}, graph);
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.output, testing::StartsWith("s 8\nm 1 4\nm 2 3\nl 0 2\nl 2 -2\n"));  // None of 1, two of 4.
}

TEST(CommandMatchTest, PerfectIsRefusedWithAnotherObjective) {
  const Outcome outcome = RunJobcarve({"match", "-", "--perfect", "--objective", "max-min"}, kThreeEdges);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.output, "");
  EXPECT_THAT(outcome.errors, HasSubstr("--perfect: only with the objective max-total"));
}

TEST(CommandMatchTest, RefusesAnObjectiveItDoesNotKnow) {
  const Outcome outcome = RunJobcarve({"match", "-", "--objective", "fair"}, kThreeEdges);
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.errors, HasSubstr("'fair' is none of max-total, max-placements, priority-first, max-min"));
}

TEST(CommandMatchTest, AFaultInTheGraphIsNamedByLineAndLeavesNoOutput) {
  const test::TemporaryFolder folder;
  ASSERT_OK(io::WriteFile(folder.Path("out"), "older answer"));
  const Outcome outcome = RunJobcarve({"match", "-", "--out", folder.Path("out")}, "p asn 2 1\nn 1\na 1 2 x\n");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.errors, HasSubstr("line 3: weight 'x' is not a whole number"));
  ASSERT_OK_AND_ASSIGN(const std::string kept, io::ReadFile(folder.Path("out")));
  EXPECT_EQ(kept, "older answer");
}

TEST(CommandMatchTest, HelpShowsTheFormatAndEveryFlag) {
  const Outcome outcome = RunJobcarve({"match", "--help"});
  EXPECT_EQ(outcome.exit_code, 0);
  for (const char* word :
       {"GRAPH", "--objective", "c tier 2 1", "--perfect", "--prices", "--out", "--stats", "c capacity 3 2", "m 1 3"}) {
    EXPECT_THAT(outcome.output, HasSubstr(word));
  }
}

TEST(CommandMatchTest, RefusesAMissingFileAndUnknownFlags) {
  EXPECT_EQ(RunJobcarve({"match"}).exit_code, 2);
  EXPECT_EQ(RunJobcarve({"match", "/nowhere/graph.asn"}).exit_code, 2);
  EXPECT_EQ(RunJobcarve({"match", "-", "--price"}, kTwoWantOneRole).exit_code, 2);
}

}  // namespace
}  // namespace jobcarve
