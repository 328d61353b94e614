#include "compete/components.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/listed_bundles.h"
#include "support/status_matchers.h"

namespace jobcarve::compete {
namespace {

using testing::ElementsAre;

// By component: its agents.
std::vector<std::vector<size_t>> AgentsOf(const test::ListedBundles& source) {
  const absl::StatusOr<Contest> contest = Contest::Read(source);
  std::vector<std::vector<size_t>> agents;
  for (const std::vector<Member>& members : Components(*contest)) {
    agents.emplace_back();
    for (const Member& member : members) {
      agents.back().push_back(member.agent.value());
    }
  }
  return agents;
}

Bundle Of(std::vector<size_t> resources) {
  Bundle bundle = {.value = 1, .uses = {}};
  for (const size_t resource : resources) {
    bundle.uses.push_back({ResourceIndex(resource), 1});
  }
  return bundle;
}

// Agents 0 and 3 share resource 0, 3 and 4 resource 2; agent 1 shares nothing, agent 2 wants nothing.
TEST(ComponentsTest, AChainOfSharedResourcesJoinsAgents) {
  const test::ListedBundles source({1, 1, 1, 1}, {{{Of({0})}}, {{Of({1})}}, {}, {{Of({2})}, {Of({0})}}, {{Of({2, 3})}}});
  EXPECT_THAT(AgentsOf(source), ElementsAre(ElementsAre(0, 3, 4), ElementsAre(1), ElementsAre(2)));
}

TEST(ComponentsTest, WithoutAgentsThereAreNone) {
  EXPECT_TRUE(AgentsOf(test::ListedBundles({1}, {})).empty());
}

}  // namespace
}  // namespace jobcarve::compete
