// Subsets are counted through in an order in which the one with the first task comes first, so that among equals the first found
// stands. Tested by tests/carve/phases_test.cc.
#include "support/phase_oracle.h"

#include <algorithm>
#include <utility>

#include "jobcarve/base/check.h"

namespace jobcarve::test {
namespace {

constexpr size_t kMaxTasks = 16;

bool LinksHold(const Job& job, const Ids& tasks) {
  return std::all_of(job.links.begin(), job.links.end(), [&](const Link& link) {
    const bool has_task = tasks.count(link.task_id) > 0;
    const bool has_other = tasks.count(link.other_task_id) > 0;
    return link.kind == LinkKind::kBond ? has_task == has_other : !has_task || has_other;
  });
}

// Essential minutes, then all minutes.
std::pair<int64_t, int64_t> WorthOf(const Job& job, const Ids& tasks) {
  std::pair<int64_t, int64_t> worth;
  for (const std::string& id : tasks) {
    const Task& task = FindTask(job, id);
    worth.first += task.is_essential ? task.weekly_minutes.count() : 0;
    worth.second += task.weekly_minutes.count();
  }
  return worth;
}

std::vector<std::string> MostWithin(const Job& job, std::vector<std::string> tasks, Minutes most) {
  JOBCARVE_CHECK(tasks.size() <= kMaxTasks);
  std::sort(tasks.begin(), tasks.end());
  Ids best;
  for (size_t number = size_t{1} << tasks.size(); number-- > 0;) {
    Ids subset;
    for (size_t i = 0; i < tasks.size(); ++i) {
      if ((number >> (tasks.size() - 1 - i) & 1) != 0) {
        subset.insert(tasks[i]);
      }
    }
    const bool fits = SumOfMinutes(job, subset) <= most.count() && LinksHold(job, subset);
    if (fits && WorthOf(job, subset) > WorthOf(job, best)) {
      best = subset;
    }
  }
  return {best.begin(), best.end()};
}

}  // namespace

std::vector<ProposedPhase> ExpectedPhases(const OraclePair& pair, const std::vector<std::string>& task_ids) {
  std::vector<ProposedPhase> phases;
  if (pair.candidate.phases.empty()) {
    return phases;
  }
  std::vector<std::string> tasks = task_ids;
  int64_t week = 1;
  for (const Phase& phase : pair.candidate.phases) {
    week += phase.weeks;
  }
  const auto note = [&] {
    phases.push_back({.from_week = week,
                      .task_ids = tasks,
                      .weekly_minutes = Minutes{SumOfMinutes(pair.job, Ids(tasks.begin(), tasks.end()))}});
  };
  note();
  for (size_t i = pair.candidate.phases.size(); i-- > 0;) {
    tasks = MostWithin(pair.job, tasks, pair.candidate.phases[i].max_weekly_minutes);
    week -= pair.candidate.phases[i].weeks;
    note();
  }
  std::reverse(phases.begin(), phases.end());
  return phases;
}

}  // namespace jobcarve::test
