// onet_context.h: which work-context items are things that a person must be able to stand, and where in a job they are met.
//
// Of the 57 items most describe work without being a barrier. Those of kContextItems become demands of kind TOLERANCE; the others
// stay out, and why is said in examples/data/onet/README.md.
#ifndef JOBCARVE_SRC_IO_ONET_CONTEXT_H_
#define JOBCARVE_SRC_IO_ONET_CONTEXT_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {

// The ids of the items that become dimensions; ascending.
std::vector<std::string> ContextIds();

// The demands that the whole job makes: exposures of the place (noise), and those that are met most of the time anyway.
std::vector<Demand> JobContext(const OnetOccupation& occupation);

// The demands of the tasks that carry an exposure, told by their tags ("customers"): a role carved without these tasks is free
// of it. The tables give one figure for the occupation, an average over the week; a task that carries the exposure is taken to
// have it at least at level 2 ("once a month or more").
std::vector<Demand> TaskContext(const OnetOccupation& occupation, const std::vector<std::string>& task_tags);

}  // namespace jobcarve::io

#endif  // JOBCARVE_SRC_IO_ONET_CONTEXT_H_
