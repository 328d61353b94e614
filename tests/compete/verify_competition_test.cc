// VerifyCompetition takes what is true, and finds each single thing that is not.
#include "jobcarve/compete/verify_competition.h"

#include <functional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/listed_bundles.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using testing::HasSubstr;

// Three agents want two of three resources each: agent 0 may have them for 10, agents 1 and 2 for 9, or one alone for 1.
test::ListedBundles Source() {
  const ResourceIndex a(0);
  const ResourceIndex b(1);
  const ResourceIndex c(2);
  return test::ListedBundles({1, 1, 1}, {{{{.value = 10, .uses = {{a, 1}, {b, 1}}}}},
                                         {{{.value = 9, .uses = {{b, 1}, {c, 1}}}, {.value = 1, .uses = {{c, 1}}}}},
                                         {{{.value = 9, .uses = {{a, 1}, {c, 1}}}}}});
}

struct Fault {
  std::string message;
  std::function<void(Competition&)> make;
};

TEST(VerifyCompetitionTest, FindsEachFault) {
  const test::ListedBundles source = Source();
  ASSERT_OK_AND_ASSIGN(const Competition right, Compete(source));
  ASSERT_OK(VerifyCompetition(source, right));
  ASSERT_EQ(right.value, 11);
  ASSERT_GT(right.bound, 11);
  const AgentIndex agent(0);
  const AgentIndex other(2);
  const ResourceIndex resource(0);
  const std::vector<Fault> faults = {
      {"choices or surpluses", [](Competition& c) { c.choices.push_back(std::nullopt); }},
      {"choices or surpluses", [](Competition& c) { c.surpluses.push_back(0); }},
      {"prices are not as many", [](Competition& c) { c.prices.push_back(0); }},
      {"prices[0]: -1", [&](Competition& c) { c.prices[resource] = -1; }},
      {"instead of", [&](Competition& c) { c.prices[resource] += 1; }},
      {"surpluses[0]", [&](Competition& c) { c.surpluses[agent] += 1; }},
      {"there is no work 1", [&](Competition& c) { c.choices[agent]->work = 1; }},
      {"use 0 is none", [&](Competition& c) { c.choices[agent]->bundle.uses[0].amount = 2; }},
      {"use 0 is none", [&](Competition& c) { c.choices[agent]->bundle.uses[0].resource = ResourceIndex(2); }},
      {"better than any", [&](Competition& c) { c.choices[agent]->bundle.value += 100; }},
      {"out of range", [&](Competition& c) { c.choices[agent]->bundle.value = 0; }},
      {"used of 1",
       [&](Competition& c) {
         c.choices[other] = BundleChoice{.work = 0, .bundle = {.value = 1, .uses = {{ResourceIndex(0), 1}}}};
       }},
      {"value", [&](Competition& c) { c.choices[agent].reset(); }},
      {"value", [](Competition& c) { c.value += 1; }},
      {"bound", [](Competition& c) { c.bound -= 1; }},
      {"losses.chosen", [](Competition& c) { c.losses.chosen += 1; }},
      {"losses.left_out", [](Competition& c) { c.losses.left_out -= 1; }},
      {"losses.unused", [](Competition& c) { c.losses.unused += 1; }},
  };
  for (const Fault& fault : faults) {
    Competition wrong = right;
    fault.make(wrong);
    const absl::Status status = VerifyCompetition(source, wrong);
    EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition) << fault.message;
    EXPECT_THAT(std::string(status.message()), HasSubstr(fault.message));
  }
}

TEST(VerifyCompetitionTest, WhatTheBoundProvesMustBeSaid) {
  const test::ListedBundles source({1}, {{{{.value = 3, .uses = {{ResourceIndex(0), 1}}}}}});
  ASSERT_OK_AND_ASSIGN(Competition competition, Compete(source));
  competition.is_optimal = false;
  EXPECT_THAT(std::string(VerifyCompetition(source, competition).message()), HasSubstr("is_optimal"));
}

}  // namespace
}  // namespace jobcarve
