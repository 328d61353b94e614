// Tested by tests/compete/compete_test.cc.
#include "jobcarve/compete/compete.h"

namespace jobcarve {

ItemisedLosses ItemiseLosses(std::span<const int64_t> capacities, const Competition& competition) {
  ItemisedLosses losses = {.agents = competition.surpluses,
                           .resources = IndexedVector<ResourceIndex, int64_t>(capacities.size())};
  for (const ResourceIndex resource : losses.resources.Indices()) {
    losses.resources[resource] = competition.prices[resource] * capacities[resource.value()];
  }
  for (const AgentIndex agent : competition.choices.Indices()) {
    if (const std::optional<BundleChoice>& choice = competition.choices[agent]; choice.has_value()) {
      losses.agents[agent] -= SurplusOf(choice->bundle, competition.prices.items());
      for (const Use& use : choice->bundle.uses) {
        losses.resources[use.resource] -= competition.prices[use.resource] * use.amount;
      }
    }
  }
  return losses;
}

}  // namespace jobcarve
