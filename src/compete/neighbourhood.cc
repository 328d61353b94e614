// A neighbourhood is one agent, one of its works, and some of those who hold something there or have nothing and would like to.
// They give back what they hold, and the part that they are is settled by itself, from the prices of the whole. Tested by
// tests/compete/compete_oracle_test.cc.
#include "compete/neighbourhood.h"

#include <algorithm>
#include <utility>

#include "compete/settle.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::compete {
namespace {

constexpr int64_t kMinRivals = 1;
constexpr int64_t kMaxRivals = 7;
constexpr SettleLimits kLimits = {.dual_steps = 24, .repair_every = 3, .search_nodes = 500};

bool UsesAny(const Bundle& bundle, const Desk& desk) {
  return std::any_of(bundle.uses.begin(), bundle.uses.end(), [&](const Use& use) { return desk.IsOpen(use.resource); });
}

bool UsesOnly(const Bundle& bundle, const Desk& desk) {
  return std::all_of(bundle.uses.begin(), bundle.uses.end(), [&](const Use& use) { return desk.IsOpen(use.resource); });
}

}  // namespace

void Rechoose(AgentIndex agent, std::optional<Offer> choice, State& state) {
  std::optional<Offer>& mine = state.choices[agent.value()];
  if (mine.has_value()) {
    for (const Use& use : mine->bundle.uses) {
      state.room[use.resource.value()] += use.amount;
    }
  }
  mine = std::move(choice);
  if (mine.has_value()) {
    for (const Use& use : mine->bundle.uses) {
      state.room[use.resource.value()] -= use.amount;
    }
  }
}

absl::StatusOr<std::optional<Improvement>> Neighbourhoods::Search(size_t member, Rng rng, const RunControl& run,
                                                                  Desk& desk) const {
  std::vector<Member> few = Pick(member, rng, desk);
  Improvement improvement;
  Selection held;
  for (const Member& one : few) {
    improvement.agents.push_back(one.agent);
    held.push_back(state_.choices[one.agent.value()]);
  }
  const int64_t value = ValueOf(held);
  const Part part = MakePart(contest_, std::move(few), held, state_.room, desk);
  std::vector<int64_t> prices;
  for (const ResourceIndex resource : part.resources) {
    prices.push_back(state_.prices[resource.value()]);
  }
  Columns columns = KnownColumns(part, desk);
  JOBCARVE_ASSIGN_OR_RETURN(Settled settled,
                            Settle(contest_, part, std::move(held), std::move(prices), kLimits, run, columns, desk));
  if (ValueOf(settled.selection) <= value) {
    return std::nullopt;
  }
  improvement.choices = std::move(settled.selection);
  return improvement;
}

std::vector<Member> Neighbourhoods::Pick(size_t member, Rng& rng, Desk& desk) const {
  const Member& first = members_[member];
  std::vector<AgentIndex> rivals = Rivals(first, rng, desk);
  rng.Shuffle(rivals);
  rivals.resize(std::min(rivals.size(), static_cast<size_t>(rng.Between(kMinRivals, kMaxRivals))));
  std::vector<Member> few = {first};
  for (const AgentIndex rival : rivals) {
    few.push_back(members_[state_.member[rival.value()]]);
  }
  return few;
}

// Whoever is interested in what `first` is interested in at one work, unless what they hold lies elsewhere. The work is that of
// the bundle that `first` holds, or drawn by lot.
std::vector<AgentIndex> Neighbourhoods::Rivals(const Member& first, Rng& rng, Desk& desk) const {
  if (first.works.empty()) {
    return {};
  }
  const std::optional<Offer>& choice = state_.choices[first.agent.value()];
  const size_t drawn = first.works[static_cast<size_t>(rng.Below(std::ssize(first.works)))];
  const size_t work = choice.has_value() && rng.Chance(500) ? choice->work : drawn;
  ++desk.marks;
  std::vector<AgentIndex> rivals;
  for (const Interest& interest : contest_.Interests(first.agent, work)) {
    desk.mark[interest.resource.value()] = desk.marks;
    const std::span<const AgentIndex> agents = contest_.AgentsAfter(interest.resource);
    rivals.insert(rivals.end(), agents.begin(), agents.end());
  }
  std::sort(rivals.begin(), rivals.end());
  rivals.erase(std::unique(rivals.begin(), rivals.end()), rivals.end());
  std::erase_if(rivals, [&](AgentIndex agent) {
    const std::optional<Offer>& held = state_.choices[agent.value()];
    return agent == first.agent || (held.has_value() && !UsesAny(held->bundle, desk));
  });
  return rivals;
}

// What the component's columns offer the part's members within its room.
Columns Neighbourhoods::KnownColumns(const Part& part, const Desk& desk) const {
  Columns known(part.members.size());
  for (size_t i = 0; i < part.members.size(); ++i) {
    for (const Column& column : columns_.Of(state_.member[part.members[i].agent.value()])) {
      if (UsesOnly(column.bundle, desk) && Fits(column.bundle, part.room, desk)) {
        known.Keep(i, column.work, column.bundle);
      }
    }
  }
  return known;
}

}  // namespace jobcarve::compete
