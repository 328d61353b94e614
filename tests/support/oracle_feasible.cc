// Each rule of proto/README.md is one `if`.
// Tested by tests/support/oracle_test.cc.
#include "support/oracle_feasible.h"

#include <algorithm>
#include <map>

#include "support/oracle.h"
#include "support/pool_reading.h"

namespace jobcarve::test {
namespace {

using Complaints = std::vector<std::string>;

bool Contains(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool Excludes(const Adjustment& a, const Adjustment& b) {
  return Contains(a.excludes_ids, b.id) || Contains(b.excludes_ids, a.id);
}

bool IsChoosable(const OraclePair& pair, const std::string& id) {
  return !Contains(pair.candidate.own_adjustment_ids, id) && !Contains(pair.job.ruled_out_adjustment_ids, id);
}

void CheckTies(const OraclePair& pair, const Ids& chosen, Complaints& broken) {
  const Ids in_force = InForce(pair, chosen);
  for (const std::string& id : chosen) {
    const Adjustment& adjustment = FindAdjustment(pair.market, id);
    if (!IsChoosable(pair, id)) {
      broken.push_back("adjustment that is own or ruled out: " + id);
    }
    for (const std::string& required : adjustment.requires_ids) {
      if (in_force.count(required) == 0) {
        broken.push_back("prerequisite missing: " + required);
      }
    }
    for (const std::string& other : in_force) {
      if (other != id && Excludes(adjustment, FindAdjustment(pair.market, other))) {
        broken.push_back("excluded together: " + id);
      }
    }
  }
}

void CheckLimits(const OraclePair& pair, const Ids& chosen, Complaints& broken) {
  std::map<Funder, int64_t> cost;
  int64_t coworker_minutes = 0;
  int64_t support_minutes = 0;
  for (const std::string& id : chosen) {
    const Adjustment& adjustment = FindAdjustment(pair.market, id);
    cost[adjustment.funder] += FirstYearCost(adjustment);
    coworker_minutes += adjustment.coworker_minutes.count();
    support_minutes += adjustment.support_minutes.count();
  }
  const std::optional<Pence>& employer_cap = FindEmployer(pair.market, pair.job.employer_id).max_adjustment_cost;
  if (static_cast<int64_t>(chosen.size()) > pair.options.max_adjustments) {
    broken.push_back("too many adjustments");
  }
  if (employer_cap && cost[Funder::kEmployer] > employer_cap->count()) {
    broken.push_back("employer's cost limit");
  }
  if (cost[Funder::kAccessToWork] > GrantLimit(pair)) {
    broken.push_back("Access to Work limit");
  }
  if (pair.options.max_provider_cost && cost[Funder::kProvider] > pair.options.max_provider_cost->count()) {
    broken.push_back("provider's cost limit");
  }
  if (pair.job.max_coworker_minutes && coworker_minutes > pair.job.max_coworker_minutes->count()) {
    broken.push_back("co-worker minutes");
  }
  if (pair.candidate.max_support_minutes && support_minutes > pair.candidate.max_support_minutes->count()) {
    broken.push_back("support minutes");
  }
}

void CheckLinks(const Job& job, const Ids& task_ids, Complaints& broken) {
  for (const Link& link : job.links) {
    const bool has_task = task_ids.count(link.task_id) > 0;
    const bool has_other = task_ids.count(link.other_task_id) > 0;
    if (link.kind == LinkKind::kBond && has_task != has_other) {
      broken.push_back("bond torn: " + link.task_id);
    }
    if (link.kind == LinkKind::kNeeds && has_task && !has_other) {
      broken.push_back("need unmet: " + link.task_id);
    }
  }
}

void CheckPersonsWords(const OraclePair& pair, const Ids& task_ids, Complaints& broken) {
  for (const std::string& id : task_ids) {
    const Ids tags = TagsOf(pair, FindTask(pair.job, id));
    for (const Preference& preference : pair.candidate.preferences) {
      if (preference.is_non_negotiable && tags.count(preference.tag) > 0) {
        broken.push_back("non-negotiable: " + id);
      }
    }
  }
}

void CheckHours(const OraclePair& pair, Form form, int64_t minutes, Complaints& broken) {
  if (minutes < pair.candidate.min_weekly_minutes.count() || minutes > pair.candidate.max_weekly_minutes.count()) {
    broken.push_back("hours");
  }
  const std::optional<Pence>& cap = pair.candidate.max_weekly_earnings;
  if (cap && minutes * PayOfForm(pair.job, form) > cap->count() * 60) {
    broken.push_back("earnings cap");
  }
}

std::vector<Window> OrWholeWeek(const std::vector<Window>& windows) {
  return windows.empty() ? std::vector<Window>{{Minutes{0}, kMinutesPerWeek}} : windows;
}

// Minutes of the week that lie in all three lists; windows of one list do not overlap.
int64_t CommonMinutes(const std::vector<Window>& as, const std::vector<Window>& bs, const std::vector<Window>& cs) {
  int64_t count = 0;
  for (const Window& a : OrWholeWeek(as)) {
    for (const Window& b : OrWholeWeek(bs)) {
      for (const Window& c : OrWholeWeek(cs)) {
        const Minutes start = std::max({a.start, b.start, c.start});
        const Minutes end = std::min({a.end, b.end, c.end});
        count += std::max<int64_t>((end - start).count(), 0);
      }
    }
  }
  return count;
}

void CheckWindows(const OraclePair& pair, const Ids& task_ids, int64_t minutes, Complaints& broken) {
  for (const std::string& id : task_ids) {
    const Task& task = FindTask(pair.job, id);
    if (CommonMinutes(pair.candidate.availability, pair.job.windows, task.windows) < task.weekly_minutes.count()) {
      broken.push_back("windows of task " + id);
    }
  }
  if (CommonMinutes(pair.candidate.availability, pair.job.windows, {}) < minutes) {
    broken.push_back("windows of job");
  }
}

void CheckJourneyAndPay(const OraclePair& pair, Form form, Complaints& broken) {
  const std::optional<int64_t> journey = Journey(pair);
  if (journey && pair.candidate.max_travel && *journey > pair.candidate.max_travel->count()) {
    broken.push_back("journey");
  }
  if (PayOfForm(pair.job, form) < pair.candidate.min_pay_per_hour.count()) {
    broken.push_back("pay");
  }
}

Ids Rest(const Job& job, const Ids& task_ids) {
  Ids rest = AllTasks(job);
  for (const std::string& id : task_ids) {
    rest.erase(id);
  }
  return rest;
}

void CheckStripped(const Job& job, const Ids& task_ids, Complaints& broken) {
  for (const Task& task : job.tasks) {
    if (task.is_essential && task_ids.count(task.id) == 0) {
      broken.push_back("essential task not in the role: " + task.id);
    }
  }
  if (Rest(job, task_ids).empty()) {
    broken.push_back("stripped of nothing");
  }
  if (!HandoversOf(job, task_ids)) {
    broken.push_back("cannot be handed over");
  }
}

void CheckResidual(const Job& job, const Ids& rest, Complaints& broken) {
  const ResidualRules& rules = job.carving.residual;
  int64_t pleasant = 0;
  int64_t unpleasant = 0;
  int64_t heavy = 0;
  for (const std::string& id : rest) {
    pleasant += FindTask(job, id).pleasant_minutes.count();
    unpleasant += FindTask(job, id).unpleasant_minutes.count();
    heavy += FindTask(job, id).heavy_minutes.count();
  }
  const int64_t minutes = SumOfMinutes(job, rest);
  if (minutes < rules.min_weekly_minutes.count()) {
    broken.push_back("residual minutes");
  }
  if (static_cast<int64_t>(rest.size()) < rules.min_task_count) {
    broken.push_back("residual variety");
  }
  if (pleasant < rules.min_pleasant_minutes.count()) {
    broken.push_back("residual respite");
  }
  if (rules.max_unpleasant && 1000 * unpleasant > rules.max_unpleasant->count() * minutes) {
    broken.push_back("residual unpleasant share");
  }
  if (rules.max_heavy && 1000 * heavy > rules.max_heavy->count() * minutes) {
    broken.push_back("residual heavy share");
  }
}

// Is a share above `most`?
bool IsMuch(const Job& job, const Ids& task_ids, Minutes Task::*minutes, const std::optional<Permille>& most) {
  int64_t sum = 0;
  for (const std::string& id : task_ids) {
    sum += (FindTask(job, id).*minutes).count();
  }
  return most && 1000 * sum > most->count() * SumOfMinutes(job, task_ids);
}

void CheckRoleRules(const Job& job, const Ids& task_ids, Complaints& broken) {
  const RoleRules& rules = job.carving.role;
  if (!rules.is_hard) {
    return;
  }
  int64_t beside = 0;
  for (const std::string& id : task_ids) {
    beside += FindTask(job, id).beside_minutes.count();
  }
  if (IsMuch(job, task_ids, &Task::unpleasant_minutes, rules.max_unpleasant) ||
      IsMuch(job, task_ids, &Task::heavy_minutes, rules.max_heavy) ||
      IsMuch(job, task_ids, &Task::hazardous_minutes, rules.max_hazardous) ||
      IsMuch(job, task_ids, &Task::isolated_minutes, rules.max_isolated)) {
    broken.push_back("a share of the role");
  }
  if (beside < rules.min_beside_minutes.count()) {
    broken.push_back("minutes beside co-workers");
  }
  if (static_cast<int64_t>(task_ids.size()) < rules.min_task_count) {
    broken.push_back("variety of the role");
  }
}

void CheckMustStay(const Job& job, const Ids& task_ids, Complaints& broken) {
  for (const std::string& id : job.carving.must_stay_task_ids) {
    if (task_ids.count(id) > 0) {
      broken.push_back("must stay: " + id);
    }
  }
  if (SumOfMinutes(job, task_ids) < job.carving.min_role_minutes.count()) {
    broken.push_back("smallest role");
  }
  CheckRoleRules(job, task_ids, broken);
}

void CheckCarved(const Job& job, const Ids& task_ids, Complaints& broken) {
  if (Rest(job, task_ids).empty()) {
    broken.push_back("carved out whole");
  }
  CheckMustStay(job, task_ids, broken);
  CheckResidual(job, Rest(job, task_ids), broken);
}

// One of two people who share an opening.
void CheckShared(const Job& job, const Ids& task_ids, Complaints& broken) {
  if (!job.sharing || job.openings == 0) {
    broken.push_back("not shared");
  }
  if (Rest(job, task_ids).empty()) {
    broken.push_back("nothing for the other");
  }
  for (const Link& link : job.links) {
    if (task_ids.count(link.task_id) != task_ids.count(link.other_task_id)) {
      broken.push_back("tied tasks apart: " + link.task_id);
    }
  }
  CheckRoleRules(job, task_ids, broken);
}

// Is what stays further from the rule than the whole post was?
bool IsWorse(const Job& post, const std::string& rule, const Ids& whole, const Ids& rest) {
  const auto loss = [&](const Ids& tasks) -> int64_t {
    int64_t pleasant = 0;
    int64_t unpleasant = 0;
    int64_t heavy = 0;
    for (const std::string& id : tasks) {
      pleasant += FindTask(post, id).pleasant_minutes.count();
      unpleasant += FindTask(post, id).unpleasant_minutes.count();
      heavy += FindTask(post, id).heavy_minutes.count();
    }
    if (rule == "residual variety") {
      return -static_cast<int64_t>(tasks.size());
    }
    if (rule == "residual unpleasant share") {
      return 1000 * unpleasant - post.carving.residual.max_unpleasant->count() * SumOfMinutes(post, tasks);
    }
    if (rule == "residual heavy share") {
      return 1000 * heavy - post.carving.residual.max_heavy->count() * SumOfMinutes(post, tasks);
    }
    return rule == "residual respite" ? -pleasant : -SumOfMinutes(post, tasks);
  };
  return loss(rest) > loss(whole);
}

// What stays of one post of a pool: a rule that the whole post breaks may only not be broken further.
void CheckPost(const Job& post, const Ids& taken, Complaints& broken) {
  const Ids rest = Rest(post, taken);
  if (rest.empty()) {
    broken.push_back("nothing stays with " + post.id);
  }
  Complaints whole_breaks;
  CheckResidual(post, AllTasks(post), whole_breaks);
  Complaints rest_breaks;
  CheckResidual(post, rest, rest_breaks);
  for (const std::string& rule : rest_breaks) {
    const bool was_broken = std::find(whole_breaks.begin(), whole_breaks.end(), rule) != whole_breaks.end();
    if (!was_broken || IsWorse(post, rule, AllTasks(post), rest)) {
      broken.push_back(rule + " of " + post.id);
    }
  }
}

void CheckCreated(const OraclePair& pair, const Ids& task_ids, Complaints& broken) {
  const Pool& pool = *FindPool(pair.market, pair.job.id);
  CheckMustStay(pair.job, task_ids, broken);
  for (const Job* post : PostsOf(pair.market, pool)) {
    Ids taken;
    for (const Task& task : post->tasks) {
      if (task_ids.count(task.id) > 0) {
        taken.insert(task.id);
      }
    }
    if (!taken.empty()) {
      CheckPost(*post, taken, broken);
    }
  }
}

void CheckForm(const OraclePair& pair, Form form, const Ids& task_ids, Complaints& broken) {
  const std::vector<Form>& forms = pair.job.carving.forms;
  if ((form == Form::kCreated) != (FindPool(pair.market, pair.job.id) != nullptr)) {
    broken.push_back("form not of this place");
    return;
  }
  if (!forms.empty() && std::find(forms.begin(), forms.end(), form) == forms.end()) {
    broken.push_back("form not allowed");
  }
  if (form == Form::kWhole && task_ids != AllTasks(pair.job)) {
    broken.push_back("not whole");
  }
  if (form == Form::kStripped) {
    CheckStripped(pair.job, task_ids, broken);
  }
  if (form == Form::kCarved) {
    CheckCarved(pair.job, task_ids, broken);
  }
  if (form == Form::kCreated) {
    CheckCreated(pair, task_ids, broken);
  }
  if (form == Form::kShared) {
    CheckShared(pair.job, task_ids, broken);
  }
  const bool needs_opening = form == Form::kWhole || form == Form::kStripped;
  if (needs_opening && pair.job.openings == 0 && !IsHolder(pair)) {
    broken.push_back("no opening");
  }
}

void CheckHeld(const OraclePair& pair, Complaints& broken) {
  for (const Candidate& other : pair.market.candidates) {
    if (other.holds_job_id == pair.job.id && other.id != pair.candidate.id) {
      broken.push_back("held by " + other.id);
    }
  }
}

}  // namespace

Complaints BrokenByAdjustments(const OraclePair& pair, const Ids& chosen) {
  Complaints broken;
  CheckTies(pair, chosen, broken);
  CheckLimits(pair, chosen, broken);
  if (!pair.job.latest_start.empty() && StartDay(pair, chosen) > DayNumber(pair.job.latest_start)) {
    broken.push_back("start");
  }
  return broken;
}

Complaints BrokenByDemands(const OraclePair& pair, const Ids& task_ids, const Ids& chosen) {
  Complaints broken;
  const Ids in_force = InForce(pair, chosen);
  for (const std::string& id : task_ids) {
    if (!DemandsMet(pair, in_force, FindTask(pair.job, id), DayKind::kOrdinary)) {
      broken.push_back("demands of task " + id);
    }
  }
  if (!ConditionsMet(pair, in_force, DayKind::kOrdinary)) {
    broken.push_back("conditions");
  }
  for (const std::string& id : task_ids) {
    const Task& task = FindTask(pair.job, id);
    if (MustHold(pair, task) && !Holds(pair, in_force, task) && !AreCovered(pair, in_force)) {
      broken.push_back("reduced days of task " + id);
    }
  }
  return broken;
}

Complaints BrokenByTaking(const Job& post, const Ids& task_ids) {
  Complaints broken;
  CheckPost(post, task_ids, broken);
  return broken;
}

Complaints BrokenByTasks(const OraclePair& pair, Form form, const Ids& task_ids) {
  Complaints broken;
  const int64_t minutes = WeeklyMinutes(pair.job, form, task_ids);
  if (task_ids.empty()) {
    broken.push_back("no task");
  }
  CheckLinks(pair.job, task_ids, broken);
  CheckPersonsWords(pair, task_ids, broken);
  CheckHours(pair, form, minutes, broken);
  CheckJourneyAndPay(pair, form, broken);
  CheckForm(pair, form, task_ids, broken);
  CheckHeld(pair, broken);
  CheckWindows(pair, task_ids, minutes, broken);
  return broken;
}

Complaints BrokenRules(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
                       const SolveOptions& options) {
  const OraclePair pair = PairOf(market, candidate_id, job_id, options);
  const Ids tasks(role.task_ids.begin(), role.task_ids.end());
  const Ids chosen(role.adjustment_ids.begin(), role.adjustment_ids.end());
  Complaints broken = BrokenByTasks(pair, role.form, tasks);
  for (const Complaints& more : {BrokenByAdjustments(pair, chosen), BrokenByDemands(pair, tasks, chosen)}) {
    broken.insert(broken.end(), more.begin(), more.end());
  }
  return broken;
}

bool IsFeasible(const Market& market, const std::string& candidate_id, const std::string& job_id, const OracleRole& role,
                const SolveOptions& options) {
  return BrokenRules(market, candidate_id, job_id, role, options).empty();
}

}  // namespace jobcarve::test
