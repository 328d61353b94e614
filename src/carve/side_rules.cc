// Each residual rule wants what stays to keep at least so much of something: tasks, minutes, pleasant minutes, or room below the
// share of unpleasant or heavy ones. So what goes may have at most the rest. Tested by tests/carve/carve_oracle_test.cc.
#include "carve/side_rules.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/functional/function_ref.h"
#include "jobcarve/carve/prices.h"

namespace jobcarve {
namespace {

constexpr ResidualRule kAllRules[] = {ResidualRule::kTasks, ResidualRule::kMinutes, ResidualRule::kPleasant,
                                      ResidualRule::kUnpleasant, ResidualRule::kHeavy};

// What must stay at least of what AmountOf counts; 0 where there is no such rule.
int64_t LeastOf(const ResidualRules& rules, ResidualRule rule) {
  switch (rule) {
    case ResidualRule::kTasks:
      return rules.min_task_count;
    case ResidualRule::kMinutes:
      return rules.min_weekly_minutes.count();
    case ResidualRule::kPleasant:
      return rules.min_pleasant_minutes.count();
    default:
      return 0;
  }
}

// How much of it a task has; of a share of minutes, by how much it lowers that.
int64_t AmountOf(const CompiledTask& task, const ResidualRules& rules, ResidualRule rule) {
  switch (rule) {
    case ResidualRule::kTasks:
      return 1;
    case ResidualRule::kMinutes:
      return task.minutes.count();
    case ResidualRule::kPleasant:
      return task.pleasant_minutes.count();
    case ResidualRule::kUnpleasant:
      return rules.max_unpleasant->count() * task.minutes.count() - 1000 * task.unpleasant_minutes.count();
    case ResidualRule::kHeavy:
      return rules.max_heavy->count() * task.minutes.count() - 1000 * task.heavy_minutes.count();
    case ResidualRule::kUnspecified:
      break;
  }
  return 0;
}

bool IsThere(const ResidualRules& rules, ResidualRule rule) {
  return rule == ResidualRule::kUnpleasant ? rules.max_unpleasant.has_value()
         : rule == ResidualRule::kHeavy    ? rules.max_heavy.has_value()
                                           : LeastOf(rules, rule) > 0;
}

SideRule RuleOf(const CompiledJob& job, absl::FunctionRef<int64_t(const CompiledTask&)> amount_of, int64_t at_most) {
  SideRule side{.amount = {}, .at_most = at_most};
  for (const CompiledTask& task : job.tasks) {
    side.amount.push_back(amount_of(task));
  }
  return side;
}

// The rules against devaluation.
std::vector<SideRule> RoleRulesOf(const CompiledJob& job) {
  const RoleRules& rules = job.role;
  std::vector<SideRule> sides;
  const auto cap = [&](const std::optional<Permille>& most, Minutes CompiledTask::*minutes) {
    if (most.has_value()) {
      sides.push_back(RuleOf(
          job, [&](const CompiledTask& task) { return 1000 * (task.*minutes).count() - most->count() * task.minutes.count(); },
          0));
    }
  };
  cap(rules.max_unpleasant, &CompiledTask::unpleasant_minutes);
  cap(rules.max_heavy, &CompiledTask::heavy_minutes);
  cap(rules.max_hazardous, &CompiledTask::hazardous_minutes);
  cap(rules.max_isolated, &CompiledTask::isolated_minutes);
  if (rules.min_beside_minutes > Minutes{0}) {
    sides.push_back(RuleOf(
        job, [](const CompiledTask& task) { return -task.beside_minutes.count(); }, -rules.min_beside_minutes.count()));
  }
  if (rules.min_task_count > 1) {
    sides.push_back(RuleOf(
        job, [](const CompiledTask&) { return -1; }, -rules.min_task_count));
  }
  return sides;
}

SideRule KeepAtLeast(const CompiledJob& job, TaskSet post, const ResidualRules& rules, ResidualRule rule, int64_t least) {
  SideRule side{.amount = std::vector<int64_t>(job.tasks.size(), 0), .at_most = -least};
  for (TaskIndex task : job.tasks.Indices()) {
    if (Contains(post, task)) {
      side.amount[task.value()] = AmountOf(job.tasks[task], rules, rule);
      side.at_most += side.amount[task.value()];
    }
  }
  return side;
}

}  // namespace

std::vector<PoolRule> PoolRulesOf(const CompiledJob& pool) {
  std::vector<PoolRule> rules;
  for (size_t i = 0; i < pool.posts.size(); ++i) {
    ResidualRules residual = pool.posts[i].residual;
    residual.min_task_count = std::max<int64_t>(residual.min_task_count, 1);
    for (ResidualRule rule : kAllRules) {
      if (IsThere(residual, rule)) {
        SideRule side = KeepAtLeast(pool, pool.posts[i].tasks, residual, rule, LeastOf(residual, rule));
        // What the whole post breaks already may only not get worse.
        rules.push_back(
            {.post = i, .rule = rule, .amount = std::move(side.amount), .at_most = std::max<int64_t>(side.at_most, 0)});
      }
    }
  }
  return rules;
}

namespace {

// Minutes are a bound of the form's, and that a task stays is what CARVED means.
void AddRulesOfPost(const CompiledJob& job, std::vector<SideRule>& rules) {
  for (ResidualRule rule : kAllRules) {
    const bool is_implied = rule == ResidualRule::kMinutes || (rule == ResidualRule::kTasks && job.residual.min_task_count == 1);
    if (!is_implied && IsThere(job.residual, rule)) {
      rules.push_back(KeepAtLeast(job, job.AllTasks(), job.residual, rule, LeastOf(job.residual, rule)));
    }
  }
}

void AddRulesOfPool(const CompiledJob& pool, std::vector<SideRule>& rules) {
  for (PoolRule& rule : PoolRulesOf(pool)) {
    rules.push_back({.amount = std::move(rule.amount), .at_most = rule.at_most});
  }
}

// What is left when the employer's rules are waived: at least one task stays with every post of a pool.
std::vector<SideRule> RulesThatStay(const CompiledJob& job, Form form) {
  std::vector<SideRule> rules;
  for (const PoolPost& post : job.posts) {
    if (form == Form::kCreated) {
      rules.push_back(KeepAtLeast(job, post.tasks, post.residual, ResidualRule::kTasks, 1));
    }
  }
  return rules;
}

}  // namespace

std::vector<SideRule> SideRulesOf(const CompiledJob& job, Form form, bool is_free) {
  if (is_free) {
    return RulesThatStay(job, form);
  }
  const bool is_new_role = form == Form::kCarved || form == Form::kCreated || form == Form::kShared;
  std::vector<SideRule> rules = is_new_role && job.role.is_hard ? RoleRulesOf(job) : std::vector<SideRule>();
  if (form == Form::kCarved) {
    AddRulesOfPost(job, rules);
  } else if (form == Form::kCreated) {
    AddRulesOfPool(job, rules);
  }
  return rules;
}

}  // namespace jobcarve
