// Read, solve, have the independent checker prove it, write. Tested by tests/cli/command_match_test.cc.
#include "cli/command_match.h"

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "cli/arguments.h"
#include "cli/stats.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/assignment_format.h"
#include "jobcarve/io/files.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/objectives.h"
#include "jobcarve/match/objectives_certificate.h"

namespace jobcarve::cli {
namespace {

constexpr char kParagraph[] =
    R"(Finds the heaviest matching of a graph: each left node gets at most one right node, each right node takes at most as many
left nodes as it has places, and the sum of the weights is as large as it can be. The answer is exact, and an independent
check proves it before it is written. Edges of weight 0 or less are used only with --perfect.

The graph:                     The answer:
  c two who want one role        s 12     the total weight
  p asn 3 2                      m 1 3    left node 1 is matched with right node 3
  n 1                            m 2 3
  n 2                          and with --prices, for every node:
  c capacity 3 2                 u 1 5    the price of left node 1
  a 1 3 5                        u 2 7
  a 2 3 7                        p 3 0    the price of right node 3

It says: 3 nodes and 2 edges; nodes 1 and 2 are left nodes, the others right nodes; node 3 has 2 places (1 when nothing is
said); node 1 may be matched with node 3, for 5.

What the prices prove: for every edge, u of its left node plus p of its right node is at least its weight, and just that
when the edge is chosen; p is 0 where places are left, and u is 0 for unmatched nodes. So no matching weighs more than all u
plus all p times places, and this one weighs that.

Other objectives are lists of levels; each is made as great as it can be without loss on those before it:
  max-placements   as many pairs as can be, then their weight
  priority-first   the weight of the lowest tier's pairs, then of the next, ...; a line 'c tier 2 1' in the graph puts left
                   node 2 into tier 1, others are of tier 0
  max-min          as many pairs as can be, then as few as can be of the lowest weight, then of the next lowest, ...: the worst
                   off first
With --prices these print 'l 0 2' for a total of 2 on level 0 and 'u 1 0 5' or 'p 3 0 5' for the price 5 of a node on level 0,
leaving out what is 0. They prove the answer as above, compared level by level; only a later price may be below 0.)";

enum class Objective { kMaxTotal, kMaxPlacements, kPriorityFirst, kMaxMin };

struct Flags {
  std::string graph_path;
  std::string out_path;
  std::string stats_path;
  MatchOptions match = {.threads = 0};
  Objective objective = Objective::kMaxTotal;
  bool with_prices = false;
};

Arguments Declare(Flags* flags) {
  Arguments arguments("match", kParagraph);
  arguments.Positional({.value = "GRAPH", .help = "a file in the assignment format; - is the standard input"},
                       &flags->graph_path);
  arguments.Choice({.name = "objective", .value = "WHAT", .help = "what to make as great as it can be; max-total if not given"},
                   &flags->objective,
                   {{"max-total", Objective::kMaxTotal},
                    {"max-placements", Objective::kMaxPlacements},
                    {"priority-first", Objective::kPriorityFirst},
                    {"max-min", Objective::kMaxMin}});
  arguments.Option({.name = "perfect", .help = "match every left node, even at a loss; an error when that cannot be done"},
                   &flags->match.perfect);
  arguments.Option({"threads", "N", "threads to work on; 0, the default, means one for every core; never changes the answer"},
                   &flags->match.threads, {0, kMaxThreads});
  arguments.Option({.name = "prices", .help = "print the prices that prove the answer, too"}, &flags->with_prices);
  arguments.Option({.name = "out", .value = "FILE", .help = "where the answer goes; standard output if not given"},
                   &flags->out_path);
  arguments.Option({.name = "stats", .value = "FILE", .help = "where seconds by stage, counts and peak memory go, as JSON"},
                   &flags->stats_path);
  arguments.Example("jobcarve match graph.asn --prices --out matching.txt");
  arguments.Example("jobcarve match graph.asn --objective max-min");
  return arguments;
}

// People read this, so it names one node and counts the rest.
absl::Status ImpossibleStatus(const Shortage& shortage) {
  const size_t first = shortage.lefts.front().value() + 1;
  if (shortage.lefts.size() == 1) {
    return absl::FailedPreconditionError(
        absl::StrCat("no matching reaches every left node: no right node with a place is open to left node ", first));
  }
  return absl::FailedPreconditionError(absl::StrCat("no matching reaches every left node: ", shortage.lefts.size(),
                                                    " left nodes, among them left node ", first, ", compete for ",
                                                    shortage.places, " places and have no other edge"));
}

absl::StatusOr<Matching> ProvenMatch(const BipartiteGraph& graph, const MatchOptions& options) {
  JOBCARVE_ASSIGN_OR_RETURN(Matching matching, Match(graph, options));
  if (const absl::Status proof = VerifyOptimal(graph, matching, options); !proof.ok()) {
    return absl::InternalError(absl::StrCat("the answer failed its own check: ", proof.message()));
  }
  if (matching.shortage.has_value()) {
    return ImpossibleStatus(*matching.shortage);
  }
  return matching;
}

absl::StatusOr<LevelMatching> LevelMatch(const io::TieredGraph& input, Objective objective) {
  switch (objective) {
    case Objective::kMaxPlacements:
      return MatchMostPlacements(input.graph);
    case Objective::kMaxMin:
      return MatchFairest(input.graph);
    default:
      return MatchByPriority(input.graph, input.tiers);
  }
}

absl::Status VerifyLevelMatch(const io::TieredGraph& input, Objective objective, const LevelMatching& matching) {
  switch (objective) {
    case Objective::kMaxPlacements:
      return VerifyMostPlacements(input.graph, matching);
    case Objective::kMaxMin:
      return VerifyFairest(input.graph, matching);
    default:
      return VerifyByPriority(input.graph, input.tiers, matching);
  }
}

absl::StatusOr<LevelMatching> ProvenLevelMatch(const io::TieredGraph& input, Objective objective) {
  JOBCARVE_ASSIGN_OR_RETURN(LevelMatching matching, LevelMatch(input, objective));
  if (const absl::Status proof = VerifyLevelMatch(input, objective, matching); !proof.ok()) {
    return absl::InternalError(absl::StrCat("the answer failed its own check: ", proof.message()));
  }
  return matching;
}

// The text of the proven answer.
absl::StatusOr<std::string> Solve(const io::TieredGraph& input, const Flags& flags, Stats& stats) {
  stats.Begin("solve");
  if (flags.objective == Objective::kMaxTotal) {
    JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, ProvenMatch(input.graph, flags.match));
    stats.Count("matched", static_cast<int64_t>(matching.edges.size()));
    stats.Begin("write");
    return FormatMatching(input.graph, matching, flags.with_prices);
  }
  JOBCARVE_ASSIGN_OR_RETURN(const LevelMatching matching, ProvenLevelMatch(input, flags.objective));
  stats.Count("matched", static_cast<int64_t>(matching.edges.size()));
  stats.Count("levels", static_cast<int64_t>(matching.level_totals.size()));
  stats.Begin("write");
  return FormatLevelMatching(input.graph, matching, flags.with_prices);
}

