// Every figure of an inquiry by brute force on small random markets: each level of each unknown is written into the market, the
// oracle tries every role of every pair and every assignment. A failure names the seed.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/plan/inquiry.h"
#include "jobcarve/plan/solve.h"
#include "support/builders.h"
#include "support/oracle.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve {

// How gtest shows it.
inline void PrintTo(const OpenQuestion& question, std::ostream* out) {
  *out << question.dimension_id << " worth " << question.value.count() << ", to the plan " << question.plan_value.count();
  for (const PossibleAnswer& answer : question.answers) {
    *out << "\n  " << answer.from_level.count() << ".." << answer.to_level.count() << ": "
         << (answer.best.has_value() ? absl::StrCat(answer.best->job_id, " ", answer.best->score.count()) : "nothing")
         << (answer.changes_best ? " changed" : "") << ", kept " << answer.kept_score.count() << ", total "
         << answer.total_change.count() << ", gain " << answer.plan_gain.count();
  }
}

namespace test {
namespace {

using testing::ElementsAreArray;

Candidate& PersonIn(Market& market, const std::string& id) {
  return *absl::c_find_if(market.candidates, [&](const Candidate& candidate) { return candidate.id == id; });
}

Market WithLevel(Market market, const std::string& candidate_id, const std::string& dimension_id, Level level) {
  PersonIn(market, candidate_id)
      .capabilities.push_back({.dimension_id = dimension_id, .level = level, .reduced_level = std::nullopt});
  return market;
}

using RoleIn = std::pair<std::string, OracleRole>;  // A job and the best role there.

RoleInBrief BriefOf(const RoleIn& role) {
  return {.job_id = role.first,
          .form = role.second.form,
          .task_ids = role.second.task_ids,
          .adjustment_ids = role.second.adjustment_ids,
          .score = Score{role.second.score}};
}

// One person's inquiry, as slowly and plainly as can be.
class SlowInquiry {
 public:
  SlowInquiry(const Market& market, const Plan& plan, std::string candidate_id, const SolveOptions& options)
      : market_(market),
        options_(options),
        id_(std::move(candidate_id)),
        roles_(RolesIn(market)),
        total_(BestTotal(market, options)) {
    best_ = BestOf(roles_);
    for (const Proposal& proposal : plan.proposals) {
      if (proposal.candidate_id == id_) {
        placed_ = proposal.job_id;
      } else {
        others_in_plan_ += proposal.score.count();
      }
    }
  }

  Inquiry Run() {
    Inquiry inquiry;
    inquiry.candidate_id = id_;
    if (best_.has_value()) {
      inquiry.best = BriefOf(*best_);
    }
    inquiry.coverage = Coverage();
    for (const std::string& dimension_id : unknown_) {
      OpenQuestion question = QuestionAbout(dimension_id);
      const bool is_idle = absl::c_all_of(
          question.answers, [](const PossibleAnswer& answer) { return !answer.changes_best && answer.plan_gain == Score{0}; });
      if (is_idle) {
        ++inquiry.idle_question_count;
      } else {
        inquiry.questions.push_back(std::move(question));
      }
    }
    absl::c_sort(inquiry.questions, [](const OpenQuestion& a, const OpenQuestion& b) {
      return a.value != b.value ? a.value > b.value : a.dimension_id < b.dimension_id;
    });
    return inquiry;
  }

 private:
  // Of every job within reach, by id.
  std::map<std::string, OracleRole> RolesIn(const Market& market) const {
    std::map<std::string, OracleRole> roles;
    for (const Job& job : market.jobs) {
      if (const std::optional<OracleRole> role = BestRole(market, id_, job.id, options_)) {
        roles[job.id] = *role;
      }
    }
    return roles;
  }

  static std::optional<RoleIn> BestOf(const std::map<std::string, OracleRole>& roles) {
    std::optional<RoleIn> best;
    for (const auto& [job_id, role] : roles) {
      if (role.score > (best.has_value() ? best->second.score : 0)) {
        best = RoleIn(job_id, role);
      }
    }
    return best;
  }

