// Questions: each unknown dimension that the role touches, with what the score would lose if the answer were the worst. Warnings:
// what a person who reads the proposal should have in mind.
// Tested by tests/explain/questions_test.cc.
#include "jobcarve/explain/questions.h"

#include <algorithm>
#include <bit>
#include <map>

#include "absl/algorithm/container.h"
#include "jobcarve/carve/feasible.h"
#include "jobcarve/carve/ledger.h"
#include "jobcarve/explain/explain.h"
#include "jobcarve/explain/selection.h"

namespace jobcarve {
namespace {

// An unknown dimension of a role: who asks for it, and how much.
struct Unknown {
  Level needed;
  TaskSet tasks = 0;
};

void NoteUnknowns(const CompiledCandidate& person, const std::vector<CompiledDemand>& demands, TaskSet asking,
                  std::map<DimensionIndex, Unknown>& unknowns) {
  for (const CompiledDemand& demand : demands) {
    if (person.Find(demand.dimension) == nullptr) {
      Unknown& unknown = unknowns[demand.dimension];
      unknown.needed = std::max(unknown.needed, demand.level);
      unknown.tasks |= asking;
    }
  }
}

bool IsUnsure(Source source) {
  return source == Source::kImputed || source == Source::kPrior;
}

bool HasUnsureDemand(const std::vector<CompiledDemand>& demands) {
  return absl::c_any_of(demands, [](const CompiledDemand& demand) { return IsUnsure(demand.source); });
}

int64_t SumOf(const CompiledJob& job, TaskSet tasks, Minutes CompiledTask::*minutes) {
  int64_t sum = 0;
  for (TaskIndex task : job.tasks.Indices()) {
    sum += Contains(tasks, task) ? (job.tasks[task].*minutes).count() : 0;
  }
  return sum;
}

// The warnings about one role, each made where its reason is looked up.
class Warner {
 public:
  Warner(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role)
      : market_(market), candidate_(candidate), job_index_(job), job_(market.jobs[job]), role_(role) {}

  void EssentialOnReducedDays() {
    TaskSet failing = 0;
    if (market_.candidates[candidate_].reduced_weeks == Permille{0} ||
        AreReducedDaysCovered(market_, candidate_, job_index_, role_.adjustments)) {
      return;
    }
    for (TaskIndex task : job_.tasks.Indices()) {
      if (Contains(role_.tasks & job_.essential, task) && !job_.tasks[task].is_deferrable &&
          !HoldsOnReducedDays(market_, candidate_, job_index_, task, role_.adjustments)) {
        failing |= SetOf(task);
      }
    }
    if (failing != 0) {
      Add(WarningKind::kEssentialOnReducedDays, failing, 0);
    }
  }

  void UnsureFigures() {
    TaskSet unsure = 0;
    for (TaskIndex task : job_.tasks.Indices()) {
      if (Contains(role_.tasks, task) &&
          (IsUnsure(job_.tasks[task].minutes_source) || HasUnsureDemand(job_.tasks[task].demands))) {
        unsure |= SetOf(task);
      }
    }
    if (unsure != 0 || HasUnsureDemand(job_.conditions)) {
      Add(WarningKind::kUnsureFigures, unsure, 0);
    }
  }

  void MayNotHold(const SolveOptions& options) {
    const Minutes certain = RangeOf(market_, candidate_, job_index_, role_, options).certain_minutes;
    if (certain < std::max(market_.candidates[candidate_].min_minutes, Minutes{1})) {
      Add(WarningKind::kMayNotHold, 0, certain.count());
    }
  }

  void MoreUnpleasant() {
    const bool is_carved_out = role_.form == Form::kCarved || role_.form == Form::kCreated;
    const int64_t unpleasant = SumOf(job_, role_.tasks, &CompiledTask::unpleasant_minutes);
    const int64_t minutes = SumOf(job_, role_.tasks, &CompiledTask::minutes);
    if (is_carved_out && unpleasant * SumOf(job_, job_.AllTasks(), &CompiledTask::minutes) >
                             SumOf(job_, job_.AllTasks(), &CompiledTask::unpleasant_minutes) * minutes) {
      Add(WarningKind::kMoreUnpleasant, 0, RoundDiv(1000 * unpleasant, minutes));
    }
  }

  void Wait() {
    const Days wait =
        EarliestStart(market_, candidate_, job_index_, role_.adjustments) - EarliestStart(market_, candidate_, job_index_, {});
    if (wait > Days{0}) {
      Add(WarningKind::kWait, 0, wait.count());
    }
  }

  void NotProven() {
    if (!role_.is_proven) {
      Add(WarningKind::kNotProven, 0, 0);
    }
  }

