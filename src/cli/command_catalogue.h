#ifndef JOBCARVE_CLI_COMMAND_CATALOGUE_H_
#define JOBCARVE_CLI_COMMAND_CATALOGUE_H_

#include "cli/command.h"

namespace jobcarve::cli {

Command CatalogueCommand();

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_CATALOGUE_H_
