// dispatch.h: from the words on the command line to the command they name.
#ifndef JOBCARVE_CLI_DISPATCH_H_
#define JOBCARVE_CLI_DISPATCH_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "cli/command.h"

namespace jobcarve::cli {

// Runs what `words` (those after the program's name) ask for, prints "jobcarve COMMAND: message" on stderr when that fails,
// and says how it ended. An exception becomes kBug.
ExitCode Dispatch(std::span<const Command> commands, const std::vector<std::string>& words);

// kBug for Internal and Unknown, which only our own mistakes cause; kBadInput for every other error.
ExitCode ExitCodeOf(const absl::Status& status);

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_DISPATCH_H_
