// One person after the other, each from one stream of random numbers. Tested by tests/support/onet_profiles_test.cc.
#include "support/onet_profiles.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "io/sheet.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::test {
namespace {

struct GroupShare {
  const char* group;
  int64_t permille;
};

// Of disabled people of working age: mental health (2023/24) and mobility (2020/21) as published; the others scaled from all
// ages (2016/17), a judgement.
constexpr GroupShare kGroupShares[] = {
    {"mental health", 480},         {"mobility", 420}, {"stamina", 330}, {"dexterity", 230}, {"memory", 160}, {"learning", 160},
    {"social or behavioural", 110}, {"hearing", 90},   {"vision", 80}};
constexpr int64_t kNoQualification = 133;  // Per mille, ONS.
constexpr int64_t kWithDegree = 249;       // Per mille, ONS.
constexpr int64_t kUnder16Hours = 680;     // Per mille, NHS Digital: employed adults with learning disability.
constexpr int64_t kLicence = 560;          // Per mille, Transport Scotland.
constexpr int64_t kHasPreferences = 810;   // Per mille of people state some.
constexpr int64_t kPermittedWorkPence = 19550;
constexpr int64_t kMinimumWagePence = 1271;

struct OwnAid {
  const char* group;
  const char* adjustment_id;
};
constexpr OwnAid kOwnAids[] = {{"hearing", "hearing-loop"}, {"vision", "magnifier"}, {"memory", "visual-timetable"}};

enum class Schooling { kNone, kMiddle, kDegree };

// What the market asks of each dimension, ascending.
std::map<std::string, std::vector<Level>> LevelsAsked(const Market& market) {
  std::map<std::string, std::vector<Level>> asked;
  for (const Job& job : market.jobs) {
    for (const Demand& demand : job.conditions) {
      asked[demand.dimension_id].push_back(demand.level);
    }
    for (const Task& task : job.tasks) {
      for (const Demand& demand : task.demands) {
        asked[demand.dimension_id].push_back(demand.level);
      }
    }
  }
  for (auto& [id, levels] : asked) {
    absl::c_sort(levels);
  }
  return asked;
}

// Draws one person.
class Person {
 public:
  Person(const Market& market, const GroupsByDimension& groups, const std::map<std::string, std::vector<Level>>& asked, Rng& rng)
      : market_(market), groups_(groups), asked_(asked), rng_(rng) {}

  Candidate Draw(int number);

 private:
  void DrawGroups();
  void DrawCapabilities(Candidate& person);
  Level Unimpaired(const Dimension& dimension);
  Level Lowered(const Dimension& dimension, Level level, int64_t severity);
  void DrawHours(Candidate& person);
  void DrawJourney(Candidate& person);
  void DrawPreferences(Candidate& person);
  bool IsTouched(const Dimension& dimension, std::string* group) const;

