// A worker that has nothing to do looks for the next loop for some microseconds, since it mostly comes soon, and then sleeps.
// Tested by tests/base/crew_test.cc, also under the thread sanitizer.
#include "base/crew.h"

#include <system_error>

namespace jobcarve {
namespace {

constexpr size_t kMinShare = 64;        // Items for each thread.
constexpr int kLooksAwake = 1'000'000;  // Before sleeping: a millisecond. Waking takes a twentieth, but each time.

// Returns the value that `counter` has when it is no longer `value`.
uint32_t WaitWhile(const std::atomic<uint32_t>& counter, uint32_t value) {
  for (int look = 0; look < kLooksAwake; ++look) {
    if (const uint32_t now = counter.load(std::memory_order_acquire); now != value) {
      return now;
    }
  }
  counter.wait(value, std::memory_order_acquire);
  return counter.load(std::memory_order_acquire);
}

}  // namespace

Crew::Crew(int threads) {
  try {
    for (int worker = 1; worker < threads; ++worker) {
      workers_.emplace_back([this, worker] { Work(static_cast<size_t>(worker)); });
    }
  } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch): fewer workers, same answer.
  }
}

Crew::~Crew() {
  is_over_.store(true, std::memory_order_relaxed);
  turn_.fetch_add(1, std::memory_order_release);
  turn_.notify_all();
  for (std::thread& worker : workers_) {
    worker.join();
  }
}

void Crew::Share(size_t count, Body body) {
  if (workers_.empty() || count < kMinShare * (workers_.size() + 1)) {
    body(0, count);
    return;
  }
  body_.emplace(body);
  count_ = count;
  busy_.store(static_cast<uint32_t>(workers_.size()), std::memory_order_relaxed);
  turn_.fetch_add(1, std::memory_order_release);
  turn_.notify_all();
  WorkOn(0);
  for (uint32_t busy = busy_.load(std::memory_order_acquire); busy != 0; busy = WaitWhile(busy_, busy)) {
  }
}

void Crew::Work(size_t worker) {
  uint32_t seen = 0;
  while (true) {
    seen = WaitWhile(turn_, seen);
    if (is_over_.load(std::memory_order_relaxed)) {
      return;
    }
    WorkOn(worker);
    if (busy_.fetch_sub(1, std::memory_order_acq_rel) == 1) {
      busy_.notify_one();
    }
  }
}

void Crew::WorkOn(size_t worker) {
  const size_t parts = workers_.size() + 1;
  (*body_)(count_ * worker / parts, count_ * (worker + 1) / parts);
}

}  // namespace jobcarve
