#include "jobcarve/match/bipartite.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphOf;

absl::Status CreateStatus(size_t left_count, std::vector<int32_t> capacities, const std::vector<Edge>& edges) {
  return BipartiteGraph::Create(left_count, std::move(capacities), edges).status();
}

Edge EdgeOf(size_t left, size_t right, int64_t weight) {
  return {.left = LeftIndex(left), .right = RightIndex(right), .weight = weight};
}

TEST(BipartiteGraphTest, OrdersEdgesByLeftNodeAndKeepsTheOrderGivenWithinOne) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 3, .capacities = {1, 4}, .edges = {{2, 0, 5}, {0, 1, 7}, {2, 1, 3}, {0, 0, 7}}});
  ASSERT_EQ(graph.edge_count(), 4U);
  const std::vector<Edge> expected = {EdgeOf(0, 1, 7), EdgeOf(0, 0, 7), EdgeOf(2, 0, 5), EdgeOf(2, 1, 3)};
  for (size_t e = 0; e < 4; ++e) {
    const EdgeIndex edge(e);
    EXPECT_EQ((Edge{.left = graph.left(edge), .right = graph.right(edge), .weight = graph.weight(edge)}), expected[e]) << e;
  }
  EXPECT_EQ(graph.EdgesOf(LeftIndex(1)).size(), 0U);
  EXPECT_EQ(graph.capacity(RightIndex(1)), 4);
}

TEST(BipartiteGraphTest, RowsAndEdgesMakeEqualGraphs) {
  ASSERT_OK_AND_ASSIGN(const BipartiteGraph rows,
                       BipartiteGraph::FromRows({0, 1, 1, 2}, {RightIndex(1), RightIndex(0)}, {7, 5}, {1, 4}));
  EXPECT_EQ(rows, GraphOf({.left_count = 3, .capacities = {1, 4}, .edges = {{0, 1, 7}, {2, 0, 5}}}));
}

// The same graph with weights of 4 bytes and of 8.
TEST(BipartiteGraphTest, ShowsItsEdgesFromBothSidesAtEitherWidth) {
  for (const int64_t heaviest : {BipartiteGraph::kNarrowWeight - 1, BipartiteGraph::kNarrowWeight, kMaxWeight}) {
    const BipartiteGraph graph = GraphOf(
        {.left_count = 3, .capacities = {1, 4}, .edges = {{2, 0, heaviest}, {0, 1, 7}, {2, 1, 3}, {0, 0, -7}, {2, 0, 1}}});
    EXPECT_EQ(graph.is_narrow(), heaviest < BipartiteGraph::kNarrowWeight);
    EXPECT_EQ(graph.least_weight(), -7);
    EXPECT_EQ(graph.greatest_weight(), heaviest);
    EXPECT_EQ(graph.degree(RightIndex(0)), 3U);
    EXPECT_EQ(graph.weight(EdgeIndex(2)), heaviest);
    const auto check = [&]<typename Weight>(Weight) {
      using Half = HalfEdge<Weight>;
      EXPECT_THAT(graph.Row<Weight>(LeftIndex(0)), testing::ElementsAre(Half{1, 7}, Half{0, -7}));
      EXPECT_THAT(graph.Column<Weight>(RightIndex(0)),
                  testing::ElementsAre(Half{0, -7}, Half{2, static_cast<Weight>(heaviest)}, Half{2, 1}));
    };
    graph.is_narrow() ? check(int32_t{}) : check(int64_t{});
  }
}

TEST(BipartiteGraphTest, AnEmptyGraphHasNoNodes) {
  EXPECT_OK(CreateStatus(0, {}, {}));
  EXPECT_EQ(BipartiteGraph().left_count(), 0U);
  EXPECT_EQ(BipartiteGraph(), GraphOf({}));
}

TEST(BipartiteGraphTest, RefusesALeftNodeOutOfRange) {
  const absl::Status status = CreateStatus(2, {1}, {EdgeOf(0, 0, 1), EdgeOf(2, 0, 1)});
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message(), "edges[1].left: 2 is not below the number of left nodes, 2");
}

TEST(BipartiteGraphTest, RefusesARightNodeOutOfRange) {
  EXPECT_EQ(CreateStatus(2, {1}, {EdgeOf(0, 1, 1)}).message(), "edges[0].right: 1 is not below the number of right nodes, 1");
}

TEST(BipartiteGraphTest, TakesTheGreatestWeightAndRefusesOneMore) {
  EXPECT_OK(CreateStatus(1, {1}, {EdgeOf(0, 0, kMaxWeight), EdgeOf(0, 0, -kMaxWeight)}));
  EXPECT_EQ(CreateStatus(1, {1}, {EdgeOf(0, 0, kMaxWeight + 1)}).message(),
            "edges[0].weight: 1099511627777 outside [-1099511627776, 1099511627776]");
  EXPECT_EQ(CreateStatus(1, {1}, {EdgeOf(0, 0, INT64_MIN)}).message(),
            "edges[0].weight: -9223372036854775808 outside [-1099511627776, 1099511627776]");
}

TEST(BipartiteGraphTest, RefusesACapacityBelowZero) {
  EXPECT_EQ(CreateStatus(1, {0, -2}, {}).message(), "capacities[1]: -2 is below 0");
}

TEST(BipartiteGraphTest, RefusesTooManyNodes) {
  EXPECT_EQ(CreateStatus(kMaxNodesPerSide + 1, {}, {}).message(), "left nodes: 4194305 is above 4194304");
  EXPECT_EQ(CreateStatus(0, std::vector<int32_t>(kMaxNodesPerSide + 1, 1), {}).message(),
            "right nodes: 4194305 is above 4194304");
}

TEST(BipartiteGraphTest, RefusesRowsThatDoNotFitTogether) {
  const auto rows_status = [](std::vector<size_t> begins, std::vector<int64_t> weights) {
    return BipartiteGraph::FromRows(std::move(begins), {RightIndex(0)}, std::move(weights), {1}).status();
  };
  EXPECT_OK(rows_status({0, 1}, {1}));
  EXPECT_EQ(rows_status({}, {1}).message(), "row_begins: must hold at least one entry, and the first must be 0");
  EXPECT_EQ(rows_status({0, 2, 1}, {1}).message(), "row_begins[2]: 1 is below the one before, 2");
  EXPECT_EQ(rows_status({0, 2}, {1}).message(), "row_begins: ends at 2 but there are 1 edges");
  EXPECT_EQ(rows_status({0, 1}, {}).message(), "weights: 0 of them for 1 edges");
  EXPECT_EQ(rows_status({0, 1}, {kMaxWeight + 1}).message(),
            "edges[0].weight: 1099511627777 outside [-1099511627776, 1099511627776]");
}

}  // namespace
}  // namespace jobcarve
