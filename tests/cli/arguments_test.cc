#include "cli/arguments.h"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/progress.h"
#include "cli/run_flags.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/status_matchers.h"

namespace jobcarve::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

enum class Objective { kMaxTotal, kStable };

// One command with every kind of argument.
struct Everything {
  std::string market;
  std::string out = "plan.json";
  std::string candidate;
  std::vector<std::string> pins;
  int64_t seed = 7;
  int top = 3;
  bool is_quiet = false;
  Objective objective = Objective::kMaxTotal;
  Arguments arguments{"solve", "Proposes a role for everybody."};

  Everything() {
    arguments.Positional({"MARKET", "the input"}, &market);
    arguments.Option({"out", "PLAN", "where the plan goes"}, &out);
    arguments.Option({"candidate", "ID", "who", /*is_required=*/true}, &candidate);
    arguments.Option({"pin", "PAIR", "keeps a pair together"}, &pins);
    arguments.Option({"seed", "N", "first random number"}, &seed, {0, INT64_MAX});
    arguments.Option({"top", "N", "how many"}, &top, {1, 10});
    arguments.Option({"quiet", "says less"}, &is_quiet);
    arguments.Choice({"objective", "WORD", "what is best"}, &objective,
                     {{"max_total", Objective::kMaxTotal}, {"stable", Objective::kStable}});
    arguments.Example("jobcarve solve market.json");
  }

  // The message of the error that `words` cause.
  std::string Fault(const std::vector<std::string>& words) {
    const absl::StatusOr<Parsed> parsed = arguments.Parse(words);
    EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
    return std::string(parsed.status().message());
  }
};

TEST(ArgumentsTest, FillsEveryKindOfTarget) {
  Everything all;
  ASSERT_OK_AND_ASSIGN(const Parsed parsed,
                       all.arguments.Parse({"m.json", "--out=p.pb", "--candidate", "c1", "--pin", "a:b", "--pin", "c:d", "--seed",
                                            "42", "--top", "10", "--quiet", "--objective", "stable"}));
  EXPECT_EQ(parsed, Parsed::kRun);
  EXPECT_EQ(all.market, "m.json");
  EXPECT_EQ(all.out, "p.pb");
  EXPECT_EQ(all.candidate, "c1");
  EXPECT_THAT(all.pins, ElementsAre("a:b", "c:d"));
  EXPECT_EQ(all.seed, 42);
  EXPECT_EQ(all.top, 10);
  EXPECT_TRUE(all.is_quiet);
  EXPECT_EQ(all.objective, Objective::kStable);
}

TEST(ArgumentsTest, KeepsDefaultsOfWhatIsNotGiven) {
  Everything all;
  ASSERT_OK(all.arguments.Parse({"--candidate", "c1", "-"}));  // Flags may come first; "-" is a word like any other.
  EXPECT_EQ(all.market, "-");
  EXPECT_EQ(all.out, "plan.json");
  EXPECT_EQ(all.top, 3);
  EXPECT_FALSE(all.is_quiet);
}

TEST(ArgumentsTest, SaysWhatIsMissing) {
  Everything all;
  EXPECT_EQ(all.Fault({"--candidate", "c1"}), "MARKET is missing: the input");
  EXPECT_EQ(all.Fault({"m.json"}), "--candidate ID is missing: who");
  EXPECT_THAT(all.Fault({"m.json", "--candidate"}), HasSubstr("--candidate"));
  EXPECT_THAT(all.Fault({"m.json", "--out="}), HasSubstr("--out"));
}

