// role_reader.h: a proposal back to a role.
#ifndef JOBCARVE_SRC_PLAN_ROLE_READER_H_
#define JOBCARVE_SRC_PLAN_ROLE_READER_H_

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/plan/plan.h"
#include "plan/complaints.h"
#include "plan/find.h"

namespace jobcarve::internal {

// Ids back to indices; nullopt, with a complaint, when one is unknown or out of order.
class RoleReader {
 public:
  RoleReader(const CompiledMarket& market, JobIndex job, const std::string& path, Complaints& complaints)
      : market_(market), job_(market.jobs[job]), path_(path), complaints_(complaints) {}

  std::optional<Role> Read(const Proposal& proposal) {
    Role role;
    role.form = proposal.form;
    role.score = proposal.score;
    role.shares_purchases = true;
    if (!proposal.shared_with_candidate_id.empty()) {
      role.shared_with = FindById(market_.candidates, proposal.shared_with_candidate_id);
      role.shared_with.has_value() ? TaskSet{0} : Unknown("candidate", proposal.shared_with_candidate_id);
    }
    for (const std::string& id : proposal.task_ids) {
      role.tasks |= Task(id).has_value() ? SetOf(*Task(id)) : Unknown("task", id);
    }
    for (const ProposedAdjustment& adjustment : proposal.adjustments) {
      const std::optional<AdjustmentIndex> index = FindById(market_.adjustments, adjustment.adjustment_id);
      index.has_value() ? role.adjustments.push_back(*index) : static_cast<void>(Unknown("adjustment", adjustment.adjustment_id));
    }
    for (const Handover& handover : proposal.handed_over) {
      const std::optional<CoWorkerIndex> co_worker = FindById(job_.co_workers, handover.co_worker_id);
      if (Task(handover.task_id).has_value() && co_worker.has_value()) {
        role.handed_over.push_back({.task = *Task(handover.task_id), .co_worker = *co_worker});
      } else {
        Unknown("handover", absl::StrCat(handover.task_id, "' to '", handover.co_worker_id));
      }
    }
    return is_sound_ ? std::optional<Role>(role) : std::nullopt;
  }

 private:
  std::optional<TaskIndex> Task(const std::string& id) const { return FindById(job_.tasks, id); }

  TaskSet Unknown(absl::string_view what, const std::string& id) {
    complaints_.Add(path_, absl::StrCat("the job or the market has no ", what, " '", id, "'"));
    is_sound_ = false;
    return 0;
  }

  const CompiledMarket& market_;
  const CompiledJob& job_;
  const std::string& path_;
  Complaints& complaints_;
  bool is_sound_ = true;
};

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_ROLE_READER_H_