absl::StatusOr<ExitCode> RunMatch(const std::vector<std::string>& words) {
  Flags flags;
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, Declare(&flags).Parse(words));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  if (flags.match.perfect && flags.objective != Objective::kMaxTotal) {
    return absl::InvalidArgumentError(
        "--perfect: only with the objective max-total; the objective max-placements reaches every left node whenever that can be "
        "done");
  }
  Stats stats;
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(std::string text, io::ReadFile(flags.graph_path));
  JOBCARVE_ASSIGN_OR_RETURN(const io::TieredGraph input, io::ParseTieredAssignment(text));
  text = std::string();  // Twenty million edges are 400 MB of text.
  stats.Count("left_nodes", static_cast<int64_t>(input.graph.left_count()));
  stats.Count("right_nodes", static_cast<int64_t>(input.graph.right_count()));
  stats.Count("edges", static_cast<int64_t>(input.graph.edge_count()));
  JOBCARVE_ASSIGN_OR_RETURN(const std::string answer, Solve(input, flags, stats));
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile(flags.out_path, answer));
  JOBCARVE_RETURN_IF_ERROR(stats.Write(flags.stats_path));
  return ExitCode::kDone;
}

}  // namespace

Command MatchCommand() {
  return {.name = "match", .summary = "the heaviest matching of a graph, with its proof", .run = RunMatch};
}

namespace {

// "s TOTAL" and one line for each pair.
std::string FormatPairs(const BipartiteGraph& graph, int64_t total, const std::vector<EdgeIndex>& edges) {
  std::string text = absl::StrCat("s ", total, "\n");
  for (const EdgeIndex edge : edges) {
    absl::StrAppend(&text, "m ", graph.left(edge).value() + 1, " ", graph.left_count() + 1 + graph.right(edge).value(), "\n");
  }
  return text;
}

}  // namespace

std::string FormatMatching(const BipartiteGraph& graph, const Matching& matching, bool with_prices) {
  std::string text = FormatPairs(graph, matching.total, matching.edges);
  if (!with_prices) {
    return text;
  }
  for (const LeftIndex left : graph.Lefts()) {
    absl::StrAppend(&text, "u ", left.value() + 1, " ", matching.left_prices[left], "\n");
  }
  for (const RightIndex right : graph.Rights()) {
    absl::StrAppend(&text, "p ", graph.left_count() + 1 + right.value(), " ", matching.right_prices[right], "\n");
  }
  return text;
}

std::string FormatLevelMatching(const BipartiteGraph& graph, const LevelMatching& matching, bool with_prices) {
  std::string text = FormatPairs(graph, matching.total, matching.edges);
  if (!with_prices) {
    return text;
  }
  for (size_t level = 0; level < matching.level_totals.size(); ++level) {
    if (matching.level_totals[level] != 0) {
      absl::StrAppend(&text, "l ", level, " ", matching.level_totals[level], "\n");
    }
  }
  for (const LeftPrice& price : matching.left_prices) {
    absl::StrAppend(&text, "u ", price.left.value() + 1, " ", price.level, " ", price.price, "\n");
  }
  for (const RightPrice& price : matching.right_prices) {
    absl::StrAppend(&text, "p ", graph.left_count() + 1 + price.right.value(), " ", price.level, " ", price.price, "\n");
  }
  return text;
}

}  // namespace jobcarve::cli
