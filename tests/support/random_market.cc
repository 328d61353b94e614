// Features are drawn one by one; a feature that belongs to a rule is on with the given intensity. Numbers are chosen so that a
// rule that is on is near its edge: minutes, costs and limits come from the same short lists.
// One class over 500 lines: each feature is a few lines that share the draws, and splitting would hide what is drawn in which
// order. Tested by tests/support/random_market_test.cc.
#include "support/random_market.h"
#include "support/link_circles.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "absl/algorithm/container.h"
#include "jobcarve/base/rng.h"
#include "support/random_pick.h"

namespace jobcarve::test {
namespace {

constexpr int64_t kDimensionCount = 4;
constexpr int64_t kTagCount = 4;

class MarketMaker {
 public:
  MarketMaker(uint64_t seed, const RandomMarketOptions& options) : rng_(seed), options_(options) {}

  Market Make();

 private:
  // True as often as features of this kind should be on.
  bool On() { return rng_.Chance(options_.intensity); }
  bool Rarely() { return rng_.Chance(options_.intensity / 3); }

  void AddDimensions();
  void AddAdjustments();
  void AddPlaces();
  void AddJobs();
  void AddCandidates();
  void AddHolders();
  void AddJourneys();
  void ShuffleAll();

  Effect RandomEffect();
  Adjustment RandomAdjustment(int64_t number);
  bool Rests(const Adjustment& adjustment, const std::string& other) const;
  Location RandomLocation();
  std::string RandomTag() { return Numbered("tag", rng_.Below(kTagCount)); }
  std::vector<std::string> RandomTags(int64_t most);
  std::vector<Demand> RandomDemands(int64_t most);
  std::vector<Window> RandomWeek();
  std::vector<Window> WindowsFor(int64_t minutes);
  Task RandomTask(int64_t number, int64_t unit);
  std::vector<Link> RandomLinks(const std::vector<Task>& tasks);
  CarvingPolicy RandomPolicy(const Job& job);
  ResidualRules RandomResidual(const Job& job);
  void AddDates(Job& job);
  Job RandomJob(int64_t number);
  std::vector<Capability> RandomCapabilities();
  std::vector<Preference> RandomPreferences();
  void AddHours(Candidate& candidate);
  void AddTravel(Candidate& candidate);
  std::vector<std::string> RandomOwnAdjustments();
  Candidate RandomCandidate(int64_t number);

