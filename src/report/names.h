// names.h: from the ids in a plan to the things of the market that they name.
#ifndef JOBCARVE_SRC_REPORT_NAMES_H_
#define JOBCARVE_SRC_REPORT_NAMES_H_

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "jobcarve/model/market.h"
#include "jobcarve/plan/frontier.h"
#include "jobcarve/plan/inquiry.h"
#include "jobcarve/plan/plan.h"

namespace jobcarve::internal {

// Holds pointers into the market, which must outlive it.
class Names {
 public:
  explicit Names(const Market& market);

  // OK when every id that the proposal (or the role out of reach) mentions is in the market; only then may the look-ups below be
  // used on its ids. InvalidArgument names the first that is not.
  absl::Status Check(const Proposal& proposal) const;
  absl::Status Check(const Nearest& nearest) const;
  absl::Status Check(const RoleInBrief& role) const;
  absl::Status Check(const Inquiry& inquiry) const;
  absl::Status Check(const Frontier& frontier) const;

  bool has_pools() const { return !pools_.empty(); }
  const Job* FindJob(const std::string& id) const { return Find(jobs_, id); }
  const Employer* FindEmployer(const std::string& id) const { return Find(employers_, id); }
  bool HasSite(const std::string& id) const { return Find(sites_, id) != nullptr; }
  bool HasAdjustment(const std::string& id) const { return Find(adjustments_, id) != nullptr; }
  const Candidate* FindCandidate(const std::string& id) const { return Find(candidates_, id); }

  const Job& job(const std::string& id) const { return *Find(jobs_, id); }
  const Employer& employer(const std::string& id) const { return *Find(employers_, id); }
  const Site& site(const std::string& id) const { return *Find(sites_, id); }
  const Candidate& candidate(const std::string& id) const { return *Find(candidates_, id); }
  const Adjustment& adjustment(const std::string& id) const { return *Find(adjustments_, id); }
  const Dimension& dimension(const std::string& id) const { return *Find(dimensions_, id); }
  const Task& task(const std::string& job_id, const std::string& task_id) const;

 private:
  template <typename T>
  using ById = std::map<std::string, const T*>;

  template <typename T>
  static const T* Find(const ById<T>& items, const std::string& id) {
    const auto found = items.find(id);
    return found == items.end() ? nullptr : found->second;
  }

  Job AsJob(const Pool& pool) const;
  absl::Status CheckJob(const std::string& job_id) const;
  absl::Status CheckGaps(const ProposedAdjustment& adjustment) const;
  absl::Status CheckTasks(const Job& job, const std::vector<std::string>& ids) const;

  std::vector<std::shared_ptr<const Job>> pools_;  // Read as jobs: their tasks are those of their jobs.
  ById<Job> jobs_;                                 // And pools.
  ById<Employer> employers_;
  ById<Site> sites_;
  ById<Candidate> candidates_;
  ById<Adjustment> adjustments_;
  ById<Dimension> dimensions_;
};

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_REPORT_NAMES_H_
