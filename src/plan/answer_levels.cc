// A level matters in two ways. Feasibility: a demand of n is met with adjustments that close s levels from level n - s on, so the
// thresholds are n less every sum that some set of adjustments closes, on either kind of day. Score: ability beyond a task's
// demand counts as unused, level by level. Tested by tests/plan/answer_levels_test.cc and, against every level, by
// tests/plan/inquiry_random_test.cc.
#include "plan/answer_levels.h"

#include <algorithm>
#include <bitset>

#include "absl/algorithm/container.h"
#include "explain/gaps.h"

namespace jobcarve::internal {
namespace {

constexpr size_t kLevels = 101;  // max_level is at most 100.
using Levels = std::bitset<kLevels>;

Levels SumsOfContributions(const CompiledMarket& market, const CompiledJob& job, DimensionIndex dimension,
                           const std::vector<TagIndex>& tags, Day day) {
  Levels sums;
  sums.set(0);
  for (AdjustmentIndex adjustment : market.adjustments.Indices()) {
    const Level closed = ContributionOf(market.adjustments[adjustment], dimension, tags, day);
    if (closed > Level{0} && !absl::c_binary_search(job.ruled_out, adjustment)) {
      sums |= sums << static_cast<size_t>(closed.count());
    }
  }
  return sums;
}

std::optional<Level> DemandFor(const std::vector<CompiledDemand>& demands, DimensionIndex dimension) {
  const auto found = absl::c_find_if(demands, [&](const CompiledDemand& demand) { return demand.dimension == dimension; });
  return found == demands.end() ? std::nullopt : std::make_optional(found->level);
}

bool CountsUnused(DimensionKind kind) {
  return kind == DimensionKind::kAbility || kind == DimensionKind::kSkill || kind == DimensionKind::kKnowledge;
}

class Thresholds {
 public:
  Thresholds(const CompiledMarket& market, const CompiledJob& job, DimensionIndex dimension)
      : market_(market), job_(job), dimension_(dimension) {
    levels_.set(0);
  }

  void AddDemand(Level demand, const std::vector<TagIndex>& tags) {
    const Levels sums = SumsOfContributions(market_, job_, dimension_, tags, Day::kOrdinary) |
                        SumsOfContributions(market_, job_, dimension_, tags, Day::kReduced);
    const size_t needed = static_cast<size_t>(demand.count());
    for (size_t closed = 0; closed < needed; ++closed) {
      if (sums.test(closed)) {
        levels_.set(needed - closed);
      }
    }
  }

  void AddUnusedAbove(Level demand) {
    for (Level level = demand + Level{1}; level <= market_.dimensions[dimension_].max_level; level += Level{1}) {
      levels_.set(static_cast<size_t>(level.count()));
    }
  }

  std::vector<Level> Take() const {
    std::vector<Level> ascending;
    for (size_t level = 0; level < kLevels; ++level) {
      if (levels_.test(level)) {
        ascending.push_back(Level{static_cast<int64_t>(level)});
      }
    }
    return ascending;
  }

 private:
  const CompiledMarket& market_;
  const CompiledJob& job_;
  const DimensionIndex dimension_;
  Levels levels_;
};

}  // namespace

bool AsksFor(const CompiledJob& job, DimensionIndex dimension) {
  return DemandFor(job.conditions, dimension).has_value() ||
         absl::c_any_of(job.tasks, [&](const CompiledTask& task) { return DemandFor(task.demands, dimension).has_value(); });
}

std::vector<Level> FirstLevels(const CompiledMarket& market, const CompiledJob& job, DimensionIndex dimension) {
  Thresholds thresholds(market, job, dimension);
  if (const std::optional<Level> demand = DemandFor(job.conditions, dimension)) {
    thresholds.AddDemand(*demand, {});
  }
  for (const CompiledTask& task : job.tasks) {
    if (const std::optional<Level> demand = DemandFor(task.demands, dimension)) {
      thresholds.AddDemand(*demand, task.tags);
      if (CountsUnused(market.dimensions[dimension].kind)) {
        thresholds.AddUnusedAbove(*demand);
      }
    }
  }
  return thresholds.Take();
}

}  // namespace jobcarve::internal
