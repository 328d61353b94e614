// text.h: a plan in plain words, for the four kinds of people who read it.
//
//   std::cout << OverviewText(market, plan);                    // adviser: one line for each person
//   std::cout << *ProposalText(market, plan, "c-amber");        // adviser: one proposal, every line of its ledger
//   std::cout << *PersonText(market, plan, "c-amber");          // the person: their own proposal, nobody else
//   std::cout << *EmployerText(market, plan, "st-anne");        // the employer: tasks, agreed adjustments, what stays
//
// The employer's text is made of the job's own facts and the adjustments proposed. It never shows a capability, a level, a
// question, a reduced day, a score, a preference, a limit of hours or travel, or anything of or about another candidate, not even
// an id; each proposal stands on a page of its own. Where another way of choosing is proposed, it tells in what the employer's
// own interview goes beyond the work: the job's figures, the same whoever the person is. Barriers are spoken of as the job's.
// Deterministic; UTF-8; lines of at most about 110 columns where the input's names allow. Errors: InvalidArgument when the market
// or the plan has no such id, or the plan names ids that the market has not.
#ifndef JOBCARVE_REPORT_TEXT_H_
#define JOBCARVE_REPORT_TEXT_H_

#include <string>

#include "absl/status/statusor.h"
#include "jobcarve/model/market.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve {

// One line for each proposal, then people without one and openings left, then totals and what the certificate proves.
absl::StatusOr<std::string> OverviewText(const Market& market, const Plan& plan);

// Everything about one candidate's proposal, or why there is none and what would change that.
absl::StatusOr<std::string> ProposalText(const Market& market, const Plan& plan, const std::string& candidate_id);

// One pair on its own (jobcarve carve): the proposal, or the role that is out of reach and what would open it.
absl::StatusOr<std::string> PairText(const Market& market, const Proposal& proposal);
absl::StatusOr<std::string> PairText(const Market& market, const Nearest& nearest);

absl::StatusOr<std::string> PersonText(const Market& market, const Plan& plan, const std::string& candidate_id);

// All proposals at one employer, a page each; says so when there is none.
absl::StatusOr<std::string> EmployerText(const Market& market, const Plan& plan, const std::string& employer_id);

}  // namespace jobcarve

#endif  // JOBCARVE_REPORT_TEXT_H_
