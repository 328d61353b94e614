#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/run_control.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using std::chrono::steady_clock;
using testing::HasSubstr;

TEST(ParallelForTest, CallsEachIndexExactlyOnceOnAnyNumberOfThreads) {
  for (const int threads : {0, 1, 2, 3, 16}) {
    for (const int64_t count : {0, 1, 2, 63, 64, 1000, 20'000}) {
      std::vector<int> calls(static_cast<size_t>(count), 0);  // Each index owns its slot: a race would show under TSan.
      ASSERT_OK(ParallelFor(count, "count", {.threads = threads}, [&](int64_t i) { ++calls[static_cast<size_t>(i)]; }));
      EXPECT_EQ(calls, std::vector<int>(static_cast<size_t>(count), 1)) << threads << " threads, " << count << " indices";
    }
  }
}

TEST(ParallelForTest, ReportsProgressOnlyOnTheCallingThreadAndEndsAtTheTotal) {
  const std::thread::id caller = std::this_thread::get_id();
  std::vector<int64_t> seen;
  const RunControl run = {.threads = 4, .progress = [&](absl::string_view stage, int64_t done, int64_t total) {
                            EXPECT_EQ(std::this_thread::get_id(), caller);
                            EXPECT_EQ(stage, "carve");
                            EXPECT_EQ(total, 5000);
                            seen.push_back(done);
                          }};
  std::atomic<int64_t> sum = 0;
  ASSERT_OK(ParallelFor(5000, "carve", run, [&](int64_t i) { sum += i; }));
  EXPECT_EQ(sum, 5000 * 4999 / 2);
  ASSERT_FALSE(seen.empty());
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(seen.back(), 5000);
}

TEST(ParallelForTest, DoesNothingWhenCancelledBefore) {
  const std::atomic<bool> cancel = true;
  int calls = 0;
  const absl::Status status = ParallelFor(100, "carve", {.cancel = &cancel}, [&](int64_t) { ++calls; });
  EXPECT_EQ(status.code(), absl::StatusCode::kCancelled);
  EXPECT_THAT(status.message(), HasSubstr("carve"));
  EXPECT_EQ(calls, 0);
}

TEST(ParallelForTest, StopsSoonAfterItIsCancelled) {
  std::atomic<bool> cancel = false;
  std::atomic<int64_t> calls = 0;
  const absl::Status status = ParallelFor(1'000'000, "carve", {.threads = 3, .cancel = &cancel}, [&](int64_t) {
    if (++calls == 1000) {
      cancel = true;
    }
  });
  EXPECT_EQ(status.code(), absl::StatusCode::kCancelled);
  EXPECT_LT(calls, 1'000'000);
}

TEST(ParallelForTest, GivesUpAtTheDeadline) {
  const RunControl late = {.threads = 2, .deadline = steady_clock::now() - std::chrono::seconds(1)};
  const absl::Status status = ParallelFor(10, "screen", late, [](int64_t) { FAIL() << "called after the deadline"; });
  EXPECT_EQ(status.code(), absl::StatusCode::kDeadlineExceeded);
  EXPECT_THAT(status.message(), HasSubstr("screen"));
}

TEST(ParallelForTest, FinishesBeforeADistantDeadline) {
  const RunControl early = {.threads = 2, .deadline = steady_clock::now() + std::chrono::hours(1)};
  EXPECT_OK(ParallelFor(10, "screen", early, [](int64_t) {}));
}

TEST(RunControlTest, RefusesThreadCountsOutsideTheirRange) {
  for (const int threads : {-1, kMaxThreads + 1}) {
    const absl::Status status = ParallelFor(1, "carve", {.threads = threads}, [](int64_t) {});
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    EXPECT_THAT(status.message(), HasSubstr("outside [0, 1024]"));
  }
}

TEST(RunControlTest, ZeroThreadsMeansAtLeastOne) {
  ASSERT_OK_AND_ASSIGN(const int threads, ThreadCount({.threads = 0}));
  EXPECT_GE(threads, 1);
}

}  // namespace
}  // namespace jobcarve
