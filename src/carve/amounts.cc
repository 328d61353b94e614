// Products stay below 2^63: minutes <= 10^4.1, weights <= 10^8, shares <= 10^3, pay <= 10^6. The one sum that could exceed it,
// the unused levels over very many demands, is divided in 128 bits. Tested by tests/carve/ledger_test.cc.
#include "carve/amounts.h"

#include <algorithm>

#include "absl/numeric/int128.h"

namespace jobcarve {
namespace {

bool CanBeUnderUsed(DimensionKind kind) {
  return kind == DimensionKind::kAbility || kind == DimensionKind::kSkill || kind == DimensionKind::kKnowledge;
}

}  // namespace

Score FilledAmount(const CompiledTask& task, const ScoringPolicy& policy) {
  return Score{RoundDiv(task.minutes.count() * policy.filled_hour.count(), 60)};
}

Score UnderUseAmount(const CompiledMarket& market, const CompiledCandidate& person, const CompiledTask& task,
                     const ScoringPolicy& policy) {
  int64_t unused = 0;
  for (const CompiledDemand& demand : task.demands) {
    const CompiledDimension& dimension = market.dimensions[demand.dimension];
    const CompiledCapability* capability = CanBeUnderUsed(dimension.kind) ? person.Find(demand.dimension) : nullptr;
    if (capability != nullptr && capability->level > demand.level) {
      unused += RoundDiv(1000 * (capability->level - demand.level).count(), dimension.max_level.count());
    }
  }
  if (unused == 0) {
    return Score{};
  }
  const int64_t whole = 60 * 1000 * static_cast<int64_t>(task.demands.size());
  const absl::int128 product = absl::int128(task.minutes.count() * policy.under_use_hour.count()) * unused;
  const absl::int128 doubled = 2 * product + whole;  // floor((2p + d) / 2d) is p / d rounded half up.
  return -Score{static_cast<int64_t>(doubled / (2 * whole))};
}

Score UnknownAmount(const CompiledCandidate& person, const CompiledTask& task, const ScoringPolicy& policy) {
  int64_t unknown = 0;
  for (const CompiledDemand& demand : task.demands) {
    unknown += person.Find(demand.dimension) == nullptr ? 1 : 0;
  }
  if (unknown == 0) {
    return Score{};
  }
  const int64_t demand_count = static_cast<int64_t>(task.demands.size());
  return -Score{RoundDiv(task.minutes.count() * policy.unknown_hour.count() * unknown, 60 * demand_count)};
}

Score PreferenceAmount(const CompiledTask& task, const CompiledPreference& preference, const ScoringPolicy& policy) {
  const int64_t strength = preference.strength.count();
  const int64_t size = RoundDiv(task.minutes.count() * policy.preference_hour.count() * std::max(strength, -strength), 60 * 1000);
  return Score{strength < 0 ? -size : size};
}

Score ReducedDaysAmount(const CompiledCandidate& person, const CompiledTask& task, const ScoringPolicy& policy) {
  return -Score{RoundDiv(task.minutes.count() * policy.filled_hour.count() * person.reduced_weeks.count(), 60 * 1000)};
}

Score HoursAmount(const CompiledCandidate& person, Minutes weekly, const ScoringPolicy& policy) {
  const int64_t below = (person.preferred_minutes - weekly).count();
  return below >= 0 ? -Score{RoundDiv(below * policy.below_preferred_hour.count(), 60)}
                    : -Score{RoundDiv(-below * policy.above_preferred_hour.count(), 60)};
}

Score PayAmount(Minutes weekly, Pence pay_per_hour, const ScoringPolicy& policy) {
  return Score{RoundDiv(weekly.count() * pay_per_hour.count() * policy.pay_pound.count(), 6000)};
}

Score ReleasedAmount(const CompiledTask& task, const ScoringPolicy& policy) {
  const Minutes released = task.minutes - task.unmet_minutes;
  return Score{RoundDiv(released.count() * task.released_pay.count() * policy.employer_gain_pound.count(), 6000)};
}

Score UnmetAmount(const CompiledTask& task, const ScoringPolicy& policy) {
  return Score{RoundDiv(task.unmet_minutes.count() * policy.unmet_hour.count(), 60)};
}

Score CostAmount(const CompiledAdjustment& adjustment, const ScoringPolicy& policy) {
  Score per_pound;
  switch (adjustment.funder) {
    case Funder::kEmployer:
      per_pound = policy.employer_pound;
      break;
    case Funder::kAccessToWork:
      per_pound = policy.access_to_work_pound;
      break;
    case Funder::kProvider:
      per_pound = policy.provider_pound;
      break;
    case Funder::kUnspecified:  // Costs nothing.
      break;
  }
  return -Score{RoundDiv(adjustment.first_year_cost.count() * per_pound.count(), 100)};
}

Score CoworkerTimeAmount(const CompiledAdjustment& adjustment, const ScoringPolicy& policy) {
  return -(policy.coworker_minute * adjustment.coworker_minutes.count());
}

Score UnknownConditionsAmount(int64_t unknown_count, const CompiledJob& job, const ScoringPolicy& policy) {
  if (unknown_count == 0) {
    return Score{};
  }
  return -Score{RoundDiv(policy.unknown_conditions.count() * unknown_count, static_cast<int64_t>(job.conditions.size()))};
}

int64_t UnknownConditionCount(const CompiledCandidate& person, const CompiledJob& job) {
  return std::count_if(job.conditions.begin(), job.conditions.end(),
                       [&](const CompiledDemand& condition) { return person.Find(condition.dimension) == nullptr; });
}

const CompiledPreference* FindPreference(const CompiledCandidate& person, TagIndex tag) {
  const auto found =
      std::lower_bound(person.preferences.begin(), person.preferences.end(), tag,
                       [](const CompiledPreference& preference, TagIndex wanted) { return preference.tag < wanted; });
  return found != person.preferences.end() && found->tag == tag ? &*found : nullptr;
}

}  // namespace jobcarve
