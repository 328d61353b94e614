// competition_programs.h: competitions as integer programs for GLPK, a solver that shares nothing with ours.
#ifndef JOBCARVE_TESTS_SUPPORT_COMPETITION_PROGRAMS_H_
#define JOBCARVE_TESTS_SUPPORT_COMPETITION_PROGRAMS_H_

#include <cstdint>
#include <string>

#include "support/carving_market.h"
#include "support/listed_bundles.h"

namespace jobcarve::test {

// What GLPK found within its time: the optimum is at least `value`, and at most `bound`; equal when it was proved.
struct ProgramAnswer {
  int64_t value = 0;
  int64_t bound = 0;
};

// One variable for each bundle, one row for each agent and resource.
ProgramAnswer SolveProgram(const ListedBundles& bundles, int seconds);

// A variable for each task that an agent may take and for each way; no bundle is listed. `path`: also written there in CPLEX's LP
// layout, for other solvers, unless it is empty.
ProgramAnswer SolveProgram(const CarvingMarket& market, int seconds, const std::string& path = "");

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_COMPETITION_PROGRAMS_H_
