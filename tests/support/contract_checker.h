// contract_checker.h: what an outsider would check of a plan, from proto/README.md and plan.proto alone.
//
//   EXPECT_THAT(ContractComplaints(market, plan), IsEmpty()) << "seed " << seed;
//
// Checks: every proposal from its role up (feasibility, ledger, score, low, high, every number beside them), order and
// completeness of all lists, totals, capacities and the certificate. Where every job has at most 12 tasks and the market at most
// 8 adjustments, also that each proposal is the best role, that the prices cover every pair, and the reasons that follow from
// best roles. Not checked: NOT_PROVEN, nearest roles, barrier counts, engine_version and market_sha256.
// The plan's own options count (provenance.options).
#ifndef JOBCARVE_TESTS_SUPPORT_CONTRACT_CHECKER_H_
#define JOBCARVE_TESTS_SUPPORT_CONTRACT_CHECKER_H_

#include <string>
#include <vector>

#include "jobcarve/model/market.h"
#include "jobcarve/plan/plan.h"
#include "support/oracle_pools.h"

namespace jobcarve::test {

// One line for each thing that is wrong; empty when nothing is.
std::vector<std::string> ContractComplaints(const Market& market, const Plan& plan);

// The part that looks at one proposal, without asking whether it is the best.
std::vector<std::string> ProposalComplaints(const Market& market, const Proposal& proposal, const SolveOptions& options);

// The certificate alone: prices, total and losses; and whether the prices cover every role of a small market. Markets are those
// of WithPoolsRead (pool_reading.h).
std::vector<std::string> CertificateComplaints(const Market& market, const Plan& plan);
std::vector<std::string> CoverComplaints(const Market& market, const Plan& plan);
std::vector<std::string> CoupleComplaints(const Market& market, const Plan& plan);

// The proposals as the oracles know roles.
std::vector<PlacedRole> PlacedRoles(const Plan& plan);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_CONTRACT_CHECKER_H_
