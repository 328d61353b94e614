// A page for each person. Tested by tests/report/inquiry_text_test.cc.
#include "jobcarve/report/inquiry_text.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "jobcarve/base/status_macros.h"
#include "report/names.h"
#include "report/words.h"

namespace jobcarve {
namespace {

using internal::AdjustmentNames;
using internal::Counted;
using internal::FormWord;
using internal::Hours;
using internal::Names;
using internal::Points;

// "Porter, St Anne (carved role, 12 h a week), with: trolley"
std::string RoleWords(const Names& names, const RoleInBrief& role) {
  const Job& job = names.job(role.job_id);
  Minutes weekly;
  for (const std::string& task_id : role.task_ids) {
    weekly += names.task(role.job_id, task_id).weekly_minutes;
  }
  const std::string adjustments =
      role.adjustment_ids.empty() ? "" : absl::StrCat(", with: ", AdjustmentNames(names, role.adjustment_ids));
  return absl::StrCat(job.title, ", ", names.employer(job.employer_id).name, " (", FormWord(role.form), ", ", Hours(weekly),
                      " a week)", adjustments);
}

bool LeadToTheSameRole(const PossibleAnswer& a, const PossibleAnswer& b) {
  if (!a.best.has_value() || !b.best.has_value()) {
    return a.best.has_value() == b.best.has_value();
  }
  return a.best->job_id == b.best->job_id && a.best->form == b.best->form && a.best->task_ids == b.best->task_ids &&
         a.best->adjustment_ids == b.best->adjustment_ids;
}

// Neighbouring answers with the same role.
struct Stretch {
  const PossibleAnswer* first = nullptr;
  const PossibleAnswer* last = nullptr;
  Score lowest;
  Score highest;
  Score most_plan_gain;
};

std::vector<Stretch> StretchesOf(const std::vector<PossibleAnswer>& answers) {
  std::vector<Stretch> stretches;
  for (const PossibleAnswer& answer : answers) {
    const Score score = answer.best.has_value() ? answer.best->score : Score{0};
    if (stretches.empty() || !LeadToTheSameRole(*stretches.back().first, answer)) {
      stretches.push_back({.first = &answer, .last = &answer, .lowest = score, .highest = score, .most_plan_gain = Score{0}});
    }
    Stretch& stretch = stretches.back();
    stretch.last = &answer;
    stretch.lowest = std::min(stretch.lowest, score);
    stretch.highest = std::max(stretch.highest, score);
    stretch.most_plan_gain = std::max(stretch.most_plan_gain, answer.plan_gain);
  }
  return stretches;
}

std::string StretchWords(const Names& names, const Stretch& stretch) {
  const Level from = stretch.first->from_level;
  const Level to = stretch.last->to_level;
  std::string words = from == to ? absl::StrCat(from.count()) : absl::StrCat(from.count(), " to ", to.count());
  if (!stretch.first->best.has_value()) {
    absl::StrAppend(&words, ": other work has to be found");
  } else {
    absl::StrAppend(&words, ": ", stretch.first->changes_best ? RoleWords(names, *stretch.first->best) : "the role stays",
                    "; score ", Points(stretch.lowest));
    if (stretch.highest != stretch.lowest) {
      absl::StrAppend(&words, " to ", Points(stretch.highest));
    }
  }
  if (stretch.most_plan_gain > Score{0}) {
    absl::StrAppend(&words, "; the plan changes and gains ", from == to ? "" : "up to ", Points(stretch.most_plan_gain));
  }
  return words;
}

// "0 = papers, 1 = up to 5 kg"
std::string Anchors(const Dimension& dimension) {
  if (dimension.anchors.empty()) {
    return absl::StrCat("0 to ", dimension.max_level.count());
  }
  return absl::StrJoin(dimension.anchors, ", ", [](std::string* out, const Anchor& anchor) {
    absl::StrAppend(out, anchor.level.count(), " = ", anchor.text);
  });
}

void AppendQuestion(const Names& names, const std::string& candidate_id, const OpenQuestion& question, std::string& page) {
  const Dimension& dimension = names.dimension(question.dimension_id);
  absl::StrAppend(&page, "  - What is ", candidate_id, "'s level of ", dimension.name, "? ", Anchors(dimension),
                  "\n      The answer is worth ", Points(question.value), " to the person",
                  names.has_pools() ? "" : absl::StrCat(" and ", Points(question.plan_value), " to the plan"), ", on average\n");
  for (const Stretch& stretch : StretchesOf(question.answers)) {
    absl::StrAppend(&page, "      ", StretchWords(names, stretch), "\n");
  }
}

std::string PersonPage(const Names& names, const Inquiry& inquiry) {
  const ProfileCoverage& coverage = inquiry.coverage;
  std::string page = absl::StrCat(inquiry.candidate_id, "\n");
  if (inquiry.best.has_value()) {
    absl::StrAppend(&page, "Best role today: ", RoleWords(names, *inquiry.best), "; score ", Points(inquiry.best->score), "\n");
  } else {
    absl::StrAppend(&page, "No role to propose yet; `jobcarve report` says what stands in the way\n");
  }
  if (coverage.task_minutes == Minutes{0}) {
    absl::StrAppend(&page, "No job is within reach, whatever the answers: ask about the barriers first\n");
    return page;
  }
  absl::StrAppend(&page, "Known: ", coverage.known_dimension_count, " of the ", coverage.dimension_count,
                  " things that jobs within reach ask for; all that is asked is known for ", Hours(coverage.known_task_minutes),
                  " of their ", Hours(coverage.task_minutes), " of tasks a week\n");
  if (coverage.known_dimension_count == coverage.dimension_count) {
    absl::StrAppend(&page, "Nothing to ask: all of it is known\n");
  } else if (inquiry.questions.empty()) {
    absl::StrAppend(&page, "No answer would change the best role or the plan\n");
  } else {
    absl::StrAppend(&page, "Ask next\n");
  }
  for (const OpenQuestion& question : inquiry.questions) {
    AppendQuestion(names, inquiry.candidate_id, question, page);
  }
  if (inquiry.idle_question_count > 0) {
    absl::StrAppend(&page, Counted(inquiry.idle_question_count, inquiry.questions.empty() ? "question" : "other question"),
                    " would change nothing for now\n");
  }
  if (inquiry.unproven_count > 0) {
    absl::StrAppend(&page, "Note: ", Counted(inquiry.unproven_count, "search"), " cut short: better roles may exist.\n");
  }
  return page;
}

}  // namespace

absl::StatusOr<std::string> InquiryText(const Market& market, const Inquiries& inquiries) {
  const Names names(market);
  std::string pages;
  for (const Inquiry& inquiry : inquiries.people) {
    JOBCARVE_RETURN_IF_ERROR(names.Check(inquiry));
    absl::StrAppend(&pages, pages.empty() ? "" : "\n", PersonPage(names, inquiry));
  }
  return pages;
}

}  // namespace jobcarve
