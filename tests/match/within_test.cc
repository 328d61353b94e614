// MatchWithin against enumeration, with musts on both sides.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "match/engine.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using match::MatchWithin;
using match::Musts;
using test::Describe;
using test::GraphOf;
using testing::ElementsAre;
using testing::Pair;

// The greatest total of all matchings that keep `musts`; nothing when none does.
std::optional<int64_t> BestFrom(const BipartiteGraph& graph, const Musts& musts, size_t first_left,
                                std::vector<int32_t>& places) {
  if (first_left == graph.left_count()) {
    for (size_t right = 0; right < places.size(); ++right) {
      if (musts.rights[right] && places[right] > 0) {
        return std::nullopt;
      }
    }
    return 0;
  }
  std::optional<int64_t> best;
  if (!musts.lefts[first_left]) {
    best = BestFrom(graph, musts, first_left + 1, places);
  }
  for (const EdgeIndex edge : graph.EdgesOf(LeftIndex(first_left))) {
    int32_t& place = places[graph.right(edge).value()];
    if (place == 0) {
      continue;
    }
    --place;
    if (const std::optional<int64_t> rest = BestFrom(graph, musts, first_left + 1, places)) {
      best = std::max(best, std::optional<int64_t>(graph.weight(edge) + *rest));
    }
    ++place;
  }
  return best;
}

std::optional<int64_t> TotalByEnumeration(const BipartiteGraph& graph, const Musts& musts) {
  std::vector<int32_t> places;
  for (const RightIndex right : graph.Rights()) {
    places.push_back(graph.capacity(right));
  }
  return BestFrom(graph, musts, 0, places);
}

// Complementary slackness, read off the definition.
testing::AssertionResult PricesFit(const BipartiteGraph& graph, const Musts& musts, const Matching& matching) {
  std::vector<bool> is_matched(graph.left_count(), false);
  std::vector<int32_t> taken(graph.right_count(), 0);
  for (const EdgeIndex edge : matching.edges) {
    is_matched[graph.left(edge).value()] = true;
    ++taken[graph.right(edge).value()];
    if (matching.left_prices[graph.left(edge)] + matching.right_prices[graph.right(edge)] != graph.weight(edge)) {
      return testing::AssertionFailure() << "chosen edge " << edge.value() << " is not tight";
    }
  }
  for (const LeftIndex left : graph.Lefts()) {
    const int64_t price = matching.left_prices[left];
    if ((price < 0 && !musts.lefts[left.value()]) || (price != 0 && !is_matched[left.value()])) {
      return testing::AssertionFailure() << "left price " << left.value() << " is " << price;
    }
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      if (price + matching.right_prices[graph.right(edge)] < graph.weight(edge)) {
        return testing::AssertionFailure() << "edge " << edge.value() << " outweighs its prices";
      }
    }
  }
  for (const RightIndex right : graph.Rights()) {
    const int64_t price = matching.right_prices[right];
    const bool is_full = taken[right.value()] == graph.capacity(right);
    if ((price < 0 && !musts.rights[right.value()]) || (price != 0 && !is_full)) {
      return testing::AssertionFailure() << "right price " << right.value() << " is " << price;
    }
  }
  return testing::AssertionSuccess();
}

TEST(MatchWithinTest, AgreesWithEnumerationUnderRandomMusts) {
  int kept = 0;
  for (uint64_t seed = 0; seed < 12000; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph =
        test::RandomGraph({.max_capacity = 2, .max_edges = 16, .min_weight = -6, .max_weight = seed % 2 == 0 ? 2 : 20}, rng);
    Musts musts = {.lefts = std::vector<bool>(graph.left_count()), .rights = std::vector<bool>(graph.right_count())};
    for (size_t left = 0; left < graph.left_count(); ++left) {
      musts.lefts[left] = rng.Chance(300);
    }
    for (size_t right = 0; right < graph.right_count(); ++right) {
      musts.rights[right] = rng.Chance(300);
    }
    const std::optional<int64_t> best = TotalByEnumeration(graph, musts);
    const absl::StatusOr<Matching> matching = MatchWithin(graph, musts);
    ASSERT_EQ(best.has_value(), matching.ok()) << "seed " << seed << ": " << Describe(graph);
    if (!best.has_value()) {
      ASSERT_EQ(matching.status().code(), absl::StatusCode::kFailedPrecondition);
      continue;
    }
    ++kept;
    ASSERT_EQ(matching->total, *best) << "seed " << seed << ": " << Describe(graph);
    ASSERT_TRUE(PricesFit(graph, musts, *matching)) << "seed " << seed << ": " << Describe(graph);
  }
  EXPECT_GT(kept, 4000);
}

//   0 --5-- 0(1)      1(1) must be full, so 0 goes there at a loss.
//    \-(-3)- 1(1)
TEST(MatchWithinTest, FillsARightNodeAtALoss) {
  const BipartiteGraph graph = GraphOf({.left_count = 1, .capacities = {1, 1}, .edges = {{0, 0, 5}, {0, 1, -3}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, MatchWithin(graph, {.lefts = {false}, .rights = {false, true}}));
  EXPECT_THAT(test::PairsOf(graph, matching), ElementsAre(Pair(0, 1)));
  EXPECT_EQ(matching.right_prices[RightIndex(1)], -8);
}

TEST(MatchWithinTest, NamesANodeThatCannotBeServed) {
  const BipartiteGraph graph = GraphOf({.left_count = 2, .capacities = {1, 5}, .edges = {{0, 0, 5}, {1, 0, 3}, {1, 1, 3}}});
  EXPECT_EQ(MatchWithin(graph, {.lefts = {false, false}, .rights = {false, true}}).status().message(),
            "no matching keeps what must be: there is no way to fill right node 1");
  const BipartiteGraph pair = GraphOf({.left_count = 2, .capacities = {1}, .edges = {{0, 0, 5}, {1, 0, 3}}});
  EXPECT_EQ(MatchWithin(pair, {.lefts = {true, true}, .rights = {false}}).status().message(),
            "no matching keeps what must be: there is no way to match left node 0");
}

}  // namespace
}  // namespace jobcarve
