#ifndef JOBCARVE_CLI_COMMAND_ASK_H_
#define JOBCARVE_CLI_COMMAND_ASK_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command AskCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_ASK_H_
