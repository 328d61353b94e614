// engine.h: Match with its tuning in the open, for tests and benchmarks; match.h is the front door.
#ifndef JOBCARVE_SRC_MATCH_ENGINE_H_
#define JOBCARVE_SRC_MATCH_ENGINE_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve::match {

struct EngineOptions {
  // Components with fewer left nodes skip the auction; shortest paths alone are faster there.
  size_t min_lefts_for_auction = 32;
};

absl::StatusOr<Matching> MatchWith(const BipartiteGraph& graph, const MatchOptions& options, const EngineOptions& engine);

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_ENGINE_H_
