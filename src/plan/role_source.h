// role_source.h: candidates as agents of compete/compete.h: a bundle is a role, its resources are openings, tasks, and what the
// residual rules of posts in pools leave to be taken.
//
// What is bought once is an agent too: it has one bundle, not to be bought, worth the cost that this saves. That bundle takes the
// *use* of the thing from everybody who could have it, and a role that needs the thing takes the use of its person alone. So the
// competition weighs the cost against all who would use it together, and the price of a use is the share that the user bears.
//
// And so is an opening that may be shared: its bundles are couples. A couple takes the post and the *place* of both people in the
// plan, which each of their own roles takes too. The price of a place is what the person could have had otherwise.
#ifndef JOBCARVE_SRC_PLAN_ROLE_SOURCE_H_
#define JOBCARVE_SRC_PLAN_ROLE_SOURCE_H_

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/carve/carve.h"
#include "jobcarve/carve/prices.h"
#include "jobcarve/compete/compete.h"
#include "plan/purchases.h"

namespace jobcarve::internal {

class RoleSource : public BundleSource {
 public:
  RoleSource(RoleSource&&) noexcept;
  ~RoleSource() override;

  // The pairs of these people that have a role of a score above 0. The market, carvings and options must outlive the source.
  // Errors: Cancelled or DeadlineExceeded as `run` says.
  static absl::StatusOr<RoleSource> Create(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
                                           std::vector<CandidateIndex> people, const RunControl& run);

  size_t agent_count() const override { return people_.size() + purchases_.size() + shared_.size(); }
  std::span<const int64_t> capacities() const override { return capacities_; }
  size_t work_count(AgentIndex agent) const override { return IsPerson(agent) ? carvings_.roles[candidate(agent)].size() : 1; }
  std::vector<Interest> Interests(AgentIndex agent, size_t work) const override;
  std::optional<Bundle> Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const override;

  std::optional<std::vector<Bundle>> AllFrom(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t least,
                                             size_t limit) const override;

  // People come first, then purchases, then openings that may be shared.
  bool IsPerson(AgentIndex agent) const { return agent.value() < people_.size(); }
  bool IsSharing(AgentIndex agent) const { return agent.value() >= people_.size() + purchases_.size(); }
  CandidateIndex candidate(AgentIndex agent) const { return people_[agent.value()]; }
  // The role that a person's bundle stands for, or a better one that uses no more.
  CarvedRole RoleOf(AgentIndex agent, const BundleChoice& choice) const;
  // The couple that a shared opening's bundle stands for.
  const Couple& CoupleOf(const BundleChoice& choice) const { return carvings_.couples[choice.bundle.key]; }
  // Of the person's place in the plan; 0 where nobody could share an opening with them.
  Score PriceOf(CandidateIndex candidate, const IndexedVector<ResourceIndex, int64_t>& prices) const;
  // The resources' prices as those of openings, tasks, rules, and shares of purchases.
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

  // What could be bought once, and the use of it by each who could have it.
  struct OncePurchase {
    Buyable what;
    int64_t cost = 0;
    std::vector<Use> uses;               // One unit of each user's resource, ascending.
    std::vector<CandidateIndex> people;  // Whose they are.
  };
  // The use of an adjustment that is bought once, by one person in one job.
  struct UseOf {
    AdjustmentIndex adjustment;
    ResourceIndex resource;
  };

  RoleSource(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
             std::vector<CandidateIndex> people);

  // An opening that may be shared, and its couples.
  struct SharedOpening {
    size_t first_couple = 0;
    size_t couple_count = 0;
  };

  void FindPurchases();
  void FindSharedOpenings();
  const SharedOpening& SharedOf(AgentIndex agent) const { return shared_[agent.value() - people_.size() - purchases_.size()]; }
  std::vector<Interest> PurchaseInterests(AgentIndex agent) const;
  std::vector<Interest> SharedInterests(AgentIndex agent) const;
  Bundle BundleOfCouple(size_t couple) const;
  std::optional<Bundle> BestCouple(AgentIndex agent, std::span<const int64_t> prices) const;
  std::optional<std::vector<Bundle>> AllOfOthers(AgentIndex agent, std::span<const int64_t> prices, int64_t least,
                                                 size_t limit) const;
  std::optional<Bundle> NotBuying(AgentIndex agent, std::span<const int64_t> prices) const;
  const OncePurchase& PurchaseOf(AgentIndex agent) const { return purchases_[agent.value() - people_.size()]; }
  JobIndex JobOf(AgentIndex agent, size_t work) const { return carvings_.roles[candidate(agent)][work].job; }
  RolePrices RolePricesOf(AgentIndex agent, size_t work, std::span<const int64_t> prices) const;
  std::vector<Interest> JobInterests(AgentIndex agent, JobIndex job) const;
  std::vector<Use> UsesOf(AgentIndex agent, size_t work, const Role& role) const;
  void AddJobUses(JobIndex job, const Role& role, std::vector<Use>& uses) const;
  RolePrices JobPricesOf(JobIndex job, std::span<const int64_t> prices) const;
  // Nothing when the role is worth nothing, or takes something closed.
  std::optional<Bundle> BundleOf(AgentIndex agent, size_t work, const Role& role, std::span<const int64_t> prices) const;

  const CompiledMarket& market_;
  const Carvings& carvings_;
  const SolveOptions& options_;
  std::vector<CandidateIndex> people_;
  std::vector<int64_t> capacities_;
  IndexedVector<JobIndex, Place> places_;
  std::vector<OncePurchase> purchases_;
  std::vector<SharedOpening> shared_;
  IndexedVector<CandidateIndex, std::optional<ResourceIndex>> place_;  // Of people who could share an opening.
  std::vector<std::vector<std::vector<UseOf>>> uses_of_;               // By person and work; by adjustment.
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_ROLE_SOURCE_H_
