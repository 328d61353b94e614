// Tested by tests/carve/priced_pair_test.cc.
#include "carve/priced_pair.h"

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
  AdjustmentSets all = EnumerateSets(question.market, problem.gaps, problem.limits, question.options.scoring, kMostVisits,
                                     {.bound_of = [](const Doable&, Score) { return std::make_optional(int64_t{0}); },
                                      .can_matter = [](int64_t) { return true; },
                                      .try_first = [](const AdjustmentSet&) {}});
  if (!all.is_complete) {
    return std::nullopt;
  }
  KeepFrontier(all.sets);
  return std::move(all.sets);
}

}  // namespace

PricedPair::PricedPair(const PairQuestion& question, const LinkForest& links)
    : question_(question), links_(links), problem_(PairProblemOf(question, links)) {
  if (!problem_.forms.empty()) {
    frontier_ = FrontierOf(question_, problem_);
  }
}

std::optional<Role> PricedPair::BestRole(const RolePrices& prices, Knapsack& knapsack) const {
  const std::vector<FormProblem> forms = FormsAtPrices(problem_.forms, prices);
  PairSearch search(question_, links_, problem_, forms, knapsack);
  std::optional<Role> role = frontier_.has_value() ? search.RunOver(*frontier_) : search.Run();
  if (role.has_value()) {
    role->score += prices.Of(question_.post(), *role);
  }
  return role;
}

std::optional<std::vector<Role>> PricedPair::RolesFrom(const RolePrices& prices, int64_t least, size_t limit) const {
  if (!frontier_.has_value()) {
    return problem_.forms.empty() ? std::make_optional<std::vector<Role>>() : std::nullopt;
  }
  const std::vector<FormProblem> forms = FormsAtPrices(problem_.forms, prices);
  const int64_t steps = kLeastSteps + kStepsPerRole * static_cast<int64_t>(limit);
  std::map<std::pair<Form, TaskSet>, Role> roles;
  for (const FormProblem& form : forms) {
    std::optional<HandoverPacking> packing;
    if (form.needs_takers) {
      packing.emplace(question_.post(), links_, question_.waived.Waives(BarrierKind::kEmployerRules));
    }
    RoleListing listing(form, links_, packing.has_value() ? &*packing : nullptr);
    for (const AdjustmentSet& set : *frontier_) {
      const std::optional<std::vector<ListedRole>> listed = listing.From(least, set, steps);
      if (!listed.has_value() || (packing.has_value() && !packing->is_exact())) {
        return std::nullopt;
      }
      for (const ListedRole& one : *listed) {
        Role role{.form = form.form, .tasks = one.tasks, .adjustments = set.ids, .handed_over = {}, .score = Score{one.value}};
        const auto [place, is_new] = roles.try_emplace({form.form, one.tasks}, role);
        if (!is_new && (role.score > place->second.score ||
                        (role.score == place->second.score && CompareSets(set.ids, place->second.adjustments) < 0))) {
          place->second = std::move(role);
        }
      }
      if (roles.size() > limit) {
        return std::nullopt;
      }
    }
  }
  std::vector<Role> all;
  for (auto& [key, role] : roles) {
    role.score += prices.Of(question_.post(), role);
    all.push_back(std::move(role));
  }
  return all;
}

}  // namespace jobcarve
