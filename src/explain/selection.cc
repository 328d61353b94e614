// Each demand of the selection is held against the role's own demands, then against the person. What is unknown of a person is
// no reason for another route. Tested by tests/explain/selection_test.cc.
#include "jobcarve/explain/selection.h"

#include <algorithm>

#include "absl/algorithm/container.h"
#include "explain/gaps.h"
#include "jobcarve/screen/screen.h"

namespace jobcarve {
namespace {

// The most that a task of the role or a condition of the job asks for on a dimension.
Level AskedByRole(const CompiledJob& job, TaskSet tasks, DimensionIndex dimension) {
  Level most;
  const auto note = [&](const std::vector<CompiledDemand>& demands) {
    for (const CompiledDemand& demand : demands) {
      most = demand.dimension == dimension ? std::max(most, demand.level) : most;
    }
  };
  note(job.conditions);
  for (TaskIndex task : job.tasks.Indices()) {
    if (Contains(tasks, task)) {
      note(job.tasks[task].demands);
    }
  }
  return most;
}

// The least change on offer that takes the demand away; PANEL_INTERVIEW when there is none.
RouteKind LeastChange(const CompiledJob& job, DimensionIndex dimension) {
  const auto found = absl::c_find_if(
      job.routes, [dimension](const CompiledRoute& route) { return absl::c_binary_search(route.removes, dimension); });
  return found == job.routes.end() ? RouteKind::kPanelInterview : found->kind;
}

// Where one demand needs a route that replaces the usual way altogether, the rest go with it.
void LetAReplacingRouteStandForAll(std::vector<ProposedRoute>& routes) {
  const auto replacing =
      absl::c_find_if(routes, [](const ProposedRoute& route) { return route.kind >= RouteKind::kWorkingInterview; });
  if (replacing == routes.end()) {
    return;
  }
  const RouteKind kind = replacing->kind;
  for (ProposedRoute& route : routes) {
    route.kind = kind;
  }
}

}  // namespace

std::vector<ProposedRoute> RoutesOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role) {
  const CompiledJob& post = market.jobs[job];
  const CompiledCandidate& person = market.candidates[candidate];
  std::vector<ProposedRoute> routes;
  if (post.selection.empty() || person.holds_job == job) {
    return routes;
  }
  const std::vector<AdjustmentIndex> own = OwnAdjustmentsInForce(market, candidate, job);
  for (const CompiledDemand& demand : post.selection) {
    const CompiledCapability* capability = person.Find(demand.dimension);
    const Level role_level = AskedByRole(post, role.tasks, demand.dimension);
    if (capability != nullptr && demand.level > role_level &&
        internal::ReachOf(market, *capability, demand, {}, own, internal::Day::kOrdinary).is_short()) {
      routes.push_back({.dimension_id = market.dimensions[demand.dimension].id,
                        .selection_level = demand.level,
                        .role_level = role_level,
                        .kind = LeastChange(post, demand.dimension)});
    }
  }
  LetAReplacingRouteStandForAll(routes);
  return routes;
}

}  // namespace jobcarve
