// The rules of each form as numbers for the search: minutes that bound a role from below and above, rules on what stays behind
// turned into rules on what goes (residual.h), and the lines of the ledger that depend on the minutes alone, tabulated.
// Tested by tests/carve/carve_test.cc.
#include <algorithm>
#include <optional>
#include <utility>

#include "carve/amounts.h"
#include "carve/pair.h"
#include "carve/side_rules.h"
#include "jobcarve/screen/screen.h"
#include "screen/form_limits.h"

namespace jobcarve {
namespace {

// Of a role of this form besides its tasks.
Minutes BesideTasks(const CompiledJob& job, Form form) {
  return form == Form::kShared ? job.handover_minutes : Minutes{0};
}

// Weekly minutes that the person's side allows for pay of so much an hour.
Minutes MostForPerson(const PairQuestion& q, Pence pay) {
  const CompiledCandidate& person = q.person();
  Minutes most = q.waived.Waives(BarrierKind::kMostHours) ? kMinutesPerWeek : person.max_minutes;
  if (!q.waived.Waives(BarrierKind::kAvailability)) {
    most = std::min(most, CommonMinutes(person.availability, q.post().windows));
  }
  if (person.max_weekly_earnings.has_value() && pay > Pence{0} && !q.waived.Waives(BarrierKind::kEarningsCap)) {
    most = std::min(most, Minutes{person.max_weekly_earnings->count() * 60 / pay.count()});
  }
  return most;
}

// Lines that are the same for every role of this form.
Score ConstantLines(const PairQuestion& q, Form form) {
  const ScoringPolicy& policy = q.options.scoring;
  Score sum = UnknownConditionsAmount(UnknownConditionCount(q.person(), q.post()), q.post(), policy);
  if (const auto journey = JourneyMinutes(q.market, q.candidate, q.post().site, q.options); journey.has_value()) {
    sum -= policy.travel_minute * journey->count();
  }
  if (q.post().holder == q.candidate) {
    sum += policy.keeps_job;
  } else if (q.person().employer == q.post().employer) {
    sum += policy.stays_with_employer;
  }
  if (form == Form::kCarved) {
    sum -= policy.carving;
  }
  if (form == Form::kCreated) {
    sum -= policy.creation;
  }
  if (form == Form::kShared) {
    sum -= policy.coworker_minute * q.post().handover_minutes.count();
  }
  if (form == Form::kStripped) {  // As if all were handed over; each task that is kept gives it back.
    sum -= policy.handover * static_cast<int64_t>(q.post().tasks.size());
  }
  return sum;
}

// The line HOURS turns at the preferred hours, which may lie between `preferred` units and one more; the others never do.
std::vector<int64_t> KinksOf(int64_t preferred, const FormProblem& problem) {
  std::vector<int64_t> kinks = {problem.low};
  for (int64_t units : {preferred, preferred + 1, problem.high}) {
    if (units > kinks.back() && units <= problem.high) {
      kinks.push_back(units);
    }
  }
  return kinks;
}

void Tabulate(const PairQuestion& q, int64_t unit, FormProblem& problem) {
  const ScoringPolicy& policy = q.options.scoring;
  const Score constant = ConstantLines(q, problem.form);
  const Pence pay = PayOf(q.post(), problem.form);
  problem.by_units.reserve(static_cast<size_t>(problem.high - problem.low + 1));
  for (int64_t units = problem.low; units <= problem.high; ++units) {
    const Minutes weekly = Minutes{units * unit} + BesideTasks(q.post(), problem.form);
    const Score sum = constant + HoursAmount(q.person(), weekly, policy) + PayAmount(weekly, pay, policy);
    problem.by_units.push_back(sum.count());
  }
  problem.kinks = KinksOf((q.person().preferred_minutes - BesideTasks(q.post(), problem.form)).count() / unit, problem);
}

void ValueTasks(const PairQuestion& q, std::vector<int64_t>& value, std::vector<int64_t>& reduced_value) {
  const ScoringPolicy& policy = q.options.scoring;
  const CompiledCandidate& person = q.person();
  for (const CompiledTask& task : q.post().tasks) {
    Score sum = FilledAmount(task, policy) + UnderUseAmount(q.market, person, task, policy) + UnknownAmount(person, task, policy);
    for (TagIndex tag : task.tags) {
      if (const CompiledPreference* preference = FindPreference(person, tag); preference != nullptr) {
        sum += PreferenceAmount(task, *preference, policy);
      }
    }
    value.push_back(sum.count());
    reduced_value.push_back((sum + ReducedDaysAmount(person, task, policy)).count());
  }
}

// A kept task of a STRIPPED role gives its handover back; one that is taken out releases whoever did it.
Score FormLines(const CompiledTask& task, Form form, const ScoringPolicy& policy) {
  switch (form) {
    case Form::kStripped:
      return policy.handover;
    case Form::kCarved:
    case Form::kCreated:
      return ReleasedAmount(task, policy) + UnmetAmount(task, policy);
    default:
      return Score{};
  }
}

// The problem of one form; nullopt when the person's hours or pay floor do not go with it.
std::optional<FormProblem> FormProblemOf(const PairQuestion& q, const LinkForest& links, const FormLimits& limits) {
  if (limits.pay_per_hour < q.person().min_pay_per_hour && !q.waived.Waives(BarrierKind::kPay)) {
    return std::nullopt;
  }
  const Minutes own_fewest = q.waived.Waives(BarrierKind::kFewestHours) ? Minutes{0} : q.person().min_minutes;
  const Minutes beside = BesideTasks(q.post(), limits.form);
  const Minutes low = std::max(limits.fewest, own_fewest - beside);
  const Minutes high = std::min(limits.most, MostForPerson(q, limits.pay_per_hour) - beside);
  FormProblem problem;
  problem.form = limits.form;
  problem.must_have = limits.must_have;
  problem.must_not = limits.must_not;
  problem.low = (low.count() + links.unit - 1) / links.unit;
  problem.high = high.count() >= 0 ? high.count() / links.unit : -1;
  if (problem.low > problem.high) {
    return std::nullopt;
  }
  problem.needs_takers = limits.form == Form::kStripped;
  problem.rules = SideRulesOf(q.post(), limits.form, q.waived.Waives(BarrierKind::kEmployerRules));
  Tabulate(q, links.unit, problem);
  return problem;
}

// Tasks are valued once for all forms.
void EnterValues(const PairQuestion& q, std::vector<FormProblem>& problems) {
  if (problems.empty()) {
    return;
  }
  std::vector<int64_t> value;
  std::vector<int64_t> reduced_value;
  ValueTasks(q, value, reduced_value);
  for (FormProblem& problem : problems) {
    problem.value = value;
    problem.reduced_value = reduced_value;
    for (TaskIndex task : q.post().tasks.Indices()) {
      const Score lines = FormLines(q.post().tasks[task], problem.form, q.options.scoring);
      problem.value[task.value()] += lines.count();
      problem.reduced_value[task.value()] += lines.count();
    }
  }
}

std::vector<FormProblem> ProblemsOf(const PairQuestion& q, const LinkForest& links, const std::vector<FormLimits>& forms) {
  std::vector<FormProblem> problems;
  for (const FormLimits& limits : forms) {
    if (std::optional<FormProblem> problem = FormProblemOf(q, links, limits)) {
      problems.push_back(*std::move(problem));
    }
  }
  EnterValues(q, problems);
  return problems;
}

}  // namespace

std::vector<FormProblem> FormProblemsOf(const PairQuestion& q, const LinkForest& links) {
  return ProblemsOf(q, links, OpenForms(q.post(), q.candidate, q.waived));
}

std::vector<FormProblem> SharedFormProblemOf(const PairQuestion& q, const LinkForest& ties) {
  return ProblemsOf(q, ties, {SharedForm(q.post())});
}

}  // namespace jobcarve
