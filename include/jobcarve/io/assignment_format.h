// assignment_format.h: bipartite graphs as text, in the DIMACS layout for assignment problems, with capacities.
//
//   c two who want one role, which has two places      any comment
//   p asn 3 2                                          NODES and ARCS, before everything but comments
//   n 1                                                left nodes: 1, 2, 3, ... in this order, before the first arc;
//   n 2                                                all other nodes, up to NODES, are right nodes
//   c capacity 3 2                                     right node 3 has 2 places; 1 when nothing is said
//   c tier 2 -1                                        left node 2 is of tier -1 (match/objectives.h); 0 when nothing is said
//   a 1 3 5                                            LEFT RIGHT WEIGHT
//   a 2 3 7
//
//   absl::StatusOr<BipartiteGraph> graph = io::ParseAssignment(text);
//   if (!graph.ok()) return graph.status();            // "line 7: weight 'x' is not a whole number"
//   const std::string same = io::FormatAssignment(*graph);
//   absl::StatusOr<io::TieredGraph> tiered = io::ParseTieredAssignment(text);    // when tiers matter
//
// Node i of the file is LeftIndex(i - 1) when it is a left node and RightIndex(i - 1 - left nodes) otherwise. Other readers
// pass over capacities and tiers, as they are comments. Fields are separated by spaces or tabs; lines end in LF or CR LF, the
// last one in either or neither; empty lines are allowed. Nothing may follow the fields of a line. Reference: D. S. Johnson, C.
// C. McGeoch (eds.), "Network Flows and Matching: First DIMACS Implementation Challenge", 1993.
#ifndef JOBCARVE_IO_ASSIGNMENT_FORMAT_H_
#define JOBCARVE_IO_ASSIGNMENT_FORMAT_H_

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::io {

struct TieredGraph {
  BipartiteGraph graph;
  IndexedVector<LeftIndex, int32_t> tiers;  // One for each left node; the lowest comes first.
};

// Errors: InvalidArgument "line N: what was found, what is allowed" for the first fault: an unknown or repeated kind of line, a
//   missing, surplus or unreadable field, a number out of range (nodes up to 2^22 on each side, |weight| up to 2^40,
//   capacities up to 2^31 - 1, tiers from -2^31 to 2^31 - 1), nodes that are not on the side they should be, a capacity or tier
//   given twice, or counts that differ from the `p` line. Any bytes at all are safe to pass.
// Edges keep the order of their lines within each left node. Cost: O(size of the text).
absl::StatusOr<TieredGraph> ParseTieredAssignment(absl::string_view text);
absl::StatusOr<BipartiteGraph> ParseAssignment(absl::string_view text);  // The graph alone; tiers are checked all the same.

// The text that reads back as an equal graph: capacities other than 1 and tiers other than 0 first, then the edges by number.
// `tiers` has one entry for each left node, or none at all.
std::string FormatAssignment(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers = {});

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_ASSIGNMENT_FORMAT_H_
