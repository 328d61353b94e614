// way_in.h: how somebody could be chosen, where the usual way asks for more than the work does.
#ifndef JOBCARVE_SRC_REPORT_WAY_IN_H_
#define JOBCARVE_SRC_REPORT_WAY_IN_H_

#include <string>

#include "jobcarve/plan/plan.h"
#include "report/names.h"

namespace jobcarve::internal {

// For the adviser: each demand that is no demand of the role, and the route that takes it away.
void AppendWayIn(const Names& names, const Proposal& proposal, std::string& page);

// For the person: the routes.
void AppendWayInToPerson(const Proposal& proposal, std::string& page);

// For the employer: the routes, and all in which the usual way goes beyond the work, whoever the person is: a fact of the job.
void AppendWayInToEmployer(const Names& names, const Proposal& proposal, std::string& page);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_REPORT_WAY_IN_H_
