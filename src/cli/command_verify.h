#ifndef JOBCARVE_CLI_COMMAND_VERIFY_H_
#define JOBCARVE_CLI_COMMAND_VERIFY_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command VerifyCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_VERIFY_H_
