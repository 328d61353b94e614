// components.h: agents that no chain of shared resources joins never meet.
#ifndef JOBCARVE_SRC_COMPETE_COMPONENTS_H_
#define JOBCARVE_SRC_COMPETE_COMPONENTS_H_

#include <vector>

#include "compete/part.h"

namespace jobcarve::compete {

// The connected components, by their first agents; each with all works of its agents, ascending.
std::vector<std::vector<Member>> Components(const Contest& contest);

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_COMPONENTS_H_