TEST(ArgumentsTest, NamesTheFlagTheValueAndWhatIsAllowed) {
  Everything all;
  EXPECT_EQ(all.Fault({"m", "--candidate", "c", "--top", "11"}), "--top: '11' is not a whole number in [1, 10]");
  EXPECT_EQ(all.Fault({"m", "--candidate", "c", "--top", "-1"}), "--top: '-1' is not a whole number in [1, 10]");
  EXPECT_EQ(all.Fault({"m", "--candidate", "c", "--top", "3x"}), "--top: '3x' is not a whole number in [1, 10]");
  EXPECT_THAT(all.Fault({"m", "--candidate", "c", "--seed", "9223372036854775808"}), HasSubstr("--seed: '9223372036854775808'"));
  EXPECT_EQ(all.Fault({"m", "--candidate", "c", "--objective", "best"}), "--objective: 'best' is none of max_total, stable");
}

TEST(ArgumentsTest, RefusesWhatItDoesNotKnow) {
  Everything all;
  EXPECT_EQ(all.Fault({"m", "--candidat", "c"}), "there is no flag --candidat, did you mean '--candidate'?");
  EXPECT_EQ(all.Fault({"m", "--frobnicate"}), "there is no flag --frobnicate");
  EXPECT_EQ(all.Fault({"m", "--candidate", "c", "n"}), "'n' is one word too many");
  EXPECT_EQ(all.Fault({"m", "--candidate", "c", "--out", "a", "--out", "b"}), "--out is given 2 times");
  EXPECT_THAT(all.Fault({"m", "--candidate", "c", "--quiet=yes"}), HasSubstr("--quiet"));
}

TEST(ArgumentsTest, NeverThrowsOnOddWords) {
  Everything all;
  for (const char* odd : {"", "-", "--", "---", "-x", "--=", "--=x", "-=", "--out=--out", "\xff\xfe"}) {
    (void)all.arguments.Parse({odd});
    (void)all.arguments.Parse({odd, odd, odd});
    (void)all.arguments.Parse({"--out", odd});
  }
}

TEST(ArgumentsTest, PositionalsTakeTheRest) {
  std::string market;
  std::vector<std::string> plans;
  Arguments arguments("measure", "Compares plans.");
  arguments.Positional({"MARKET", "the input"}, &market);
  arguments.Positionals({"PLAN", "a plan"}, &plans);
  ASSERT_OK(arguments.Parse({"m", "p", "q"}));
  EXPECT_THAT(plans, ElementsAre("p", "q"));
  EXPECT_EQ(arguments.Parse({"m"}).status().message(), "PLAN is missing: a plan");
}

TEST(ArgumentsTest, HelpNamesEverything) {
  const Everything all;
  const std::string page = all.arguments.Help();
  EXPECT_THAT(page, HasSubstr("Usage: jobcarve solve MARKET --candidate ID [flags]"));
  for (const char* part : {"Proposes a role", "MARKET", "--out PLAN", "--objective WORD", "max_total, stable", "--quiet",
                           "--help", "Example: jobcarve solve market.json"}) {
    EXPECT_THAT(page, HasSubstr(part));
  }
}

TEST(ArgumentsTest, HelpWinsOverWhatIsMissing) {
  Everything all;
  testing::internal::CaptureStdout();
  ASSERT_OK_AND_ASSIGN(const Parsed parsed, all.arguments.Parse({"--help"}));
  EXPECT_EQ(testing::internal::GetCapturedStdout(), all.arguments.Help());
  EXPECT_EQ(parsed, Parsed::kHelp);
}

TEST(RunFlagsTest, BecomeARunControl) {
  RunFlags flags;
  Arguments arguments("solve", "Solves.");
  AddRunFlags(arguments, &flags);
  ASSERT_OK(arguments.Parse({"--threads", "2", "--deadline", "60", "--stats", "s.json"}));
  Progress progress(nullptr, /*is_terminal=*/false);
  const RunControl run = RunControlOf(flags, progress);
  EXPECT_EQ(run.threads, 2);
  EXPECT_TRUE(run.deadline.has_value());
  EXPECT_FALSE(run.progress);
  EXPECT_EQ(flags.stats_path, "s.json");
  EXPECT_FALSE(RunControlOf(RunFlags(), progress).deadline.has_value());
}

}  // namespace
}  // namespace jobcarve::cli
