#include "jobcarve/match/objectives_certificate.h"

#include <functional>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "graph_families.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphOf;
using Tiers = IndexedVector<LeftIndex, int32_t>;

//   0 --9-- 0(1)      Most placements: (0,1) and (1,0), totals 2 and 7.
//    \--3-- 1(1)      Prices on level 0: u = 1, 1, 0 and p = 0, 0, 0; on level 1: u = 3, -2, 0 and p = 6, 0, 0.
//   1 --4-- 0
//   2 --0-- 2(0)
class ObjectivesCertificateTest : public testing::Test {
 protected:
  // What the checker says after `corrupt` has changed the right answer.
  std::string Refusal(const std::function<void(LevelMatching&)>& corrupt) const {
    LevelMatching matching = right_answer;
    corrupt(matching);
    const absl::Status status = VerifyMostPlacements(graph, matching);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    return std::string(status.message());
  }

  const BipartiteGraph graph =
      GraphOf({.left_count = 3, .capacities = {1, 1, 0}, .edges = {{0, 0, 9}, {0, 1, 3}, {1, 0, 4}, {2, 2, 0}}});
  const LevelMatching right_answer = {.edges = {EdgeIndex(1), EdgeIndex(2)},
                                      .total = 7,
                                      .level_totals = {2, 7},
                                      .left_prices = {{.level = 0, .left = LeftIndex(0), .price = 1},
                                                      {.level = 0, .left = LeftIndex(1), .price = 1},
                                                      {.level = 1, .left = LeftIndex(0), .price = 3},
                                                      {.level = 1, .left = LeftIndex(1), .price = -2}},
                                      .right_prices = {{.level = 1, .right = RightIndex(0), .price = 6}}};
};

TEST_F(ObjectivesCertificateTest, AcceptsTheRightAnswer) {
  EXPECT_OK(VerifyMostPlacements(graph, right_answer));
}

TEST_F(ObjectivesCertificateTest, RefusesTheRightAnswerToAnotherQuestion) {
  EXPECT_EQ(VerifyByPriority(graph, Tiers(3, 0), right_answer).message(), "level_totals: 2 of them for 1 levels");
  EXPECT_EQ(VerifyByPriority(graph, Tiers(2, 0), right_answer).message(), "tiers: 2 of them for 3 left nodes");
  EXPECT_EQ(VerifyFairest(graph, right_answer).message(), "level_totals: 2 of them for 3 levels");
}

TEST_F(ObjectivesCertificateTest, RefusesEdgesThatAreNoMatching) {
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.edges.push_back(EdgeIndex(4)); }),
            "chosen edge 4 is not below the number of edges, 4");
  EXPECT_EQ(Refusal([](LevelMatching& m) { std::swap(m.edges[0], m.edges[1]); }),
            "chosen edge 1 does not come after 2 before it");
  EXPECT_EQ(Refusal([](LevelMatching& m) {
              m.edges = {EdgeIndex(0), EdgeIndex(1)};
            }),
            "edges[1] (left 0, right 1): left node 0 is matched twice");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.edges[0] = EdgeIndex(0); }),
            "edges[2] (left 1, right 0): right node 0 is matched more often than its capacity 1");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.edges.push_back(EdgeIndex(3)); }),
            "edges[3] (left 2, right 2) is chosen, but weighs 0, which is not above 0");
}

TEST_F(ObjectivesCertificateTest, RefusesWrongTotals) {
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.total = 8; }), "total: 8 but the chosen edges weigh 7");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.level_totals[0] = 3; }), "level_totals[0]: 3 but the chosen edges weigh 2 there");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.level_totals.pop_back(); }), "level_totals: 1 of them for 2 levels");
}

TEST_F(ObjectivesCertificateTest, RefusesPricesThatAreNotInOrder) {
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.left_prices[0].price = 0; }),
            "left_prices[0]: the price is 0, and only others are listed");
  EXPECT_EQ(Refusal([](LevelMatching& m) { std::swap(m.left_prices[0], m.left_prices[1]); }),
            "left_prices[1]: level 0, node 0 does not come after level 0, node 1");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.right_prices.push_back(m.right_prices[0]); }),
            "right_prices[1]: level 1, node 0 does not come after level 1, node 0");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.left_prices[3].level = 2; }),
            "left_prices[3]: level 2, node 1, but there are 2 levels and 3 nodes");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.right_prices[0].right = RightIndex(3); }),
            "right_prices[0]: level 1, node 3, but there are 2 levels and 3 nodes");
}

