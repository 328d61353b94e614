// Tested by tests/cli/arguments_test.cc.
#include "cli/run_flags.h"

#include <chrono>

namespace jobcarve::cli {
namespace {

constexpr int64_t kMaxDeadlineSeconds = 30LL * 24 * 60 * 60;  // A month: whoever waits longer wants no deadline.

}  // namespace

void AddRunFlags(Arguments& arguments, RunFlags* flags) {
  arguments.Option({"threads", "N", "threads to work on; 0, the default, means one for every core; never changes the answer"},
                   &flags->threads, {0, kMaxThreads});
  arguments.Option({"deadline", "SECONDS", "gives up after so long; 0, the default, means never"}, &flags->deadline_seconds,
                   {0, kMaxDeadlineSeconds});
  arguments.Option({"stats", "FILE", "writes how long each stage took and how much memory was used, as JSON"},
                   &flags->stats_path);
}

RunControl RunControlOf(const RunFlags& flags, Progress& progress) {
  RunControl run = {.threads = flags.threads, .progress = progress.Callback()};
  if (flags.deadline_seconds > 0) {
    run.deadline = std::chrono::steady_clock::now() + std::chrono::seconds(flags.deadline_seconds);
  }
  return run;
}

}  // namespace jobcarve::cli
