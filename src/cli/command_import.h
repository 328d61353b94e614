// command_import.h: `jobcarve import`: other people's tables become a market.
#ifndef JOBCARVE_SRC_CLI_COMMAND_IMPORT_H_
#define JOBCARVE_SRC_CLI_COMMAND_IMPORT_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command ImportCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_SRC_CLI_COMMAND_IMPORT_H_
