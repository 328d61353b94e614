// assignment_format.h: bipartite graphs as text, in the DIMACS layout for assignment problems, with capacities.
//
//   c two who want one role, which has two places      any comment
//   p asn 3 2                                          NODES and ARCS, before everything but comments
//   n 1                                                left nodes: 1, 2, 3, ... in this order, before the first arc;
//   n 2                                                all other nodes, up to NODES, are right nodes
//   c capacity 3 2                                     right node 3 has 2 places; 1 when nothing is said
//   a 1 3 5                                            LEFT RIGHT WEIGHT
//   a 2 3 7
//
//   absl::StatusOr<BipartiteGraph> graph = io::ParseAssignment(text);
//   if (!graph.ok()) return graph.status();            // "line 7: weight 'x' is not a whole number"
//   const std::string same = io::FormatAssignment(*graph);
//
// Node i of the file is LeftIndex(i - 1) when it is a left node and RightIndex(i - 1 - left nodes) otherwise. Other readers
// pass over capacities, as they are comments. Fields are separated by spaces or tabs; lines end in LF or CR LF, the last one
// in either or neither; empty lines are allowed. Nothing may follow the fields of a line.
// Reference: D. S. Johnson, C. C. McGeoch (eds.), "Network Flows and Matching: First DIMACS Implementation Challenge", 1993.
#ifndef JOBCARVE_IO_ASSIGNMENT_FORMAT_H_
#define JOBCARVE_IO_ASSIGNMENT_FORMAT_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "jobcarve/match/bipartite.h"

namespace jobcarve::io {

// Errors: InvalidArgument "line N: what was found, what is allowed" for the first fault: an unknown or repeated kind of line, a
//   missing, surplus or unreadable field, a number out of range (nodes up to 2^22 on each side, |weight| up to 2^40,
//   capacities up to 2^31 - 1), nodes that are not on the side they should be, a capacity given twice, or counts that differ
//   from the `p` line. Any bytes at all are safe to pass.
// Edges keep the order of their lines within each left node. Cost: O(size of the text).
absl::StatusOr<BipartiteGraph> ParseAssignment(absl::string_view text);

// The text that reads back as an equal graph: capacities other than 1 first, then the edges by number.
std::string FormatAssignment(const BipartiteGraph& graph);

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_ASSIGNMENT_FORMAT_H_
