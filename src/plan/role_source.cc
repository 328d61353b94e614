// The pairs are compiled once; each question after that is a question of prices (carve/priced_pair.h). A bundle's key is the set
// of its tasks: form and adjustments follow from them. Tested by tests/plan/pools_test.cc.
#include "plan/role_source.h"

#include <algorithm>
#include <map>
#include <set>
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

bool TakesClosed(const Bundle& bundle, std::span<const int64_t> prices) {
  return absl::c_any_of(bundle.uses,
                        [prices](const Use& use) { return use.amount > 0 && prices[use.resource.value()] == kClosed; });
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
      place_(market.candidates.size()),
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
  FindPurchases();
  FindSharedOpenings();
}

// As many for each job as could all be shared.
void RoleSource::FindSharedOpenings() {
  const std::vector<Couple>& couples = carvings_.couples;
  for (size_t first = 0, next = 0; first < couples.size(); first = next) {
    std::set<CandidateIndex> people;
    for (; next < couples.size() && couples[next].job == couples[first].job; ++next) {
      for (CandidateIndex person : {couples[next].first, couples[next].second}) {
        people.insert(person);
        if (!place_[person].has_value()) {
          place_[person] = ResourceIndex(capacities_.size());
          capacities_.push_back(1);
        }
      }
    }
    const int64_t openings = std::min(market_.jobs[couples[first].job].openings, std::ssize(people) / 2);
    for (int64_t i = 0; i < openings; ++i) {
      shared_.push_back({.first_couple = first, .couple_count = next - first});
    }
  }
}

void RoleSource::FindPurchases() {
  std::map<Buyable, size_t> place_of;
  uses_of_.resize(people_.size());
  for (size_t i = 0; i < people_.size(); ++i) {
    for (const CarvedRole& carved : carvings_.roles[people_[i]]) {
      std::vector<UseOf>& uses = uses_of_[i].emplace_back();
      for (AdjustmentIndex adjustment : carved.bought_once) {
        const Buyable what = BuyableAt(market_, adjustment, carved.job);
        const auto [place, is_new] = place_of.try_emplace(what, purchases_.size());
        if (is_new) {
          purchases_.push_back(
              {.what = what, .cost = CostOfBuying(market_, adjustment, options_).count(), .uses = {}, .people = {}});
        }
        OncePurchase& purchase = purchases_[place->second];
        if (purchase.people.empty() || purchase.people.back() != people_[i]) {
          purchase.people.push_back(people_[i]);
          purchase.uses.push_back({.resource = ResourceIndex(capacities_.size()), .amount = 1});
          capacities_.push_back(1);
        }
        uses.push_back({.adjustment = adjustment, .resource = purchase.uses.back().resource});
      }
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
    compiled.links.push_back(LinkForestOf(job));
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
          Competes(market, carved) ? std::make_unique<PricedPair>(question, compiled.links[carved.job]) : nullptr);
    }
  }));
  return source;
}

std::vector<Interest> RoleSource::Interests(AgentIndex agent, size_t work) const {
  if (!IsPerson(agent)) {
    return IsSharing(agent) ? SharedInterests(agent) : PurchaseInterests(agent);
  }
  std::vector<Interest> interests = JobInterests(agent, JobOf(agent, work));
  for (const UseOf& use : uses_of_[agent.value()][work]) {
    interests.push_back({.resource = use.resource});
  }
  if (const std::optional<ResourceIndex>& place = place_[candidate(agent)]) {
    interests.push_back({.resource = *place});
  }
  absl::c_sort(interests, [](const Interest& a, const Interest& b) { return a.resource < b.resource; });
  return interests;
}

std::vector<Interest> RoleSource::PurchaseInterests(AgentIndex agent) const {
  const OncePurchase& purchase = PurchaseOf(agent);
  std::vector<Interest> interests;
  for (const Use& use : purchase.uses) {
    interests.push_back({.resource = use.resource, .worth = purchase.cost / std::ssize(purchase.uses)});
  }
  return interests;
}

// Of each place half of what the best couple there is worth.
std::vector<Interest> RoleSource::SharedInterests(AgentIndex agent) const {
  const SharedOpening& shared = SharedOf(agent);
  std::map<ResourceIndex, int64_t> worths;
  for (size_t couple = shared.first_couple; couple < shared.first_couple + shared.couple_count; ++couple) {
    for (const Use& use : BundleOfCouple(couple).uses) {
      worths.try_emplace(use.resource, 0);
    }
    for (CandidateIndex person : {carvings_.couples[couple].first, carvings_.couples[couple].second}) {
      int64_t& worth = worths[*place_[person]];
      worth = std::max(worth, carvings_.couples[couple].sum().count() / 2);
    }
  }
  std::vector<Interest> interests;
  for (const auto& [resource, worth] : worths) {
    interests.push_back({.resource = resource, .worth = worth});
  }
  return interests;
}

std::vector<Interest> RoleSource::JobInterests(AgentIndex agent, JobIndex job) const {
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
  return interests;
}

