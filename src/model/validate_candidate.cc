// Candidates. Tested by tests/model/validate_candidate_test.cc.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/str_cat.h"
#include "model/validating.h"

namespace jobcarve::internal {
namespace {

constexpr int64_t kWeek = kMinutesPerWeek.count();
constexpr int64_t kMinutesPerDay = 1'440;
constexpr int64_t kMaxPayPencePerHour = 1'000'000;
constexpr int64_t kMaxStrength = 1'000;
constexpr int64_t kMaxMetresPerMinute = 5'000;

void CheckPreferences(const Path& path, const Candidate& candidate, Faults& faults) {
  Repeats repeats;
  for (size_t i = 0; i < candidate.preferences.size(); ++i) {
    const Preference& preference = candidate.preferences[i];
    const Path item = path.At("preferences", i);
    faults.CheckId(item / "tag", preference.tag);
    if (const std::optional<size_t> first = repeats.Note(preference.tag, i)) {
      faults.Add(item / "tag", absl::StrCat(Quoted(preference.tag), " already has a preference in preferences[", *first, "]"));
    }
    faults.CheckRange(item / "strength", preference.strength, -kMaxStrength, kMaxStrength);
    if (preference.strength == Permille{0}) {
      faults.Add(item / "strength", absl::StrCat("0 says nothing: allowed are ", -kMaxStrength, "..-1 and 1..", kMaxStrength));
    }
    if (preference.is_non_negotiable && preference.strength > Permille{0}) {
      faults.Add(item / "non_negotiable", "is only for a negative strength");
    }
  }
}

void CheckHours(const Path& path, const Candidate& candidate, Faults& faults) {
  faults.CheckRange(path / "max_weekly_minutes", candidate.max_weekly_minutes, 1, kWeek);
  const int64_t most = std::clamp<int64_t>(candidate.max_weekly_minutes.count(), 1, kWeek);
  faults.CheckRange(path / "min_weekly_minutes", candidate.min_weekly_minutes, 0, most);
  const int64_t least = std::clamp<int64_t>(candidate.min_weekly_minutes.count(), 0, most);
  faults.CheckRange(path / "preferred_weekly_minutes", candidate.preferred_weekly_minutes, least, most);
}

void CheckTravel(const Path& path, const Candidate& candidate, Faults& faults) {
  const Path home = path / "home";
  faults.CheckLocation(home, candidate.home);
  for (size_t i = 0; i < candidate.travel_modes.size(); ++i) {
    const TravelMode& mode = candidate.travel_modes[i];
    const Path item = path.At("travel_modes", i);
    faults.CheckText(item / "name", mode.name, true);
    faults.CheckRange(item / "metres_per_minute", mode.metres_per_minute, 1, kMaxMetresPerMinute);
    faults.CheckRange(item / "fixed_minutes", mode.fixed, 0, kMinutesPerDay);
  }
  faults.CheckRange(path / "max_travel_minutes", candidate.max_travel, 0, kMinutesPerDay);
}

// Own adjustments travel together: each with its prerequisites, none excluding another.
void CheckOwnAdjustments(const Context& context, const Path& path, const Candidate& candidate, Faults& faults) {
  constexpr absl::string_view kName = "own_adjustment_ids";
  const std::vector<std::string>& ids = candidate.own_adjustment_ids;
  faults.CheckSize(path / kName, ids.size(), 0, kMaxOwnAdjustments);
  faults.CheckReferences(path, kName, ids, context.adjustments);
  if (ids.size() > kMaxOwnAdjustments) {
    return;
  }
  for (size_t i = 0; i < ids.size(); ++i) {
    const std::optional<size_t> own = context.adjustments.Find(ids[i]);
    if (!own.has_value()) {
      continue;
    }
    for (const std::string& required : context.market.adjustments[*own].requires_ids) {
      if (std::find(ids.begin(), ids.end(), required) == ids.end()) {
        faults.Add(path.At(kName, i), absl::StrCat(Quoted(ids[i]), " requires ", Quoted(required), ", which is not listed"));
      }
    }
    for (size_t j = 0; j < i; ++j) {
      const std::optional<size_t> other = context.adjustments.Find(ids[j]);
      if (other.has_value() && context.exclusions.Contains(*own, *other)) {
        faults.Add(path.At(kName, i), absl::StrCat(Quoted(ids[i]), " and ", kName, "[", j, "] exclude each other"));
      }
    }
  }
}

// Each allows more than the one before.
void CheckPhases(const Path& path, const std::vector<Phase>& phases, Faults& faults) {
  faults.CheckSize(path / "phases", phases.size(), 0, 12);
  int64_t least = 1;
  for (size_t i = 0; i < phases.size(); ++i) {
    const Path item = path.At("phases", i);
    faults.CheckRange(item / "weeks", phases[i].weeks, 1, 52);
    faults.CheckRange(item / "max_weekly_minutes", phases[i].max_weekly_minutes, least, kMinutesPerWeek.count());
    least = std::max(least, phases[i].max_weekly_minutes.count() + 1);
  }
}

void CheckCandidate(const Context& context, const Path& path, const Candidate& candidate, Faults& faults) {
  CheckCapabilities(context, path, candidate.capabilities, faults);
  faults.CheckRange(path / "reduced_weeks_permille", candidate.reduced_weeks, 0, 1000);
  CheckPreferences(path, candidate, faults);
  CheckHours(path, candidate, faults);
  faults.CheckWindows(path, "availability", candidate.availability);
  CheckTravel(path, candidate, faults);
  faults.CheckRange(path / "min_pay_pence_per_hour", candidate.min_pay_per_hour, 0, kMaxPayPencePerHour);
  faults.CheckRange(path / "max_weekly_earnings_pence", candidate.max_weekly_earnings, 1, kNoUpperLimit);
  faults.CheckDate(path / "available_from", candidate.available_from, false);
  CheckOwnAdjustments(context, path, candidate, faults);
  faults.CheckRange(path / "max_support_minutes", candidate.max_support_minutes, 0, kNoUpperLimit);
  CheckPhases(path, candidate.phases, faults);
}

// A held job has no openings and one holder. `holders` are those of the candidates before this one, by job.
void CheckHeldJob(const Context& context, const Path& path, size_t position, std::vector<std::optional<size_t>>& holders,
                  Faults& faults) {
  const std::string& id = context.market.candidates[position].holds_job_id;
  if (id.empty()) {
    return;
  }
  const std::optional<size_t> job = faults.CheckReference(path, id, context.jobs);
  if (!job.has_value()) {
    return;
  }
  if (context.market.jobs[*job].openings > 0) {
    faults.Add(path, absl::StrCat("jobs[", *job, "] ", Quoted(id), " has ", context.market.jobs[*job].openings,
                                  " openings: a job that somebody holds has none"));
  }
  if (holders[*job].has_value()) {
    faults.Add(path, absl::StrCat("jobs[", *job, "] ", Quoted(id), " is already held by candidates[", *holders[*job], "]"));
  } else {
    holders[*job] = position;
  }
}

}  // namespace

void CheckCapabilities(const Context& context, const Path& path, const std::vector<Capability>& capabilities, Faults& faults) {
  Repeats repeats;
  for (size_t i = 0; i < capabilities.size(); ++i) {
    const Capability& capability = capabilities[i];
    const Path item = path.At("capabilities", i);
    CheckLevel(context, item, capability.dimension_id, capability.level, faults);
    faults.CheckRange(item / "reduced_level", capability.reduced_level, 0, std::max<int64_t>(capability.level.count(), 0));
    if (const std::optional<size_t> first = repeats.Note(capability.dimension_id, i)) {
      faults.Add(item / "dimension_id",
                 absl::StrCat(Quoted(capability.dimension_id), " already has a level in capabilities[", *first, "]"));
    }
  }
}

void CheckCandidates(const Context& context, const Path& root, Faults& faults) {
  std::vector<std::optional<size_t>> holders(context.market.jobs.size());
  for (size_t i = 0; i < context.market.candidates.size(); ++i) {
    const Candidate& candidate = context.market.candidates[i];
    const Path path = root.At("candidates", i, "candidate", candidate.id);
    faults.CheckOwnId(path / "id", candidate.id, i, context.candidates, "candidates");
    CheckCandidate(context, path, candidate, faults);
    CheckHeldJob(context, path / "holds_job_id", i, holders, faults);
  }
}

}  // namespace jobcarve::internal
