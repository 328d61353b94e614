// frontier.h: what an employer could do with one post: for each number of tasks taken out of it, the best role there is, the
// people it opens the door to, what it takes, what stays and what the employer gains.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Frontier frontier, TraceFrontier(market, "ward-clerk"));
//   for (const FrontierEntry& entry : frontier.entries) ...      // entry.is_dominated: fewer tasks do at least as well
//
// Exact: the best role of k tasks is the best over all candidates of the best role of the pair with exactly k tasks, CARVED for
// fewer than all, WHOLE for all of them; a door is a candidate for whom exactly the tasks of that role are feasible, in the same
// form, with any adjustments. Only this post is looked at: whether a person does better elsewhere is Solve's business. An
// employer's view: it holds tasks, adjustments and figures of the job, and nothing that anybody can or cannot do. Ids and scores
// of people are for the team that talks with the employer; the page (report/frontier_text.h) leaves them out.
//
// Errors. As Solve, and InvalidArgument when the market has no such job. Deterministic for any number of threads.
// Cost. Two searches (carve/carve_tasks.h) for each candidate and number of tasks at most.
#ifndef JOBCARVE_PLAN_FRONTIER_H_
#define JOBCARVE_PLAN_FRONTIER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve {

// Field by field these are the messages of the same names in plan.proto, where meaning, unit and order stand.
struct Door {
  std::string candidate_id;
  Score score;

  bool operator==(const Door&) const = default;
};

struct FrontierEntry {
  int64_t task_count = 0;
  Form form = Form::kUnspecified;
  std::vector<std::string> task_ids = {};
  std::vector<std::string> adjustment_ids = {};
  std::string candidate_id = {};
  Score score{};
  Minutes weekly_minutes{};
  Pence pay_per_hour{};
  std::optional<Residual> residual = std::nullopt;
  Pence weekly_gain{};
  Pence employer_cost{};
  std::vector<Door> doors = {};
  bool is_dominated = false;
  bool is_proven = true;

  bool operator==(const FrontierEntry&) const = default;
};

struct Frontier {
  std::string job_id;
  std::vector<FrontierEntry> entries;

  bool operator==(const Frontier&) const = default;
};

// `run.progress` hears "carve" and "doors".
absl::StatusOr<Frontier> TraceFrontier(const Market& market, const std::string& job_id, const SolveOptions& options = {},
                                       const RunControl& run = {});

}  // namespace jobcarve

#endif  // JOBCARVE_PLAN_FRONTIER_H_
