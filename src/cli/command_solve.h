#ifndef JOBCARVE_CLI_COMMAND_SOLVE_H_
#define JOBCARVE_CLI_COMMAND_SOLVE_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command SolveCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_SOLVE_H_