TEST_F(ObjectivesCertificateTest, RefusesVectorsBelowZeroButNotLaterEntriesBelowZero) {
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.left_prices.erase(m.left_prices.begin() + 1); }),
            "left node 1: its first price other than 0, on level 1, is -2, below 0");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.right_prices[0].price = -6; }),
            "right node 0: its first price other than 0, on level 1, is -6, below 0");
}

TEST_F(ObjectivesCertificateTest, RefusesPricesOfNodesThatStayOut) {
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.left_prices.push_back({.level = 1, .left = LeftIndex(2), .price = 1}); }),
            "left node 2: price 1 on level 1 but the node is unmatched, which takes 0");
  const BipartiteGraph roomy = GraphOf({.left_count = 1, .capacities = {2}, .edges = {{0, 0, 5}}});
  const LevelMatching matching = {.edges = {EdgeIndex(0)},
                                  .total = 5,
                                  .level_totals = {1, 5},
                                  .left_prices = {},
                                  .right_prices = {{.level = 0, .right = RightIndex(0), .price = 1}}};
  EXPECT_EQ(VerifyMostPlacements(roomy, matching).message(),
            "right node 0: price 1 on level 0 but the node has room, which takes 0");
}

TEST_F(ObjectivesCertificateTest, RefusesPricesThatAreNotTight) {
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.right_prices[0].price = 5; }),
            "edges[0] (left 0, right 0): on level 1 prices 3 + 5 are below the weight 9");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.left_prices[3].price = 2; }),
            "edges[2] (left 1, right 0) is chosen, but on level 1 prices 2 + 6 exceed its weight 4");
  EXPECT_EQ(Refusal([](LevelMatching& m) { m.left_prices[1].price = INT64_MAX; }),
            "edges[2] (left 1, right 0) is chosen, but on level 0 prices 9223372036854775807 + 0 exceed its weight 1");
  EXPECT_EQ(Refusal([](LevelMatching& m) {
              m.left_prices[3].price = INT64_MIN;
              m.right_prices[0].price = INT64_MAX;
            }),
            "edges[2] (left 1, right 0): on level 1 prices -9223372036854775808 + 9223372036854775807 are below the weight 4");
}

TEST_F(ObjectivesCertificateTest, PlacesThatNobodyCanTakeMayCostAnything) {
  const BipartiteGraph closed = GraphOf({.left_count = 1, .capacities = {0, 0}, .edges = {{0, 0, 5}}});
  LevelMatching matching = {.edges = {}, .total = 0, .level_totals = {0, 0}, .left_prices = {}, .right_prices = {}};
  EXPECT_OK(VerifyMostPlacements(closed, matching));
  matching.right_prices = {{.level = 0, .right = RightIndex(0), .price = INT64_MAX},
                           {.level = 0, .right = RightIndex(1), .price = INT64_MAX}};
  EXPECT_OK(VerifyMostPlacements(closed, matching));
}

// One change to a right answer is never another right answer.
class Mutations {
 public:
  explicit Mutations(const BipartiteGraph& graph, Rng& rng) : graph_(graph), rng_(rng) {}

  // Returns false when the answer has nothing to apply the change to.
  bool Apply(int kind, LevelMatching& m) {
    switch (kind) {
      case 0:
        return Erase(m.edges);
      case 1:
        return Erase(m.left_prices);
      case 2:
        return Erase(m.right_prices);
      case 3:
        return Nudge(m.left_prices);
      case 4:
        return Nudge(m.right_prices);
      case 5:
        return ++m.total, true;
      case 6:
        return !m.level_totals.empty() && (--m.level_totals[Pick(m.level_totals)], true);
      case 7:
        return m.level_totals.push_back(0), true;
      case 8:
        return !m.left_prices.empty() && (++m.left_prices[Pick(m.left_prices)].level, true);
      case 9:
        return !m.edges.empty() && MoveEdge(m);
      case 10:
        return DropMatch(m);
      default:
        return graph_.edge_count() > m.edges.size() && AddEdge(m);
    }
  }
  static constexpr int kKinds = 12;

