// From the last phase to the first, each within the one after it: the search of branch.h, where tasks are worth their minutes,
// and minutes of essential tasks more than all others together. Tested by tests/carve/phases_test.cc.
#include "carve/phases.h"

#include <algorithm>

#include "carve/branch.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"

namespace jobcarve {
namespace {

// An essential minute is worth more than a week of others.
constexpr int64_t kEssential = 1 << 14;
static_assert(kEssential > kMinutesPerWeek.count());

// The tasks of `from` that a week of at most so many minutes is best spent on.
TaskSet MostWithin(const CompiledJob& job, const LinkForest& links, TaskSet from, Minutes most, int64_t node_limit) {
  FormProblem problem;
  problem.form = Form::kCarved;
  problem.must_not = links.all & ~from;
  problem.high = most.count() / links.unit;
  problem.by_units.assign(static_cast<size_t>(problem.high) + 1, 0);
  problem.kinks = {0};
  if (problem.high > 0) {
    problem.kinks.push_back(problem.high);
  }
  for (const CompiledTask& task : job.tasks) {
    problem.value.push_back(task.minutes.count() * (task.is_essential ? 1 + kEssential : 1));
  }
  problem.reduced_value = problem.value;
  Knapsack knapsack;
  Incumbent best;
  FormSearch(problem, links, nullptr, knapsack, node_limit).Run({.doable = {.tasks = from, .holding = from}}, best);
  return best.tasks();
}

}  // namespace

std::vector<RolePhase> PhasesOf(const CompiledCandidate& person, const CompiledJob& job, TaskSet tasks, int64_t node_limit) {
  std::vector<RolePhase> phases;
  if (person.phases.empty()) {
    return phases;
  }
  int64_t week = 1;
  for (const Phase& phase : person.phases) {
    week += phase.weeks;
  }
  const LinkForest links = LinkForestOf(job);
  phases.push_back({.from_week = week, .tasks = tasks});
  for (auto phase = person.phases.rbegin(); phase != person.phases.rend(); ++phase) {
    week -= phase->weeks;
    phases.push_back(
        {.from_week = week, .tasks = MostWithin(job, links, phases.back().tasks, phase->max_weekly_minutes, node_limit)});
  }
  std::reverse(phases.begin(), phases.end());
  return phases;
}

}  // namespace jobcarve
