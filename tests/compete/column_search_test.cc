// SearchColumns against all choices, at prices of any kind.
#include "compete/column_search.h"

#include <numeric>
#include <vector>

#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "support/listed_bundles.h"
#include "support/status_matchers.h"

namespace jobcarve::compete {
namespace {

// A whole market as one part, with all its bundles as columns.
struct Whole {
  explicit Whole(const test::ListedBundles& source)
      : contest(*Contest::Read(source)), desk(contest.resource_count()), columns(contest.agent_count()) {
    std::vector<Member> members;
    for (const AgentIndex agent : IndexRange<AgentIndex>(contest.agent_count())) {
      Member member = {.agent = agent, .works = std::vector<uint32_t>(contest.work_count(agent))};
      std::iota(member.works.begin(), member.works.end(), 0U);
      for (const uint32_t work : member.works) {
        for (const Bundle& bundle : source.Of(agent, work)) {
          columns.Keep(agent.value(), work, bundle);
        }
      }
      members.push_back(std::move(member));
    }
    part = MakePart(contest, std::move(members), {}, source.capacities(), desk);
  }

  Contest contest;
  Desk desk;
  Columns columns;
  Part part;
};

TEST(ColumnSearchTest, FindsTheBestOfAllAtAnyPrices) {
  for (uint64_t seed = 0; seed < 3000; ++seed) {
    Rng rng(seed);
    const test::ListedBundles source = test::RandomBundles(
        {.least_amount = seed % 2 == 0 ? 1 : -2, .most_amount = 2, .max_capacity = seed % 3 == 0 ? 1 : 3}, rng);
    // Capacities of 0 would close resources; this test is about the search alone.
    std::vector<int64_t> capacities(source.capacities().begin(), source.capacities().end());
    for (int64_t& capacity : capacities) {
      capacity += 1;
    }
    const test::ListedBundles open(capacities, source.lists());
    Whole whole(open);
    std::vector<int64_t> prices;
    for (size_t i = 0; i < whole.part.resources.size(); ++i) {
      prices.push_back(rng.Below(15));
    }
    const int64_t best = test::BestOfAll(open);
    const ColumnSearch search = SearchColumns(whole.part, whole.columns, prices, -1, 100'000, whole.desk);
    ASSERT_FALSE(search.is_cut_short);
    ASSERT_TRUE(search.better.has_value());
    ASSERT_EQ(ValueOf(*search.better), best) << "seed " << seed;
    ASSERT_TRUE(IsFeasible(whole.part, *search.better, whole.desk)) << "seed " << seed;
    ASSERT_FALSE(SearchColumns(whole.part, whole.columns, prices, best, 100'000, whole.desk).better.has_value());
  }
}

TEST(ColumnSearchTest, SaysWhenTheNodesRunOut) {
  Rng rng(1);
  const test::ListedBundles source(
      {1, 1}, {{{{.value = 3, .uses = {{ResourceIndex(0), 1}}}}}, {{{.value = 2, .uses = {{ResourceIndex(1), 1}}}}}});
  Whole whole(source);
  const ColumnSearch search = SearchColumns(whole.part, whole.columns, std::vector<int64_t>(2), 0, 1, whole.desk);
  EXPECT_TRUE(search.is_cut_short);
  EXPECT_FALSE(search.better.has_value());
}

}  // namespace
}  // namespace jobcarve::compete
