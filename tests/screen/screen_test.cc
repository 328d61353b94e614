#include "jobcarve/screen/screen.h"

#include <gtest/gtest.h>

#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

// One job of 300 + 300 minutes, pay 12.60, and "ann", who can do it.
Market OnePair() {
  Market market = EmptyMarket();
  market.jobs.push_back(JobOf("job", {TaskOf("a", 300), TaskOf("b", 300)}));
  market.candidates.push_back(CandidateOf("ann", 900, {{"noise", 1}}));
  return market;
}

std::vector<Barrier> Barriers(const Market& market, const Waiver& waived = {}) {
  return ScreenPair(CompileOrDie(market), CandidateIndex(0), JobIndex(0), {}, waived);
}

// The only barrier, which goes away when it is waived.
Barrier OnlyBarrier(const Market& market) {
  const std::vector<Barrier> barriers = Barriers(market);
  EXPECT_EQ(barriers.size(), 1U);
  if (barriers.empty()) {
    return {};
  }
  Waiver waived;
  waived.Add(barriers.front());
  EXPECT_TRUE(Barriers(market, waived).empty());
  return barriers.front();
}

TEST(ScreenTest, APossiblePairHasNoBarrier) {
  EXPECT_TRUE(Barriers(OnePair()).empty());
}

TEST(ScreenTest, HoursAreComparedWithTheShortestAndLongestRole) {
  Market market = OnePair();
  market.candidates[0].min_weekly_minutes = Minutes{601};
  EXPECT_EQ(OnlyBarrier(market), (Barrier{.kind = BarrierKind::kFewestHours, .found = 600, .needed = 601}));
  market = OnePair();
  market.candidates[0].max_weekly_minutes = Minutes{299};
  market.candidates[0].preferred_weekly_minutes = Minutes{299};
  EXPECT_EQ(OnlyBarrier(market), (Barrier{.kind = BarrierKind::kMostHours, .found = 299, .needed = 300}));
}

TEST(ScreenTest, WindowsMustShareTheShortestRole) {
  Market market = OnePair();
  market.candidates[0].availability = {{.start = Minutes{0}, .end = Minutes{299}}};
  EXPECT_EQ(OnlyBarrier(market), (Barrier{.kind = BarrierKind::kAvailability, .found = 299, .needed = 300}));
}

TEST(ScreenTest, AJourneyBeyondTheLimitIsABarrierAndAnUnknownOneIsNot) {
  Market market = OnePair();
  market.candidates[0].max_travel = Minutes{30};
  EXPECT_TRUE(Barriers(market).empty());
  market.travel_times = {{.candidate_id = "ann", .site_id = "site", .minutes = Minutes{31}}};
  EXPECT_EQ(OnlyBarrier(market), (Barrier{.kind = BarrierKind::kJourney, .found = 31, .needed = 30}));
}

TEST(ScreenTest, PayIsABarrierWhenNoFormPaysEnough) {
  Market market = OnePair();
  market.candidates[0].min_pay_per_hour = Pence{1300};
  EXPECT_EQ(OnlyBarrier(market), (Barrier{.kind = BarrierKind::kPay, .found = 1260, .needed = 1300}));
  market.jobs[0].carving.carved_pay_per_hour = Pence{1300};
  EXPECT_TRUE(Barriers(market).empty());
}

TEST(ScreenTest, AnEarningsCapAllowsSoManyMinutes) {
  Market market = OnePair();
  market.candidates[0].max_weekly_earnings = Pence{6299};
  EXPECT_EQ(OnlyBarrier(market), (Barrier{.kind = BarrierKind::kEarningsCap, .found = 299, .needed = 300}));
}

TEST(ScreenTest, StartHolderAndPolicyCanStandInTheWay) {
  Market market = OnePair();
  market.jobs[0].latest_start = "2026-11-09";
  market.candidates[0].available_from = "2026-11-12";
  EXPECT_EQ(OnlyBarrier(market), (Barrier{.kind = BarrierKind::kStart, .found = 10, .needed = 7}));
  market = OnePair();
  market.jobs[0].openings = 0;
  market.candidates.push_back(CandidateOf("bob", 900));
  market.candidates[1].holds_job_id = "job";
  EXPECT_EQ(OnlyBarrier(market).kind, BarrierKind::kHeld);
  market = OnePair();
  market.jobs[0].openings = 0;
  market.jobs[0].carving.forms = {Form::kWhole, Form::kStripped};
  EXPECT_EQ(OnlyBarrier(market).kind, BarrierKind::kEmployerRules);
}

