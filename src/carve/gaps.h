// gaps.h: what stands between one person and the tasks of one job, and which adjustments could close it.
//
// A gap row says: a task (or the conditions) lacks `need` levels on a dimension. Rows that the same adjustments close by the same
// amounts form a signature; all that matters about a set of adjustments is the sum it reaches on each signature. For every sum
// a table gives the tasks that it leaves blocked, and those that it leaves at risk on reduced days.
#ifndef JOBCARVE_SRC_CARVE_GAPS_H_
#define JOBCARVE_SRC_CARVE_GAPS_H_

#include <cstdint>
#include <vector>

#include "carve/links.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"
#include "jobcarve/screen/barrier.h"

namespace jobcarve {

// Effect of sums on one signature. Sums at or beyond the end of the tables count as their last entry.
struct GapSignature {
  std::vector<TaskSet> blocked;  // By sum: tasks that cannot be done.
  std::vector<TaskSet> at_risk;  // By sum: tasks that do not hold on reduced days.

  size_t full() const { return blocked.size() - 1; }
};

struct GapTable {
  TaskSet closable = 0;  // Tasks that can be done when every gap is closed as far as it can be.
  TaskSet can_hold = 0;  // Those of them that can then hold on reduced days.
  std::vector<GapSignature> signatures;
  std::vector<AdjustmentIndex> relevant;  // Adjustments that close a gap of a closable task, and what they require; ascending.
  std::vector<uint8_t> sums;              // relevant x signatures: what each adjustment adds.

  const uint8_t* SumsOf(size_t adjustment) const { return sums.data() + adjustment * signatures.size(); }
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
