// Every part of one person with every part of the other that is the rest. Tested by tests/carve/couple_test.cc.
#include <algorithm>
#include <optional>

#include "support/oracle.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {
namespace {

bool AreTheRest(const Job& job, const OracleRole& a, const OracleRole& b) {
  Ids both(a.task_ids.begin(), a.task_ids.end());
  both.insert(b.task_ids.begin(), b.task_ids.end());
  return both == AllTasks(job) && a.task_ids.size() + b.task_ids.size() == both.size();
}

// In the order of "Best role", scores left out of account.
bool ComesFirstInOrder(OracleRole a, OracleRole b) {
  a.score = b.score = 0;
  return ComesFirst(a, b);
}

}  // namespace

std::optional<OracleCouple> BestCouple(const Market& market, const std::string& first_id, const std::string& second_id,
                                       const std::string& job_id, const SolveOptions& options) {
  std::optional<OracleCouple> best;
  const std::vector<OracleRole> seconds = SharedRoles(market, second_id, job_id, options);
  for (const OracleRole& first : SharedRoles(market, first_id, job_id, options)) {
    for (const OracleRole& second : seconds) {
      if (!AreTheRest(FindJob(market, job_id), first, second)) {
        continue;
      }
      const int64_t more = best ? first.score + second.score - best->first.score - best->second.score : 1;
      if (more > 0 || (more == 0 && ComesFirstInOrder(first, best->first))) {
        best = OracleCouple{first, second};
      }
    }
  }
  return best;
}

}  // namespace jobcarve::test
