// Tested by tests/cli/dispatch_test.cc and, as a whole program, by tests/cli/main_test.cc.
#include "cli/dispatch.h"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iostream>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "cli/nearest.h"
#include "jobcarve/base/version.h"

namespace jobcarve::cli {
namespace {

constexpr absl::string_view kIntroduction =
    "jobcarve finds the right person the right, often modified, job: it carves roles out of jobs' tasks,\n"
    "matches candidates to them exactly, and explains every line of what it proposes. It never decides\n"
    "about a person.\n";
constexpr absl::string_view kExitCodes = "Exit codes: 0 done, 1 a bug of ours, 2 bad input or usage, 3 verification failed.\n";

std::string Overview(std::span<const Command> commands) {
  std::string page = absl::StrCat("Usage: jobcarve COMMAND [arguments]\n\n", kIntroduction, "\nCommands:\n");
  size_t width = 0;
  for (const Command& command : commands) {
    width = std::max(width, command.name.size());
  }
  for (const Command& command : commands) {
    absl::StrAppend(&page, "  ", command.name, std::string(width - command.name.size() + 2, ' '), command.summary, "\n");
  }
  absl::StrAppend(&page, "\n`jobcarve COMMAND --help` explains a command; `jobcarve --version` prints the version.\n",
                  kExitCodes);
  return page;
}

ExitCode UnknownCommand(std::span<const Command> commands, const std::string& typed) {
  std::vector<std::string> names;
  for (const Command& command : commands) {
    names.emplace_back(command.name);
  }
  std::cerr << "jobcarve: there is no command '" << typed << "'" << DidYouMean(typed, names) << "\n"
            << "`jobcarve --help` lists the commands.\n";
  return ExitCode::kBadInput;
}

ExitCode Run(const Command& command, const std::vector<std::string>& arguments) {
  const absl::StatusOr<ExitCode> result = command.run(arguments);
  std::cout.flush();
  if (result.ok()) {
    return *result;
  }
  std::cerr << "jobcarve " << command.name << ": " << result.status().message() << "\n";
  const ExitCode code = ExitCodeOf(result.status());
  if (code == ExitCode::kBug) {
    std::cerr << "This is a bug in jobcarve, not in your input; please report it.\n";
  }
  return code;
}

ExitCode Choose(std::span<const Command> commands, const std::vector<std::string>& words) {
  if (words.empty()) {
    std::cerr << Overview(commands);
    return ExitCode::kBadInput;
  }
  if (words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    std::cout << Overview(commands) << std::flush;
    return ExitCode::kDone;
  }
  if (words[0] == "--version") {
    std::cout << "jobcarve " << Version() << "\n" << std::flush;
    return ExitCode::kDone;
  }
  for (const Command& command : commands) {
    if (command.name == words[0]) {
      return Run(command, {words.begin() + 1, words.end()});
    }
  }
  return UnknownCommand(commands, words[0]);
}

}  // namespace

ExitCode ExitCodeOf(const absl::Status& status) {
  const bool is_ours = status.code() == absl::StatusCode::kInternal || status.code() == absl::StatusCode::kUnknown;
  return status.ok() ? ExitCode::kDone : is_ours ? ExitCode::kBug : ExitCode::kBadInput;
}

ExitCode Dispatch(std::span<const Command> commands, const std::vector<std::string>& words) {
  try {
    return Choose(commands, words);
  } catch (const std::exception& error) {
    std::cerr << "jobcarve: " << error.what() << "\nThis is a bug in jobcarve, not in your input; please report it.\n";
    return ExitCode::kBug;
  }
}

}  // namespace jobcarve::cli
