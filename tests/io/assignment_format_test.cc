#include "jobcarve/io/assignment_format.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph_families.h"
#include "gtest/gtest.h"
#include "support/graph_builders.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using test::GraphOf;

constexpr char kThreeNodes[] = "p asn 3 2\nn 1\nn 2\n";

std::string FaultIn(absl::string_view text) {
  const absl::StatusOr<BipartiteGraph> graph = ParseAssignment(text);
  EXPECT_EQ(graph.status().code(), absl::StatusCode::kInvalidArgument) << text;
  return std::string(graph.status().message());
}

std::string FaultAfterThreeNodes(absl::string_view lines) {
  return FaultIn(absl::StrCat(kThreeNodes, lines));
}

TEST(AssignmentFormatTest, ReadsTheExampleInTheHeader) {
  ASSERT_OK_AND_ASSIGN(const BipartiteGraph graph,
                       ParseAssignment("c two who want one role, which has two places\np asn 3 2\nn 1\nn 2\nc capacity 3 2\n"
                                       "a 1 3 5\na 2 3 7\n"));
  EXPECT_EQ(graph, GraphOf({.left_count = 2, .capacities = {2}, .edges = {{0, 0, 5}, {1, 0, 7}}}));
}

TEST(AssignmentFormatTest, TakesTabsBlankLinesCarriageReturnsAndAMissingLastNewline) {
  ASSERT_OK_AND_ASSIGN(const BipartiteGraph graph, ParseAssignment("\r\n  p\tasn 2  1\r\n\nn 1 \r\nc\r\na 1 2 -4"));
  EXPECT_EQ(graph, GraphOf({.left_count = 1, .capacities = {1}, .edges = {{0, 0, -4}}}));
}

TEST(AssignmentFormatTest, ReadsGraphsWithoutNodes) {
  ASSERT_OK_AND_ASSIGN(const BipartiteGraph graph, ParseAssignment("p asn 0 0\n"));
  EXPECT_EQ(graph, BipartiteGraph());
}

TEST(AssignmentFormatTest, WhatIsWrittenReadsBackEqual) {
  for (uint64_t seed = 0; seed < 300; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph({.min_weight = -kMaxWeight, .max_weight = kMaxWeight}, rng);
    ASSERT_OK_AND_ASSIGN(const BipartiteGraph again, ParseAssignment(FormatAssignment(graph)));
    ASSERT_EQ(again, graph) << "seed " << seed;
  }
  const BipartiteGraph large = bench::MakeGraph({.left_count = 3000, .right_count = 500}, 1);
  ASSERT_OK_AND_ASSIGN(const BipartiteGraph again, ParseAssignment(FormatAssignment(large)));
  EXPECT_EQ(again, large);
}

TEST(AssignmentFormatTest, RefusesAFileWithoutAProblemLine) {
  EXPECT_EQ(FaultIn(""), "line 0: the file ends without a 'p asn NODES ARCS' line");
  EXPECT_EQ(FaultIn("c nothing\n"), "line 1: the file ends without a 'p asn NODES ARCS' line");
  EXPECT_EQ(FaultIn("n 1\n"), "line 1: an 'n' line comes before the 'p asn NODES ARCS' line");
  EXPECT_EQ(FaultIn("a 1 2 3\n"), "line 1: an 'a' line comes before the 'p asn NODES ARCS' line");
  EXPECT_EQ(FaultIn("c capacity 1 2\n"), "line 1: a capacity comes before the 'p asn NODES ARCS' line");
}

TEST(AssignmentFormatTest, RefusesABadProblemLine) {
  EXPECT_EQ(FaultIn("p asn 3\n"), "line 1: number of arcs is missing; it must be a whole number in [0, 2147483648]");
  EXPECT_EQ(FaultIn("p max 3 2\n"), "line 1: problem 'max' is not 'asn'");
  EXPECT_EQ(FaultIn("p asn -1 2\n"), "line 1: number of nodes '-1' is not a whole number in [0, 8388608]");
  EXPECT_EQ(FaultIn("p asn 99999999999999999999 2\n"),
            "line 1: number of nodes '99999999999999999999' is not a whole number in [0, 8388608]");
  EXPECT_EQ(FaultIn("p asn 3 2 1\n"), "line 1: '1' follows the last field");
  EXPECT_EQ(FaultIn("p asn 3 2\np asn 3 2\n"), "line 2: a second 'p' line");
}

TEST(AssignmentFormatTest, RefusesBadLeftNodes) {
  EXPECT_EQ(FaultIn("p asn 3 0\nn 2\n"), "line 2: left node 2 where 1 was expected; left nodes are listed as 1, 2, 3, ...");
  EXPECT_EQ(FaultIn("p asn 3 0\nn 1\nn 1\n"), "line 3: left node 1 where 2 was expected; left nodes are listed as 1, 2, 3, ...");
  EXPECT_EQ(FaultIn("p asn 1 0\nn 1\nn 2\n"), "line 3: left node '2' is not a whole number in [1, 1]");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 3 5\nn 3\n"),
            "line 5: an 'n' line comes after an 'a' line; all left nodes must be listed before the first arc");
}

