// Each line of the table in proto/README.md is one function. Tested by tests/support/oracle_test.cc.
#include "support/oracle_score.h"

#include <algorithm>
#include <cstdlib>

namespace jobcarve::test {
namespace {

using Lines = std::vector<OracleLine>;

// The numbers of LedgerLine.Kind.
constexpr int kFilled = 1;
constexpr int kUnderUse = 2;
constexpr int kUnknown = 3;
constexpr int kPreference = 4;
constexpr int kReducedDays = 5;
constexpr int kHours = 6;
constexpr int kPay = 7;
constexpr int kTravel = 8;
constexpr int kUnknownConditions = 9;
constexpr int kAdjustmentCost = 10;
constexpr int kAdjustmentDisruption = 11;
constexpr int kCoworkerTime = 12;
constexpr int kHandover = 13;
constexpr int kCarving = 14;
constexpr int kEmployerGain = 15;
constexpr int kKeepsJob = 16;
constexpr int kCreation = 17;
constexpr int kUnmetWork = 18;
constexpr int kStaysWithEmployer = 19;

// R(n, d) of the contract, in words: n / d, rounded half up.
int64_t R(int64_t n, int64_t d) {
  return (2 * (n % d) >= d) ? n / d + 1 : n / d;
}

void AddLine(Lines& lines, const OracleLine& line) {
  if (line.amount != 0) {
    lines.push_back(line);
  }
}

std::vector<Demand> RealDemands(const std::vector<Demand>& demands) {
  std::vector<Demand> real;
  for (const Demand& demand : demands) {
    if (demand.level > Level{0}) {
      real.push_back(demand);
    }
  }
  return real;
}

int64_t CountUnknown(const OraclePair& pair, const std::vector<Demand>& demands) {
  int64_t count = 0;
  for (const Demand& demand : RealDemands(demands)) {
    count += FindCapability(pair.candidate, demand.dimension_id) == nullptr ? 1 : 0;
  }
  return count;
}

int64_t FilledAmount(const OraclePair& pair, const Task& task) {
  return R(task.weekly_minutes.count() * pair.options.scoring.filled_hour.count(), 60);
}

// What a task that leaves its post for a CARVED or CREATED role is worth to the employer.
void AddReleased(const OraclePair& pair, Form form, const Task& task, Lines& lines) {
  if (form != Form::kCarved && form != Form::kCreated) {
    return;
  }
  const ScoringPolicy& scoring = pair.options.scoring;
  const int64_t gain = std::max<int64_t>(0, PostOf(pair, task).pay_per_hour.count() - PayOfForm(pair.job, form));
  const int64_t released = task.weekly_minutes.count() - task.unmet_minutes.count();
  AddLine(lines, {kEmployerGain, task.id, "", "", R(released * gain * scoring.employer_gain_pound.count(), 6000)});
  AddLine(lines, {kUnmetWork, task.id, "", "", R(task.unmet_minutes.count() * scoring.unmet_hour.count(), 60)});
}

// Per mille of the scale that one demand leaves unused.
int64_t UnusedPermille(const OraclePair& pair, const Demand& demand) {
  const Dimension& dimension = FindDimension(pair.market, demand.dimension_id);
  const Capability* capability = FindCapability(pair.candidate, demand.dimension_id);
  const bool can_be_under_used = dimension.kind == DimensionKind::kAbility || dimension.kind == DimensionKind::kSkill ||
                                 dimension.kind == DimensionKind::kKnowledge;
  if (capability == nullptr || !can_be_under_used) {
    return 0;
  }
  const int64_t spare = std::max<int64_t>(0, capability->level.count() - demand.level.count());
  return R(1000 * spare, dimension.max_level.count());
}

int64_t UnderUseAmount(const OraclePair& pair, const Task& task) {
  const std::vector<Demand> demands = RealDemands(task.demands);
  if (demands.empty()) {
    return 0;
  }
  int64_t unused = 0;
  for (const Demand& demand : demands) {
    unused += UnusedPermille(pair, demand);
  }
  const int64_t per_hour = pair.options.scoring.under_use_hour.count();
  return -R(task.weekly_minutes.count() * per_hour * unused, 60 * 1000 * static_cast<int64_t>(demands.size()));
}

int64_t UnknownAmount(const OraclePair& pair, const Task& task) {
  const int64_t n = static_cast<int64_t>(RealDemands(task.demands).size());
  if (n == 0) {
    return 0;
  }
  const int64_t per_hour = pair.options.scoring.unknown_hour.count();
  return -R(task.weekly_minutes.count() * per_hour * CountUnknown(pair, task.demands), 60 * n);
}

void AddPreferences(const OraclePair& pair, const Task& task, Lines& lines) {
  const Ids tags = TagsOf(pair, task);
  for (const Preference& preference : pair.candidate.preferences) {
    if (tags.count(preference.tag) == 0) {
      continue;
    }
    const int64_t strength = preference.strength.count();
    const int64_t per_hour = pair.options.scoring.preference_hour.count();
    const int64_t size = R(task.weekly_minutes.count() * per_hour * std::abs(strength), 60 * 1000);
    AddLine(lines, {kPreference, task.id, "", preference.tag, strength < 0 ? -size : size});
  }
}

int64_t HoursAmount(const OraclePair& pair, int64_t minutes) {
  const int64_t preferred = pair.candidate.preferred_weekly_minutes.count();
  if (minutes < preferred) {
    return -R((preferred - minutes) * pair.options.scoring.below_preferred_hour.count(), 60);
  }
  return -R((minutes - preferred) * pair.options.scoring.above_preferred_hour.count(), 60);
}

int64_t UnknownConditionsAmount(const OraclePair& pair) {
  const int64_t n = static_cast<int64_t>(RealDemands(pair.job.conditions).size());
  const int64_t k = CountUnknown(pair, pair.job.conditions);
  return n == 0 ? 0 : -R(pair.options.scoring.unknown_conditions.count() * k, n);
}

int64_t PoundWeight(const ScoringPolicy& scoring, Funder funder) {
  if (funder == Funder::kEmployer) {
    return scoring.employer_pound.count();
  }
  if (funder == Funder::kAccessToWork) {
    return scoring.access_to_work_pound.count();
  }
  return scoring.provider_pound.count();
}

// The lines that depend on W.
Lines LinesOfMinutes(const OraclePair& pair, Form form, int64_t minutes) {
  Lines lines;
  AddLine(lines, {kHours, "", "", "", HoursAmount(pair, minutes)});
  const int64_t pay = R(minutes * PayOfForm(pair.job, form) * pair.options.scoring.pay_pound.count(), 6000);
  AddLine(lines, {kPay, "", "", "", pay});
  return lines;
}

// The lines that depend neither on W nor on unknowns nor on adjustments.
Lines LinesOfForm(const OraclePair& pair, Form form, const Ids& task_ids) {
  Lines lines;
  if (const std::optional<int64_t> journey = Journey(pair)) {
    AddLine(lines, {kTravel, "", "", "", -*journey * pair.options.scoring.travel_minute.count()});
  }
  if (form == Form::kStripped) {
    for (const Task& task : pair.job.tasks) {
      if (task_ids.count(task.id) == 0) {
        AddLine(lines, {kHandover, task.id, "", "", -pair.options.scoring.handover.count()});
      }
    }
  }
  if (form == Form::kCarved) {
    AddLine(lines, {kCarving, "", "", "", -pair.options.scoring.carving.count()});
  }
  if (form == Form::kShared) {
    const int64_t minutes = WeeklyMinutes(pair.job, form, {});
    AddLine(lines, {kCoworkerTime, "", "", "", -minutes * pair.options.scoring.coworker_minute.count()});
  }
  if (form == Form::kCreated) {
    AddLine(lines, {kCreation, "", "", "", -pair.options.scoring.creation.count()});
  }
  if (IsHolder(pair)) {
    AddLine(lines, {kKeepsJob, "", "", "", pair.options.scoring.keeps_job.count()});
  } else if (!pair.candidate.holds_job_id.empty() &&
             FindJob(pair.market, pair.candidate.holds_job_id).employer_id == pair.job.employer_id) {
    AddLine(lines, {kStaysWithEmployer, "", "", "", pair.options.scoring.stays_with_employer.count()});
  }
  return lines;
}

// The lines of one task, REDUCED_DAYS apart.
Lines LinesOfTask(const OraclePair& pair, Form form, const Task& task) {
  Lines lines;
  AddLine(lines, {kFilled, task.id, "", "", FilledAmount(pair, task)});
  AddLine(lines, {kUnderUse, task.id, "", "", UnderUseAmount(pair, task)});
  AddLine(lines, {kUnknown, task.id, "", "", UnknownAmount(pair, task)});
  AddPreferences(pair, task, lines);
  AddReleased(pair, form, task, lines);
  return lines;
}

void Append(Lines& lines, const Lines& more) {
  lines.insert(lines.end(), more.begin(), more.end());
}

Ids IdsOf(const std::vector<std::string>& ids) {
  return Ids(ids.begin(), ids.end());
}

}  // namespace

Lines LinesOfTasks(const OraclePair& pair, Form form, const Ids& task_ids) {
  Lines lines = LinesOfForm(pair, form, task_ids);
  Append(lines, LinesOfMinutes(pair, form, WeeklyMinutes(pair.job, form, task_ids)));
  AddLine(lines, {kUnknownConditions, "", "", "", UnknownConditionsAmount(pair)});
  for (const std::string& id : task_ids) {
    Append(lines, LinesOfTask(pair, form, FindTask(pair.job, id)));
  }
  return lines;
}

int64_t ReducedDaysAmount(const OraclePair& pair, const Task& task, const Ids& chosen) {
  const Ids in_force = InForce(pair, chosen);
  if (Holds(pair, in_force, task)) {
    return 0;
  }
  const int64_t filled_hour = pair.options.scoring.filled_hour.count();
  return -R(task.weekly_minutes.count() * filled_hour * pair.candidate.reduced_weeks.count(), 60 * 1000);
}

Lines LinesOfAdjustments(const OraclePair& pair, const Ids& chosen) {
  Lines lines;
  const ScoringPolicy& scoring = pair.options.scoring;
  for (const std::string& id : chosen) {
    const Adjustment& adjustment = FindAdjustment(pair.market, id);
    const int64_t cost = R(FirstYearCost(adjustment) * PoundWeight(scoring, adjustment.funder), 100);
    AddLine(lines, {kAdjustmentCost, "", id, "", IsPaidByPlan(adjustment) ? 0 : -cost});
    AddLine(lines, {kAdjustmentDisruption, "", id, "", -scoring.adjustment_disruption.count()});
    const int64_t minutes = adjustment.coworker_minutes.count();
    AddLine(lines, {kCoworkerTime, "", id, "", -minutes * scoring.coworker_minute.count()});
  }
  return lines;
}

int64_t AmountOfMinutes(const OraclePair& pair, Form form, int64_t minutes) {
  return SumOf(LinesOfMinutes(pair, form, minutes));
}

Lines LedgerOfPair(const OraclePair& pair, Form form, const Ids& task_ids, const Ids& chosen) {
  Lines lines = LinesOfTasks(pair, form, task_ids);
  for (const std::string& id : task_ids) {
    AddLine(lines, {kReducedDays, id, "", "", ReducedDaysAmount(pair, FindTask(pair.job, id), chosen)});
  }
  Append(lines, LinesOfAdjustments(pair, chosen));
  std::sort(lines.begin(), lines.end());
  return lines;
}

Lines Ledger(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
             const SolveOptions& options) {
  const OraclePair pair = PairOf(market, candidate_id, job_id, options);
  return LedgerOfPair(pair, role.form, IdsOf(role.task_ids), IdsOf(role.adjustment_ids));
}

int64_t SumOf(const Lines& ledger) {
  int64_t sum = 0;
  for (const OracleLine& line : ledger) {
    sum += line.amount;
  }
  return sum;
}

// The lines of the whole role, those of the tasks that count and those of W put anew.
int64_t Low(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
            const SolveOptions& options) {
  const OraclePair pair = PairOf(market, candidate_id, job_id, options);
  const Ids chosen = IdsOf(role.adjustment_ids);
  Ids certain;
  for (const std::string& id : role.task_ids) {
    if (CountUnknown(pair, FindTask(pair.job, id).demands) == 0 && CountUnknown(pair, pair.job.conditions) == 0) {
      certain.insert(id);
    }
  }
  int64_t low = SumOf(LinesOfForm(pair, role.form, IdsOf(role.task_ids))) + SumOf(LinesOfAdjustments(pair, chosen));
  low += SumOf(LinesOfMinutes(pair, role.form, WeeklyMinutes(pair.job, role.form, certain)));
  for (const std::string& id : certain) {
    const Task& task = FindTask(pair.job, id);
    low += SumOf(LinesOfTask(pair, role.form, task)) + ReducedDaysAmount(pair, task, chosen);
  }
  return low;
}

int64_t High(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
             const SolveOptions& options) {
  int64_t high = 0;
  for (const OracleLine& line : Ledger(market, candidate_id, job_id, role, options)) {
    high += line.kind == kUnknown || line.kind == kUnknownConditions ? 0 : line.amount;
  }
  return high;
}

int64_t EarliestStart(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role) {
  const SolveOptions options;
  return StartDay(PairOf(market, candidate_id, job_id, options), IdsOf(role.adjustment_ids));
}

int64_t PayOf(const Market& market, const std::string& job_id, Form form) {
  return PayOfForm(FindJob(market, job_id), form);
}

int64_t MinutesOf(const Market& market, const std::string& job_id, const OracleRole& role) {
  return SumOfMinutes(FindJob(market, job_id), IdsOf(role.task_ids));
}

}  // namespace jobcarve::test
