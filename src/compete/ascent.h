// ascent.h: prices that make the bound low. (The dual is minimised; ascent is the literature's word for its mirror image.)
#ifndef JOBCARVE_SRC_COMPETE_ASCENT_H_
#define JOBCARVE_SRC_COMPETE_ASCENT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "compete/columns.h"
#include "compete/part.h"
#include "compete/pricing.h"
#include "jobcarve/base/run_control.h"

namespace jobcarve::compete {

class Ascent {
 public:
  // What is offered at some prices, and the bound that follows.
  struct Point {
    std::vector<int64_t> prices;  // By the part's resources.
    int64_t bound = 0;            // Sum of room x price and of all surpluses: no selection is worth more.
    Selection offers;             // Each member's best.
    std::vector<int64_t> excess;  // By the part's resources: what the offers use beyond the room.
  };

  // All must outlive the ascent; the part is laid out on the desk.
  Ascent(const Contest& contest, const Part& part, Desk& desk, Columns& columns);

  // Prices guessed from what units are worth, at the best of a few heights; or `prices`.
  absl::Status Start(const RunControl& run);
  absl::Status StartAt(std::vector<int64_t> prices, const RunControl& run);

  // One step from the last point towards a bound of `value`, which is that of a selection. False, and no step, when no prices are
  // better or the steps have become too short to matter.
  absl::StatusOr<bool> Step(int64_t value, const RunControl& run);

  const Point& last() const { return last_; }
  const Point& best() const { return best_; }

 private:
  absl::Status Evaluate(const RunControl& run);
  absl::Status PriceMembers(const RunControl& run);
  std::vector<int64_t> RivalWorths() const;
  void ScaleResources();
  void Restart();
  void TurnDirection();
  bool Move(int64_t gap);  // False when there is nowhere to go.

  const Contest& contest_;
  const Part& part_;
  Desk& desk_;
  Columns& columns_;
  Pricing pricing_;
  std::vector<int64_t> scale_;      // By the part's resources: the most of it that a bundle may use.
  std::vector<int64_t> direction_;  // In fixed point, per unit of scale.
  std::vector<int64_t> fine_;       // Prices with a fraction.
  Point last_;
  Point best_;
  int64_t permille_ = 500;  // Of Polyak's step.
  int stalls_ = 0;
};

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_ASCENT_H_
