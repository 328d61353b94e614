// barrier.h: why something is impossible, as data. A barrier is the job's or the arrangement's, never the person's.
#ifndef JOBCARVE_SCREEN_BARRIER_H_
#define JOBCARVE_SCREEN_BARRIER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "jobcarve/model/compiled.h"

namespace jobcarve {

// In the order and with the meaning of Barrier.Kind in plan.proto.
enum class BarrierKind {
  kUnspecified = 0,
  kCapability = 1,
  kCondition = 2,
  kFewestHours = 3,
  kMostHours = 4,
  kAvailability = 5,
  kJourney = 6,
  kPay = 7,
  kEarningsCap = 8,
  kStart = 9,
  kHeld = 10,
  kNonNegotiable = 11,
  kEmployerRules = 12,
  kAdjustmentLimits = 13,
  kOpeningTaken = 14,
  kLowScore = 15,
};

// One barrier between one candidate and one job; plan.proto says what found and needed are for each kind.
struct Barrier {
  BarrierKind kind = BarrierKind::kUnspecified;
  std::optional<DimensionIndex> dimension = std::nullopt;  // kCapability and kCondition only.
  TaskSet tasks = 0;
  int64_t found = 0;
  int64_t needed = 0;

  bool operator==(const Barrier&) const = default;
};

// What to leave out of account when asking "and if that barrier were gone?". Screen and Carve honour it; a plan never uses it.
//   kCapability, kCondition  demands on the listed dimensions, of tasks or conditions, are as if met;
//   kFewestHours             the person's fewest minutes are 0;
//   kMostHours               the person's most minutes are a whole week;
//   kAvailability            the person is available all week, and so are tasks and job;
//   kJourney, kPay, kEarningsCap, kStart, kHeld, kNonNegotiable   that rule is left out;
//   kEmployerRules           all forms are allowed, nothing must stay, no residual rule, smallest role 0, co-workers have room
//   without end; kAdjustmentLimits        number, cost and minutes of adjustments have no limit.
// Other kinds have no effect.
struct Waiver {
  uint32_t kinds = 0;                                // Bit k: BarrierKind k (dimension-free kinds).
  std::vector<DimensionIndex> task_dimensions;       // kCapability; ascending.
  std::vector<DimensionIndex> condition_dimensions;  // kCondition; ascending.

  bool Waives(BarrierKind kind) const { return (kinds >> static_cast<int>(kind) & 1) != 0; }
  bool WaivesTask(DimensionIndex dimension) const;
  bool WaivesCondition(DimensionIndex dimension) const;
  // Adds what removes `barrier`.
  void Add(const Barrier& barrier);
};

}  // namespace jobcarve

#endif  // JOBCARVE_SCREEN_BARRIER_H_
