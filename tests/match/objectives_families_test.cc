// Large graphs, where no oracle can follow: the certificate is the judge.
#include <cstdint>
#include <string>

#include "graph_families.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/objectives.h"
#include "jobcarve/match/objectives_certificate.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using bench::GraphFamily;
using Tiers = IndexedVector<LeftIndex, int32_t>;

std::string NameOfParam(const testing::TestParamInfo<GraphFamily>& info) {
  return std::string(bench::NameOf(info.param));
}

class ObjectiveFamilyTest : public testing::TestWithParam<GraphFamily> {};

INSTANTIATE_TEST_SUITE_P(All, ObjectiveFamilyTest,
                         testing::Values(GraphFamily::kContested, GraphFamily::kGeographic, GraphFamily::kPopular,
                                         GraphFamily::kBalanced, GraphFamily::kTies, GraphFamily::kAbundant,
                                         GraphFamily::kSquare),
                         NameOfParam);

void ProveAll(const BipartiteGraph& graph, const Tiers& tiers) {
  ASSERT_OK_AND_ASSIGN(const LevelMatching most, MatchMostPlacements(graph));
  ASSERT_OK(VerifyMostPlacements(graph, most));
  ASSERT_OK_AND_ASSIGN(const LevelMatching first, MatchByPriority(graph, tiers));
  ASSERT_OK(VerifyByPriority(graph, tiers, first));
  ASSERT_OK_AND_ASSIGN(const LevelMatching fair, MatchFairest(graph));
  ASSERT_OK(VerifyFairest(graph, fair));
  EXPECT_EQ(fair.edges.size(), most.edges.size());
}

Tiers RandomTiers(size_t left_count, int64_t tier_count, Rng& rng) {
  Tiers tiers(left_count, 0);
  for (int32_t& tier : tiers) {
    tier = static_cast<int32_t>(rng.Below(tier_count));
  }
  return tiers;
}

TEST_P(ObjectiveFamilyTest, ProvesItselfAtManySizes) {
  for (uint64_t seed = 0; seed < 40; ++seed) {
    Rng rng(seed);
    const size_t left_count = static_cast<size_t>(rng.Between(1, 400));
    const BipartiteGraph graph = bench::MakeGraph({.family = GetParam(),
                                                   .left_count = left_count,
                                                   .right_count = static_cast<size_t>(rng.Between(1, 200)),
                                                   .degree = static_cast<size_t>(rng.Between(1, 20))},
                                                  seed);
    const int64_t tier_count = seed % 3 == 0 ? 1000 : rng.Between(1, 6);
    ASSERT_NO_FATAL_FAILURE(ProveAll(graph, RandomTiers(left_count, tier_count, rng))) << "seed " << seed;
  }
}

TEST_P(ObjectiveFamilyTest, ProvesItselfWithFiveThousandLeftNodesAndAsManyTiers) {
  Rng rng(1);
  const BipartiteGraph graph = bench::MakeGraph({.family = GetParam(), .left_count = 5'000, .right_count = 1'250}, 1);
  ProveAll(graph, RandomTiers(5'000, 100'000, rng));
}

}  // namespace
}  // namespace jobcarve
