// Pools: which jobs may share their tasks. Tested by tests/model/validate_pool_test.cc.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "model/validating.h"

namespace jobcarve::internal {
namespace {

constexpr int64_t kMaxPayPencePerHour = 1'000'000;

// What the pools before this one have taken.
using PoolOfJob = std::vector<std::optional<size_t>>;

// The tasks of the pool's jobs: different ids, not too many.
class TaskCheck {
 public:
  void Add(const Path& path, const Job& job, Faults& faults) {
    for (const Task& task : job.tasks) {
      if (const std::optional<size_t> first = repeats_.Note(task.id, jobs_.size())) {
        faults.Add(path, absl::StrCat("its task ", Quoted(task.id), " has the id of a task of ", Quoted(IdOf(*first, job)),
                                      ": ids of tasks differ within a pool"));
      }
    }
    count_ += job.tasks.size();
    jobs_.push_back(job.id);
  }

  void CheckCount(const Path& path, Faults& faults) const {
    if (count_ > kMaxTasksPerJob) {
      faults.Add(path, absl::StrCat("the jobs have ", count_, " tasks together, more than ", kMaxTasksPerJob));
    }
  }

 private:
  const std::string& IdOf(size_t job, const Job& current) const { return job < jobs_.size() ? jobs_[job] : current.id; }

  Repeats repeats_;
  std::vector<std::string> jobs_;
  size_t count_ = 0;
};

void CheckMember(const Path& path, const Job& job, const Job& first, Faults& faults) {
  if (job.employer_id != first.employer_id || job.site_id != first.site_id) {
    faults.Add(path, absl::StrCat(Quoted(job.id), " has another employer or site than ", Quoted(first.id),
                                  ": the jobs of a pool share both"));
  }
  if (job.openings > 1) {
    faults.Add(path, absl::StrCat(Quoted(job.id), " has ", job.openings, " openings: a job of a pool has 0 or 1"));
  }
}

void CheckMembers(const Context& context, const Path& path, size_t position, PoolOfJob& pool_of, Faults& faults) {
  const std::vector<std::string>& ids = context.market.pools[position].job_ids;
  const Path list = path / "job_ids";
  faults.CheckSize(list, ids.size(), 1, kMaxTasksPerJob);
  faults.CheckReferences(path, "job_ids", ids, context.jobs);
  TaskCheck tasks;
  const Job* first = nullptr;
  for (size_t i = 0; i < ids.size(); ++i) {
    const std::optional<size_t> member = context.jobs.Find(ids[i]);
    if (!member.has_value() || pool_of[*member] == position) {
      continue;  // Unknown or listed twice: said already.
    }
    const Path item = path.At("job_ids", i);
    if (pool_of[*member].has_value()) {
      faults.Add(item, absl::StrCat(Quoted(ids[i]), " is in pools[", *pool_of[*member], "] already"));
      continue;
    }
    pool_of[*member] = position;
    const Job& job = context.market.jobs[*member];
    first = first == nullptr ? &job : first;
    CheckMember(item, job, *first, faults);
    tasks.Add(item, job, faults);
  }
  tasks.CheckCount(list, faults);
}

void CheckStart(const Path& path, const Pool& pool, Faults& faults) {
  const std::optional<Date> earliest = faults.CheckDate(path / "earliest_start", pool.earliest_start, false);
  const std::optional<Date> latest = faults.CheckDate(path / "latest_start", pool.latest_start, false);
  if (earliest.has_value() && latest.has_value() && *latest < *earliest) {
    faults.Add(path / "latest_start",
               absl::StrCat(Quoted(pool.latest_start), " is before earliest_start ", Quoted(pool.earliest_start)));
  }
}

}  // namespace

void CheckPools(const Context& context, const Path& root, Faults& faults) {
  PoolOfJob pool_of(context.market.jobs.size());
  for (size_t i = 0; i < context.market.pools.size(); ++i) {
    const Pool& pool = context.market.pools[i];
    const Path path = root.At("pools", i, "pool", pool.id);
    faults.CheckOwnId(path / "id", pool.id, i, context.pools, "pools");
    if (const std::optional<size_t> job = context.jobs.Find(pool.id)) {
      faults.Add(path / "id", absl::StrCat(Quoted(pool.id), " is the id of jobs[", *job, "]"));
    }
    faults.CheckText(path / "name", pool.name, true);
    CheckMembers(context, path, i, pool_of, faults);
    faults.CheckRange(path / "pay_pence_per_hour", pool.pay_per_hour, 0, kMaxPayPencePerHour);
    faults.CheckRange(path / "min_role_minutes", pool.min_role_minutes, 0, kMinutesPerWeek.count());
    CheckStart(path, pool, faults);
    faults.CheckRange(path / "max_coworker_minutes", pool.max_coworker_minutes, 0, kNoUpperLimit);
    CheckRoleRules(path / "role", pool.role, faults);
  }
}

}  // namespace jobcarve::internal
