// What opens a pair, against brute force over sets of barriers, on every shut pair of random markets. A failure names the seed.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/explain/open.h"
#include "support/builders.h"
#include "support/random_market.h"

namespace jobcarve::test {
namespace {

// A shut pair, and everything that a waiver can take away from it.
struct ShutPair {
  const CompiledMarket& market;
  CandidateIndex candidate;
  JobIndex job;
  const SolveOptions& options;

  std::vector<Barrier> Atoms() const {
    std::vector<Barrier> atoms;
    for (DimensionIndex dimension : market.dimensions.Indices()) {
      atoms.push_back({.kind = BarrierKind::kCapability, .dimension = dimension});
      atoms.push_back({.kind = BarrierKind::kCondition, .dimension = dimension});
    }
    for (int kind = static_cast<int>(BarrierKind::kFewestHours); kind <= static_cast<int>(BarrierKind::kAdjustmentLimits);
         ++kind) {
      atoms.push_back({.kind = static_cast<BarrierKind>(kind)});
    }
    return atoms;
  }

  std::optional<Role> RoleWithout(const std::vector<Barrier>& barriers) const {
    Waiver waived;
    for (const Barrier& barrier : barriers) {
      waived.Add(barrier);
    }
    return CarvePair(market, candidate, job, options, waived);
  }
};

std::vector<Barrier> Without(std::vector<Barrier> barriers, size_t i) {
  barriers.erase(barriers.begin() + static_cast<std::ptrdiff_t>(i));
  return barriers;
}

// Feasibility grows as barriers go, so those stand in every opening set that are needed when all others are gone.
std::vector<Barrier> NecessaryOf(const ShutPair& pair, const std::vector<Barrier>& atoms, std::vector<Barrier>& others) {
  std::vector<Barrier> necessary;
  for (size_t i = 0; i < atoms.size(); ++i) {
    (pair.RoleWithout(Without(atoms, i)).has_value() ? others : necessary).push_back(atoms[i]);
  }
  return necessary;
}

struct Smallest {
  size_t size = 0;
  Score score;
};

// By trying all sets of the necessary atoms and at most two others.
std::optional<Smallest> SmallestByForce(const ShutPair& pair) {
  std::vector<Barrier> others;
  const std::vector<Barrier> necessary = NecessaryOf(pair, pair.Atoms(), others);
  std::optional<Smallest> best;
  const auto note = [&](const std::vector<Barrier>& barriers) {
    const std::optional<Role> role = pair.RoleWithout(barriers);
    if (role.has_value() && (!best.has_value() || role->score > best->score)) {
      best = {.size = barriers.size(), .score = role->score};
    }
  };
  note(necessary);
  for (size_t i = 0; i < others.size() && (!best.has_value() || best->size > necessary.size()); ++i) {
    std::vector<Barrier> one = necessary;
    one.push_back(others[i]);
    note(one);
  }
  for (size_t i = 0; i < others.size() && (!best.has_value() || best->size > necessary.size() + 1); ++i) {
    for (size_t j = i + 1; j < others.size(); ++j) {
      std::vector<Barrier> two = necessary;
      two.push_back(others[i]);
      two.push_back(others[j]);
      note(two);
    }
  }
  return best;
}

// Figures that say on which side of what the barrier stands.
void ExpectFiguresTell(const Barrier& barrier) {
  switch (barrier.kind) {
    case BarrierKind::kJourney:
    case BarrierKind::kStart:
      EXPECT_GT(barrier.found, barrier.needed) << "kind " << static_cast<int>(barrier.kind);
      return;
    case BarrierKind::kHeld:
    case BarrierKind::kNonNegotiable:
    case BarrierKind::kEmployerRules:
    case BarrierKind::kAdjustmentLimits:
      EXPECT_EQ(barrier.found, 0);
      EXPECT_EQ(barrier.needed, 0);
      EXPECT_EQ(barrier.tasks != 0, barrier.kind == BarrierKind::kNonNegotiable);
      return;
    default:
      EXPECT_LT(barrier.found, barrier.needed) << "kind " << static_cast<int>(barrier.kind);
      EXPECT_TRUE(barrier.tasks != 0 || barrier.kind != BarrierKind::kCapability);
  }
}

void ExpectOpened(const ShutPair& pair, const OpenedRole& opened) {
  const std::optional<Role> role = pair.RoleWithout(opened.barriers);
  ASSERT_TRUE(role.has_value());
  EXPECT_EQ(*role, opened.role);
  for (size_t i = 0; i < opened.barriers.size(); ++i) {
    EXPECT_FALSE(pair.RoleWithout(Without(opened.barriers, i)).has_value()) << i << " can be left out";
    ExpectFiguresTell(opened.barriers[i]);
  }
  EXPECT_TRUE(std::is_sorted(opened.barriers.begin(), opened.barriers.end(), [](const Barrier& a, const Barrier& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.dimension < b.dimension;
  }));
}

void ExpectKinds(const ShutPair& pair) {
  const std::vector<BarrierKind> found = BarrierKindsOf(pair.market, pair.candidate, pair.job, pair.options);
  const std::set<BarrierKind> kinds(found.begin(), found.end());
  EXPECT_THAT(found, testing::ElementsAreArray(kinds));
  EXPECT_FALSE(kinds.empty());
  std::set<BarrierKind> screened;
  for (const Barrier& barrier : ScreenPair(pair.market, pair.candidate, pair.job, pair.options)) {
    screened.insert(barrier.kind);
  }
  if (!screened.empty()) {
    EXPECT_EQ(kinds, screened);
    return;
  }
  const std::vector<Barrier> atoms = pair.Atoms();
  const auto opens = [&](const std::set<BarrierKind>& gone) {
    std::vector<Barrier> barriers;
    std::copy_if(atoms.begin(), atoms.end(), std::back_inserter(barriers),
                 [&](const Barrier& atom) { return gone.count(atom.kind) != 0; });
    return pair.RoleWithout(barriers).has_value();
  };
  EXPECT_TRUE(opens(kinds) || !pair.RoleWithout(atoms).has_value());
  for (BarrierKind kind : found) {
    std::set<BarrierKind> fewer = kinds;
    fewer.erase(kind);
    EXPECT_FALSE(opens(fewer)) << "kind " << static_cast<int>(kind) << " can be left out";
  }
}

struct Counts {
  int opened = 0;
  int shut = 0;
  int smallest = 0;
};

void LookAtMarkets(uint64_t first_seed, uint64_t count, const RandomMarketOptions& shape, Counts& counts) {
  for (uint64_t seed = first_seed; seed < first_seed + count && !testing::Test::HasFailure(); ++seed) {
    const absl::StatusOr<CompiledMarket> market = Compile(RandomMarket(seed, shape));
    const SolveOptions options = RandomOptions(seed);
    for (size_t i = 0; market.ok() && i < market->candidates.size() * market->jobs.size(); ++i) {
      const ShutPair pair{*market, CandidateIndex(i / market->jobs.size()), JobIndex(i % market->jobs.size()), options};
      SCOPED_TRACE(absl::StrCat("seed ", seed, " candidate ", pair.candidate.value(), " job ", pair.job.value()));
      const std::optional<OpenedRole> opened = WhatWouldOpen(*market, pair.candidate, pair.job, options);
      if (pair.RoleWithout({}).has_value()) {
        EXPECT_TRUE(opened.has_value() && opened->barriers.empty());
        EXPECT_THAT(BarrierKindsOf(*market, pair.candidate, pair.job, options), testing::IsEmpty());
        continue;
      }
      ExpectKinds(pair);
      if (!opened.has_value()) {
        ++counts.shut;
        EXPECT_FALSE(pair.RoleWithout(pair.Atoms()).has_value());
        continue;
      }
      ++counts.opened;
      ExpectOpened(pair, *opened);
      if (const std::optional<Smallest> smallest = SmallestByForce(pair)) {
        ++counts.smallest;
        EXPECT_EQ(opened->barriers.size(), smallest->size);
        EXPECT_EQ(opened->role.score, smallest->score);
      }
    }
  }
}

TEST(OpenRandomTest, OpensShutPairsWithTheFewestBarriers) {
  Counts counts;
  LookAtMarkets(1, 250, {}, counts);
  EXPECT_GT(counts.opened, 700);
  EXPECT_GT(counts.smallest, 700);
}

TEST(OpenRandomTest, OpensPairsWhereEveryRuleBites) {
  Counts counts;
  LookAtMarkets(10'001, 120, {.candidate_count = 2, .job_count = 3, .max_tasks = 5, .intensity = 800}, counts);
  EXPECT_GT(counts.opened, 250);
}

}  // namespace
}  // namespace jobcarve::test
