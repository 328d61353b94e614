// A pool read as a job: its tasks are those of the jobs in it that nobody holds, by id; what each job asks of everybody who works
// there is asked by each of its tasks. Tested by tests/model/compile_pool_test.cc.
#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "model/compiling.h"

namespace jobcarve::internal {
namespace {

// Where a task of the pool comes from.
struct Origin {
  JobIndex job;
  TaskIndex task;
};

// Every task of the jobs, by id.
std::vector<Origin> OriginsOf(const std::vector<JobIndex>& members, const IndexedVector<JobIndex, CompiledJob>& jobs) {
  std::vector<Origin> origins;
  for (JobIndex job : members) {
    for (TaskIndex task : jobs[job].tasks.Indices()) {
      origins.push_back({.job = job, .task = task});
    }
  }
  const auto id = [&jobs](const Origin& origin) -> const std::string& { return jobs[origin.job].tasks[origin.task].id; };
  absl::c_sort(origins, [id](const Origin& a, const Origin& b) { return id(a) < id(b); });
  return origins;
}

// The demands with the conditions among them; of two on one dimension the higher.
std::vector<CompiledDemand> WithConditions(std::vector<CompiledDemand> demands, const std::vector<CompiledDemand>& conditions) {
  demands.insert(demands.end(), conditions.begin(), conditions.end());
  absl::c_stable_sort(demands, [](const CompiledDemand& a, const CompiledDemand& b) {
    return a.dimension != b.dimension ? a.dimension < b.dimension : a.level > b.level;
  });
  const auto is_same = [](const CompiledDemand& a, const CompiledDemand& b) { return a.dimension == b.dimension; };
  demands.erase(std::unique(demands.begin(), demands.end(), is_same), demands.end());
  return demands;
}

CompiledTask TaskOf(const CompiledJob& job, TaskIndex index, Pence pool_pay) {
  CompiledTask task = job.tasks[index];
  task.demands = WithConditions(std::move(task.demands), job.conditions);
  task.released_pay = std::max(job.pay_per_hour - pool_pay, Pence{0});
  return task;
}

// Adds one of the jobs; `place[t]` is where its task t is in the pool.
void AddPost(JobIndex index, const CompiledJob& job, const IndexedVector<TaskIndex, TaskIndex>& place, CompiledJob& compiled) {
  PoolPost post{.job = index, .place = place, .residual = job.residual};
  for (TaskIndex task : job.tasks.Indices()) {
    const TaskSet bit = SetOf(place[task]);
    post.tasks |= bit;
    compiled.must_stay |= Contains(job.must_stay, task) || !job.allows_created ? bit : 0;
    compiled.essential |= Contains(job.essential, task) ? bit : 0;
  }
  for (const CompiledLink& link : job.links) {
    compiled.links.push_back({.kind = link.kind, .task = place[link.task], .other = place[link.other]});
  }
  compiled.windows.insert(compiled.windows.end(), job.windows.begin(), job.windows.end());
  compiled.ruled_out.insert(compiled.ruled_out.end(), job.ruled_out.begin(), job.ruled_out.end());
  compiled.posts.push_back(std::move(post));
}

}  // namespace

CompiledJob CompilePool(const Pool& pool, const std::vector<JobIndex>& members, const IndexedVector<JobIndex, CompiledJob>& jobs,
                        const Tables& tables) {
  CompiledJob compiled;
  compiled.id = pool.id;
  compiled.title = pool.name;
  compiled.employer = jobs[members.front()].employer;
  compiled.site = jobs[members.front()].site;
  compiled.pay_per_hour = pool.pay_per_hour;
  compiled.carved_pay_per_hour = pool.pay_per_hour;
  compiled.allows_whole = compiled.allows_stripped = compiled.allows_carved = false;
  compiled.min_role_minutes = pool.min_role_minutes;
  compiled.role = pool.role;
  compiled.max_coworker_minutes = pool.max_coworker_minutes;
  compiled.earliest_start = tables.DateOr(pool.earliest_start);
  if (!pool.latest_start.empty()) {
    compiled.latest_start = tables.DateOr(pool.latest_start);
  }
  const std::vector<Origin> origins = OriginsOf(members, jobs);
  for (const Origin& origin : origins) {
    compiled.total_minutes += jobs[origin.job].tasks[origin.task].minutes;
    compiled.tasks.push_back(TaskOf(jobs[origin.job], origin.task, pool.pay_per_hour));
  }
  for (JobIndex job : members) {
    IndexedVector<TaskIndex, TaskIndex> place(jobs[job].tasks.size());
    for (size_t i = 0; i < origins.size(); ++i) {
      if (origins[i].job == job) {
        place[origins[i].task] = TaskIndex(i);
      }
    }
    AddPost(job, jobs[job], place, compiled);
  }
  compiled.windows = MergedWindows(compiled.windows);
  absl::c_sort(compiled.ruled_out);
  compiled.ruled_out.erase(std::unique(compiled.ruled_out.begin(), compiled.ruled_out.end()), compiled.ruled_out.end());
  return compiled;
}

}  // namespace jobcarve::internal
