// First prices and seats from an auction (right_auction.h where places are scarce, left_auction.h where they abound, else
// scaled_auction.h), then exact shortest augmenting paths for what it left open (left_forest.h, right_paths.h).
// Tested by tests/match/match_test.cc and tests/match/match_oracle_test.cc.
#include "jobcarve/match/match.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/crew.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/base/status_macros.h"
#include "match/engine.h"
#include "match/left_auction.h"
#include "match/left_forest.h"
#include "match/problem.h"
#include "match/right_auction.h"
#include "match/right_paths.h"
#include "match/scaled_auction.h"

namespace jobcarve {
namespace match {
namespace {

constexpr int64_t kMaxForcedPrice = int64_t{1} << 60;
constexpr size_t kMinEdgesForThreads = 50'000;        // Below, starting them takes longer than the solve.
constexpr size_t kMinLeftsForAuction = 32;            // Below, shortest paths alone are as fast.
constexpr int64_t kMaxShortPrice = int64_t{1} << 25;  // Greater weights need prices of 64 bits in an auction.

// A price of a forced node is at most the spread of the weights times the number of left nodes on a path, plus one step.
absl::Status CheckPriceRange(const BipartiteGraph& graph) {
  const int64_t spread = graph.greatest_weight() - graph.least_weight();
  const int64_t steps = static_cast<int64_t>(graph.left_count()) + 1;
  if (spread > kMaxForcedPrice / steps) {
    return absl::InvalidArgumentError(absl::StrCat("weights: from ", graph.least_weight(), " to ", graph.greatest_weight(),
                                                   " is a spread of ", spread, "; a perfect matching of ", graph.left_count(),
                                                   " left nodes allows ", kMaxForcedPrice / steps));
  }
  return absl::OkStatus();
}

// Places are scarce where there are clearly fewer than left nodes, abundant where there are clearly more.
Start StartFor(const Problem& problem) {
  const BipartiteGraph& graph = problem.graph;
  if (graph.left_count() < kMinLeftsForAuction) {
    return Start::kNothing;
  }
  if (problem.HasMusts()) {
    return Start::kLeftsScaled;
  }
  size_t places = 0;
  for (const RightIndex right : graph.Rights()) {
    places += std::min<size_t>(static_cast<size_t>(graph.capacity(right)), graph.degree(right));
  }
  if (100 * places < 97 * graph.left_count()) {
    return Start::kRightsBid;
  }
  return 100 * places > 103 * graph.left_count() ? Start::kLeftsBidOnce : Start::kLeftsScaled;
}

template <typename Weight>
bool TryRightAuction(const Problem& problem, Crew& crew, State& state) {
  RightAuction<Weight> auction(problem, crew);
  if (!auction.Run()) {
    return false;
  }
  auction.HandOver(state);
  return true;
}

template <typename Weight, typename Price>
bool TryLeftAuction(const Problem& problem, Start start, Crew& crew, State& state) {
  if (start == Start::kLeftsScaled) {
    ScaledAuction<Weight, Price> auction(problem, crew);
    auction.Run();
    auction.HandOver(state);
    return true;
  }
  LeftAuction<Weight, Price> auction(problem, crew);
  if (!auction.Run()) {
    return false;
  }
  auction.HandOver(state);
  return true;
}

// Right prices of 0; each left node asks for its best edge.
template <typename Weight>
void StartFromNothing(const Problem& problem, State& state) {
  for (const LeftIndex left : problem.graph.Lefts()) {
    std::optional<int64_t> best;
    if (!problem.IsForced(left)) {
      best = 0;
    }
    for (const HalfEdge<Weight>& edge : problem.graph.Row<Weight>(left)) {
      if (problem.graph.capacity(RightIndex(edge.node)) > 0) {
        best = std::max<int64_t>(best.value_or(edge.weight), edge.weight);
      }
    }
    state.left_prices[left] = best.value_or(0);
  }
}

template <typename Weight>
bool TryStart(const Problem& problem, Start start, Crew& crew, State& state) {
  if (start == Start::kNothing) {
    StartFromNothing<Weight>(problem, state);
    return true;
  }
  if (start != Start::kLeftsScaled && problem.HasMusts()) {
    return false;
  }
  if (start == Start::kRightsBid) {
    return TryRightAuction<Weight>(problem, crew, state);
  }
  if constexpr (sizeof(Weight) == sizeof(int32_t)) {
    const int64_t size = std::max(problem.graph.greatest_weight(), -problem.graph.least_weight());
    if (size <= kMaxShortPrice) {
      return TryLeftAuction<Weight, int32_t>(problem, start, crew, state);
    }
  }
  return TryLeftAuction<Weight, int64_t>(problem, start, crew, state);
}

// A right node without places takes no part in the solve. Nobody can pay its price, which is as high as its edges ask for.
template <typename Weight>
void PriceClosedNodes(const BipartiteGraph& graph, State& state) {
  for (const RightIndex right : graph.Rights()) {
    if (graph.capacity(right) > 0) {
      continue;
    }
    for (const HalfEdge<Weight>& edge : graph.Column<Weight>(right)) {
      const int64_t lack = edge.weight - state.left_prices[LeftIndex(edge.node)];
      state.right_prices[right] = std::max(state.right_prices[right], lack);
    }
  }
}

Matching MatchingOf(const BipartiteGraph& graph, State state) {
  Matching matching;
  matching.edges.reserve(graph.left_count());
  for (const LeftIndex left : graph.Lefts()) {
    if (!state.assignment.IsFree(left)) {
      matching.edges.push_back(state.assignment.edge(left));
      matching.total += graph.weight(matching.edges.back());
    }
  }
  matching.left_prices = std::move(state.left_prices);
  matching.right_prices = std::move(state.right_prices);
  return matching;
}

// What stands in the way, or the matching.
template <typename Weight>
std::variant<Obstacle, Matching> Solve(const Problem& problem, const EngineOptions& engine, Crew& crew) {
  const BipartiteGraph& graph = problem.graph;
  State state(graph);
  const Start start = engine.start == Start::kAutomatic ? StartFor(problem) : engine.start;
  if (!TryStart<Weight>(problem, start, crew, state)) {
    TryStart<Weight>(problem, Start::kLeftsScaled, crew, state);
  }
  if (std::optional<Obstacle> obstacle = LeftForest<Weight>(problem, state).Grow()) {
    return *std::move(obstacle);
  }
  if (std::optional<Obstacle> obstacle = RightPaths<Weight>(problem, state).FillAll()) {
    return *std::move(obstacle);
  }
  PriceClosedNodes<Weight>(graph, state);
  return MatchingOf(graph, std::move(state));
}

std::variant<Obstacle, Matching> SolveAny(const BipartiteGraph& graph, const Musts& musts, const EngineOptions& engine,
                                          Crew& crew) {
  const Problem problem = {.graph = graph, .musts = musts};
  return graph.is_narrow() ? Solve<int32_t>(problem, engine, crew) : Solve<int64_t>(problem, engine, crew);
}

// An empty list instead of one that names nobody.
std::vector<bool> WithoutNobody(const std::vector<bool>& list) {
  return std::find(list.begin(), list.end(), true) == list.end() ? std::vector<bool>() : list;
}

}  // namespace

absl::StatusOr<Matching> MatchWithin(const BipartiteGraph& graph, const Musts& musts, const EngineOptions& engine) {
  Crew crew(1);
  std::variant<Obstacle, Matching> answer =
      SolveAny(graph, {.lefts = WithoutNobody(musts.lefts), .rights = WithoutNobody(musts.rights)}, engine, crew);
  if (const Obstacle* obstacle = std::get_if<Obstacle>(&answer)) {
    return absl::FailedPreconditionError(absl::StrCat("no matching keeps what must be: there is no way to ",
                                                      obstacle->left
                                                          ? absl::StrCat("match left node ", obstacle->left->value())
                                                          : absl::StrCat("fill right node ", obstacle->right->value())));
  }
  return std::get<Matching>(std::move(answer));
}

absl::StatusOr<Matching> MatchWith(const BipartiteGraph& graph, const MatchOptions& options, const EngineOptions& engine) {
  if (options.perfect) {
    JOBCARVE_RETURN_IF_ERROR(CheckPriceRange(graph));
  }
  JOBCARVE_ASSIGN_OR_RETURN(const int threads, ThreadCount({.threads = options.threads}));
  Crew crew(graph.edge_count() < kMinEdgesForThreads ? 1 : threads);
  Musts musts;
  musts.lefts.assign(options.perfect ? graph.left_count() : 0, true);
  std::variant<Obstacle, Matching> answer = SolveAny(graph, musts, engine, crew);
  if (Obstacle* obstacle = std::get_if<Obstacle>(&answer)) {
    Matching matching;
    matching.shortage = std::move(obstacle->shortage);
    return matching;
  }
  return std::get<Matching>(std::move(answer));
}

}  // namespace match

absl::StatusOr<Matching> Match(const BipartiteGraph& graph, const MatchOptions& options) {
  return match::MatchWith(graph, options, {});
}

}  // namespace jobcarve
