// match_table.cc: Match against other people's exact solvers, on the same instances in the same run, as a Markdown table.
// README.md says what the columns mean. Ends with 1 as soon as an optimum is not proved or two solvers disagree.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "child.h"
#include "cli/arguments.h"
#include "graph_families.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "measure.h"
#include "peers/peers.h"

namespace jobcarve::bench {
namespace {

// ------------------------------------------------------------------------------------------------ what to do

struct Wishes {
  std::vector<GraphFamily> families;
  std::vector<size_t> sizes;
  std::vector<Peer> peers;
  int64_t repeat = 5;
  int64_t peer_limit_seconds = 300;
  int64_t seed = 1;
  int threads = 1;
  bool by_cpu_time = false;

  double Of(const Seconds& seconds) const { return by_cpu_time ? seconds.cpu : seconds.wall; }
};

// The items of `list`, "a,b", as `find` knows them.
template <typename T, typename Find>
absl::StatusOr<std::vector<T>> ReadList(absl::string_view flag, absl::string_view list, Find find) {
  std::vector<T> items;
  for (const absl::string_view word : absl::StrSplit(list, ',')) {
    const std::optional<T> item = find(word);
    if (!item.has_value()) {
      return absl::InvalidArgumentError(absl::StrCat("--", flag, ": '", word, "' is not known; see --help"));
    }
    items.push_back(*item);
  }
  return items;
}

std::optional<GraphFamily> FindFamily(absl::string_view name) {
  for (const GraphFamily family : AllFamilies()) {
    if (NameOf(family) == name) {
      return family;
    }
  }
  return std::nullopt;
}

std::optional<Peer> FindPeer(absl::string_view name) {
  for (const Peer& peer : AllPeers()) {
    if (peer.name == name) {
      return peer;
    }
  }
  return std::nullopt;
}

std::optional<size_t> FindSize(absl::string_view word) {
  size_t size = 0;
  return absl::SimpleAtoi(word, &size) && size > 0 && size <= kMaxNodesPerSide ? std::optional<size_t>(size) : std::nullopt;
}

std::string FamilyNames() {
  return absl::StrJoin(AllFamilies(), ",", [](std::string* out, GraphFamily family) { absl::StrAppend(out, NameOf(family)); });
}

std::string PeerNames() {
  return absl::StrJoin(AllPeers(), ",", [](std::string* out, const Peer& peer) { absl::StrAppend(out, peer.name); });
}

// std::nullopt: the page of help was asked for and is printed.
absl::StatusOr<std::optional<Wishes>> ReadWishes(const std::vector<std::string>& words) {
  Wishes wishes;
  std::string families = "contested,popular,geographic,abundant,mixed,balanced,ties,square";
  std::string sizes = "1000,10000";
  std::string peers = "none";
  std::string clock = "wall";
  cli::Arguments arguments("match_table", "Times Match and other exact solvers on the same graphs; prints a Markdown table.");
  arguments.Option({.name = "families", .value = "A,B", .help = absl::StrCat("all, or of: ", FamilyNames())}, &families);
  arguments.Option({.name = "sizes", .value = "N,M", .help = "numbers of left nodes"}, &sizes);
  arguments.Option({.name = "peers", .value = "A,B", .help = absl::StrCat("all, none, or of: ", PeerNames())}, &peers);
  arguments.Option({.name = "repeat", .value = "N", .help = "solve each graph so often"}, &wishes.repeat,
                   {.low = 1, .high = 1000});
  arguments.Option({.name = "threads", .value = "N", .help = "for Match; the peers have one"}, &wishes.threads,
                   {.low = 1, .high = 1024});
  arguments.Option({.name = "peer-limit", .value = "SECONDS", .help = "longest time for one run of a peer"},
                   &wishes.peer_limit_seconds, {.low = 1, .high = 1'000'000});
  arguments.Option({.name = "seed", .value = "N", .help = "of the graphs"}, &wishes.seed, {.low = 0});
  arguments.Choice({.name = "clock", .value = "CLOCK", .help = "what to time by"}, &wishes.by_cpu_time,
                   {{"wall", false}, {"cpu", true}});
  arguments.Example("match_table --families contested,square --sizes 1000,10000 --peers lemon-ns,scipy");
  JOBCARVE_ASSIGN_OR_RETURN(const cli::Parsed parsed, arguments.Parse(words));
  if (parsed == cli::Parsed::kHelp) {
    return std::optional<Wishes>();
  }
  if (families == "all") {
    families = FamilyNames();
  }
  JOBCARVE_ASSIGN_OR_RETURN(wishes.families, ReadList<GraphFamily>("families", families, FindFamily));
  JOBCARVE_ASSIGN_OR_RETURN(wishes.sizes, ReadList<size_t>("sizes", sizes, FindSize));
  if (peers == "all") {
    peers = PeerNames();
  }
  if (peers != "none") {
    JOBCARVE_ASSIGN_OR_RETURN(wishes.peers, ReadList<Peer>("peers", peers, FindPeer));
  }
  return std::optional<Wishes>(std::move(wishes));
}

// Sets the number of threads if this library's Match has that option.
template <typename Options>
absl::Status SetThreads(int threads, Options& options) {
  if constexpr (requires { options.threads = threads; }) {
    options.threads = threads;
  } else if (threads != 1) {
    return absl::InvalidArgumentError("--threads: Match has one thread");
  }
  return absl::OkStatus();
}

// ------------------------------------------------------------------------------------------------ ourselves

struct Ours {
  Matching matching;
  std::vector<double> seconds;
};

absl::StatusOr<Ours> RunOurs(const Wishes& wishes, const BipartiteGraph& graph, const MatchOptions& options) {
  Ours ours;
  for (int64_t run = 0; run < wishes.repeat; ++run) {
    const Stopwatch stopwatch;
    absl::StatusOr<Matching> matching = Match(graph, options);
    ours.seconds.push_back(wishes.Of(stopwatch.Elapsed()));
    JOBCARVE_RETURN_IF_ERROR(matching.status());
    if (run > 0 && *matching != ours.matching) {
      return absl::InternalError("two runs on the same graph gave different answers");
    }
    ours.matching = *std::move(matching);
  }
  JOBCARVE_RETURN_IF_ERROR(VerifyOptimal(graph, ours.matching, options));
  return ours;
}

// ------------------------------------------------------------------------------------------------ the others

// The arrays behind a PeerInstance; 12 bytes for each edge, so only made in the process that needs them.
class PeerArrays {
 public:
  PeerArrays(const BipartiteGraph& graph, bool is_perfect) : is_perfect_(is_perfect) {
    row_begins_.reserve(graph.left_count() + 1);
    rights_.reserve(graph.edge_count());
    weights_.reserve(graph.edge_count());
    row_begins_.push_back(0);
    for (const LeftIndex left : graph.Lefts()) {
      for (const EdgeIndex edge : graph.EdgesOf(left)) {
        rights_.push_back(static_cast<uint32_t>(graph.right(edge).value()));
        weights_.push_back(graph.weight(edge));
      }
      row_begins_.push_back(rights_.size());
    }
    for (const RightIndex right : graph.Rights()) {
      capacities_.push_back(graph.capacity(right));
    }
  }

