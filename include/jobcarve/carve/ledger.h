// ledger.h: the score of a role, line by line, and what unknowns could do to it.
//
// Amounts, rounding and meaning: "The score" in proto/README.md. The lines sum to the score exactly.
// Deterministic; O(tasks x (demands + tags) + adjustments).
#ifndef JOBCARVE_CARVE_LEDGER_H_
#define JOBCARVE_CARVE_LEDGER_H_

#include <optional>
#include <vector>

#include "jobcarve/carve/carve.h"

namespace jobcarve {

// In the order and with the meaning of LedgerLine.Kind in plan.proto.
enum class LineKind {
  kUnspecified = 0,
  kFilled = 1,
  kUnderUse = 2,
  kUnknown = 3,
  kPreference = 4,
  kReducedDays = 5,
  kHours = 6,
  kPay = 7,
  kTravel = 8,
  kUnknownConditions = 9,
  kAdjustmentCost = 10,
  kAdjustmentDisruption = 11,
  kCoworkerTime = 12,
  kHandover = 13,
  kCarving = 14,
  kEmployerGain = 15,
  kKeepsJob = 16,
  kCreation = 17,
  kUnmetWork = 18,
  kStaysWithEmployer = 19,
};

struct Line {
  LineKind kind = LineKind::kUnspecified;
  std::optional<TaskIndex> task = std::nullopt;
  std::optional<AdjustmentIndex> adjustment = std::nullopt;
  std::optional<TagIndex> tag = std::nullopt;
  Score amount;  // Never 0.

  bool operator==(const Line&) const = default;
};

// The ledger of a role (its form, tasks and adjustments; role.score is not looked at), by kind, then task, adjustment, tag.
std::vector<Line> LedgerOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                           const SolveOptions& options = {});

// Sum of the amounts.
Score SumOf(const std::vector<Line>& ledger);

// What the same role is worth if answers come in.
struct ScoreRange {
  Score low;                // Every unknown at its worst.
  Score high;               // Every unknown at its best.
  Minutes certain_minutes;  // Minutes of the role that hold even at the worst.
};
ScoreRange RangeOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                   const SolveOptions& options = {});

// The score if the person turned out to have too little of one dimension that is unknown now, and all else stayed as it is: as
// `low`, with that dimension as the only unknown at its worst.
Score ScoreWithoutDimension(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                            DimensionIndex dimension, const SolveOptions& options = {});

}  // namespace jobcarve

#endif  // JOBCARVE_CARVE_LEDGER_H_
