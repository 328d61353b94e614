// Tested by tests/base/parallel_test.cc.
#include "jobcarve/base/run_control.h"

#include <algorithm>
#include <thread>

#include "absl/strings/str_cat.h"

namespace jobcarve {

absl::Status CheckMayGoOn(const RunControl& run, absl::string_view stage) {
  if (run.cancel != nullptr && run.cancel->load(std::memory_order_relaxed)) {
    return absl::CancelledError(absl::StrCat(stage, ": cancelled"));
  }
  if (run.deadline.has_value() && std::chrono::steady_clock::now() >= *run.deadline) {
    return absl::DeadlineExceededError(absl::StrCat(stage, ": the deadline has passed"));
  }
  return absl::OkStatus();
}

absl::StatusOr<int> ThreadCount(const RunControl& run) {
  if (run.threads < 0 || run.threads > kMaxThreads) {
    return absl::InvalidArgumentError(absl::StrCat("threads: ", run.threads, " outside [0, ", kMaxThreads, "]"));
  }
  if (run.threads > 0) {
    return run.threads;
  }
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kMaxThreads);
}

void ReportProgress(const RunControl& run, absl::string_view stage, int64_t done, int64_t total) {
  if (run.progress) {
    run.progress(stage, done, total);
  }
}

}  // namespace jobcarve
