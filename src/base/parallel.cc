// Workers draw chunks of consecutive indices from one counter until it runs out, so a few heavy indices do not hold up the
// rest; between chunks each asks whether it may go on. Tested by tests/base/parallel_test.cc, also under the thread sanitizer.
#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include "jobcarve/base/status_macros.h"

namespace jobcarve {
namespace {

// Small enough that no worker is left alone with much at the end, large enough that the counter is not the bottleneck.
constexpr int64_t kChunksPerThread = 64;
constexpr int64_t kMaxChunk = 256;

class Loop {
 public:
  Loop(int64_t count, int64_t chunk, absl::string_view stage, const RunControl& run, absl::FunctionRef<void(int64_t)> body)
      : count_(count), chunk_(chunk), stage_(stage), run_(run), body_(body) {}

  // What every thread does until the indices run out or the loop is stopped.
  void Work(bool reports_progress) {
    while (!is_stopped_.load(std::memory_order_relaxed)) {
      const int64_t begin = next_.fetch_add(chunk_, std::memory_order_relaxed);
      if (begin >= count_) {
        return;
      }
      if (absl::Status status = CheckMayGoOn(run_, stage_); !status.ok()) {
        Stop(status);
        return;
      }
      const int64_t end = std::min(begin + chunk_, count_);
      for (int64_t index = begin; index < end; ++index) {
        body_(index);
      }
      const int64_t done = done_.fetch_add(end - begin, std::memory_order_relaxed) + (end - begin);
      if (reports_progress) {
        ReportProgress(run_, stage_, done, count_);
      }
    }
  }

  // After all workers have ended.
  const absl::Status& status() const { return status_; }

 private:
  void Stop(const absl::Status& status) {
    const std::lock_guard<std::mutex> lock(mutex_);
    status_.Update(status);  // The first one stands.
    is_stopped_.store(true, std::memory_order_relaxed);
  }

  const int64_t count_;
  const int64_t chunk_;
  const absl::string_view stage_;
  const RunControl& run_;
  const absl::FunctionRef<void(int64_t)> body_;
  std::atomic<int64_t> next_ = 0;
  std::atomic<int64_t> done_ = 0;
  std::atomic<bool> is_stopped_ = false;
  std::mutex mutex_;
  absl::Status status_;
};

// Starts up to `count` workers; fewer when the system has no more threads to give, since the caller's own thread suffices.
std::vector<std::thread> StartWorkers(int64_t count, Loop& loop) {
  std::vector<std::thread> workers;
  workers.reserve(static_cast<size_t>(count));
  try {
    for (int64_t i = 0; i < count; ++i) {
      workers.emplace_back([&loop] { loop.Work(/*reports_progress=*/false); });
    }
  } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch): fewer workers, same answer.
  }
  return workers;
}

}  // namespace

absl::Status ParallelFor(int64_t count, absl::string_view stage, const RunControl& run,
                         absl::FunctionRef<void(int64_t index)> body) {
  JOBCARVE_ASSIGN_OR_RETURN(const int threads, ThreadCount(run));
  const int64_t chunk = std::clamp<int64_t>(count / (threads * kChunksPerThread), 1, kMaxChunk);
  const int64_t chunk_count = (count + chunk - 1) / chunk;
  Loop loop(count, chunk, stage, run, body);
  std::vector<std::thread> workers = StartWorkers(std::max<int64_t>(std::min<int64_t>(threads, chunk_count) - 1, 0), loop);
  loop.Work(/*reports_progress=*/true);
  for (std::thread& worker : workers) {
    worker.join();
  }
  JOBCARVE_RETURN_IF_ERROR(loop.status());
  ReportProgress(run, stage, count, count);
  return absl::OkStatus();
}

}  // namespace jobcarve
