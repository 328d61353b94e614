// What an employer reads is searched for anything private, and what a person reads for anything about somebody else.
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/frontier.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/report/frontier_text.h"
#include "jobcarve/report/text.h"
#include "support/random_market.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

void Remove(const std::string& words, std::string& page) {
  page = absl::StrReplaceAll(page, {{words, "~"}});
}

// "Reading (5, the work ": what an employer's own interview asks for, with the name of the dimension as it stands on the page.
std::vector<std::string> InWhichTheInterviewGoesBeyond(const Market& market) {
  std::vector<std::string> words;
  for (const Job& job : market.jobs) {
    for (const Demand& demand : job.selection.value_or(Selection()).demands) {
      for (const Dimension& dimension : market.dimensions) {
        if (dimension.id == demand.dimension_id) {
          words.push_back(dimension.name + " (" + std::to_string(demand.level.count()) + ", the work ");
        }
      }
    }
  }
  return words;
}

// `page` without what the employer wrote or agreed to: titles of jobs and tasks, names of adjustments, places, co-workers.
std::string WithoutTheJobsOwnWords(const Market& market, std::string page) {
  for (const Job& job : market.jobs) {
    for (const Task& task : job.tasks) {
      Remove("- " + task.title + " (", page);
    }
    for (const CoWorker& co_worker : job.co_workers) {
      Remove("): " + co_worker.id + "\n", page);
    }
    for (const Site& site : market.sites) {
      for (const Employer& employer : market.employers) {
        Remove(job.title + ", " + employer.name + ", " + site.name + "\n", page);
      }
    }
  }
  for (const Adjustment& adjustment : market.adjustments) {
    Remove("- " + adjustment.name + " (", page);
  }
  for (const std::string& words : InWhichTheInterviewGoesBeyond(market)) {
    Remove(words, page);
  }
  Remove("\n  none needed\n", page);  // Ours, and the words of some anchors.
  Remove(" an hour (", page);
  Remove(" an hour, open to ", page);
  return absl::AsciiStrToLower(page);
}

// All that must not be on an employer's page.
std::vector<std::string> PrivateWords(const Market& market) {
  std::vector<std::string> words = {"reduced", "level",  "score", "question", "journey", "travel", "wish",  "prefer",
                                    "capab",   "abilit", "limit", "ask",      "barrier", "known",  "floor", "candidate"};
  for (const Candidate& candidate : market.candidates) {
    words.push_back(candidate.id);
  }
  for (const Dimension& dimension : market.dimensions) {
    words.push_back(dimension.id);
    words.push_back(dimension.name);
    for (const Anchor& anchor : dimension.anchors) {
      words.push_back(anchor.text);
    }
  }
  return words;
}

bool IsLetter(const std::string& text, size_t at) {
  return at < text.size() && (absl::ascii_isalnum(static_cast<unsigned char>(text[at])) || text[at] == '-' || text[at] == '_');
}

// Whether `word` stands in `page` by itself; the stems above may go on.
bool Says(const std::string& page, const std::string& word) {
  const std::string lower = absl::AsciiStrToLower(word);
  for (size_t at = page.find(lower); !lower.empty() && at != std::string::npos; at = page.find(lower, at + 1)) {
    if ((at == 0 || !IsLetter(page, at - 1)) && (lower.size() > 4 || !IsLetter(page, at + lower.size()))) {
      return true;
    }
  }
  return false;
}

void ExpectNothingPrivate(const Market& market, const Plan& plan) {
  for (const Employer& employer : market.employers) {
    ASSERT_OK_AND_ASSIGN(const std::string text, EmployerText(market, plan, employer.id));
    const std::string page = WithoutTheJobsOwnWords(market, text);
    for (const std::string& word : PrivateWords(market)) {
      EXPECT_FALSE(Says(page, word)) << "'" << word << "' stands in:\n" << page;
    }
  }
}

void ExpectNobodyElse(const Market& market, const Plan& plan) {
  for (const Candidate& person : market.candidates) {
    ASSERT_OK_AND_ASSIGN(const std::string page, PersonText(market, plan, person.id));
    for (const Candidate& other : market.candidates) {
      EXPECT_FALSE(Says(absl::AsciiStrToLower(page), other.id)) << other.id << " stands in:\n" << page;
    }
    EXPECT_FALSE(Says(absl::AsciiStrToLower(page), "score")) << page;
  }
}