  Rng rng_;
  RandomMarketOptions options_;
  Market market_;
  std::vector<std::string> dates_;  // Ascending; as_of first.
  Location centre_;
};

Market MarketMaker::Make() {
  const std::vector<std::vector<std::string>> calendars = {
      {"2026-02-20", "2026-02-21", "2026-02-27", "2026-03-01", "2026-03-06", "2026-04-21"},
      {"2028-02-25", "2028-02-28", "2028-02-29", "2028-03-03", "2028-03-10", "2028-04-25"},
      {"2026-12-24", "2026-12-31", "2027-01-01", "2027-01-07", "2027-02-22", "2027-02-23"}};
  const std::vector<Location> centres = {{52.5, -1.9}, {-17.0, 179.98}, {89.95, 10.0}, {0.0, 0.0}};
  dates_ = PickOne(rng_, calendars);
  centre_ = rng_.Chance(700) ? centres.front() : PickOne(rng_, centres);
  market_.title = "random";
  market_.as_of = dates_.front();
  AddDimensions();
  AddAdjustments();
  AddPlaces();
  AddJobs();
  AddCandidates();
  AddHolders();
  AddJourneys();
  ShuffleAll();
  return market_;
}

void MarketMaker::AddDimensions() {
  for (int64_t i = 0; i < kDimensionCount; ++i) {
    Dimension dimension;
    dimension.id = Numbered("dimension", i);
    dimension.name = dimension.id;
    dimension.kind = static_cast<DimensionKind>(rng_.Between(1, 5));
    dimension.max_level = Level{PickOne<int64_t>(rng_, {1, 2, 3, 5, 5, 7, 100})};
    market_.dimensions.push_back(dimension);
  }
}

// Levels that matter: a step or two, or the whole scale.
Effect MarketMaker::RandomEffect() {
  const Dimension& dimension = PickOne(rng_, market_.dimensions);
  const int64_t top = dimension.max_level.count();
  Effect effect;
  effect.dimension_id = dimension.id;
  const int64_t size = rng_.Chance(500) ? top : rng_.Between(1, std::max<int64_t>(1, top / 2));
  if (rng_.Chance(600)) {
    effect.raise = Level{size};
  } else {
    effect.ease = Level{size};
  }
  if (Rarely()) {
    effect.raise = Level{rng_.Between(1, top)};
    effect.ease = Level{rng_.Between(0, top)};
  }
  if (Rarely()) {
    effect.only_tag = RandomTag();
  }
  return effect;
}

Adjustment MarketMaker::RandomAdjustment(int64_t number) {
  Adjustment adjustment;
  adjustment.id = Numbered("adjustment", number);
  adjustment.name = adjustment.id;
  adjustment.kind = static_cast<AdjustmentKind>(rng_.Between(1, 3));
  for (int64_t i = rng_.Between(1, 4); i > 0; --i) {
    adjustment.effects.push_back(RandomEffect());
  }
  if (rng_.Chance(600)) {
    adjustment.one_off = Pence{PickOne<int64_t>(rng_, {0, 500, 5'000, 10'000, 33'333})};
    adjustment.weekly = Pence{PickOne<int64_t>(rng_, {0, 0, 100, 500, 77})};
    adjustment.funder = static_cast<Funder>(rng_.Between(1, 3));
  }
  if (On()) {
    adjustment.lead_time = Days{PickOne<int64_t>(rng_, {1, 7, 14, 60})};
  }
  if (On()) {
    adjustment.coworker_minutes = Minutes{PickOne<int64_t>(rng_, {10, 30, 60})};
  }
  if (On()) {
    adjustment.support_minutes = Minutes{PickOne<int64_t>(rng_, {15, 30, 60})};
  }
  return adjustment;
}

// Does an adjustment need this one, however far? Each needs at most one directly.
bool MarketMaker::Rests(const Adjustment& adjustment, const std::string& other) const {
  if (adjustment.requires_ids.empty()) {
    return false;
  }
  const std::string& below = adjustment.requires_ids.front();
  const auto found = absl::c_find_if(market_.adjustments, [&](const Adjustment& earlier) { return earlier.id == below; });
  return below == other || (found != market_.adjustments.end() && Rests(*found, other));
}

// Prerequisites are earlier ones, so there are chains and no circles. What is required may have no effect of its own.
void MarketMaker::AddAdjustments() {
  for (int64_t i = 0; i < options_.adjustment_count; ++i) {
    Adjustment adjustment = RandomAdjustment(i);
    if (i > 0 && Rarely()) {
      Adjustment& required = market_.adjustments[static_cast<size_t>(rng_.Below(i))];
      adjustment.requires_ids.push_back(required.id);
      if (rng_.Chance(200)) {
        required.effects.clear();
      }
    }
    const std::string other = Numbered("adjustment", rng_.Below(i + 1));
    if (other != adjustment.id && !Rests(adjustment, other) && Rarely()) {
      adjustment.excludes_ids.push_back(other);
    }
    market_.adjustments.push_back(adjustment);
  }
}

Location MarketMaker::RandomLocation() {
  const double latitude = centre_.latitude + 0.0001 * static_cast<double>(rng_.Between(-400, 400));
  const double longitude = centre_.longitude + 0.0001 * static_cast<double>(rng_.Between(-400, 400));
  return {latitude, longitude > 180.0 ? longitude - 360.0 : longitude};
}

void MarketMaker::AddPlaces() {
  for (int64_t i = 0; i < 2; ++i) {
    Employer employer;
    employer.id = Numbered("employer", i);
    employer.name = employer.id;
    if (On()) {
      employer.max_adjustment_cost = Pence{PickOne<int64_t>(rng_, {0, 10'000, 15'000, 31'000})};
    }
    market_.employers.push_back(employer);
    Site site;
    site.id = Numbered("site", i);
    site.name = site.id;
    if (rng_.Chance(750)) {
      site.location = RandomLocation();
    }
    market_.sites.push_back(site);
  }
}

std::vector<std::string> MarketMaker::RandomTags(int64_t most) {
  std::set<std::string> tags;
  for (int64_t i = rng_.Between(0, most); i > 0; --i) {
    tags.insert(RandomTag());
  }
  return {tags.begin(), tags.end()};
}

// Low levels are more common than high ones.
std::vector<Demand> MarketMaker::RandomDemands(int64_t most) {
  std::vector<Dimension> dimensions = market_.dimensions;
  rng_.Shuffle(dimensions);
  dimensions.resize(static_cast<size_t>(std::min(most, rng_.Between(0, most))));
  std::vector<Demand> demands;
  for (const Dimension& dimension : dimensions) {
    const int64_t top = dimension.max_level.count();
    const int64_t level = rng_.Chance(500) ? rng_.Between(0, top) : std::min(rng_.Between(0, top), rng_.Between(0, top));
    demands.push_back({dimension.id, Level{level}, static_cast<Source>(rng_.Between(0, 4))});
  }
  return demands;
}

// Some hours on some days; the first may start on Monday 00:00 and the last may end with the week.
std::vector<Window> MarketMaker::RandomWeek() {
  std::vector<Window> windows;
  const int64_t day_permille = PickOne<int64_t>(rng_, {200, 800, 800});
  for (int64_t day = 0; day < 7; ++day) {
    if (rng_.Chance(day_permille)) {
      const int64_t start = day * 1'440 + PickOne<int64_t>(rng_, {0, 480, 540, 545});
      const int64_t end = day * 1'440 + PickOne<int64_t>(rng_, {720, 960, 1'020, 1'440});
      windows.push_back({Minutes{start}, Minutes{end}});
    }
  }
  return windows;
}

// One or two stretches that have about these minutes.
std::vector<Window> MarketMaker::WindowsFor(int64_t minutes) {
  const int64_t length = std::max<int64_t>(1, minutes + PickOne<int64_t>(rng_, {-1, 0, 0, 30, 300}));
  const int64_t start = 480 + 1'440 * rng_.Below(3);
  if (length < 2 || rng_.Chance(500)) {
    return {{Minutes{start}, Minutes{start + length}}};
  }
  const int64_t half = length / 2;
  return {{Minutes{start}, Minutes{start + half}}, {Minutes{start + 1'440}, Minutes{start + 1'440 + length - half}}};
}

Task MarketMaker::RandomTask(int64_t number, int64_t unit) {
  Task task;
  task.id = Numbered("task", number);
  task.title = task.id;
  const int64_t minutes = unit * rng_.Between(1, std::max<int64_t>(1, 360 / unit));
  task.weekly_minutes = Minutes{minutes};
  task.minutes_source = static_cast<Source>(rng_.Between(0, 4));
  task.demands = RandomDemands(3);
  task.is_essential = On();
  task.tags = RandomTags(2);
  task.pleasant_minutes = Minutes{rng_.Chance(500) ? 0 : rng_.Between(0, minutes)};
  const int64_t rest = minutes - task.pleasant_minutes.count();
  task.unpleasant_minutes = Minutes{rng_.Chance(500) ? 0 : rng_.Between(0, rest)};
  if (Rarely()) {
    task.windows = WindowsFor(minutes);
  }
  return task;
}

// NEEDS points from later to earlier tasks: forests, and several parents at times.
std::vector<Link> MarketMaker::RandomLinks(const std::vector<Task>& tasks) {
  std::vector<Link> links;
  std::set<std::pair<size_t, size_t>> used;
  for (size_t i = 1; i < tasks.size(); ++i) {
    for (int64_t tries = PickOne<int64_t>(rng_, {1, 1, 1, 3}); tries > 0; --tries) {
      const size_t j = static_cast<size_t>(rng_.Below(static_cast<int64_t>(i)));
      if (Rarely() && used.insert({i, j}).second) {
        const LinkKind kind = rng_.Chance(300) ? LinkKind::kBond : LinkKind::kNeeds;
        links.push_back({kind, tasks[i].id, tasks[j].id});
        if (NeedInACircle(links)) {
          links.pop_back();
        }
      }
    }
  }
  return links;
}

int64_t TotalMinutes(const Job& job) {
  int64_t total = 0;
  for (const Task& task : job.tasks) {
    total += task.weekly_minutes.count();
  }
  return total;
}

ResidualRules MarketMaker::RandomResidual(const Job& job) {
  ResidualRules rules;
  const int64_t total = TotalMinutes(job);
  if (On()) {
    rules.min_weekly_minutes = Minutes{total * rng_.Between(1, 6) / 10};
  }
  if (On()) {
    rules.min_task_count = rng_.Between(1, 3);
  }
  if (On()) {
    rules.min_pleasant_minutes = Minutes{total * rng_.Between(0, 2) / 10};
  }
  if (On()) {
    rules.max_unpleasant = Permille{PickOne<int64_t>(rng_, {0, 200, 333, 500, 1'000})};
  }
  return rules;
}

CarvingPolicy MarketMaker::RandomPolicy(const Job& job) {
  CarvingPolicy policy;
  if (On()) {
    policy.forms = {Form::kCarved, Form::kWhole, Form::kStripped};
    rng_.Shuffle(policy.forms);
    policy.forms.resize(static_cast<size_t>(rng_.Between(1, 3)));
  }
  if (On()) {
    policy.min_role_minutes = Minutes{PickOne<int64_t>(rng_, {60, 180, 240})};
  }
  for (const Task& task : job.tasks) {
    if (Rarely()) {
      policy.must_stay_task_ids.push_back(task.id);
    }
  }
  if (On()) {
    policy.carved_pay_per_hour = Pence{job.pay_per_hour.count() + PickOne<int64_t>(rng_, {-300, -100, 0, 50})};
  }
  policy.residual = RandomResidual(job);
  return policy;
}

void MarketMaker::AddDates(Job& job) {
  size_t earliest = 0;
  if (On()) {
    earliest = static_cast<size_t>(rng_.Below(4));
    job.earliest_start = dates_[earliest];
  }
  if (On()) {
    job.latest_start = dates_[std::max(earliest, static_cast<size_t>(rng_.Between(1, 5)))];
  }
}

Job MarketMaker::RandomJob(int64_t number) {
  Job job;
  job.id = Numbered("job", number);
  job.title = job.id;
  job.employer_id = PickOne(rng_, market_.employers).id;
  job.site_id = PickOne(rng_, market_.sites).id;
  job.openings = PickOne<int64_t>(rng_, {0, 1, 1, 1, 3});
  job.pay_per_hour = Pence{PickOne<int64_t>(rng_, {1'000, 1'221, 1'221, 1'500})};
  const int64_t unit = PickOne<int64_t>(rng_, {1, 5, 15, 15, 60});
  for (int64_t i = rng_.Between(std::min<int64_t>(2, options_.max_tasks), options_.max_tasks); i > 0; --i) {
    job.tasks.push_back(RandomTask(i, unit));
  }
  job.links = RandomLinks(job.tasks);
  job.conditions = On() ? RandomDemands(2) : std::vector<Demand>();
  job.windows = Rarely() ? RandomWeek() : std::vector<Window>();
  AddDates(job);
  job.carving = RandomPolicy(job);
  for (int64_t i = rng_.Between(0, 3); i > 0; --i) {
    job.co_workers.push_back({Numbered("coworker", i), Minutes{PickOne<int64_t>(rng_, {30, 120, 240, 400})}});
  }
  if (On()) {
    job.max_coworker_minutes = Minutes{PickOne<int64_t>(rng_, {0, 30, 60})};
  }
  job.tags = Rarely() ? RandomTags(2) : std::vector<std::string>();
  for (const Adjustment& adjustment : market_.adjustments) {
    if (Rarely()) {
      job.ruled_out_adjustment_ids.push_back(adjustment.id);
    }
  }
  return job;
}

void MarketMaker::AddJobs() {
  for (int64_t i = 0; i < options_.job_count; ++i) {
    market_.jobs.push_back(RandomJob(i));
  }
}

std::vector<Capability> MarketMaker::RandomCapabilities() {
  std::vector<Capability> capabilities;
  for (const Dimension& dimension : market_.dimensions) {
    if (rng_.Chance(250)) {
      continue;
    }
    const int64_t top = dimension.max_level.count();
    Capability capability;
    capability.dimension_id = dimension.id;
    capability.level = Level{rng_.Chance(600) ? std::max(rng_.Between(0, top), rng_.Between(0, top)) : rng_.Between(0, top)};
    if (rng_.Chance(400)) {
      capability.reduced_level = Level{rng_.Between(0, capability.level.count())};
    }
    capabilities.push_back(capability);
  }
  return capabilities;
}

std::vector<Preference> MarketMaker::RandomPreferences() {
  std::vector<Preference> preferences;
  for (const std::string& tag : RandomTags(3)) {
    const int64_t strength = PickOne<int64_t>(rng_, {-1'000, -500, -7, 1, 250, 500, 1'000});
    preferences.push_back({tag, Permille{strength}, strength < 0 && Rarely()});
  }
  return preferences;
}

void MarketMaker::AddHours(Candidate& candidate) {
  const int64_t most = PickOne<int64_t>(rng_, {240, 480, 960, 1'200, 2'400});
  const int64_t fewest = On() ? most * rng_.Between(0, 10) / 20 : 0;
  candidate.min_weekly_minutes = Minutes{fewest};
  candidate.preferred_weekly_minutes = Minutes{rng_.Between(fewest, most)};
  candidate.max_weekly_minutes = Minutes{most};
  if (On()) {
    candidate.availability = RandomWeek();
  }
}

void MarketMaker::AddTravel(Candidate& candidate) {
  if (rng_.Chance(800)) {
    candidate.home = RandomLocation();
  }
  if (rng_.Chance(800)) {
    candidate.travel_modes.push_back({"bus", 300, Minutes{10}});
  }
  if (rng_.Chance(400)) {
    candidate.travel_modes.push_back({"on foot", 75, Minutes{0}});
  }
  if (On()) {
    candidate.max_travel = Minutes{PickOne<int64_t>(rng_, {0, 15, 25, 40})};
  }
}

// With all their prerequisites; no two that exclude each other.
std::vector<std::string> MarketMaker::RandomOwnAdjustments() {
  std::set<std::string> own;
  for (const Adjustment& adjustment : market_.adjustments) {
    bool fits = Rarely();
    for (const std::string& id : adjustment.requires_ids) {
      fits = fits && own.count(id) > 0;
    }
    for (const std::string& id : adjustment.excludes_ids) {
      fits = fits && own.count(id) == 0;
    }
    if (fits) {
      own.insert(adjustment.id);
    }
  }
  return {own.begin(), own.end()};
}

Candidate MarketMaker::RandomCandidate(int64_t number) {
  Candidate candidate;
  candidate.id = Numbered("candidate", number);
  candidate.capabilities = RandomCapabilities();
  candidate.reduced_weeks = Permille{On() ? PickOne<int64_t>(rng_, {1, 100, 333, 1'000}) : 0};
  candidate.preferences = RandomPreferences();
  AddHours(candidate);
  AddTravel(candidate);
  if (On()) {
    candidate.min_pay_per_hour = Pence{PickOne<int64_t>(rng_, {1'000, 1'121, 1'221, 1'300})};
  }
  if (On()) {
    candidate.max_weekly_earnings = Pence{PickOne<int64_t>(rng_, {5'000, 9'768, 18'300, 19'550})};
  }
  if (On()) {
    candidate.available_from = dates_[static_cast<size_t>(rng_.Below(4))];
  }
  candidate.own_adjustment_ids = RandomOwnAdjustments();
  if (On()) {
    candidate.max_support_minutes = Minutes{PickOne<int64_t>(rng_, {0, 30, 60})};
  }
  return candidate;
}

void MarketMaker::AddCandidates() {
  for (int64_t i = 0; i < options_.candidate_count; ++i) {
    market_.candidates.push_back(RandomCandidate(i));
  }
}

// Each job has at most one holder and then no opening, each candidate at most one job.
void MarketMaker::AddHolders() {
  std::set<std::string> held;
  for (Candidate& candidate : market_.candidates) {
    if (!market_.jobs.empty() && Rarely()) {
      const size_t position = static_cast<size_t>(rng_.Below(static_cast<int64_t>(market_.jobs.size())));
      Job& job = market_.jobs[position];
      if (held.insert(job.id).second) {
        candidate.holds_job_id = job.id;
        job.openings = 0;
      }
    }
  }
}

void MarketMaker::AddJourneys() {
  for (const Candidate& candidate : market_.candidates) {
    for (const Site& site : market_.sites) {
      if (Rarely()) {
        market_.travel_times.push_back({candidate.id, site.id, Minutes{PickOne<int64_t>(rng_, {0, 15, 16, 40, 70})}});
      }
    }
  }
}

void MarketMaker::ShuffleAll() {
  rng_.Shuffle(market_.dimensions);
  rng_.Shuffle(market_.adjustments);
  rng_.Shuffle(market_.jobs);
  rng_.Shuffle(market_.candidates);
  for (Job& job : market_.jobs) {
    rng_.Shuffle(job.tasks);
    rng_.Shuffle(job.co_workers);
  }
}

}  // namespace

Market RandomMarket(uint64_t seed, const RandomMarketOptions& options) {
  return MarketMaker(seed, options).Make();
}

}  // namespace jobcarve::test
