// run_control.h: how a long call is run: on how many threads, until when, and who hears of it.
//
//   std::atomic<bool> cancel = false;                     // another thread may set it
//   const RunControl run = {.threads = 4,
//                           .deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30),
//                           .cancel = &cancel};
//   absl::StatusOr<Plan> plan = Solve(market, options, run);
//
// Nothing here changes an answer. The thread count changes only how long it takes; a call that is cut short says so with
// DeadlineExceeded or Cancelled and gives no answer, unless its header says that it gives a marked, partial one.
#ifndef JOBCARVE_BASE_RUN_CONTROL_H_
#define JOBCARVE_BASE_RUN_CONTROL_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace jobcarve {

inline constexpr int kMaxThreads = 1024;

struct RunControl {
  // Threads to work on, 0..kMaxThreads; 0 means one for every core.
  int threads = 1;

  // When to give up; absent = never. The only clock that the core reads.
  std::optional<std::chrono::steady_clock::time_point> deadline = std::nullopt;

  // Gives up soon after this becomes true; nullptr = never. Must outlive the call.
  const std::atomic<bool>* cancel = nullptr;

  // Called now and then on the thread that made the call, with 0 <= done <= total; never after the call has returned.
  std::function<void(absl::string_view stage, int64_t done, int64_t total)> progress = nullptr;
};

// OK while `run` may go on; otherwise Cancelled or DeadlineExceeded, naming `stage`. Cheap: engines ask every few milliseconds.
absl::Status CheckMayGoOn(const RunControl& run, absl::string_view stage);

// `run.threads` with 0 replaced by the number of cores. Errors: InvalidArgument when it is outside its range.
absl::StatusOr<int> ThreadCount(const RunControl& run);

// Calls `run.progress` if there is one.
void ReportProgress(const RunControl& run, absl::string_view stage, int64_t done, int64_t total);

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_RUN_CONTROL_H_
