// Every adjustment of the catalogue is tried where it is needed; combinations, prerequisites and exclusions in a solve.
#include "jobcarve/io/starter_catalogue.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/model/validate.h"
#include "jobcarve/plan/solve.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using test::CandidateOf;
using test::JobOf;
using test::TaskOf;
using testing::ElementsAre;
using testing::IsEmpty;

const Adjustment& Entry(const Market& market, const std::string& id) {
  const auto found = std::find_if(market.adjustments.begin(), market.adjustments.end(),
                                  [&](const Adjustment& adjustment) { return adjustment.id == id; });
  EXPECT_NE(found, market.adjustments.end()) << id;
  return *found;
}

// One job with one task, one person; every adjustment of the catalogue.
Market Needing(const std::string& dimension, int64_t asked, int64_t there) {
  Market market = test::EmptyMarket();
  AddStarterCatalogue(market);
  market.jobs = {JobOf("job", {TaskOf("task", 900, {{dimension, asked}})})};
  market.candidates = {CandidateOf("ada", 900, {{dimension, there}})};
  return market;
}

std::vector<std::string> ChosenIn(const Market& market) {
  const absl::StatusOr<PairAnswer> answer = SolvePair(market, "ada", "job");
  EXPECT_OK(answer);
  std::vector<std::string> ids;
  if (answer.ok() && answer->proposal.has_value()) {
    for (const ProposedAdjustment& adjustment : answer->proposal->adjustments) {
      ids.push_back(adjustment.adjustment_id);
    }
  }
  return ids;
}

// Rules out all but these.
void KeepOnly(Market& market, const std::set<std::string>& ids) {
  for (const Adjustment& adjustment : market.adjustments) {
    if (ids.count(adjustment.id) == 0) {
      market.jobs[0].ruled_out_adjustment_ids.push_back(adjustment.id);
    }
  }
}

TEST(StarterCatalogueTest, IsASoundMarketOfManyAdjustmentsOfEachKind) {
  const Market& catalogue = StarterCatalogue();
  EXPECT_THAT(FindFaults(catalogue), IsEmpty());
  EXPECT_GE(catalogue.adjustments.size(), 60u);
  for (const AdjustmentKind kind : {AdjustmentKind::kOrganisational, AdjustmentKind::kTechnical, AdjustmentKind::kSupport}) {
    EXPECT_GE(std::count_if(catalogue.adjustments.begin(), catalogue.adjustments.end(),
                            [kind](const Adjustment& adjustment) { return adjustment.kind == kind; }),
              10);
  }
  for (const Dimension& dimension : catalogue.dimensions) {
    EXPECT_FALSE(dimension.anchors.empty()) << dimension.id;
  }
  for (const Adjustment& adjustment : catalogue.adjustments) {
    EXPECT_NE(adjustment.legal_limb, LegalLimb::kUnspecified) << adjustment.id;
  }
}

// The levels are there on ordinary days, and must be on reduced ones, where nothing is.
Market NeedingOnReducedDays(const std::string& dimension, int64_t levels) {
  Market market = Needing(dimension, levels, levels);
  market.jobs[0].tasks[0].is_essential = true;
  market.jobs[0].essential_must_hold = true;
  market.candidates[0].reduced_weeks = Permille{200};
  market.candidates[0].capabilities[0].reduced_level = Level{0};
  return market;
}

// The person is short of exactly what the adjustment gives on its first dimension, on reduced days where it gives nothing on
// others or only covers; nothing else may be used but what it requires.
TEST(StarterCatalogueTest, EveryAdjustmentClosesAGap) {
  for (const Adjustment& adjustment : StarterCatalogue().adjustments) {
    SCOPED_TRACE(adjustment.id);
    Effect effect;
    effect.dimension_id = "onet:1.A.3.b.1";
    effect.reduced_raise = Level{5};
    if (!adjustment.effects.empty()) {
      effect = adjustment.effects[0];
    }
    const int64_t levels = (effect.raise + effect.ease).count();
    Market market = levels > 0 ? Needing(effect.dimension_id, levels, 0)
                               : NeedingOnReducedDays(effect.dimension_id, effect.reduced_raise.count());
    KeepOnly(market, {adjustment.id});
    if (!adjustment.requires_ids.empty()) {
      market.jobs[0].ruled_out_adjustment_ids.clear();
      KeepOnly(market, {adjustment.id, adjustment.requires_ids[0]});
    }
    EXPECT_THAT(ChosenIn(market), testing::Contains(adjustment.id));
  }
}

