// Rules that look at neither tasks nor adjustments first; a pair that fails one has no forms. Then tasks that no adjustment can
// make usable are taken out, and gaps are compiled for the rest. Tested by tests/carve/carve_test.cc.
#include "carve/pair.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "carve/amounts.h"
#include "jobcarve/base/check.h"
#include "jobcarve/model/access_to_work.h"
#include "jobcarve/screen/screen.h"
#include "screen/prerequisites.h"

namespace jobcarve {
namespace {

bool IsIn(const std::vector<AdjustmentIndex>& sorted, AdjustmentIndex adjustment) {
  return std::binary_search(sorted.begin(), sorted.end(), adjustment);
}

bool AnyIn(const std::vector<AdjustmentIndex>& list, const std::vector<AdjustmentIndex>& sorted) {
  return std::any_of(list.begin(), list.end(), [&](AdjustmentIndex adjustment) { return IsIn(sorted, adjustment); });
}

// Rules on the pair as a whole: who holds the job, when work starts, how long the journey is.
bool IsOpen(const PairQuestion& q) {
  const CompiledJob& job = q.post();
  if (job.holder.has_value() && *job.holder != q.candidate && !q.waived.Waives(BarrierKind::kHeld)) {
    return false;
  }
  const Date earliest = std::max({q.market.as_of, job.earliest_start, q.person().available_from});
  if (job.latest_start.has_value() && earliest > *job.latest_start && !q.waived.Waives(BarrierKind::kStart)) {
    return false;
  }
  if (!q.person().max_travel.has_value() || q.waived.Waives(BarrierKind::kJourney)) {
    return true;
  }
  const std::optional<Minutes> journey = JourneyMinutes(q.market, q.candidate, job.site, q.options);
  return !journey.has_value() || *journey <= *q.person().max_travel;
}

// Tasks that neither the person's words nor the windows rule out.
TaskSet UsableTasks(const PairQuestion& q) {
  const CompiledCandidate& person = q.person();
  TaskSet usable = 0;
  for (TaskIndex index : q.post().tasks.Indices()) {
    const CompiledTask& task = q.post().tasks[index];
    const bool is_refused = std::any_of(task.tags.begin(), task.tags.end(), [&](TagIndex tag) {
      const CompiledPreference* preference = FindPreference(person, tag);
      return preference != nullptr && preference->is_non_negotiable;
    });
    if (is_refused && !q.waived.Waives(BarrierKind::kNonNegotiable)) {
      continue;
    }
    if (q.waived.Waives(BarrierKind::kAvailability) || CommonMinutes(person.availability, task.windows) >= task.minutes) {
      usable |= SetOf(index);
    }
  }
  return usable;
}

AdjustmentLimits LimitsOf(const PairQuestion& q) {
  constexpr Pence kNoCostLimit{std::numeric_limits<int64_t>::max()};
  constexpr Minutes kNoMinutesLimit{std::numeric_limits<int64_t>::max()};
  if (q.waived.Waives(BarrierKind::kAdjustmentLimits)) {
    return {.count = std::numeric_limits<size_t>::max(),
            .spending = {.employer = kNoCostLimit,
                         .access_to_work = kNoCostLimit,
                         .provider = kNoCostLimit,
                         .coworker = kNoMinutesLimit,
                         .support = kNoMinutesLimit}};
  }
  return {.count = static_cast<size_t>(q.options.max_adjustments),
          .spending = {.employer = q.market.employers[q.post().employer].max_adjustment_cost.value_or(kNoCostLimit),
                       .access_to_work = AccessToWorkLimit(q.options, q.market.as_of),
                       .provider = q.options.max_provider_cost.value_or(kNoCostLimit),
                       .coworker = q.post().max_coworker_minutes.value_or(kNoMinutesLimit),
                       .support = q.person().max_support_minutes.value_or(kNoMinutesLimit)}};
}

}  // namespace

std::vector<AdjustmentIndex> ChoosableAdjustments(const PairQuestion& q, const std::vector<AdjustmentIndex>& own,
                                                  const AdjustmentLimits& limits) {
  std::vector<AdjustmentIndex> choosable;
  const std::optional<Date>& latest_start = q.post().latest_start;
  const bool has_limit = latest_start.has_value() && !q.waived.Waives(BarrierKind::kStart);
  for (AdjustmentIndex index : q.market.adjustments.Indices()) {
    const CompiledAdjustment& adjustment = q.market.adjustments[index];
    const bool is_in_time = !has_limit || q.market.as_of + adjustment.wait() <= *latest_start;
    if (is_in_time && Spending().Plus(adjustment).IsWithin(limits.spending) && !IsIn(q.person().own_adjustments, index) &&
        !IsIn(q.post().ruled_out, index) && !AnyIn(adjustment.excluded, own)) {
      choosable.push_back(index);
    }
  }
  DropUnsupported(q.market, own, choosable);
  return choosable;
}

Score WorthOf(const PairQuestion& q, const RolePrices& prices, AdjustmentIndex index) {
  const CompiledAdjustment& adjustment = q.market.adjustments[index];
  const ScoringPolicy& policy = q.options.scoring;
  const bool is_shared = prices.shares_purchases && adjustment.is_bought_once();
  return (is_shared ? -prices.ShareOf(index) : CostAmount(adjustment, policy)) + CoworkerTimeAmount(adjustment, policy) -
         policy.adjustment_disruption;
}

std::vector<FormProblem> FormsAtPrices(std::vector<FormProblem> forms, const RolePrices& prices) {
  for (FormProblem& form : forms) {
    const bool is_carved = form.form == Form::kCarved || form.form == Form::kCreated;
    int64_t fixed = (is_carved ? prices.carved : prices.whole).count();
    JOBCARVE_CHECK(prices.task.empty() || prices.task.size() == form.value.size());
    for (size_t task = 0; task < prices.task.size(); ++task) {
      const int64_t price = prices.task[task].count();
      JOBCARVE_CHECK(-RolePrices::kMost.count() <= price && price <= RolePrices::kMost.count());
      form.value[task] -= is_carved ? price : 0;
      form.reduced_value[task] -= is_carved ? price : 0;
      fixed += is_carved ? 0 : price;
    }
    for (int64_t& value : form.by_units) {
      value -= fixed;
    }
  }
  return forms;
}

namespace {

// With these forms. Where something may be bought once, or not.
PairProblem ProblemWith(std::vector<FormProblem> forms, const PairQuestion& q, const LinkForest& links, bool may_buy_once) {
  PairProblem problem;
  problem.forms = std::move(forms);
  if (problem.forms.empty()) {
    return problem;
  }
  problem.limits = LimitsOf(q);
  const std::vector<AdjustmentIndex> own = OwnAdjustmentsInForce(q.market, q.candidate, q.job);
  std::vector<AdjustmentIndex> choosable = ChoosableAdjustments(q, own, problem.limits);
  if (!may_buy_once) {
    std::erase_if(choosable, [&q](AdjustmentIndex adjustment) { return q.market.adjustments[adjustment].is_bought_once(); });
    DropUnsupported(q.market, own, choosable);
  }
  problem.gaps = GapTableOf({.market = q.market,
                             .person = q.person(),
                             .job = q.post(),
                             .links = links,
                             .waived = q.waived,
                             .own = own,
                             .adjustments = choosable,
                             .max_count = problem.limits.count,
                             .usable = UsableTasks(q)});
  return problem;
}

}  // namespace

PairProblem PairProblemOf(const PairQuestion& q, const LinkForest& links) {
  return IsOpen(q) ? ProblemWith(FormProblemsOf(q, links), q, links, true) : PairProblem();
}

PairProblem SharedProblemOf(const PairQuestion& q, const LinkForest& ties) {
  return IsOpen(q) ? ProblemWith(SharedFormProblemOf(q, ties), q, ties, false) : PairProblem();
}

}  // namespace jobcarve
