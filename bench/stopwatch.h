// stopwatch.h: how long something took, by the clock on the wall and by the processor's. C++17, for the sake of peers/.
//
//   const Stopwatch stopwatch;
//   ...
//   const Seconds took = stopwatch.Elapsed();
#ifndef JOBCARVE_BENCH_STOPWATCH_H_
#define JOBCARVE_BENCH_STOPWATCH_H_

#include <time.h>

namespace jobcarve::bench {

struct Seconds {
  double wall = 0;
  double cpu = 0;  // Of all threads of the process.
};

class Stopwatch {
 public:
  Stopwatch() : start_(Now()) {}

  Seconds Elapsed() const {
    const Seconds now = Now();
    return {now.wall - start_.wall, now.cpu - start_.cpu};
  }

 private:
  static double Read(clockid_t clock) {
    timespec time = {};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  }
  static Seconds Now() { return {Read(CLOCK_MONOTONIC), Read(CLOCK_PROCESS_CPUTIME_ID)}; }

  Seconds start_;
};

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_STOPWATCH_H_
