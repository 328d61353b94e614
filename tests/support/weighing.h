// weighing.h: what the contract says of each adjustment of a role, of its start, of what the grant leaves to the employer, and of
// the way through the selection. Used by proposal_checker.cc only; shares no code with the engine.
#ifndef JOBCARVE_TESTS_SUPPORT_WEIGHING_H_
#define JOBCARVE_TESTS_SUPPORT_WEIGHING_H_

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "jobcarve/plan/plan.h"
#include "support/oracle.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {

// The entry that one adjustment of the role must have.
ProposedAdjustment ExpectedAdjustment(const OraclePair& pair, const OracleRole& role, const std::string& adjustment_id);

// access_to_work_share_pence.
std::optional<Pence> ExpectedShare(const OraclePair& pair, const OracleRole& role);

std::vector<ProposedRoute> ExpectedRoutes(const OraclePair& pair, const OracleRole& role);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_WEIGHING_H_