TEST(PrivacyTest, PagesOfTheExampleMarketsKeepToTheirReader) {
  for (const char* name : {"first", "hospital", "office"}) {
    SCOPED_TRACE(name);
    ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(SourcePath(std::string("examples/data/") + name + ".json")));
    ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
    EXPECT_GT(plan.proposals.size(), 2u);
    ExpectNothingPrivate(market, plan);
    ExpectNobodyElse(market, plan);
  }
}

// Ids and names that cannot be taken for a word of ours.
Market WithTellingNames(Market market) {
  for (Dimension& dimension : market.dimensions) {
    dimension.name = "secretdim " + dimension.id;
    for (Anchor& anchor : dimension.anchors) {
      anchor.text = "secretanchor " + anchor.text;
    }
  }
  return market;
}

TEST(PrivacyTest, PagesOfRandomMarketsKeepToTheirReader) {
  size_t proposals = 0;
  for (uint64_t seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE(seed);
    const Market market =
        WithTellingNames(RandomMarket(seed, {.candidate_count = 5, .pool_count = seed % 2 == 0 ? 0 : 1, .intensity = 250}));
    ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
    proposals += plan.proposals.size();
    ExpectNobodyElse(market, plan);
    for (const Employer& employer : market.employers) {
      ASSERT_OK_AND_ASSIGN(const std::string text, EmployerText(market, plan, employer.id));
      const std::string page = WithoutTheJobsOwnWords(market, text);
      EXPECT_THAT(page, testing::Not(testing::HasSubstr("secret")));
      for (const char* word : {"reduced", "level", "score", "question", "journey", "travel", "wish", "prefer", "limit"}) {
        EXPECT_FALSE(Says(page, word)) << word << " stands in:\n" << page;
      }
    }
  }
  EXPECT_GT(proposals, 100u);
}

TEST(PrivacyTest, FrontiersOfTheExampleMarketsSayNothingPrivate) {
  size_t entries = 0;
  for (const char* name : {"first", "hospital", "office"}) {
    SCOPED_TRACE(name);
    ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(SourcePath(std::string("examples/data/") + name + ".json")));
    for (const Job& job : market.jobs) {
      ASSERT_OK_AND_ASSIGN(const Frontier frontier, TraceFrontier(market, job.id));
      ASSERT_OK_AND_ASSIGN(const std::string text, FrontierText(market, frontier));
      const std::string page = WithoutTheJobsOwnWords(market, text);
      for (const std::string& word : PrivateWords(market)) {
        EXPECT_FALSE(Says(page, word)) << "'" << word << "' stands in:\n" << page;
      }
      entries += frontier.entries.size();
    }
  }
  EXPECT_GT(entries, 100u);
}

TEST(PrivacyTest, FrontiersOfRandomMarketsHoldNoCapability) {
  size_t entries = 0;
  for (uint64_t seed = 1; seed <= 60; ++seed) {
    SCOPED_TRACE(seed);
    const Market market =
        WithTellingNames(RandomMarket(seed, {.candidate_count = 5, .pool_count = seed % 2 == 0 ? 0 : 1, .intensity = 250}));
    for (const Job& job : market.jobs) {
      ASSERT_OK_AND_ASSIGN(const Frontier frontier, TraceFrontier(market, job.id));
      ASSERT_OK_AND_ASSIGN(const std::string json, io::FormatFrontier(frontier, io::Format::kJson));
      ASSERT_OK_AND_ASSIGN(const std::string page, FrontierText(market, frontier));
      for (const char* word : {"secret", "dimension", "level", "capab", "closes", "question", "travel", "reduced"}) {
        EXPECT_THAT(json, testing::Not(testing::HasSubstr(word)));
        EXPECT_THAT(page, testing::Not(testing::HasSubstr(word)));
      }
      EXPECT_THAT(page, testing::Not(testing::HasSubstr("candidate")));
      EXPECT_THAT(page, testing::Not(testing::HasSubstr("score")));
      entries += frontier.entries.size();
    }
  }
  EXPECT_GT(entries, 100u);
}

