#ifndef JOBCARVE_CLI_COMMAND_CARVE_H_
#define JOBCARVE_CLI_COMMAND_CARVE_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command CarveCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_CARVE_H_
