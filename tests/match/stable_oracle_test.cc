// MatchStable and VerifyStable against all stable matchings of small graphs.
#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/stable.h"
#include "jobcarve/match/verify_stable.h"
#include "support/enumeration.h"
#include "support/graph_builders.h"
#include "support/stable_oracle.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::AllMatchings;
using test::AllStable;
using test::GraphLiteral;
using test::GraphOf;
using test::IsStable;
using test::Ties;

using Scores = std::vector<int64_t>;

// By left node: how far down its list its edge is, counted from 0; its number of edges when unmatched.
std::vector<size_t> RanksOf(const BipartiteGraph& graph, const StableMatching& matching) {
  std::vector<size_t> ranks;
  for (const LeftIndex left : graph.Lefts()) {
    ranks.push_back(graph.EdgesOf(left).size());
  }
  for (const EdgeIndex chosen : matching.edges) {
    size_t& rank = ranks[graph.left(chosen).value()];
    rank = 0;
    for (const EdgeIndex edge : graph.EdgesOf(graph.left(chosen))) {
      const bool is_better = graph.weight(edge) > graph.weight(chosen);
      rank += is_better || (graph.weight(edge) == graph.weight(chosen) && edge < chosen) ? 1U : 0U;
    }
  }
  return ranks;
}

// Whether `matching` gives every left node its best edge of all in `stable`, or its worst.
bool IsExtreme(const BipartiteGraph& graph, const StableMatching& matching, const std::vector<StableMatching>& stable,
               bool is_best) {
  const std::vector<size_t> ranks = RanksOf(graph, matching);
  return std::all_of(stable.begin(), stable.end(), [&](const StableMatching& other) {
    const std::vector<size_t> others = RanksOf(graph, other);
    for (size_t left = 0; left < ranks.size(); ++left) {
      if (is_best ? ranks[left] > others[left] : ranks[left] < others[left]) {
        return false;
      }
    }
    return true;
  });
}

// The rural hospitals theorem: what is the same in all stable matchings, as text.
std::string RuralHospitals(const BipartiteGraph& graph, const StableMatching& matching) {
  std::vector<size_t> lefts;
  std::map<size_t, std::vector<size_t>> held;  // By right node.
  for (const EdgeIndex edge : matching.edges) {
    lefts.push_back(graph.left(edge).value());
    held[graph.right(edge).value()].push_back(edge.value());
  }
  std::string text = absl::StrCat("lefts ", absl::StrJoin(lefts, ","));
  for (const auto& [right, edges] : held) {
    const bool is_full = edges.size() == static_cast<size_t>(graph.capacity(RightIndex(right)));
    absl::StrAppend(&text, "; right ", right, is_full ? " full" : absl::StrCat(" has ", absl::StrJoin(edges, ",")));
  }
  return text;
}

std::string Describe(const BipartiteGraph& graph, const Scores& right_scores) {
  return absl::StrCat(test::Describe(graph), ", right scores {", absl::StrJoin(right_scores, ","), "}");
}

// The whole truth about one small graph.
void Check(const BipartiteGraph& graph, const Scores& right_scores) {
  const std::vector<StableMatching> stable = AllStable(graph, right_scores);
  ASSERT_FALSE(stable.empty()) << Describe(graph, right_scores);
  for (const StableMatching& matching : stable) {
    ASSERT_EQ(RuralHospitals(graph, matching), RuralHospitals(graph, stable.front())) << Describe(graph, right_scores);
  }
  for (const StableVariant variant : {StableVariant::kLeftOptimal, StableVariant::kRightOptimal}) {
    const StableOptions options = {.right_scores = right_scores, .variant = variant};
    ASSERT_OK_AND_ASSIGN(const StableMatching matching, MatchStable(graph, options));
    ASSERT_TRUE(std::find(stable.begin(), stable.end(), matching) != stable.end()) << Describe(graph, right_scores);
    ASSERT_TRUE(IsStable(graph, right_scores, matching, Ties::kBlockNothing)) << Describe(graph, right_scores);
    ASSERT_TRUE(IsExtreme(graph, matching, stable, variant == StableVariant::kLeftOptimal)) << Describe(graph, right_scores);
    ASSERT_OK(VerifyStable(graph, matching, options)) << Describe(graph, right_scores);
  }
}

