#include "support/listed_bundles.h"

#include <algorithm>
#include <map>

namespace jobcarve::test {
namespace {

bool TakesSomethingClosed(const Bundle& bundle, std::span<const int64_t> prices) {
  return std::any_of(bundle.uses.begin(), bundle.uses.end(),
                     [&](const Use& use) { return use.amount > 0 && prices[use.resource.value()] == kClosed; });
}

Bundle RandomBundle(const ListedBundlesSpec& spec, uint64_t key, Rng& rng) {
  std::map<size_t, int64_t> uses;
  for (int64_t i = rng.Between(1, static_cast<int64_t>(spec.max_uses)); i > 0; --i) {
    uses[static_cast<size_t>(rng.Below(static_cast<int64_t>(spec.resource_count)))] =
        rng.Between(spec.least_amount, spec.most_amount);
  }
  Bundle bundle = {.value = rng.Between(1, spec.max_value), .uses = {}, .key = key};
  for (const auto& [resource, amount] : uses) {
    if (amount != 0) {
      bundle.uses.push_back({ResourceIndex(resource), amount});
    }
  }
  return bundle;
}

void TryAll(const ListedBundles& bundles, size_t agent, std::vector<int64_t>& room, int64_t value, int64_t& best) {
  if (agent == bundles.agent_count()) {
    if (std::all_of(room.begin(), room.end(), [](int64_t left) { return left >= 0; })) {
      best = std::max(best, value);
    }
    return;
  }
  TryAll(bundles, agent + 1, room, value, best);
  for (const std::vector<Bundle>& list : bundles.lists()[agent]) {
    for (const Bundle& bundle : list) {
      for (const Use& use : bundle.uses) {
        room[use.resource.value()] -= use.amount;
      }
      TryAll(bundles, agent + 1, room, value + bundle.value, best);
      for (const Use& use : bundle.uses) {
        room[use.resource.value()] += use.amount;
      }
    }
  }
}

}  // namespace

std::vector<Interest> ListedBundles::Interests(AgentIndex agent, size_t work) const {
  std::map<ResourceIndex, Interest> interests;
  for (const Bundle& bundle : Of(agent, work)) {
    for (const Use& use : bundle.uses) {
      Interest& interest = interests.try_emplace(use.resource, Interest{.resource = use.resource, .most = 0}).first->second;
      interest.least = std::min(interest.least, use.amount);
      interest.most = std::max(interest.most, use.amount);
      interest.worth = std::max(interest.worth, bundle.value / std::ssize(bundle.uses));
    }
  }
  std::vector<Interest> list;
  for (const auto& [resource, interest] : interests) {
    list.push_back(interest);
  }
  return list;
}

std::optional<Bundle> ListedBundles::Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const {
  std::optional<Bundle> best;
  for (const Bundle& bundle : Of(agent, work)) {
    if (const int64_t surplus = SurplusOf(bundle, prices); surplus > floor && !TakesSomethingClosed(bundle, prices)) {
      floor = surplus;
      best = bundle;
    }
  }
  return best;
}

std::optional<std::vector<Bundle>> ListedBundles::AllFrom(AgentIndex agent, size_t work, std::span<const int64_t> prices,
                                                          int64_t least, size_t limit) const {
  std::vector<Bundle> all;
  for (const Bundle& bundle : Of(agent, work)) {
    if (SurplusOf(bundle, prices) >= least && !TakesSomethingClosed(bundle, prices)) {
      all.push_back(bundle);
    }
  }
  return is_listing_ && all.size() <= limit ? std::make_optional(std::move(all)) : std::nullopt;
}

ListedBundles RandomBundles(const ListedBundlesSpec& spec, Rng& rng) {
  std::vector<int64_t> capacities;
  for (size_t r = 0; r < spec.resource_count; ++r) {
    capacities.push_back(rng.Between(0, spec.max_capacity));
  }
  ListedBundles::Lists lists(spec.agent_count);
  uint64_t key = 0;
  for (std::vector<std::vector<Bundle>>& works : lists) {
    works.resize(static_cast<size_t>(rng.Between(0, static_cast<int64_t>(spec.max_works))));
    for (std::vector<Bundle>& list : works) {
      for (int64_t i = rng.Between(0, static_cast<int64_t>(spec.max_bundles)); i > 0; --i) {
        list.push_back(RandomBundle(spec, key++, rng));
      }
    }
  }
  return {std::move(capacities), std::move(lists)};
}

int64_t BestOfAll(const ListedBundles& bundles) {
  std::vector<int64_t> room(bundles.capacities().begin(), bundles.capacities().end());
  int64_t best = 0;
  TryAll(bundles, 0, room, 0, best);
  return best;
}

}  // namespace jobcarve::test
