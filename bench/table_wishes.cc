#include "table_wishes.h"

#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "cli/arguments.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::bench {
namespace {

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

std::string FamilyNames(absl::string_view separator) {
  return absl::StrJoin(AllFamilies(), separator,
                       [](std::string* out, GraphFamily family) { absl::StrAppend(out, NameOf(family)); });
}

std::string PeerNames(absl::string_view separator) {
  return absl::StrJoin(AllPeers(), separator, [](std::string* out, const Peer& peer) { absl::StrAppend(out, peer.name); });
}

}  // namespace

absl::StatusOr<std::optional<Wishes>> ReadWishes(const std::vector<std::string>& words) {
  Wishes wishes;
  std::string families = "contested,popular,geographic,abundant,mixed,balanced,ties,square";
  std::string sizes = "1000,10000";
  std::string peers = "none";
  std::string clock = "wall";
  cli::Arguments arguments("match_table", "Times Match and other exact solvers on the same graphs; prints a Markdown table.");
  arguments.Option({.name = "families", .value = "A,B", .help = absl::StrCat("all, or of: ", FamilyNames(", "))}, &families);
  arguments.Option({.name = "sizes", .value = "N,M", .help = "numbers of left nodes"}, &sizes);
  arguments.Option({.name = "peers", .value = "A,B", .help = absl::StrCat("all, none, or of: ", PeerNames(", "))}, &peers);
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
    families = FamilyNames(",");
  }
  JOBCARVE_ASSIGN_OR_RETURN(wishes.families, ReadList<GraphFamily>("families", families, FindFamily));
  JOBCARVE_ASSIGN_OR_RETURN(wishes.sizes, ReadList<size_t>("sizes", sizes, FindSize));
  if (peers == "all") {
    peers = PeerNames(",");
  }
  if (peers != "none") {
    JOBCARVE_ASSIGN_OR_RETURN(wishes.peers, ReadList<Peer>("peers", peers, FindPeer));
  }
  return std::optional<Wishes>(std::move(wishes));
}

}  // namespace jobcarve::bench