// The checker takes one matching of all that respect the limits, and says why it does not take the others.
void CheckTheChecker(const BipartiteGraph& graph, const Scores& right_scores) {
  for (const StableVariant variant : {StableVariant::kLeftOptimal, StableVariant::kRightOptimal}) {
    const StableOptions options = {.right_scores = right_scores, .variant = variant};
    ASSERT_OK_AND_ASSIGN(const StableMatching right_answer, MatchStable(graph, options));
    for (const StableMatching& matching : AllMatchings(graph)) {
      const absl::Status status = VerifyStable(graph, matching, options);
      ASSERT_EQ(status.ok(), matching == right_answer) << status << " for " << Describe(graph, right_scores);
      if (!status.ok()) {
        const bool is_stable = IsStable(graph, right_scores, matching, Ties::kLowerNumberIsBetter);
        ASSERT_EQ(status.message().find("-optimal") != absl::string_view::npos, is_stable) << status;
      }
    }
  }
}

// Every graph with the given sides; each pair is absent or has two scores of 1 .. max_score; each capacity 0 .. max_capacity.
void TryAllGraphs(size_t left_count, size_t right_count, int64_t max_score, int64_t max_capacity) {
  const test::AllGraphsSpec spec = {
      .left_count = left_count, .right_count = right_count, .max_weight = max_score * max_score, .max_capacity = max_capacity};
  for (GraphLiteral& literal : test::AllGraphs(spec)) {
    Scores right_scores;
    for (test::EdgeLiteral& edge : literal.edges) {
      right_scores.push_back((edge.weight - 1) / max_score + 1);
      edge.weight = (edge.weight - 1) % max_score + 1;
    }
    const BipartiteGraph graph = GraphOf(literal);
    ASSERT_NO_FATAL_FAILURE(Check(graph, right_scores));
    ASSERT_NO_FATAL_FAILURE(CheckTheChecker(graph, right_scores));
  }
}

TEST(StableExhaustiveTest, AllGraphsOf2LeftAnd2RightNodesWithScoresTo2AndCapacitiesTo2) {
  TryAllGraphs(2, 2, 2, 2);
}
TEST(StableExhaustiveTest, AllGraphsOf3LeftAnd2RightNodesWithScoresTo2AndCapacitiesTo1) {
  TryAllGraphs(3, 2, 2, 1);
}
TEST(StableExhaustiveTest, AllGraphsOf3LeftNodesAnd1RightNodeWithScoresTo3AndCapacitiesTo3) {
  TryAllGraphs(3, 1, 3, 3);
}
TEST(StableExhaustiveTest, AllGraphsOf1LeftNodeAnd3RightNodesWithScoresTo3AndCapacitiesTo1) {
  TryAllGraphs(1, 3, 3, 1);
}

TEST(StableRandomTest, AgreesWithEnumerationOnSmallGraphsAndIsNotAlwaysTheOnlyOne) {
  size_t with_choice = 0;
  for (uint64_t seed = 0; seed < 40'000; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph({.max_weight = seed % 2 == 0 ? 3 : 30}, rng);
    const Scores right_scores = test::RandomScores(graph, -2, seed % 3 == 0 ? 3 : 30, rng);
    ASSERT_NO_FATAL_FAILURE(Check(graph, right_scores)) << "seed " << seed;
    with_choice += AllStable(graph, right_scores).size() > 1 ? 1U : 0U;
  }
  EXPECT_GT(with_choice, 1000U);
}

// Opposed tastes make many stable matchings; the checker must tell the two ends from all between.
TEST(StableRandomTest, TheCheckerTakesOneMatchingOfAllAlsoWhereManyAreStable) {
  std::set<size_t> stable_counts;
  for (uint64_t seed = 0; seed < 6000; ++seed) {
    Rng rng(seed);
    const BipartiteGraph graph = test::RandomGraph({.max_lefts = 6,
                                                    .max_rights = 3,
                                                    .max_capacity = 2,
                                                    .max_edges = 16,
                                                    .min_weight = 1,
                                                    .max_weight = seed % 2 == 0 ? 4 : 40},
                                                   rng);
    Scores right_scores;
    for (size_t e = 0; e < graph.edge_count(); ++e) {
      right_scores.push_back(50 - graph.weight(EdgeIndex(e)) + rng.Below(6));
    }
    ASSERT_NO_FATAL_FAILURE(Check(graph, right_scores)) << "seed " << seed;
    ASSERT_NO_FATAL_FAILURE(CheckTheChecker(graph, right_scores)) << "seed " << seed;
    stable_counts.insert(AllStable(graph, right_scores).size());
  }
  EXPECT_GE(stable_counts.size(), 4U);  // 1, 2, 3, and more.
}

}  // namespace
}  // namespace jobcarve
