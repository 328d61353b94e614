// pair.h: one candidate and one job, compiled for the search: what each task is worth, what is in the way, what the forms allow.
#ifndef JOBCARVE_SRC_CARVE_PAIR_H_
#define JOBCARVE_SRC_CARVE_PAIR_H_

#include <cstdint>
#include <vector>

#include "carve/adjustment_sets.h"
#include "carve/gaps.h"
#include "carve/links.h"
#include "carve/side_rules.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"
#include "jobcarve/screen/barrier.h"

namespace jobcarve {

// What to carve. Everything is kept by reference.
struct PairQuestion {
  const CompiledMarket& market;
  CandidateIndex candidate;
  JobIndex job;
  const SolveOptions& options;
  const Waiver& waived;

  const CompiledCandidate& person() const { return market.candidates[candidate]; }
  const CompiledJob& post() const { return market.jobs[job]; }
};

// One form of role in this pair. "Units" are LinkForest::unit minutes.
struct FormProblem {
  Form form = Form::kUnspecified;
  TaskSet must_have = 0;
  TaskSet must_not = 0;
  int64_t low = 0;                // Weekly units,
  int64_t high = 0;               // low <= high.
  std::vector<int64_t> by_units;  // [u - low]: all lines that depend on the minutes alone, or on nothing.
  std::vector<int64_t> kinks;     // Units, ascending, low and high among them: by_units is straight in between, but for rounding.
  std::vector<int64_t> value;     // By task: its lines when it holds on reduced days,
  std::vector<int64_t> reduced_value;  // and when it does not.
  std::vector<SideRule> rules;
  bool needs_takers = false;  // What is left out must be handed over to co-workers.
};

struct PairProblem {
  GapTable gaps;
  AdjustmentLimits limits;
  std::vector<FormProblem> forms;  // Empty when no role is feasible whatever the tasks and adjustments.
};

PairProblem PairProblemOf(const PairQuestion& question, const LinkForest& links);
// The same of a role that shares an opening: of form SHARED alone, and without what is bought once. In `ties` links bind both
// ways.
PairProblem SharedProblemOf(const PairQuestion& question, const LinkForest& ties);

// The adjustments that may be chosen at all: not own, not ruled out, in time, affordable alone, without conflict with an own one,
// and with prerequisites that are own ones or may be chosen. Ascending.
std::vector<AdjustmentIndex> ChoosableAdjustments(const PairQuestion& question, const std::vector<AdjustmentIndex>& own,
                                                  const AdjustmentLimits& limits);

// The lines of an adjustment, less its share where purchases are shared; <= 0.
Score WorthOf(const PairQuestion& question, const RolePrices& prices, AdjustmentIndex adjustment);

// The forms of a role that pays `prices`.
std::vector<FormProblem> FormsAtPrices(std::vector<FormProblem> forms, const RolePrices& prices);

// The forms, with limits of hours and pay; in the order WHOLE, STRIPPED, CARVED, CREATED.
std::vector<FormProblem> FormProblemsOf(const PairQuestion& question, const LinkForest& links);
// That of a role that shares an opening; its units are those of its tasks, without the handover.
std::vector<FormProblem> SharedFormProblemOf(const PairQuestion& question, const LinkForest& ties);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_PAIR_H_
