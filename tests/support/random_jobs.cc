// Jobs of a random market: tasks with demands, links between them, and the rules of the post.
// Tested by tests/support/random_market_test.cc.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/link_circles.h"
#include "support/market_draft.h"

namespace jobcarve::test {
namespace {

// Low levels are more common than high ones.
std::vector<Demand> RandomDemands(MarketDraft& draft, int64_t most) {
  std::vector<Dimension> dimensions = draft.market.dimensions;
  draft.rng.Shuffle(dimensions);
  dimensions.resize(static_cast<size_t>(std::min(most, draft.rng.Between(0, most))));
  std::vector<Demand> demands;
  for (const Dimension& dimension : dimensions) {
    const int64_t top = dimension.max_level.count();
    const int64_t level =
        draft.rng.Chance(500) ? draft.rng.Between(0, top) : std::min(draft.rng.Between(0, top), draft.rng.Between(0, top));
    demands.push_back({dimension.id, Level{level}, static_cast<Source>(draft.rng.Between(0, 4))});
  }
  return demands;
}

// One or two stretches that have about these minutes.
std::vector<Window> WindowsFor(MarketDraft& draft, int64_t minutes) {
  const int64_t length = std::max<int64_t>(1, minutes + PickOne<int64_t>(draft.rng, {-1, 0, 0, 30, 300}));
  const int64_t start = 480 + 1'440 * draft.rng.Below(3);
  if (length < 2 || draft.rng.Chance(500)) {
    return {{Minutes{start}, Minutes{start + length}}};
  }
  const int64_t half = length / 2;
  return {{Minutes{start}, Minutes{start + half}}, {Minutes{start + 1'440}, Minutes{start + 1'440 + length - half}}};
}

Task RandomTask(MarketDraft& draft, int64_t number, int64_t unit) {
  Task task;
  task.id = Numbered("task", number);
  task.title = task.id;
  const int64_t minutes = unit * draft.rng.Between(1, std::max<int64_t>(1, 360 / unit));
  task.weekly_minutes = Minutes{minutes};
  task.minutes_source = static_cast<Source>(draft.rng.Between(0, 4));
  task.demands = RandomDemands(draft, 3);
  task.is_essential = draft.On();
  task.is_deferrable = draft.Rarely();
  task.tags = draft.RandomTags(2);
  task.pleasant_minutes = Minutes{draft.rng.Chance(500) ? 0 : draft.rng.Between(0, minutes)};
  const int64_t rest = minutes - task.pleasant_minutes.count();
  task.unpleasant_minutes = Minutes{draft.rng.Chance(500) ? 0 : draft.rng.Between(0, rest)};
  if (draft.Rarely()) {
    task.windows = WindowsFor(draft, minutes);
  }
  for (const auto some : {&Task::heavy_minutes, &Task::hazardous_minutes, &Task::isolated_minutes, &Task::unmet_minutes}) {
    if (draft.Rarely()) {
      task.*some = Minutes{draft.rng.Between(0, minutes)};
    }
  }
  if (draft.On()) {
    task.beside_minutes = Minutes{draft.rng.Between(0, minutes - task.isolated_minutes.count())};
  }
  return task;
}

// NEEDS points from later to earlier tasks: forests, and several parents at times.
std::vector<Link> RandomLinks(MarketDraft& draft, const std::vector<Task>& tasks) {
  std::vector<Link> links;
  std::set<std::pair<size_t, size_t>> used;
  for (size_t i = 1; i < tasks.size(); ++i) {
    for (int64_t tries = PickOne<int64_t>(draft.rng, {1, 1, 1, 3}); tries > 0; --tries) {
      const size_t j = static_cast<size_t>(draft.rng.Below(static_cast<int64_t>(i)));
      if (draft.Rarely() && used.insert({i, j}).second) {
        const LinkKind kind = draft.rng.Chance(300) ? LinkKind::kBond : LinkKind::kNeeds;
        links.push_back({kind, tasks[i].id, tasks[j].id});
        if (NeedInACircle(links)) {
          links.pop_back();
        }
      }
    }
  }
  return links;
}

int64_t TotalMinutes(const Job& job) {
  int64_t total = 0;
  for (const Task& task : job.tasks) {
    total += task.weekly_minutes.count();
  }
  return total;
}

ResidualRules RandomResidual(MarketDraft& draft, const Job& job) {
  ResidualRules rules;
  const int64_t total = TotalMinutes(job);
  if (draft.On()) {
    rules.min_weekly_minutes = Minutes{total * draft.rng.Between(1, 6) / 10};
  }
  if (draft.On()) {
    rules.min_task_count = draft.rng.Between(1, 3);
  }
  if (draft.On()) {
    rules.min_pleasant_minutes = Minutes{total * draft.rng.Between(0, 2) / 10};
  }
  if (draft.On()) {
    rules.max_unpleasant = Permille{PickOne<int64_t>(draft.rng, {0, 200, 333, 500, 1'000})};
  }
  if (draft.Rarely()) {
    rules.max_heavy = Permille{PickOne<int64_t>(draft.rng, {0, 200, 333, 500, 1'000})};
  }
  return rules;
}

}  // namespace

RoleRules MarketDraft::RandomRoleRules() {
  RoleRules rules;
  for (std::optional<Permille>* share : {&rules.max_unpleasant, &rules.max_heavy, &rules.max_hazardous, &rules.max_isolated}) {
    if (Rarely()) {
      *share = Permille{PickOne<int64_t>(rng, {0, 200, 333, 500, 1'000})};
    }
  }
  rules.min_beside_minutes = Minutes{Rarely() ? rng.Between(0, 120) : 0};
  rules.min_task_count = Rarely() ? rng.Between(1, 3) : 0;
  rules.is_hard = rng.Chance(600);
  return rules;
}

namespace {

CarvingPolicy RandomPolicy(MarketDraft& draft, const Job& job) {
  CarvingPolicy policy;
  if (draft.On()) {
    policy.forms = {Form::kCarved, Form::kWhole, Form::kStripped};
    if (draft.options.pool_count > 0) {
      policy.forms.push_back(Form::kCreated);
    }
    draft.rng.Shuffle(policy.forms);
    policy.forms.resize(static_cast<size_t>(draft.rng.Between(1, draft.options.pool_count > 0 ? 4 : 3)));
  }
  if (draft.On()) {
    policy.min_role_minutes = Minutes{PickOne<int64_t>(draft.rng, {60, 180, 240})};
  }
  for (const Task& task : job.tasks) {
    if (draft.Rarely()) {
      policy.must_stay_task_ids.push_back(task.id);
    }
  }
  if (draft.On()) {
    policy.carved_pay_per_hour = Pence{job.pay_per_hour.count() + PickOne<int64_t>(draft.rng, {-300, -100, 0, 50})};
  }
  policy.residual = RandomResidual(draft, job);
  policy.role = draft.RandomRoleRules();
  return policy;
}

// Routes of any kinds, each taking some of the demands away.
Selection RandomSelection(MarketDraft& draft) {
  Selection selection{.demands = RandomDemands(draft, 3), .routes = {}};
  if (selection.demands.empty()) {
    selection.demands.push_back({draft.market.dimensions[0].id, draft.market.dimensions[0].max_level, Source::kStated});
  }
  for (int kind = static_cast<int>(RouteKind::kWorkTrial); kind >= 1; --kind) {
    if (!draft.rng.Chance(250)) {
      continue;
    }
    SelectionRoute& route = selection.routes.emplace_back();
    route.kind = static_cast<RouteKind>(kind);
    if (route.kind >= RouteKind::kQuestionsInAdvance && route.kind <= RouteKind::kOneToOne) {
      for (const Demand& demand : selection.demands) {
        if (route.removes_dimension_ids.empty() || draft.rng.Chance(300)) {
          route.removes_dimension_ids.push_back(demand.dimension_id);
        }
      }
    }
  }
  return selection;
}

void AddDates(MarketDraft& draft, Job& job) {
  size_t earliest = 0;
  if (draft.On()) {
    earliest = static_cast<size_t>(draft.rng.Below(4));
    job.earliest_start = draft.dates[earliest];
  }
  if (draft.On()) {
    job.latest_start = draft.dates[std::max(earliest, static_cast<size_t>(draft.rng.Between(1, 5)))];
  }
}

Job RandomJob(MarketDraft& draft, int64_t number) {
  Job job;
  job.id = Numbered("job", number);
  job.title = job.id;
  job.employer_id = PickOne(draft.rng, draft.market.employers).id;
  job.site_id = PickOne(draft.rng, draft.market.sites).id;
  job.openings = PickOne<int64_t>(draft.rng, {0, 1, 1, 1, 3});
  job.pay_per_hour = Pence{PickOne<int64_t>(draft.rng, {1'000, 1'221, 1'221, 1'500})};
  const int64_t unit = PickOne<int64_t>(draft.rng, {1, 5, 15, 15, 60});
  for (int64_t i = draft.rng.Between(std::min<int64_t>(2, draft.options.max_tasks), draft.options.max_tasks); i > 0; --i) {
    const int64_t base = draft.options.pool_count > 0 ? 100 * number : 0;  // Ids of tasks differ within a pool.
    job.tasks.push_back(RandomTask(draft, base + i, unit));
  }
  job.links = RandomLinks(draft, job.tasks);
  job.conditions = draft.On() ? RandomDemands(draft, 2) : std::vector<Demand>();
  job.windows = draft.Rarely() ? draft.RandomWeek() : std::vector<Window>();
  AddDates(draft, job);
  job.carving = RandomPolicy(draft, job);
  for (int64_t i = draft.rng.Between(0, 3); i > 0; --i) {
    job.co_workers.push_back({Numbered("coworker", i), Minutes{PickOne<int64_t>(draft.rng, {30, 120, 240, 400})}, {}});
    for (const Dimension& dimension : draft.market.dimensions) {
      if (draft.rng.Chance(150)) {
        job.co_workers.back().capabilities.push_back(
            {dimension.id, Level{draft.rng.Between(0, dimension.max_level.count())}, std::nullopt});
      }
    }
  }
  if (draft.On()) {
    job.max_coworker_minutes = Minutes{PickOne<int64_t>(draft.rng, {0, 30, 60})};
  }
  job.tags = draft.Rarely() ? draft.RandomTags(2) : std::vector<std::string>();
  job.essential_must_hold = draft.On();
  if (draft.On()) {
    job.selection = RandomSelection(draft);
  }
  if (draft.rng.Chance(draft.options.sharing_permille)) {
    job.sharing = Sharing{.handover_minutes = Minutes{PickOne<int64_t>(draft.rng, {0, 15, 30})}};
    job.openings = std::max<int64_t>(job.openings, 1);
    job.carving.forms.clear();
  }
  for (const Adjustment& adjustment : draft.market.adjustments) {
    if (draft.Rarely()) {
      job.ruled_out_adjustment_ids.push_back(adjustment.id);
    }
  }
  return job;
}

}  // namespace

void AddJobs(MarketDraft& draft) {
  for (int64_t i = 0; i < draft.options.job_count; ++i) {
    draft.market.jobs.push_back(RandomJob(draft, i));
  }
}

}  // namespace jobcarve::test
