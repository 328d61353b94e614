// Every loss against a search through all matchings that contain the pair.
#include "jobcarve/match/alternatives.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "graph_families.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/incremental.h"
#include "jobcarve/match/match.h"
#include "support/graph_builders.h"
#include "support/incremental_model.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::GraphOf;
using test::IncrementalModel;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Alternative To(size_t edge, int64_t loss, int64_t moved) {
  return {.edge = EdgeIndex(edge), .loss = loss, .moved = moved};
}
Alternative Unmatched(int64_t loss, int64_t moved) {
  return {.edge = std::nullopt, .loss = loss, .moved = moved};
}

//   0 --9-- 0 (1 place)     Best: 0 at 0, 1 at 1, worth 15. If 0 goes to 1, node 1 comes to 0: 4 + 8, and one other moves.
//   0 --4-- 1 (1 place)     If 0 goes to 2, node 1 comes to 0, which is worth more to it: 7 + 8.
//   0 --7-- 2 (1 place)
//   1 --8-- 0
//   1 --6-- 1
TEST(AlternativesTest, SaysWhatEachPlaceCostsAllAndHowManyMustMove) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 2, .capacities = {1, 1, 1}, .edges = {{0, 0, 9}, {0, 1, 4}, {0, 2, 7}, {1, 0, 8}, {1, 1, 6}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
  ASSERT_EQ(matching.total, 15);
  IncrementalModel model(graph, matching);
  ASSERT_OK_AND_ASSIGN(const std::vector<Alternative> all, Alternatives(graph, matching, LeftIndex(0), 9));
  const bool is_first = model.before[0] == 0;  // Two matchings are worth 15.
  EXPECT_THAT(all, is_first ? ElementsAre(To(2, 0, 1), To(1, 3, 1), Unmatched(7, 1))
                            : ElementsAre(To(0, 0, 1), To(1, 3, 0), Unmatched(7, 0)));
}

