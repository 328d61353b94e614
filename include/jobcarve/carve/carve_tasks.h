// carve_tasks.h: the best role of a pair with so many tasks, or with just these.
//
//   const std::optional<Role> three = CarveCount(market, candidate, job, Form::kCarved, 3, options);
//   const std::optional<Role> these = CarveTasks(market, candidate, job, Form::kCarved, three->tasks, options);
//
// Exact, with ties broken as ever (carve.h): a number of tasks is a rule on the role like those on the residual, which the search
// keeps; given tasks are forced in and all others out. Deterministic. Errors and cost as of CarvePair.
#ifndef JOBCARVE_CARVE_CARVE_TASKS_H_
#define JOBCARVE_CARVE_CARVE_TASKS_H_

#include <cstdint>
#include <optional>

#include "jobcarve/carve/carve.h"

namespace jobcarve {

// The best role of this form with exactly `task_count` tasks, whatever its score; nullopt when none is feasible.
std::optional<Role> CarveCount(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, Form form,
                               int64_t task_count, const SolveOptions& options = {});

// The best role of this form with exactly these tasks, at `prices` as by CarvePair: what is chosen are the adjustments.
std::optional<Role> CarveTasks(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, Form form, TaskSet tasks,
                               const SolveOptions& options = {}, const RolePrices& prices = {});

}  // namespace jobcarve

#endif  // JOBCARVE_CARVE_CARVE_TASKS_H_