  void LateStart() {
    const Date late = jobcarve::LateStart(market_, candidate_, job_index_, role_.adjustments);
    if (job_.latest_start.has_value() && late > *job_.latest_start) {
      Add(WarningKind::kLateStart, 0, (late - *job_.latest_start).count());
    }
  }

  void SelectionAsksMore() {
    const std::vector<ProposedRoute> routes = RoutesOf(market_, candidate_, job_index_, role_);
    const int64_t left =
        absl::c_count_if(routes, [](const ProposedRoute& route) { return route.kind == RouteKind::kPanelInterview; });
    if (left > 0) {
      Add(WarningKind::kSelectionAsksMore, 0, left);
    }
  }

  // Rules against devaluation that the employer has not made hard.
  void RoleRules() {
    if (role_.form != Form::kCarved && role_.form != Form::kCreated && role_.form != Form::kShared) {
      return;
    }
    Share(WarningKind::kMuchUnpleasant, &CompiledTask::unpleasant_minutes, job_.role.max_unpleasant);
    Share(WarningKind::kMuchHeavy, &CompiledTask::heavy_minutes, job_.role.max_heavy);
    Share(WarningKind::kMuchHazardous, &CompiledTask::hazardous_minutes, job_.role.max_hazardous);
    Share(WarningKind::kMuchIsolated, &CompiledTask::isolated_minutes, job_.role.max_isolated);
    if (const int64_t beside = SumOf(job_, role_.tasks, &CompiledTask::beside_minutes);
        beside < job_.role.min_beside_minutes.count()) {
      Add(WarningKind::kLittleBeside, 0, beside);
    }
    if (const int64_t count = std::popcount(role_.tasks); count < job_.role.min_task_count) {
      Add(WarningKind::kFewTasks, 0, count);
    }
  }

  std::vector<Warning> Take() { return std::move(warnings_); }

 private:
  void Share(WarningKind kind, Minutes CompiledTask::*minutes, const std::optional<Permille>& most) {
    const int64_t found = SumOf(job_, role_.tasks, minutes);
    const int64_t all = SumOf(job_, role_.tasks, &CompiledTask::minutes);
    if (most.has_value() && 1000 * found > most->count() * all) {
      Add(kind, 0, RoundDiv(1000 * found, all));
    }
  }

  void Add(WarningKind kind, TaskSet tasks, int64_t amount) {
    warnings_.push_back({.kind = kind, .task_ids = TaskIds(job_, tasks), .amount = amount});
  }

  const CompiledMarket& market_;
  const CandidateIndex candidate_;
  const JobIndex job_index_;
  const CompiledJob& job_;
  const Role& role_;
  std::vector<Warning> warnings_;
};

}  // namespace

std::vector<Question> QuestionsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                                  const SolveOptions& options) {
  const CompiledJob& post = market.jobs[job];
  std::map<DimensionIndex, Unknown> unknowns;
  NoteUnknowns(market.candidates[candidate], post.conditions, 0, unknowns);
  for (TaskIndex task : post.tasks.Indices()) {
    if (Contains(role.tasks, task)) {
      NoteUnknowns(market.candidates[candidate], post.tasks[task].demands, SetOf(task), unknowns);
    }
  }
  std::vector<Question> questions;
  for (const auto& [dimension, unknown] : unknowns) {
    const Score without = ScoreWithoutDimension(market, candidate, job, role, dimension, options);
    questions.push_back({.kind = QuestionKind::kCapability,
                         .dimension_id = market.dimensions[dimension].id,
                         .needed_level = unknown.needed,
                         .task_ids = TaskIds(post, unknown.tasks),
                         .at_stake = role.score - without});
  }
  if (!JourneyMinutes(market, candidate, post.site, options).has_value()) {
    questions.push_back(
        {.kind = QuestionKind::kJourney, .dimension_id = "", .needed_level = Level{0}, .task_ids = {}, .at_stake = role.score});
  }
  absl::c_stable_sort(questions, [](const Question& a, const Question& b) {
    return a.at_stake != b.at_stake ? a.at_stake > b.at_stake : a.kind < b.kind;
  });
  return questions;
}

std::vector<Warning> WarningsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                                const SolveOptions& options) {
  Warner warner(market, candidate, job, role);
  warner.EssentialOnReducedDays();
  warner.UnsureFigures();
  warner.MayNotHold(options);
  warner.MoreUnpleasant();
  warner.Wait();
  warner.NotProven();
  warner.LateStart();
  warner.SelectionAsksMore();
  warner.RoleRules();
  return warner.Take();
}

}  // namespace jobcarve
