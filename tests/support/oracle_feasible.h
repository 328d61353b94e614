// oracle_feasible.h: the rules of feasibility in three groups that oracle_best.cc can try apart. Used by oracle_*.cc only.
#ifndef JOBCARVE_TESTS_SUPPORT_ORACLE_FEASIBLE_H_
#define JOBCARVE_TESTS_SUPPORT_ORACLE_FEASIBLE_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/oracle_pair.h"

namespace jobcarve::test {

// The rules of "Which adjustments are in force" that `chosen` breaks, in words.
std::vector<std::string> BrokenByAdjustments(const OraclePair& pair, const Ids& chosen);

// Rules 1 and 2, which tasks and adjustments must keep together.
std::vector<std::string> BrokenByDemands(const OraclePair& pair, const Ids& task_ids, const Ids& chosen);

// Rules 3 to 10, which adjustments have no say in.
std::vector<std::string> BrokenByTasks(const OraclePair& pair, Form form, const Ids& task_ids);

// What stays of a post of a pool when these tasks go: the rules that it breaks.
std::vector<std::string> BrokenByTaking(const Job& post, const Ids& task_ids);

// The handovers of the tasks that are not in `task_ids`; nullopt when they cannot all be handed over.
std::optional<std::vector<std::pair<std::string, std::string>>> HandoversOf(const Job& job, const Ids& task_ids);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ORACLE_FEASIBLE_H_
