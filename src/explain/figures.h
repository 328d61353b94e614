// figures.h: what each barrier of an opening set found, and what it needed.
#ifndef JOBCARVE_SRC_EXPLAIN_FIGURES_H_
#define JOBCARVE_SRC_EXPLAIN_FIGURES_H_

#include <vector>

#include "jobcarve/carve/carve.h"

namespace jobcarve::internal {

// What removes the barriers.
Waiver WaiverOf(const std::vector<Barrier>& barriers);

// The barriers whose removal opens `role`, with figures as "Barriers" in proto/README.md says, by kind, then dimension.
std::vector<Barrier> WithFigures(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                 const SolveOptions& options, const std::vector<Barrier>& barriers, const Role& role);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_EXPLAIN_FIGURES_H_
