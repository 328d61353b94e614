// One walk over the chosen edges counts who is matched and who is full; one walk over all edges checks the prices; then the
// two sums are compared. Nothing here is used by the solver, and nothing of the solver is used here.
// Tested by tests/match/certificate_test.cc.
#include "jobcarve/match/certificate.h"

#include "absl/numeric/int128.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "match/chosen_edges.h"

namespace jobcarve {
namespace {

using checking::Decimal;
using checking::Describe;
using checking::Usage;

absl::Status VerifyLeftPrices(const BipartiteGraph& graph, const Matching& matching, const Usage& usage, bool is_perfect) {
  if (matching.left_prices.size() != graph.left_count()) {
    return absl::InvalidArgumentError(
        absl::StrCat("left_prices: ", matching.left_prices.size(), " of them for ", graph.left_count(), " left nodes"));
  }
  for (const LeftIndex left : graph.Lefts()) {
    const int64_t price = matching.left_prices[left];
    if (is_perfect) {
      if (!usage.edge_of[left].has_value()) {
        return absl::InvalidArgumentError(absl::StrCat("left node ", left.value(), " is unmatched in a perfect matching"));
      }
    } else if (price < 0) {
      return absl::InvalidArgumentError(absl::StrCat("left_prices[", left.value(), "]: ", price, " is below 0"));
    } else if (price > 0 && !usage.edge_of[left].has_value()) {
      return absl::InvalidArgumentError(
          absl::StrCat("left_prices[", left.value(), "]: ", price, " but the node is unmatched, which takes 0"));
    }
  }
  return absl::OkStatus();
}

absl::Status VerifyRightPrices(const BipartiteGraph& graph, const Matching& matching, const Usage& usage) {
  if (matching.right_prices.size() != graph.right_count()) {
    return absl::InvalidArgumentError(
        absl::StrCat("right_prices: ", matching.right_prices.size(), " of them for ", graph.right_count(), " right nodes"));
  }
  for (const RightIndex right : graph.Rights()) {
    const int64_t price = matching.right_prices[right];
    if (price < 0) {
      return absl::InvalidArgumentError(absl::StrCat("right_prices[", right.value(), "]: ", price, " is below 0"));
    }
    if (price > 0 && !usage.IsFull(graph, right)) {
      return absl::InvalidArgumentError(absl::StrCat("right_prices[", right.value(), "]: ", price, " but only ",
                                                     usage.taken[right], " of ", graph.capacity(right),
                                                     " places are taken, which takes 0"));
    }
  }
  return absl::OkStatus();
}

absl::Status VerifyEdges(const BipartiteGraph& graph, const Matching& matching, const Usage& usage) {
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      const int64_t u = matching.left_prices[left];
      const int64_t p = matching.right_prices[graph.right(edge)];
      const absl::int128 slack = absl::int128(u) + p - graph.weight(edge);
      if (slack < 0) {
        return absl::InvalidArgumentError(
            absl::StrCat(Describe(graph, edge), ": prices ", u, " + ", p, " are below the weight ", graph.weight(edge)));
      }
      if (slack > 0 && usage.IsChosen(left, edge)) {
        return absl::InvalidArgumentError(absl::StrCat(Describe(graph, edge), " is chosen, but prices ", u, " + ", p,
                                                       " exceed its weight ", graph.weight(edge)));
      }
    }
  }
  return absl::OkStatus();
}

// Given all the rest this cannot fail; it is the statement that everybody can check by hand.
absl::Status VerifyEqualSums(const BipartiteGraph& graph, const Matching& matching) {
  absl::int128 dual = 0;
  for (const LeftIndex left : graph.Lefts()) {
    dual += matching.left_prices[left];
  }
  for (const RightIndex right : graph.Rights()) {
    dual += absl::int128(matching.right_prices[right]) * graph.capacity(right);
  }
  if (dual != matching.total) {
    return absl::InvalidArgumentError(absl::StrCat("total: ", matching.total, " but the prices sum to ", Decimal(dual)));
  }
  return absl::OkStatus();
}

absl::Status VerifyShortage(const BipartiteGraph& graph, const Matching& matching) {
  const Shortage& shortage = *matching.shortage;
  if (!matching.edges.empty() || matching.total != 0 || !matching.left_prices.empty() || !matching.right_prices.empty()) {
    return absl::InvalidArgumentError("shortage: given beside edges, a total or prices, which must then be empty");
  }
  IndexedVector<RightIndex, uint8_t> is_counted(graph.right_count(), 0);
  int64_t places = 0;
  for (size_t i = 0; i < shortage.lefts.size(); ++i) {
    const LeftIndex left = shortage.lefts[i];
    if (left.value() >= graph.left_count() || (i > 0 && left <= shortage.lefts[i - 1])) {
      return absl::InvalidArgumentError(
          absl::StrCat("shortage.lefts[", i, "]: ", left.value(), " is out of order or not below ", graph.left_count()));
    }
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      const RightIndex right = graph.right(edge);
      places += is_counted[right] != 0 ? 0 : graph.capacity(right);
      is_counted[right] = 1;
    }
  }
  if (places != shortage.places) {
    return absl::InvalidArgumentError(absl::StrCat("shortage.places: ", shortage.places, " but there are ", places));
  }
  if (places >= static_cast<int64_t>(shortage.lefts.size())) {
    return absl::InvalidArgumentError(
        absl::StrCat("shortage: ", shortage.lefts.size(), " left nodes have ", places, " places, which is enough"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status VerifyOptimal(const BipartiteGraph& graph, const Matching& matching, const MatchOptions& options) {
  if (matching.shortage.has_value()) {
    return options.perfect ? VerifyShortage(graph, matching)
                           : absl::InvalidArgumentError("shortage: given although nobody is forced to be matched");
  }
  JOBCARVE_RETURN_IF_ERROR(checking::VerifyOrder(graph, matching.edges));
  JOBCARVE_ASSIGN_OR_RETURN(const Usage usage, checking::CountUsage(graph, matching.edges));
  if (!options.perfect) {
    JOBCARVE_RETURN_IF_ERROR(checking::VerifyWeightsAbove0(graph, matching.edges));
  }
  JOBCARVE_RETURN_IF_ERROR(checking::VerifyTotal(graph, matching.edges, matching.total));
  JOBCARVE_RETURN_IF_ERROR(VerifyLeftPrices(graph, matching, usage, options.perfect));
  JOBCARVE_RETURN_IF_ERROR(VerifyRightPrices(graph, matching, usage));
  JOBCARVE_RETURN_IF_ERROR(VerifyEdges(graph, matching, usage));
  return VerifyEqualSums(graph, matching);
}

}  // namespace jobcarve
