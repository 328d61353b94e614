// engine.h: Match with its inside in the open, for the objectives, tests and benchmarks; match.h is the front door.
#ifndef JOBCARVE_SRC_MATCH_ENGINE_H_
#define JOBCARVE_SRC_MATCH_ENGINE_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"
#include "match/problem.h"

namespace jobcarve::match {

// How the first prices are found. All end in the same total; they differ in time.
enum class Start {
  kAutomatic,     // By the ratio of places to left nodes; one that takes too long is dropped for kLeftsScaled.
  kNothing,       // Prices that no edge can beat, nobody seated: the search trees do everything (left_forest.h).
  kRightsBid,     // right_auction.h; with musts, kLeftsScaled.
  kLeftsBidOnce,  // left_auction.h; with musts, kLeftsScaled.
  kLeftsScaled,   // scaled_auction.h.
};

inline constexpr Start kAllStarts[] = {Start::kAutomatic, Start::kNothing, Start::kRightsBid, Start::kLeftsBidOnce,
                                       Start::kLeftsScaled};

struct EngineOptions {
  Start start = Start::kAutomatic;
};

// The heaviest matching among those that keep `musts`. Edges of weight <= 0 are used where that takes them. Prices are as in
// match.h, but those of nodes that must may have either sign.
// (greatest weight or 0 - least weight or 0) x (nodes of the smaller side + 1) must not exceed 2^60.
// Errors: FailedPrecondition that names a node when no matching keeps `musts`.
absl::StatusOr<Matching> MatchWithin(const BipartiteGraph& graph, const Musts& musts, const EngineOptions& engine = {});

// Match with a start of the caller's choice.
absl::StatusOr<Matching> MatchWith(const BipartiteGraph& graph, const MatchOptions& options, const EngineOptions& engine);

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_ENGINE_H_
