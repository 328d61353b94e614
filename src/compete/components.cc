// Disjoint sets of agents, joined along the agents of each resource. Reference: R. E. Tarjan, "Efficiency of a good but not
// linear set union algorithm", 1975. Tested by tests/compete/components_test.cc.
#include "compete/components.h"

#include <numeric>
#include <utility>

namespace jobcarve::compete {
namespace {

// The first agent of the set of `agent`; halves the path to it.
size_t FirstOf(std::vector<size_t>& above, size_t agent) {
  while (above[agent] != agent) {
    above[agent] = above[above[agent]];
    agent = above[agent];
  }
  return agent;
}

}  // namespace

std::vector<std::vector<Member>> Components(const Contest& contest) {
  std::vector<size_t> above(contest.agent_count());
  std::iota(above.begin(), above.end(), size_t{0});
  for (const ResourceIndex resource : IndexRange<ResourceIndex>(contest.resource_count())) {
    const std::span<const AgentIndex> agents = contest.AgentsAfter(resource);
    for (size_t i = 1; i < agents.size(); ++i) {
      const auto [low, high] = std::minmax({FirstOf(above, agents[0].value()), FirstOf(above, agents[i].value())});
      above[high] = low;
    }
  }
  std::vector<std::vector<Member>> components;
  std::vector<size_t> component_of(contest.agent_count());
  for (const AgentIndex agent : IndexRange<AgentIndex>(contest.agent_count())) {
    const size_t first = FirstOf(above, agent.value());
    if (first == agent.value()) {
      component_of[first] = components.size();
      components.emplace_back();
    }
    Member member = {.agent = agent, .works = std::vector<uint32_t>(contest.work_count(agent))};
    std::iota(member.works.begin(), member.works.end(), 0U);
    components[component_of[first]].push_back(std::move(member));
  }
  return components;
}

}  // namespace jobcarve::compete
