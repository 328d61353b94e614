// run_flags.h: the flags that every long command has, and the RunControl they make.
#ifndef JOBCARVE_CLI_RUN_FLAGS_H_
#define JOBCARVE_CLI_RUN_FLAGS_H_

#include <cstdint>
#include <string>

#include "cli/arguments.h"
#include "cli/progress.h"
#include "jobcarve/base/run_control.h"

namespace jobcarve::cli {

struct RunFlags {
  int threads = 0;               // --threads N; 0 = one for every core.
  int64_t deadline_seconds = 0;  // --deadline SECONDS; 0 = none.
  std::string stats_path;        // --stats FILE; see stats.h. Empty = none.
};

// Declares --threads, --deadline and --stats.
void AddRunFlags(Arguments& arguments, RunFlags* flags);

// The deadline counts from now. `progress` must outlive every call that gets the result.
RunControl RunControlOf(const RunFlags& flags, Progress& progress);

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_RUN_FLAGS_H_
