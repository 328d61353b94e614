// stages.h: the market as a graph and back: what Solve and Verify share.
#ifndef JOBCARVE_SRC_PLAN_STAGES_H_
#define JOBCARVE_SRC_PLAN_STAGES_H_

#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/explain/explain.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve::internal {

// Candidates to the left, jobs to the right, one edge for each carved role, in order of candidate and job.
absl::StatusOr<BipartiteGraph> GraphOf(const CompiledMarket& market, const Carvings& carvings);

// The carved role behind each edge of GraphOf.
std::vector<const CarvedRole*> RolesByEdge(const Carvings& carvings);

// Who is placed where, and what each job's opening is worth.
Placement PlacementOf(const CompiledMarket& market, const Carvings& carvings, const BipartiteGraph& graph,
                      const Matching& matching);

// The prices of a matching, by id.
Certificate CertificateOf(const CompiledMarket& market, const Carvings& carvings, const Matching& matching);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_STAGES_H_
