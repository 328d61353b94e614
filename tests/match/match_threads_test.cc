// The number of threads changes nothing: neither matching nor prices.
#include <string>

#include "graph_families.h"
#include "gtest/gtest.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using bench::GraphFamily;

std::string NameOfParam(const testing::TestParamInfo<GraphFamily>& info) {
  return std::string(bench::NameOf(info.param));
}

class MatchThreadsTest : public testing::TestWithParam<GraphFamily> {};

TEST_P(MatchThreadsTest, EqualGraphsGiveEqualMatchingsAndPricesOnAnyNumberOfThreads) {
  const BipartiteGraph graph = bench::MakeGraph({.family = GetParam(), .left_count = 5000}, 7);
  const bool is_perfect = bench::IsPerfect(GetParam());
  ASSERT_OK_AND_ASSIGN(const Matching alone, Match(graph, {.perfect = is_perfect, .threads = 1}));
  EXPECT_OK(VerifyOptimal(graph, alone, {.perfect = is_perfect}));
  for (const int threads : {0, 2, 5}) {
    ASSERT_OK_AND_ASSIGN(const Matching together, Match(graph, {.perfect = is_perfect, .threads = threads}));
    EXPECT_EQ(together, alone) << threads << " threads";
  }
}

INSTANTIATE_TEST_SUITE_P(Families, MatchThreadsTest,
                         testing::Values(GraphFamily::kContested, GraphFamily::kPopular, GraphFamily::kBalanced,
                                         GraphFamily::kMixed, GraphFamily::kTies, GraphFamily::kAbundant, GraphFamily::kSquare,
                                         GraphFamily::kHeavy, GraphFamily::kHub),
                         NameOfParam);

TEST(MatchThreadsTest, RefusesANumberOfThreadsOutOfRange) {
  EXPECT_EQ(Match(BipartiteGraph(), {.threads = -1}).status().code(), absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace jobcarve
