// The search of carve.cc over one form with more rules. Tested by tests/carve/carve_tasks_test.cc.
#include "jobcarve/carve/carve_tasks.h"

#include "absl/functional/function_ref.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"
#include "carve/search.h"

namespace jobcarve {
namespace {

// `narrow` puts its rules on the form and says whether any role is left.
std::optional<Role> SearchNarrowed(const PairQuestion& question, Form form, const RolePrices& prices,
                                   absl::FunctionRef<bool(FormProblem&)> narrow) {
  const LinkForest links = LinkForestOf(question.post());
  const PairProblem problem = PairProblemOf(question, links);
  std::vector<FormProblem> forms = FormsAtPrices(problem.forms, prices);
  std::erase_if(forms, [&](FormProblem& one) { return one.form != form || !narrow(one); });
  Knapsack knapsack;
  std::optional<Role> role = PairSearch(question, links, problem, forms, prices, knapsack).Run();
  if (role.has_value()) {
    role->score += prices.Of(question.post(), *role);
  }
  return role;
}

}  // namespace

std::optional<Role> CarveCount(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, Form form,
                               int64_t task_count, const SolveOptions& options) {
  const Waiver nothing;
  const PairQuestion question = {.market = market, .candidate = candidate, .job = job, .options = options, .waived = nothing};
  const size_t count = question.post().tasks.size();
  return SearchNarrowed(question, form, {}, [&](FormProblem& problem) {
    problem.rules.push_back({.amount = std::vector<int64_t>(count, 1), .at_most = task_count});
    problem.rules.push_back({.amount = std::vector<int64_t>(count, -1), .at_most = -task_count});
    return true;
  });
}

std::optional<Role> CarveTasks(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, Form form, TaskSet tasks,
                               const SolveOptions& options, const RolePrices& prices) {
  const Waiver nothing;
  const PairQuestion question = {.market = market, .candidate = candidate, .job = job, .options = options, .waived = nothing};
  return SearchNarrowed(question, form, prices, [&](FormProblem& problem) {
    problem.must_have |= tasks;
    problem.must_not |= question.post().AllTasks() & ~tasks;
    return (problem.must_have & problem.must_not) == 0;
  });
}

}  // namespace jobcarve
