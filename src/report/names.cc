// A plan read from a file may name anything; ids are checked once, before a page is written.
// Tested by tests/report/text_test.cc.
#include "report/names.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::internal {
namespace {

template <typename T>
std::map<std::string, const T*> MapOf(const std::vector<T>& items) {
  std::map<std::string, const T*> by_id;
  for (const T& item : items) {
    by_id.insert({item.id, &item});
  }
  return by_id;
}

absl::Status Unknown(absl::string_view what, const std::string& id) {
  return absl::InvalidArgumentError(absl::StrCat("the plan names ", what, " '", id, "', which the market does not have"));
}

const Task* FindTask(const Job& job, const std::string& id) {
  const auto found = absl::c_find_if(job.tasks, [&](const Task& task) { return task.id == id; });
  return found == job.tasks.end() ? nullptr : &*found;
}

}  // namespace

Names::Names(const Market& market)
    : jobs_(MapOf(market.jobs)),
      employers_(MapOf(market.employers)),
      sites_(MapOf(market.sites)),
      candidates_(MapOf(market.candidates)),
      adjustments_(MapOf(market.adjustments)),
      dimensions_(MapOf(market.dimensions)) {
  for (const Pool& pool : market.pools) {
    pools_.push_back(std::make_shared<const Job>(AsJob(pool)));
    jobs_.insert({pool.id, pools_.back().get()});
  }
}

Job Names::AsJob(const Pool& pool) const {
  Job read;
  read.id = pool.id;
  read.title = pool.name;
  for (const std::string& id : pool.job_ids) {
    if (const Job* job = FindJob(id); job != nullptr) {
      read.employer_id = job->employer_id;
      read.site_id = job->site_id;
      read.tasks.insert(read.tasks.end(), job->tasks.begin(), job->tasks.end());
    }
  }
  return read;
}

const Task& Names::task(const std::string& job_id, const std::string& task_id) const {
  const Task* task = FindTask(job(job_id), task_id);
  JOBCARVE_CHECK(task != nullptr);
  return *task;
}

absl::Status Names::CheckJob(const std::string& job_id) const {
  const Job* job = FindJob(job_id);
  if (job == nullptr) {
    return Unknown("job", job_id);
  }
  if (FindEmployer(job->employer_id) == nullptr || Find(sites_, job->site_id) == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat("job '", job_id, "' has an employer or a site that the market does not have"));
  }
  return absl::OkStatus();
}

absl::Status Names::CheckTasks(const Job& job, const std::vector<std::string>& ids) const {
  for (const std::string& id : ids) {
    if (FindTask(job, id) == nullptr) {
      return Unknown(absl::StrCat("in job '", job.id, "' the task"), id);
    }
  }
  return absl::OkStatus();
}

absl::Status Names::CheckGaps(const ProposedAdjustment& adjustment) const {
  for (const std::string& id : adjustment.closes_dimension_ids) {
    if (Find(dimensions_, id) == nullptr) {
      return Unknown("dimension", id);
    }
  }
  if (adjustment.gaps.size() > adjustment.closes_dimension_ids.size()) {
    return absl::InvalidArgumentError(absl::StrCat("adjustment '", adjustment.adjustment_id, "' closes ",
                                                   adjustment.closes_dimension_ids.size(), " dimensions but has ",
                                                   adjustment.gaps.size(), " gaps"));
  }
  return absl::OkStatus();
}

