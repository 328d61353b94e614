// rng.h: random numbers that mean the same next year, on every platform.
//
//   Rng rng(42);
//   const int64_t age = 18 + rng.Below(47);
//
// The engine (mt19937_64) is fixed by the C++ standard; the distributions are ours. Reference: M. Matsumoto, T. Nishimura,
// "Mersenne Twister", ACM TOMACS 8(1), 1998.
#ifndef JOBCARVE_BASE_RNG_H_
#define JOBCARVE_BASE_RNG_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace jobcarve {

class Rng {
 public:
  explicit Rng(uint64_t seed) : engine_(seed) {}

  // Uniform in [0, n), without bias; n > 0.
  int64_t Below(int64_t n);
  // Uniform in [low, high]; low <= high.
  int64_t Between(int64_t low, int64_t high) { return low + Below(high - low + 1); }
  // True with a probability of permille / 1000.
  bool Chance(int64_t permille) { return Below(1000) < permille; }

  // Puts `items` into a uniformly random order (Fisher-Yates).
  template <typename T>
  void Shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[static_cast<size_t>(Below(static_cast<int64_t>(i)))]);
    }
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_RNG_H_
