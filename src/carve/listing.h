// listing.h: every role of one form, with one set of adjustments, that is worth at least so much.
#ifndef JOBCARVE_SRC_CARVE_LISTING_H_
#define JOBCARVE_SRC_CARVE_LISTING_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "carve/adjustment_sets.h"
#include "carve/bound.h"
#include "carve/handover.h"
#include "carve/knapsack.h"
#include "carve/links.h"
#include "carve/pair.h"

namespace jobcarve {

struct ListedRole {
  TaskSet tasks = 0;
  int64_t value = 0;  // Of the form's values, and of the set's.
};

// Walks the forest of items once for each choice. A choice that differs from what the bound would choose costs at least its gain;
// what costs more than the bound is above `least` is left.
class RoleListing {
 public:
  // Everything is kept by reference. `packing` is there when the form needs takers.
  RoleListing(const FormProblem& problem, const LinkForest& links, HandoverPacking* packing)
      : problem_(problem), links_(links), packing_(packing) {}

  // Nothing when that would take more than `most_steps`.
  std::optional<std::vector<ListedRole>> From(int64_t least, const AdjustmentSet& set, int64_t most_steps);

 private:
  struct Partial {
    TaskSet tasks = 0;
    int64_t units = 0;
    int64_t value = 0;
    int64_t cost = 0;
  };

  void Visit(size_t item, const Partial& so_far);
  void Finish(const Partial& role);
  bool KeepsRules(TaskSet tasks) const;

  const FormProblem& problem_;
  const LinkForest& links_;
  HandoverPacking* packing_;

  int64_t least_ = 0;
  int64_t worth_ = 0;   // Of the set.
  int64_t budget_ = 0;  // What a choice may cost.
  int64_t steps_left_ = 0;
  std::vector<KnapsackItem> items_;
  std::vector<int64_t> gain_;      // By item, at the bound's price.
  std::vector<int64_t> given_up_;  // By item: what leaving it out costs, with all that hangs below it.
  std::vector<ListedRole> roles_;
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_CARVE_LISTING_H_
