// amounts.h: the amount of each kind of ledger line, each rounded once, here. The table "The score" in proto/README.md, as code;
// the ledger writes the lines down and the search adds them up.
#ifndef JOBCARVE_SRC_CARVE_AMOUNTS_H_
#define JOBCARVE_SRC_CARVE_AMOUNTS_H_

#include "jobcarve/model/compiled.h"
#include "jobcarve/model/options.h"

namespace jobcarve {

// Lines of one task in a role.
Score FilledAmount(const CompiledTask& task, const ScoringPolicy& policy);
Score UnderUseAmount(const CompiledMarket& market, const CompiledCandidate& person, const CompiledTask& task,
                     const ScoringPolicy& policy);
Score UnknownAmount(const CompiledCandidate& person, const CompiledTask& task, const ScoringPolicy& policy);
Score PreferenceAmount(const CompiledTask& task, const CompiledPreference& preference, const ScoringPolicy& policy);
// Of a task that leaves a better paid post for a CARVED or CREATED role: what is released, and what nobody did.
Score ReleasedAmount(const CompiledTask& task, const ScoringPolicy& policy);
Score UnmetAmount(const CompiledTask& task, const ScoringPolicy& policy);
// Of a task that does not hold on reduced days.
Score ReducedDaysAmount(const CompiledCandidate& person, const CompiledTask& task, const ScoringPolicy& policy);

// Lines of the weekly minutes.
Score HoursAmount(const CompiledCandidate& person, Minutes weekly, const ScoringPolicy& policy);
Score PayAmount(Minutes weekly, Pence pay_per_hour, const ScoringPolicy& policy);

// Lines of an adjustment.
Score CostAmount(const CompiledAdjustment& adjustment, const ScoringPolicy& policy);
Score CoworkerTimeAmount(const CompiledAdjustment& adjustment, const ScoringPolicy& policy);

// k of the n conditions are unknown.
Score UnknownConditionsAmount(int64_t unknown_count, const CompiledJob& job, const ScoringPolicy& policy);
int64_t UnknownConditionCount(const CompiledCandidate& person, const CompiledJob& job);

// The person's preference for a tag; nullptr when there is none. O(log n).
const CompiledPreference* FindPreference(const CompiledCandidate& person, TagIndex tag);

// Pay per hour of a role of this form.
inline Pence PayOf(const CompiledJob& job, Form form) {
  return form == Form::kCarved ? job.carved_pay_per_hour : job.pay_per_hour;
}

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_AMOUNTS_H_
