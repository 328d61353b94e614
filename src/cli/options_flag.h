// options_flag.h: the flag that sets the weights and limits, alike in every command that scores.
#ifndef JOBCARVE_CLI_OPTIONS_FLAG_H_
#define JOBCARVE_CLI_OPTIONS_FLAG_H_

#include <string>

#include "absl/status/statusor.h"
#include "cli/arguments.h"
#include "jobcarve/model/options.h"

namespace jobcarve::cli {

// Declares --options FILE.
void AddOptionsFlag(Arguments& arguments, std::string* path);

// The defaults when `path` is empty, else what the file says.
absl::StatusOr<SolveOptions> OptionsFrom(const std::string& path);

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_OPTIONS_FLAG_H_
