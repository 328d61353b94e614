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
  int64_t heavy = 0;
};

Load LoadOf(const CompiledJob& job, TaskSet tasks) {
  Load load;
  for (TaskIndex task : job.tasks.Indices()) {
    if (Contains(tasks, task)) {
      ++load.tasks;
      load.minutes += job.tasks[task].minutes.count();
      load.pleasant += job.tasks[task].pleasant_minutes.count();
      load.unpleasant += job.tasks[task].unpleasant_minutes.count();
      load.heavy += job.tasks[task].heavy_minutes.count();
    }
  }
  return load;
}

absl::Status CheckAtLeast(absl::string_view what, int64_t found, int64_t least) {
  return found >= least ? absl::OkStatus()
                        : absl::InvalidArgumentError(absl::StrCat("residual ", what, ": ", found, " is below ", least));
}

// A share of what stays; of a pool, what the whole post breaks already may only not get worse.
absl::Status CheckShare(absl::string_view what, int64_t Load::*minutes, const Load& rest, const Load& whole,
                        const std::optional<Permille>& limit, bool is_of_pool) {
  if (!limit.has_value()) {
    return absl::OkStatus();
  }
  const auto excess = [&](const Load& load) { return 1000 * load.*minutes - limit->count() * load.minutes; };
  const int64_t most = is_of_pool ? std::max<int64_t>(excess(whole), 0) : 0;
  return excess(rest) <= most
             ? absl::OkStatus()
             : absl::InvalidArgumentError(absl::StrCat("residual ", what, " minutes: ", rest.*minutes, " of ", rest.minutes,
                                                       " is above ", limit->count(), " per mille"));
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
  if (absl::Status status = CheckShare("unpleasant", &Load::unpleasant, rest, whole, rules.max_unpleasant, is_of_pool);
      !status.ok()) {
    return status;
  }
  return CheckShare("heavy", &Load::heavy, rest, whole, rules.max_heavy, is_of_pool);
}

}  // namespace jobcarve
