// Candidates of a random market: what they bring, what they like, and their limits.
// Tested by tests/support/random_market_test.cc.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "support/market_draft.h"

namespace jobcarve::test {
namespace {

std::vector<Capability> RandomCapabilities(MarketDraft& draft) {
  std::vector<Capability> capabilities;
  for (const Dimension& dimension : draft.market.dimensions) {
    if (draft.rng.Chance(250)) {
      continue;
    }
    const int64_t top = dimension.max_level.count();
    Capability capability;
    capability.dimension_id = dimension.id;
    capability.level =
        Level{draft.rng.Chance(600) ? std::max(draft.rng.Between(0, top), draft.rng.Between(0, top)) : draft.rng.Between(0, top)};
    if (draft.rng.Chance(400)) {
      capability.reduced_level = Level{draft.rng.Between(0, capability.level.count())};
    }
    capabilities.push_back(capability);
  }
  return capabilities;
}

std::vector<Preference> RandomPreferences(MarketDraft& draft) {
  std::vector<Preference> preferences;
  for (const std::string& tag : draft.RandomTags(3)) {
    const int64_t strength = PickOne<int64_t>(draft.rng, {-1'000, -500, -7, 1, 250, 500, 1'000});
    preferences.push_back({tag, Permille{strength}, strength < 0 && draft.Rarely()});
  }
  return preferences;
}

void AddHours(MarketDraft& draft, Candidate& candidate) {
  const int64_t most = PickOne<int64_t>(draft.rng, {240, 480, 960, 1'200, 2'400});
  const int64_t fewest = draft.On() ? most * draft.rng.Between(0, 10) / 20 : 0;
  candidate.min_weekly_minutes = Minutes{fewest};
  candidate.preferred_weekly_minutes = Minutes{draft.rng.Between(fewest, most)};
  candidate.max_weekly_minutes = Minutes{most};
  if (draft.On()) {
    candidate.availability = draft.RandomWeek();
  }
}

void AddTravel(MarketDraft& draft, Candidate& candidate) {
  if (draft.rng.Chance(800)) {
    candidate.home = draft.RandomLocation();
  }
  if (draft.rng.Chance(800)) {
    candidate.travel_modes.push_back({"bus", 300, Minutes{10}});
  }
  if (draft.rng.Chance(400)) {
    candidate.travel_modes.push_back({"on foot", 75, Minutes{0}});
  }
  if (draft.On()) {
    candidate.max_travel = Minutes{PickOne<int64_t>(draft.rng, {0, 15, 25, 40})};
  }
}

// With all their prerequisites; no two that exclude each other.
std::vector<std::string> RandomOwnAdjustments(MarketDraft& draft) {
  std::set<std::string> own;
  for (const Adjustment& adjustment : draft.market.adjustments) {
    bool fits = draft.Rarely();
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

// With numbers of their own, so that the rest of a market is the same without them.
std::vector<Phase> RandomPhases(MarketDraft draft) {
  std::vector<Phase> phases;
  for (int64_t most = 0; draft.Rarely() && phases.size() < 3;) {
    most += PickOne<int64_t>(draft.rng, {60, 120, 240});
    phases.push_back({.weeks = draft.rng.Between(1, 6), .max_weekly_minutes = Minutes{most}});
  }
  return phases;
}

Candidate RandomCandidate(MarketDraft& draft, int64_t number) {
  Candidate candidate;
  candidate.id = Numbered("candidate", number);
  candidate.capabilities = RandomCapabilities(draft);
  candidate.reduced_weeks = Permille{draft.On() ? PickOne<int64_t>(draft.rng, {1, 100, 333, 1'000}) : 0};
  candidate.preferences = RandomPreferences(draft);
  AddHours(draft, candidate);
  AddTravel(draft, candidate);
  if (draft.On()) {
    candidate.min_pay_per_hour = Pence{PickOne<int64_t>(draft.rng, {1'000, 1'121, 1'221, 1'300})};
  }
  if (draft.On()) {
    candidate.max_weekly_earnings = Pence{PickOne<int64_t>(draft.rng, {5'000, 9'768, 18'300, 19'550})};
  }
  if (draft.On()) {
    candidate.available_from = draft.dates[static_cast<size_t>(draft.rng.Below(4))];
  }
  candidate.own_adjustment_ids = RandomOwnAdjustments(draft);
  candidate.phases = RandomPhases(draft);
  if (draft.On()) {
    candidate.max_support_minutes = Minutes{PickOne<int64_t>(draft.rng, {0, 30, 60})};
  }
  return candidate;
}

}  // namespace

void AddCandidates(MarketDraft& draft) {
  for (int64_t i = 0; i < draft.options.candidate_count; ++i) {
    draft.market.candidates.push_back(RandomCandidate(draft, i));
  }
}

}  // namespace jobcarve::test
