// figures.h: what each barrier of an opening set found, and what it needed.
#ifndef JOBCARVE_SRC_EXPLAIN_FIGURES_H_
#define JOBCARVE_SRC_EXPLAIN_FIGURES_H_

#include <vector>

#include "jobcarve/carve/carve.h"

namespace jobcarve::internal {

// One candidate and one job of a market. Everything is kept by reference.
struct Pair {
  const CompiledMarket& market;
  CandidateIndex candidate;
  JobIndex job;
  const SolveOptions& options;

  const CompiledCandidate& person() const { return market.candidates[candidate]; }
  const CompiledJob& post() const { return market.jobs[job]; }
};

// All but one of the barriers.
std::vector<Barrier> Without(std::vector<Barrier> barriers, const Barrier& one);

// What removes the barriers.
Waiver WaiverOf(const std::vector<Barrier>& barriers);

// The barriers whose removal opens `role`, with figures as "Barriers" in proto/README.md says, by kind, then dimension.
std::vector<Barrier> WithFigures(const Pair& pair, const std::vector<Barrier>& barriers, const Role& role);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_EXPLAIN_FIGURES_H_
