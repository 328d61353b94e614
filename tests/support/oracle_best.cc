// All adjustment sets that are allowed, times all forms and task sets that are allowed; of those whose demands are met, the one
// that comes first. The best plan by trying every job for every candidate. Tested by tests/support/oracle_test.cc, also against
// the literal loop over IsFeasible and Ledger.
#include <algorithm>
#include <map>

#include "jobcarve/base/check.h"
#include "support/oracle.h"
#include "support/oracle_feasible.h"
#include "support/oracle_score.h"

namespace jobcarve::test {
namespace {

constexpr size_t kMaxTasks = 12;
constexpr size_t kMaxAdjustments = 10;
constexpr size_t kMaxCandidates = 8;

std::vector<Ids> AllSubsets(const std::vector<std::string>& ids) {
  std::vector<Ids> subsets = {{}};
  for (const std::string& id : ids) {
    const size_t count = subsets.size();
    for (size_t i = 0; i < count; ++i) {
      subsets.push_back(subsets[i]);
      subsets.back().insert(id);
    }
  }
  return subsets;
}

std::vector<std::string> ChoosableIds(const OraclePair& pair) {
  std::vector<std::string> ids;
  for (const Adjustment& adjustment : pair.market.adjustments) {
    const Ids own(pair.candidate.own_adjustment_ids.begin(), pair.candidate.own_adjustment_ids.end());
    if (own.count(adjustment.id) == 0) {
      ids.push_back(adjustment.id);
    }
  }
  return ids;
}

// A form and task set that is allowed, and what it is worth before adjustments.
struct TaskChoice {
  Form form;
  Ids task_ids;
  int64_t score;
};

// A set of adjustments that is allowed, what it costs, and what it does to each task.
struct AdjustmentChoice {
  Ids chosen;
  int64_t score;
  std::map<std::string, int64_t> reduced_days;  // Of the tasks whose demands are met; amounts <= 0.
};

const std::vector<Form> kFormsOfOne = {Form::kWhole, Form::kStripped, Form::kCarved, Form::kCreated};

std::vector<TaskChoice> AllowedTasks(const OraclePair& pair, const std::vector<Form>& forms = kFormsOfOne) {
  const Ids all = AllTasks(pair.job);
  JOBCARVE_CHECK(all.size() <= kMaxTasks);
  std::vector<TaskChoice> choices;
  for (const Ids& task_ids : AllSubsets({all.begin(), all.end()})) {
    for (const Form form : forms) {
      if (BrokenByTasks(pair, form, task_ids).empty()) {
        choices.push_back({form, task_ids, SumOf(LinesOfTasks(pair, form, task_ids))});
      }
    }
  }
  return choices;
}

std::vector<AdjustmentChoice> AllowedAdjustments(const OraclePair& pair) {
  const std::vector<std::string> choosable = ChoosableIds(pair);
  JOBCARVE_CHECK(choosable.size() <= kMaxAdjustments);
  std::vector<AdjustmentChoice> choices;
  for (const Ids& chosen : AllSubsets(choosable)) {
    if (!BrokenByAdjustments(pair, chosen).empty() || !BrokenByDemands(pair, {}, chosen).empty()) {
      continue;
    }
    AdjustmentChoice choice{chosen, SumOf(LinesOfAdjustments(pair, chosen)), {}};
    for (const Task& task : pair.job.tasks) {
      if (BrokenByDemands(pair, {task.id}, chosen).empty()) {
        choice.reduced_days[task.id] = ReducedDaysAmount(pair, task, chosen);
      }
    }
    choices.push_back(std::move(choice));
  }
  return choices;
}

// The score of both choices together; nullopt when a task's demands are not met.
std::optional<int64_t> ScoreOf(const TaskChoice& tasks, const AdjustmentChoice& adjustments) {
  int64_t score = tasks.score + adjustments.score;
  for (const std::string& id : tasks.task_ids) {
    const auto found = adjustments.reduced_days.find(id);
    if (found == adjustments.reduced_days.end()) {
      return std::nullopt;
    }
    score += found->second;
  }
  return score;
}

std::vector<std::string> SortedIds(const Ids& ids) {
  return {ids.begin(), ids.end()};
}

int Sign(bool is_before) {
  return is_before ? -1 : 1;
}

// Below 0 when set `a` has the first task in which the two differ.
int CompareTasks(const Ids& a, const Ids& b) {
  Ids both = a;
  both.insert(b.begin(), b.end());
  for (const std::string& id : both) {
    if (a.count(id) != b.count(id)) {
      return Sign(a.count(id) > 0);
    }
  }
  return 0;
}

// The highest total from candidate `next` on.
int64_t BestFrom(const Market& market, const std::vector<std::vector<int64_t>>& scores, size_t next, std::vector<int64_t>& left) {
  if (next == market.candidates.size()) {
    return 0;
  }
  int64_t best = BestFrom(market, scores, next + 1, left);
  for (size_t j = 0; j < left.size(); ++j) {
    if (scores[next][j] > 0 && left[j] > 0) {
      --left[j];
      best = std::max(best, scores[next][j] + BestFrom(market, scores, next + 1, left));
      ++left[j];
    }
  }
  return best;
}

}  // namespace

bool ComesFirst(const OracleRole& a, const OracleRole& b) {
  if (a.score != b.score) {
    return a.score > b.score;
  }
  if (a.adjustment_ids.size() != b.adjustment_ids.size()) {
    return a.adjustment_ids.size() < b.adjustment_ids.size();
  }
  if (a.adjustment_ids != b.adjustment_ids) {
    return a.adjustment_ids < b.adjustment_ids;
  }
  const int tasks = CompareTasks({a.task_ids.begin(), a.task_ids.end()}, {b.task_ids.begin(), b.task_ids.end()});
  return tasks != 0 ? tasks < 0 : a.form < b.form;
}

int64_t PaidBy(const Market& market, const std::string& job_id, const OracleRole& role, const OraclePrices& prices) {
  const Job& job = FindJob(market, job_id);
  const bool takes_all = role.form == Form::kWhole || role.form == Form::kStripped;
  int64_t sum = takes_all ? prices.whole : prices.carved;
  for (const Task& task : job.tasks) {
    const bool is_used = takes_all || std::find(role.task_ids.begin(), role.task_ids.end(), task.id) != role.task_ids.end();
    const auto price = prices.by_task_id.find(task.id);
    sum += is_used && price != prices.by_task_id.end() ? price->second : 0;
  }
  return sum;
}

std::optional<OracleRole> BestRole(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                   const SolveOptions& options, const OraclePrices& prices) {
  const OraclePair pair = PairOf(market, candidate_id, job_id, options);
  std::vector<TaskChoice> task_choices = AllowedTasks(pair);
  for (TaskChoice& choice : task_choices) {
    OracleRole role;
    role.form = choice.form;
    role.task_ids = SortedIds(choice.task_ids);
    choice.score -= PaidBy(market, job_id, role, prices);
  }
  std::optional<OracleRole> best;
  if (task_choices.empty()) {
    return best;
  }
  for (const AdjustmentChoice& adjustments : AllowedAdjustments(pair)) {
    for (const TaskChoice& tasks : task_choices) {
      const std::optional<int64_t> score = ScoreOf(tasks, adjustments);
      if (!score || (best && *score < best->score)) {
        continue;
      }
      OracleRole role;
      role.form = tasks.form;
      role.task_ids = SortedIds(tasks.task_ids);
      role.adjustment_ids = SortedIds(adjustments.chosen);
      role.score = *score;
      if (!best || ComesFirst(role, *best)) {
        best = role;
      }
    }
  }
  if (best) {
    best->score += PaidBy(market, job_id, *best, prices);
    best->ledger = Ledger(market, candidate_id, job_id, *best, options);
    if (best->form == Form::kStripped) {
      best->handed_over = *Handovers(market, job_id, *best);
    }
  }
  return best;
}

std::vector<OracleRole> SharedRoles(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                    const SolveOptions& options) {
  Market without = market;  // What is bought once is not for them.
  std::erase_if(without.adjustments, [&](const Adjustment& adjustment) {
    const bool is_for_several = adjustment.scope != Scope::kUnspecified && adjustment.scope != Scope::kPerson;
    const auto& own = FindCandidate(market, candidate_id).own_adjustment_ids;
    return is_for_several && FirstYearCost(adjustment) > 0 && std::find(own.begin(), own.end(), adjustment.id) == own.end();
  });
  return RolesOfForms(without, candidate_id, job_id, options, {Form::kShared});
}

std::vector<OracleRole> AllRoles(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                 const SolveOptions& options) {
  return RolesOfForms(market, candidate_id, job_id, options, kFormsOfOne);
}

std::vector<OracleRole> RolesOfForms(const Market& market, const std::string& candidate_id, const std::string& job_id,
                                     const SolveOptions& options, const std::vector<Form>& forms) {
  const OraclePair pair = PairOf(market, candidate_id, job_id, options);
  const std::vector<AdjustmentChoice> adjustment_choices = AllowedAdjustments(pair);
  std::vector<OracleRole> roles;
  for (const TaskChoice& tasks : AllowedTasks(pair, forms)) {
    std::map<Ids, OracleRole> best;  // By what is bought once.
    for (const AdjustmentChoice& adjustments : adjustment_choices) {
      if (const std::optional<int64_t> score = ScoreOf(tasks, adjustments)) {
        OracleRole role;
        role.form = tasks.form;
        role.task_ids = SortedIds(tasks.task_ids);
        role.adjustment_ids = SortedIds(adjustments.chosen);
        role.score = *score;
        Ids bought = adjustments.chosen;
        std::erase_if(bought, [&](const std::string& id) { return !IsPaidByPlan(FindAdjustment(market, id)); });
        const auto [place, is_new] = best.try_emplace(bought, role);
        place->second = is_new || ComesFirst(role, place->second) ? role : place->second;
      }
    }
    for (auto& [bought, role] : best) {
      roles.push_back(std::move(role));
    }
  }
  return roles;
}

int64_t BestTotal(const Market& market, const SolveOptions& options) {
  JOBCARVE_CHECK(market.candidates.size() <= kMaxCandidates);
  std::vector<std::vector<int64_t>> scores;
  for (const Candidate& candidate : market.candidates) {
    scores.emplace_back();
    for (const Job& job : market.jobs) {
      const std::optional<OracleRole> role = BestRole(market, candidate.id, job.id, options);
      scores.back().push_back(role ? role->score : 0);
    }
  }
  std::vector<int64_t> left;
  for (const Job& job : market.jobs) {
    left.push_back(std::max<int64_t>(job.openings, 1));
  }
  return BestFrom(market, scores, 0, left);
}

}  // namespace jobcarve::test