RolePrices RoleSource::RolePricesOf(AgentIndex agent, size_t work, std::span<const int64_t> prices) const {
  RolePrices role_prices = JobPricesOf(JobOf(agent, work), prices);
  for (const UseOf& use : uses_of_[agent.value()][work]) {
    role_prices.shares.push_back({.adjustment = use.adjustment, .price = ScoreOf(prices[use.resource.value()])});
  }
  return role_prices;
}

RolePrices RoleSource::JobPricesOf(JobIndex job, std::span<const int64_t> prices) const {
  const CompiledJob& post = market_.jobs[job];
  if (!IsShared(post)) {
    const Score opening = ScoreOf(prices[places_[job].opening]);
    return {.task = {}, .whole = opening, .carved = opening, .shares_purchases = true};
  }
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

std::vector<Use> RoleSource::UsesOf(AgentIndex agent, size_t work, const Role& role) const {
  std::vector<Use> uses;
  AddJobUses(JobOf(agent, work), role, uses);
  for (const UseOf& use : uses_of_[agent.value()][work]) {
    if (absl::c_binary_search(role.adjustments, use.adjustment)) {
      uses.push_back({.resource = use.resource, .amount = 1});
    }
  }
  if (const std::optional<ResourceIndex>& place = place_[candidate(agent)]) {
    uses.push_back({.resource = *place, .amount = 1});
  }
  absl::c_sort(uses, [](const Use& a, const Use& b) { return a.resource < b.resource; });
  return uses;
}

Bundle RoleSource::BundleOfCouple(size_t couple) const {
  const Couple& two = carvings_.couples[couple];
  Bundle bundle{.value = two.sum().count(), .uses = {}, .key = couple};
  AddJobUses(two.job, two.first_role, bundle.uses);
  for (CandidateIndex person : {two.first, two.second}) {
    bundle.uses.push_back({.resource = *place_[person], .amount = 1});
  }
  absl::c_sort(bundle.uses, [](const Use& a, const Use& b) { return a.resource < b.resource; });
  return bundle;
}

// The first of the best.
std::optional<Bundle> RoleSource::BestCouple(AgentIndex agent, std::span<const int64_t> prices) const {
  const SharedOpening& shared = SharedOf(agent);
  std::optional<Bundle> best;
  for (size_t couple = shared.first_couple; couple < shared.first_couple + shared.couple_count; ++couple) {
    Bundle bundle = BundleOfCouple(couple);
    if (!TakesClosed(bundle, prices) && (!best.has_value() || SurplusOf(bundle, prices) > SurplusOf(*best, prices))) {
      best = std::move(bundle);
    }
  }
  return best;
}

void RoleSource::AddJobUses(JobIndex job, const Role& role, std::vector<Use>& uses) const {
  const CompiledJob& post = market_.jobs[job];
  if (!post.is_pool()) {
    uses.push_back({.resource = ResourceIndex(places_[job].opening), .amount = 1});
  }
  if (!IsShared(post)) {
    return;
  }
  const JobIndex pool = post.is_pool() ? job : *post.pool;
  TaskSet taken = 0;  // In the pool's numbering.
  for (TaskIndex task : post.tasks.Indices()) {
    if (TakesPost(role.form) || Contains(role.tasks, task)) {
      taken |= SetOf(post.is_pool() ? task : PostOf(market_, job).place[task]);
    }
  }
  for (TaskIndex task : market_.jobs[pool].tasks.Indices()) {
    if (Contains(taken, task)) {
      uses.push_back({.resource = ResourceIndex(places_[pool].tasks + task.value()), .amount = 1});
    }
  }
  for (size_t i = 0; i < places_[pool].rule_list.size() && !TakesPost(role.form); ++i) {
    int64_t sum = 0;
    for (TaskIndex task : market_.jobs[pool].tasks.Indices()) {
      sum += Contains(taken, task) ? places_[pool].rule_list[i].amount[task.value()] : 0;
    }
    if (sum != 0) {
      uses.push_back({.resource = ResourceIndex(places_[pool].rules + i), .amount = sum});
    }
  }
}

// Worth the cost that is saved, if nobody's use is closed.
std::optional<Bundle> RoleSource::NotBuying(AgentIndex agent, std::span<const int64_t> prices) const {
  Bundle bundle{.value = PurchaseOf(agent).cost, .uses = PurchaseOf(agent).uses, .key = 0};
  return TakesClosed(bundle, prices) ? std::nullopt : std::make_optional(std::move(bundle));
}

std::optional<Bundle> RoleSource::Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const {
  if (!IsPerson(agent)) {
    std::optional<Bundle> bundle = IsSharing(agent) ? BestCouple(agent, prices) : NotBuying(agent, prices);
    return bundle.has_value() && SurplusOf(*bundle, prices) > floor ? bundle : std::nullopt;
  }
  const std::unique_ptr<PricedPair>& pair = compiled_->pairs[agent.value()][work];
  std::optional<Role> role;
  if (pair == nullptr) {
    role = carvings_.roles[candidate(agent)][work].role;
  } else {
    role = pair->BestRole(RolePricesOf(agent, work, prices), KnapsackOfThread(), floor);
  }
  std::optional<Bundle> bundle = role.has_value() ? BundleOf(agent, work, *role, prices) : std::nullopt;
  return bundle.has_value() && SurplusOf(*bundle, prices) > floor ? bundle : std::nullopt;
}

std::optional<Bundle> RoleSource::BundleOf(AgentIndex agent, size_t work, const Role& role,
                                           std::span<const int64_t> prices) const {
  if (role.score <= Score{0}) {
    return std::nullopt;
  }
  Bundle bundle{.value = role.score.count(), .uses = UsesOf(agent, work, role), .key = role.tasks};
  return TakesClosed(bundle, prices) ? std::nullopt : std::make_optional(std::move(bundle));
}

std::optional<std::vector<Bundle>> RoleSource::AllOfOthers(AgentIndex agent, std::span<const int64_t> prices, int64_t least,
                                                           size_t limit) const {
  std::vector<Bundle> bundles;
  const auto keep = [&](std::optional<Bundle> bundle) {
    if (bundle.has_value() && !TakesClosed(*bundle, prices) && SurplusOf(*bundle, prices) >= least) {
      bundles.push_back(*std::move(bundle));
    }
  };
  if (!IsSharing(agent)) {
    keep(NotBuying(agent, prices));
    return bundles;
  }
  const SharedOpening& shared = SharedOf(agent);
  for (size_t couple = shared.first_couple; couple < shared.first_couple + shared.couple_count; ++couple) {
    keep(BundleOfCouple(couple));
  }
  return bundles.size() <= limit ? std::make_optional(std::move(bundles)) : std::nullopt;
}

std::optional<std::vector<Bundle>> RoleSource::AllFrom(AgentIndex agent, size_t work, std::span<const int64_t> prices,
                                                       int64_t least, size_t limit) const {
  if (!IsPerson(agent)) {
    return AllOfOthers(agent, prices, least, limit);
  }
  const std::unique_ptr<PricedPair>& pair = compiled_->pairs[agent.value()][work];
  std::optional<std::vector<Role>> roles;
  if (pair == nullptr) {
    roles = {carvings_.roles[candidate(agent)][work].role};
  } else {
    roles = pair->RolesFrom(RolePricesOf(agent, work, prices), least, limit);
  }
  if (!roles.has_value()) {
    return std::nullopt;
  }
  std::vector<Bundle> bundles;
  for (const Role& role : *roles) {
    std::optional<Bundle> bundle = BundleOf(agent, work, role, prices);
    if (bundle.has_value() && SurplusOf(*bundle, prices) >= least) {
      bundles.push_back(*std::move(bundle));
    }
  }
  return bundles;
}

CarvedRole RoleSource::RoleOf(AgentIndex agent, const BundleChoice& choice) const {
  const std::vector<Use>& allowed = choice.bundle.uses;
  const auto is_allowed = [&allowed](const Use& use) { return absl::c_linear_search(allowed, use); };
  const CarvedRole& alone = carvings_.roles[candidate(agent)][choice.work];
  if (!Competes(market_, alone) || UsesOf(agent, choice.work, alone.role) == allowed) {
    return alone;
  }
  RolePrices prices{.task = {}, .whole = Score{}, .carved = Score{}, .shares_purchases = true};
  for (const UseOf& use : uses_of_[agent.value()][choice.work]) {
    prices.shares.push_back(
        {.adjustment = use.adjustment, .price = is_allowed({.resource = use.resource, .amount = 1}) ? Score{} : kProhibitive});
  }
  for (const Form form : {Form::kCreated, Form::kCarved, Form::kStripped, Form::kWhole}) {
    std::optional<Role> role = CarveTasks(market_, candidate(agent), alone.job, form, choice.bundle.key, options_, prices);
    if (role.has_value() && role->score.count() >= choice.bundle.value &&
        absl::c_all_of(UsesOf(agent, choice.work, *role), is_allowed)) {
      role->is_proven = alone.role.is_proven;  // Of the pair's search, which verify makes again.
      return {.job = alone.job, .role = *std::move(role), .bought_once = alone.bought_once};
    }
  }
  JOBCARVE_CHECK(false && "a bundle that is no role");
  return alone;
}

Score RoleSource::PriceOf(CandidateIndex candidate, const IndexedVector<ResourceIndex, int64_t>& prices) const {
  return place_[candidate].has_value() ? Score{prices[*place_[candidate]]} : Score{};
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
  for (const OncePurchase& purchase : purchases_) {
    for (size_t i = 0; i < purchase.uses.size(); ++i) {
      if (const Score share = price(purchase.uses[i].resource.value()); share > Score{}) {
        market_prices.share[purchase.people[i]].push_back(
            {.adjustment = purchase.what.adjustment, .site = purchase.what.site, .job = purchase.what.job, .price = share});
      }
    }
  }
}

}  // namespace jobcarve::internal
