// The pairs are compiled once; each question after that is a question of prices (carve/priced_pair.h). A bundle's key is the set
// of its tasks: form and adjustments follow from them. Tested by tests/plan/pools_test.cc.
#include "plan/role_source.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "base/parallel.h"
#include "carve/amounts.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/priced_pair.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/carve/carve_tasks.h"
#include "plan/assign.h"

namespace jobcarve::internal {
namespace {

// What is closed costs more than any role is worth; 64 of them are far from the end of the numbers.
constexpr Score kProhibitive{int64_t{1} << 44};

Score ScoreOf(int64_t price) {
  return price == kClosed ? kProhibitive : Score{price};
}

bool TakesAll(const Role& role) {
  return role.form == Form::kWhole || role.form == Form::kStripped;
}

Knapsack& KnapsackOfThread() {
  thread_local Knapsack knapsack;
  return knapsack;
}

}  // namespace

// What is compiled once for each job, and for each pair that shares tasks.
struct RoleSource::Compiled {
  IndexedVector<JobIndex, LinkForest> links;
  Waiver nothing;
  std::vector<std::vector<std::unique_ptr<PricedPair>>> pairs;  // By agent and work; null where no tasks are shared.
};

RoleSource::RoleSource(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
                       std::vector<CandidateIndex> people)
    : market_(market),
      carvings_(carvings),
      options_(options),
      people_(std::move(people)),
      places_(market.jobs.size()),
      compiled_(std::make_unique<Compiled>()) {
  for (JobIndex job : market.jobs.Indices()) {
    Place& place = places_[job];
    place.opening = capacities_.size();
    if (!market.jobs[job].is_pool()) {
      capacities_.push_back(market.jobs[job].capacity());
      continue;
    }
    place.tasks = capacities_.size();
    capacities_.resize(capacities_.size() + market.jobs[job].tasks.size(), 1);
    place.rules = capacities_.size();
    place.rule_list = PoolRulesOf(market.jobs[job]);
    for (const PoolRule& rule : place.rule_list) {
      capacities_.push_back(rule.at_most);
    }
  }
}

RoleSource::RoleSource(RoleSource&&) noexcept = default;
RoleSource::~RoleSource() = default;

absl::StatusOr<RoleSource> RoleSource::Create(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
                                              std::vector<CandidateIndex> people, const RunControl& run) {
  RoleSource source(market, carvings, options, std::move(people));
  Compiled& compiled = *source.compiled_;
  for (const CompiledJob& job : market.jobs) {
    compiled.links.push_back(IsShared(job) ? LinkForestOf(job) : LinkForest());
  }
  compiled.pairs.resize(source.people_.size());
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(source.people_.size()), "match", run, [&](int64_t i) {
    const AgentIndex agent(static_cast<size_t>(i));
    for (const CarvedRole& carved : carvings.roles[source.candidate(agent)]) {
      const PairQuestion question = {.market = market,
                                     .candidate = source.candidate(agent),
                                     .job = carved.job,
                                     .options = options,
                                     .waived = compiled.nothing};
      compiled.pairs[agent.value()].push_back(
          IsShared(market.jobs[carved.job]) ? std::make_unique<PricedPair>(question, compiled.links[carved.job]) : nullptr);
    }
  }));
  return source;
}

