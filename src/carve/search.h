// search.h: the search over one pair: forms and sets of adjustments, most promising first.
#ifndef JOBCARVE_SRC_CARVE_SEARCH_H_
#define JOBCARVE_SRC_CARVE_SEARCH_H_

#include <optional>
#include <vector>

#include "carve/adjustment_sets.h"
#include "carve/bound.h"
#include "carve/branch.h"
#include "carve/handover.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"
#include "jobcarve/carve/carve.h"

namespace jobcarve {

class PairSearch {
 public:
  // Everything is kept by reference. `forms` are problem.forms, or those at `prices`.
  PairSearch(const PairQuestion& question, const LinkForest& links, const PairProblem& problem,
             const std::vector<FormProblem>& forms, const RolePrices& prices, Knapsack& knapsack);

  // The best role with any adjustments, or with one of these sets. Its score is the forms' value of it.
  std::optional<Role> Run();
  std::optional<Role> RunOver(const std::vector<AdjustmentSet>& sets);

  // Before either: roles worth no more than this are not wanted.
  void StartAt(int64_t floor) { best_ = Incumbent(floor); }

  // Nothing was cut short: the role is the best, or there is none.
  bool is_proven() const;

 private:
  struct Attempt {
    const AdjustmentSet* set = nullptr;
    size_t form = 0;
    int64_t bound = 0;
  };

  bool IsHopeless() const { return searches_.empty() || problem_.gaps.closable == 0; }
  Doable WithoutAdjustments() const;
  std::optional<int64_t> BoundOf(const Doable& doable, Score worth) const;
  bool CanMatter(int64_t bound) const;
  void AddPricesFor(const Doable& doable);
  void SearchWithAdjustments();
  void TryInOrder(const std::vector<AdjustmentSet>& sets);
  std::optional<Role> RoleOf();

  const PairQuestion& question_;
  const PairProblem& problem_;
  const RolePrices& prices_;
  std::optional<HandoverPacking> packing_;  // Where a form needs takers.
  std::vector<FormBound> bounds_;           // By form.
  std::vector<FormSearch> searches_;        // By form.
  Incumbent best_;
  bool is_complete_ = true;
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_SEARCH_H_
