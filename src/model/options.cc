// The ranges of options, as plan.proto states them. Tested by tests/model/options_test.cc.
#include "jobcarve/model/options.h"

#include <limits>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve {
namespace {

constexpr int64_t kMost = std::numeric_limits<int64_t>::max();

absl::Status CheckRange(absl::string_view name, int64_t value, int64_t low, int64_t high) {
  if (low <= value && value <= high) {
    return absl::OkStatus();
  }
  if (high == kMost) {
    return absl::InvalidArgumentError(absl::StrCat(name, ": ", value, " is below ", low));
  }
  return absl::InvalidArgumentError(absl::StrCat(name, ": ", value, " is outside ", low, "..", high));
}

absl::Status CheckWeights(const ScoringPolicy& policy) {
  const struct {
    absl::string_view name;
    Score weight;
    int64_t low = 0;
  } weights[] = {
      {"scoring.filled_hour", policy.filled_hour},
      {"scoring.under_use_hour", policy.under_use_hour},
      {"scoring.unknown_hour", policy.unknown_hour},
      {"scoring.unknown_conditions", policy.unknown_conditions},
      {"scoring.preference_hour", policy.preference_hour},
      {"scoring.below_preferred_hour", policy.below_preferred_hour},
      {"scoring.above_preferred_hour", policy.above_preferred_hour},
      {"scoring.travel_minute", policy.travel_minute},
      {"scoring.pay_pound", policy.pay_pound},
      {"scoring.employer_pound", policy.employer_pound},
      {"scoring.access_to_work_pound", policy.access_to_work_pound},
      {"scoring.provider_pound", policy.provider_pound},
      {"scoring.adjustment_disruption", policy.adjustment_disruption, 1},
      {"scoring.coworker_minute", policy.coworker_minute},
      {"scoring.handover", policy.handover},
      {"scoring.carving", policy.carving},
      {"scoring.creation", policy.creation},
      {"scoring.employer_gain_pound", policy.employer_gain_pound},
      {"scoring.keeps_job", policy.keeps_job},
      {"scoring.unmet_hour", policy.unmet_hour},
      {"scoring.stays_with_employer", policy.stays_with_employer},
  };
  for (const auto& entry : weights) {
    JOBCARVE_RETURN_IF_ERROR(CheckRange(entry.name, entry.weight.count(), entry.low, ScoringPolicy::kMaxWeight.count()));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Validate(const SolveOptions& options) {
  JOBCARVE_RETURN_IF_ERROR(CheckWeights(options.scoring));
  JOBCARVE_RETURN_IF_ERROR(CheckRange("max_adjustments", options.max_adjustments, 0, 16));
  if (options.max_access_to_work_cost.has_value()) {
    JOBCARVE_RETURN_IF_ERROR(CheckRange("max_access_to_work_pence", options.max_access_to_work_cost->count(), 0, kMost));
  }
  JOBCARVE_RETURN_IF_ERROR(CheckRange("max_provider_pence", options.max_provider_cost.value_or(Pence{0}).count(), 0, kMost));
  JOBCARVE_RETURN_IF_ERROR(CheckRange("travel_detour_permille", options.travel_detour.count(), 1'000, 5'000));
  return CheckRange("search_node_limit", options.search_node_limit, 1, 100'000'000);
}

}  // namespace jobcarve
