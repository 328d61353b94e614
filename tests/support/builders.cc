#include "support/builders.h"

#include <cstdio>
#include <cstdlib>

#include "absl/status/statusor.h"

namespace jobcarve::test {
namespace {

[[noreturn]] void Die(const std::string& reason) {
  std::fprintf(stderr, "builders: %s\n", reason.c_str());
  std::abort();
}

// The index of the item with this id.
template <typename I, typename T>
I IndexAt(const IndexedVector<I, T>& items, const std::string& id) {
  for (I index : items.Indices()) {
    if (items[index].id == id) {
      return index;
    }
  }
  Die("there is no '" + id + "'");
}

}  // namespace

Dimension DimensionOf(const std::string& id, DimensionKind kind) {
  return {.id = id, .name = id, .kind = kind, .max_level = Level{5}, .anchors = {}, .group = ""};
}

Task TaskOf(const std::string& id, int64_t weekly_minutes, const std::vector<LevelAt>& demands) {
  Task task;
  task.id = id;
  task.title = id;
  task.weekly_minutes = Minutes{weekly_minutes};
  for (const auto& [dimension, level] : demands) {
    task.demands.push_back({.dimension_id = dimension, .level = Level{level}});
  }
  return task;
}

Job JobOf(const std::string& id, std::vector<Task> tasks) {
  Job job;
  job.id = id;
  job.title = id;
  job.employer_id = "employer";
  job.site_id = "site";
  job.openings = 1;
  job.pay_per_hour = Pence{1260};
  job.tasks = std::move(tasks);
  return job;
}

Link BondOf(const std::string& task, const std::string& other) {
  return {.kind = LinkKind::kBond, .task_id = task, .other_task_id = other};
}

Link NeedsOf(const std::string& task, const std::string& other) {
  return {.kind = LinkKind::kNeeds, .task_id = task, .other_task_id = other};
}

Candidate CandidateOf(const std::string& id, int64_t max_weekly_minutes, const std::vector<LevelAt>& capabilities) {
  Candidate candidate;
  candidate.id = id;
  candidate.preferred_weekly_minutes = Minutes{max_weekly_minutes};
  candidate.max_weekly_minutes = Minutes{max_weekly_minutes};
  for (const auto& [dimension, level] : capabilities) {
    candidate.capabilities.push_back({.dimension_id = dimension, .level = Level{level}, .reduced_level = std::nullopt});
  }
  return candidate;
}

Adjustment AdjustmentOf(const std::string& id, const std::string& dimension, int64_t raise) {
  Adjustment adjustment;
  adjustment.id = id;
  adjustment.name = id;
  adjustment.kind = AdjustmentKind::kTechnical;
  adjustment.effects = {{.dimension_id = dimension, .raise = Level{raise}, .ease = Level{0}, .only_tag = ""}};
  return adjustment;
}

Market EmptyMarket() {
  Market market;
  market.as_of = "2026-11-02";
  market.dimensions = {DimensionOf("lifting"), DimensionOf("reading"), DimensionOf("noise", DimensionKind::kTolerance),
                       DimensionOf("driving", DimensionKind::kCredential)};
  market.employers = {{.id = "employer", .name = "Employer", .max_adjustment_cost = std::nullopt, .headcount = std::nullopt}};
  market.sites = {{.id = "site", .name = "Site", .location = std::nullopt}};
  return market;
}

Market SmallMarket() {
  Market market = EmptyMarket();
  Adjustment trolley = AdjustmentOf("trolley", "lifting", 2);
  trolley.one_off = Pence{12'000};
  trolley.funder = Funder::kEmployer;
  market.adjustments = {trolley, AdjustmentOf("reader", "reading", 3)};
  Job porter =
      JobOf("porter", {TaskOf("fetch", 600, {{"lifting", 4}}), TaskOf("letters", 300, {{"reading", 3}}), TaskOf("tea", 240)});
  porter.conditions = {{.dimension_id = "noise", .level = Level{2}}};
  market.jobs = {porter};
  market.candidates = {CandidateOf("ada", 1200, {{"lifting", 2}, {"reading", 4}})};
  return market;
}

CompiledMarket CompileOrDie(const Market& market) {
  absl::StatusOr<CompiledMarket> compiled = Compile(market);
  if (!compiled.ok()) {
    Die(compiled.status().ToString());
  }
  return *std::move(compiled);
}

DimensionIndex DimensionAt(const CompiledMarket& market, const std::string& id) {
  return IndexAt(market.dimensions, id);
}

AdjustmentIndex AdjustmentAt(const CompiledMarket& market, const std::string& id) {
  return IndexAt(market.adjustments, id);
}

JobIndex JobAt(const CompiledMarket& market, const std::string& id) {
  return IndexAt(market.jobs, id);
}

CandidateIndex CandidateAt(const CompiledMarket& market, const std::string& id) {
  return IndexAt(market.candidates, id);
}

TaskIndex TaskAt(const CompiledJob& job, const std::string& id) {
  return IndexAt(job.tasks, id);
}

TaskSet TasksAt(const CompiledJob& job, const std::vector<std::string>& ids) {
  TaskSet set = 0;
  for (const std::string& id : ids) {
    set |= SetOf(TaskAt(job, id));
  }
  return set;
}

}  // namespace jobcarve::test