absl::Status Names::Check(const Proposal& proposal) const {
  if (FindCandidate(proposal.candidate_id) == nullptr) {
    return Unknown("candidate", proposal.candidate_id);
  }
  JOBCARVE_RETURN_IF_ERROR(CheckJob(proposal.job_id));
  const Job& post = job(proposal.job_id);
  JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, proposal.task_ids));
  if (proposal.residual.has_value()) {
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, proposal.residual->task_ids));
  }
  for (const Handover& handover : proposal.handed_over) {
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, {handover.task_id}));
  }
  for (const ProposedPhase& phase : proposal.phases) {
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, phase.task_ids));
  }
  for (const Warning& warning : proposal.warnings) {
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, warning.task_ids));
  }
  for (const Question& question : proposal.questions) {
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, question.task_ids));
    if (question.kind == QuestionKind::kCapability && Find(dimensions_, question.dimension_id) == nullptr) {
      return Unknown("dimension", question.dimension_id);
    }
  }
  for (const ProposedAdjustment& adjustment : proposal.adjustments) {
    if (Find(adjustments_, adjustment.adjustment_id) == nullptr) {
      return Unknown("adjustment", adjustment.adjustment_id);
    }
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, adjustment.opens_task_ids));
    JOBCARVE_RETURN_IF_ERROR(CheckGaps(adjustment));
  }
  for (const ProposedRoute& route : proposal.routes) {
    if (Find(dimensions_, route.dimension_id) == nullptr) {
      return Unknown("dimension", route.dimension_id);
    }
  }
  if (post.selection.has_value()) {
    for (const Demand& demand : post.selection->demands) {
      if (Find(dimensions_, demand.dimension_id) == nullptr) {
        return Unknown("dimension", demand.dimension_id);
      }
    }
  }
  for (const LedgerLine& line : proposal.ledger) {
    if (!line.task_id.empty()) {
      JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, {line.task_id}));
    }
    if (!line.adjustment_id.empty() && Find(adjustments_, line.adjustment_id) == nullptr) {
      return Unknown("adjustment", line.adjustment_id);
    }
  }
  return absl::OkStatus();
}

absl::Status Names::Check(const Nearest& nearest) const {
  JOBCARVE_RETURN_IF_ERROR(CheckJob(nearest.job_id));
  const Job& post = job(nearest.job_id);
  JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, nearest.task_ids));
  for (const NamedBarrier& barrier : nearest.barriers) {
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(post, barrier.task_ids));
    const bool has_dimension = barrier.kind == BarrierKind::kCapability || barrier.kind == BarrierKind::kCondition;
    if (has_dimension && Find(dimensions_, barrier.dimension_id) == nullptr) {
      return Unknown("dimension", barrier.dimension_id);
    }
  }
  for (const std::string& id : nearest.adjustment_ids) {
    if (Find(adjustments_, id) == nullptr) {
      return Unknown("adjustment", id);
    }
  }
  return absl::OkStatus();
}

absl::Status Names::Check(const RoleInBrief& role) const {
  JOBCARVE_RETURN_IF_ERROR(CheckJob(role.job_id));
  for (const std::string& id : role.adjustment_ids) {
    if (Find(adjustments_, id) == nullptr) {
      return Unknown("adjustment", id);
    }
  }
  return CheckTasks(job(role.job_id), role.task_ids);
}

absl::Status Names::Check(const Inquiry& inquiry) const {
  if (inquiry.best.has_value()) {
    JOBCARVE_RETURN_IF_ERROR(Check(*inquiry.best));
  }
  for (const OpenQuestion& question : inquiry.questions) {
    if (Find(dimensions_, question.dimension_id) == nullptr) {
      return Unknown("dimension", question.dimension_id);
    }
    for (const PossibleAnswer& answer : question.answers) {
      if (answer.best.has_value()) {
        JOBCARVE_RETURN_IF_ERROR(Check(*answer.best));
      }
    }
  }
  return absl::OkStatus();
}

absl::Status Names::Check(const Frontier& frontier) const {
  JOBCARVE_RETURN_IF_ERROR(CheckJob(frontier.job_id));
  for (const FrontierEntry& entry : frontier.entries) {
    JOBCARVE_RETURN_IF_ERROR(CheckTasks(job(frontier.job_id), entry.task_ids));
    if (entry.residual.has_value()) {
      JOBCARVE_RETURN_IF_ERROR(CheckTasks(job(frontier.job_id), entry.residual->task_ids));
    }
    for (const std::string& id : entry.adjustment_ids) {
      if (Find(adjustments_, id) == nullptr) {
        return Unknown("adjustment", id);
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace jobcarve::internal
