// open.h: what would open a role that is out of reach.
//
//   const OpenedRole opened = WhatWouldOpen(market, candidate, job, options);
//   for (const Barrier& barrier : opened.barriers) ...      // take these away, and opened.role is possible
//
// Barriers are removed by re-carving without them, so the answer is true by construction: with all of them gone the role is
// feasible, and with any one left no role of the pair is. Barriers without whose removal the pair stays shut whatever else goes
// stand in every such set; beyond those, the set is the smallest there is where at most two more are needed, and otherwise one
// from which none can be left out. Among sets of one size the one that opens the best role is taken. An opening is nothing that a
// barrier's removal makes: WHOLE and STRIPPED still need one, or that the person holds the job. Deterministic. Cost: at most
// about (d + 12)^2 / 2 carvings for d dimensions with a gap.
#ifndef JOBCARVE_EXPLAIN_OPEN_H_
#define JOBCARVE_EXPLAIN_OPEN_H_

#include <optional>
#include <vector>

#include "jobcarve/carve/carve.h"

namespace jobcarve {

// Empty `barriers`: the role is possible as things are.
struct OpenedRole {
  std::vector<Barrier> barriers;  // By kind, then dimension.
  Role role;                      // The best one of the pair once they are gone.
};

// nullopt when more than `max_barriers` would have to go, or nothing opens the pair (a held post of one task, say).
std::optional<OpenedRole> WhatWouldOpen(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                        const SolveOptions& options = {}, size_t max_barriers = 64);

// The kinds of barriers between the pair, ascending, each once: those that Screen proves as things are, or where it proves none,
// the first kind whose removal opens a role, failing that, kinds that open one together and of which none can be left out. Empty
// when a role is possible. Some two dozen carvings at most.
std::vector<BarrierKind> BarrierKindsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                        const SolveOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_EXPLAIN_OPEN_H_