  const Market& market_;
  const GroupsByDimension& groups_;
  const std::map<std::string, std::vector<Level>>& asked_;
  Rng& rng_;
  std::map<std::string, int64_t> severities_;  // 1 to 3 by group.
  Schooling schooling_ = Schooling::kMiddle;
};

void Person::DrawGroups() {
  while (severities_.empty()) {  // Everybody on a provider's list has at least one.
    for (const GroupShare& share : kGroupShares) {
      if (rng_.Chance(share.permille)) {
        severities_[share.group] = rng_.Between(1, 3);
      }
    }
  }
  const int64_t draw = rng_.Below(1000);
  schooling_ = draw < kNoQualification                 ? Schooling::kNone
               : draw < kNoQualification + kWithDegree ? Schooling::kDegree
                                                       : Schooling::kMiddle;
}

// Abilities: somewhere in the upper part of what the market asks. Exposures: most people stand most of them.
Level Person::Unimpaired(const Dimension& dimension) {
  if (dimension.kind == DimensionKind::kCredential) {
    return Level{schooling_ == Schooling::kDegree ? rng_.Between(4, 5) : schooling_ == Schooling::kNone ? 1 : rng_.Between(2, 3)};
  }
  if (dimension.kind == DimensionKind::kTolerance) {
    return dimension.max_level - Level{rng_.Chance(250) ? 1 : 0};
  }
  const auto asked = asked_.find(dimension.id);
  if (asked == asked_.end()) {
    return Level{rng_.Between(6, 10)};
  }
  const bool is_cognitive = dimension.group == "cognitive";
  const int64_t low = is_cognitive && schooling_ == Schooling::kDegree ? 750
                      : is_cognitive && schooling_ == Schooling::kNone ? 250
                                                                       : 500;
  const int64_t high = is_cognitive && schooling_ == Schooling::kNone ? 700 : 1000;
  const int64_t count = static_cast<int64_t>(asked->second.size());
  const int64_t place = std::min(count - 1, count * rng_.Between(low, high) / 1000);
  return std::min(asked->second[static_cast<size_t>(place)] + Level{rng_.Between(0, 2)}, dimension.max_level);
}

Level Person::Lowered(const Dimension& dimension, Level level, int64_t severity) {
  if (dimension.kind == DimensionKind::kTolerance) {
    return std::max(Level{0}, level - Level{rng_.Between(1, severity)});
  }
  return Level{level.count() * (1000 - rng_.Between(100, 220) * severity) / 1000};
}

// Whether one of the person's groups touches the dimension, and the one that weighs most.
bool Person::IsTouched(const Dimension& dimension, std::string* group) const {
  const auto groups = groups_.find(dimension.id);
  if (groups == groups_.end()) {
    return false;
  }
  int64_t worst = 0;
  for (const std::string& name : groups->second) {
    const auto severity = severities_.find(name);
    if (severity != severities_.end() && severity->second > worst) {
      worst = severity->second;
      *group = name;
    }
  }
  return worst > 0;
}

void Person::DrawCapabilities(Candidate& person) {
  const int64_t unknown = rng_.Between(200, 600);
  const bool is_fluctuating = rng_.Chance(severities_.count("mental health") + severities_.count("stamina") > 0 ? 650 : 200);
  person.reduced_weeks = Permille{is_fluctuating ? rng_.Between(50, 350) : 0};
  for (const Dimension& dimension : market_.dimensions) {
    Capability capability;
    capability.dimension_id = dimension.id;
    capability.level = Unimpaired(dimension);
    std::string group;
    const bool is_lowered = IsTouched(dimension, &group) && rng_.Chance(650);
    if (is_lowered) {
      capability.level = Lowered(dimension, capability.level, severities_[group]);
    }
    if (is_fluctuating && is_lowered && rng_.Chance(500)) {
      const int64_t drop = rng_.Between(1, dimension.kind == DimensionKind::kTolerance ? 1 : 3);
      capability.reduced_level = std::max(Level{0}, capability.level - Level{drop});
    }
    // People are asked first about what troubles them: unknown is mostly what is not lowered.
    if (!rng_.Chance(is_lowered ? unknown / 2 : unknown)) {
      person.capabilities.push_back(std::move(capability));
    }
  }
}

void Person::DrawHours(Candidate& person) {
  const bool is_short = rng_.Chance(kUnder16Hours);
  const int64_t preferred = is_short ? rng_.Between(8, 30) : rng_.Between(32, 75);  // Half hours.
  person.preferred_weekly_minutes = Minutes{preferred * 30};
  person.min_weekly_minutes = Minutes{std::max<int64_t>(4, preferred - rng_.Between(2, 12)) * 30};
  const int64_t most = is_short ? std::min<int64_t>(31, preferred + rng_.Between(0, 8)) : preferred + rng_.Between(0, 10);
  person.max_weekly_minutes = Minutes{std::max(most, preferred) * 30};
  person.min_pay_per_hour = Pence{kMinimumWagePence};
  if (is_short && rng_.Chance(400)) {
    person.max_weekly_earnings = Pence{kPermittedWorkPence};
  }
  if (preferred <= 40 && rng_.Chance(300)) {  // School hours, 25 a week, for those who want 20 at most.
    for (int64_t day = 0; day < 5; ++day) {
      person.availability.push_back({.start = Minutes{day * 1440 + 570}, .end = Minutes{day * 1440 + 870}});
    }
  }
  if (rng_.Chance(700)) {
    person.max_support_minutes = Minutes{rng_.Between(0, 12) * 30};
  }
}

void Person::DrawJourney(Candidate& person) {
  // Door to door; median 30, one in ten above 60: an assumption, no distribution is published for this group.
  constexpr std::array<int64_t, 10> kLongest = {15, 20, 20, 25, 30, 30, 40, 45, 60, 90};
  const Site& town = market_.sites[static_cast<size_t>(rng_.Below(static_cast<int64_t>(market_.sites.size())))];
  if (town.location && !rng_.Chance(30)) {  // A few homes are not known.
    const double north = static_cast<double>(rng_.Between(-40, 40) + rng_.Between(-40, 40)) / 1000;
    const double east = static_cast<double>(rng_.Between(-60, 60) + rng_.Between(-60, 60)) / 1000;
    person.home = Location{.latitude = town.location->latitude + north, .longitude = town.location->longitude + east};
  }
  person.max_travel = Minutes{kLongest[static_cast<size_t>(rng_.Below(kLongest.size()))]};
  person.travel_modes.push_back({.name = "on foot", .metres_per_minute = rng_.Between(50, 80), .fixed = Minutes{0}});
  if (!rng_.Chance(120)) {
    person.travel_modes.push_back({.name = "bus", .metres_per_minute = 280, .fixed = Minutes{rng_.Between(8, 15)}});
  }
  if (rng_.Chance(kLicence) && rng_.Chance(750)) {
    person.travel_modes.push_back({.name = "car", .metres_per_minute = 550, .fixed = Minutes{5}});
  }
}

void Person::DrawPreferences(Candidate& person) {
  std::set<std::string> known;
  for (const Job& job : market_.jobs) {
    known.insert(job.tags.begin(), job.tags.end());
    for (const Task& task : job.tasks) {
      known.insert(task.tags.begin(), task.tags.end());
    }
  }
  std::vector<std::string> tags(known.begin(), known.end());
  rng_.Shuffle(tags);
  const int64_t count =
      rng_.Chance(kHasPreferences) ? std::min<int64_t>(rng_.Between(1, 5), static_cast<int64_t>(tags.size())) : 0;
  for (int64_t i = 0; i < count; ++i) {
    const bool is_liked = rng_.Chance(600);
    const int64_t strength = rng_.Between(2, 10) * 100;
    const bool is_never = !is_liked && rng_.Chance(150);
    person.preferences.push_back({.tag = tags[static_cast<size_t>(i)],
                                  .strength = Permille{is_liked ? strength : -strength},
                                  .is_non_negotiable = is_never});
  }
}

Candidate Person::Draw(int number) {
  Candidate person;
  person.id = absl::StrCat("person-", 1000 + number);
  DrawGroups();
  DrawCapabilities(person);
  DrawHours(person);
  DrawJourney(person);
  DrawPreferences(person);
  for (const OwnAid& aid : kOwnAids) {
    const auto is_aid = [&](const Adjustment& adjustment) { return adjustment.id == aid.adjustment_id; };
    if (severities_.count(aid.group) > 0 && rng_.Chance(350) && absl::c_any_of(market_.adjustments, is_aid)) {
      person.own_adjustment_ids.push_back(aid.adjustment_id);
    }
  }
  return person;
}

}  // namespace

absl::StatusOr<GroupsByDimension> ReadGroups(const std::string& path) {
  JOBCARVE_ASSIGN_OR_RETURN(const io::Sheet sheet, io::ReadSheet(path));
  JOBCARVE_ASSIGN_OR_RETURN(const std::vector<size_t> at, io::RequireColumns(sheet, {{"element_id"}, {"frs_impairment_groups"}}));
  GroupsByDimension groups;
  for (const io::SheetLine& line : sheet.lines) {
    groups[absl::StrCat("onet:", line.cells[at[0]])] = absl::StrSplit(line.cells[at[1]], ';', absl::SkipEmpty());
  }
  return groups;
}

std::vector<Candidate> OnetProfiles(const Market& market, const GroupsByDimension& groups, const ProfileOptions& options) {
  const std::map<std::string, std::vector<Level>> asked = LevelsAsked(market);
  Rng rng(options.seed);
  std::vector<Candidate> people;
  for (int i = 0; i < options.count; ++i) {
    people.push_back(Person(market, groups, asked, rng).Draw(i));
  }
  return people;
}

}  // namespace jobcarve::test
