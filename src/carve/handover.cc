// Depth first, largest group first; co-workers with equally many minutes left are tried once. The first descent is first-fit
// decreasing, which settles nearly all cases at once. Tested by tests/carve/handover_test.cc.
#include "carve/handover.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "jobcarve/base/check.h"
#include "screen/form_limits.h"

namespace jobcarve {
namespace {

constexpr int64_t kMaxSteps = 1'000'000;

}  // namespace

HandoverPacking::HandoverPacking(const CompiledJob& job, const LinkForest& links, bool is_room_endless) {
  for (TaskSet tasks : links.bond_groups) {
    by_task_.push_back({.tasks = tasks, .minutes = MinutesOf(job, tasks).count()});
  }
  std::sort(by_task_.begin(), by_task_.end(),
            [](const Group& a, const Group& b) { return std::countr_zero(a.tasks) < std::countr_zero(b.tasks); });
  by_size_ = by_task_;
  std::stable_sort(by_size_.begin(), by_size_.end(), [](const Group& a, const Group& b) { return a.minutes > b.minutes; });
  for (const CompiledCoWorker& co_worker : job.co_workers) {
    spare_.push_back(is_room_endless ? kMinutesPerWeek.count() : co_worker.spare_minutes.count());
  }
}

bool HandoverPacking::Fits(TaskSet tasks) {
  return tasks == 0 || Pack(tasks, spare_);
}

bool HandoverPacking::Pack(TaskSet tasks, std::vector<int64_t> spare) {
  to_pack_.clear();
  for (const Group& group : by_size_) {
    if ((group.tasks & tasks) != 0) {
      to_pack_.push_back(group.minutes);
    }
  }
  steps_left_ = kMaxSteps;
  const bool fits = PackFrom(0, spare);
  is_exact_ = is_exact_ && steps_left_ > 0;
  return fits;
}

bool HandoverPacking::PackFrom(size_t position, std::vector<int64_t>& spare) {
  if (position == to_pack_.size()) {
    return true;
  }
  const int64_t left = std::accumulate(to_pack_.begin() + static_cast<std::ptrdiff_t>(position), to_pack_.end(), int64_t{0});
  if (std::accumulate(spare.begin(), spare.end(), int64_t{0}) < left) {
    return false;
  }
  for (size_t i = 0; i < spare.size(); ++i) {
    const bool is_new = std::find(spare.begin(), spare.begin() + static_cast<std::ptrdiff_t>(i), spare[i]) ==
                        spare.begin() + static_cast<std::ptrdiff_t>(i);
    if (spare[i] < to_pack_[position] || !is_new) {
      continue;
    }
    if (--steps_left_ <= 0) {
      return false;
    }
    spare[i] -= to_pack_[position];
    const bool fits = PackFrom(position + 1, spare);
    spare[i] += to_pack_[position];
    if (fits) {
      return true;
    }
  }
  return false;
}

std::vector<TaskHandover> HandoverPacking::Assign(TaskSet tasks) {
  std::vector<TaskHandover> handovers;
  std::vector<int64_t> spare = spare_;
  TaskSet left = tasks;
  for (const Group& group : by_task_) {
    if ((group.tasks & tasks) == 0) {
      continue;
    }
    left &= ~group.tasks;
    size_t taker = 0;
    while (taker < spare.size()) {
      spare[taker] -= group.minutes;
      if (spare[taker] >= 0 && (left == 0 || Pack(left, spare))) {
        break;
      }
      spare[taker] += group.minutes;
      ++taker;
    }
    JOBCARVE_CHECK(taker < spare.size());
    for (TaskSet rest = group.tasks; rest != 0; rest &= rest - 1) {
      handovers.push_back({.task = TaskIndex(static_cast<size_t>(std::countr_zero(rest))), .co_worker = CoWorkerIndex(taker)});
    }
  }
  std::sort(handovers.begin(), handovers.end(), [](const TaskHandover& a, const TaskHandover& b) { return a.task < b.task; });
  return handovers;
}

}  // namespace jobcarve
