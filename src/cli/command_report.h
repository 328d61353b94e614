#ifndef JOBCARVE_CLI_COMMAND_REPORT_H_
#define JOBCARVE_CLI_COMMAND_REPORT_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command ReportCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_REPORT_H_
