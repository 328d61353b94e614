// Jobs and their tasks. Links and the selection have files of their own. Tested by tests/model/validate_job_test.cc.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/strings/str_cat.h"
#include "model/validating.h"

namespace jobcarve::internal {
namespace {

constexpr int64_t kMaxOpenings = 1'000'000;
constexpr int64_t kMaxPayPencePerHour = 1'000'000;
constexpr int64_t kWeek = kMinutesPerWeek.count();

void CheckTask(const Context& context, const Path& path, const Task& task, Faults& faults) {
  faults.CheckText(path / "title", task.title, true);
  faults.CheckRange(path / "weekly_minutes", task.weekly_minutes, 1, kWeek);
  faults.CheckEnum(path / "minutes_source", task.minutes_source, Source::kPrior, false);
  CheckDemands(context, path, "demands", task.demands, faults);
  faults.CheckText(path / "essential_by", task.essential_by, false);
  faults.CheckTags(path, task.tags);
  const int64_t minutes = std::clamp<int64_t>(task.weekly_minutes.count(), 0, kWeek);
  const int64_t pleasant = std::clamp<int64_t>(task.pleasant_minutes.count(), 0, minutes);
  faults.CheckRange(path / "pleasant_minutes", task.pleasant_minutes, 0, minutes);
  faults.CheckRange(path / "unpleasant_minutes", task.unpleasant_minutes, 0, minutes - pleasant);
  faults.CheckWindows(path, "windows", task.windows);
  faults.CheckRange(path / "heavy_minutes", task.heavy_minutes, 0, minutes);
  faults.CheckRange(path / "hazardous_minutes", task.hazardous_minutes, 0, minutes);
  const int64_t isolated = std::clamp<int64_t>(task.isolated_minutes.count(), 0, minutes);
  faults.CheckRange(path / "isolated_minutes", task.isolated_minutes, 0, minutes);
  faults.CheckRange(path / "beside_minutes", task.beside_minutes, 0, minutes - isolated);
  faults.CheckRange(path / "unmet_minutes", task.unmet_minutes, 0, minutes);
  if (task.chunk_minutes > Minutes{0} && task.chunk_minutes <= task.weekly_minutes) {
    faults.Add(path / "chunk_minutes", "the task is not divided yet: call DivideTasks first");
  }
  faults.CheckRange(path / "chunk_minutes", task.chunk_minutes, 0, minutes);
}

void CheckTasks(const Context& context, const Path& path, const Job& job, const Ids& tasks, Faults& faults) {
  faults.CheckSize(path / "tasks", job.tasks.size(), 1, kMaxTasksPerJob);
  int64_t total = 0;
  for (size_t i = 0; i < job.tasks.size(); ++i) {
    const Path task = path.At("tasks", i, "task", job.tasks[i].id);
    faults.CheckOwnId(task / "id", job.tasks[i].id, i, tasks, "tasks");
    CheckTask(context, task, job.tasks[i], faults);
    total += std::clamp<int64_t>(job.tasks[i].weekly_minutes.count(), 0, kWeek);
  }
  if (total > kWeek) {
    faults.Add(path / "tasks", absl::StrCat("weekly_minutes together are ", total, ", above the ", kWeek, " of a week"));
  }
}

void CheckDates(const Path& path, const Job& job, Faults& faults) {
  const std::optional<Date> earliest = faults.CheckDate(path / "earliest_start", job.earliest_start, false);
  const std::optional<Date> latest = faults.CheckDate(path / "latest_start", job.latest_start, false);
  if (earliest.has_value() && latest.has_value() && *latest < *earliest) {
    faults.Add(path / "latest_start",
               absl::StrCat(Quoted(job.latest_start), " is before earliest_start ", Quoted(job.earliest_start)));
  }
}

void CheckForms(const Path& path, const std::vector<Form>& forms, Faults& faults) {
  std::vector<bool> is_listed(static_cast<size_t>(Form::kShared) + 1, false);
  for (size_t i = 0; i < forms.size(); ++i) {
    const Path form = path.At("forms", i);
    faults.CheckEnum(form, forms[i], Form::kShared, true);
    const size_t number = static_cast<size_t>(forms[i]);
    if (number >= 1 && number < is_listed.size()) {
      if (is_listed[number]) {
        faults.Add(form, absl::StrCat("the form with number ", number, " is listed twice"));
      }
      is_listed[number] = true;
    }
  }
}

void CheckPolicy(const Path& path, const CarvingPolicy& policy, const Ids& tasks, Faults& faults) {
  CheckForms(path, policy.forms, faults);
  faults.CheckRange(path / "min_role_minutes", policy.min_role_minutes, 0, kWeek);
  faults.CheckReferences(path, "must_stay_task_ids", policy.must_stay_task_ids, tasks);
  faults.CheckRange(path / "carved_pay_pence_per_hour", policy.carved_pay_per_hour, 0, kMaxPayPencePerHour);
  const Path residual = path / "residual";
  faults.CheckRange(residual / "min_weekly_minutes", policy.residual.min_weekly_minutes, 0, kWeek);
  faults.CheckRange(residual / "min_task_count", policy.residual.min_task_count, 0, kMaxTasksPerJob);
  faults.CheckRange(residual / "min_pleasant_minutes", policy.residual.min_pleasant_minutes, 0, kWeek);
  faults.CheckRange(residual / "max_unpleasant_permille", policy.residual.max_unpleasant, 0, 1000);
  faults.CheckRange(residual / "max_heavy_permille", policy.residual.max_heavy, 0, 1000);
  CheckRoleRules(path / "role", policy.role, faults);
}

void CheckCoWorkers(const Context& context, const Path& path, const std::vector<CoWorker>& co_workers, Faults& faults) {
  const Ids ids("co-worker", co_workers);
  for (size_t i = 0; i < co_workers.size(); ++i) {
    const Path co_worker = path.At("co_workers", i, "co-worker", co_workers[i].id);
    faults.CheckOwnId(co_worker / "id", co_workers[i].id, i, ids, "co_workers");
    faults.CheckRange(co_worker / "spare_minutes", co_workers[i].spare_minutes, 1, kWeek);
    CheckCapabilities(context, co_worker, co_workers[i].capabilities, faults);
    for (size_t k = 0; k < co_workers[i].capabilities.size(); ++k) {
      if (co_workers[i].capabilities[k].reduced_level.has_value()) {
        faults.Add(co_worker.At("capabilities", k) / "reduced_level", "only candidates have one");
      }
    }
  }
}

void CheckJob(const Context& context, const Path& root, size_t position, Faults& faults) {
  const Job& job = context.market.jobs[position];
  const Path path = root.At("jobs", position, "job", job.id);
  faults.CheckOwnId(path / "id", job.id, position, context.jobs, "jobs");
  faults.CheckText(path / "title", job.title, true);
  faults.CheckReference(path / "employer_id", job.employer_id, context.employers);
  faults.CheckReference(path / "site_id", job.site_id, context.sites);
  faults.CheckRange(path / "openings", job.openings, 0, kMaxOpenings);
  faults.CheckRange(path / "pay_pence_per_hour", job.pay_per_hour, 0, kMaxPayPencePerHour);
  const Ids tasks("task", job.tasks);
  CheckTasks(context, path, job, tasks, faults);
  CheckLinks(job, path, faults);
  CheckDemands(context, path, "conditions", job.conditions, faults);
  faults.CheckWindows(path, "windows", job.windows);
  CheckDates(path, job, faults);
  CheckPolicy(path / "carving", job.carving, tasks, faults);
  CheckCoWorkers(context, path, job.co_workers, faults);
  faults.CheckRange(path / "max_coworker_minutes", job.max_coworker_minutes, 0, kNoUpperLimit);
  faults.CheckTags(path, job.tags);
  faults.CheckReferences(path, "ruled_out_adjustment_ids", job.ruled_out_adjustment_ids, context.adjustments);
  if (job.selection.has_value()) {
    CheckSelection(context, path / "selection", *job.selection, faults);
  }
  if (job.sharing.has_value()) {
    faults.CheckRange(path / "sharing" / "handover_minutes", job.sharing->handover_minutes, 0, kWeek);
  }
}

}  // namespace

void CheckDemands(const Context& context, const Path& parent, absl::string_view name, const std::vector<Demand>& demands,
                  Faults& faults) {
  Repeats repeats;
  for (size_t i = 0; i < demands.size(); ++i) {
    const Path path = parent.At(name, i);
    CheckLevel(context, path, demands[i].dimension_id, demands[i].level, faults);
    if (const std::optional<size_t> first = repeats.Note(demands[i].dimension_id, i)) {
      faults.Add(path / "dimension_id",
                 absl::StrCat(Quoted(demands[i].dimension_id), " already has a level in ", name, "[", *first, "]"));
    }
    faults.CheckEnum(path / "source", demands[i].source, Source::kPrior, false);
  }
}

void CheckRoleRules(const Path& path, const RoleRules& rules, Faults& faults) {
  faults.CheckRange(path / "max_unpleasant_permille", rules.max_unpleasant, 0, 1000);
  faults.CheckRange(path / "max_heavy_permille", rules.max_heavy, 0, 1000);
  faults.CheckRange(path / "max_hazardous_permille", rules.max_hazardous, 0, 1000);
  faults.CheckRange(path / "max_isolated_permille", rules.max_isolated, 0, 1000);
  faults.CheckRange(path / "min_beside_minutes", rules.min_beside_minutes, 0, kWeek);
  faults.CheckRange(path / "min_task_count", rules.min_task_count, 0, kMaxTasksPerJob);
}

void CheckJobs(const Context& context, const Path& root, Faults& faults) {
  for (size_t i = 0; i < context.market.jobs.size(); ++i) {
    CheckJob(context, root, i, faults);
  }
}

}  // namespace jobcarve::internal
