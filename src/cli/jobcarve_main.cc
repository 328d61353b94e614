// jobcarve_main.cc: the table of commands. What a command is: command.h. How one is chosen: dispatch.h.
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/command_match.h"
#include "cli/dispatch.h"

int main(int argc, char** argv) {
  // In the order in which a newcomer needs them: `jobcarve --help` prints them so.
  const std::vector<jobcarve::cli::Command> commands = {
      jobcarve::cli::MatchCommand(),
  };
  const jobcarve::cli::ExitCode code = jobcarve::cli::Dispatch(commands, std::vector<std::string>(argv + 1, argv + argc));
  return static_cast<int>(code);
}
