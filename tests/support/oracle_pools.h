// oracle_pools.h: "When roles compete" of proto/README.md, tried in every way. Markets are those of WithPoolsRead.
#ifndef JOBCARVE_TESTS_SUPPORT_ORACLE_POOLS_H_
#define JOBCARVE_TESTS_SUPPORT_ORACLE_POOLS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"
#include "support/oracle.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {

struct PlacedRole {
  std::string job_id;
  OracleRole role;
  bool is_second = false;  // Of two who share an opening, one counts as taking it.
};

// The job that a pool's task, or a job's own, belongs to.
const Job& PostOfTask(const Market& market, const std::string& job_id, const std::string& task_id);
// Is the job a pool, or one of a pool's posts?
bool IsSharing(const Market& market, const std::string& job_id);

// The rules that these roles break together, in words.
std::vector<std::string> BrokenTogether(const Market& market, const std::vector<PlacedRole>& roles);

// The tasks, by post, that CARVED and CREATED roles take.
std::map<std::string, Ids> TakenOut(const Market& market, const std::vector<PlacedRole>& roles);

// The highest total score of a plan, purchases paid if the market was read by InPlan. For some thousand combinations of roles.
int64_t BestTotalWithPools(const Market& market, const SolveOptions& options = {});

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ORACLE_POOLS_H_
