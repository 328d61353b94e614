// match_table.cc: Match against other people's exact solvers, on the same instances in the same run, as a Markdown table.
// README.md says what the columns mean. Exit code 0: all that answered agree and Match is proved; 1: not so, or a peer crashed;
// 2: wrong flags. A peer that is not built, is not worth trying or runs out of time is no fault.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "child.h"
#include "graph_families.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "measure.h"
#include "peers/arrays.h"
#include "peers/peers.h"
#include "stopwatch.h"
#include "table_wishes.h"

namespace jobcarve::bench {
namespace {

// Three digits that count, never an exponent: 0.0123, 1.23, 123, 1234.
std::string Short(double value) {
  return value < 100 ? absl::StrFormat("%.3g", value) : absl::StrFormat("%.0f", value);
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

// One run in a process of its own; std::nullopt: not worth trying (peers.h). Errors: as InChild.
absl::StatusOr<std::optional<PeerAnswer>> RunPeer(const Peer& peer, const BipartiteGraph& graph, const MatchOptions& options,
                                                  double limit_seconds) {
  struct Outcome {
    bool was_tried = false;
    PeerAnswer answer;
  };
  const auto run = [&]() -> Outcome {
    const PeerArrays arrays(graph, options.perfect);
    const PeerInstance instance = arrays.Instance();
    if (!IsWorthTrying(peer, instance, limit_seconds)) {
      return {};
    }
    return {.was_tried = true, .answer = peer.solve(instance)};
  };
  JOBCARVE_ASSIGN_OR_RETURN(const Outcome outcome, InChild<Outcome>(limit_seconds, run));
  return outcome.was_tried ? std::optional<PeerAnswer>(outcome.answer) : std::nullopt;
}

std::string OptimumText(bool is_feasible, int64_t total) {
  return is_feasible ? absl::StrCat("optimum ", total) : "infeasible";
}

absl::Status CheckAgreement(const Peer& peer, const PeerAnswer& answer, const Matching& matching) {
  const std::string theirs = OptimumText(answer.is_feasible, answer.total);
  const std::string ours = OptimumText(!matching.shortage.has_value(), matching.total);
  if (theirs == ours) {
    return absl::OkStatus();
  }
  const std::string difference = absl::StrCat(answer.total - matching.total);
  return absl::InternalError(absl::StrCat(peer.name, " says: ", theirs, "; Match says: ", ours, "; difference ", difference));
}

// What stands in the column of a peer: "12x (3.4 ms)", how many times as long as we it takes, or why that is not known.
struct Cell {
  std::string text;
  bool is_failure = false;  // It ended without an answer, and not because its time was over.
};

// Errors: Internal when the peer finds another optimum.
absl::StatusOr<Cell> PeerCell(const Wishes& wishes, const Peer& peer, const BipartiteGraph& graph, const MatchOptions& options,
                              const Ours& ours) {
  constexpr double kLongEnough = 2.0;  // Seconds, after which a peer is not run again for the sake of the median.
  if (peer.solve == nullptr) {
    return Cell{.text = "not built"};
  }
  const double limit = static_cast<double>(wishes.peer_limit_seconds);
  const double our_seconds = MedianOf(ours.seconds);
  std::vector<double> seconds;
  double sum = 0;
  for (int64_t run = 0; run < wishes.repeat && sum < kLongEnough; ++run) {
    const absl::StatusOr<std::optional<PeerAnswer>> answer = RunPeer(peer, graph, options, limit);
    if (absl::IsDeadlineExceeded(answer.status())) {
      return Cell{.text = absl::StrFormat("> %sx (> %s ms)", Short(limit / our_seconds), Short(1e3 * limit))};
    }
    if (!answer.ok()) {
      return Cell{.text = std::string(answer.status().message()), .is_failure = true};
    }
    if (!answer->has_value()) {
      return Cell{.text = "-"};
    }
    JOBCARVE_RETURN_IF_ERROR(CheckAgreement(peer, **answer, ours.matching));
    seconds.push_back(wishes.Of((*answer)->seconds));
    sum += seconds.back();
  }
  const double median = MedianOf(seconds);
  return Cell{.text = absl::StrFormat("%sx (%s ms)", Short(median / our_seconds), Short(1e3 * median))};
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

struct Row {
  std::vector<std::string> cells;
  bool has_failure = false;
};

absl::StatusOr<Row> MakeRow(const Wishes& wishes, GraphFamily family, size_t left_count) {
  const MatchOptions options = {.perfect = IsPerfect(family), .threads = wishes.threads};
  const BipartiteGraph graph = MakeGraph({.family = family, .left_count = left_count}, static_cast<uint64_t>(wishes.seed));
  const double pass_seconds = wishes.Of(StreamingPass(graph.edge_count()));
  const absl::StatusOr<int64_t> peak = PeakBytesOf(1e6, [&] { static_cast<void>(Match(graph, options)); });
  JOBCARVE_RETURN_IF_ERROR(peak.status());
  JOBCARVE_ASSIGN_OR_RETURN(const Ours ours, RunOurs(wishes, graph, options));
  const double median = MedianOf(ours.seconds);
  Row row;
  row.cells = {
      std::string(NameOf(family)),
      absl::StrCat(left_count),
      absl::StrCat(graph.edge_count()),
      Short(1e3 * pass_seconds),
      Short(1e3 * median),
      Short(1e3 * *std::min_element(ours.seconds.begin(), ours.seconds.end())),
      Short(median / pass_seconds),
      absl::StrFormat("%.2f", static_cast<double>(*peak) / static_cast<double>(GraphBytes(graph))),
  };
  for (const Peer& peer : wishes.peers) {
    JOBCARVE_ASSIGN_OR_RETURN(const Cell cell, PeerCell(wishes, peer, graph, options, ours));
    row.cells.push_back(cell.text);
    row.has_failure |= cell.is_failure;
  }
  return row;
}

bool IsTooLarge(GraphFamily family, size_t left_count) {
  constexpr size_t kMostDenseLefts = 20'000;
  return (family == GraphFamily::kDense || family == GraphFamily::kDenseTies) && left_count > kMostDenseLefts;
}

absl::Status PrintTable(const Wishes& wishes) {
  absl::PrintF("%s", HeaderRows(wishes));
  bool has_failure = false;
  for (const GraphFamily family : wishes.families) {
    for (const size_t left_count : wishes.sizes) {
      const std::string name = absl::StrCat(NameOf(family), ", ", left_count, " left nodes: ");
      if (IsTooLarge(family, left_count)) {
        absl::FPrintF(stderr, "%sleft out, too many edges\n", name);
        continue;
      }
      const absl::StatusOr<Row> row = MakeRow(wishes, family, left_count);
      if (!row.ok()) {
        return absl::Status(row.status().code(), absl::StrCat(name, row.status().message()));
      }
      absl::PrintF("| %s |\n", absl::StrJoin(row->cells, " | "));
      std::fflush(stdout);
      has_failure |= row->has_failure;
    }
  }
  return has_failure ? absl::InternalError("some of the others ended without an answer") : absl::OkStatus();
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
