// Dates by counting year for year and month for month; journeys by the formula of rule 7.
// Tested by tests/support/oracle_test.cc.
#include <algorithm>
#include <cmath>
#include <string>

#include "support/oracle.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kEarthRadiusMetres = 6371008.8;

bool IsLeap(int64_t year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}
int64_t DaysOfYear(int64_t year) {
  return IsLeap(year) ? 366 : 365;
}

int64_t DaysOfMonth(int64_t year, int64_t month) {
  if (month == 2) {
    return IsLeap(year) ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

double Radians(double degrees) {
  return degrees * kPi / 180.0;
}

int64_t Metres(const Location& a, const Location& b, Permille detour) {
  double longitude_degrees = std::fabs(a.longitude - b.longitude);
  if (longitude_degrees > 180.0) {
    longitude_degrees = 360.0 - longitude_degrees;
  }
  const double y = Radians(a.latitude - b.latitude);
  const double x = Radians(longitude_degrees) * std::cos(Radians((a.latitude + b.latitude) / 2.0));
  const double metres = kEarthRadiusMetres * std::sqrt(x * x + y * y) * static_cast<double>(detour.count()) / 1000.0;
  return static_cast<int64_t>(std::ceil(metres));
}

}  // namespace

int64_t DayNumber(const std::string& date) {
  const int64_t year = std::stoll(date.substr(0, 4));
  const int64_t month = std::stoll(date.substr(5, 2));
  int64_t days = std::stoll(date.substr(8, 2)) - 1;
  for (int64_t m = 1; m < month; ++m) {
    days += DaysOfMonth(year, m);
  }
  for (int64_t y = 1970; y < year; ++y) {
    days += DaysOfYear(y);
  }
  for (int64_t y = year; y < 1970; ++y) {
    days -= DaysOfYear(y);
  }
  return days;
}

std::optional<int64_t> Journey(const OraclePair& pair) {
  for (const TravelTime& known : pair.market.travel_times) {
    if (known.candidate_id == pair.candidate.id && known.site_id == pair.job.site_id) {
      return known.minutes.count();
    }
  }
  const std::optional<Location>& site = FindSite(pair.market, pair.job.site_id).location;
  if (!site || !pair.candidate.home || pair.candidate.travel_modes.empty()) {
    return std::nullopt;
  }
  const int64_t metres = Metres(*pair.candidate.home, *site, pair.options.travel_detour);
  std::optional<int64_t> least;
  for (const TravelMode& mode : pair.candidate.travel_modes) {
    const int64_t moving = (metres + mode.metres_per_minute - 1) / mode.metres_per_minute;
    const int64_t minutes = mode.fixed.count() + moving;
    least = std::min(least.value_or(minutes), minutes);
  }
  return least;
}

std::optional<int64_t> JourneyMinutes(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                      const SolveOptions& options) {
  return Journey(PairOf(market, candidate_id, job_id, options));
}

}  // namespace jobcarve::test
