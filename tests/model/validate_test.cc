#include "jobcarve/model/validate.h"

#include <cmath>
#include <limits>

#include "support/fault_cases.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::EmptyMarket;
using test::ExpectFaults;
using test::ExpectSound;
using test::SmallMarket;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(ValidateTest, SoundMarketsHaveNoFaults) {
  EXPECT_THAT(FindFaults(SmallMarket()), IsEmpty());
  EXPECT_THAT(FindFaults(EmptyMarket()), IsEmpty());
  EXPECT_OK(Validate(SmallMarket()));
}

TEST(ValidateTest, ListsEveryFaultInTheOrderOfTheInput) {
  Market market = SmallMarket();
  market.candidates[0].reduced_weeks = Permille{1001};
  market.jobs[0].openings = -1;
  market.title = std::string(513, 'x');
  const std::vector<Fault> faults = FindFaults(market);
  ASSERT_EQ(faults.size(), 3U);
  EXPECT_EQ(faults[0].path, "title");
  EXPECT_EQ(faults[1].path, "jobs[0].openings");
  EXPECT_EQ(faults[2].path, "candidates[0].reduced_weeks_permille");
  EXPECT_THAT(FindFaults(market, 1), ElementsAre(faults[0]));
  EXPECT_THAT(FindFaults(market, 0), IsEmpty());
}

TEST(ValidateTest, SaysHowManyFaultsAreNotListed) {
  Market market = SmallMarket();
  market.jobs[0].tasks[0].demands.assign(kMaxFaults + 8, {.dimension_id = "lifting", .level = Level{1}});
  const FaultReport report = ReportFaults(market);
  EXPECT_EQ(report.first.size(), static_cast<size_t>(kMaxFaults));
  EXPECT_EQ(report.count, kMaxFaults + 7);
  EXPECT_THAT(Validate(market).message(), HasSubstr("\nand 7 more"));
  EXPECT_EQ(Validate(market).code(), absl::StatusCode::kInvalidArgument);
}

TEST(ValidateTest, Market) {
  ExpectFaults({
      {"title too long", [](Market& m) { m.title = std::string(513, 'x'); }, "title",
       "'" + std::string(64, 'x') + "...' has 513 bytes, allowed are 512"},
      {"no as_of", [](Market& m) { m.as_of = ""; }, "as_of", "is missing"},
      {"as_of no date", [](Market& m) { m.as_of = "2 Nov"; }, "as_of", "'2 Nov' is not a date of the form YYYY-MM-DD"},
      {"as_of no day", [](Market& m) { m.as_of = "2026-02-29"; }, "as_of", "'2026-02-29': there is no such day"},
      {"as_of too late", [](Market& m) { m.as_of = "2190-01-01"; }, "as_of", "'2190-01-01' is after 2189-12-31"},
      {"as_of not text", [](Market& m) { m.as_of = "\xff"; }, "as_of", "is not a date of the form YYYY-MM-DD"},
  });
  ExpectSound({
      {"longest title", [](Market& m) { m.title = std::string(512, 'x'); }},
      {"latest as_of", [](Market& m) { m.as_of = "2189-12-31"; }},
      {"leap day", [](Market& m) { m.as_of = "2028-02-29"; }},
  });
}

TEST(ValidateTest, ThereIsAtLeastOneDimension) {
  Market market;
  market.as_of = "2026-11-02";
  EXPECT_THAT(FindFaults(market), ElementsAre(Fault{"dimensions", "0 entries, allowed are 1..10000"}));
  for (int i = 0; i < 10'001; ++i) {
    market.dimensions.push_back(test::DimensionOf("d" + std::to_string(i)));
  }
  EXPECT_THAT(FindFaults(market), ElementsAre(Fault{"dimensions", "10001 entries, allowed are 1..10000"}));
  market.dimensions.pop_back();
  EXPECT_THAT(FindFaults(market), IsEmpty());
}