  PeerInstance Instance() const {
    return {.left_count = row_begins_.size() - 1,
            .right_count = capacities_.size(),
            .row_begins = row_begins_.data(),
            .rights = rights_.data(),
            .weights = weights_.data(),
            .capacities = capacities_.data(),
            .is_perfect = is_perfect_};
  }

 private:
  std::vector<size_t> row_begins_;
  std::vector<uint32_t> rights_;
  std::vector<int64_t> weights_;
  std::vector<int32_t> capacities_;
  bool is_perfect_ = false;
};

// What one run of a peer leaves; `was_tried` false: not worth it (peers.h).
struct PeerRun {
  PeerAnswer answer;
  bool was_tried = false;
};

std::string AnswerText(bool is_feasible, int64_t total) {
  return is_feasible ? absl::StrCat("optimum ", total) : "infeasible";
}

// "12x (3.4 ms)": how many times longer it takes than we do. Errors: Internal when it finds another optimum.
absl::StatusOr<std::string> PeerCell(const Wishes& wishes, const Peer& peer, const BipartiteGraph& graph,
                                     const MatchOptions& options, const Ours& ours) {
  constexpr double kLongEnough = 2.0;  // Seconds, after which a peer is not run again for the sake of the median.
  if (peer.solve == nullptr) {
    return std::string("not built");
  }
  const double limit = static_cast<double>(wishes.peer_limit_seconds);
  const double our_seconds = MedianOf(ours.seconds);
  std::vector<double> seconds;
  double sum = 0;
  for (int64_t run = 0; run < wishes.repeat && sum < kLongEnough; ++run) {
    const absl::StatusOr<PeerRun> peer_run = InChild<PeerRun>(limit, [&]() -> PeerRun {
      const PeerArrays arrays(graph, options.perfect);
      const PeerInstance instance = arrays.Instance();
      if (!IsWorthTrying(peer, instance, limit)) {
        return {};
      }
      return {.answer = peer.solve(instance), .was_tried = true};
    });
    if (absl::IsDeadlineExceeded(peer_run.status())) {
      return absl::StrFormat("> %.3gx (> %.3g s)", limit / our_seconds, limit);
    }
    if (!peer_run.ok()) {
      return std::string(peer_run.status().message());
    }
    if (!peer_run->was_tried) {
      return std::string("-");
    }
    const PeerAnswer& answer = peer_run->answer;
    const std::string theirs = AnswerText(answer.is_feasible, answer.total);
    const std::string own = AnswerText(!ours.matching.shortage.has_value(), ours.matching.total);
    if (theirs != own) {
      return absl::InternalError(absl::StrCat(peer.name, " says: ", theirs, "; we say: ", own));
    }
    seconds.push_back(wishes.Of(answer.seconds));
    sum += seconds.back();
  }
  const double median = MedianOf(seconds);
  return absl::StrFormat("%.3gx (%.3g ms)", median / our_seconds, 1e3 * median);
}

// ------------------------------------------------------------------------------------------------ the table

std::string HeaderRows(const Wishes& wishes) {
  std::vector<std::string> names = {"family", "left nodes", "edges", "pass ms", "ms", "least ms", "passes", "memory"};
  for (const Peer& peer : wishes.peers) {
    names.emplace_back(peer.name);
  }
  std::string rule = "|";
  for (size_t i = 0; i < names.size(); ++i) {
    absl::StrAppend(&rule, "---|");
  }
  return absl::StrCat("| ", absl::StrJoin(names, " | "), " |\n", rule, "\n");
}

absl::StatusOr<std::string> Row(const Wishes& wishes, GraphFamily family, size_t left_count) {
  MatchOptions options = {};
  options.perfect = IsPerfect(family);
  JOBCARVE_RETURN_IF_ERROR(SetThreads(wishes.threads, options));
  const BipartiteGraph graph = MakeGraph({.family = family, .left_count = left_count}, static_cast<uint64_t>(wishes.seed));
  const double pass_seconds = StreamingPassSeconds(graph.edge_count());
  const absl::StatusOr<int64_t> peak = PeakBytesOf(1e6, [&] { static_cast<void>(Match(graph, options)); });
  JOBCARVE_RETURN_IF_ERROR(peak.status());
  JOBCARVE_ASSIGN_OR_RETURN(const Ours ours, RunOurs(wishes, graph, options));
  const double median = MedianOf(ours.seconds);
  std::vector<std::string> cells = {
      std::string(NameOf(family)),
      absl::StrCat(left_count),
      absl::StrCat(graph.edge_count()),
      absl::StrFormat("%.3g", 1e3 * pass_seconds),
      absl::StrFormat("%.3g", 1e3 * median),
      absl::StrFormat("%.3g", 1e3 * *std::min_element(ours.seconds.begin(), ours.seconds.end())),
      absl::StrFormat("%.3g", median / pass_seconds),
      absl::StrFormat("%.2f", static_cast<double>(*peak) / static_cast<double>(GraphBytes(graph))),
  };
  for (const Peer& peer : wishes.peers) {
    JOBCARVE_ASSIGN_OR_RETURN(std::string cell, PeerCell(wishes, peer, graph, options, ours));
    cells.push_back(std::move(cell));
  }
  return absl::StrCat("| ", absl::StrJoin(cells, " | "), " |\n");
}

absl::Status PrintTable(const Wishes& wishes) {
  absl::PrintF("%s", HeaderRows(wishes));
  for (const GraphFamily family : wishes.families) {
    for (const size_t left_count : wishes.sizes) {
      const absl::StatusOr<std::string> row = Row(wishes, family, left_count);
      if (!row.ok()) {
        return absl::Status(row.status().code(),
                            absl::StrCat(NameOf(family), ", ", left_count, " left nodes: ", row.status().message()));
      }
      absl::PrintF("%s", *row);
      std::fflush(stdout);
    }
  }
  return absl::OkStatus();
}

}  // namespace
}  // namespace jobcarve::bench

int main(int argc, char** argv) {
  namespace bench = jobcarve::bench;
  const auto wishes = bench::ReadWishes(std::vector<std::string>(argv + 1, argv + argc));
  if (!wishes.ok()) {
    absl::FPrintF(stderr, "%s\n", wishes.status().message());
    return 2;
  }
  if (!wishes->has_value()) {
    return 0;
  }
  const absl::Status status = bench::PrintTable(**wishes);
  if (!status.ok()) {
    absl::FPrintF(stderr, "%s\n", status.message());
    return 1;
  }
  return 0;
}