TEST(AssignmentFormatTest, RefusesBadArcs) {
  EXPECT_EQ(FaultAfterThreeNodes("a 3 3 5\n"), "line 4: left node '3' is not a whole number in [1, 2]");
  EXPECT_EQ(FaultAfterThreeNodes("a 0 3 5\n"), "line 4: left node '0' is not a whole number in [1, 2]");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 2 5\n"), "line 4: right node '2' is not a whole number in [3, 3]");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 4 5\n"), "line 4: right node '4' is not a whole number in [3, 3]");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 3\n"),
            "line 4: weight is missing; it must be a whole number in [-1099511627776, 1099511627776]");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 3 2.5\n"), "line 4: weight '2.5' is not a whole number in [-1099511627776, 1099511627776]");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 3 1099511627777\n"),
            "line 4: weight '1099511627777' is not a whole number in [-1099511627776, 1099511627776]");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 3 5 6\n"), "line 4: '6' follows the last field");
  EXPECT_EQ(FaultIn("p asn 3 2\na 1 3 5\n"), "line 2: an 'a' line, but no 'n' line has named a left node");
}

TEST(AssignmentFormatTest, RefusesAWrongNumberOfArcs) {
  EXPECT_EQ(FaultAfterThreeNodes("a 1 3 5\n"), "line 4: the file ends after 1 'a' lines, but the 'p' line promised 2");
  EXPECT_EQ(FaultAfterThreeNodes("a 1 3 5\na 1 3 5\na 1 3 5\n"), "line 6: more 'a' lines than the 2 that the 'p' line promised");
}

TEST(AssignmentFormatTest, RefusesBadCapacities) {
  const std::string arcs = "a 1 3 5\na 2 3 5\n";
  EXPECT_EQ(FaultAfterThreeNodes(absl::StrCat("c capacity 2 4\n", arcs)),
            "line 4: a capacity for left node 2; right nodes are 3 to 3");
  EXPECT_EQ(FaultAfterThreeNodes(absl::StrCat("c capacity 3 4\nc capacity 3 4\n", arcs)),
            "line 5: a second capacity for right node 3");
  EXPECT_EQ(FaultAfterThreeNodes("c capacity 3 -1\n"), "line 4: capacity '-1' is not a whole number in [0, 2147483647]");
  EXPECT_EQ(FaultAfterThreeNodes("c capacity 4 1\n"), "line 4: node '4' is not a whole number in [1, 3]");
  EXPECT_EQ(FaultAfterThreeNodes("c capacity 3\n"), "line 4: capacity is missing; it must be a whole number in [0, 2147483647]");
}

TEST(AssignmentFormatTest, ReadsTiersAndGivesTierZeroToOthers) {
  const char* const text = "p asn 4 1\nc tier 3 7\nn 1\nn 2\nn 3\nc tier 1 -2147483648\nc tiers are for others\na 1 4 5\n";
  ASSERT_OK_AND_ASSIGN(const TieredGraph tiered, ParseTieredAssignment(text));
  EXPECT_THAT(tiered.tiers.items(), testing::ElementsAre(INT32_MIN, 0, 7));
  EXPECT_EQ(tiered.graph, GraphOf({.left_count = 3, .capacities = {1}, .edges = {{0, 0, 5}}}));
  EXPECT_EQ(*ParseAssignment(text), tiered.graph);
  const std::string written = FormatAssignment(tiered.graph, tiered.tiers);
  EXPECT_EQ(written, "p asn 4 1\nn 1\nn 2\nn 3\nc tier 1 -2147483648\nc tier 3 7\na 1 4 5\n");
  ASSERT_OK_AND_ASSIGN(const TieredGraph again, ParseTieredAssignment(written));
  EXPECT_EQ(again.tiers, tiered.tiers);
}

TEST(AssignmentFormatTest, RefusesBadTiers) {
  const std::string arcs = "a 1 3 5\na 2 3 5\n";
  EXPECT_EQ(FaultIn("c tier 1 2\n"), "line 1: a tier comes before the 'p asn NODES ARCS' line");
  EXPECT_EQ(FaultAfterThreeNodes(absl::StrCat("c tier 3 4\n", arcs)), "line 4: a tier for right node 3; left nodes are 1 to 2");
  EXPECT_EQ(FaultAfterThreeNodes(absl::StrCat("c tier 1 4\nc tier 1 4\n", arcs)), "line 5: a second tier for left node 1");
  EXPECT_EQ(FaultAfterThreeNodes("c tier 1 2147483648\n"),
            "line 4: tier '2147483648' is not a whole number in [-2147483648, 2147483647]");
  EXPECT_EQ(FaultAfterThreeNodes("c tier 0 1\n"), "line 4: node '0' is not a whole number in [1, 3]");
  EXPECT_EQ(FaultAfterThreeNodes("c tier 1\n"),
            "line 4: tier is missing; it must be a whole number in [-2147483648, 2147483647]");
  EXPECT_EQ(FaultAfterThreeNodes("c tier 1 2 3\n"), "line 4: '3' follows the last field");
}

TEST(AssignmentFormatTest, RefusesBytesThatAreNoText) {
  EXPECT_EQ(FaultIn(absl::string_view("p asn 3\0 2\n", 11)),
            "line 1: number of nodes '3\\x00' is not a whole number in [0, 8388608]");
  EXPECT_EQ(FaultIn("\xff\xfe\n"), "line 1: '\\xff\\xfe' begins no kind of line; 'c', 'p', 'n' and 'a' do");
}

TEST(AssignmentFormatTest, EveryTruncationIsReadOrRefused) {
  const std::string text = FormatAssignment(GraphOf({.left_count = 2, .capacities = {2, 3}, .edges = {{0, 0, 15}, {1, 1, -7}}}));
  for (size_t size = 0; size + 1 < text.size(); ++size) {
    const absl::StatusOr<BipartiteGraph> graph = ParseAssignment(absl::string_view(text).substr(0, size));
    EXPECT_FALSE(graph.ok() && graph->edge_count() != 2) << size;
  }
}

}  // namespace
}  // namespace jobcarve::io