TEST(ValidateTest, IdsAndTexts) {
  ExpectFaults({
      {"empty", [](Market& m) { m.dimensions[3].id = ""; }, "dimensions[3].id", "is missing"},
      {"long", [](Market& m) { m.dimensions[3].id = std::string(129, 'i'); }, "dimensions[3].id",
       "'" + std::string(64, 'i') + "...' has 129 bytes, allowed are 128 (dimension '" + std::string(64, 'i') + "...')"},
      {"not UTF-8", [](Market& m) { m.dimensions[3].id = "dr\xffive"; }, "dimensions[3].id",
       "'dr\\xffive' is not UTF-8 (dimension 'dr\\xffive')"},
      {"control", [](Market& m) { m.dimensions[3].id = "a\tb"; }, "dimensions[3].id",
       "'a\\tb' has a control character (dimension 'a\\tb')"},
      {"repeated", [](Market& m) { m.dimensions[3].id = "reading"; }, "dimensions[3].id",
       "'reading' is already the id of dimensions[1] (dimension 'reading')"},
      {"employer repeated", [](Market& m) { m.employers.push_back(m.employers[0]); }, "employers[1].id",
       "'employer' is already the id of employers[0] (employer 'employer')"},
      {"site repeated", [](Market& m) { m.sites.push_back(m.sites[0]); }, "sites[1].id",
       "'site' is already the id of sites[0] (site 'site')"},
      {"long text", [](Market& m) { m.sites[0].name = std::string(1025, 'n'); }, "sites[0].name",
       "'" + std::string(64, 'n') + "...' has 1025 bytes, allowed are 1024 (site 'site')"},
      {"control in text", [](Market& m) { m.sites[0].name = "a\x7f"; }, "sites[0].name",
       "'a\\x7f' has a control character (site 'site')"},
  });
  ExpectSound({
      {"longest id", [](Market& m) { m.dimensions[3].id = std::string(128, 'i'); }},
      {"any language", [](Market& m) { m.dimensions[3].id = "Lenkrad-Führen 車"; }},
      {"longest text", [](Market& m) { m.sites[0].name = std::string(1024, 'n'); }},
  });
}

TEST(ValidateTest, Dimensions) {
  ExpectFaults({
      {"no name", [](Market& m) { m.dimensions[0].name = ""; }, "dimensions[0].name", "is missing (dimension 'lifting')"},
      {"no kind", [](Market& m) { m.dimensions[0].kind = DimensionKind::kUnspecified; }, "dimensions[0].kind",
       "is missing (dimension 'lifting')"},
      {"unknown kind", [](Market& m) { m.dimensions[0].kind = static_cast<DimensionKind>(6); }, "dimensions[0].kind",
       "6 is not one of the numbers 1..5 that have a meaning (dimension 'lifting')"},
      {"no scale", [](Market& m) { m.dimensions[3].max_level = Level{0}; }, "dimensions[3].max_level",
       "0 is outside 1..100 (dimension 'driving')"},
      {"long scale", [](Market& m) { m.dimensions[3].max_level = Level{101}; }, "dimensions[3].max_level",
       "101 is outside 1..100 (dimension 'driving')"},
      {"anchor off the scale",
       [](Market& m) {
         m.dimensions[0].anchors = {{Level{6}, "all"}};
       },
       "dimensions[0].anchors[0].level", "6 is outside 0..5 (dimension 'lifting')"},
      {"anchors not ascending",
       [](Market& m) {
         m.dimensions[0].anchors = {{Level{2}, "a"}, {Level{2}, "b"}};
       },
       "dimensions[0].anchors[1].level", "2 is not above 2, the level before it (dimension 'lifting')"},
      {"anchor without words",
       [](Market& m) {
         m.dimensions[0].anchors = {{Level{2}, ""}};
       },
       "dimensions[0].anchors[0].text", "is missing (dimension 'lifting')"},
  });
  ExpectSound({
      {"shortest scale", [](Market& m) { m.dimensions[3].max_level = Level{1}; }},
      {"longest scale", [](Market& m) { m.dimensions[3].max_level = Level{100}; }},
      {"anchors at both ends",
       [](Market& m) {
         m.dimensions[0].anchors = {{Level{0}, "none"}, {Level{5}, "all"}};
       }},
  });
}

