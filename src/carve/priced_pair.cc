// Tested by tests/carve/priced_pair_test.cc.
#include "carve/priced_pair.h"

#include "carve/search.h"

namespace jobcarve {
namespace {

// All sets of at most 4 out of 30 adjustments. With more, looking only at those that matter at the prices is quicker.
constexpr int64_t kMostVisits = 32'000;

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

}  // namespace jobcarve
