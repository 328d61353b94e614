// Tested by tests/cli/solve_test.cc.
#include "cli/options_flag.h"

#include "cli/in_file.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/market_io.h"

namespace jobcarve::cli {

void AddOptionsFlag(Arguments& arguments, std::string* path) {
  arguments.Option(
      {"options", "FILE", "weights and limits, a SolveOptions message: .json, .txtpb or .pb; the defaults if not given"}, path);
}

absl::StatusOr<SolveOptions> OptionsFrom(const std::string& path) {
  if (path.empty()) {
    return SolveOptions();
  }
  JOBCARVE_ASSIGN_OR_RETURN(const SolveOptions options, io::ReadOptions(path));
  JOBCARVE_RETURN_IF_ERROR(InFile(path, Validate(options)));
  return options;
}

}  // namespace jobcarve::cli
