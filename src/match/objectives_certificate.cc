// The weights of each edge on the levels are derived anew from the graph: at most two of them are not 0. One walk over the chosen
// edges counts who is matched and who is full; one walk over all edges adds up three short ascending lists (the prices of both
// ends, less the weights) and stops where the sum is first not 0; then the sums of each level are compared. Nothing here is used
// by the solver, and nothing of the solver is used here.
// Tested by tests/match/objectives_certificate_test.cc.
#include "jobcarve/match/objectives_certificate.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "match/chosen_edges.h"

namespace jobcarve {
namespace {

using checking::Decimal;
using checking::Describe;
using checking::Usage;

struct LevelWeight {
  size_t level = 0;
  int64_t weight = 0;
};

// What one edge weighs: ascending levels; a second one of weight 0 when there is only one.
using EdgeWeights = std::array<LevelWeight, 2>;

struct Levels {
  size_t count = 0;
  std::function<EdgeWeights(LeftIndex, EdgeIndex)> weights_of;  // Of an edge that counts.
};

// The prices of the nodes of one side, node by node, each by level.
struct PriceRows {
  std::vector<LevelWeight> prices;
  std::vector<size_t> begins;  // One more than there are nodes.

  std::span<const LevelWeight> operator[](size_t node) const {
    return std::span(prices).subspan(begins[node], begins[node + 1] - begins[node]);
  }
};

bool Counts(const BipartiteGraph& graph, EdgeIndex edge) {
  return graph.weight(edge) > 0 && graph.capacity(graph.right(edge)) > 0;
}

absl::Status VerifyTotals(const BipartiteGraph& graph, const Levels& levels, const LevelMatching& matching) {
  if (matching.level_totals.size() != levels.count) {
    return absl::InvalidArgumentError(
        absl::StrCat("level_totals: ", matching.level_totals.size(), " of them for ", levels.count, " levels"));
  }
  JOBCARVE_RETURN_IF_ERROR(checking::VerifyTotal(graph, matching.edges, matching.total));
  std::vector<absl::int128> totals(levels.count, 0);
  for (const EdgeIndex edge : matching.edges) {
    for (const LevelWeight& on : levels.weights_of(graph.left(edge), edge)) {
      totals[on.weight == 0 ? 0 : on.level] += on.weight;
    }
  }
  for (size_t level = 0; level < levels.count; ++level) {
    if (totals[level] != matching.level_totals[level]) {
      return absl::InvalidArgumentError(absl::StrCat("level_totals[", level, "]: ", matching.level_totals[level],
                                                     " but the chosen edges weigh ", Decimal(totals[level]), " there"));
    }
  }
  return absl::OkStatus();
}

// One price as either side has it.
struct NodePrice {
  size_t level = 0;
  size_t node = 0;
  int64_t price = 0;
};
NodePrice ReadPrice(const LeftPrice& price) {
  return {.level = price.level, .node = price.left.value(), .price = price.price};
}
NodePrice ReadPrice(const RightPrice& price) {
  return {.level = price.level, .node = price.right.value(), .price = price.price};
}

template <typename Price>
absl::StatusOr<PriceRows> SortByNode(absl::string_view name, const std::vector<Price>& prices, size_t node_count,
                                     size_t level_count) {
  PriceRows rows = {.prices = std::vector<LevelWeight>(prices.size()), .begins = std::vector<size_t>(node_count + 1, 0)};
  for (size_t i = 0; i < prices.size(); ++i) {
    const NodePrice price = ReadPrice(prices[i]);
    if (price.level >= level_count || price.node >= node_count) {
      return absl::InvalidArgumentError(absl::StrCat(name, "[", i, "]: level ", price.level, ", node ", price.node,
                                                     ", but there are ", level_count, " levels and ", node_count, " nodes"));
    }
    if (price.price == 0) {
      return absl::InvalidArgumentError(absl::StrCat(name, "[", i, "]: the price is 0, and only others are listed"));
    }
    const NodePrice before = i == 0 ? NodePrice() : ReadPrice(prices[i - 1]);
    if (i > 0 && std::pair(price.level, price.node) <= std::pair(before.level, before.node)) {
      return absl::InvalidArgumentError(absl::StrCat(name, "[", i, "]: level ", price.level, ", node ", price.node,
                                                     " does not come after level ", before.level, ", node ", before.node));
    }
    ++rows.begins[price.node + 1];
  }
  for (size_t node = 0; node < node_count; ++node) {
    rows.begins[node + 1] += rows.begins[node];
  }
  std::vector<size_t> next(rows.begins.begin(), rows.begins.end() - 1);
  for (const Price& item : prices) {
    const NodePrice price = ReadPrice(item);
    rows.prices[next[price.node]++] = {.level = price.level, .weight = price.price};
  }
  return rows;
}

// `first` is a node's first price other than 0. `out` says how the node stays out, and is empty when it does not.
absl::Status VerifySign(absl::string_view node, const LevelWeight& first, absl::string_view out) {
  if (first.weight < 0) {
    return absl::InvalidArgumentError(
        absl::StrCat(node, ": its first price other than 0, on level ", first.level, ", is ", first.weight, ", below 0"));
  }
  if (!out.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat(node, ": price ", first.weight, " on level ", first.level, " but the node ", out, ", which takes 0"));
  }
  return absl::OkStatus();
}

absl::Status VerifySigns(const BipartiteGraph& graph, const Usage& usage, const PriceRows& left_prices,
                         const PriceRows& right_prices) {
  for (const LeftIndex left : graph.Lefts()) {
    if (!left_prices[left.value()].empty()) {
      JOBCARVE_RETURN_IF_ERROR(VerifySign(absl::StrCat("left node ", left.value()), left_prices[left.value()].front(),
                                          usage.edge_of[left].has_value() ? "" : "is unmatched"));
    }
  }
  for (const RightIndex right : graph.Rights()) {
    if (!right_prices[right.value()].empty()) {
      JOBCARVE_RETURN_IF_ERROR(VerifySign(absl::StrCat("right node ", right.value()), right_prices[right.value()].front(),
                                          usage.IsFull(graph, right) ? "" : "has room"));
    }
  }
  return absl::OkStatus();
}

// Takes the next level's price from a list, if it has one for `level`.
int64_t TakeAt(size_t level, std::span<const LevelWeight>& rest) {
  if (rest.empty() || rest.front().level != level) {
    return 0;
  }
  const int64_t value = rest.front().weight;
  rest = rest.subspan(1);
  return value;
}

absl::Status VerifyEdge(const BipartiteGraph& graph, EdgeIndex edge, bool is_chosen, std::span<const LevelWeight> u,
                        std::span<const LevelWeight> p, std::span<const LevelWeight> w) {
  while (!u.empty() || !p.empty() || !w.empty()) {
    size_t level = SIZE_MAX;
    for (const std::span<const LevelWeight>& list : {u, p, w}) {
      level = list.empty() ? level : std::min(level, list.front().level);
    }
    const int64_t left_price = TakeAt(level, u);
    const int64_t right_price = TakeAt(level, p);
    const int64_t weight = TakeAt(level, w);
    const absl::int128 slack = absl::int128(left_price) + right_price - weight;
    if (slack == 0) {
      continue;
    }
    if (slack < 0) {
      return absl::InvalidArgumentError(absl::StrCat(Describe(graph, edge), ": on level ", level, " prices ", left_price, " + ",
                                                     right_price, " are below the weight ", weight));
    }
    if (is_chosen) {
      return absl::InvalidArgumentError(absl::StrCat(Describe(graph, edge), " is chosen, but on level ", level, " prices ",
                                                     left_price, " + ", right_price, " exceed its weight ", weight));
    }
    return absl::OkStatus();  // Above on an earlier level: whatever follows.
  }
  return absl::OkStatus();
}

absl::Status VerifyEdges(const BipartiteGraph& graph, const Levels& levels, const Usage& usage, const PriceRows& left_prices,
                         const PriceRows& right_prices) {
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      if (!Counts(graph, edge)) {
        continue;
      }
      const EdgeWeights weights = levels.weights_of(left, edge);
      const std::span<const LevelWeight> w = std::span(weights).first(weights[1].weight == 0 ? 1 : 2);
      JOBCARVE_RETURN_IF_ERROR(VerifyEdge(graph, edge, usage.IsChosen(left, edge), left_prices[left.value()],
                                          right_prices[graph.right(edge).value()], w));
    }
  }
  return absl::OkStatus();
}