TEST(StarterCatalogueTest, TwoTogetherCloseAGapThatNeitherClosesAlone) {
  const Market market = Needing("onet:1.A.3.a.1", 9, 0);  // A tug takes off 6, lifting in twos 3.
  Market both = market;
  KeepOnly(both, {"lift-in-twos", "powered-tug"});
  EXPECT_THAT(ChosenIn(both), ElementsAre("lift-in-twos", "powered-tug"));
  for (const Adjustment& adjustment : market.adjustments) {
    Market alone = market;
    KeepOnly(alone, {adjustment.id});
    EXPECT_THAT(ChosenIn(alone), IsEmpty()) << adjustment.id;
  }
  EXPECT_THAT(ChosenIn(market), testing::SizeIs(testing::Gt(1)));  // Of the whole catalogue, what costs least.
}

TEST(StarterCatalogueTest, WhatIsRequiredComesWithIt) {
  Market market = Needing("onet:1.A.4.a.1", 9, 0);
  KeepOnly(market, {"screen-reader", "software-that-listens"});
  EXPECT_THAT(ChosenIn(market), ElementsAre("screen-reader", "software-that-listens"));
  market.jobs[0].ruled_out_adjustment_ids.push_back("software-that-listens");
  EXPECT_THAT(ChosenIn(market), IsEmpty());
}

TEST(StarterCatalogueTest, WhatExcludesEachOtherIsNotCombined) {
  Market market = Needing("onet:4.C.2.b.1.a", 3, 0);  // Ear defenders 1, headphones 2.
  KeepOnly(market, {"ear-defenders", "noise-cancelling"});
  EXPECT_THAT(ChosenIn(market), IsEmpty());
  for (Adjustment& adjustment : market.adjustments) {
    adjustment.excludes_ids.clear();
  }
  EXPECT_THAT(ChosenIn(market), ElementsAre("ear-defenders", "noise-cancelling"));
}

TEST(StarterCatalogueTest, AMarketFileGetsItByAsking) {
  const std::string text = R"({"as_of": "2026-11-02", "use_starter_catalogue": true,
    "adjustments": [{"id": "trolley", "name": "Our trolley", "kind": "TECHNICAL", "one_off_pence": 1, "funder": "EMPLOYER",
                     "effects": [{"dimension_id": "onet:1.A.3.a.1", "ease": 4}]}]})";
  ASSERT_OK_AND_ASSIGN(const Market market, ParseMarket(text, Format::kJson));
  EXPECT_THAT(FindFaults(market), IsEmpty());
  EXPECT_EQ(market.dimensions.size(), StarterCatalogue().dimensions.size());
  EXPECT_EQ(market.adjustments.size(), StarterCatalogue().adjustments.size());
  EXPECT_EQ(Entry(market, "trolley").name, "Our trolley");
  EXPECT_EQ(market.adjustments[0].id, "trolley");
  ASSERT_OK_AND_ASSIGN(const Market without, ParseMarket(R"({"as_of": "2026-11-02"})", Format::kJson));
  EXPECT_THAT(without.adjustments, IsEmpty());
}

TEST(StarterCatalogueTest, AMarketThatAskedIsWrittenWithItInside) {
  ASSERT_OK_AND_ASSIGN(const Market market,
                       ParseMarket(R"({"as_of": "2026-11-02", "use_starter_catalogue": true})", Format::kJson));
  for (const Format format : {Format::kJson, Format::kText, Format::kBinary}) {
    ASSERT_OK_AND_ASSIGN(const std::string bytes, FormatMarket(market, format));
    ASSERT_OK_AND_ASSIGN(const Market back, ParseMarket(bytes, format));
    EXPECT_EQ(Fingerprint(back), Fingerprint(market));
  }
}

}  // namespace
}  // namespace jobcarve::io
