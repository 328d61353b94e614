#include "cli/dispatch.h"

#include <stdexcept>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace jobcarve::cli {
namespace {

using testing::HasSubstr;

absl::StatusOr<ExitCode> SucceedOn(const std::vector<std::string>& arguments) {
  return arguments == std::vector<std::string>{"a", "--b"} ? ExitCode::kDone : ExitCode::kVerificationFailed;
}
absl::StatusOr<ExitCode> FailOnInput(const std::vector<std::string>&) {
  return absl::InvalidArgumentError("jobs[0].id: is empty");
}
absl::StatusOr<ExitCode> FailInside(const std::vector<std::string>&) {
  return absl::InternalError("prices do not add up");
}
absl::StatusOr<ExitCode> Throw(const std::vector<std::string>&) {
  throw std::runtime_error("thrown");
}

struct Said {
  ExitCode code;
  std::string output;
  std::string errors;
};

Said Say(const std::vector<std::string>& words) {
  const std::vector<Command> commands = {{.name = "solve", .summary = "the main job", .run = SucceedOn},
                                         {.name = "check", .summary = "all faults", .run = FailOnInput},
                                         {.name = "inside", .summary = "a bug", .run = FailInside},
                                         {.name = "throw", .summary = "another bug", .run = Throw}};
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const ExitCode code = Dispatch(commands, words);
  const std::string output = testing::internal::GetCapturedStdout();
  return {.code = code, .output = output, .errors = testing::internal::GetCapturedStderr()};
}

TEST(DispatchTest, HandsOnTheArgumentsAndTheExitCode) {
  EXPECT_EQ(Say({"solve", "a", "--b"}).code, ExitCode::kDone);
  EXPECT_EQ(Say({"solve"}).code, ExitCode::kVerificationFailed);
}

TEST(DispatchTest, NamesTheCommandBeforeTheMessage) {
  const Said said = Say({"check"});
  EXPECT_EQ(said.code, ExitCode::kBadInput);
  EXPECT_EQ(said.errors, "jobcarve check: jobs[0].id: is empty\n");
  EXPECT_EQ(said.output, "");
}

TEST(DispatchTest, CallsABugABug) {
  for (const char* command : {"inside", "throw"}) {
    const Said said = Say({command});
    EXPECT_EQ(said.code, ExitCode::kBug) << command;
    EXPECT_THAT(said.errors, HasSubstr("This is a bug in jobcarve, not in your input"));
  }
}

TEST(DispatchTest, SuggestsTheNearestCommand) {
  const Said said = Say({"solv"});
  EXPECT_EQ(said.code, ExitCode::kBadInput);
  EXPECT_THAT(said.errors, HasSubstr("there is no command 'solv', did you mean 'solve'?"));
}

TEST(DispatchTest, HelpListsEveryCommandOnStdout) {
  const Said said = Say({"--help"});
  EXPECT_EQ(said.code, ExitCode::kDone);
  EXPECT_THAT(said.output, HasSubstr("  solve   the main job\n"));
  EXPECT_THAT(said.output, HasSubstr("  inside  a bug\n"));
  EXPECT_EQ(said.errors, "");
}

TEST(DispatchTest, WithoutACommandItIsUsageOnStderr) {
  const Said said = Say({});
  EXPECT_EQ(said.code, ExitCode::kBadInput);
  EXPECT_EQ(said.output, "");
  EXPECT_THAT(said.errors, HasSubstr("Usage: jobcarve COMMAND"));
}

TEST(DispatchTest, MapsStatusCodesToExitCodes) {
  EXPECT_EQ(ExitCodeOf(absl::OkStatus()), ExitCode::kDone);
  EXPECT_EQ(ExitCodeOf(absl::NotFoundError("x")), ExitCode::kBadInput);
  EXPECT_EQ(ExitCodeOf(absl::DeadlineExceededError("x")), ExitCode::kBadInput);
  EXPECT_EQ(ExitCodeOf(absl::UnknownError("x")), ExitCode::kBug);
  EXPECT_EQ(ExitCodeOf(absl::InternalError("x")), ExitCode::kBug);
}

}  // namespace
}  // namespace jobcarve::cli