TEST(AlternativesTest, GivesNoMoreThanAskedFor) {
  const BipartiteGraph graph = GraphOf({.left_count = 1, .capacities = {1, 1, 1}, .edges = {{0, 0, 9}, {0, 1, 4}, {0, 2, 7}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
  ASSERT_OK_AND_ASSIGN(const std::vector<Alternative> none, Alternatives(graph, matching, LeftIndex(0), 0));
  EXPECT_THAT(none, IsEmpty());
  ASSERT_OK_AND_ASSIGN(const std::vector<Alternative> two, Alternatives(graph, matching, LeftIndex(0), 2));
  EXPECT_THAT(two, ElementsAre(To(2, 2, 0), To(1, 5, 0)));
}

TEST(AlternativesTest, LeavesOutPinnedPlacesForbiddenEdgesAndPlacesThatAreNotThere) {
  const BipartiteGraph graph =
      GraphOf({.left_count = 2, .capacities = {1, 1, 1, 0}, .edges = {{0, 0, 9}, {0, 1, 8}, {0, 2, 7}, {0, 3, 6}, {1, 1, 1}}});
  ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
  ASSERT_OK_AND_ASSIGN(IncrementalMatching subject, IncrementalMatching::Create(graph, matching));
  ASSERT_OK(subject.Pin(EdgeIndex(4)));
  ASSERT_OK(subject.Forbid(EdgeIndex(2)));
  subject.Optimise();
  ASSERT_OK_AND_ASSIGN(const std::vector<Alternative> all, subject.Alternatives(LeftIndex(0), 9));
  EXPECT_THAT(all, ElementsAre(Unmatched(9, 0)));
}

TEST(AlternativesTest, RefusesWhatHasNoAnswer) {
  const BipartiteGraph graph = GraphOf({.left_count = 1, .capacities = {1}, .edges = {{0, 0, 9}}});
  ASSERT_OK_AND_ASSIGN(Matching matching, Match(graph));
  EXPECT_THAT(std::string(Alternatives(graph, matching, LeftIndex(1), 1).status().message()), HasSubstr("left node 1"));
  ASSERT_OK_AND_ASSIGN(IncrementalMatching subject, IncrementalMatching::Create(graph, matching));
  ASSERT_OK(subject.Pin(EdgeIndex(0)));
  EXPECT_EQ(subject.Alternatives(LeftIndex(0), 1).status().code(), absl::StatusCode::kFailedPrecondition);
  subject.Optimise();
  EXPECT_THAT(std::string(subject.Alternatives(LeftIndex(0), 1).status().message()), HasSubstr("pinned"));
  matching.total = 8;
  EXPECT_FALSE(Alternatives(graph, matching, LeftIndex(0), 1).ok());
}

// What the header promises, by enumeration.
std::vector<Alternative> AllByEnumeration(const IncrementalModel& model, const IncrementalMatching& subject, size_t left) {
  struct Found {
    int64_t loss = 0;
    int64_t moved = 0;
    bool is_matched = false;
    size_t right = 0;
    std::optional<EdgeIndex> edge = std::nullopt;
    auto Key() const { return std::tuple(loss, moved, is_matched, right, edge); }
  };
  const IncrementalModel::Optimum best = model.Best();
  std::vector<Found> found;
  const auto add = [&](std::optional<size_t> edge, size_t right) {
    if (const std::optional<IncrementalModel::Optimum> with = model.BestWith(left, edge)) {
      found.push_back({.loss = best.total - with->total,
                       .moved = best.kept - with->kept - (model.before[left].has_value() ? 1 : 0),
                       .is_matched = edge.has_value(),
                       .right = right,
                       .edge = edge.has_value() ? std::optional(EdgeIndex(*edge)) : std::nullopt});
    }
  };
  if (subject.EdgeHeldBy(LeftIndex(left)).has_value()) {
    add(std::nullopt, 0);
  }
  for (size_t e = 0; e < model.edges.size(); ++e) {
    const IncrementalModel::Offer& edge = model.edges[e];
    if (edge.exists && edge.left == left && edge.weight > 0 && !edge.is_forbidden && model.before[left] != edge.right) {
      add(e, edge.right);
    }
  }
  std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.Key() < b.Key(); });
  std::vector<Alternative> all;
  std::vector<size_t> rights;
  for (const Found& alternative : found) {
    if (!alternative.is_matched || std::find(rights.begin(), rights.end(), alternative.right) == rights.end()) {
      all.push_back({.edge = alternative.edge, .loss = alternative.loss, .moved = alternative.moved});
    }
    if (alternative.is_matched) {
      rights.push_back(alternative.right);
    }
  }
  return all;
}

// After a few random changes, for every left node and every k.
testing::AssertionResult AgreesWithEnumeration(uint64_t seed, const test::ChangeRanges& ranges) {
  Rng rng(seed);
  const BipartiteGraph graph = test::RandomGraph({}, rng);
  const absl::StatusOr<Matching> matching = Match(graph);
  absl::StatusOr<IncrementalMatching> subject = IncrementalMatching::Create(graph, *matching);
  IncrementalModel model(graph, *matching);
  for (int change = 0; change < 8; ++change) {
    ChangeBoth(model, *subject, ranges, [&](size_t n) { return static_cast<size_t>(rng.Below(static_cast<int64_t>(n))); });
  }
  subject->Optimise();
  model.KeepWhatIsHeld(*subject);
  for (size_t left = 0; left < model.lefts.size(); ++left) {
    const std::optional<EdgeIndex> held = subject->EdgeHeldBy(LeftIndex(left));
    if (!model.lefts[left] || (held.has_value() && subject->IsPinned(*held))) {
      continue;
    }
    std::vector<Alternative> expected = AllByEnumeration(model, *subject, left);
    for (size_t k = expected.size() + 1; k > 0; --k) {
      expected.resize(std::min(expected.size(), k));
      const absl::StatusOr<std::vector<Alternative>> found = subject->Alternatives(LeftIndex(left), k);
      if (!found.ok() || *found != expected) {
        std::string text = absl::StrCat("left ", left, " k ", k, " seed ", seed, " ", model.Describe(), "\nexpected");
        for (const Alternative& a : expected) {
          absl::StrAppend(&text, " ", a.edge.has_value() ? static_cast<int>(a.edge->value()) : -1, ":", a.loss, "/", a.moved);
        }
        absl::StrAppend(&text, "\nfound");
        for (const Alternative& a : found.value_or(std::vector<Alternative>())) {
          absl::StrAppend(&text, " ", a.edge.has_value() ? static_cast<int>(a.edge->value()) : -1, ":", a.loss, "/", a.moved);
        }
        return testing::AssertionFailure() << text;
      }
    }
  }
  return testing::AssertionSuccess();
}

TEST(AlternativesTest, EqualsEnumerationOfAllMatchingsWithThePair) {
  for (uint64_t seed = 0; seed < 1500; ++seed) {
    ASSERT_TRUE(AgreesWithEnumeration(seed, {}));
  }
}

TEST(AlternativesTest, EqualsEnumerationWhereTiesAbound) {
  for (uint64_t seed = 0; seed < 1000; ++seed) {
    test::ChangeRanges ranges;
    ranges.weights = {5, 5, 6};
    ASSERT_TRUE(AgreesWithEnumeration(seed, ranges));
  }
}

// The total of the best matching with `left` on `edge`, by a solve from scratch.
int64_t TotalWith(const BipartiteGraph& graph, LeftIndex left, std::optional<EdgeIndex> edge) {
  test::GraphLiteral literal = test::LiteralOf(graph);
  std::erase_if(literal.edges, [&](const test::EdgeLiteral& e) { return e.left == left.value(); });
  if (edge.has_value()) {
    --literal.capacities[graph.right(*edge).value()];
  }
  const absl::StatusOr<Matching> rest = Match(GraphOf(literal));
  return rest->total + (edge.has_value() ? graph.weight(*edge) : 0);
}

TEST(AlternativesTest, EqualsASolveFromScratchOnLargeGraphs) {
  for (const bench::GraphFamily family : {bench::GraphFamily::kContested, bench::GraphFamily::kBalanced,
                                          bench::GraphFamily::kTies, bench::GraphFamily::kAbundant}) {
    const BipartiteGraph graph = bench::MakeGraph({.family = family, .left_count = 2000, .right_count = 400}, 3);
    ASSERT_OK_AND_ASSIGN(const Matching matching, Match(graph));
    ASSERT_OK_AND_ASSIGN(IncrementalMatching subject, IncrementalMatching::Create(graph, matching));
    for (size_t left = 0; left < 2000; left += 499) {
      ASSERT_OK_AND_ASSIGN(const std::vector<Alternative> all, subject.Alternatives(LeftIndex(left), 5));
      ASSERT_FALSE(all.empty());
      for (const Alternative& alternative : all) {
        EXPECT_EQ(matching.total - alternative.loss, TotalWith(graph, LeftIndex(left), alternative.edge))
            << bench::NameOf(family) << " left " << left;
      }
    }
  }
}

}  // namespace
}  // namespace jobcarve
