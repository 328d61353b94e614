// Without adjustments first, which gives a role to beat; then the sets of adjustments that could beat it, most promising first,
// each with every form. See README.md in this folder. Tested by tests/carve/carve_test.cc and, against every role there is, by
// tests/carve/carve_oracle_test.cc.
#include "carve/search.h"

#include <algorithm>

namespace jobcarve {
namespace {

// Sets of adjustments that are looked at before the search gives up on completeness: all sets of 16, many times over.
constexpr int64_t kMinSetVisits = 4'000'000;

}  // namespace

PairSearch::PairSearch(const PairQuestion& question, const LinkForest& links, const PairProblem& problem,
                       const std::vector<FormProblem>& forms, const RolePrices& prices, Knapsack& knapsack)
    : question_(question), problem_(problem), prices_(prices) {
  bounds_.reserve(forms.size());
  searches_.reserve(forms.size());
  for (const FormProblem& form : forms) {
    if (form.needs_takers) {
      packing_.emplace(question.post(), links, question.waived.Waives(BarrierKind::kEmployerRules));
    }
    bounds_.emplace_back(form, links);
    searches_.emplace_back(form, links, form.needs_takers ? &*packing_ : nullptr, knapsack, question.options.search_node_limit);
  }
}

bool PairSearch::is_proven() const {
  return is_complete_ && (!packing_.has_value() || packing_->is_exact()) &&
         std::all_of(searches_.begin(), searches_.end(), [](const FormSearch& search) { return search.is_complete(); });
}

std::optional<Role> PairSearch::Run() {
  if (IsHopeless()) {
    return std::nullopt;
  }
  const AdjustmentSet nothing = {.doable = WithoutAdjustments()};
  AddPricesFor(nothing.doable);
  TryInOrder({nothing});
  if (!problem_.gaps.relevant.empty() && problem_.limits.count > 0) {
    SearchWithAdjustments();
  }
  return RoleOf();
}

std::optional<Role> PairSearch::RunOver(const std::vector<AdjustmentSet>& sets) {
  if (IsHopeless()) {
    return std::nullopt;
  }
  AddPricesFor(WithoutAdjustments());
  if (sets.size() > 1) {
    AddPricesFor({.tasks = problem_.gaps.closable, .holding = problem_.gaps.can_hold});
  }
  TryInOrder(sets);
  return RoleOf();
}

Doable PairSearch::WithoutAdjustments() const {
  GapLeft all;
  for (const GapSignature& signature : problem_.gaps.signatures) {
    const GapLeft& left = problem_.gaps.LeftBy(signature, 0);
    all.blocked |= left.blocked;
    all.at_risk |= left.at_risk;
  }
  return problem_.gaps.DoableBut(all);
}

// Upper bound on a role of any form with such a set; absent when there is none.
std::optional<int64_t> PairSearch::BoundOf(const Doable& doable, Score worth) const {
  std::optional<int64_t> most;
  for (const FormBound& form : bounds_) {
    most = std::max(most, form.Of(doable));  // No bound is less than any.
  }
  return most.has_value() ? std::make_optional(*most + worth.count()) : std::nullopt;
}

// Among equals the fewest adjustments come first: what a role without any is worth as well, others are not wanted for.
bool PairSearch::CanMatter(int64_t bound) const {
  return !best_.exists() || bound > best_.value() || (bound == best_.value() && !best_.adjustments().empty());
}

void PairSearch::AddPricesFor(const Doable& doable) {
  for (FormBound& bound : bounds_) {
    bound.AddPriceFor(doable);
  }
}

void PairSearch::SearchWithAdjustments() {
  std::vector<AdjustmentIndex> tried;
  const auto bound_of = [this](const Doable& doable, Score worth) { return BoundOf(doable, worth); };
  const auto can_matter = [this](int64_t bound) { return CanMatter(bound); };
  const auto try_first = [&](const AdjustmentSet& set) {
    TryInOrder({set});
    AddPricesFor(set.doable);
    tried = set.ids;
  };
  AddPricesFor({.tasks = problem_.gaps.closable, .holding = problem_.gaps.can_hold});
  const auto worth_of = [this](AdjustmentIndex adjustment) { return WorthOf(question_, prices_, adjustment); };
  AdjustmentSets found = EnumerateSets(
      question_.market, problem_.gaps, problem_.limits, std::max(kMinSetVisits, question_.options.search_node_limit),
      {.bound_of = bound_of, .can_matter = can_matter, .try_first = try_first, .worth_of = worth_of});
  is_complete_ = is_complete_ && found.is_complete;
  std::erase_if(found.sets, [&](const AdjustmentSet& set) { return set.ids.empty() || set.ids == tried; });
  TryInOrder(found.sets);
}

// Highest bound first.
void PairSearch::TryInOrder(const std::vector<AdjustmentSet>& sets) {
  std::vector<Attempt> attempts;
  for (const AdjustmentSet& set : sets) {
    for (size_t form = 0; form < bounds_.size(); ++form) {
      if (const std::optional<int64_t> bound = bounds_[form].Of(set.doable); bound.has_value()) {
        attempts.push_back({.set = &set, .form = form, .bound = *bound + set.worth.count()});
      }
    }
  }
  std::stable_sort(attempts.begin(), attempts.end(), [](const Attempt& a, const Attempt& b) { return a.bound > b.bound; });
  for (const Attempt& attempt : attempts) {
    if (best_.exists() && attempt.bound < best_.value()) {
      break;
    }
    searches_[attempt.form].Run(*attempt.set, best_);
  }
}

std::optional<Role> PairSearch::RoleOf() {
  if (!best_.is_role()) {
    return std::nullopt;
  }
  Role role;
  role.form = best_.form();
  role.tasks = best_.tasks();
  role.adjustments = best_.adjustments();
  role.score = Score{best_.value()};
  if (role.form == Form::kStripped) {
    role.handed_over = packing_->Assign(question_.post().AllTasks() & ~role.tasks);
  }
  role.is_proven = is_proven();
  role.shares_purchases = prices_.shares_purchases;
  return role;
}

}  // namespace jobcarve
