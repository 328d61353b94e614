// Depth first, largest group first; of co-workers who can take the same and have equally many minutes left one is tried. The
// first descent is first-fit decreasing, which settles nearly all cases at once. Tested by tests/carve/handover_test.cc.
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
    Group& group = by_task_.emplace_back(Group{.tasks = tasks, .minutes = MinutesOf(job, tasks).count()});
    for (const CompiledCoWorker& co_worker : job.co_workers) {
      group.takers.push_back(is_room_endless || (tasks & ~co_worker.can_take) == 0);
    }
  }
  std::sort(by_task_.begin(), by_task_.end(),
            [](const Group& a, const Group& b) { return std::countr_zero(a.tasks) < std::countr_zero(b.tasks); });
  by_size_ = by_task_;
  std::stable_sort(by_size_.begin(), by_size_.end(), [](const Group& a, const Group& b) { return a.minutes > b.minutes; });
  for (const CompiledCoWorker& co_worker : job.co_workers) {
    spare_.push_back(is_room_endless ? kMinutesPerWeek.count() : co_worker.spare_minutes.count());
    const auto first = std::find_if(job.co_workers.begin(), job.co_workers.end(), [&](const CompiledCoWorker& other) {
      return is_room_endless || other.can_take == co_worker.can_take;
    });
    alike_.push_back(static_cast<size_t>(first - job.co_workers.begin()));
  }
}

bool HandoverPacking::Fits(TaskSet tasks) {
  return tasks == 0 || Pack(tasks, spare_);
}

bool HandoverPacking::Pack(TaskSet tasks, std::vector<int64_t> spare) {
  to_pack_.clear();
  for (const Group& group : by_size_) {
    if ((group.tasks & tasks) != 0) {
      to_pack_.push_back(&group);
    }
  }
  steps_left_ = kMaxSteps;
  const bool fits = PackFrom(0, spare);
  is_exact_ = is_exact_ && steps_left_ > 0;
  return fits;
}

// Nobody before co-worker i can take the same and has as many minutes left.
bool HandoverPacking::IsFirstOfItsKind(const std::vector<int64_t>& spare, size_t i) const {
  for (size_t other = 0; other < i; ++other) {
    if (spare[other] == spare[i] && alike_[other] == alike_[i]) {
      return false;
    }
  }
  return true;
}

bool HandoverPacking::PackFrom(size_t position, std::vector<int64_t>& spare) {
  if (position == to_pack_.size()) {
    return true;
  }
  const Group& group = *to_pack_[position];
  const int64_t left = std::accumulate(to_pack_.begin() + static_cast<std::ptrdiff_t>(position), to_pack_.end(), int64_t{0},
                                       [](int64_t sum, const Group* next) { return sum + next->minutes; });
  if (std::accumulate(spare.begin(), spare.end(), int64_t{0}) < left) {
    return false;
  }
  for (size_t i = 0; i < spare.size(); ++i) {
    if (spare[i] < group.minutes || !group.takers[i] || !IsFirstOfItsKind(spare, i)) {
      continue;
    }
    if (--steps_left_ <= 0) {
      return false;
    }
    spare[i] -= group.minutes;
    const bool fits = PackFrom(position + 1, spare);
    spare[i] += group.minutes;
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
      if (spare[taker] >= 0 && group.takers[taker] && (left == 0 || Pack(left, spare))) {
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
