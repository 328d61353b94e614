// Jobs and adjustments as dense values: tasks and co-workers in order of id, tags of the job given to each of its tasks, windows
// of a task cut to those of its job. Tested by tests/model/compile_test.cc.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "model/compiling.h"

namespace jobcarve::internal {
namespace {

constexpr int64_t kWeeksPerYear = 52;

template <typename T>
void SortUnique(std::vector<T>& items) {
  absl::c_sort(items);
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

std::vector<CompiledDemand> CompileDemands(const std::vector<Demand>& demands, const Tables& tables) {
  std::vector<CompiledDemand> compiled;
  for (const Demand& demand : demands) {
    if (demand.level > Level{0}) {
      compiled.push_back(
          {.dimension = tables.dimensions.Find(demand.dimension_id), .level = demand.level, .source = demand.source});
    }
  }
  absl::c_sort(compiled, [](const CompiledDemand& a, const CompiledDemand& b) { return a.dimension < b.dimension; });
  return compiled;
}

// Amounts summed for each dimension and tag. An absent tag sorts before every tag.
std::vector<CompiledEffect> CompileEffects(const std::vector<Effect>& effects, const Tables& tables) {
  std::vector<CompiledEffect> compiled;
  for (const Effect& effect : effects) {
    const bool is_everywhere = effect.only_tag.empty();
    compiled.push_back({.dimension = tables.dimensions.Find(effect.dimension_id),
                        .amount = effect.raise + effect.ease,
                        .only_tag = is_everywhere ? std::nullopt : std::optional(tables.FindTag(effect.only_tag)),
                        .reduced_amount = effect.raise + effect.ease + effect.reduced_raise});
  }
  const auto key = [](const CompiledEffect& effect) { return std::tie(effect.dimension, effect.only_tag); };
  absl::c_sort(compiled, [key](const CompiledEffect& a, const CompiledEffect& b) { return key(a) < key(b); });
  std::vector<CompiledEffect> summed;
  for (const CompiledEffect& effect : compiled) {
    if (!summed.empty() && key(summed.back()) == key(effect)) {
      summed.back().amount += effect.amount;
      summed.back().reduced_amount += effect.reduced_amount;
    } else {
      summed.push_back(effect);
    }
  }
  return summed;
}

CompiledTask CompileTask(const Task& task, const Job& job, const std::vector<Window>& job_windows, const Tables& tables) {
  CompiledTask compiled{.id = task.id,
                        .title = task.title,
                        .minutes = task.weekly_minutes,
                        .minutes_source = task.minutes_source,
                        .demands = CompileDemands(task.demands, tables),
                        .is_essential = task.is_essential,
                        .essential_by = task.essential_by,
                        .tags = {},
                        .pleasant_minutes = task.pleasant_minutes,
                        .unpleasant_minutes = task.unpleasant_minutes,
                        .windows = CommonWindows(job_windows, MergedWindows(task.windows)),
                        .released_pay = Pence{0},
                        .heavy_minutes = task.heavy_minutes,
                        .hazardous_minutes = task.hazardous_minutes,
                        .isolated_minutes = task.isolated_minutes,
                        .beside_minutes = task.beside_minutes,
                        .unmet_minutes = task.unmet_minutes,
                        .is_deferrable = task.is_deferrable,
                        .must_hold = task.is_essential && !task.is_deferrable && job.essential_must_hold};
  for (const std::vector<std::string>* tags : {&task.tags, &job.tags}) {
    for (const std::string& tag : *tags) {
      compiled.tags.push_back(tables.FindTag(tag));
    }
  }
  SortUnique(compiled.tags);
  return compiled;
}

// By kind, then tasks; the two ends of a bond in ascending order; each link once.
std::vector<CompiledLink> CompileLinks(const std::vector<Link>& links, const IdTable<TaskIndex>& tasks) {
  using Key = std::tuple<LinkKind, TaskIndex, TaskIndex>;
  std::vector<Key> keys;
  for (const Link& link : links) {
    TaskIndex task = tasks.Find(link.task_id);
    TaskIndex other = tasks.Find(link.other_task_id);
    if (link.kind == LinkKind::kBond && other < task) {
      std::swap(task, other);
    }
    keys.emplace_back(link.kind, task, other);
  }
  SortUnique(keys);
  std::vector<CompiledLink> compiled;
  for (const Key& key : keys) {
    compiled.push_back({.kind = std::get<0>(key), .task = std::get<1>(key), .other = std::get<2>(key)});
  }
  return compiled;
}

void EnterPolicy(const CarvingPolicy& policy, const IdTable<TaskIndex>& tasks, CompiledJob& compiled) {
  const auto allows = [&policy](Form form) { return policy.forms.empty() || absl::c_linear_search(policy.forms, form); };
  compiled.allows_whole = allows(Form::kWhole);
  compiled.allows_stripped = allows(Form::kStripped);
  compiled.allows_carved = allows(Form::kCarved);
  compiled.allows_created = allows(Form::kCreated);
  compiled.carved_pay_per_hour = policy.carved_pay_per_hour.value_or(compiled.pay_per_hour);
  compiled.min_role_minutes = policy.min_role_minutes;
  compiled.residual = policy.residual;
  compiled.role = policy.role;
  compiled.allows_shared = allows(Form::kShared);
  for (CompiledTask& task : compiled.tasks) {
    task.released_pay = std::max(compiled.pay_per_hour - compiled.carved_pay_per_hour, Pence{0});
  }
  for (const std::string& id : policy.must_stay_task_ids) {
    compiled.must_stay |= SetOf(tasks.Find(id));
  }
}

// Tasks that nothing known keeps somebody from. Of what is not known, nothing is said.
TaskSet CanTake(const CompiledJob& job, const std::vector<CompiledCapability>& capabilities) {
  TaskSet tasks = 0;
  for (TaskIndex task : job.tasks.Indices()) {
    const bool is_able = absl::c_all_of(job.tasks[task].demands, [&](const CompiledDemand& demand) {
      return absl::c_all_of(capabilities, [&](const CompiledCapability& capability) {
        return capability.dimension != demand.dimension || capability.level >= demand.level;
      });
    });
    tasks |= is_able ? SetOf(task) : 0;
  }
  return tasks;
}

void EnterTasks(const Job& job, const IdTable<TaskIndex>& order, const Tables& tables, CompiledJob& compiled) {
  compiled.tasks.reserve(job.tasks.size());
  for (const size_t position : order.order()) {
    const Task& task = job.tasks[position];
    compiled.total_minutes += task.weekly_minutes;
    if (task.is_essential) {
      compiled.essential |= SetOf(TaskIndex(compiled.tasks.size()));
    }
    compiled.tasks.push_back(CompileTask(task, job, compiled.windows, tables));
  }
}

}  // namespace

// The routes that take something away, each with what it takes; a working interview and a trial take everything.
void EnterSelection(const Selection& selection, const Tables& tables, CompiledJob& compiled) {
  compiled.selection = CompileDemands(selection.demands, tables);
  for (const SelectionRoute& route : selection.routes) {
    CompiledRoute& entered = compiled.routes.emplace_back();
    entered.kind = route.kind;
    for (const std::string& id : route.removes_dimension_ids) {
      entered.removes.push_back(tables.dimensions.Find(id));
    }
    if (route.kind >= RouteKind::kWorkingInterview) {
      absl::c_transform(compiled.selection, std::back_inserter(entered.removes),
                        [](const CompiledDemand& demand) { return demand.dimension; });
    }
    absl::c_sort(entered.removes);
  }
  std::erase_if(compiled.routes, [](const CompiledRoute& route) { return route.kind == RouteKind::kPanelInterview; });
  absl::c_sort(compiled.routes, [](const CompiledRoute& a, const CompiledRoute& b) { return a.kind < b.kind; });
}

CompiledAdjustment CompileAdjustment(const Adjustment& adjustment, const Tables& tables) {
  return {.id = adjustment.id,
          .name = adjustment.name,
          .kind = adjustment.kind,
          .effects = CompileEffects(adjustment.effects, tables),
          .first_year_cost = adjustment.one_off + adjustment.weekly * kWeeksPerYear,
          .one_off = adjustment.one_off,
          .weekly = adjustment.weekly,
          .funder = adjustment.funder,
          .lead_time = adjustment.lead_time,
          .late_lead_time = adjustment.late_lead_time.value_or(adjustment.lead_time),
          .interim_lead_time = adjustment.interim.has_value() ? std::optional(adjustment.interim->lead_time) : std::nullopt,
          .coworker_minutes = adjustment.coworker_minutes,
          .support_minutes = adjustment.support_minutes,
          .required = tables.adjustments.FindAll(adjustment.requires_ids),
          .excluded = tables.adjustments.FindAll(adjustment.excludes_ids),
          .legal_limb = adjustment.legal_limb,
          .scope = adjustment.scope == Scope::kUnspecified ? Scope::kPerson : adjustment.scope,
          .covers_reduced_days = adjustment.covers_reduced_days};
}

CompiledJob CompileJob(const Job& job, const Tables& tables) {
  CompiledJob compiled;
  compiled.id = job.id;
  compiled.title = job.title;
  compiled.employer = tables.employers.Find(job.employer_id);
  compiled.site = tables.sites.Find(job.site_id);
  compiled.openings = job.openings;
  compiled.pay_per_hour = job.pay_per_hour;
  compiled.conditions = CompileDemands(job.conditions, tables);
  compiled.windows = MergedWindows(job.windows);
  compiled.earliest_start = tables.DateOr(job.earliest_start);
  if (!job.latest_start.empty()) {
    compiled.latest_start = tables.DateOr(job.latest_start);
  }
  const IdTable<TaskIndex> tasks(job.tasks);
  EnterTasks(job, tasks, tables, compiled);
  compiled.links = CompileLinks(job.links, tasks);
  EnterPolicy(job.carving, tasks, compiled);
  for (const CoWorker& co_worker : job.co_workers) {
    compiled.co_workers.push_back({.id = co_worker.id,
                                   .spare_minutes = co_worker.spare_minutes,
                                   .can_take = CanTake(compiled, CompileCapabilities(co_worker.capabilities, tables))});
  }
  absl::c_sort(compiled.co_workers, [](const CompiledCoWorker& a, const CompiledCoWorker& b) { return a.id < b.id; });
  compiled.max_coworker_minutes = job.max_coworker_minutes;
  compiled.ruled_out = tables.adjustments.FindAll(job.ruled_out_adjustment_ids);
  if (job.selection.has_value()) {
    EnterSelection(*job.selection, tables, compiled);
  }
  compiled.allows_shared = compiled.allows_shared && job.sharing.has_value();
  compiled.handover_minutes = job.sharing.has_value() ? job.sharing->handover_minutes : Minutes{0};
  return compiled;
}

}  // namespace jobcarve::internal
