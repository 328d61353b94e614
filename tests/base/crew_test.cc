#include "base/crew.h"

#include <numeric>
#include <vector>

#include "gtest/gtest.h"

namespace jobcarve {
namespace {

TEST(CrewTest, GivesEachIndexOnceWhateverTheNumberOfThreads) {
  for (const int threads : {1, 2, 3, 8}) {
    Crew crew(threads);
    for (const size_t count : {size_t{0}, size_t{1}, size_t{100}, size_t{10'007}}) {
      std::vector<int> visits(count, 0);
      crew.Share(count, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
          ++visits[i];
        }
      });
      EXPECT_EQ(visits, std::vector<int>(count, 1)) << threads << " threads, " << count << " items";
    }
  }
}

TEST(CrewTest, EachLoopSeesWhatTheLastOneWrote) {
  constexpr size_t kCount = 1000;
  constexpr int kLoops = 5000;
  Crew crew(2);
  std::vector<int> here(kCount, 0);
  std::vector<int> there(kCount, 0);
  for (int loop = 0; loop < kLoops; ++loop) {
    crew.Share(kCount, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) {
        there[i] = here[kCount - 1 - i] + 1;  // Mostly another thread's.
      }
    });
    here.swap(there);
  }
  EXPECT_EQ(std::accumulate(here.begin(), here.end(), 0), kLoops * static_cast<int>(kCount));
}

}  // namespace
}  // namespace jobcarve
