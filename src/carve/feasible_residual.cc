// The residual rules read straight from what stays. Shares nothing with the search. Tested by tests/carve/feasible_test.cc.
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "jobcarve/carve/feasible.h"

namespace jobcarve {
namespace {

struct Load {
  int64_t tasks = 0;
  int64_t minutes = 0;
  int64_t pleasant = 0;
  int64_t unpleasant = 0;
};

Load LoadOf(const CompiledJob& job, TaskSet tasks) {
  Load load;
  for (TaskIndex task : job.tasks.Indices()) {
    if (Contains(tasks, task)) {
      ++load.tasks;
      load.minutes += job.tasks[task].minutes.count();
      load.pleasant += job.tasks[task].pleasant_minutes.count();
      load.unpleasant += job.tasks[task].unpleasant_minutes.count();
    }
  }
  return load;
}

absl::Status CheckAtLeast(absl::string_view what, int64_t found, int64_t least) {
  return found >= least ? absl::OkStatus()
                        : absl::InvalidArgumentError(absl::StrCat("residual ", what, ": ", found, " is below ", least));
}

// Thousandths of a minute by which the unpleasant ones are above their share.
int64_t Excess(const Load& load, Permille most) {
  return 1000 * load.unpleasant - most.count() * load.minutes;
}

}  // namespace

absl::Status CheckResidual(const CompiledJob& job, TaskSet post, TaskSet taken, const ResidualRules& rules, bool is_of_pool) {
  const Load whole = LoadOf(job, post);
  const Load rest = LoadOf(job, post & ~taken);
  // A pool may take from a post that is below the rule, as long as that does not get worse.
  const auto least = [is_of_pool](int64_t rule, int64_t untouched) { return is_of_pool ? std::min(rule, untouched) : rule; };
  for (const absl::Status& status :
       {CheckAtLeast("minutes", rest.minutes, least(rules.min_weekly_minutes.count(), whole.minutes)),
        CheckAtLeast("tasks", rest.tasks, std::max<int64_t>(least(rules.min_task_count, whole.tasks), is_of_pool ? 1 : 0)),
        CheckAtLeast("pleasant minutes", rest.pleasant, least(rules.min_pleasant_minutes.count(), whole.pleasant))}) {
    if (!status.ok()) {
      return status;
    }
  }
  if (!rules.max_unpleasant.has_value()) {
    return absl::OkStatus();
  }
  const int64_t most = is_of_pool ? std::max<int64_t>(Excess(whole, *rules.max_unpleasant), 0) : 0;
  return Excess(rest, *rules.max_unpleasant) <= most
             ? absl::OkStatus()
             : absl::InvalidArgumentError(absl::StrCat("residual unpleasant minutes: ", rest.unpleasant, " of ", rest.minutes,
                                                       " is above ", rules.max_unpleasant->count(), " per mille"));
}

}  // namespace jobcarve
