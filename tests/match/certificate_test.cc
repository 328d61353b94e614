#include "jobcarve/match/certificate.h"

#include <functional>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphOf;

//   0 --5-- 0(1)      Optimal: (1,0) and (2,1), total 8.
//   1 --7--/          Prices: u = 0, 2, 1 and p = 5, 0.
//   2 --1-- 1(2)
class CertificateTest : public testing::Test {
 protected:
  // What VerifyOptimal says after `corrupt` has changed the right answer.
  std::string Refusal(const std::function<void(Matching&)>& corrupt, const MatchOptions& options = {}) const {
    Matching matching = right_answer;
    corrupt(matching);
    const absl::Status status = VerifyOptimal(graph, matching, options);
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
    return std::string(status.message());
  }

  const BipartiteGraph graph = GraphOf({.left_count = 3, .capacities = {1, 2}, .edges = {{0, 0, 5}, {1, 0, 7}, {2, 1, 1}}});
  const Matching right_answer = {.edges = {EdgeIndex(1), EdgeIndex(2)},
                                 .total = 8,
                                 .left_prices = IndexedVector<LeftIndex, int64_t>(std::vector<int64_t>{0, 2, 1}),
                                 .right_prices = IndexedVector<RightIndex, int64_t>(std::vector<int64_t>{5, 0}),
                                 .shortage = std::nullopt};
};

TEST_F(CertificateTest, AcceptsTheRightAnswer) {
  EXPECT_OK(VerifyOptimal(graph, right_answer));
}

TEST_F(CertificateTest, RefusesAnEdgeThatDoesNotExist) {
  EXPECT_EQ(Refusal([](Matching& m) { m.edges.push_back(EdgeIndex(3)); }), "chosen edge 3 is not below the number of edges, 3");
}

TEST_F(CertificateTest, RefusesEdgesOutOfOrderOrTwice) {
  EXPECT_EQ(Refusal([](Matching& m) {
              m.edges = {EdgeIndex(2), EdgeIndex(1)};
            }),
            "chosen edge 1 does not come after 2 before it");
  EXPECT_EQ(Refusal([](Matching& m) {
              m.edges = {EdgeIndex(2), EdgeIndex(2)};
            }),
            "chosen edge 2 does not come after 2 before it");
}

TEST_F(CertificateTest, RefusesALeftNodeMatchedTwice) {
  const BipartiteGraph twice = GraphOf({.left_count = 1, .capacities = {1, 1}, .edges = {{0, 0, 5}, {0, 1, 7}}});
  const Matching both = {
      .edges = {EdgeIndex(0), EdgeIndex(1)}, .total = 12, .left_prices = {}, .right_prices = {}, .shortage = {}};
  EXPECT_EQ(VerifyOptimal(twice, both).message(), "edges[1] (left 0, right 1): left node 0 is matched twice");
}

TEST_F(CertificateTest, RefusesMoreThanTheCapacity) {
  EXPECT_EQ(Refusal([](Matching& m) {
              m.edges = {EdgeIndex(0), EdgeIndex(1)};
            }),
            "edges[1] (left 1, right 0): right node 0 is matched more often than its capacity 1");
}

TEST_F(CertificateTest, RefusesAnEdgeWorthNothing) {
  const BipartiteGraph nothing = GraphOf({.left_count = 1, .capacities = {1}, .edges = {{0, 0, 0}}});
  const Matching chosen = {.edges = {EdgeIndex(0)},
                           .total = 0,
                           .left_prices = IndexedVector<LeftIndex, int64_t>(1, 0),
                           .right_prices = IndexedVector<RightIndex, int64_t>(1, 0),
                           .shortage = {}};
  EXPECT_EQ(VerifyOptimal(nothing, chosen).message(), "edges[0] (left 0, right 0) is chosen, but weighs 0, which is not above 0");
  EXPECT_OK(VerifyOptimal(nothing, chosen, {.perfect = true}));
}

TEST_F(CertificateTest, RefusesAWrongTotal) {
  EXPECT_EQ(Refusal([](Matching& m) { m.total = 9; }), "total: 9 but the chosen edges weigh 8");
}

TEST_F(CertificateTest, RefusesTooFewPrices) {
  EXPECT_EQ(Refusal([](Matching& m) { m.left_prices = {}; }), "left_prices: 0 of them for 3 left nodes");
  EXPECT_EQ(Refusal([](Matching& m) { m.right_prices = {}; }), "right_prices: 0 of them for 2 right nodes");
}

