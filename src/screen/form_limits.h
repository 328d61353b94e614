// form_limits.h: what each form of role in a job forces and allows, before anybody looks at a task's demands.
#ifndef JOBCARVE_SRC_SCREEN_FORM_LIMITS_H_
#define JOBCARVE_SRC_SCREEN_FORM_LIMITS_H_

#include <vector>

#include "jobcarve/model/compiled.h"
#include "jobcarve/screen/barrier.h"

namespace jobcarve {

struct FormLimits {
  Form form = Form::kUnspecified;
  TaskSet must_have = 0;  // Every role of this form contains these,
  TaskSet must_not = 0;   // and none of these.
  Minutes fewest;         // No role of this form has fewer weekly minutes,
  Minutes most;           // or more; fewest <= most.
  Pence pay_per_hour;
};

// The forms that the policy, the openings and the shape of the job leave open, in the order WHOLE, STRIPPED, CARVED; of a pool
// CREATED alone.
std::vector<FormLimits> OpenForms(const CompiledJob& job, CandidateIndex candidate, const Waiver& waived);

// What one of two who share an opening may have of its tasks, handover minutes apart.
FormLimits SharedForm(const CompiledJob& job);

// Weekly minutes of a set of tasks.
Minutes MinutesOf(const CompiledJob& job, TaskSet tasks);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_SCREEN_FORM_LIMITS_H_
