// selection.h: where the way of choosing somebody asks for more than the work does, and the least change that takes that away.
//
//   for (const ProposedRoute& route : RoutesOf(market, candidate, job, role)) ...    // "a working interview instead"
//
// The selection never decides about a role. Exactly: "The selection" in proto/README.md. By dimension id; empty for whoever holds
// the job. Deterministic; O(selection demands x (tasks of the role x demands + routes)).
#ifndef JOBCARVE_EXPLAIN_SELECTION_H_
#define JOBCARVE_EXPLAIN_SELECTION_H_

#include <string>
#include <vector>

#include "jobcarve/base/units.h"
#include "jobcarve/carve/carve.h"

namespace jobcarve {

// Field by field ProposedRoute of plan.proto.
struct ProposedRoute {
  std::string dimension_id;
  Level selection_level;
  Level role_level;
  RouteKind kind = RouteKind::kUnspecified;

  bool operator==(const ProposedRoute&) const = default;
};

std::vector<ProposedRoute> RoutesOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role);

}  // namespace jobcarve

#endif  // JOBCARVE_EXPLAIN_SELECTION_H_
