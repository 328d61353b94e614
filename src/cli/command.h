// command.h: what every command of the `jobcarve` binary is.
//
// One file per command, command_NAME.{h,cc}. The header declares one function, and jobcarve_main.cc lists it:
//
//   Command SolveCommand();                                            // command_solve.h
//
// The command reads its arguments with Arguments (arguments.h), so all commands look alike:
//
//   absl::StatusOr<ExitCode> RunSolve(const std::vector<std::string>& words) {
//     std::string market_path, out_path;
//     RunFlags run_flags;
//     Arguments arguments("solve", "Proposes ... One paragraph for people.");
//     arguments.Positional({"MARKET", "the input: .json, .pb or .txtpb"}, &market_path);
//     arguments.Option({"out", "PLAN", "where the plan goes; standard output if not given"}, &out_path);
//     AddRunFlags(arguments, &run_flags);
//     arguments.Example("jobcarve solve market.json --out plan.json");
//     JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, arguments.Parse(words));
//     if (parsed == Parsed::kHelp) {
//       return ExitCode::kDone;
//     }
//     ...
//   }
//   Command SolveCommand() { return {.name = "solve", .summary = "...", .run = RunSolve}; }
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
