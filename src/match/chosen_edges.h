// chosen_edges.h: what the checkers of matchings share, and they alone: no solver uses this file, and it uses nothing of theirs.
#ifndef JOBCARVE_SRC_MATCH_CHOSEN_EDGES_H_
#define JOBCARVE_SRC_MATCH_CHOSEN_EDGES_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "absl/numeric/int128.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::checking {

// Errors: an edge that the graph has not, or that does not come after the one before it.
absl::Status VerifyOrder(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen);

// What the nodes have.
struct Usage {
  IndexedVector<LeftIndex, std::optional<EdgeIndex>> edge_of;
  IndexedVector<RightIndex, int64_t> taken;  // Places used.

  bool IsChosen(LeftIndex left, EdgeIndex edge) const { return edge_of[left] == edge; }
  bool IsFull(const BipartiteGraph& graph, RightIndex right) const { return taken[right] == graph.capacity(right); }
};

// These take only edges that are in order. Errors: an edge too many for a node; one of weight 0 or less; another total.
absl::StatusOr<Usage> CountUsage(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen);
absl::Status VerifyWeightsAbove0(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen);
absl::Status VerifyTotal(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen, int64_t total);

// "edges[3] (left 0, right 2)".
std::string Describe(const BipartiteGraph& graph, EdgeIndex edge);

// Prints a 128-bit sum; corrupt prices can exceed 64 bits.
std::string Decimal(absl::int128 value);

}  // namespace jobcarve::checking

#endif  // JOBCARVE_SRC_MATCH_CHOSEN_EDGES_H_
