// jobcarve_main.cc: the table of commands. What a command is: command.h. How one is chosen: dispatch.h.
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/command_ask.h"
#include "cli/command_carve.h"
#include "cli/command_catalogue.h"
#include "cli/command_check.h"
#include "cli/command_import.h"
#include "cli/command_match.h"
#include "cli/command_report.h"
#include "cli/command_solve.h"
#include "cli/command_verify.h"
#include "cli/dispatch.h"

int main(int argc, char** argv) {
  // In the order in which a newcomer needs them: `jobcarve --help` prints them so.
  const std::vector<jobcarve::cli::Command> commands = {
      jobcarve::cli::SolveCommand(), jobcarve::cli::ReportCommand(), jobcarve::cli::CarveCommand(),
      jobcarve::cli::AskCommand(),   jobcarve::cli::CheckCommand(),  jobcarve::cli::VerifyCommand(),
      jobcarve::cli::MatchCommand(), jobcarve::cli::ImportCommand(), jobcarve::cli::CatalogueCommand(),
  };
  const jobcarve::cli::ExitCode code = jobcarve::cli::Dispatch(commands, std::vector<std::string>(argv + 1, argv + argc));
  return static_cast<int>(code);
}