TEST(ValidateTest, EmployersAndSites) {
  const double infinity = std::numeric_limits<double>::infinity();
  ExpectFaults({
      {"no name", [](Market& m) { m.employers[0].name = ""; }, "employers[0].name", "is missing (employer 'employer')"},
      {"nobody employed", [](Market& m) { m.employers[0].headcount = 0; }, "employers[0].headcount",
       "0 is outside 1..10000000 (employer 'employer')"},
      {"more than live here", [](Market& m) { m.employers[0].headcount = 10'000'001; }, "employers[0].headcount",
       "10000001 is outside 1..10000000 (employer 'employer')"},
      {"limit below 0", [](Market& m) { m.employers[0].max_adjustment_cost = Pence{-1}; }, "employers[0].max_adjustment_pence",
       "-1 is outside 0..2147483647 (employer 'employer')"},
      {"no site name", [](Market& m) { m.sites[0].name = ""; }, "sites[0].name", "is missing (site 'site')"},
      {"too far north",
       [](Market& m) {
         m.sites[0].location = {90.5, 0};
       },
       "sites[0].location.latitude", "90.5 is outside -90..90 (site 'site')"},
      {"too far west",
       [](Market& m) {
         m.sites[0].location = {0, -181};
       },
       "sites[0].location.longitude", "-181 is outside -180..180 (site 'site')"},
      {"not a number",
       [](Market& m) {
         m.sites[0].location = {std::nan(""), 0};
       },
       "sites[0].location.latitude", "nan is outside -90..90 (site 'site')"},
      {"endless",
       [=](Market& m) {
         m.sites[0].location = {0, infinity};
       },
       "sites[0].location.longitude", "inf is outside -180..180 (site 'site')"},
  });
  ExpectSound({
      {"corner",
       [](Market& m) {
         m.sites[0].location = {90, -180};
       }},
      {"other corner",
       [](Market& m) {
         m.sites[0].location = {-90, 180};
       }},
      {"one person", [](Market& m) { m.employers[0].headcount = 1; }},
      {"nothing to spend", [](Market& m) { m.employers[0].max_adjustment_cost = Pence{0}; }},
  });
}

TEST(ValidateTest, TravelTimes) {
  const auto journey = [](const std::string& candidate, const std::string& site, int64_t minutes) {
    return TravelTime{.candidate_id = candidate, .site_id = site, .minutes = Minutes{minutes}};
  };
  ExpectFaults({
      {"who", [=](Market& m) { m.travel_times = {journey("bob", "site", 1)}; }, "travel_times[0].candidate_id",
       "there is no candidate 'bob'"},
      {"where", [=](Market& m) { m.travel_times = {journey("ada", "moon", 1)}; }, "travel_times[0].site_id",
       "there is no site 'moon'"},
      {"how long", [=](Market& m) { m.travel_times = {journey("ada", "site", 10081)}; }, "travel_times[0].minutes",
       "10081 is outside 0..10080"},
      {"which",
       [=](Market& m) {
         m.travel_times = {journey("ada", "site", 1), journey("ada", "site", 1)};
       },
       "travel_times[1]", "candidate 'ada' and site 'site' already have travel_times[0]"},
  });
  ExpectSound({{"longest", [=](Market& m) { m.travel_times = {journey("ada", "site", 10080)}; }},
               {"shortest", [=](Market& m) { m.travel_times = {journey("ada", "site", 0)}; }}});
}

}  // namespace
}  // namespace jobcarve
