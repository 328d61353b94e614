// role_source.h: candidates as agents of compete/compete.h: a bundle is a role, its resources are openings, tasks, and what the
// residual rules of posts in pools leave to be taken.
#ifndef JOBCARVE_SRC_PLAN_ROLE_SOURCE_H_
#define JOBCARVE_SRC_PLAN_ROLE_SOURCE_H_

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/prices.h"
#include "jobcarve/compete/compete.h"

namespace jobcarve::internal {

class RoleSource : public BundleSource {
 public:
  RoleSource(RoleSource&&) noexcept;
  ~RoleSource() override;

  // The pairs of these people that have a role of a score above 0. The market, carvings and options must outlive the source.
  // Errors: Cancelled or DeadlineExceeded as `run` says.
  static absl::StatusOr<RoleSource> Create(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
                                           std::vector<CandidateIndex> people, const RunControl& run);

  size_t agent_count() const override { return people_.size(); }
  std::span<const int64_t> capacities() const override { return capacities_; }
  size_t work_count(AgentIndex agent) const override { return carvings_.roles[candidate(agent)].size(); }
  std::vector<Interest> Interests(AgentIndex agent, size_t work) const override;
  std::optional<Bundle> Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const override;

  std::optional<std::vector<Bundle>> AllFrom(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t least,
                                             size_t limit) const override;

  CandidateIndex candidate(AgentIndex agent) const { return people_[agent.value()]; }
  // The role that a bundle of Best stands for.
  CarvedRole RoleOf(AgentIndex agent, const BundleChoice& choice) const;
  // The resources' prices as those of openings, tasks and rules.
  void EnterPrices(const IndexedVector<ResourceIndex, int64_t>& prices, MarketPrices& market_prices) const;

 private:
  struct Compiled;
  // Where the resources of one job or pool begin.
  struct Place {
    size_t opening = 0;               // Of a job.
    size_t tasks = 0;                 // Of a pool: one for each task,
    size_t rules = 0;                 // then one for each rule.
    std::vector<PoolRule> rule_list;  // Of a pool.
  };

  RoleSource(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
             std::vector<CandidateIndex> people);

  JobIndex JobOf(AgentIndex agent, size_t work) const { return carvings_.roles[candidate(agent)][work].job; }
  RolePrices RolePricesOf(JobIndex job, std::span<const int64_t> prices) const;
  std::vector<Use> UsesOf(JobIndex job, const Role& role) const;
  // Nothing when the role is worth nothing, or takes something closed.
  std::optional<Bundle> BundleOf(JobIndex job, const Role& role, std::span<const int64_t> prices) const;

  const CompiledMarket& market_;
  const Carvings& carvings_;
  const SolveOptions& options_;
  std::vector<CandidateIndex> people_;
  std::vector<int64_t> capacities_;
  IndexedVector<JobIndex, Place> places_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_ROLE_SOURCE_H_
