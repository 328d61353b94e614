#include "child.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <string>

#include "gtest/gtest.h"
#include "measure.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::bench {
namespace {

TEST(InChildTest, GivesTheValueAndLeavesThisProcessAlone) {
  int64_t here = 1;
  ASSERT_OK_AND_ASSIGN(const int64_t there, InChild<int64_t>(60, [&here] { return ++here; }));
  EXPECT_EQ(there, 2);
  EXPECT_EQ(here, 1);
}

TEST(InChildTest, LongAnswersArriveWhole) {
  const std::string text(1'000'000, 'x');
  ASSERT_OK_AND_ASSIGN(const std::string bytes, BytesFromChild(60, [&text] { return text; }));
  EXPECT_EQ(bytes, text);
}

TEST(InChildTest, EndsWhatTakesTooLong) {
  const auto sleep_long = []() -> int64_t { return static_cast<int64_t>(sleep(600)); };
  EXPECT_TRUE(absl::IsDeadlineExceeded(InChild<int64_t>(0.05, sleep_long).status()));
}

// The child of the child would write the file.
TEST(InChildTest, EndsTheChildrenOfWhatTakesTooLong) {
  const test::TemporaryFolder folder;
  const std::string path = folder.Path("alive");
  const std::string command = "sleep 0.6; touch '" + path + "'";
  const auto start = [&command]() -> int64_t { return system(command.c_str()); };
  EXPECT_TRUE(absl::IsDeadlineExceeded(InChild<int64_t>(0.1, start).status()));
  sleep(1);
  EXPECT_FALSE(std::ifstream(path).good());
}

TEST(InChildTest, SaysHowItEnded) {
  const auto killed = []() -> int64_t { return raise(SIGKILL); };
  EXPECT_EQ(InChild<int64_t>(60, killed).status().message(), "ended by signal 9");
  const auto gone = []() -> int64_t { _exit(3); };
  EXPECT_EQ(InChild<int64_t>(60, gone).status().message(), "ended with 3");
}

TEST(MeasureTest, TheMedianIsTheUpperOneOfTwo) {
  EXPECT_EQ(MedianOf({3, 1, 2}), 2);
  EXPECT_EQ(MedianOf({4, 1, 3, 2}), 3);
  EXPECT_EQ(MedianOf({7}), 7);
}

TEST(MeasureTest, PeakBytesAreThoseOfTheMostInUseAtATime) {
  constexpr size_t kBytes = 64'000'000;
  const auto fill_twice = [] {
    for (int i = 0; i < 2; ++i) {  // Without malloc, which may keep pages, above all under sanitizers.
      void* pages = mmap(nullptr, kBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
      munmap(pages, kBytes);
    }
  };
  ASSERT_OK_AND_ASSIGN(const int64_t bytes, PeakBytesOf(60, fill_twice));
  EXPECT_GE(bytes, static_cast<int64_t>(kBytes));
  EXPECT_LT(bytes, static_cast<int64_t>(kBytes + kBytes / 2));
}

TEST(MeasureTest, AStreamingPassTakesTime) {
  EXPECT_GT(StreamingPass(100'000).wall, 0);
  EXPECT_GT(StreamingPass(100'000).cpu, 0);
  EXPECT_GT(StreamingPass(0).wall, 0);
}

}  // namespace
}  // namespace jobcarve::bench
