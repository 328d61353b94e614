// command.h: what every command of the `jobcarve` binary is.
#ifndef JOBCARVE_CLI_COMMAND_H_
#define JOBCARVE_CLI_COMMAND_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace jobcarve::cli {

enum class ExitCode { kDone = 0, kBug = 1, kBadInput = 2, kVerificationFailed = 3 };

// A command reads its own arguments (those after its name), prints machine output on stdout or --out and people's text on
// stderr, and returns how it ended. An error status becomes kBug when its code is Internal or Unknown, else kBadInput; main()
// prints its message.
struct Command {
  absl::string_view name;
  absl::string_view summary;  // One line for `jobcarve --help`.
  absl::StatusOr<ExitCode> (*run)(const std::vector<std::string>& arguments);
};

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_H_
