// One pair, or all of a market's. Tested by tests/carve/carve_test.cc and carve_oracle_test.cc.
#include "jobcarve/carve/carve.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "carve/amounts.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"
#include "carve/search.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/carve/couple.h"

namespace jobcarve {

Score RolePrices::Of(const CompiledJob& job, const Role& role) const {
  const bool is_carved = role.form == Form::kCarved || role.form == Form::kCreated;
  Score sum = is_carved ? carved : whole;
  for (TaskIndex index : job.tasks.Indices()) {
    const bool is_paid = !task.empty() && (!is_carved || Contains(role.tasks, index));
    sum += is_paid ? task[index.value()] : Score{};
  }
  for (AdjustmentIndex adjustment : role.adjustments) {
    sum += ShareOf(adjustment);
  }
  return sum;
}

Score RolePrices::ShareOf(AdjustmentIndex adjustment) const {
  const auto found =
      std::lower_bound(shares.begin(), shares.end(), adjustment,
                       [](const AdjustmentShare& share, AdjustmentIndex wanted) { return share.adjustment < wanted; });
  return found != shares.end() && found->adjustment == adjustment ? found->price : Score{};
}

std::optional<Role> CarvePair(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const SolveOptions& options,
                              const Waiver& waived, const RolePrices& prices) {
  const PairQuestion question = {.market = market, .candidate = candidate, .job = job, .options = options, .waived = waived};
  const LinkForest links = LinkForestOf(market.jobs[job]);
  const PairProblem problem = PairProblemOf(question, links);
  const std::vector<FormProblem> forms = FormsAtPrices(problem.forms, prices);
  Knapsack knapsack;
  std::optional<Role> role = PairSearch(question, links, problem, forms, prices, knapsack).Run();
  if (role.has_value()) {
    role->score += prices.Of(market.jobs[job], *role);
  }
  return role;
}

namespace {

// Those of the adjustments whose cost several roles may share.
std::vector<AdjustmentIndex> BoughtOnce(const CompiledMarket& market, const std::vector<AdjustmentIndex>& adjustments,
                                        const ScoringPolicy& policy) {
  std::vector<AdjustmentIndex> bought;
  std::copy_if(adjustments.begin(), adjustments.end(), std::back_inserter(bought), [&](AdjustmentIndex index) {
    const CompiledAdjustment& adjustment = market.adjustments[index];
    return adjustment.is_bought_once() && CostAmount(adjustment, policy) != Score{};
  });
  return bought;
}

}  // namespace

absl::StatusOr<Carvings> Carve(const CompiledMarket& market, const Screening& screening, const SolveOptions& options,
                               const RunControl& run) {
  IndexedVector<JobIndex, LinkForest> links;
  links.reserve(market.jobs.size());
  for (const CompiledJob& job : market.jobs) {
    links.push_back(LinkForestOf(job));
  }
  Carvings carvings{.roles = IndexedVector<CandidateIndex, std::vector<CarvedRole>>(market.candidates.size()), .couples = {}};
  IndexedVector<CandidateIndex, int64_t> unproven(market.candidates.size());
  const Waiver nothing;
  const RolePrices in_plan = {.task = {}, .whole = Score{}, .carved = Score{}, .shares_purchases = true};
  const auto carve_all = [&](CandidateIndex candidate) {
    Knapsack knapsack;
    for (JobIndex job : screening.possible[candidate]) {
      const PairQuestion question = {.market = market, .candidate = candidate, .job = job, .options = options, .waived = nothing};
      const PairProblem problem = PairProblemOf(question, links[job]);
      PairSearch search(question, links[job], problem, problem.forms, in_plan, knapsack);
      std::optional<Role> role = search.Run();
      unproven[candidate] += search.is_proven() ? 0 : 1;
      if (role.has_value() && role->score > Score{0}) {
        carvings.roles[candidate].push_back(
            {.job = job, .role = *std::move(role), .bought_once = BoughtOnce(market, problem.gaps.relevant, options.scoring)});
      }
    }
  };
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(market.candidates.size()), "carve", run,
                                       [&](int64_t i) { carve_all(CandidateIndex(static_cast<size_t>(i))); }));
  JOBCARVE_ASSIGN_OR_RETURN(Couples couples, CarveCouples(market, options, run));
  carvings.couples = std::move(couples.good);
  carvings.unproven_count = couples.unproven_count;
  for (CandidateIndex candidate : market.candidates.Indices()) {
    carvings.pair_count += static_cast<int64_t>(screening.possible[candidate].size());
    carvings.unproven_count += unproven[candidate];
  }
  return carvings;
}

}  // namespace jobcarve