// Given all the rest this cannot fail; it is the statement that everybody can check by hand.
absl::Status VerifyEqualSums(const BipartiteGraph& graph, const LevelMatching& matching) {
  std::vector<absl::int128> sums(matching.level_totals.size(), 0);
  for (const LeftPrice& price : matching.left_prices) {
    sums[price.level] += price.price;
  }
  for (const RightPrice& price : matching.right_prices) {
    sums[price.level] += absl::int128(price.price) * graph.capacity(price.right);
  }
  for (size_t level = 0; level < sums.size(); ++level) {
    if (sums[level] != matching.level_totals[level]) {
      return absl::InvalidArgumentError(absl::StrCat("level_totals[", level, "]: ", matching.level_totals[level],
                                                     " but the prices sum to ", Decimal(sums[level]), " there"));
    }
  }
  return absl::OkStatus();
}

absl::Status VerifyLevels(const BipartiteGraph& graph, const Levels& levels, const LevelMatching& matching) {
  JOBCARVE_RETURN_IF_ERROR(checking::VerifyOrder(graph, matching.edges));
  JOBCARVE_RETURN_IF_ERROR(checking::VerifyWeightsAbove0(graph, matching.edges));
  JOBCARVE_ASSIGN_OR_RETURN(const Usage usage, checking::CountUsage(graph, matching.edges));
  JOBCARVE_RETURN_IF_ERROR(VerifyTotals(graph, levels, matching));
  JOBCARVE_ASSIGN_OR_RETURN(const PriceRows left_prices,
                            SortByNode("left_prices", matching.left_prices, graph.left_count(), levels.count));
  JOBCARVE_ASSIGN_OR_RETURN(const PriceRows right_prices,
                            SortByNode("right_prices", matching.right_prices, graph.right_count(), levels.count));
  JOBCARVE_RETURN_IF_ERROR(VerifySigns(graph, usage, left_prices, right_prices));
  JOBCARVE_RETURN_IF_ERROR(VerifyEdges(graph, levels, usage, left_prices, right_prices));
  return VerifyEqualSums(graph, matching);
}

