// Candidates as dense values, and the arithmetic of windows. Tested by tests/model/compile_test.cc.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/algorithm/container.h"
#include "model/compiling.h"

namespace jobcarve {
namespace internal {
namespace {

std::vector<CompiledPreference> CompilePreferences(const std::vector<Preference>& preferences, const Tables& tables) {
  std::vector<CompiledPreference> compiled;
  compiled.reserve(preferences.size());
  for (const Preference& preference : preferences) {
    compiled.push_back({.tag = tables.FindTag(preference.tag),
                        .strength = preference.strength,
                        .is_non_negotiable = preference.is_non_negotiable});
  }
  absl::c_sort(compiled, [](const CompiledPreference& a, const CompiledPreference& b) { return a.tag < b.tag; });
  return compiled;
}

}  // namespace

std::vector<CompiledCapability> CompileCapabilities(const std::vector<Capability>& capabilities, const Tables& tables) {
  std::vector<CompiledCapability> compiled;
  compiled.reserve(capabilities.size());
  for (const Capability& capability : capabilities) {
    compiled.push_back({.dimension = tables.dimensions.Find(capability.dimension_id),
                        .level = capability.level,
                        .reduced_level = capability.reduced_level.value_or(capability.level)});
  }
  absl::c_sort(compiled, [](const CompiledCapability& a, const CompiledCapability& b) { return a.dimension < b.dimension; });
  return compiled;
}

std::vector<Window> MergedWindows(const std::vector<Window>& windows) {
  if (windows.empty()) {
    return {Window{.start = Minutes{0}, .end = kMinutesPerWeek}};
  }
  std::vector<Window> sorted = windows;
  absl::c_sort(sorted, [](const Window& a, const Window& b) { return a.start < b.start; });
  std::vector<Window> merged;
  for (const Window& window : sorted) {
    if (!merged.empty() && window.start <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, window.end);
    } else {
      merged.push_back(window);
    }
  }
  return merged;
}

std::vector<Window> CommonWindows(const std::vector<Window>& a, const std::vector<Window>& b) {
  std::vector<Window> common;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const Window overlap{.start = std::max(a[i].start, b[j].start), .end = std::min(a[i].end, b[j].end)};
    if (overlap.start < overlap.end) {
      common.push_back(overlap);
    }
    if (a[i].end < b[j].end) {
      ++i;
    } else {
      ++j;
    }
  }
  return common;
}

CompiledCandidate CompileCandidate(const Candidate& candidate, const Tables& tables) {
  CompiledCandidate compiled;
  compiled.id = candidate.id;
  compiled.capabilities = CompileCapabilities(candidate.capabilities, tables);
  compiled.reduced_weeks = candidate.reduced_weeks;
  compiled.preferences = CompilePreferences(candidate.preferences, tables);
  compiled.min_minutes = candidate.min_weekly_minutes;
  compiled.preferred_minutes = candidate.preferred_weekly_minutes;
  compiled.max_minutes = candidate.max_weekly_minutes;
  compiled.availability = MergedWindows(candidate.availability);
  compiled.home = candidate.home;
  compiled.travel_modes = candidate.travel_modes;
  compiled.max_travel = candidate.max_travel;
  compiled.min_pay_per_hour = candidate.min_pay_per_hour;
  compiled.max_weekly_earnings = candidate.max_weekly_earnings;
  compiled.available_from = tables.DateOr(candidate.available_from);
  compiled.own_adjustments = tables.adjustments.FindAll(candidate.own_adjustment_ids);
  compiled.max_support_minutes = candidate.max_support_minutes;
  if (!candidate.holds_job_id.empty()) {
    compiled.holds_job = tables.jobs.Find(candidate.holds_job_id);
  }
  compiled.phases = candidate.phases;
  return compiled;
}

}  // namespace internal

const CompiledCapability* CompiledCandidate::Find(DimensionIndex dimension) const {
  const auto is_before = [](const CompiledCapability& capability, DimensionIndex wanted) {
    return capability.dimension < wanted;
  };
  const auto found = absl::c_lower_bound(capabilities, dimension, is_before);
  return found != capabilities.end() && found->dimension == dimension ? &*found : nullptr;
}

}  // namespace jobcarve
