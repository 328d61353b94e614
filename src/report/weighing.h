// weighing.h: what there is to weigh about each adjustment, for the adviser: the six factors that the Equality Act's Code of
// Practice names, as figures. No page says whether an adjustment is reasonable.
#ifndef JOBCARVE_SRC_REPORT_WEIGHING_H_
#define JOBCARVE_SRC_REPORT_WEIGHING_H_

#include <string>

#include "jobcarve/plan/plan.h"
#include "report/names.h"

namespace jobcarve::internal {

// Lines below one adjustment: gaps closed, tasks opened, when it works and what bridges the wait, share of the employer's limit.
void AppendWeighing(const Names& names, const Proposal& proposal, const ProposedAdjustment& proposed, std::string& page);

// Lines below all of them: the employer's size and limit, what is left to it of the grant.
void AppendEmployersMeans(const Names& names, const Proposal& proposal, std::string& page);

// "    until then: the best chair in the house, from day 3", where there is an interim measure; for every reader.
void AppendInterim(const Adjustment& adjustment, std::string& page);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_REPORT_WEIGHING_H_
