// The rules of proto/README.md, one function each, read straight from the compiled market: slow, plain, and sharing nothing with
// the search whose answers it judges. Tested by tests/carve/feasible_test.cc.
#include "jobcarve/carve/feasible.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/model/access_to_work.h"

namespace jobcarve {
namespace {

bool IsIn(const std::vector<AdjustmentIndex>& list, AdjustmentIndex adjustment) {
  return std::find(list.begin(), list.end(), adjustment) != list.end();
}

template <typename... Text>
absl::Status Broken(const Text&... text) {
  return absl::InvalidArgumentError(absl::StrCat(text...));
}

// `unit` follows what was found.
template <typename Amount>
absl::Status CheckAtMost(absl::string_view what, Amount found, absl::string_view unit, const std::optional<Amount>& limit) {
  return !limit.has_value() || found <= *limit ? absl::OkStatus()
                                               : Broken(what, ": ", found.count(), unit, " is above ", limit->count());
}

enum class Day { kOrdinary, kReduced };

class RoleChecker {
 public:
  RoleChecker(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role, const SolveOptions& options)
      : market_(market),
        candidate_(candidate),
        job_index_(job),
        person_(market.candidates[candidate]),
        job_(market.jobs[job]),
        role_(role),
        options_(options),
        own_(OwnAdjustmentsInForce(market, candidate, job)) {
    for (TaskIndex task : job_.tasks.Indices()) {
      weekly_ += IsTaken(task) ? job_.tasks[task].minutes : Minutes{0};
    }
    weekly_ += role.form == Form::kShared ? job_.handover_minutes : Minutes{0};
  }

  absl::Status Check() const {
    if (role_.tasks == 0 || (role_.tasks & ~job_.AllTasks()) != 0) {
      return Broken("tasks: ", role_.tasks, " is no set of tasks of job '", job_.id, "', or is empty");
    }
    JOBCARVE_RETURN_IF_ERROR(CheckAdjustmentRules());
    JOBCARVE_RETURN_IF_ERROR(CheckAdjustmentLimits());
    JOBCARVE_RETURN_IF_ERROR(CheckDemands());
    JOBCARVE_RETURN_IF_ERROR(CheckReducedDays());
    JOBCARVE_RETURN_IF_ERROR(CheckLinks());
    JOBCARVE_RETURN_IF_ERROR(CheckPersonsWords());
    JOBCARVE_RETURN_IF_ERROR(CheckHours());
    JOBCARVE_RETURN_IF_ERROR(CheckJourneyAndPay());
    JOBCARVE_RETURN_IF_ERROR(CheckForm());
    if (job_.holder.has_value() && *job_.holder != candidate_) {
      return Broken("job '", job_.id, "' is held by candidate '", market_.candidates[*job_.holder].id, "'");
    }
    return absl::OkStatus();
  }

  // Are all demands of the task, on such a day, met or unknown?
  absl::Status CheckTask(TaskIndex task, Day day) const {
    return CheckDemandList(job_.tasks[task].demands, &job_.tasks[task].tags, absl::StrCat("task '", job_.tasks[task].id, "'"),
                           day);
  }
  absl::Status CheckConditions(Day day) const { return CheckDemandList(job_.conditions, nullptr, "conditions", day); }

  bool HasCover() const {
    const auto covers = [&](AdjustmentIndex adjustment) { return market_.adjustments[adjustment].covers_reduced_days; };
    return std::any_of(own_.begin(), own_.end(), covers) ||
           std::any_of(role_.adjustments.begin(), role_.adjustments.end(), covers);
  }

 private:
  bool IsTaken(TaskIndex task) const { return Contains(role_.tasks, task); }
  bool IsHolder() const { return job_.holder == candidate_; }
  bool IsInForce(AdjustmentIndex adjustment) const { return IsIn(role_.adjustments, adjustment) || IsIn(own_, adjustment); }

