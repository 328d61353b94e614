// towns.h: people and roles on a map of towns, for the families of graphs in which near counts.
//
//   const Towns towns(1000, rng);
//   const Spot home = towns.SpotIn(towns.DrawByPopulation(rng), rng);
//
// The map is a square of 10,000 by 10,000. The town of rank k has a share of 1 / (k + 1) of the population. Distances are
// measured along streets, |dx| + |dy|. Integers only: the same on every platform.
#ifndef JOBCARVE_BENCH_TOWNS_H_
#define JOBCARVE_BENCH_TOWNS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "jobcarve/base/rng.h"

namespace jobcarve::bench {

// Where somebody lives or something is done, and the skills that go with it.
struct Spot {
  int32_t x = 0;
  int32_t y = 0;
  uint8_t skills = 0;  // A bit for each of eight skills.
};

class Towns {
 public:
  static constexpr size_t kNeighbours = 8;

  // town_count > 0.
  Towns(size_t town_count, Rng& rng);

  size_t count() const { return centres_.size(); }
  size_t DrawByPopulation(Rng& rng) const;
  // `town` itself three times in four, else one of its nearest neighbours.
  size_t DrawNear(size_t town, Rng& rng) const;
  // A random spot in `town` with random skills.
  Spot SpotIn(size_t town, Rng& rng) const;
  // What a role at `there` is worth to somebody at `here`: nearness 1..100 times likeness of skills 2..10; so 2..1000, and
  // many pairs are worth the same.
  int64_t Worth(const Spot& here, const Spot& there) const;

 private:
  void FindNeighbours();

  std::vector<Spot> centres_;
  std::vector<int64_t> shares_;     // Running sums.
  std::vector<size_t> neighbours_;  // kNeighbours of each town, fewer where there are fewer towns; nearest first.
  int32_t radius_ = 0;              // Of a town: about half the distance to the next one.
};

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_TOWNS_H_