// The page of a frontier is the same whoever its people are.
TEST(PrivacyTest, ThePageOfAFrontierDoesNotTellPeopleApart) {
  ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(SourcePath("examples/data/hospital.json")));
  ASSERT_OK_AND_ASSIGN(Frontier frontier, TraceFrontier(market, "ward-clerk"));
  ASSERT_OK_AND_ASSIGN(const std::string before, FrontierText(market, frontier));
  ASSERT_FALSE(frontier.entries.empty());
  for (FrontierEntry& entry : frontier.entries) {
    entry.candidate_id = "somebody-else";
    entry.score = Score{1};
    for (Door& door : entry.doors) {
      door = {.candidate_id = "somebody-else", .score = Score{-1}};
    }
  }
  Market nobody = market;
  nobody.candidates.clear();
  nobody.dimensions.clear();
  ASSERT_OK_AND_ASSIGN(const std::string after, FrontierText(nobody, frontier));
  EXPECT_EQ(after, before);
}

// The same role for somebody else in every way: the employer's page must not tell them apart.
TEST(PrivacyTest, TheEmployersPageIsTheSameWhoeverIsProposedForTheSameRole) {
  ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(SourcePath("examples/data/hospital.json")));
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string before, EmployerText(market, plan, "trust"));

  Market changed_market = market;
  for (Candidate& person : changed_market.candidates) {
    for (Capability& capability : person.capabilities) {
      capability.level = Level{0};
      capability.reduced_level = Level{0};
    }
    person.preferences = {{.tag = "noise", .strength = Permille{-1'000}, .is_non_negotiable = true}};
    person.reduced_weeks = Permille{900};
    person.max_travel = Minutes{1};
    person.max_weekly_minutes = Minutes{1};
    person.max_weekly_earnings = Pence{1};
    person.min_pay_per_hour = Pence{99'999};
    person.id += "-renamed";
  }
  Plan changed = plan;
  for (Proposal& proposal : changed.proposals) {
    proposal.candidate_id += "-renamed";
    proposal.score = Score{1};
    proposal.low = Score{-1};
    proposal.high = Score{2};
    proposal.travel = Minutes{77};
    proposal.ledger.clear();
    proposal.questions.clear();
    proposal.warnings = {{.kind = WarningKind::kEssentialOnReducedDays, .task_ids = proposal.task_ids, .amount = 0}};
    for (ProposedAdjustment& adjustment : proposal.adjustments) {
      adjustment.closes_dimension_ids = {"standing"};
      adjustment.gaps = {{.needed = Level{3}, .before = Level{1}, .after = Level{3}}};
      adjustment.opens_task_ids = proposal.task_ids;
      adjustment.employer_limit_share = Permille{77};
    }
  }
  changed.unplaced.clear();
  changed.unfilled.clear();
  changed.certificate = {};
  ASSERT_OK_AND_ASSIGN(const std::string after, EmployerText(changed_market, changed, "trust"));
  EXPECT_EQ(after, before);
}

// One dial at a time, through the engine: where the role stays the same, so does the page.
TEST(PrivacyTest, ACapabilityThatChangesNoRoleChangesNoEmployersPage) {
  ASSERT_OK_AND_ASSIGN(Market market, io::ReadMarket(SourcePath("examples/data/first.json")));
  ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market));
  ASSERT_OK_AND_ASSIGN(const std::string before, EmployerText(market, plan, "county-library"));
  Candidate& ash = market.candidates[0];
  for (Capability& capability : ash.capabilities) {
    if (capability.dimension_id == "lifting") {
      capability.level = Level{1};  // Enough for every task of the role, as 2 was.
    }
  }
  ash.reduced_weeks = Permille{100};
  ash.preferences[0].strength = Permille{500};
  ASSERT_OK_AND_ASSIGN(const Plan changed, Solve(market));
  EXPECT_NE(changed.totals.score, plan.totals.score);
  ASSERT_OK_AND_ASSIGN(const std::string after, EmployerText(market, changed, "county-library"));
  EXPECT_EQ(after, before);
}

}  // namespace
}  // namespace jobcarve::test
