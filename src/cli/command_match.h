// command_match.h: `jobcarve match GRAPH`, the bare solver on a graph in the assignment format.
#ifndef JOBCARVE_CLI_COMMAND_MATCH_H_
#define JOBCARVE_CLI_COMMAND_MATCH_H_

#include <string>

#include "cli/command.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"
#include "jobcarve/match/objectives.h"

namespace jobcarve::cli {

Command MatchCommand();

// What the command prints: "s TOTAL", "m LEFT RIGHT" for each matched left node and, with `with_prices`, "u LEFT PRICE" and
// "p RIGHT PRICE" for every node. Node numbers are those of the file: right nodes follow the left ones.
std::string FormatMatching(const BipartiteGraph& graph, const Matching& matching, bool with_prices);

// The same for another objective; with `with_prices` "l LEVEL TOTAL", "u LEFT LEVEL PRICE" and "p RIGHT LEVEL PRICE" for all that
// are not 0, levels as in objectives.h.
std::string FormatLevelMatching(const BipartiteGraph& graph, const LevelMatching& matching, bool with_prices);

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_COMMAND_MATCH_H_