std::vector<Interest> RoleSource::Interests(AgentIndex agent, size_t work) const {
  const JobIndex job = JobOf(agent, work);
  const CompiledJob& post = market_.jobs[job];
  std::vector<Interest> interests;
  if (!post.is_pool()) {
    interests.push_back({.resource = ResourceIndex(places_[job].opening)});
  }
  if (!IsShared(post)) {
    return interests;
  }
  const JobIndex pool = post.is_pool() ? job : *post.pool;
  const TaskSet tasks = post.is_pool() ? post.AllTasks() : PostOf(market_, job).tasks;
  for (TaskIndex task : market_.jobs[pool].tasks.Indices()) {
    if (Contains(tasks, task)) {
      const CompiledTask& of_pool = market_.jobs[pool].tasks[task];
      const Score worth = FilledAmount(of_pool, options_.scoring) +
                          UnderUseAmount(market_, market_.candidates[candidate(agent)], of_pool, options_.scoring);
      interests.push_back(
          {.resource = ResourceIndex(places_[pool].tasks + task.value()), .worth = std::max<int64_t>(worth.count(), 0)});
    }
  }
  for (size_t i = 0; i < places_[pool].rule_list.size(); ++i) {
    Interest interest{.resource = ResourceIndex(places_[pool].rules + i), .most = 0};
    for (TaskIndex task : market_.jobs[pool].tasks.Indices()) {
      const int64_t amount = Contains(tasks, task) ? places_[pool].rule_list[i].amount[task.value()] : 0;
      (amount < 0 ? interest.least : interest.most) += amount;
    }
    if (interest.least < 0 || interest.most > 0) {
      interests.push_back(interest);
    }
  }
  absl::c_sort(interests, [](const Interest& a, const Interest& b) { return a.resource < b.resource; });
  return interests;
}

RolePrices RoleSource::RolePricesOf(JobIndex job, std::span<const int64_t> prices) const {
  const CompiledJob& post = market_.jobs[job];
  const JobIndex pool = post.is_pool() ? job : *post.pool;
  const Place& place = places_[pool];
  std::vector<Score> task_prices;
  for (size_t task = 0; task < market_.jobs[pool].tasks.size(); ++task) {
    task_prices.push_back(ScoreOf(prices[place.tasks + task]));
  }
  std::vector<Score> rule_prices;
  for (size_t rule = 0; rule < place.rule_list.size(); ++rule) {
    const int64_t price = prices[place.rules + rule];
    rule_prices.push_back(price == kClosed ? Score{} : Score{price});
  }
  RolePrices of_pool = RolePricesOfPool(place.rule_list, task_prices, rule_prices);
  for (size_t rule = 0; rule < place.rule_list.size(); ++rule) {
    for (size_t task = 0; task < task_prices.size() && prices[place.rules + rule] == kClosed; ++task) {
      of_pool.task[task] = place.rule_list[rule].amount[task] > 0 ? kProhibitive : of_pool.task[task];
    }
  }
  return post.is_pool() ? of_pool
                        : RolePricesOfPost(PostOf(market_, job), of_pool, task_prices, ScoreOf(prices[places_[job].opening]));
}

std::vector<Use> RoleSource::UsesOf(JobIndex job, const Role& role) const {
  const CompiledJob& post = market_.jobs[job];
  std::vector<Use> uses;
  if (!post.is_pool()) {
    uses.push_back({.resource = ResourceIndex(places_[job].opening), .amount = 1});
  }
  if (!IsShared(post)) {
    return uses;
  }
  const JobIndex pool = post.is_pool() ? job : *post.pool;
  TaskSet taken = 0;  // In the pool's numbering.
  for (TaskIndex task : post.tasks.Indices()) {
    if (TakesAll(role) || Contains(role.tasks, task)) {
      taken |= SetOf(post.is_pool() ? task : PostOf(market_, job).place[task]);
    }
  }
  for (TaskIndex task : market_.jobs[pool].tasks.Indices()) {
    if (Contains(taken, task)) {
      uses.push_back({.resource = ResourceIndex(places_[pool].tasks + task.value()), .amount = 1});
    }
  }
  for (size_t i = 0; i < places_[pool].rule_list.size() && !TakesAll(role); ++i) {
    int64_t sum = 0;
    for (TaskIndex task : market_.jobs[pool].tasks.Indices()) {
      sum += Contains(taken, task) ? places_[pool].rule_list[i].amount[task.value()] : 0;
    }
    if (sum != 0) {
      uses.push_back({.resource = ResourceIndex(places_[pool].rules + i), .amount = sum});
    }
  }
  absl::c_sort(uses, [](const Use& a, const Use& b) { return a.resource < b.resource; });
  return uses;
}

