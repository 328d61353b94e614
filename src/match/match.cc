// Drop what cannot matter, split into components, and solve each: an auction for the start (auction.h), then exact shortest
// augmenting paths (shortest_paths.h). Tested by tests/match/match_test.cc and tests/match/match_oracle_test.cc.
#include "jobcarve/match/match.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "match/auction.h"
#include "match/components.h"
#include "match/engine.h"
#include "match/network.h"
#include "match/shortest_paths.h"

namespace jobcarve {
namespace match {
namespace {

constexpr int64_t kMaxPerfectPrice = int64_t{1} << 60;

// A price of a perfect matching is at most the spread of the weights times the number of left nodes on a path, plus one step.
absl::Status CheckPriceRange(const BipartiteGraph& graph) {
  int64_t least = 0;
  int64_t greatest = 0;
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    const int64_t weight = graph.weight(EdgeIndex(e));
    least = e == 0 ? weight : std::min(least, weight);
    greatest = e == 0 ? weight : std::max(greatest, weight);
  }
  const int64_t spread = greatest - least;
  const int64_t steps = static_cast<int64_t>(graph.left_count()) + 1;
  if (spread > kMaxPerfectPrice / steps) {
    return absl::InvalidArgumentError(absl::StrCat("weights: from ", least, " to ", greatest, " is a spread of ", spread,
                                                   "; a perfect matching of ", graph.left_count(), " left nodes allows ",
                                                   kMaxPerfectPrice / steps));
  }
  return absl::OkStatus();
}

// A right node without places takes no part in the solve. Nobody can pay its price, which is as high as its edges ask for.
void PriceClosedNodes(const BipartiteGraph& graph, State& state) {
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      const RightIndex right = graph.right(edge);
      if (graph.capacity(right) == 0) {
        state.right_prices[right] = std::max(state.right_prices[right], graph.weight(edge) - state.left_prices[left]);
      }
    }
  }
}

Matching MatchingOf(const Network& network, State state) {
  Matching matching;
  for (const LeftIndex left : network.Lefts()) {
    if (const std::optional<ArcIndex> held = state.assignment.arc(left)) {
      matching.edges.push_back(network.arc(*held).edge);
      matching.total += network.arc(*held).weight;
    }
  }
  matching.left_prices = std::move(state.left_prices);
  matching.right_prices = std::move(state.right_prices);
  return matching;
}

}  // namespace

absl::StatusOr<Matching> MatchWith(const BipartiteGraph& graph, const MatchOptions& options, const EngineOptions& engine) {
  if (options.perfect) {
    JOBCARVE_RETURN_IF_ERROR(CheckPriceRange(graph));
  }
  const Network network(graph, options);
  const Components components(network);
  State state(network);
  Auction auction(network, state);
  ShortestPaths shortest_paths(network, state);
  for (size_t c = 0; c < components.size(); ++c) {
    if (components[c].lefts.size() >= engine.min_lefts_for_auction) {
      auction.Run(components[c]);
    }
    if (std::optional<Shortage> shortage = shortest_paths.Repair(components[c])) {
      Matching matching;
      matching.shortage = *std::move(shortage);
      return matching;
    }
  }
  PriceClosedNodes(graph, state);
  return MatchingOf(network, std::move(state));
}

}  // namespace match

absl::StatusOr<Matching> Match(const BipartiteGraph& graph, const MatchOptions& options) {
  return match::MatchWith(graph, options, {});
}

}  // namespace jobcarve
