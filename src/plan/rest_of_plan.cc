// The loss of an alternative place tells what the others reach around it: total - loss is their total and the person's own score.
// Jobs where the person's role is worth nothing have no edge; for this question they get one of weight 1.
// Tested by tests/plan/inquiry_test.cc and inquiry_random_test.cc.
#include "plan/rest_of_plan.h"

#include <algorithm>

#include "jobcarve/base/check.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::internal {
namespace {

absl::StatusOr<std::vector<EdgeIndex>> AddMissingEdges(IncrementalMatching& matching, LeftIndex person,
                                                       const std::vector<CarvedRole>& roles) {
  std::vector<EdgeIndex> added;
  for (const CarvedRole& carved : roles) {
    if (carved.role.score <= Score{0}) {
      JOBCARVE_ASSIGN_OR_RETURN(const EdgeIndex edge,
                                matching.AddEdge({.left = person, .right = RightIndex(carved.job.value()), .weight = 1}));
      added.push_back(edge);
    }
  }
  matching.Optimise();
  return added;
}

size_t PlaceOf(const std::vector<CarvedRole>& roles, const Edge& edge) {
  const auto place = std::lower_bound(roles.begin(), roles.end(), JobIndex(edge.right.value()),
                                      [](const CarvedRole& carved, JobIndex job) { return carved.job < job; });
  JOBCARVE_CHECK(place != roles.end() && place->job == JobIndex(edge.right.value()));
  return static_cast<size_t>(place - roles.begin());
}

}  // namespace

absl::StatusOr<RestOfPlan> RestOf(IncrementalMatching& matching, CandidateIndex candidate, const std::vector<CarvedRole>& roles) {
  const LeftIndex person(candidate.value());
  JOBCARVE_ASSIGN_OR_RETURN(const std::vector<EdgeIndex> added, AddMissingEdges(matching, person, roles));
  RestOfPlan rest = {.unplaced = Score{matching.total()}, .placed = std::vector<Score>(roles.size())};
  const auto note = [&](std::optional<EdgeIndex> edge, int64_t loss) {
    const Score total{matching.total() - loss};
    if (edge.has_value()) {
      rest.placed[PlaceOf(roles, matching.edge(*edge))] = total - Score{matching.edge(*edge).weight};
    } else {
      rest.unplaced = total;
    }
  };
  note(matching.EdgeHeldBy(person), 0);
  JOBCARVE_ASSIGN_OR_RETURN(const std::vector<Alternative> alternatives, matching.Alternatives(person, roles.size() + 1));
  for (const Alternative& alternative : alternatives) {
    note(alternative.edge, alternative.loss);
  }
  for (EdgeIndex edge : added) {
    JOBCARVE_RETURN_IF_ERROR(matching.RemoveEdge(edge));
  }
  matching.Optimise();
  return rest;
}

}  // namespace jobcarve::internal
