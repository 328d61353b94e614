// Two small tables. A new year's cap is a new row here and in proto/README.md. Tested by tests/model/access_to_work_test.cc.
#include "jobcarve/model/access_to_work.h"

#include <algorithm>
#include <chrono>

namespace jobcarve {
namespace {

constexpr Date FirstOfApril(int year) {
  const std::chrono::sys_days day = std::chrono::year(year) / std::chrono::April / 1;
  return Date(Days{day.time_since_epoch().count()});
}

struct YearlyCap {
  Date first_day;
  Pence most;
};

constexpr YearlyCap kCaps[] = {
    {FirstOfApril(2022), Pence{6'518'000}},
    {FirstOfApril(2023), Pence{6'600'000}},
    {FirstOfApril(2024), Pence{6'926'000}},  // Not raised since.
};

struct Band {
  int64_t fewest_people = 0;
  Pence threshold;  // The employer pays up to here, and of what is above, up to kShareEnds, one fifth.
};

constexpr Band kBands[] = {{250, Pence{100'000}}, {50, Pence{50'000}}};  // Smaller employers share nothing.
constexpr Pence kShareEnds{1'000'000};
constexpr int64_t kOneIn = 5;

}  // namespace

Pence AccessToWorkCap(Date as_of) {
  Pence most = kCaps[0].most;
  for (const YearlyCap& row : kCaps) {
    if (row.first_day <= as_of) {
      most = row.most;
    }
  }
  return most;
}

Pence AccessToWorkShare(Pence cost, int64_t headcount) {
  for (const Band& band : kBands) {
    if (headcount >= band.fewest_people) {
      const Pence above = std::max(std::min(cost, kShareEnds) - band.threshold, Pence{0});
      return std::min(cost, band.threshold) + Pence{RoundDiv(above.count(), kOneIn)};
    }
  }
  return Pence{0};
}

}  // namespace jobcarve
