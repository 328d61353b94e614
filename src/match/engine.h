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
  kNothing,       // Prices that no edge can beat, nobody seated: shortest paths do everything.
  kRightsBid,     // right_auction.h; with musts, kLeftsScaled.
  kLeftsBidOnce,  // left_auction.h, one exact phase.
  kLeftsScaled,   // left_auction.h, with falling steps.
};

inline constexpr Start kAllStarts[] = {Start::kAutomatic, Start::kNothing, Start::kRightsBid, Start::kLeftsBidOnce,
                                       Start::kLeftsScaled};

struct EngineOptions {
  Start start = Start::kAutomatic;
};

// The heaviest matching among those that leave out no node of `musts`. Left prices of left nodes that must be matched and
// right prices of right nodes that must be full may have either sign.
// When not all lefts of `musts` can be matched the answer has a shortage. Whoever asks for full right nodes must know that a
// matching that fills them and matches all lefts of `musts` exists.
// Errors: InvalidArgument when prices could overflow: see Match about `perfect`.
absl::StatusOr<Matching> MatchWithin(const BipartiteGraph& graph, const Musts& musts, const EngineOptions& engine = {});

// Match with a start of the caller's choice.
absl::StatusOr<Matching> MatchWith(const BipartiteGraph& graph, const MatchOptions& options, const EngineOptions& engine);

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_ENGINE_H_
