// Where a journey is not given, the earth is flat for the length of a commute: an equirectangular projection at the mean
// latitude, stretched by a detour factor, at each mode's door-to-door speed. Tested by tests/screen/screen_test.cc.
#include <algorithm>
#include <cmath>

#include "jobcarve/screen/screen.h"

namespace jobcarve {
namespace {

constexpr double kEarthRadiusMetres = 6'371'008.8;  // Mean radius, IUGG.
constexpr double kRadiansPerDegree = 3.14159265358979323846 / 180;

int64_t RoadMetres(const Location& a, const Location& b, Permille detour) {
  double degrees_east = std::fabs(a.longitude - b.longitude);
  degrees_east = std::min(degrees_east, 360 - degrees_east);  // The short way round.
  const double mean_latitude = (a.latitude + b.latitude) / 2 * kRadiansPerDegree;
  const double x = degrees_east * kRadiansPerDegree * std::cos(mean_latitude);
  const double y = (a.latitude - b.latitude) * kRadiansPerDegree;
  return static_cast<int64_t>(
      std::ceil(kEarthRadiusMetres * std::sqrt(x * x + y * y) * static_cast<double>(detour.count()) / 1000));
}

}  // namespace

std::optional<Minutes> JourneyMinutes(const CompiledMarket& market, CandidateIndex candidate, SiteIndex site,
                                      const SolveOptions& options) {
  const CompiledCandidate& person = market.candidates[candidate];
  const auto known = std::lower_bound(person.known_journeys.begin(), person.known_journeys.end(), site,
                                      [](const auto& journey, SiteIndex wanted) { return journey.first < wanted; });
  if (known != person.known_journeys.end() && known->first == site) {
    return known->second;
  }
  const std::optional<Location>& there = market.sites[site].location;
  if (!person.home.has_value() || !there.has_value() || person.travel_modes.empty()) {
    return std::nullopt;
  }
  const int64_t metres = RoadMetres(*person.home, *there, options.travel_detour);
  std::optional<Minutes> quickest;
  for (const TravelMode& mode : person.travel_modes) {
    const Minutes minutes = mode.fixed + Minutes{(metres + mode.metres_per_minute - 1) / mode.metres_per_minute};
    quickest = quickest.has_value() ? std::min(*quickest, minutes) : minutes;
  }
  return quickest;
}

}  // namespace jobcarve