 private:
  template <typename T>
  size_t Pick(const std::vector<T>& list) {
    return static_cast<size_t>(rng_.Below(static_cast<int64_t>(list.size())));
  }
  template <typename T>
  bool Erase(std::vector<T>& list) {
    return !list.empty() && (list.erase(list.begin() + static_cast<ptrdiff_t>(Pick(list))), true);
  }
  template <typename T>
  bool Nudge(std::vector<T>& prices) {
    return !prices.empty() && (prices[Pick(prices)].price += rng_.Chance(500) ? 1 : -1, true);
  }
  // Another edge in the place of a chosen one; totals stay.
  bool MoveEdge(LevelMatching& m) {
    const size_t at = Pick(m.edges);
    const EdgeIndex other(static_cast<size_t>(rng_.Below(static_cast<int64_t>(graph_.edge_count()))));
    if (graph_.weight(other) == graph_.weight(m.edges[at])) {
      return false;  // May be as good.
    }
    m.edges[at] = other;
    return true;
  }
  // A smaller matching with a true total.
  bool DropMatch(LevelMatching& m) {
    if (m.edges.empty()) {
      return false;
    }
    m.total -= graph_.weight(m.edges.back());
    m.edges.pop_back();
    return true;
  }
  bool AddEdge(LevelMatching& m) {
    const EdgeIndex last = m.edges.empty() ? EdgeIndex(0) : m.edges.back();
    m.edges.push_back(EdgeIndex(last.value() + 1));
    return true;
  }

  const BipartiteGraph& graph_;
  Rng& rng_;
};

TEST(ObjectivesMutationTest, NoSingleChangeIsAccepted) {
  int refused = 0;
  for (uint64_t seed = 0; seed < 4000; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph({.max_lefts = 8, .max_edges = 24, .max_weight = seed % 2 == 0 ? 4 : 50}, rng);
    Tiers tiers(graph.left_count(), 0);
    for (int32_t& tier : tiers) {
      tier = static_cast<int32_t>(rng.Below(4));
    }
    ASSERT_OK_AND_ASSIGN(const LevelMatching most, MatchMostPlacements(graph));
    ASSERT_OK_AND_ASSIGN(const LevelMatching first, MatchByPriority(graph, tiers));
    ASSERT_OK_AND_ASSIGN(const LevelMatching fair, MatchFairest(graph));
    for (int kind = 0; kind < Mutations::kKinds; ++kind) {
      Mutations mutations(graph, rng);
      LevelMatching changed = most;
      if (mutations.Apply(kind, changed)) {
        ASSERT_FALSE(VerifyMostPlacements(graph, changed).ok()) << "seed " << seed << " kind " << kind;
        ++refused;
      }
      changed = first;
      if (mutations.Apply(kind, changed)) {
        ASSERT_FALSE(VerifyByPriority(graph, tiers, changed).ok()) << "seed " << seed << " kind " << kind;
        ++refused;
      }
      changed = fair;
      if (mutations.Apply(kind, changed)) {
        ASSERT_FALSE(VerifyFairest(graph, changed).ok()) << "seed " << seed << " kind " << kind;
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, 50'000);
}

// Any other matching, with prices of the best one and true totals, is refused: it is not as good, or not tight.
TEST(ObjectivesMutationTest, TheMatchingOfAnotherObjectiveIsRefusedWhereItIsWorse) {
  int worse = 0;
  for (uint64_t seed = 0; seed < 2000; ++seed) {
    const BipartiteGraph graph =
        bench::MakeGraph({.family = bench::GraphFamily::kBalanced, .left_count = 12, .right_count = 6, .degree = 4}, seed);
    ASSERT_OK_AND_ASSIGN(LevelMatching most, MatchMostPlacements(graph));
    ASSERT_OK_AND_ASSIGN(const LevelMatching fair, MatchFairest(graph));
    if (fair.total == most.total) {
      continue;
    }
    ++worse;
    most.edges = fair.edges;
    most.total = fair.total;
    most.level_totals[1] = fair.total;
    ASSERT_FALSE(VerifyMostPlacements(graph, most).ok()) << "seed " << seed;
  }
  EXPECT_GT(worse, 500);
}

}  // namespace
}  // namespace jobcarve
