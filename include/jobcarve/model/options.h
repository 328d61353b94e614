// options.h: what one hour, one pound and one minute are worth, and how far the search may go.
//
//   SolveOptions options;
//   options.scoring.travel_minute = Score{30'000};      // This provider's area has poor buses.
//   JOBCARVE_RETURN_IF_ERROR(Validate(options));
//
// Field by field these are ScoringPolicy and SolveOptions of proto/jobcarve/v1/plan.proto, where unit, range and default stand;
// the formulas that use them stand in proto/README.md.
#ifndef JOBCARVE_MODEL_OPTIONS_H_
#define JOBCARVE_MODEL_OPTIONS_H_

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "jobcarve/base/units.h"

namespace jobcarve {

// The weights of the ledger. Each is 0..kMaxWeight of its hour, pound, minute or piece.
struct ScoringPolicy {
  static constexpr Score kMaxWeight{100'000'000};

  Score filled_hour{1'000'000};
  Score under_use_hour{300'000};
  Score unknown_hour{400'000};
  Score unknown_conditions{500'000};
  Score preference_hour{300'000};
  Score below_preferred_hour{250'000};
  Score above_preferred_hour{1'500'000};
  Score travel_minute{10'000};
  Score pay_pound{2'000};
  Score employer_pound{1'000};
  Score access_to_work_pound{250};
  Score provider_pound{500};
  Score adjustment_disruption{50'000};  // At least 1: otherwise a useless adjustment could be proposed.
  Score coworker_minute{5'000};
  Score handover{100'000};
  Score carving{200'000};
  Score creation{300'000};
  Score employer_gain_pound{1'000};
  Score keeps_job{5'000'000};
  Score unmet_hour{200'000};
  Score stays_with_employer{2'000'000};

  bool operator==(const ScoringPolicy&) const = default;
};

struct SolveOptions {
  ScoringPolicy scoring;
  int64_t max_adjustments = 4;                   // 0..16
  std::optional<Pence> max_access_to_work_cost;  // >= 0; absent: the yearly cap on as_of (access_to_work.h).
  std::optional<Pence> max_provider_cost;        // >= 0; absent: no limit.
  Permille travel_detour{1'300};                 // 1,000..5,000
  int64_t search_node_limit = 100'000;           // 1..100,000,000

  bool operator==(const SolveOptions&) const = default;
};

// InvalidArgument naming the option, its value and what is allowed.
absl::Status Validate(const SolveOptions& options);

}  // namespace jobcarve

#endif  // JOBCARVE_MODEL_OPTIONS_H_
