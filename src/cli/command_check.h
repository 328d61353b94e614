#ifndef JOBCARVE_CLI_COMMAND_CHECK_H_
#define JOBCARVE_CLI_COMMAND_CHECK_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command CheckCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_CHECK_H_