  ProfileCoverage Coverage() {
    std::set<std::string> known;
    for (const Capability& capability : PersonIn(market_, id_).capabilities) {
      known.insert(capability.dimension_id);
    }
    std::set<std::string> asked;
    const auto note = [&](const std::vector<Demand>& demands) {
      bool is_known = true;
      for (const Demand& demand : demands) {
        if (demand.level > Level{0}) {
          asked.insert(demand.dimension_id);
          is_known = is_known && known.count(demand.dimension_id) > 0;
        }
      }
      return is_known;
    };
    ProfileCoverage coverage;
    for (const Job& job : market_.jobs) {
      if (roles_.count(job.id) == 0) {
        continue;
      }
      note(job.conditions);
      for (const Task& task : job.tasks) {
        coverage.task_minutes += task.weekly_minutes;
        coverage.known_task_minutes += note(task.demands) ? task.weekly_minutes : Minutes{0};
      }
    }
    for (const std::string& dimension_id : asked) {
      ++coverage.dimension_count;
      (known.count(dimension_id) > 0 ? void(++coverage.known_dimension_count) : void(unknown_.insert(dimension_id)));
    }
    return coverage;
  }

  int64_t KeptIn(const Market& market, const std::string& job_id) const {
    const OracleRole& role = roles_.at(job_id);
    return IsFeasible(market, id_, job_id, role, options_) ? SumOf(Ledger(market, id_, job_id, role, options_)) : 0;
  }

  PossibleAnswer AnswerAt(const std::string& dimension_id, Level level) const {
    const Market then = WithLevel(market_, id_, dimension_id, level);
    const std::optional<RoleIn> best = BestOf(RolesIn(then));
    PossibleAnswer answer = {.from_level = level, .to_level = level};
    if (best.has_value()) {
      answer.best = BriefOf(*best);
    }
    answer.changes_best = best.has_value() != best_.has_value();
    if (best.has_value() && best_.has_value()) {
      answer.changes_best = best->first != best_->first || best->second.form != best_->second.form ||
                            best->second.task_ids != best_->second.task_ids ||
                            best->second.adjustment_ids != best_->second.adjustment_ids;
    }
    answer.kept_score = Score{best_.has_value() ? KeptIn(then, best_->first) : 0};
    const int64_t total = BestTotal(then, options_);
    answer.total_change = Score{total - total_};
    answer.plan_gain = Score{total - others_in_plan_ - (placed_.empty() ? 0 : KeptIn(then, placed_))};
    return answer;
  }

  OpenQuestion QuestionAbout(const std::string& dimension_id) const {
    const Dimension& dimension =
        *absl::c_find_if(market_.dimensions, [&](const Dimension& one) { return one.id == dimension_id; });
    OpenQuestion question = {.dimension_id = dimension_id};
    for (Level level; level <= dimension.max_level; level += Level{1}) {
      PossibleAnswer answer = AnswerAt(dimension_id, level);
      question.value += (answer.best.has_value() ? answer.best->score : Score{0}) - answer.kept_score;
      question.plan_value += answer.plan_gain;
      if (!question.answers.empty()) {
        PossibleAnswer& last = question.answers.back();
        answer.from_level = last.from_level;
        last.to_level = level;
        if (answer == last) {
          continue;
        }
        last.to_level = level - Level{1};
        answer.from_level = level;
      }
      question.answers.push_back(answer);
    }
    question.value = Score{RoundDiv(question.value.count(), dimension.max_level.count() + 1)};
    question.plan_value = Score{RoundDiv(question.plan_value.count(), dimension.max_level.count() + 1)};
    return question;
  }

