// Match against solvers that are slow and obviously right, with and without the auction start.
#include <cstdint>
#include <optional>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "match/engine.h"
#include "support/enumeration.h"
#include "support/graph_builders.h"
#include "support/matching_oracles.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::Describe;
using test::GraphLiteral;
using test::GraphOf;

// All starts must be proved optimal and reach `expected`; nothing there means that a perfect matching does not exist.
testing::AssertionResult Reaches(const BipartiteGraph& graph, const MatchOptions& options, std::optional<int64_t> expected) {
  for (const match::Start start : match::kAllStarts) {
    const absl::StatusOr<Matching> matching = match::MatchWith(graph, options, {.start = start});
    if (!matching.ok()) {
      return test::IsOk(matching.status());
    }
    if (const absl::Status status = VerifyOptimal(graph, *matching, options); !status.ok()) {
      return test::IsOk(status) << " for " << Describe(graph);
    }
    if (matching->shortage.has_value() == expected.has_value() || matching->total != expected.value_or(0)) {
      return testing::AssertionFailure() << "total " << matching->total << " expected " << expected.value_or(-1) << " for "
                                         << Describe(graph);
    }
  }
  return testing::AssertionSuccess();
}

testing::AssertionResult AgreesWithEnumeration(const BipartiteGraph& graph) {
  const testing::AssertionResult free = Reaches(graph, {}, test::TotalByEnumeration(graph));
  return free ? Reaches(graph, {.perfect = true}, test::TotalByEnumeration(graph, {.perfect = true})) : free;
}

// Every graph with the given sides, each pair absent or of weight -1 .. max_weight, each capacity 0 .. max_capacity.
void TryAllGraphs(size_t left_count, size_t right_count, int64_t max_weight, int64_t max_capacity) {
  const test::AllGraphsSpec spec = {
      .left_count = left_count, .right_count = right_count, .max_weight = max_weight + 2, .max_capacity = max_capacity};
  for (GraphLiteral& literal : test::AllGraphs(spec)) {
    for (test::EdgeLiteral& edge : literal.edges) {
      edge.weight -= 2;
    }
    ASSERT_TRUE(AgreesWithEnumeration(GraphOf(literal)));
  }
}

TEST(MatchExhaustiveTest, AllGraphsOf2LeftAnd2RightNodesWithWeightsTo4AndCapacitiesTo2) {
  TryAllGraphs(2, 2, 4, 2);
}
TEST(MatchExhaustiveTest, AllGraphsOf3LeftAnd2RightNodesWithWeightsTo1AndCapacitiesTo2) {
  TryAllGraphs(3, 2, 1, 2);
}
TEST(MatchExhaustiveTest, AllGraphsOf2LeftAnd3RightNodesWithWeightsTo1AndCapacitiesTo1) {
  TryAllGraphs(2, 3, 1, 1);
}
TEST(MatchExhaustiveTest, AllGraphsOf5LeftAnd1RightNodeWithWeightsTo2AndCapacitiesTo4) {
  TryAllGraphs(5, 1, 2, 4);
}
TEST(MatchExhaustiveTest, AllGraphsOf1LeftAnd4RightNodesWithWeightsTo2AndCapacitiesTo1) {
  TryAllGraphs(1, 4, 2, 1);
}

TEST(MatchRandomTest, AgreesWithEnumerationOnSmallGraphs) {
  for (uint64_t seed = 0; seed < 6000; ++seed) {
    Rng rng(seed);
    const int64_t max_weight = seed % 3 == 0 ? 2 : seed % 3 == 1 ? 30 : kMaxWeight;
    ASSERT_TRUE(AgreesWithEnumeration(test::RandomGraph({.max_weight = max_weight}, rng))) << "seed " << seed;
  }
}

TEST(MatchRandomTest, AgreesWithBoostOnMiddlingGraphs) {
  for (uint64_t seed = 0; seed < 1500; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph({.max_lefts = 14,
                                                    .max_rights = 8,
                                                    .max_capacity = 3,
                                                    .max_edges = 60,
                                                    .min_weight = -2,
                                                    .max_weight = seed % 2 == 0 ? 5 : 1000},
                                                   rng);
    ASSERT_TRUE(Reaches(graph, {}, test::TotalByBoost(graph))) << "seed " << seed;
  }
}

}  // namespace
}  // namespace jobcarve
