// onet_profiles.h: invented people for a market made from O*NET tables.
//
//   market.candidates = test::OnetProfiles(market, groups, {.count = 240, .seed = 20261102});
//
// Nothing here is measured on anybody. Levels are drawn around what the market's own work asks, then lowered in the dimensions
// that a functional group may touch. How common the groups, qualifications, hours, licences and permitted work are follows
// published shares (Family Resources Survey, ONS, NHS Digital, DWP, Transport Scotland); every other number is a judgement.
#ifndef JOBCARVE_TESTS_SUPPORT_ONET_PROFILES_H_
#define JOBCARVE_TESTS_SUPPORT_ONET_PROFILES_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/model/market.h"

namespace jobcarve::test {

// Functional groups ("mobility", "memory") by dimension id.
using GroupsByDimension = std::map<std::string, std::vector<std::string>>;

// From a table with the columns element_id and frs_impairment_groups (joined by ';').
absl::StatusOr<GroupsByDimension> ReadGroups(const std::string& path);

struct ProfileOptions {
  int count = 240;
  uint64_t seed = 1;
};

// Homes lie near the market's sites; own adjustments come from the market's catalogue. Deterministic for a market and a seed.
std::vector<Candidate> OnetProfiles(const Market& market, const GroupsByDimension& groups, const ProfileOptions& options);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ONET_PROFILES_H_
