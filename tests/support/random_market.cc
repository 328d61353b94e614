// Features are drawn one by one; a feature that belongs to a rule is on with the given intensity. Numbers are chosen so that a
// rule that is on is near its edge: minutes, costs and limits come from the same short lists.
// Tested by tests/support/random_market_test.cc.
#include "support/random_market.h"

#include <set>
#include <string>
#include <vector>

#include "jobcarve/base/rng.h"
#include "support/market_draft.h"
#include "support/random_pick.h"

namespace jobcarve::test {
namespace {

constexpr int64_t kDimensionCount = 4;
constexpr int64_t kTagCount = 4;

void AddDimensions(MarketDraft& draft) {
  for (int64_t i = 0; i < kDimensionCount; ++i) {
    Dimension dimension;
    dimension.id = Numbered("dimension", i);
    dimension.name = dimension.id;
    dimension.kind = static_cast<DimensionKind>(draft.rng.Between(1, 5));
    dimension.max_level = Level{PickOne<int64_t>(draft.rng, {1, 2, 3, 5, 5, 7, 100})};
    draft.market.dimensions.push_back(dimension);
  }
}

void AddPlaces(MarketDraft& draft) {
  for (int64_t i = 0; i < 2; ++i) {
    Employer employer;
    employer.id = Numbered("employer", i);
    employer.name = employer.id;
    if (draft.On()) {
      employer.max_adjustment_cost = Pence{PickOne<int64_t>(draft.rng, {0, 10'000, 15'000, 31'000})};
    }
    if (draft.On()) {
      employer.headcount = PickOne<int64_t>(draft.rng, {1, 49, 50, 249, 250, 9'000});
    }
    draft.market.employers.push_back(employer);
    Site site;
    site.id = Numbered("site", i);
    site.name = site.id;
    if (draft.rng.Chance(750)) {
      site.location = draft.RandomLocation();
    }
    draft.market.sites.push_back(site);
  }
}

// Each job has at most one holder and then no opening, each candidate at most one job.
void AddHolders(MarketDraft& draft) {
  std::set<std::string> held;
  for (Candidate& candidate : draft.market.candidates) {
    if (!draft.market.jobs.empty() && draft.Rarely()) {
      const size_t position = static_cast<size_t>(draft.rng.Below(static_cast<int64_t>(draft.market.jobs.size())));
      Job& job = draft.market.jobs[position];
      if (held.insert(job.id).second) {
        candidate.holds_job_id = job.id;
        job.openings = 0;
      }
    }
  }
}

void AddJourneys(MarketDraft& draft) {
  for (const Candidate& candidate : draft.market.candidates) {
    for (const Site& site : draft.market.sites) {
      if (draft.Rarely()) {
        draft.market.travel_times.push_back({candidate.id, site.id, Minutes{PickOne<int64_t>(draft.rng, {0, 15, 16, 40, 70})}});
      }
    }
  }
}

void ShuffleAll(MarketDraft& draft) {
  draft.rng.Shuffle(draft.market.dimensions);
  draft.rng.Shuffle(draft.market.adjustments);
  draft.rng.Shuffle(draft.market.jobs);
  draft.rng.Shuffle(draft.market.candidates);
  for (Job& job : draft.market.jobs) {
    draft.rng.Shuffle(job.tasks);
    draft.rng.Shuffle(job.co_workers);
  }
}

}  // namespace

Location MarketDraft::RandomLocation() {
  const double latitude = centre.latitude + 0.0001 * static_cast<double>(rng.Between(-400, 400));
  const double longitude = centre.longitude + 0.0001 * static_cast<double>(rng.Between(-400, 400));
  return {latitude, longitude > 180.0 ? longitude - 360.0 : longitude};
}

std::string MarketDraft::RandomTag() {
  return Numbered("tag", rng.Below(kTagCount));
}

std::vector<std::string> MarketDraft::RandomTags(int64_t most) {
  std::set<std::string> tags;
  for (int64_t i = rng.Between(0, most); i > 0; --i) {
    tags.insert(RandomTag());
  }
  return {tags.begin(), tags.end()};
}

// Some hours on some days; the first may start on Monday 00:00 and the last may end with the week.
std::vector<Window> MarketDraft::RandomWeek() {
  std::vector<Window> windows;
  const int64_t day_permille = PickOne<int64_t>(rng, {200, 800, 800});
  for (int64_t day = 0; day < 7; ++day) {
    if (rng.Chance(day_permille)) {
      const int64_t start = day * 1'440 + PickOne<int64_t>(rng, {0, 480, 540, 545});
      const int64_t end = day * 1'440 + PickOne<int64_t>(rng, {720, 960, 1'020, 1'440});
      windows.push_back({Minutes{start}, Minutes{end}});
    }
  }
  return windows;
}

Market RandomMarket(uint64_t seed, const RandomMarketOptions& options) {
  MarketDraft draft = {.rng = Rng(seed), .options = options};
  const std::vector<std::vector<std::string>> calendars = {
      {"2026-02-20", "2026-02-21", "2026-02-27", "2026-03-01", "2026-03-06", "2026-04-21"},
      {"2028-02-25", "2028-02-28", "2028-02-29", "2028-03-03", "2028-03-10", "2028-04-25"},
      {"2026-12-24", "2026-12-31", "2027-01-01", "2027-01-07", "2027-02-22", "2027-02-23"}};
  const std::vector<Location> centres = {{52.5, -1.9}, {-17.0, 179.98}, {89.95, 10.0}, {0.0, 0.0}};
  draft.dates = PickOne(draft.rng, calendars);
  draft.centre = draft.rng.Chance(700) ? centres.front() : PickOne(draft.rng, centres);
  draft.market.title = "random";
  draft.market.as_of = draft.dates.front();
  AddDimensions(draft);
  AddAdjustments(draft);
  AddPlaces(draft);
  AddJobs(draft);
  AddPools(draft);
  AddCandidates(draft);
  AddHolders(draft);
  AddJourneys(draft);
  ShuffleAll(draft);
  return draft.market;
}

}  // namespace jobcarve::test
