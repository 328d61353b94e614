// Random sequences of changes. After each batch the matching is proved optimal, and on small graphs an enumeration of all
// matchings says how many of the pairs held before could be kept at most.
#include <cstdint>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/incremental.h"
#include "jobcarve/match/match.h"
#include "match/incremental_tuning.h"
#include "support/graph_builders.h"
#include "support/incremental_model.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using test::ChangeRanges;
using test::IncrementalModel;

struct Sequence {
  uint64_t seed = 0;
  int batches = 12;
  int64_t max_changes = 3;  // In a batch.
  ChangeRanges ranges;
  size_t patience = 1000;  // 0: every search is met from the outside.
};

testing::AssertionResult IsAsPromised(const IncrementalModel& model, const IncrementalMatching& subject) {
  const IncrementalMatching::Snapshot shown = subject.Show();
  if (const absl::Status status = VerifyOptimal(shown.graph, shown.matching); !status.ok()) {
    return test::IsOk(status) << " for " << model.Describe();
  }
  const IncrementalModel::Optimum found = model.Of(subject);
  if (found.total != subject.total() || subject.total() != shown.matching.total + shown.pinned_total) {
    return testing::AssertionFailure() << "total " << subject.total() << ", pairs sum to " << found.total;
  }
  if (!model.CanEnumerate(3e4)) {
    const absl::StatusOr<Matching> fresh = Match(shown.graph);
    return fresh.ok() && fresh->total == shown.matching.total ? testing::AssertionSuccess()
                                                              : testing::AssertionFailure() << "a fresh solve disagrees";
  }
  const IncrementalModel::Optimum best = model.Best();
  if (found != best) {
    return testing::AssertionFailure() << "total " << found.total << ", kept " << found.kept << "; possible " << best.total
                                       << ", " << best.kept << " for " << model.Describe();
  }
  return testing::AssertionSuccess();
}

testing::AssertionResult KeepsItsPromises(const Sequence& sequence) {
  Rng rng(sequence.seed);
  const BipartiteGraph graph = test::RandomGraph({}, rng);
  const absl::StatusOr<Matching> matching = Match(graph);
  absl::StatusOr<IncrementalMatching> subject = IncrementalMatching::Create(graph, *matching);
  if (!subject.ok()) {
    return test::IsOk(subject.status());
  }
  incremental::Tuning::SetPatience(*subject, sequence.patience);
  IncrementalModel model(graph, *matching);
  const auto draw = [&](size_t n) { return static_cast<size_t>(rng.Below(static_cast<int64_t>(n))); };
  for (int batch = 0; batch < sequence.batches; ++batch) {
    const int64_t changes = rng.Between(1, sequence.max_changes);
    for (int64_t change = 0; change < changes; ++change) {
      if (const std::string fault = ChangeBoth(model, *subject, sequence.ranges, draw); !fault.empty()) {
        return testing::AssertionFailure() << fault << " for " << model.Describe() << " seed " << sequence.seed;
      }
    }
    const std::vector<LeftIndex> moved = subject->Optimise();
    if (const testing::AssertionResult verdict = IsAsPromised(model, *subject); !verdict) {
      return testing::AssertionFailure() << verdict.message() << " batch " << batch << " seed " << sequence.seed;
    }
    if (moved != model.MovedIn(*subject)) {
      return testing::AssertionFailure() << "moved are not as reported, batch " << batch << " seed " << sequence.seed;
    }
    model.KeepWhatIsHeld(*subject);
  }
  return testing::AssertionSuccess();
}

TEST(IncrementalRandomTest, EqualsEnumerationAfterSingleChanges) {
  for (uint64_t seed = 0; seed < 2000; ++seed) {
    for (const size_t patience : {size_t{0}, size_t{1000}}) {
      ASSERT_TRUE(KeepsItsPromises({.seed = seed, .batches = 20, .max_changes = 1, .ranges = {}, .patience = patience}))
          << patience;
    }
  }
}

TEST(IncrementalRandomTest, EqualsEnumerationAfterBatches) {
  for (uint64_t seed = 0; seed < 2000; ++seed) {
    for (const size_t patience : {size_t{0}, size_t{1000}}) {
      ASSERT_TRUE(KeepsItsPromises({.seed = seed, .batches = 10, .max_changes = 12, .ranges = {}, .patience = patience}))
          << patience;
    }
  }
}

TEST(IncrementalRandomTest, KeepsTheMostPairsWhereNearlyAllMatchingsAreEquallyHeavy) {
  for (uint64_t seed = 0; seed < 2000; ++seed) {
    ChangeRanges ranges;
    ranges.weights = {5, 5, 5, 6};
    for (const size_t patience : {size_t{0}, size_t{1000}}) {
      ASSERT_TRUE(KeepsItsPromises({.seed = seed, .batches = 12, .max_changes = 3, .ranges = ranges, .patience = patience}))
          << patience;
    }
  }
}

TEST(IncrementalRandomTest, TakesTheGreatestWeights) {
  for (uint64_t seed = 0; seed < 1000; ++seed) {
    ChangeRanges ranges;
    ranges.weights = {-kMaxWeight, 1, kMaxWeight - 1, kMaxWeight, kMaxWeight};
    for (const size_t patience : {size_t{0}, size_t{1000}}) {
      ASSERT_TRUE(KeepsItsPromises({.seed = seed, .batches = 12, .max_changes = 3, .ranges = ranges, .patience = patience}))
          << patience;
    }
  }
}

TEST(IncrementalRandomTest, EqualsAFreshSolveOnMiddleSizedGraphs) {
  for (uint64_t seed = 0; seed < 30; ++seed) {
    ChangeRanges ranges = {.max_lefts = 60, .max_rights = 20, .max_capacity = 5, .max_edges = 400};
    ranges.weights.push_back(1000);
    for (const size_t patience : {size_t{0}, size_t{1000}}) {
      ASSERT_TRUE(KeepsItsPromises({.seed = seed, .batches = 100, .max_changes = 60, .ranges = ranges, .patience = patience}))
          << patience;
    }
  }
}

}  // namespace
}  // namespace jobcarve
