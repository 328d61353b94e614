// phase_oracle.h: "Phases" of proto/README.md by trying every subset of a role's tasks.
#ifndef JOBCARVE_TESTS_SUPPORT_PHASE_ORACLE_H_
#define JOBCARVE_TESTS_SUPPORT_PHASE_ORACLE_H_

#include <string>
#include <vector>

#include "jobcarve/plan/plan.h"
#include "support/oracle_pair.h"

namespace jobcarve::test {

// How the hours of a role with these tasks, at most 16, build up; none where the person has no phases.
std::vector<ProposedPhase> ExpectedPhases(const OraclePair& pair, const std::vector<std::string>& task_ids);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_PHASE_ORACLE_H_
