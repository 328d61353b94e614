// Tested by tests/carve/priced_pair_test.cc.
#include "carve/priced_pair.h"

#include <algorithm>
#include <map>
#include <utility>

#include "carve/listing.h"
#include "carve/search.h"

namespace jobcarve {
namespace {

// All sets of at most 4 out of 30 adjustments. With more, looking only at those that matter at the prices is quicker.
constexpr int64_t kMostVisits = 32'000;

// Steps of a listing, for each role that it may have, and at least.
constexpr int64_t kStepsPerRole = 32;
constexpr int64_t kLeastSteps = 4'000;

std::optional<std::vector<AdjustmentSet>> FrontierOf(const PairQuestion& question, const PairProblem& problem) {
  const RolePrices sharing{.task = {}, .whole = Score{}, .carved = Score{}, .shares_purchases = true};
  AdjustmentSets all =
      EnumerateSets(question.market, problem.gaps, problem.limits, kMostVisits,
                    {.bound_of = [](const Doable&, Score) { return std::make_optional(int64_t{0}); },
                     .can_matter = [](int64_t) { return true; },
                     .try_first = [](const AdjustmentSet&) {},
                     .worth_of = [&](AdjustmentIndex adjustment) { return WorthOf(question, sharing, adjustment); },
                     .keeps_purchases_apart = true});
  if (!all.is_complete) {
    return std::nullopt;
  }
  KeepFrontier(all.sets);
  return std::move(all.sets);
}

// The sets at these prices; what is bought once costs its share, or for a role that stands alone all of it.
std::vector<AdjustmentSet> AtPrices(const PairQuestion& question, std::vector<AdjustmentSet> sets, const RolePrices& prices) {
  const RolePrices free_of_charge{.task = {}, .whole = Score{}, .carved = Score{}, .shares_purchases = true};
  for (AdjustmentSet& set : sets) {
    for (AdjustmentIndex adjustment : set.bought_once) {
      set.worth += WorthOf(question, prices, adjustment) - WorthOf(question, free_of_charge, adjustment);
    }
  }
  return sets;
}

// Roles that use the same: of these the best is enough.
struct RoleUse {
  Form form = Form::kUnspecified;
  TaskSet tasks = 0;
  std::vector<AdjustmentIndex> bought_once;

  auto operator<=>(const RoleUse&) const = default;
};
using RolesByUse = std::map<RoleUse, Role>;

struct Wanted {
  int64_t least = 0;
  size_t limit = 0;
};

// Of two roles that use the same the better stays; of equals the one whose adjustments come first.
void Keep(Role role, const std::vector<AdjustmentIndex>& bought_once, RolesByUse& roles) {
  const auto [place, is_new] = roles.try_emplace({role.form, role.tasks, bought_once}, role);
  const Role& kept = place->second;
  const bool comes_first =
      role.score != kept.score ? role.score > kept.score : CompareSets(role.adjustments, kept.adjustments) < 0;
  if (!is_new && comes_first) {
    place->second = std::move(role);
  }
}

// Adds what one form has. False when that are too many, or when it would take too long to tell.
bool AddRoles(const PairQuestion& question, const LinkForest& links, const FormProblem& form,
              const std::vector<AdjustmentSet>& sets, const Wanted& wanted, RolesByUse& roles) {
  std::optional<HandoverPacking> packing;
  if (form.needs_takers) {
    packing.emplace(question.post(), links, question.waived.Waives(BarrierKind::kEmployerRules));
  }
  RoleListing listing(form, links, packing.has_value() ? &*packing : nullptr);
  const int64_t steps = kLeastSteps + kStepsPerRole * static_cast<int64_t>(wanted.limit);
  for (const AdjustmentSet& set : sets) {
    const std::optional<std::vector<ListedRole>> listed = listing.From(wanted.least, set, steps);
    if (!listed.has_value()) {
      return false;
    }
    for (const ListedRole& one : *listed) {
      Keep({.form = form.form, .tasks = one.tasks, .adjustments = set.ids, .handed_over = {}, .score = Score{one.value}},
           set.bought_once, roles);
    }
    if (roles.size() > wanted.limit) {
      return false;
    }
  }
  return !packing.has_value() || packing->is_exact();
}

}  // namespace

PricedPair::PricedPair(const PairQuestion& question, const LinkForest& links)
    : question_(question), links_(links), problem_(PairProblemOf(question, links)) {
  if (!problem_.forms.empty()) {
    frontier_ = FrontierOf(question_, problem_);
    has_purchases_ = std::any_of(problem_.gaps.relevant.begin(), problem_.gaps.relevant.end(), [&](AdjustmentIndex adjustment) {
      return question_.market.adjustments[adjustment].is_bought_once();
    });
  }
}

std::optional<Role> PricedPair::BestRole(const RolePrices& prices, Knapsack& knapsack, std::optional<int64_t> floor) const {
  const std::vector<FormProblem> forms = FormsAtPrices(problem_.forms, prices);
  PairSearch search(question_, links_, problem_, forms, prices, knapsack);
  if (floor.has_value()) {
    search.StartAt(*floor);
  }
  std::optional<Role> role = !frontier_.has_value() ? search.Run()
                             : has_purchases_       ? search.RunOver(AtPrices(question_, *frontier_, prices))
                                                    : search.RunOver(*frontier_);
  if (role.has_value()) {
    role->score += prices.Of(question_.post(), *role);
  }
  return role;
}

std::optional<std::vector<Role>> PricedPair::RolesFrom(const RolePrices& prices, int64_t least, size_t limit) const {
  if (!frontier_.has_value()) {
    return problem_.forms.empty() ? std::make_optional<std::vector<Role>>() : std::nullopt;
  }
  RolesByUse roles;
  const std::vector<AdjustmentSet> sets = AtPrices(question_, *frontier_, prices);
  for (const FormProblem& form : FormsAtPrices(problem_.forms, prices)) {
    if (!AddRoles(question_, links_, form, sets, {.least = least, .limit = limit}, roles)) {
      return std::nullopt;
    }
  }
  std::vector<Role> all;
  for (auto& [use, role] : roles) {
    role.score += prices.Of(question_.post(), role);
    role.shares_purchases = prices.shares_purchases;
    all.push_back(std::move(role));
  }
  return all;
}

}  // namespace jobcarve
