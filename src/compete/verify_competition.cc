// Everything from scratch, in 128 bits. Tested by tests/compete/verify_competition_test.cc.
#include "jobcarve/compete/verify_competition.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve {
namespace {

using Sum = absl::int128;

template <typename... Parts>
absl::Status Untrue(const Parts&... parts) {
  return absl::FailedPreconditionError(absl::StrCat(parts...));
}

absl::Status CheckEqual(absl::string_view name, int64_t said, Sum is) {
  if (is != said) {
    return Untrue(name, ": ", said, " instead of ", static_cast<int64_t>(is));
  }
  return absl::OkStatus();
}

absl::Status CheckSizes(const BundleSource& source, const Competition& competition) {
  if (competition.choices.size() != source.agent_count() || competition.surpluses.size() != source.agent_count()) {
    return Untrue("choices or surpluses are not as many as agents");
  }
  if (competition.prices.size() != source.capacities().size()) {
    return Untrue("prices are not as many as resources");
  }
  for (const ResourceIndex resource : competition.prices.Indices()) {
    if (const int64_t price = competition.prices[resource]; price < 0 || price > kMaxBundleValue) {
      return Untrue("prices[", resource.value(), "]: ", price, " is outside [0, ", kMaxBundleValue, "]");
    }
  }
  return absl::OkStatus();
}

// What the chosen bundle leaves the agent. Adds what it uses.
absl::StatusOr<Sum> SurplusOfChoice(const BundleSource& source, const Competition& competition, AgentIndex agent,
                                    const BundleChoice& choice, std::vector<Sum>& used) {
  if (choice.work >= source.work_count(agent)) {
    return Untrue("choices[", agent.value(), "]: there is no work ", choice.work);
  }
  const std::vector<Interest> interests = source.Interests(agent, choice.work);
  Sum surplus = choice.bundle.value;
  Sum size = 0;
  for (size_t i = 0; i < choice.bundle.uses.size(); ++i) {
    const Use& use = choice.bundle.uses[i];
    const auto interest = std::find_if(interests.begin(), interests.end(),
                                       [&](const Interest& candidate) { return candidate.resource == use.resource; });
    if (interest == interests.end() || use.amount < interest->least || use.amount > interest->most || use.amount == 0 ||
        (i > 0 && use.resource <= choice.bundle.uses[i - 1].resource)) {
      return Untrue("choices[", agent.value(), "]: use ", i, " is none that the agent can have");
    }
    used[use.resource.value()] += use.amount;
    size += use.amount < 0 ? -use.amount : use.amount;
    surplus -= Sum(competition.prices[use.resource]) * use.amount;
  }
  if (choice.bundle.value < 1 || choice.bundle.value > kMaxBundleValue || size > kMaxBundleUse) {
    return Untrue("choices[", agent.value(), "]: value or amounts are out of range");
  }
  return surplus;
}

// The greatest surplus of the agent's bundles, or 0.
Sum BestSurplus(const BundleSource& source, const Competition& competition, AgentIndex agent) {
  Sum best = 0;
  for (size_t work = 0; work < source.work_count(agent); ++work) {
    if (const std::optional<Bundle> bundle = source.Best(agent, work, competition.prices.items(), 0); bundle.has_value()) {
      Sum surplus = bundle->value;
      for (const Use& use : bundle->uses) {
        surplus -= Sum(competition.prices[use.resource]) * use.amount;
      }
      best = std::max(best, surplus);
    }
  }
  return best;
}

}  // namespace

absl::Status VerifyCompetition(const BundleSource& source, const Competition& competition) {
  JOBCARVE_RETURN_IF_ERROR(CheckSizes(source, competition));
  std::vector<Sum> used(source.capacities().size());
  Sum value = 0;
  Sum bound = 0;
  Sum chosen = 0;
  Sum left_out = 0;
  for (const AgentIndex agent : competition.choices.Indices()) {
    const Sum best = BestSurplus(source, competition, agent);
    JOBCARVE_RETURN_IF_ERROR(CheckEqual(absl::StrCat("surpluses[", agent.value(), "]"), competition.surpluses[agent], best));
    bound += best;
    const std::optional<BundleChoice>& choice = competition.choices[agent];
    if (!choice.has_value()) {
      left_out += best;
      continue;
    }
    JOBCARVE_ASSIGN_OR_RETURN(const Sum surplus, SurplusOfChoice(source, competition, agent, *choice, used));
    if (surplus > best) {
      return Untrue("choices[", agent.value(), "]: the bundle is better than any that the source knows");
    }
    value += choice->bundle.value;
    chosen += best - surplus;
  }
  Sum unused = 0;
  for (const ResourceIndex resource : competition.prices.Indices()) {
    const int64_t capacity = source.capacities()[resource.value()];
    if (used[resource.value()] > capacity) {
      return Untrue("resource ", resource.value(), ": ", static_cast<int64_t>(used[resource.value()]), " used of ", capacity);
    }
    bound += Sum(competition.prices[resource]) * capacity;
    unused += Sum(competition.prices[resource]) * (Sum(capacity) - used[resource.value()]);
  }
  JOBCARVE_RETURN_IF_ERROR(CheckEqual("value", competition.value, value));
  JOBCARVE_RETURN_IF_ERROR(CheckEqual("bound", competition.bound, bound));
  JOBCARVE_RETURN_IF_ERROR(CheckEqual("losses.chosen", competition.losses.chosen, chosen));
  JOBCARVE_RETURN_IF_ERROR(CheckEqual("losses.left_out", competition.losses.left_out, left_out));
  JOBCARVE_RETURN_IF_ERROR(CheckEqual("losses.unused", competition.losses.unused, unused));
  if (value == bound && !competition.is_optimal) {
    return Untrue("is_optimal: false, although value and bound are equal");
  }
  return absl::OkStatus();
}

}  // namespace jobcarve
