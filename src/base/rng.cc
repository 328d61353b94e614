#include "jobcarve/base/rng.h"

#include "jobcarve/base/check.h"

namespace jobcarve {

int64_t Rng::Below(int64_t n) {
  JOBCARVE_CHECK(n > 0);
  const uint64_t range = static_cast<uint64_t>(n);
  const uint64_t first_biased = UINT64_MAX - UINT64_MAX % range;  // Draws at or above it would favour small results.
  uint64_t draw = engine_();
  while (draw >= first_biased) {
    draw = engine_();
  }
  return static_cast<int64_t>(draw % range);
}

}  // namespace jobcarve
