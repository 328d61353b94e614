// Each limit is a consequence of one rule under "Form" in proto/README.md: "not all tasks" becomes fewer minutes than all,
// the residual's floor and the co-workers' spare minutes bound the minutes from above and below.
// Tested by tests/screen/screen_test.cc.
#include "screen/form_limits.h"

#include <algorithm>
#include <bit>

namespace jobcarve {
namespace {

// Of one task; a week when there is none.
Minutes SmallestOf(const CompiledJob& job, TaskSet tasks) {
  Minutes smallest = kMinutesPerWeek;
  for (TaskIndex task : job.tasks.Indices()) {
    if (Contains(tasks, task)) {
      smallest = std::min(smallest, job.tasks[task].minutes);
    }
  }
  return smallest;
}

FormLimits Whole(const CompiledJob& job) {
  return {.form = Form::kWhole,
          .must_have = job.AllTasks(),
          .fewest = job.total_minutes,
          .most = job.total_minutes,
          .pay_per_hour = job.pay_per_hour};
}

FormLimits Stripped(const CompiledJob& job, bool is_room_endless) {
  Minutes spare;
  for (const CompiledCoWorker& co_worker : job.co_workers) {
    spare += co_worker.spare_minutes;
  }
  if (is_room_endless && !job.co_workers.empty()) {
    spare = job.total_minutes;
  }
  return {.form = Form::kStripped,
          .must_have = job.essential,
          .fewest = std::max({MinutesOf(job, job.essential), job.total_minutes - spare, Minutes{1}}),
          .most = job.total_minutes - SmallestOf(job, job.AllTasks() & ~job.essential),
          .pay_per_hour = job.pay_per_hour};
}

FormLimits Carved(const CompiledJob& job, bool is_free) {
  const TaskSet must_stay = is_free ? 0 : job.must_stay;
  const TaskSet takeable = job.AllTasks() & ~must_stay;
  const Minutes least_residual = is_free ? Minutes{0} : job.residual.min_weekly_minutes;
  const Minutes most_by_residual = job.total_minutes - std::max(least_residual, SmallestOf(job, job.AllTasks()));
  return {.form = Form::kCarved,
          .must_not = must_stay,
          .fewest = std::max(is_free ? Minutes{0} : job.min_role_minutes, SmallestOf(job, takeable)),
          .most = std::min(most_by_residual, MinutesOf(job, takeable)),
          .pay_per_hour = job.carved_pay_per_hour};
}

// At least one task stays with every post.
FormLimits Created(const CompiledJob& pool, bool is_free) {
  const TaskSet must_stay = is_free ? 0 : pool.must_stay;
  const TaskSet takeable = pool.AllTasks() & ~must_stay;
  Minutes most;
  for (const PoolPost& post : pool.posts) {
    const Minutes least_residual = is_free ? Minutes{0} : std::min(post.residual.min_weekly_minutes, MinutesOf(pool, post.tasks));
    const Minutes all_but_one = MinutesOf(pool, post.tasks) - std::max(least_residual, SmallestOf(pool, post.tasks));
    most += std::min(all_but_one, MinutesOf(pool, post.tasks & takeable));
  }
  return {.form = Form::kCreated,
          .must_not = must_stay,
          .fewest = std::max(is_free ? Minutes{0} : pool.min_role_minutes, SmallestOf(pool, takeable)),
          .most = std::min(most, kMinutesPerWeek),
          .pay_per_hour = pool.pay_per_hour};
}

}  // namespace

Minutes MinutesOf(const CompiledJob& job, TaskSet tasks) {
  Minutes sum;
  for (TaskSet left = tasks; left != 0; left &= left - 1) {
    sum += job.tasks[TaskIndex(static_cast<size_t>(std::countr_zero(left)))].minutes;
  }
  return sum;
}

FormLimits SharedForm(const CompiledJob& job) {
  const Minutes smallest = SmallestOf(job, job.AllTasks());
  return {.form = Form::kShared, .fewest = smallest, .most = job.total_minutes - smallest, .pay_per_hour = job.pay_per_hour};
}

std::vector<FormLimits> OpenForms(const CompiledJob& job, CandidateIndex candidate, const Waiver& waived) {
  const bool is_free = waived.Waives(BarrierKind::kEmployerRules);
  const bool has_place = !job.is_pool() && (job.openings > 0 || job.holder == candidate);
  std::vector<FormLimits> forms;
  if (has_place && (job.allows_whole || is_free)) {
    forms.push_back(Whole(job));
  }
  if (has_place && (job.allows_stripped || is_free) && !job.co_workers.empty()) {
    forms.push_back(Stripped(job, is_free));
  }
  if (!job.is_pool() && (job.allows_carved || is_free)) {
    forms.push_back(Carved(job, is_free));
  }
  if (job.is_pool()) {
    forms.push_back(Created(job, is_free));
  }
  std::erase_if(forms, [](const FormLimits& limits) { return limits.fewest > limits.most; });
  return forms;
}

}  // namespace jobcarve