  Market market_;
  const SolveOptions options_;
  const std::string id_;
  std::map<std::string, OracleRole> roles_;
  int64_t total_ = 0;
  std::optional<RoleIn> best_;
  std::string placed_;
  int64_t others_in_plan_ = 0;
  std::set<std::string> unknown_;
};

constexpr RandomMarketOptions kShape = {
    .candidate_count = 3, .job_count = 3, .max_tasks = 4, .adjustment_count = 4, .intensity = 250};

// Scales of at most 7 levels, so that every level can be tried.
Market SmallScales(uint64_t seed) {
  Market market = RandomMarket(seed, kShape);
  return absl::c_any_of(market.dimensions, [](const Dimension& dimension) { return dimension.max_level > Level{7}; }) ? Market()
                                                                                                                      : market;
}

TEST(InquiryRandomTest, EveryFigureIsThatOfBruteForce) {
  size_t questions = 0;
  size_t changes = 0;
  for (uint64_t seed = 1; seed <= 240 && !HasFailure(); ++seed) {
    const Market market = SmallScales(seed);
    if (market.jobs.empty() || !Compile(market).ok()) {
      continue;
    }
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const SolveOptions options = RandomOptions(seed);
    ASSERT_OK_AND_ASSIGN(const Plan plan, Solve(market, options));
    ASSERT_OK_AND_ASSIGN(const Inquiries inquiries, Inquire(market, {}, options));
    EXPECT_EQ(inquiries.total, plan.totals.score);
    ASSERT_EQ(inquiries.people.size(), market.candidates.size());
    for (const Inquiry& inquiry : inquiries.people) {
      const Inquiry slow = SlowInquiry(market, plan, inquiry.candidate_id, options).Run();
      EXPECT_THAT(inquiry.questions, ElementsAreArray(slow.questions));
      EXPECT_EQ(inquiry, slow) << inquiry.candidate_id;
      questions += inquiry.questions.size();
      for (const OpenQuestion& question : inquiry.questions) {
        changes += static_cast<size_t>(
            absl::c_count_if(question.answers, [](const PossibleAnswer& answer) { return answer.plan_gain > Score{0}; }));
      }
    }
  }
  EXPECT_GT(questions, 80U);
  EXPECT_GT(changes, 100U);
}

TEST(InquiryRandomTest, NoQuestionIsWorthLessThanNothingAndTheAnswersCoverTheScale) {
  size_t questions = 0;
  for (uint64_t seed = 1'001; seed <= 1'300 && !HasFailure(); ++seed) {
    Market market = RandomMarket(seed, {.candidate_count = 4, .job_count = 4, .max_tasks = 6, .intensity = 250});
    if (!Compile(market).ok()) {
      continue;
    }
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    for (Candidate& candidate : market.candidates) {
      candidate.capabilities.resize(candidate.capabilities.size() / 2);
    }
    ASSERT_OK_AND_ASSIGN(const Inquiries inquiries, Inquire(market, {}, RandomOptions(seed)));
    for (const Inquiry& inquiry : inquiries.people) {
      for (const OpenQuestion& question : inquiry.questions) {
        ++questions;
        EXPECT_GE(question.value, Score{0});
        EXPECT_GE(question.plan_value, Score{0});
        Level next;
        for (const PossibleAnswer& answer : question.answers) {
          EXPECT_EQ(answer.from_level, next);
          EXPECT_GE(answer.plan_gain, Score{0});
          EXPECT_GE(answer.best.has_value() ? answer.best->score : Score{0}, answer.kept_score);
          next = answer.to_level + Level{1};
        }
      }
    }
  }
  EXPECT_GT(questions, 500U);
}

// An answer that comes in: the question is gone, and what was foretold is so.
TEST(InquiryRandomTest, AnAnswerTakesItsQuestionAwayAndKeepsItsPromise) {
  size_t answered = 0;
  for (uint64_t seed = 2'001; seed <= 2'120 && !HasFailure(); ++seed) {
    const Market market = RandomMarket(seed, {.candidate_count = 4, .job_count = 4, .intensity = 250});
    if (!Compile(market).ok()) {
      continue;
    }
    SCOPED_TRACE(absl::StrCat("seed ", seed));
    const SolveOptions options = RandomOptions(seed);
    ASSERT_OK_AND_ASSIGN(const Inquiries before, Inquire(market, {}, options));
    for (const Inquiry& inquiry : before.people) {
      if (inquiry.questions.empty()) {
        continue;
      }
      const OpenQuestion& question = inquiry.questions.front();
      const PossibleAnswer& answer = question.answers[seed % question.answers.size()];
      const Market then = WithLevel(market, inquiry.candidate_id, question.dimension_id, answer.to_level);
      ASSERT_OK_AND_ASSIGN(const Inquiries after, Inquire(then, {inquiry.candidate_id}, options));
      ASSERT_EQ(after.people.size(), 1U);
      EXPECT_EQ(after.total, before.total + answer.total_change);
      EXPECT_EQ(after.people[0].best, answer.best);
      for (const OpenQuestion& left : after.people[0].questions) {
        EXPECT_NE(left.dimension_id, question.dimension_id);
      }
      ++answered;
    }
  }
  EXPECT_GT(answered, 100U);
}

}  // namespace
}  // namespace test
}  // namespace jobcarve
