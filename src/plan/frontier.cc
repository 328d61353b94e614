// Every candidate with every number of tasks, then every candidate with the tasks of the best roles.
// Tested by tests/plan/frontier_test.cc and, by trying every role there is, by tests/plan/frontier_random_test.cc.
#include "jobcarve/plan/frontier.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/parallel.h"
#include "carve/amounts.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/carve/carve_tasks.h"
#include "jobcarve/screen/screen.h"
#include "plan/find.h"
#include "plan/proposal.h"
#include "screen/form_limits.h"

namespace jobcarve {
namespace {

// The best role of so many tasks, and whose it is.
struct BestRole {
  size_t person = 0;
  Role role;
};

class FrontierTrace {
 public:
  FrontierTrace(const CompiledMarket& market, JobIndex job, const SolveOptions& options, const RunControl& run)
      : market_(market), job_(job), post_(market.jobs[job]), options_(options), run_(run) {
    for (CandidateIndex candidate : market.candidates.Indices()) {
      if (ScreenPair(market, candidate, job, options).empty()) {
        people_.push_back(candidate);
      }
    }
  }

  absl::StatusOr<Frontier> Run() {
    JOBCARVE_RETURN_IF_ERROR(CarveAll());
    for (size_t count = 1; count <= post_.tasks.size(); ++count) {
      best_.push_back(BestOf(count));
    }
    JOBCARVE_RETURN_IF_ERROR(OpenDoors());
    Frontier frontier = {.job_id = post_.id, .entries = {}};
    for (size_t count = 1; count <= post_.tasks.size(); ++count) {
      if (best_[count - 1].has_value()) {
        frontier.entries.push_back(EntryOf(count, *best_[count - 1]));
      }
    }
    MarkDominated(frontier.entries);
    return frontier;
  }

 private:
  // One slot for each number of tasks and person.
  size_t SlotOf(size_t count, size_t person) const { return (count - 1) * people_.size() + person; }
  int64_t SlotCount() const { return static_cast<int64_t>(post_.tasks.size() * people_.size()); }
  Form FormOf(size_t count) const {
    return post_.is_pool() ? Form::kCreated : count == post_.tasks.size() ? Form::kWhole : Form::kCarved;
  }

  absl::Status CarveAll() {
    roles_.resize(static_cast<size_t>(SlotCount()));
    return ParallelFor(SlotCount(), "carve", run_, [&](int64_t i) {
      const size_t slot = static_cast<size_t>(i);
      const size_t count = slot / people_.size() + 1;
      roles_[slot] =
          CarveCount(market_, people_[slot % people_.size()], job_, FormOf(count), static_cast<int64_t>(count), options_);
    });
  }

  absl::Status OpenDoors() {
    doors_.resize(static_cast<size_t>(SlotCount()));
    return ParallelFor(SlotCount(), "doors", run_, [&](int64_t i) {
      const size_t slot = static_cast<size_t>(i);
      const size_t count = slot / people_.size() + 1;
      if (roles_[slot].has_value()) {  // Whoever has no role of so many tasks has none of these.
        const TaskSet tasks = best_[count - 1]->role.tasks;
        doors_[slot] = CarveTasks(market_, people_[slot % people_.size()], job_, FormOf(count), tasks, options_);
      }
    });
  }

  // Of the highest score; of equals that of the first person by id.
  std::optional<BestRole> BestOf(size_t count) const {
    std::optional<BestRole> best;
    for (size_t person = 0; person < people_.size(); ++person) {
      const std::optional<Role>& role = roles_[SlotOf(count, person)];
      if (role.has_value() && (!best.has_value() || role->score > best->role.score)) {
        best = BestRole{.person = person, .role = *role};
      }
    }
    return best;
  }

  FrontierEntry EntryOf(size_t count, const BestRole& best) const {
    const Role& role = best.role;
    FrontierEntry entry = {.task_count = static_cast<int64_t>(count), .form = role.form};
    entry.task_ids = TaskIds(post_, role.tasks);
    entry.adjustment_ids = AdjustmentIds(market_, role.adjustments);
    entry.candidate_id = market_.candidates[people_[best.person]].id;
    entry.score = role.score;
    entry.weekly_minutes = MinutesOf(post_, role.tasks);
    entry.pay_per_hour = PayOf(post_, role.form);
    if (role.form == Form::kCarved) {
      entry.residual = internal::ResidualOf(post_, role.tasks);
    }
    const Pence saved_per_hour = std::max(post_.pay_per_hour - entry.pay_per_hour, Pence{0});
    int64_t gain = 0;
    for (TaskIndex task : post_.tasks.Indices()) {
      const Pence saved = post_.is_pool() ? post_.tasks[task].released_pay : saved_per_hour;
      gain +=
          Contains(role.tasks, task) ? (post_.tasks[task].minutes - post_.tasks[task].unmet_minutes).count() * saved.count() : 0;
    }
    entry.weekly_gain = Pence{RoundDiv(gain, 60)};
    for (AdjustmentIndex index : role.adjustments) {
      const CompiledAdjustment& adjustment = market_.adjustments[index];
      entry.employer_cost += adjustment.funder == Funder::kEmployer ? adjustment.first_year_cost : Pence{0};
    }
    AddDoors(count, entry);
    return entry;
  }

  void AddDoors(size_t count, FrontierEntry& entry) const {
    for (size_t person = 0; person < people_.size(); ++person) {
      const std::optional<Role>& role = roles_[SlotOf(count, person)];
      const std::optional<Role>& door = doors_[SlotOf(count, person)];
      entry.is_proven = entry.is_proven && (!role.has_value() || role->is_proven) && (!door.has_value() || door->is_proven);
      if (door.has_value()) {
        entry.doors.push_back({.candidate_id = market_.candidates[people_[person]].id, .score = door->score});
      }
    }
  }

  static void MarkDominated(std::vector<FrontierEntry>& entries) {
    for (size_t i = 0; i < entries.size(); ++i) {
      for (size_t fewer = 0; fewer < i; ++fewer) {
        if (entries[fewer].score >= entries[i].score && entries[fewer].doors.size() >= entries[i].doors.size()) {
          entries[i].is_dominated = true;
        }
      }
    }
  }

  const CompiledMarket& market_;
  const JobIndex job_;
  const CompiledJob& post_;
  const SolveOptions& options_;
  const RunControl& run_;
  std::vector<CandidateIndex> people_;         // Not screened out.
  std::vector<std::optional<Role>> roles_;     // By slot: the best of so many tasks.
  std::vector<std::optional<BestRole>> best_;  // By number of tasks, less one.
  std::vector<std::optional<Role>> doors_;     // By slot: the best with the tasks of the best role of so many.
};

}  // namespace

absl::StatusOr<Frontier> TraceFrontier(const Market& input, const std::string& job_id, const SolveOptions& options,
                                       const RunControl& run) {
  JOBCARVE_RETURN_IF_ERROR(Validate(options));
  JOBCARVE_ASSIGN_OR_RETURN(const CompiledMarket market, Compile(input));
  const std::optional<JobIndex> job = internal::FindById(market.jobs, job_id);
  if (!job.has_value()) {
    return absl::InvalidArgumentError(absl::StrCat("the market has no job '", job_id, "'"));
  }
  return FrontierTrace(market, *job, options, run).Run();
}

}  // namespace jobcarve
