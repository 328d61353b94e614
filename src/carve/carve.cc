// The search over one pair: without adjustments first, which gives a role to beat; then the sets of adjustments that could beat
// it, most promising first, each with every form. See README.md in this folder. Tested by tests/carve/carve_test.cc and, against
// every role there is, by tests/carve/carve_oracle_test.cc.
#include "jobcarve/carve/carve.h"

#include <algorithm>
#include <deque>

#include "base/parallel.h"
#include "carve/adjustment_sets.h"
#include "carve/bound.h"
#include "carve/branch.h"
#include "carve/handover.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve {
namespace {

// Sets of adjustments that are looked at before the search gives up on completeness: all sets of 16, many times over.
constexpr int64_t kMinSetVisits = 4'000'000;

class PairSearch {
 public:
  PairSearch(const PairQuestion& question, const LinkForest& links, Knapsack& knapsack)
      : question_(question),
        links_(links),
        problem_(PairProblemOf(question, links)),
        packing_(question.post(), links, question.waived.Waives(BarrierKind::kEmployerRules)) {
    const Doable all = {.tasks = problem_.gaps.closable, .holding = problem_.gaps.can_hold};
    for (const FormProblem& form : problem_.forms) {
      bounds_.emplace_back(form, question.post(), links, all);
      searches_.emplace_back(form, links, packing_, knapsack, question.options.search_node_limit);
    }
  }

  // Nothing was cut short: the role is the best, or there is none.
  bool is_proven() const {
    return is_complete_ && packing_.is_exact() &&
           std::all_of(searches_.begin(), searches_.end(), [](const FormSearch& search) { return search.is_complete(); });
  }

  std::optional<Role> Run() {
    if (problem_.forms.empty() || problem_.gaps.closable == 0) {
      return std::nullopt;
    }
    const AdjustmentSet nothing = {.doable = WithoutAdjustments()};
    for (size_t form = 0; form < searches_.size(); ++form) {
      if (CanMatter(form, nothing)) {
        searches_[form].Run(nothing, best_);
      }
    }
    if (!problem_.gaps.relevant.empty() && problem_.limits.count > 0) {
      SearchWithAdjustments();
    }
    return RoleOf();
  }

 private:
  struct Attempt {
    const AdjustmentSet* set = nullptr;
    size_t form = 0;
    int64_t bound = 0;
  };

  Doable WithoutAdjustments() const {
    TaskSet blocked = 0;
    TaskSet at_risk = 0;
    for (const GapSignature& signature : problem_.gaps.signatures) {
      blocked |= signature.blocked[0];
      at_risk |= signature.at_risk[0];
    }
    const TaskSet tasks = problem_.gaps.closable & ~links_.CloseOut(blocked);
    return {.tasks = tasks, .holding = tasks & problem_.gaps.can_hold & ~at_risk};
  }

  // Upper bound on a role of this form with this set; absent when there is none.
  std::optional<int64_t> BoundOf(size_t form, const Doable& doable, Score worth) const {
    const std::optional<int64_t> bound = bounds_[form].Of(doable);
    return bound.has_value() ? std::make_optional(*bound + worth.count()) : std::nullopt;
  }

  bool CanMatter(size_t form, const AdjustmentSet& set) const {
    const std::optional<int64_t> bound = BoundOf(form, set.doable, set.worth);
    return bound.has_value() && (!best_.exists() || *bound >= best_.value());
  }

  void SearchWithAdjustments() {
    // What the best role without adjustments is worth as well, others are not wanted for: it has fewer adjustments.
    const auto can_matter = [&](const Doable& doable, Score worth) {
      for (size_t form = 0; form < bounds_.size(); ++form) {
        const std::optional<int64_t> bound = BoundOf(form, doable, worth);
        if (bound.has_value() && (!best_.exists() || *bound > best_.value())) {
          return true;
        }
      }
      return false;
    };
    const AdjustmentSets found =
        EnumerateSets(question_.market, problem_.gaps, links_, problem_.limits, question_.options.scoring,
                      std::max(kMinSetVisits, question_.options.search_node_limit), can_matter);
    is_complete_ = is_complete_ && found.is_complete;
    for (const Attempt& attempt : AttemptsOf(found)) {
      if (CanMatter(attempt.form, *attempt.set)) {
        searches_[attempt.form].Run(*attempt.set, best_);
      }
    }
  }

