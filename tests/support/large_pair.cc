// Large pairs by family. Minutes are multiples of a step and small enough for 64 tasks in a week.
// Tested by tests/support/random_market_test.cc.
#include <algorithm>
#include <string>
#include <vector>

#include "jobcarve/base/rng.h"
#include "support/link_circles.h"
#include "support/random_market.h"
#include "support/random_pick.h"

namespace jobcarve::test {
namespace {

constexpr int64_t kDimensionCount = 12;
constexpr int64_t kTagCount = 6;
constexpr int64_t kTopLevel = 5;
constexpr int64_t kLevelOfPerson = 3;
constexpr int64_t kMostTaskMinutes = 150;

// What makes a family.
struct Shape {
  int64_t gap_permille = 50;   // Demands that are not met.
  int64_t effect_count = 1;    // Of each adjustment.
  int64_t needs_permille = 0;  // Tasks that need another.
  int64_t most_needs = 1;      // How many others one task may need.
  int64_t bonds_permille = 0;  // Tasks bonded to another.
  bool is_correlated = false;  // No likes: worth goes with minutes; and fewest hours = most hours.
};

Shape ShapeOf(PairFamily family) {
  switch (family) {
    case PairFamily::kNothingBlocks:
      return {.gap_permille = 0};
    case PairFamily::kFewGaps:
      return {};
    case PairFamily::kManyAlternatives:
      return {.gap_permille = 250, .effect_count = 3};
    case PairFamily::kCorrelated:
      return {.is_correlated = true};
    case PairFamily::kNeedsForest:
      return {.gap_permille = 100, .effect_count = 2, .needs_permille = 500, .bonds_permille = 100};
    case PairFamily::kNeedsDag:
      return {.gap_permille = 100, .effect_count = 2, .needs_permille = 500, .most_needs = 3};
    case PairFamily::kCorrelatedDag:
      return {.gap_permille = 100, .effect_count = 2, .needs_permille = 500, .most_needs = 3, .is_correlated = true};
  }
  return {};
}

std::vector<Dimension> Dimensions() {
  std::vector<Dimension> dimensions;
  for (int64_t i = 0; i < kDimensionCount; ++i) {
    Dimension dimension;
    dimension.id = Numbered("dimension", i);
    dimension.name = dimension.id;
    dimension.kind = static_cast<DimensionKind>(1 + i % 5);
    dimension.max_level = Level{kTopLevel};
    dimensions.push_back(dimension);
  }
  return dimensions;
}

Adjustment LargeAdjustment(Rng& rng, const Shape& shape, int64_t number) {
  Adjustment adjustment;
  adjustment.id = Numbered("adjustment", number);
  adjustment.name = adjustment.id;
  adjustment.kind = static_cast<AdjustmentKind>(rng.Between(1, 3));
  for (int64_t i = 0; i < shape.effect_count; ++i) {
    Effect effect;
    effect.dimension_id = Numbered("dimension", (number + i * rng.Between(1, 5)) % kDimensionCount);
    effect.raise = Level{rng.Between(1, 2)};
    adjustment.effects.push_back(effect);
  }
  adjustment.one_off = Pence{rng.Between(0, 50'000)};
  adjustment.weekly = Pence{rng.Between(0, 500)};
  adjustment.funder = static_cast<Funder>(rng.Between(1, 3));
  adjustment.coworker_minutes = Minutes{rng.Chance(300) ? 15 * rng.Between(0, 4) : 0};
  return adjustment;
}

// Three demands on different dimensions; those that are gaps ask for more than the person's level.
Task LargeTask(Rng& rng, const Shape& shape, Minutes step, int64_t number) {
  Task task;
  task.id = Numbered("task", number);
  task.title = task.id;
  task.weekly_minutes = step * rng.Between(1, kMostTaskMinutes / step.count());
  const int64_t first = rng.Below(kDimensionCount);
  for (int64_t i = 0; i < 3; ++i) {
    const bool is_gap = rng.Chance(shape.gap_permille);
    const int64_t level =
        is_gap ? rng.Between(kLevelOfPerson + 1, kTopLevel) : kLevelOfPerson - (shape.is_correlated ? 0 : rng.Below(3));
    task.demands.push_back({Numbered("dimension", (first + 4 * i) % kDimensionCount), Level{level}, Source::kStated});
  }
  task.is_essential = rng.Chance(200);
  if (!shape.is_correlated) {
    task.tags = {Numbered("tag", rng.Below(kTagCount))};
  }
  return task;
}

std::vector<Link> LargeLinks(Rng& rng, const Shape& shape, const std::vector<Task>& tasks) {
  std::vector<Link> links;
  for (size_t i = 1; i < tasks.size(); ++i) {
    std::vector<std::string> earlier;
    for (size_t j = i > 8 ? i - 8 : 0; j < i; ++j) {
      earlier.push_back(tasks[j].id);
    }
    rng.Shuffle(earlier);
    if (rng.Chance(shape.needs_permille)) {
      const size_t count = std::min(earlier.size(), static_cast<size_t>(rng.Between(1, shape.most_needs)));
      for (size_t k = 0; k < count; ++k) {
        links.push_back({LinkKind::kNeeds, tasks[i].id, earlier[k]});
        if (NeedInACircle(links)) {
          links.pop_back();
        }
      }
    } else if (rng.Chance(shape.bonds_permille)) {
      links.push_back({LinkKind::kBond, tasks[i].id, earlier.front()});
      if (NeedInACircle(links)) {
        links.pop_back();
      }
    }
  }
  return links;
}

Candidate LargeCandidate(Rng& rng, const Shape& shape, const PairWeek& week, const std::vector<Dimension>& dimensions) {
  Candidate candidate;
  candidate.id = "c";
  for (const Dimension& dimension : dimensions) {
    Capability capability;
    capability.dimension_id = dimension.id;
    capability.level = Level{kLevelOfPerson};
    candidate.capabilities.push_back(capability);
  }
  for (int64_t i = 0; i < kTagCount; ++i) {
    const int64_t strength = rng.Between(1, 1'000);
    candidate.preferences.push_back({Numbered("tag", i), Permille{rng.Chance(500) ? strength : -strength}, false});
  }
  candidate.min_weekly_minutes = shape.is_correlated ? week.preferred : week.fewest;
  candidate.preferred_weekly_minutes = week.preferred;
  candidate.max_weekly_minutes = shape.is_correlated ? week.preferred : week.most;
  return candidate;
}

Job LargeJob(Rng& rng, const Shape& shape, Minutes step, int64_t task_count) {
  Job job;
  job.id = "j";
  job.title = "Large";
  job.employer_id = "e";
  job.site_id = "s";
  job.openings = 1;
  job.pay_per_hour = Pence{1'221};
  for (int64_t i = 0; i < task_count; ++i) {
    job.tasks.push_back(LargeTask(rng, shape, step, i));
  }
  job.links = LargeLinks(rng, shape, job.tasks);
  job.co_workers = {{"days", Minutes{240}}, {"nights", Minutes{120}}};
  return job;
}

}  // namespace

Market LargePair(uint64_t seed, int64_t task_count, int64_t adjustment_count, PairFamily family, const PairWeek& week) {
  Rng rng(seed);
  const Shape shape = ShapeOf(family);
  Market market;
  market.title = "large pair";
  market.as_of = "2026-02-20";
  market.dimensions = Dimensions();
  for (int64_t i = 0; i < adjustment_count; ++i) {
    market.adjustments.push_back(LargeAdjustment(rng, shape, i));
  }
  market.employers = {{"e", "Employer", std::nullopt, std::nullopt}};
  market.sites = {{"s", "Site", std::nullopt}};
  market.jobs.push_back(LargeJob(rng, shape, week.step, task_count));
  market.candidates.push_back(LargeCandidate(rng, shape, week, market.dimensions));
  return market;
}

}  // namespace jobcarve::test
