// totals.h: the overview's table of proposals, and what they come to.
#ifndef JOBCARVE_SRC_REPORT_TOTALS_H_
#define JOBCARVE_SRC_REPORT_TOTALS_H_

#include <string>

#include "jobcarve/plan/plan.h"
#include "report/names.h"

namespace jobcarve::internal {

// A line for each proposal.
void AppendProposalTable(const Names& names, const Plan& plan, std::string& page);

// What is bought once, who is placed, what it costs, the score, and what proves it or where the bound parts from it.
void AppendTotals(const Names& names, const Plan& plan, std::string& page);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_REPORT_TOTALS_H_
