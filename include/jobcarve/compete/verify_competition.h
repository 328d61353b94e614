// verify_competition.h: is a competition what it says? For whoever trusts the source, and nobody else.
//
//   JOBCARVE_RETURN_IF_ERROR(VerifyCompetition(source, *competition));
//
// The proof. For prices p >= 0 and any choice within the capacities b, with u(c) the greatest surplus of agent c's bundles, or 0,
//   value = sum of (value - p x amounts) + sum of p x amounts <= sum of u(c) + sum of p(r) b(r) = L(p).
// So L(p), which anybody with the source can add up, is a bound, in whole numbers. What the two sides differ by is the losses:
// where a chosen bundle is not the agent's best, an agent who could do with a surplus is left out, or a resource with a price is
// left over. Reference: A. M. Geoffrion, "Lagrangean relaxation for integer programming", 1974.
#ifndef JOBCARVE_COMPETE_VERIFY_COMPETITION_H_
#define JOBCARVE_COMPETE_VERIFY_COMPETITION_H_

#include "absl/status/status.h"
#include "jobcarve/compete/compete.h"
#include "jobcarve/compete/source.h"

namespace jobcarve {

// Asks the source once for each agent and work, and shares no code with Compete. Checks that sizes and prices are in range, that
// each chosen bundle keeps the promises of source.h and no agent's beats its best one, that capacities hold, and that value,
// surpluses, bound and losses are right. It takes on trust that the source knows the bundles, which it cannot ask, and is_optimal
// unless value and bound are equal.
// Errors: FailedPrecondition, naming what is untrue.
absl::Status VerifyCompetition(const BundleSource& source, const Competition& competition);

}  // namespace jobcarve

#endif  // JOBCARVE_COMPETE_VERIFY_COMPETITION_H_
