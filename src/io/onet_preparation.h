// onet_preparation.h: which tasks need the preparation that their occupation needs.
//
// Abilities alone let anybody with good reasoning be proposed to analyse a client's pension. The tables' job zones say how much
// preparation an occupation usually needs (1 little or none .. 4 considerable, often a degree .. 5 extensive). In zones 4 and 5
// the Core tasks ask for it, but for the ones that are routine by their tags: those are what carving can take out of a skilled
// post.
#ifndef JOBCARVE_SRC_IO_ONET_PREPARATION_H_
#define JOBCARVE_SRC_IO_ONET_PREPARATION_H_

#include <optional>
#include <string>
#include <vector>

#include "jobcarve/io/onet.h"
#include "jobcarve/model/market.h"

namespace jobcarve::io {

// The dimension "onet:job_zone": a CREDENTIAL of levels 1..5.
Dimension PreparationDimension();

// What the task asks of it; IMPUTED. Absent when the occupation needs little, its zone is unknown, or the task is routine.
std::optional<Demand> PreparationDemand(const OnetOccupation& occupation, const OnetTask& task,
                                        const std::vector<std::string>& tags);

}  // namespace jobcarve::io

#endif  // JOBCARVE_SRC_IO_ONET_PREPARATION_H_
