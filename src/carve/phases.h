// phases.h: how the hours of a role build up. "Phases" in proto/README.md.
#ifndef JOBCARVE_SRC_CARVE_PHASES_H_
#define JOBCARVE_SRC_CARVE_PHASES_H_

#include <cstdint>
#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve {

// What is done of a role from some week on.
struct RolePhase {
  int64_t from_week = 1;
  TaskSet tasks = 0;

  bool operator==(const RolePhase&) const = default;
};

// One for each of the person's phases, then the role; none where the person has no phases. `tasks` keep the job's links. Exact,
// but where links are no forest and the search of a phase looks at `node_limit` nodes without an end.
std::vector<RolePhase> PhasesOf(const CompiledCandidate& person, const CompiledJob& job, TaskSet tasks, int64_t node_limit);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_PHASES_H_
