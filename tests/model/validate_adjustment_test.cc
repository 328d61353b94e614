#include "support/fault_cases.h"

namespace jobcarve {
namespace {

using test::AdjustmentOf;
using test::ExpectFaults;
using test::ExpectSound;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(ValidateAdjustmentTest, OwnFields) {
  ExpectFaults({
      {"repeated", [](Market& m) { m.adjustments[1].id = "trolley"; }, "adjustments[1].id",
       "'trolley' is already the id of adjustments[0] (adjustment 'trolley')"},
      {"no name", [](Market& m) { m.adjustments[0].name = ""; }, "adjustments[0].name", "is missing (adjustment 'trolley')"},
      {"no kind", [](Market& m) { m.adjustments[0].kind = AdjustmentKind::kUnspecified; }, "adjustments[0].kind",
       "is missing (adjustment 'trolley')"},
      {"unknown kind", [](Market& m) { m.adjustments[0].kind = static_cast<AdjustmentKind>(-1); }, "adjustments[0].kind",
       "-1 is not one of the numbers 1..3 that have a meaning (adjustment 'trolley')"},
      {"too dear", [](Market& m) { m.adjustments[0].one_off = Pence{1'000'000'001}; }, "adjustments[0].one_off_pence",
       "1000000001 is outside 0..1000000000 (adjustment 'trolley')"},
      {"too dear weekly", [](Market& m) { m.adjustments[0].weekly = Pence{10'000'001}; }, "adjustments[0].weekly_pence",
       "10000001 is outside 0..10000000 (adjustment 'trolley')"},
      {"nobody pays", [](Market& m) { m.adjustments[0].funder = Funder::kUnspecified; }, "adjustments[0].funder",
       "is missing (adjustment 'trolley')"},
      {"somebody unknown pays", [](Market& m) { m.adjustments[1].funder = static_cast<Funder>(4); }, "adjustments[1].funder",
       "4 is not one of the numbers 0..3 that have a meaning (adjustment 'reader')"},
      {"too slow", [](Market& m) { m.adjustments[0].lead_time = Days{3651}; }, "adjustments[0].lead_time_days",
       "3651 is outside 0..3650 (adjustment 'trolley')"},
      {"before it began", [](Market& m) { m.adjustments[0].lead_time = Days{-1}; }, "adjustments[0].lead_time_days",
       "-1 is outside 0..3650 (adjustment 'trolley')"},
      {"co-workers' week", [](Market& m) { m.adjustments[0].coworker_minutes = Minutes{10081}; },
       "adjustments[0].coworker_minutes", "10081 is outside 0..10080 (adjustment 'trolley')"},
      {"coach's week", [](Market& m) { m.adjustments[0].support_minutes = Minutes{-1}; }, "adjustments[0].support_minutes",
       "-1 is outside 0..10080 (adjustment 'trolley')"},
      {"unknown limb", [](Market& m) { m.adjustments[0].legal_limb = static_cast<LegalLimb>(4); }, "adjustments[0].legal_limb",
       "4 is not one of the numbers 0..3 that have a meaning (adjustment 'trolley')"},
  });
  ExpectSound({
      {"dearest and slowest",
       [](Market& m) {
         m.adjustments[0].one_off = Pence{1'000'000'000};
         m.adjustments[0].weekly = Pence{10'000'000};
         m.adjustments[0].lead_time = Days{3650};
         m.adjustments[0].coworker_minutes = Minutes{10080};
         m.adjustments[0].support_minutes = Minutes{10080};
         m.adjustments[0].legal_limb = LegalLimb::kAuxiliaryAid;
       }},
      {"free with a funder", [](Market& m) { m.adjustments[1].funder = Funder::kProvider; }},
  });
}

TEST(ValidateAdjustmentTest, LeadTimes) {
  const auto slow = [](Market& m) -> Adjustment& {
    m.adjustments[0].lead_time = Days{20};
    m.adjustments[0].interim = {.text = "lift by two", .lead_time = Days{2}};
    return m.adjustments[0];
  };
  ExpectFaults({
      {"late before the median", [=](Market& m) { slow(m).late_lead_time = Days{19}; }, "adjustments[0].lead_time_p90_days",
       "19 is outside 20..3650 (adjustment 'trolley')"},
      {"too late", [=](Market& m) { slow(m).late_lead_time = Days{3651}; }, "adjustments[0].lead_time_p90_days",
       "3651 is outside 20..3650 (adjustment 'trolley')"},
      {"an interim measure later than what it bridges", [=](Market& m) { slow(m).interim->lead_time = Days{21}; },
       "adjustments[0].interim.lead_time_days", "21 is outside 0..20 (adjustment 'trolley')"},
      {"an interim measure without words", [=](Market& m) { slow(m).interim->text = ""; }, "adjustments[0].interim.text",
       "is missing (adjustment 'trolley')"},
  });
  ExpectSound({
      {"as late as the median", [=](Market& m) { slow(m).late_lead_time = Days{20}; }},
      {"at once", [=](Market& m) { slow(m).interim->lead_time = Days{0}; }},
      {"as late as the thing itself", [=](Market& m) { slow(m).interim->lead_time = Days{20}; }},
  });
}

TEST(ValidateAdjustmentTest, Effects) {
  const auto effect = [](Market& m) -> Effect& { return m.adjustments[0].effects[0]; };
  ExpectFaults({
      {"none", [](Market& m) { m.adjustments[0].effects.clear(); }, "adjustments[0].effects",
       "is empty, and no other adjustment requires this one (adjustment 'trolley')"},
      {"dimension", [=](Market& m) { effect(m).dimension_id = "flying"; }, "adjustments[0].effects[0].dimension_id",
       "there is no dimension 'flying' (adjustment 'trolley')"},
      {"raise", [=](Market& m) { effect(m).raise = Level{6}; }, "adjustments[0].effects[0].raise",
       "6 is outside 0..5 (adjustment 'trolley')"},
      {"ease", [=](Market& m) { effect(m).ease = Level{-1}; }, "adjustments[0].effects[0].ease",
       "-1 is outside 0..5 (adjustment 'trolley')"},
      {"nothing", [=](Market& m) { effect(m).raise = Level{0}; }, "adjustments[0].effects[0]",
       "does nothing: raise + ease + reduced_raise must be at least 1 (adjustment 'trolley')"},
      {"tag", [=](Market& m) { effect(m).only_tag = std::string(129, 't'); }, "adjustments[0].effects[0].only_tag",
       "'" + std::string(64, 't') + "...' has 129 bytes, allowed are 128 (adjustment 'trolley')"},
  });
  ExpectSound({
      {"whole scale", [=](Market& m) { effect(m).raise = effect(m).ease = Level{5}; }},
      {"mere prerequisite",
       [](Market& m) {
         m.adjustments[0].effects.clear();
         m.adjustments[1].requires_ids = {"trolley"};
       }},
  });
}

TEST(ValidateAdjustmentTest, References) {
  ExpectFaults({
      {"requires nobody knows what", [](Market& m) { m.adjustments[0].requires_ids = {"ramp"}; },
       "adjustments[0].requires_ids[0]", "there is no adjustment 'ramp' (adjustment 'trolley')"},
      {"requires itself", [](Market& m) { m.adjustments[0].requires_ids = {"trolley"}; }, "adjustments[0].requires_ids[0]",
       "names the adjustment itself (adjustment 'trolley')"},
      {"requires twice",
       [](Market& m) {
         m.adjustments[0].requires_ids = {"reader", "reader"};
       },
       "adjustments[0].requires_ids[1]", "'reader' repeats requires_ids[0] (adjustment 'trolley')"},
      {"excludes nobody knows what", [](Market& m) { m.adjustments[0].excludes_ids = {"ramp"}; },
       "adjustments[0].excludes_ids[0]", "there is no adjustment 'ramp' (adjustment 'trolley')"},
      {"excludes itself", [](Market& m) { m.adjustments[0].excludes_ids = {"trolley"}; }, "adjustments[0].excludes_ids[0]",
       "names the adjustment itself (adjustment 'trolley')"},
      {"excludes twice",
       [](Market& m) {
         m.adjustments[0].excludes_ids = {"reader", "reader"};
       },
       "adjustments[0].excludes_ids[1]", "'reader' repeats excludes_ids[0] (adjustment 'trolley')"},
  });
  ExpectSound({{"each requires the other",
                [](Market& m) {
                  m.adjustments[0].requires_ids = {"reader"};
                  m.adjustments[1].requires_ids = {"trolley"};
                }},
               {"exclusion said twice over", [](Market& m) {
                  m.adjustments[0].excludes_ids = {"reader"};
                  m.adjustments[1].excludes_ids = {"trolley"};
                }}});
}

TEST(ValidateAdjustmentTest, WhatIsRequiredMustNotExcludeItself) {
  ExpectFaults({
      {"requires and excludes",
       [](Market& m) {
         m.adjustments[0].requires_ids = {"reader"};
         m.adjustments[1].excludes_ids = {"trolley"};
       },
       "adjustments[0].requires_ids",
       "can never be in place: it needs 'trolley' and 'reader', which exclude each other (adjustment 'trolley')"},
      {"over two steps",
       [](Market& m) {
         m.adjustments.push_back(AdjustmentOf("screen", "reading", 1));
         m.adjustments[2].requires_ids = {"reader"};
         m.adjustments[1].requires_ids = {"trolley"};
         m.adjustments[0].excludes_ids = {"screen"};
       },
       "adjustments[2].requires_ids",
       "can never be in place: it needs 'trolley' and 'screen', which exclude each other (adjustment 'screen')"},
  });
}

// a0 <- a1 <- ... each requires the one before it.
Market ChainOf(int length) {
  Market market = test::EmptyMarket();
  for (int i = 0; i < length; ++i) {
    market.adjustments.push_back(AdjustmentOf("a" + std::to_string(i), "lifting", 1));
    if (i > 0) {
      market.adjustments.back().requires_ids = {"a" + std::to_string(i - 1)};
    }
  }
  return market;
}

TEST(ValidateAdjustmentTest, AtMostSixtyFourOthersAreRequired) {
  EXPECT_THAT(FindFaults(ChainOf(65)), IsEmpty());
  EXPECT_THAT(
      FindFaults(ChainOf(66)),
      ElementsAre(Fault{"adjustments[65].requires_ids", "more than 64 others are required, directly or not (adjustment 'a65')"}));
}

TEST(ValidateAdjustmentTest, CatalogueHasAtMostTenThousand) {
  Market market = test::EmptyMarket();
  for (int i = 0; i < 10'001; ++i) {
    market.adjustments.push_back(AdjustmentOf("a" + std::to_string(i), "lifting", 1));
  }
  EXPECT_THAT(FindFaults(market), ElementsAre(Fault{"adjustments", "10001 entries, allowed are 0..10000"}));
}

}  // namespace
}  // namespace jobcarve