std::optional<Bundle> RoleSource::Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const {
  const JobIndex job = JobOf(agent, work);
  const std::unique_ptr<PricedPair>& pair = compiled_->pairs[agent.value()][work];
  std::optional<Role> role;
  if (pair == nullptr) {
    role = carvings_.roles[candidate(agent)][work].role;
  } else {
    role = pair->BestRole(RolePricesOf(job, prices), KnapsackOfThread());
  }
  std::optional<Bundle> bundle = role.has_value() ? BundleOf(job, *role, prices) : std::nullopt;
  return bundle.has_value() && SurplusOf(*bundle, prices) > floor ? bundle : std::nullopt;
}

std::optional<Bundle> RoleSource::BundleOf(JobIndex job, const Role& role, std::span<const int64_t> prices) const {
  if (role.score <= Score{0}) {
    return std::nullopt;
  }
  Bundle bundle{.value = role.score.count(), .uses = UsesOf(job, role), .key = role.tasks};
  const bool takes_closed =
      absl::c_any_of(bundle.uses, [prices](const Use& use) { return use.amount > 0 && prices[use.resource.value()] == kClosed; });
  return takes_closed ? std::nullopt : std::make_optional(std::move(bundle));
}

std::optional<std::vector<Bundle>> RoleSource::AllFrom(AgentIndex agent, size_t work, std::span<const int64_t> prices,
                                                       int64_t least, size_t limit) const {
  const JobIndex job = JobOf(agent, work);
  const std::unique_ptr<PricedPair>& pair = compiled_->pairs[agent.value()][work];
  std::optional<std::vector<Role>> roles;
  if (pair == nullptr) {
    roles = {carvings_.roles[candidate(agent)][work].role};
  } else {
    roles = pair->RolesFrom(RolePricesOf(job, prices), least, limit);
  }
  if (!roles.has_value()) {
    return std::nullopt;
  }
  std::vector<Bundle> bundles;
  for (const Role& role : *roles) {
    std::optional<Bundle> bundle = BundleOf(job, role, prices);
    if (bundle.has_value() && SurplusOf(*bundle, prices) >= least) {
      bundles.push_back(*std::move(bundle));
    }
  }
  return bundles;
}

CarvedRole RoleSource::RoleOf(AgentIndex agent, const BundleChoice& choice) const {
  const CarvedRole& alone = carvings_.roles[candidate(agent)][choice.work];
  if (!IsShared(market_.jobs[alone.job]) || UsesOf(alone.job, alone.role) == choice.bundle.uses) {
    return alone;
  }
  for (const Form form : {Form::kCreated, Form::kCarved, Form::kStripped, Form::kWhole}) {
    std::optional<Role> role = CarveTasks(market_, candidate(agent), alone.job, form, choice.bundle.key, options_);
    if (role.has_value() && UsesOf(alone.job, *role) == choice.bundle.uses) {
      JOBCARVE_CHECK(role->score.count() == choice.bundle.value);
      return {.job = alone.job, .role = *std::move(role)};
    }
  }
  JOBCARVE_CHECK(false && "a bundle that is no role");
  return alone;
}

void RoleSource::EnterPrices(const IndexedVector<ResourceIndex, int64_t>& prices, MarketPrices& market_prices) const {
  const auto price = [&prices](size_t resource) { return Score{prices[ResourceIndex(resource)]}; };
  for (JobIndex job : market_.jobs.Indices()) {
    const Place& place = places_[job];
    if (!market_.jobs[job].is_pool()) {
      market_prices.opening[job] += price(place.opening);  // One of the two is 0: a job is matched or competed for.
      continue;
    }
    for (size_t task = 0; task < market_prices.task[job].size(); ++task) {
      market_prices.task[job][task] = price(place.tasks + task);
    }
    for (size_t rule = 0; rule < market_prices.rule[job].size(); ++rule) {
      market_prices.rule[job][rule] = price(place.rules + rule);
    }
  }
}

}  // namespace jobcarve::internal
