#include "support/onet_profiles.h"

#include "absl/algorithm/container.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/onet.h"
#include "jobcarve/model/validate.h"
#include "support/shared_data.h"

namespace jobcarve::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

Market SmallMarket() {
  const std::string data = SourcePath("tests/data/onet/");
  const io::OnetTables tables = *io::ReadOnetTables({data + "plain", data + "context", ""});
  return io::ImportOnet(tables, *io::ReadJobPosts(data + "jobs.csv"), {.title = "test", .as_of = "2026-11-02"})->market;
}

const GroupsByDimension kGroups = {{"onet:1.A.1.a.2", {"learning", "memory"}}, {"onet:4.C.2.b.1.a", {"mental health"}}};

TEST(OnetProfilesTest, PeopleAreSoundAndTheSameForASeed) {
  Market market = SmallMarket();
  market.candidates = OnetProfiles(market, kGroups, {.count = 300, .seed = 5});
  ASSERT_THAT(market.candidates, SizeIs(300));
  EXPECT_THAT(FindFaults(market), IsEmpty());
  const std::vector<Candidate> again = OnetProfiles(market, kGroups, {.count = 300, .seed = 5});
  EXPECT_EQ(again[299].preferred_weekly_minutes, market.candidates[299].preferred_weekly_minutes);
}

TEST(OnetProfilesTest, HoursAndUnknownsFollowThePublishedShares) {
  const Market market = SmallMarket();
  const std::vector<Candidate> people = OnetProfiles(market, kGroups, {.count = 2000, .seed = 5});
  const auto is_short = [](const Candidate& person) { return person.max_weekly_minutes < Minutes{16 * 60}; };
  EXPECT_NEAR(static_cast<double>(absl::c_count_if(people, is_short)) / 2000, 0.68, 0.04);
  size_t known = 0;
  for (const Candidate& person : people) {
    known += person.capabilities.size();
  }
  EXPECT_NEAR(static_cast<double>(known) / (2000 * static_cast<double>(market.dimensions.size())), 0.6, 0.05);
}

}  // namespace
}  // namespace jobcarve::test