  // Highest bound first.
  std::vector<Attempt> AttemptsOf(const AdjustmentSets& found) const {
    std::vector<Attempt> attempts;
    for (const AdjustmentSet& set : found.sets) {
      for (size_t form = 0; form < bounds_.size(); ++form) {
        const std::optional<int64_t> bound = BoundOf(form, set.doable, set.worth);
        if (bound.has_value() && !set.ids.empty()) {
          attempts.push_back({.set = &set, .form = form, .bound = *bound});
        }
      }
    }
    std::stable_sort(attempts.begin(), attempts.end(), [](const Attempt& a, const Attempt& b) { return a.bound > b.bound; });
    return attempts;
  }

  std::optional<Role> RoleOf() {
    if (!best_.exists()) {
      return std::nullopt;
    }
    Role role;
    role.form = best_.form();
    role.tasks = best_.tasks();
    role.adjustments = best_.adjustments();
    role.score = Score{best_.value()};
    if (role.form == Form::kStripped) {
      role.handed_over = packing_.Assign(question_.post().AllTasks() & ~role.tasks);
    }
    role.is_proven = is_proven();
    return role;
  }

  const PairQuestion& question_;
  const LinkForest& links_;
  const PairProblem problem_;
  HandoverPacking packing_;
  std::vector<FormBound> bounds_;    // By form.
  std::deque<FormSearch> searches_;  // By form.
  Incumbent best_;
  bool is_complete_ = true;
};

}  // namespace

std::optional<Role> CarvePair(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const SolveOptions& options,
                              const Waiver& waived) {
  const LinkForest links = LinkForestOf(market.jobs[job]);
  Knapsack knapsack;
  const PairQuestion question = {.market = market, .candidate = candidate, .job = job, .options = options, .waived = waived};
  return PairSearch(question, links, knapsack).Run();
}

absl::StatusOr<Carvings> Carve(const CompiledMarket& market, const Screening& screening, const SolveOptions& options,
                               const RunControl& run) {
  IndexedVector<JobIndex, LinkForest> links;
  links.reserve(market.jobs.size());
  for (const CompiledJob& job : market.jobs) {
    links.push_back(LinkForestOf(job));
  }
  Carvings carvings{.roles = IndexedVector<CandidateIndex, std::vector<CarvedRole>>(market.candidates.size())};
  IndexedVector<CandidateIndex, int64_t> unproven(market.candidates.size());
  const Waiver nothing;
  const auto carve_all = [&](CandidateIndex candidate) {
    Knapsack knapsack;
    for (JobIndex job : screening.possible[candidate]) {
      const PairQuestion question = {.market = market, .candidate = candidate, .job = job, .options = options, .waived = nothing};
      PairSearch search(question, links[job], knapsack);
      std::optional<Role> role = search.Run();
      unproven[candidate] += search.is_proven() ? 0 : 1;
      if (role.has_value() && role->score > Score{0}) {
        carvings.roles[candidate].push_back({.job = job, .role = *std::move(role)});
      }
    }
  };
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(market.candidates.size()), "carve", run,
                                       [&](int64_t i) { carve_all(CandidateIndex(static_cast<size_t>(i))); }));
  for (CandidateIndex candidate : market.candidates.Indices()) {
    carvings.pair_count += static_cast<int64_t>(screening.possible[candidate].size());
    carvings.unproven_count += unproven[candidate];
  }
  return carvings;
}

}  // namespace jobcarve
