// question.h: one unknown of one profile, answered in every way there is.
#ifndef JOBCARVE_SRC_PLAN_QUESTION_H_
#define JOBCARVE_SRC_PLAN_QUESTION_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "jobcarve/carve/carve.h"
#include "jobcarve/plan/inquiry.h"
#include "plan/rest_of_plan.h"

namespace jobcarve::internal {

// A person as things are.
struct Today {
  CandidateIndex candidate;
  std::vector<CarvedRole> roles;   // The best role of each job within reach, whatever its score, by job.
  std::optional<size_t> best;      // Of `roles`: the best of score above 0.
  std::optional<size_t> placed;    // Of `roles`: the one in today's plan.
  Score total;                     // Of today's plan.
  std::optional<RestOfPlan> rest;  // Absent where roles compete for tasks: then nothing is said of the plan.
};

// The first of the roles with the highest score; nullopt when there is none above 0.
std::optional<size_t> BestOf(const std::vector<CarvedRole>& roles);

RoleInBrief BriefOf(const CompiledMarket& market, const CarvedRole& carved);

struct AnsweredQuestion {
  OpenQuestion question;
  bool is_idle = true;         // No answer changes the best role or the plan.
  int64_t unproven_count = 0;  // Carvings that were cut short.
};

// `dimension` is unknown of the person.
AnsweredQuestion AnswerInEveryWay(const CompiledMarket& market, const Today& today, DimensionIndex dimension,
                                  const SolveOptions& options);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_QUESTION_H_
