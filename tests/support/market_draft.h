// market_draft.h: a random market while it is being made, piece by piece. Private to RandomMarket (random_market.h).
#ifndef JOBCARVE_TESTS_SUPPORT_MARKET_DRAFT_H_
#define JOBCARVE_TESTS_SUPPORT_MARKET_DRAFT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "jobcarve/base/rng.h"
#include "jobcarve/model/market.h"
#include "support/random_market.h"
#include "support/random_pick.h"

namespace jobcarve::test {

// What is there so far, and the draws that several pieces need.
struct MarketDraft {
  Rng rng;
  RandomMarketOptions options = {};
  Market market = {};
  std::vector<std::string> dates = {};  // Ascending; as_of first.
  Location centre = {};

  // True as often as features of this kind should be on.
  bool On() { return rng.Chance(options.intensity); }
  bool Rarely() { return rng.Chance(options.intensity / 3); }

  Location RandomLocation();
  std::string RandomTag();
  std::vector<std::string> RandomTags(int64_t most);
  std::vector<Window> RandomWeek();
  RoleRules RandomRoleRules();
};

// In this order, each after dimensions; jobs need employers and sites as well.
void AddAdjustments(MarketDraft& draft);
void AddJobs(MarketDraft& draft);
void AddPools(MarketDraft& draft);
void AddCandidates(MarketDraft& draft);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_MARKET_DRAFT_H_
