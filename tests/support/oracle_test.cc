// The oracle against numbers worked out by hand. All of them start from one pair:
//
//   ann      lifting 3 (1 on reduced days, one week in five), reading 4, noise not known; likes outdoors half, dislikes crowds
//   fully porter   carry  240 min, lifting 2, outdoors            pay 1,200 an hour, 25 minutes away, one opening
//            post    90 min, reading 1 and noise 2; essential
//            sweep   61 min, no demands, crowds
//   trolley  raises lifting by 2; 100.50 once and 0.10 a week from the employer, 30 co-worker minutes, 14 days
#include "support/oracle.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace jobcarve::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;
using testing::Pair;

Dimension DimensionOf(const std::string& id, DimensionKind kind, int64_t max_level) {
  Dimension dimension;
  dimension.id = id;
  dimension.name = id;
  dimension.kind = kind;
  dimension.max_level = Level{max_level};
  return dimension;
}

Task TaskOf(const std::string& id, int64_t minutes, const std::vector<Demand>& demands, const std::vector<std::string>& tags) {
  Task task;
  task.id = id;
  task.title = id;
  task.weekly_minutes = Minutes{minutes};
  task.demands = demands;
  task.tags = tags;
  return task;
}

Job Porter() {
  Job job;
  job.id = "porter";
  job.title = "Porter";
  job.employer_id = "hospital";
  job.site_id = "ward";
  job.openings = 1;
  job.pay_per_hour = Pence{1'200};
  job.tasks = {TaskOf("carry", 240, {{"lifting", Level{2}, Source::kStated}}, {"outdoors"}),
               TaskOf("post", 90, {{"reading", Level{1}, Source::kStated}, {"noise", Level{2}, Source::kStated}}, {}),
               TaskOf("sweep", 61, {}, {"crowds"})};
  job.tasks[1].is_essential = true;
  job.co_workers = {{"nights", Minutes{240}}, {"days", Minutes{61}}};
  return job;
}

Adjustment Trolley() {
  Adjustment adjustment;
  adjustment.id = "trolley";
  adjustment.name = "Trolley";
  adjustment.kind = AdjustmentKind::kTechnical;
  adjustment.effects = {{"lifting", Level{2}, Level{0}, ""}};
  adjustment.one_off = Pence{10'050};
  adjustment.weekly = Pence{10};
  adjustment.funder = Funder::kEmployer;
  adjustment.lead_time = Days{14};
  adjustment.coworker_minutes = Minutes{30};
  return adjustment;
}

Candidate Ann() {
  Candidate candidate;
  candidate.id = "ann";
  candidate.capabilities = {{"lifting", Level{3}, Level{1}}, {"reading", Level{4}, std::nullopt}};
  candidate.reduced_weeks = Permille{200};
  candidate.preferences = {{"outdoors", Permille{500}, false}, {"crowds", Permille{-1'000}, false}};
  candidate.preferred_weekly_minutes = Minutes{600};
  candidate.max_weekly_minutes = Minutes{2'400};
  return candidate;
}

Market OnePair() {
  Market market;
  market.as_of = "2026-02-20";
  market.dimensions = {DimensionOf("lifting", DimensionKind::kAbility, 5), DimensionOf("reading", DimensionKind::kSkill, 4),
                       DimensionOf("noise", DimensionKind::kTolerance, 3)};
  market.adjustments = {Trolley()};
  market.employers = {{"hospital", "Hospital", std::nullopt, std::nullopt}};
  market.sites = {{"ward", "Ward", std::nullopt}};
  market.jobs = {Porter()};
  market.candidates = {Ann()};
  market.travel_times = {{"ann", "ward", Minutes{25}}};
  return market;
}

OracleRole RoleOf(Form form, const std::vector<std::string>& tasks, const std::vector<std::string>& adjustments = {}) {
  OracleRole role;
  role.form = form;
  role.task_ids = tasks;
  role.adjustment_ids = adjustments;
  return role;
}

const OracleRole& Whole() {
  static const OracleRole role = RoleOf(Form::kWhole, {"carry", "post", "sweep"});
  return role;
}

std::vector<std::string> Broken(const Market& market, const OracleRole& role, const SolveOptions& options = {}) {
  return BrokenRules(market, "ann", "porter", role, options);
}

// Sum of the lines of a kind.
int64_t AmountOf(const Market& market, const OracleRole& role, int kind) {
  int64_t sum = 0;
  for (const OracleLine& line : Ledger(market, "ann", "porter", role)) {
    sum += line.kind == kind ? line.amount : 0;
  }
  return sum;
}

TEST(LedgerTest, OfTheWholeJobIsAsWorkedOutByHand) {
  // UNDER_USE  carry: s = 1000 x 1/5 = 200, 4 h x 0.3 x 200/1000; post: s = 1000 x 3/4 = 750, n = 2, 1.5 h x 0.3 x 750/2000
  // HOURS      600 - 391 = 209 minutes short, 209 x 250,000 / 60 = 870,833.3
  // PAY        391 x 1200 x 2000 / 6000
  const std::vector<OracleLine> ledger = Ledger(OnePair(), "ann", "porter", Whole());
  EXPECT_THAT(ledger, ElementsAre(OracleLine{1, "carry", "", "", 4'000'000}, OracleLine{1, "post", "", "", 1'500'000},
                                  OracleLine{1, "sweep", "", "", 1'016'667}, OracleLine{2, "carry", "", "", -240'000},
                                  OracleLine{2, "post", "", "", -168'750}, OracleLine{3, "post", "", "", -300'000},
                                  OracleLine{4, "carry", "", "outdoors", 600'000}, OracleLine{4, "sweep", "", "crowds", -305'000},
                                  OracleLine{5, "carry", "", "", -800'000}, OracleLine{6, "", "", "", -870'833},
                                  OracleLine{7, "", "", "", 156'400}, OracleLine{8, "", "", "", -250'000}));
  EXPECT_EQ(SumOf(ledger), 4'338'484);
}

TEST(LedgerTest, LowDropsTasksWithUnknownsAndTheirMinutesAndHighTheDiscount) {
  // Without post: 3,560,000 + 711,667 - 299 x 250,000 / 60 + 301 x 400 - 250,000
  EXPECT_EQ(Low(OnePair(), "ann", "porter", Whole()), 3'560'000 + 711'667 - 1'245'833 + 120'400 - 250'000);
  EXPECT_EQ(High(OnePair(), "ann", "porter", Whole()), 4'338'484 + 300'000);
}

TEST(LedgerTest, AnUnknownConditionTakesEverythingFromLow) {
  Market market = OnePair();
  market.jobs[0].conditions = {{"noise", Level{1}, Source::kStated}, {"reading", Level{1}, Source::kStated}};
  EXPECT_EQ(AmountOf(market, Whole(), 9), -250'000);                       // 1 of 2 unknown.
  EXPECT_EQ(Low(market, "ann", "porter", Whole()), -2'500'000 - 250'000);  // 10 hours short, and the journey.
}

TEST(LedgerTest, AnAdjustmentCostsMoneyDisruptionAndTimeAndMendsReducedDays) {
  const OracleRole role = RoleOf(Form::kWhole, {"carry", "post", "sweep"}, {"trolley"});
  EXPECT_EQ(AmountOf(OnePair(), role, 5), 0);          // 1 + 2 reaches 2.
  EXPECT_EQ(AmountOf(OnePair(), role, 10), -105'700);  // 10,050 + 52 x 10 = 10,570 pence at 1,000 a pound.
  EXPECT_EQ(AmountOf(OnePair(), role, 11), -50'000);
  EXPECT_EQ(AmountOf(OnePair(), role, 12), -150'000);  // 30 x 5,000
}

TEST(LedgerTest, ACarvedRoleHasItsOwnPayAndTheEmployersGain) {
  Market market = OnePair();
  market.jobs[0].carving.carved_pay_per_hour = Pence{1'000};
  const OracleRole role = RoleOf(Form::kCarved, {"carry", "sweep"});
  EXPECT_EQ(AmountOf(market, role, 7), 100'333);  // 301 x 1000 x 2000 / 6000 = 100,333.3
  EXPECT_EQ(AmountOf(market, role, 14), -200'000);
  EXPECT_EQ(AmountOf(market, role, 15), 10'033);  // 240 x 200 x 1000 / 6000 + 61 x 200 x 1000 / 6000
  market.jobs[0].carving.carved_pay_per_hour = Pence{1'201};
  EXPECT_EQ(AmountOf(market, role, 15), 0);  // Never negative.
}

TEST(LedgerTest, StrippingCostsEachHandoverAndKeepingAJobPays) {
  Market market = OnePair();
  market.candidates[0].holds_job_id = "porter";
  const OracleRole role = RoleOf(Form::kStripped, {"post"});
  const std::vector<OracleLine> ledger = Ledger(market, "ann", "porter", role);
  EXPECT_THAT(ledger, testing::IsSupersetOf({OracleLine{13, "carry", "", "", -100'000}, OracleLine{13, "sweep", "", "", -100'000},
                                             OracleLine{16, "", "", "", 5'000'000}}));
}

TEST(LedgerTest, HoursBeyondThePreferredAreDearer) {
  Market market = OnePair();
  market.candidates[0].preferred_weekly_minutes = Minutes{390};
  EXPECT_EQ(AmountOf(market, Whole(), 6), -25'000);  // 1 minute at 1,500,000 an hour.
}

TEST(LedgerTest, ATagOfTaskAndJobCountsOnceAndADemandOfLevelZeroNever) {
  Market market = OnePair();
  market.jobs[0].tags = {"outdoors"};
  market.jobs[0].tasks[2].demands = {{"noise", Level{0}, Source::kStated}};
  const std::vector<OracleLine> ledger = Ledger(market, "ann", "porter", Whole());
  int64_t outdoors = 0;
  for (const OracleLine& line : ledger) {
    outdoors += line.tag == "outdoors" ? line.amount : 0;
    EXPECT_FALSE(line.kind == 3 && line.task_id == "sweep");
  }
  EXPECT_EQ(outdoors, 391 * 2'500);  // 300,000 x 500 / 60,000 a minute.
}

TEST(FeasibleTest, TheWholeJobIsPossibleAsItStands) {
  EXPECT_THAT(Broken(OnePair(), Whole()), IsEmpty());
}

TEST(FeasibleTest, ADemandIsMetByRaisesUpToTheTopAndEasesDownToZero) {
  Market market = OnePair();
  market.jobs[0].tasks[0].demands[0].level = Level{5};
  const OracleRole with_trolley = RoleOf(Form::kWhole, {"carry", "post", "sweep"}, {"trolley"});
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("demands of task carry"));
  EXPECT_THAT(Broken(market, with_trolley), IsEmpty());  // 3 + 2 = 5.
  market.candidates[0].capabilities[0].level = Level{2};
  EXPECT_THAT(Broken(market, with_trolley), ElementsAre("demands of task carry"));
  market.adjustments[0].effects[0].ease = Level{1};  // 4 reaches 5 - 1.
  EXPECT_THAT(Broken(market, with_trolley), IsEmpty());
}

TEST(FeasibleTest, AnEffectWithATagActsOnTasksWithItAndNeverOnConditions) {
  Market market = OnePair();
  market.jobs[0].tasks[0].demands[0].level = Level{4};
  market.adjustments[0].effects[0].only_tag = "outdoors";
  const OracleRole with_trolley = RoleOf(Form::kWhole, {"carry", "post", "sweep"}, {"trolley"});
  EXPECT_THAT(Broken(market, with_trolley), IsEmpty());
  market.jobs[0].conditions = {{"lifting", Level{4}, Source::kStated}};
  EXPECT_THAT(Broken(market, with_trolley), ElementsAre("conditions"));
  market.jobs[0].conditions.clear();
  market.adjustments[0].effects[0].only_tag = "crowds";
  EXPECT_THAT(Broken(market, with_trolley), ElementsAre("demands of task carry"));
  market.jobs[0].tags = {"crowds"};
  EXPECT_THAT(Broken(market, with_trolley), IsEmpty());
}

TEST(FeasibleTest, OwnAdjustmentsHelpUnlessRuledOutOrLackingAPrerequisite) {
  Market market = OnePair();
  market.jobs[0].tasks[0].demands[0].level = Level{5};
  market.candidates[0].own_adjustment_ids = {"trolley"};
  EXPECT_THAT(Broken(market, Whole()), IsEmpty());
  const OracleRole chosen_too = RoleOf(Form::kWhole, {"carry", "post", "sweep"}, {"trolley"});
  EXPECT_THAT(Broken(market, chosen_too), ElementsAre("adjustment that is own or ruled out: trolley"));
  Adjustment ramp = Trolley();
  ramp.id = "ramp";
  ramp.effects.clear();
  market.adjustments.push_back(ramp);
  market.adjustments[0].requires_ids = {"ramp"};
  market.candidates[0].own_adjustment_ids = {"ramp", "trolley"};
  EXPECT_THAT(Broken(market, Whole()), IsEmpty());
  market.jobs[0].ruled_out_adjustment_ids = {"ramp"};
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("demands of task carry"));
}

TEST(FeasibleTest, AdjustmentsKeepTheirTiesAndLimits) {
  const OracleRole role = RoleOf(Form::kWhole, {"carry", "post", "sweep"}, {"trolley"});
  Market market = OnePair();
  SolveOptions none;
  none.max_adjustments = 0;
  EXPECT_THAT(Broken(market, role, none), ElementsAre("too many adjustments"));
  market.employers[0].max_adjustment_cost = Pence{10'570};
  market.jobs[0].max_coworker_minutes = Minutes{30};
  market.jobs[0].latest_start = "2026-03-06";  // 20 February + 14 days.
  EXPECT_THAT(Broken(market, role), IsEmpty());
  market.employers[0].max_adjustment_cost = Pence{10'569};
  market.jobs[0].max_coworker_minutes = Minutes{29};
  market.jobs[0].latest_start = "2026-03-05";
  EXPECT_THAT(Broken(market, role), ElementsAre("employer's cost limit", "co-worker minutes", "start"));
  Adjustment ramp = Trolley();
  ramp.id = "ramp";
  ramp.requires_ids = {"trolley"};
  ramp.excludes_ids = {"trolley"};
  Market two = OnePair();
  two.adjustments.push_back(ramp);
  EXPECT_THAT(Broken(two, RoleOf(Form::kWhole, {"carry", "post", "sweep"}, {"ramp"})),
              ElementsAre("prerequisite missing: trolley"));
  EXPECT_THAT(Broken(two, RoleOf(Form::kWhole, {"carry", "post", "sweep"}, {"ramp", "trolley"})),
              ElementsAre("excluded together: ramp", "excluded together: trolley"));
}

TEST(FeasibleTest, HoursAndEarningsAreInclusiveAtTheirLimits) {
  Market market = OnePair();
  market.candidates[0].min_weekly_minutes = Minutes{391};
  market.candidates[0].max_weekly_minutes = Minutes{391};
  market.candidates[0].max_weekly_earnings = Pence{7'820};  // 391 x 1200 / 60.
  EXPECT_THAT(Broken(market, Whole()), IsEmpty());
  market.candidates[0].max_weekly_minutes = Minutes{390};
  market.candidates[0].max_weekly_earnings = Pence{7'819};
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("hours", "earnings cap"));
}

TEST(FeasibleTest, WindowsMustHoldEachTaskAndTheSum) {
  Market market = OnePair();
  market.candidates[0].availability = {{Minutes{0}, Minutes{300}}, {Minutes{1'440}, Minutes{1'531}}};
  EXPECT_THAT(Broken(market, Whole()), IsEmpty());  // 391 minutes.
  market.candidates[0].availability[1].end = Minutes{1'530};
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("windows of job"));
  market.candidates[0].availability.clear();
  market.jobs[0].windows = {{Minutes{100}, Minutes{1'000}}};
  market.jobs[0].tasks[1].windows = {{Minutes{50}, Minutes{189}}};
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("windows of task post"));
}

TEST(FeasibleTest, LinksWordsPayAndJourneyHold) {
  Market market = OnePair();
  market.jobs[0].links = {{LinkKind::kNeeds, "carry", "post"}, {LinkKind::kBond, "sweep", "carry"}};
  EXPECT_THAT(Broken(market, RoleOf(Form::kCarved, {"carry"})), ElementsAre("need unmet: carry", "bond torn: sweep"));
  EXPECT_THAT(Broken(market, RoleOf(Form::kCarved, {"post"})), IsEmpty());
  market.candidates[0].preferences[1].is_non_negotiable = true;
  market.candidates[0].min_pay_per_hour = Pence{1'201};
  market.candidates[0].max_travel = Minutes{24};
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("non-negotiable: sweep", "journey", "pay"));
}

TEST(FeasibleTest, StrippingHandsOverEachTaskWholeAndBondedOnesTogether) {
  Market market = OnePair();
  using Handed = std::vector<std::pair<std::string, std::string>>;
  EXPECT_THAT(Handovers(market, "porter", RoleOf(Form::kStripped, {"post"})),
              Optional(Handed{{"carry", "nights"}, {"sweep", "days"}}));  // nights is full after carry.
  EXPECT_THAT(Broken(market, RoleOf(Form::kStripped, {"carry"})), ElementsAre("essential task not in the role: post"));
  market.jobs[0].links = {{LinkKind::kBond, "carry", "sweep"}};
  EXPECT_THAT(Broken(market, RoleOf(Form::kStripped, {"post"})), ElementsAre("cannot be handed over"));
  market.jobs[0].co_workers[0].spare_minutes = Minutes{301};
  EXPECT_THAT(Handovers(market, "porter", RoleOf(Form::kStripped, {"post"})),
              Optional(Handed{{"carry", "nights"}, {"sweep", "nights"}}));
}

TEST(FeasibleTest, CarvingKeepsTheResidualsRules) {
  Market market = OnePair();
  Job& job = market.jobs[0];
  const OracleRole role = RoleOf(Form::kCarved, {"carry"});  // post and sweep stay: 151 minutes.
  job.tasks[1].pleasant_minutes = Minutes{30};
  job.tasks[2].unpleasant_minutes = Minutes{50};  // 50 / 151 = 331.1 per mille.
  job.carving.min_role_minutes = Minutes{240};
  job.carving.residual = {Minutes{151}, 2, Minutes{30}, Permille{332}};
  EXPECT_THAT(Broken(market, role), IsEmpty());
  job.carving.min_role_minutes = Minutes{241};
  job.carving.must_stay_task_ids = {"carry"};
  job.carving.residual = {Minutes{152}, 3, Minutes{31}, Permille{331}};
  EXPECT_THAT(Broken(market, role), ElementsAre("must stay: carry", "smallest role", "residual minutes", "residual variety",
                                                "residual respite", "residual unpleasant share"));
  EXPECT_THAT(Broken(OnePair(), RoleOf(Form::kCarved, {"carry", "post", "sweep"})), ElementsAre("carved out whole"));
}

TEST(FeasibleTest, APostThatIsFilledIsCarvedOrKept) {
  Market market = OnePair();
  market.jobs[0].openings = 0;
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("no opening"));
  EXPECT_THAT(Broken(market, RoleOf(Form::kCarved, {"carry"})), IsEmpty());
  market.candidates[0].holds_job_id = "porter";
  EXPECT_THAT(Broken(market, Whole()), IsEmpty());
  Candidate other = Ann();
  other.id = "bob";
  market.candidates.push_back(other);
  EXPECT_THAT(BrokenRules(market, "bob", "porter", RoleOf(Form::kCarved, {"carry"})), ElementsAre("held by ann"));
  market.jobs[0].carving.forms = {Form::kStripped};
  EXPECT_THAT(Broken(market, Whole()), ElementsAre("form not allowed"));
}

TEST(JourneyTest, IsTheQuickestModeOverTheDetour) {
  // One hundredth of a degree north is 1111.95 m; with 1300 per mille 1445.5, so 1446 m.
  Market market = OnePair();
  market.travel_times.clear();
  market.sites[0].location = Location{52.01, -1.0};
  market.candidates[0].home = Location{52.0, -1.0};
  EXPECT_EQ(JourneyMinutes(market, "ann", "porter"), std::nullopt);  // No mode.
  market.candidates[0].travel_modes = {{"bus", 300, Minutes{15}}, {"on foot", 80, Minutes{0}}};
  EXPECT_THAT(JourneyMinutes(market, "ann", "porter"), Optional(19));  // ceil(1446 / 80) = 19 before 15 + 5.
  market.sites[0].location = Location{0.0, 179.995};
  market.candidates[0].home = Location{0.0, -179.995};
  EXPECT_THAT(JourneyMinutes(market, "ann", "porter"), Optional(19));  // The short way round.
}

TEST(DateTest, CountsDaysAcrossLeapYears) {
  EXPECT_EQ(DayNumber("1970-01-01"), 0);
  EXPECT_EQ(DayNumber("1969-12-31"), -1);
  EXPECT_EQ(DayNumber("2000-03-01"), 11'017);
  EXPECT_EQ(DayNumber("2028-03-01") - DayNumber("2028-02-28"), 2);
  EXPECT_EQ(DayNumber("1900-03-01") - DayNumber("1900-02-28"), 1);
}

TEST(BestRoleTest, TiesGoToFewestAdjustmentsThenFirstOnesThenFirstTasksThenForm) {
  const OracleRole whole = RoleOf(Form::kWhole, {"a", "b"}, {"x"});
  EXPECT_TRUE(ComesFirst(RoleOf(Form::kCarved, {"b"}), whole));
  EXPECT_TRUE(ComesFirst(RoleOf(Form::kCarved, {"b"}, {"w"}), whole));
  EXPECT_TRUE(ComesFirst(whole, RoleOf(Form::kCarved, {"a"}, {"x"})));  // b is in the first only.
  EXPECT_TRUE(ComesFirst(RoleOf(Form::kCarved, {"a"}, {"x"}), RoleOf(Form::kCarved, {"b", "c"}, {"x"})));
  EXPECT_TRUE(ComesFirst(whole, RoleOf(Form::kCarved, {"a", "b"}, {"x"})));
  EXPECT_FALSE(ComesFirst(whole, whole));
}

TEST(BestRoleTest, LeavesOutADislikedTaskWhenThatPays) {
  // All weights default: sweep brings 1,016,667 - 305,000 + hours, so the whole job is best; with 10 times the dislike it goes.
  EXPECT_EQ(BestRole(OnePair(), "ann", "porter")->form, Form::kWhole);
  SolveOptions options;
  options.scoring.preference_hour = Score{3'000'000};
  const std::optional<OracleRole> role = BestRole(OnePair(), "ann", "porter", options);
  ASSERT_TRUE(role.has_value());
  EXPECT_EQ(role->form, Form::kStripped);  // A handover costs less than carving.
  EXPECT_THAT(role->handed_over, ElementsAre(Pair("sweep", "days")));
  EXPECT_EQ(BestTotal(OnePair(), options), role->score);
}

}  // namespace
}  // namespace jobcarve::test
