// oracle_score.h: the ledger in parts that oracle_best.cc can add up apart. Used by oracle_*.cc only.
#ifndef JOBCARVE_TESTS_SUPPORT_ORACLE_SCORE_H_
#define JOBCARVE_TESTS_SUPPORT_ORACLE_SCORE_H_

#include <cstdint>
#include <vector>

#include "support/oracle.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {

// All lines but those of the two functions below: what tasks and form are worth, whatever the adjustments.
std::vector<OracleLine> LinesOfTasks(const OraclePair& pair, Form form, const Ids& task_ids);

// REDUCED_DAYS for one task; 0 when it holds.
int64_t ReducedDaysAmount(const OraclePair& pair, const Task& task, const Ids& chosen);

// ADJUSTMENT_COST, ADJUSTMENT_DISRUPTION and COWORKER_TIME.
std::vector<OracleLine> LinesOfAdjustments(const OraclePair& pair, const Ids& chosen);

// HOURS and PAY of a role of so many weekly minutes.
int64_t AmountOfMinutes(const OraclePair& pair, Form form, int64_t minutes);

// Everything, sorted.
std::vector<OracleLine> LedgerOfPair(const OraclePair& pair, Form form, const Ids& task_ids, const Ids& chosen);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ORACLE_SCORE_H_