TEST_F(CertificateTest, RefusesPricesBelowZero) {
  EXPECT_EQ(Refusal([](Matching& m) { m.left_prices[LeftIndex(1)] = -1; }), "left_prices[1]: -1 is below 0");
  EXPECT_EQ(Refusal([](Matching& m) { m.right_prices[RightIndex(1)] = -1; }), "right_prices[1]: -1 is below 0");
}

TEST_F(CertificateTest, RefusesAPriceOfAnUnmatchedLeftNode) {
  EXPECT_EQ(Refusal([](Matching& m) { m.left_prices[LeftIndex(0)] = 1; }),
            "left_prices[0]: 1 but the node is unmatched, which takes 0");
}

TEST_F(CertificateTest, RefusesAPriceOfARightNodeWithRoom) {
  EXPECT_EQ(Refusal([](Matching& m) { m.right_prices[RightIndex(1)] = 1; }),
            "right_prices[1]: 1 but only 1 of 2 places are taken, which takes 0");
}

TEST_F(CertificateTest, RefusesPricesBelowAWeight) {
  EXPECT_EQ(Refusal([](Matching& m) { m.right_prices[RightIndex(0)] = 4; }),
            "edges[0] (left 0, right 0): prices 0 + 4 are below the weight 5");
}

TEST_F(CertificateTest, RefusesPricesAboveTheWeightOfAChosenEdge) {
  EXPECT_EQ(Refusal([](Matching& m) { m.left_prices[LeftIndex(1)] = 3; }),
            "edges[1] (left 1, right 0) is chosen, but prices 3 + 5 exceed its weight 7");
}

TEST_F(CertificateTest, HostilePricesDoNotOverflow) {
  EXPECT_EQ(Refusal([](Matching& m) {
              m.left_prices[LeftIndex(1)] = INT64_MAX;
              m.right_prices[RightIndex(0)] = INT64_MAX;
            }),
            "edges[1] (left 1, right 0) is chosen, but prices 9223372036854775807 + 9223372036854775807 exceed its weight 7");
}

TEST_F(CertificateTest, RefusesAMatchingThatIsNotPerfect) {
  EXPECT_EQ(Refusal([](Matching&) {}, {.perfect = true}), "left node 0 is unmatched in a perfect matching");
}

TEST_F(CertificateTest, RefusesAShortageWhereNobodyIsForced) {
  EXPECT_EQ(Refusal([](Matching& m) { m = {.edges = {}, .left_prices = {}, .right_prices = {}, .shortage = Shortage{}}; }),
            "shortage: given although nobody is forced to be matched");
}

class ShortageTest : public CertificateTest {
 protected:
  std::string RefusalOf(const Shortage& shortage) const {
    return Refusal([&shortage](Matching& m) { m = {.edges = {}, .left_prices = {}, .right_prices = {}, .shortage = shortage}; },
                   {.perfect = true});
  }
};

TEST_F(ShortageTest, AcceptsATrueOne) {
  const Matching matching = {.edges = {},
                             .left_prices = {},
                             .right_prices = {},
                             .shortage = Shortage{.lefts = {LeftIndex(0), LeftIndex(1)}, .places = 1}};
  EXPECT_OK(VerifyOptimal(graph, matching, {.perfect = true}));
}

TEST_F(ShortageTest, RefusesFalseOnes) {
  EXPECT_EQ(RefusalOf({.lefts = {LeftIndex(0)}, .places = 1}), "shortage: 1 left nodes have 1 places, which is enough");
  EXPECT_EQ(RefusalOf({.lefts = {LeftIndex(0), LeftIndex(1)}, .places = 0}), "shortage.places: 0 but there are 1");
  EXPECT_EQ(RefusalOf({.lefts = {LeftIndex(1), LeftIndex(1)}, .places = 1}),
            "shortage.lefts[1]: 1 is out of order or not below 3");
  EXPECT_EQ(RefusalOf({.lefts = {LeftIndex(3)}, .places = 0}), "shortage.lefts[0]: 3 is out of order or not below 3");
}

TEST_F(ShortageTest, RefusesOneBesideAMatching) {
  EXPECT_EQ(Refusal(
                [](Matching& m) {
                  m.shortage = Shortage{.lefts = {LeftIndex(0), LeftIndex(1)}, .places = 1};
                },
                {.perfect = true}),
            "shortage: given beside edges, a total or prices, which must then be empty");
}

}  // namespace
}  // namespace jobcarve
