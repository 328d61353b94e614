// engine.h: Match with its tuning in the open, for tests and benchmarks; match.h is the front door.
#ifndef JOBCARVE_SRC_MATCH_ENGINE_H_
#define JOBCARVE_SRC_MATCH_ENGINE_H_

#include <cstddef>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve::match {

struct EngineOptions {
  // Components with fewer left nodes skip the auction; shortest paths alone are faster there.
  size_t min_lefts_for_auction = 32;
};

absl::StatusOr<Matching> MatchWith(const BipartiteGraph& graph, const MatchOptions& options, const EngineOptions& engine);

// Nodes that may not stay out.
struct Musts {
  std::vector<bool> lefts;   // Must be matched; one for each left node.
  std::vector<bool> rights;  // Must be full; one for each right node.
};

// The heaviest matching among those that keep `musts`. Edges of weight <= 0 are used where that takes them. Prices are as in
// match.h, but those of nodes that must may have either sign.
// (greatest weight or 0 - least weight or 0) x (nodes of the smaller side + 1) must not exceed 2^60.
// Errors: FailedPrecondition that names a node when no matching keeps `musts`.
absl::StatusOr<Matching> MatchWithin(const BipartiteGraph& graph, const Musts& musts, const EngineOptions& engine = {});

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_ENGINE_H_