TEST(ScreenTest, AConditionStandsWhenAllAdjustmentsTogetherDoNotReachIt) {
  Market market = OnePair();
  market.jobs[0].conditions = {{.dimension_id = "noise", .level = Level{4}}};
  market.adjustments = {AdjustmentOf("one", "noise", 1), AdjustmentOf("two", "noise", 1)};
  const Barrier barrier = OnlyBarrier(market);
  EXPECT_EQ(barrier.kind, BarrierKind::kCondition);
  EXPECT_EQ(barrier.found, 3);
  EXPECT_EQ(barrier.needed, 4);
  market.adjustments[1].effects[0].raise = Level{2};
  EXPECT_TRUE(Barriers(market).empty());
}

TEST(ScreenTest, ListsWhatIsPossible) {
  Market market = OnePair();
  market.jobs.push_back(JobOf("too_long", {TaskOf("a", 1000)}));
  const CompiledMarket compiled = CompileOrDie(market);
  ASSERT_OK_AND_ASSIGN(const Screening screening, Screen(compiled));
  EXPECT_EQ(screening.possible[CandidateIndex(0)], std::vector<JobIndex>{JobAt(compiled, "job")});
}

TEST(JourneyTest, TakesTheQuickestModeOverTheRoad) {
  Market market = OnePair();
  market.sites[0].location = Location{.latitude = 51.5, .longitude = 0};
  market.candidates[0].home = Location{.latitude = 51.51, .longitude = 0};
  market.candidates[0].travel_modes = {{.name = "on foot", .metres_per_minute = 80, .fixed = Minutes{0}},
                                       {.name = "bus", .metres_per_minute = 300, .fixed = Minutes{10}}};
  // 0.01 degrees are 1,111.95 m, 1,446 m with the detour: 19 minutes on foot, 15 by bus.
  EXPECT_EQ(JourneyMinutes(CompileOrDie(market), CandidateIndex(0), SiteIndex(0)), Minutes{15});
}

TEST(JourneyTest, GoesTheShortWayRoundTheEarth) {
  Market market = OnePair();
  market.sites[0].location = Location{.latitude = 0, .longitude = 179.995};
  market.candidates[0].home = Location{.latitude = 0, .longitude = -179.995};
  market.candidates[0].travel_modes = {{.name = "boat", .metres_per_minute = 100, .fixed = Minutes{0}}};
  EXPECT_EQ(JourneyMinutes(CompileOrDie(market), CandidateIndex(0), SiteIndex(0)), Minutes{15});
}

TEST(WindowsTest, CountWhatBothListsShare) {
  const std::vector<Window> a = {{.start = Minutes{0}, .end = Minutes{100}}, {.start = Minutes{200}, .end = Minutes{300}}};
  const std::vector<Window> b = {{.start = Minutes{50}, .end = Minutes{250}}, {.start = Minutes{290}, .end = Minutes{400}}};
  EXPECT_EQ(CommonMinutes(a, b), Minutes{110});
  EXPECT_EQ(CommonMinutes(a, {}), Minutes{0});
}

TEST(OwnAdjustmentsTest, FallAwayWithWhatTheyRestOn) {
  Market market = OnePair();
  market.adjustments = {AdjustmentOf("aid", "noise", 1), AdjustmentOf("mount", "noise", 1), AdjustmentOf("solo", "noise", 1)};
  market.adjustments[0].requires_ids = {"mount"};
  market.candidates[0].own_adjustment_ids = {"aid", "mount", "solo"};
  EXPECT_EQ(OwnAdjustmentsInForce(CompileOrDie(market), CandidateIndex(0), JobIndex(0)).size(), 3U);
  market.jobs[0].ruled_out_adjustment_ids = {"mount"};
  const CompiledMarket compiled = CompileOrDie(market);
  EXPECT_EQ(OwnAdjustmentsInForce(compiled, CandidateIndex(0), JobIndex(0)), std::vector{AdjustmentAt(compiled, "solo")});
}

}  // namespace
}  // namespace jobcarve::test
