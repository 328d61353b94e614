// Read, solve, have the independent checker prove it, write. Tested by tests/cli/command_match_test.cc.
#include "cli/command_match.h"

#include <boost/program_options.hpp>
#include <cstdint>
#include <iostream>
#include <sstream>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "cli/stats.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/assignment_format.h"
#include "jobcarve/io/files.h"
#include "jobcarve/match/certificate.h"

namespace jobcarve::cli {
namespace {

namespace po = boost::program_options;

constexpr char kHelp[] = R"(usage: jobcarve match GRAPH [--perfect] [--prices] [--out FILE] [--stats FILE]

Finds the heaviest matching of a graph: each left node gets at most one right
node, each right node takes at most as many left nodes as it has places, and
the sum of the weights is as large as it can be. The answer is exact, and is
proved by an independent check before it is written.

GRAPH is a file, or - for the standard input:

  c a comment             two left nodes who want the same right node
  p asn 3 2               3 nodes and 2 edges
  n 1                     the left nodes, from 1 on
  n 2
  c capacity 3 2          right node 3 has 2 places (1 when nothing is said)
  a 1 3 5                 left node 1 and right node 3 may be matched, for 5
  a 2 3 7

The answer:

  s 12                    the total weight
  m 1 3                   left node 1 is matched with right node 3
  m 2 3
  u 1 5                   with --prices: the prices of all left nodes
  u 2 7
  p 3 0                   and of all right nodes

)";

constexpr char kPricesHelp[] = R"(
What the prices prove: for every edge, u of its left node plus p of its right
node is at least its weight, and just that when the edge is chosen; p is 0
where places are left and u is 0 for unmatched nodes. So no matching can weigh
more than all u plus all p times places, and this one does weigh that.
Edges of weight 0 or less are used only with --perfect.

Exit code: 0 done; 2 the graph or a flag is wrong, or --perfect is impossible;
1 a fault of this program.
)";

struct Flags {
  std::string graph;
  std::string out = "-";
  std::string stats;
  MatchOptions match;
  bool with_prices = false;
  bool wants_help = false;
};

po::options_description DescribedFlags() {
  po::options_description described("Flags");
  described.add_options()                                                                     //
      ("help", "print this text")                                                             //
      ("perfect", "match every left node, even at a loss; an error when that is impossible")  //
      ("prices", "print the prices that prove the answer, too")                               //
      ("out", po::value<std::string>()->value_name("FILE"), "write the answer to FILE instead of the standard output")  //
      ("stats", po::value<std::string>()->value_name("FILE"), "write times, counts and memory used to FILE as JSON");
  return described;
}

absl::StatusOr<Flags> ReadFlags(const std::vector<std::string>& arguments) {
  po::options_description all = DescribedFlags();
  all.add_options()("graph", po::value<std::string>());
  po::variables_map given;
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    po::store(po::command_line_parser(arguments).options(all).style(style)
                  .positional(po::positional_options_description().add("graph", 1)).run(), given);
  } catch (const po::error& error) {
    return absl::InvalidArgumentError(absl::StrCat(error.what(), "; see jobcarve match --help"));
  }
  const auto text_of = [&given](const char* name, absl::string_view otherwise) {
    return given.count(name) > 0 ? given[name].as<std::string>() : std::string(otherwise);
  };
  const Flags flags = {.graph = text_of("graph", ""),
                       .out = text_of("out", "-"),
                       .stats = text_of("stats", ""),
                       .match = {.perfect = given.count("perfect") > 0},
                       .with_prices = given.count("prices") > 0,
                       .wants_help = given.count("help") > 0};
  if (flags.graph.empty() && !flags.wants_help) {
    return absl::InvalidArgumentError("no GRAPH file given; see jobcarve match --help");
  }
  return flags;
}

std::string HelpText() {
  std::ostringstream flags;
  flags << DescribedFlags();
  return absl::StrCat(kHelp, flags.str(), kPricesHelp);
}

// People read this, so it names one node and counts the rest.
absl::Status ImpossibleStatus(const Shortage& shortage) {
  const size_t first = shortage.lefts.front().value() + 1;
  if (shortage.lefts.size() == 1) {
    return absl::FailedPreconditionError(
        absl::StrCat("no matching reaches every left node: no right node with a place is open to left node ", first));
  }
  return absl::FailedPreconditionError(absl::StrCat("no matching reaches every left node: ", shortage.lefts.size(),
                                                    " left nodes, among them left node ", first, ", compete for ", shortage.places,
                                                    " places and have no other edge"));
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

absl::StatusOr<ExitCode> Run(const std::vector<std::string>& arguments) {
  JOBCARVE_ASSIGN_OR_RETURN(const Flags flags, ReadFlags(arguments));
  if (flags.wants_help) {
    std::cout << HelpText();
    return ExitCode::kDone;
  }
  Stats stats;
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(std::string text, io::ReadFile(flags.graph));
  JOBCARVE_ASSIGN_OR_RETURN(const BipartiteGraph graph, io::ParseAssignment(text));
  text = std::string();  // Twenty million edges are 400 MB of text.
  stats.Count("left_nodes", static_cast<int64_t>(graph.left_count()));
  stats.Count("right_nodes", static_cast<int64_t>(graph.right_count()));
  stats.Count("edges", static_cast<int64_t>(graph.edge_count()));
  stats.Begin("solve");
  JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, ProvenMatch(graph, flags.match));
  stats.Count("matched", static_cast<int64_t>(matching.edges.size()));
  stats.Begin("write");
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile(flags.out, FormatMatching(graph, matching, flags.with_prices)));
  JOBCARVE_RETURN_IF_ERROR(stats.Write(flags.stats));
  return ExitCode::kDone;
}

}  // namespace

const Command& MatchCommand() {
  static constexpr Command kCommand = {
      .name = "match", .summary = "the heaviest matching of a graph in the assignment format, with its proof", .run = &Run};
  return kCommand;
}

std::string FormatMatching(const BipartiteGraph& graph, const Matching& matching, bool with_prices) {
  std::string text = absl::StrCat("s ", matching.total, "\n");
  const size_t first_right = graph.left_count() + 1;
  for (const EdgeIndex edge : matching.edges) {
    absl::StrAppend(&text, "m ", graph.left(edge).value() + 1, " ", first_right + graph.right(edge).value(), "\n");
  }
  if (!with_prices) {
    return text;
  }
  for (const LeftIndex left : graph.Lefts()) {
    absl::StrAppend(&text, "u ", left.value() + 1, " ", matching.left_prices[left], "\n");
  }
  for (const RightIndex right : graph.Rights()) {
    absl::StrAppend(&text, "p ", first_right + right.value(), " ", matching.right_prices[right], "\n");
  }
  return text;
}

}  // namespace jobcarve::cli
