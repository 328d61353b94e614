// gaps.h: what stands between one person and the tasks of one job, and which adjustments could close it.
//
// A gap row says: a task (or the conditions) lacks `need` levels on a dimension, on an ordinary or on a reduced day. Rows that
// the same adjustments close by the same amounts form a signature; all that matters about a set of adjustments is the sum it
// reaches on each signature. For every sum a table gives the tasks that it leaves blocked, and those that it leaves at risk on
// reduced days. An adjustment that covers reduced days closes every row of tasks that must hold on them.
#ifndef JOBCARVE_SRC_CARVE_GAPS_H_
#define JOBCARVE_SRC_CARVE_GAPS_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "carve/links.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"
#include "jobcarve/screen/barrier.h"

namespace jobcarve {

// Tasks that a sum leaves without what they need, with all that depends on them.
struct GapLeft {
  TaskSet blocked = 0;  // Cannot be done.
  TaskSet at_risk = 0;  // Do not hold on reduced days.
};

// Effect of sums on one signature: sums at or beyond `full` close all its gaps as far as they can be closed.
struct GapSignature {
  size_t first = 0;  // Place of sum 0 in GapTable::left.
  size_t full = 0;
};

// What adjustments make possible: all that the choice of tasks needs to know about them.
struct Doable {
  TaskSet tasks = 0;
  TaskSet holding = 0;  // Those of them that hold on reduced days.

  bool operator==(const Doable&) const = default;
};

struct GapTable {
  TaskSet closable = 0;  // Tasks that can be done when every gap is closed as far as it can be.
  TaskSet can_hold = 0;  // Those of them that can then hold on reduced days.
  std::vector<GapSignature> signatures;
  std::vector<GapLeft> left;              // By signature and sum.
  std::vector<AdjustmentIndex> relevant;  // Adjustments that close a gap of a closable task, and what they require; ascending.
  std::vector<uint8_t> sums;              // relevant x signatures: what each adjustment adds.

  const uint8_t* SumsOf(size_t adjustment) const { return sums.data() + adjustment * signatures.size(); }
  const GapLeft& LeftBy(const GapSignature& signature, size_t sum) const {
    return left[signature.first + std::min(sum, signature.full)];
  }
  // What can be done when all that this says is left.
  Doable DoableBut(const GapLeft& gap) const {
    const TaskSet tasks = closable & ~gap.blocked;
    return {.tasks = tasks, .holding = tasks & can_hold & ~gap.at_risk};
  }
};

// `usable` are the tasks that are not ruled out for other reasons. `adjustments` are those that may be chosen, ascending and
// closed: what they require is in force already or among them. At most `max_count` of them are chosen.
struct GapQuestion {
  const CompiledMarket& market;
  const CompiledCandidate& person;
  const CompiledJob& job;
  const LinkForest& links;
  const Waiver& waived;
  const std::vector<AdjustmentIndex>& own;
  const std::vector<AdjustmentIndex>& adjustments;
  size_t max_count = 0;
  TaskSet usable = 0;
};
GapTable GapTableOf(const GapQuestion& question);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_GAPS_H_
