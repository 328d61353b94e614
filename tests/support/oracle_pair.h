// oracle_pair.h: one candidate and one job, looked up, and what the contract calls by name for them. Used by oracle_*.cc only.
#ifndef JOBCARVE_TESTS_SUPPORT_ORACLE_PAIR_H_
#define JOBCARVE_TESTS_SUPPORT_ORACLE_PAIR_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "jobcarve/model/market.h"
#include "jobcarve/model/options.h"

namespace jobcarve::test {

using Ids = std::set<std::string>;

struct OraclePair {
  const Market& market;
  const Candidate& candidate;
  const Job& job;
  const SolveOptions& options;
};

OraclePair PairOf(const Market& market, const std::string& candidate_id, const std::string& job_id, const SolveOptions& options);

const Job& FindJob(const Market& market, const std::string& id);
const Candidate& FindCandidate(const Market& market, const std::string& id);
const Dimension& FindDimension(const Market& market, const std::string& id);
const Adjustment& FindAdjustment(const Market& market, const std::string& id);
const Employer& FindEmployer(const Market& market, const std::string& id);
const Site& FindSite(const Market& market, const std::string& id);
const Task& FindTask(const Job& job, const std::string& id);

// The person's capability on a dimension; nullptr when it is unknown.
const Capability* FindCapability(const Candidate& candidate, const std::string& dimension_id);

// tags(t): the task's own and its job's.
Ids TagsOf(const OraclePair& pair, const Task& task);

// The job that the task comes from: of a pool, one of its posts.
const Job& PostOf(const OraclePair& pair, const Task& task);

// T, and w summed over tasks.
Ids AllTasks(const Job& job);
int64_t SumOfMinutes(const Job& job, const Ids& task_ids);
// W: with the handover, where an opening is shared.
int64_t WeeklyMinutes(const Job& job, Form form, const Ids& task_ids);

// The own adjustments that are in force; and those with `chosen`.
Ids OwnInForce(const OraclePair& pair);
Ids InForce(const OraclePair& pair, const Ids& chosen);

// True if `demand` is of level 0, unknown, or met with these adjustments in force. `tags` are those of the task; nullptr for the
// conditions of the job. On a reduced day the reduced level stands for the level, and reduced raises count.
enum class DayKind { kOrdinary, kReduced };
bool IsMet(const OraclePair& pair, const Ids& in_force, const Demand& demand, const Ids* tags, DayKind day);
bool DemandsMet(const OraclePair& pair, const Ids& in_force, const Task& task, DayKind day);
bool ConditionsMet(const OraclePair& pair, const Ids& in_force, DayKind day);

// Does the task hold on reduced days? Must it, unless they are covered? Are they?
bool Holds(const OraclePair& pair, const Ids& in_force, const Task& task);
bool MustHold(const OraclePair& pair, const Task& task);
bool AreCovered(const OraclePair& pair, const Ids& in_force);

// Most that Access to Work pays for one role: the option, else the cap of the year that as_of is in.
int64_t GrantLimit(const OraclePair& pair);

// First-year cost in pence.
int64_t FirstYearCost(const Adjustment& adjustment);

// Scopes that markets read by InPlan (oracle_purchases.h) have for what is bought once at a cost: no role's ledger has it.
inline constexpr Scope kJobPaidByPlan{98};
inline constexpr Scope kSitePaidByPlan{99};
inline bool IsPaidByPlan(const Adjustment& adjustment) {
  return adjustment.scope == kJobPaidByPlan || adjustment.scope == kSitePaidByPlan;
}

int64_t PayOfForm(const Job& job, Form form);
bool IsHolder(const OraclePair& pair);
std::optional<int64_t> Journey(const OraclePair& pair);

// The day on which the work can start, and the same if lead times run late.
int64_t StartDay(const OraclePair& pair, const Ids& chosen);
int64_t LateStartDay(const OraclePair& pair, const Ids& chosen);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_ORACLE_PAIR_H_