template <typename T>
void SortDistinct(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// The position of `value` in a sorted list that has it.
template <typename T>
size_t RankOf(const std::vector<T>& values, T value) {
  return static_cast<size_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
}

}  // namespace

absl::Status VerifyMostPlacements(const BipartiteGraph& graph, const LevelMatching& matching) {
  const Levels levels = {
      .count = 2, .weights_of = [&graph](LeftIndex, EdgeIndex edge) {
        return EdgeWeights{LevelWeight{.level = 0, .weight = 1}, LevelWeight{.level = 1, .weight = graph.weight(edge)}};
      }};
  return VerifyLevels(graph, levels, matching);
}

absl::Status VerifyByPriority(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers,
                              const LevelMatching& matching) {
  if (tiers.size() != graph.left_count()) {
    return absl::InvalidArgumentError(absl::StrCat("tiers: ", tiers.size(), " of them for ", graph.left_count(), " left nodes"));
  }
  std::vector<int32_t> distinct = tiers.items();
  SortDistinct(distinct);
  const Levels levels = {
      .count = distinct.size(), .weights_of = [&](LeftIndex left, EdgeIndex edge) {
        return EdgeWeights{LevelWeight{.level = RankOf(distinct, tiers[left]), .weight = graph.weight(edge)}, LevelWeight()};
      }};
  return VerifyLevels(graph, levels, matching);
}

absl::Status VerifyFairest(const BipartiteGraph& graph, const LevelMatching& matching) {
  std::vector<int64_t> distinct;
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    if (Counts(graph, EdgeIndex(e))) {
      distinct.push_back(graph.weight(EdgeIndex(e)));
    }
  }
  SortDistinct(distinct);
  const Levels levels = {
      .count = std::max<size_t>(1, distinct.size()), .weights_of = [&](LeftIndex, EdgeIndex edge) {
        const size_t rank = RankOf(distinct, graph.weight(edge));
        const bool is_highest = rank + 1 == distinct.size();
        return EdgeWeights{LevelWeight{.level = 0, .weight = 1}, LevelWeight{.level = rank + 1, .weight = is_highest ? 0 : -1}};
      }};
  return VerifyLevels(graph, levels, matching);
}

}  // namespace jobcarve
