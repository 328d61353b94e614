#include "towns.h"

#include <algorithm>
#include <bitset>
#include <cstdlib>
#include <numeric>

#include "jobcarve/base/check.h"

namespace jobcarve::bench {
namespace {

constexpr int32_t kMapSide = 10'000;
constexpr int64_t kLargestShare = 1'000'000'000;

int64_t Distance(const Spot& a, const Spot& b) {
  return std::abs(a.x - b.x) + std::abs(a.y - b.y);
}

}  // namespace

Towns::Towns(size_t town_count, Rng& rng) {
  JOBCARVE_CHECK(town_count > 0);
  int64_t sum = 0;
  for (size_t town = 0; town < town_count; ++town) {
    centres_.push_back({.x = static_cast<int32_t>(rng.Below(kMapSide)), .y = static_cast<int32_t>(rng.Below(kMapSide))});
    sum += kLargestShare / static_cast<int64_t>(town + 1);
    shares_.push_back(sum);
  }
  int32_t towns_along_a_side = 1;
  while (static_cast<size_t>(towns_along_a_side + 1) * static_cast<size_t>(towns_along_a_side + 1) <= town_count) {
    ++towns_along_a_side;
  }
  radius_ = kMapSide / towns_along_a_side / 2;
  FindNeighbours();
}

void Towns::FindNeighbours() {
  const size_t wanted = std::min(kNeighbours, count() - 1);
  std::vector<size_t> others(count());
  for (size_t town = 0; town < count(); ++town) {
    const auto is_nearer = [&](size_t a, size_t b) {
      const int64_t to_a = Distance(centres_[town], centres_[a]);
      const int64_t to_b = Distance(centres_[town], centres_[b]);
      return to_a != to_b ? to_a < to_b : a < b;
    };
    std::iota(others.begin(), others.end(), size_t{0});
    std::swap(others[town], others.back());  // All but the town itself.
    std::partial_sort(others.begin(), others.begin() + static_cast<ptrdiff_t>(wanted), others.end() - 1, is_nearer);
    neighbours_.insert(neighbours_.end(), others.begin(), others.begin() + static_cast<ptrdiff_t>(wanted));
  }
}

size_t Towns::DrawByPopulation(Rng& rng) const {
  const auto town = std::upper_bound(shares_.begin(), shares_.end(), rng.Below(shares_.back()));
  return static_cast<size_t>(town - shares_.begin());
}

size_t Towns::DrawNear(size_t town, Rng& rng) const {
  const size_t neighbour_count = neighbours_.size() / count();
  if (neighbour_count == 0 || rng.Chance(750)) {
    return town;
  }
  return neighbours_[town * neighbour_count + static_cast<size_t>(rng.Below(static_cast<int64_t>(neighbour_count)))];
}

Spot Towns::SpotIn(size_t town, Rng& rng) const {
  return {.x = centres_[town].x + static_cast<int32_t>(rng.Between(-radius_, radius_)),
          .y = centres_[town].y + static_cast<int32_t>(rng.Between(-radius_, radius_)),
          .skills = static_cast<uint8_t>(rng.Below(256))};
}

int64_t Towns::Worth(const Spot& here, const Spot& there) const {
  const int64_t nearness = std::max<int64_t>(1, 100 - 10 * Distance(here, there) / radius_);
  const std::bitset<8> differing(static_cast<unsigned>(here.skills ^ there.skills));
  return nearness * (10 - static_cast<int64_t>(differing.count()));
}

}  // namespace jobcarve::bench