  absl::Status CheckAdjustmentRules() const {
    for (size_t i = 0; i < role_.adjustments.size(); ++i) {
      const AdjustmentIndex index = role_.adjustments[i];
      const CompiledAdjustment& adjustment = market_.adjustments[index];
      if (i > 0 && role_.adjustments[i - 1] >= index) {
        return Broken("adjustment '", adjustment.id, "' is out of order or listed twice");
      }
      if (IsIn(person_.own_adjustments, index)) {
        return Broken("adjustment '", adjustment.id, "' travels with the person and cannot be chosen");
      }
      if (IsIn(job_.ruled_out, index)) {
        return Broken("adjustment '", adjustment.id, "' is ruled out at job '", job_.id, "'");
      }
      for (AdjustmentIndex other : adjustment.required) {
        if (!IsInForce(other)) {
          return Broken("adjustment '", adjustment.id, "' requires '", market_.adjustments[other].id, "', which is not in force");
        }
      }
      for (AdjustmentIndex other : adjustment.excluded) {
        if (IsInForce(other)) {
          return Broken("adjustment '", adjustment.id, "' excludes '", market_.adjustments[other].id, "', which is in force");
        }
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckAdjustmentLimits() const {
    if (static_cast<int64_t>(role_.adjustments.size()) > options_.max_adjustments) {
      return Broken("adjustments: ", role_.adjustments.size(), " is more than ", options_.max_adjustments);
    }
    std::map<Funder, Pence> cost;
    Minutes coworker;
    Minutes support;
    for (AdjustmentIndex index : role_.adjustments) {
      const CompiledAdjustment& adjustment = market_.adjustments[index];
      cost[adjustment.funder] += adjustment.first_year_cost;
      coworker += adjustment.coworker_minutes;
      support += adjustment.support_minutes;
    }
    JOBCARVE_RETURN_IF_ERROR(CheckAtMost("cost to the employer", cost[Funder::kEmployer], " pence",
                                         market_.employers[job_.employer].max_adjustment_cost));
    JOBCARVE_RETURN_IF_ERROR(CheckAtMost("cost to Access to Work", cost[Funder::kAccessToWork], " pence",
                                         std::optional(AccessToWorkLimit(options_, market_.as_of))));
    JOBCARVE_RETURN_IF_ERROR(CheckAtMost("cost to the provider", cost[Funder::kProvider], " pence", options_.max_provider_cost));
    JOBCARVE_RETURN_IF_ERROR(CheckAtMost("co-workers' minutes", coworker, "", job_.max_coworker_minutes));
    JOBCARVE_RETURN_IF_ERROR(CheckAtMost("support minutes", support, "", person_.max_support_minutes));
    const Date start = EarliestStart(market_, candidate_, job_index_, role_.adjustments);
    if (job_.latest_start.has_value() && start > *job_.latest_start) {
      return Broken("start: ", (start - *job_.latest_start).count(), " days after the latest start");
    }
    return absl::OkStatus();
  }

  // Levels that the adjustments in force add or take off on a dimension; `tags` is nullptr for the conditions.
  Level Help(DimensionIndex dimension, const std::vector<TagIndex>* tags, Day day) const {
    Level help;
    for (const std::vector<AdjustmentIndex>* in_force : {&own_, &role_.adjustments}) {
      for (AdjustmentIndex index : *in_force) {
        for (const CompiledEffect& effect : market_.adjustments[index].effects) {
          const bool acts = !effect.only_tag.has_value() ||
                            (tags != nullptr && std::find(tags->begin(), tags->end(), *effect.only_tag) != tags->end());
          if (effect.dimension == dimension && acts) {
            help += day == Day::kReduced ? effect.reduced_amount : effect.amount;
          }
        }
      }
    }
    return help;
  }

  absl::Status CheckDemandList(const std::vector<CompiledDemand>& demands, const std::vector<TagIndex>* tags,
                               absl::string_view where, Day day) const {
    for (const CompiledDemand& demand : demands) {
      const CompiledCapability* capability = person_.Find(demand.dimension);
      if (capability == nullptr) {
        continue;
      }
      const CompiledDimension& dimension = market_.dimensions[demand.dimension];
      const Level level = day == Day::kReduced ? capability->reduced_level : capability->level;
      const Level reached = std::min(level + Help(demand.dimension, tags, day), dimension.max_level);
      if (reached < demand.level) {
        return Broken(where, ": '", dimension.id, "' reaches ", reached.count(), " of ", demand.level.count(),
                      day == Day::kReduced ? " on reduced days" : "");
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckDemands() const {
    for (TaskIndex task : job_.tasks.Indices()) {
      if (IsTaken(task)) {
        JOBCARVE_RETURN_IF_ERROR(CheckTask(task, Day::kOrdinary));
      }
    }
    return CheckConditions(Day::kOrdinary);
  }

  // Tasks that must hold on reduced days do, or the days are covered.
  absl::Status CheckReducedDays() const {
    if (person_.reduced_weeks == Permille{0} || HasCover()) {
      return absl::OkStatus();
    }
    for (TaskIndex task : job_.tasks.Indices()) {
      if (IsTaken(task) && job_.tasks[task].must_hold) {
        JOBCARVE_RETURN_IF_ERROR(CheckTask(task, Day::kReduced));
        JOBCARVE_RETURN_IF_ERROR(CheckConditions(Day::kReduced));
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckLinks() const {
    for (const CompiledLink& link : job_.links) {
      const bool is_broken =
          link.kind == LinkKind::kBond ? IsTaken(link.task) != IsTaken(link.other) : IsTaken(link.task) && !IsTaken(link.other);
      if (is_broken) {
        return Broken("link between tasks '", job_.tasks[link.task].id, "' and '", job_.tasks[link.other].id, "' is broken");
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckPersonsWords() const {
    for (TaskIndex index : job_.tasks.Indices()) {
      const std::vector<TagIndex>& tags = job_.tasks[index].tags;
      for (const CompiledPreference& preference : person_.preferences) {
        if (IsTaken(index) && preference.is_non_negotiable && std::find(tags.begin(), tags.end(), preference.tag) != tags.end()) {
          return Broken("task '", job_.tasks[index].id, "': tag '", market_.tags[preference.tag], "' is ruled out by the person");
        }
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckHours() const {
    if (weekly_ < person_.min_minutes || weekly_ > person_.max_minutes) {
      return Broken("weekly minutes: ", weekly_.count(), " is outside ", person_.min_minutes.count(), "..",
                    person_.max_minutes.count());
    }
    const int64_t pay = Pay().count();
    if (person_.max_weekly_earnings.has_value() && weekly_.count() * pay > person_.max_weekly_earnings->count() * 60) {
      return Broken("earnings: ", weekly_.count(), " minutes at ", pay, " pence an hour is above ",
                    person_.max_weekly_earnings->count());
    }
    for (TaskIndex task : job_.tasks.Indices()) {
      const Minutes shared = CommonMinutes(person_.availability, job_.tasks[task].windows);
      if (IsTaken(task) && shared < job_.tasks[task].minutes) {
        return Broken("task '", job_.tasks[task].id, "': windows share ", shared.count(), " of ",
                      job_.tasks[task].minutes.count());
      }
    }
    if (const Minutes shared = CommonMinutes(person_.availability, job_.windows); shared < weekly_) {
      return Broken("windows of person and job share ", shared.count(), " minutes, fewer than ", weekly_.count());
    }
    return absl::OkStatus();
  }

  Pence Pay() const { return role_.form == Form::kCarved ? job_.carved_pay_per_hour : job_.pay_per_hour; }

  absl::Status CheckJourneyAndPay() const {
    const std::optional<Minutes> journey = JourneyMinutes(market_, candidate_, job_.site, options_);
    if (journey.has_value()) {
      JOBCARVE_RETURN_IF_ERROR(CheckAtMost("journey", *journey, " minutes", person_.max_travel));
    }
    if (Pay() < person_.min_pay_per_hour) {
      return Broken("pay: ", Pay().count(), " pence an hour is below ", person_.min_pay_per_hour.count());
    }
    return absl::OkStatus();
  }

  bool IsFormAllowed() const {
    switch (role_.form) {
      case Form::kWhole:
        return job_.allows_whole;
      case Form::kStripped:
        return job_.allows_stripped;
      case Form::kCarved:
        return job_.allows_carved;
      case Form::kCreated:
        return job_.is_pool();
      case Form::kShared:
        return job_.allows_shared;
      case Form::kUnspecified:
        break;
    }
    return false;
  }

  absl::Status CheckForm() const {
    if (!IsFormAllowed()) {
      return Broken("form: ", static_cast<int>(role_.form), " is not allowed at job '", job_.id, "'");
    }
    if (TakesPost(role_.form) && job_.openings == 0 && (role_.form == Form::kShared || !IsHolder())) {
      return Broken("form: ", static_cast<int>(role_.form), " needs an opening at job '", job_.id, "'");
    }
    if ((role_.form == Form::kWhole) != (role_.tasks == job_.AllTasks())) {
      return Broken("form: WHOLE means all tasks, and only WHOLE does");
    }
    if (role_.form == Form::kCarved || role_.form == Form::kCreated) {
      JOBCARVE_RETURN_IF_ERROR(CheckTakenOut());
    }
    if (role_.form == Form::kShared) {
      JOBCARVE_RETURN_IF_ERROR(CheckShared());
    } else if (role_.shared_with.has_value()) {
      return Broken("shared with somebody: only a SHARED role is");
    }
    return CheckHandovers();
  }

  absl::Status CheckTakenOut() const {
    if ((role_.tasks & job_.must_stay) != 0) {
      return Broken("a task that must stay is in the role");
    }
    if (weekly_ < job_.min_role_minutes) {
      return Broken("weekly minutes: ", weekly_.count(), " is below the smallest role, ", job_.min_role_minutes.count());
    }
    JOBCARVE_RETURN_IF_ERROR(job_.role.is_hard ? CheckRoleRules() : absl::OkStatus());
    if (role_.form == Form::kCarved) {
      return CheckResidual(job_, job_.AllTasks(), role_.tasks, job_.residual, false);
    }
    for (const PoolPost& post : job_.posts) {
      if ((post.tasks & role_.tasks) != 0) {
        JOBCARVE_RETURN_IF_ERROR(CheckResidual(job_, post.tasks, role_.tasks, post.residual, true));
      }
    }
    return absl::OkStatus();
  }

  absl::Status CheckShared() const {
    if (!role_.shared_with.has_value() || *role_.shared_with == candidate_) {
      return Broken("a SHARED role is shared with somebody else");
    }
    for (const CompiledLink& link : job_.links) {
      if (IsTaken(link.task) != IsTaken(link.other)) {
        return Broken("tasks '", job_.tasks[link.task].id, "' and '", job_.tasks[link.other].id,
                      "' are tied: one person has both");
      }
    }
    for (AdjustmentIndex adjustment : role_.adjustments) {
      if (market_.adjustments[adjustment].is_bought_once()) {
        return Broken("adjustment '", market_.adjustments[adjustment].id, "' is bought once: not for a SHARED role");
      }
    }
    return job_.role.is_hard ? CheckRoleRules() : absl::OkStatus();
  }

  absl::Status CheckRoleRules() const {
    const RoleRules& rules = job_.role;
    JOBCARVE_RETURN_IF_ERROR(CheckShare("unpleasant", &CompiledTask::unpleasant_minutes, rules.max_unpleasant));
    JOBCARVE_RETURN_IF_ERROR(CheckShare("heavy", &CompiledTask::heavy_minutes, rules.max_heavy));
    JOBCARVE_RETURN_IF_ERROR(CheckShare("hazardous", &CompiledTask::hazardous_minutes, rules.max_hazardous));
    JOBCARVE_RETURN_IF_ERROR(CheckShare("isolated", &CompiledTask::isolated_minutes, rules.max_isolated));
    if (const Minutes beside = SumOf(&CompiledTask::beside_minutes); beside < rules.min_beside_minutes) {
      return Broken("minutes beside co-workers: ", beside.count(), " is below ", rules.min_beside_minutes.count());
    }
    if (const int64_t count = std::popcount(role_.tasks); count < rules.min_task_count) {
      return Broken("tasks: ", count, " is below ", rules.min_task_count);
    }
    return absl::OkStatus();
  }

  Minutes SumOf(Minutes CompiledTask::*minutes) const {
    Minutes sum;
    for (TaskIndex task : job_.tasks.Indices()) {
      sum += IsTaken(task) ? job_.tasks[task].*minutes : Minutes{0};
    }
    return sum;
  }

  absl::Status CheckShare(absl::string_view what, Minutes CompiledTask::*minutes, const std::optional<Permille>& most) const {
    const int64_t found = SumOf(minutes).count();
    const int64_t all = SumOf(&CompiledTask::minutes).count();
    if (most.has_value() && 1000 * found > most->count() * all) {
      return Broken(what, " minutes: ", found, " of ", all, " is above ", most->count(), " per mille");
    }
    return absl::OkStatus();
  }

  absl::Status CheckHandovers() const {
    if (role_.form != Form::kStripped) {
      return role_.handed_over.empty() ? absl::OkStatus() : Broken("handed over: only STRIPPED hands tasks over");
    }
    if ((job_.essential & ~role_.tasks) != 0) {
      return Broken("an essential task is not in the role");
    }
    JOBCARVE_RETURN_IF_ERROR(CheckHandedOverTasks());
    JOBCARVE_RETURN_IF_ERROR(CheckSpareMinutes());
    if (role_.handed_over.size() != static_cast<size_t>(std::popcount(job_.AllTasks() & ~role_.tasks))) {
      return Broken("handed over: a task has no taker");
    }
    return CheckBonds();
  }

  absl::Status CheckHandedOverTasks() const {
    std::optional<TaskIndex> before;
    for (const TaskHandover& handover : role_.handed_over) {
      const bool is_known = handover.task.value() < job_.tasks.size() && handover.co_worker.value() < job_.co_workers.size();
      if (!is_known || IsTaken(handover.task) || (before.has_value() && *before >= handover.task)) {
        return Broken("handed over: task ", handover.task.value(), " is unknown, in the role or out of order");
      }
      before = handover.task;
    }
    return absl::OkStatus();
  }

  absl::Status CheckSpareMinutes() const {
    IndexedVector<CoWorkerIndex, Minutes> load(job_.co_workers.size());
    for (const TaskHandover& handover : role_.handed_over) {
      const CompiledCoWorker& co_worker = job_.co_workers[handover.co_worker];
      load[handover.co_worker] += job_.tasks[handover.task].minutes;
      if (!Contains(co_worker.can_take, handover.task)) {
        return Broken("co-worker '", co_worker.id, "' is known to have too little for task '", job_.tasks[handover.task].id, "'");
      }
      if (load[handover.co_worker] > co_worker.spare_minutes) {
        return Broken("co-worker '", co_worker.id, "' has too few spare minutes");
      }
    }
    return absl::OkStatus();
  }

  // The links hold, and every task that is not in the role has a taker.
  absl::Status CheckBonds() const {
    std::map<TaskIndex, CoWorkerIndex> taker;
    for (const TaskHandover& handover : role_.handed_over) {
      taker[handover.task] = handover.co_worker;
    }
    for (const CompiledLink& link : job_.links) {
      if (link.kind == LinkKind::kBond && !IsTaken(link.task) && taker.at(link.task) != taker.at(link.other)) {
        return Broken("bonded task '", job_.tasks[link.task].id, "' goes to another co-worker than its partner");
      }
    }
    return absl::OkStatus();
  }

  const CompiledMarket& market_;
  const CandidateIndex candidate_;
  const JobIndex job_index_;
  const CompiledCandidate& person_;
  const CompiledJob& job_;
  const Role& role_;
  const SolveOptions& options_;
  const std::vector<AdjustmentIndex> own_;
  Minutes weekly_;
};

// The latest of all days that the start waits for, adjustments by their `wait`.
Date StartAfter(Days (CompiledAdjustment::*wait)() const, const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                const std::vector<AdjustmentIndex>& adjustments) {
  Date start = std::max({market.as_of, market.jobs[job].earliest_start, market.candidates[candidate].available_from});
  for (AdjustmentIndex adjustment : adjustments) {
    start = std::max(start, market.as_of + (market.adjustments[adjustment].*wait)());
  }
  return start;
}

}  // namespace

absl::Status CheckFeasible(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const Role& role,
                           const SolveOptions& options) {
  return RoleChecker(market, candidate, job, role, options).Check();
}

Date EarliestStart(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                   const std::vector<AdjustmentIndex>& adjustments) {
  return StartAfter(&CompiledAdjustment::wait, market, candidate, job, adjustments);
}

Date LateStart(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
               const std::vector<AdjustmentIndex>& adjustments) {
  return StartAfter(&CompiledAdjustment::late_wait, market, candidate, job, adjustments);
}

bool HoldsOnReducedDays(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, TaskIndex task,
                        const std::vector<AdjustmentIndex>& adjustments) {
  Role role;
  role.tasks = SetOf(task);
  role.adjustments = adjustments;
  const SolveOptions options;
  const RoleChecker checker(market, candidate, job, role, options);
  return checker.CheckTask(task, Day::kReduced).ok() && checker.CheckConditions(Day::kReduced).ok();
}

bool AreReducedDaysCovered(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                           const std::vector<AdjustmentIndex>& adjustments) {
  Role role;
  role.adjustments = adjustments;
  const SolveOptions options;
  return RoleChecker(market, candidate, job, role, options).HasCover();
}

}  // namespace jobcarve
