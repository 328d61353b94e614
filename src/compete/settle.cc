// Tested by tests/compete/compete_oracle_test.cc.
#include "compete/settle.h"

#include <iterator>
#include <utility>

#include "compete/ascent.h"
#include "compete/column_search.h"
#include "compete/repair.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::compete {
namespace {

constexpr int64_t kRepairPercents[] = {70, 100, 40, 90};  // Of the prices, in turn.

void TakeIfBetter(const Part& part, Selection candidate, const Desk& desk, Selection& selection, int64_t& value) {
  if (const int64_t its_value = ValueOf(candidate); its_value > value && IsFeasible(part, candidate, desk)) {
    selection = std::move(candidate);
    value = its_value;
  }
}

}  // namespace

absl::StatusOr<Settled> Settle(const Contest& contest, const Part& part, Selection start,
                               std::optional<std::vector<int64_t>> prices, const SettleLimits& limits, const RunControl& run,
                               Columns& columns, Desk& desk) {
  Ascent ascent(contest, part, desk, columns);
  JOBCARVE_RETURN_IF_ERROR(prices.has_value() ? ascent.StartAt(*std::move(prices), run) : ascent.Start(run));
  Selection selection = std::move(start);
  int64_t value = ValueOf(selection);
  for (int32_t step = 0; step < limits.dual_steps && ascent.best().bound > value; ++step) {
    if (step % limits.repair_every == 0) {
      const int64_t percent = kRepairPercents[static_cast<size_t>(step / limits.repair_every) % std::size(kRepairPercents)];
      const Ascent::Point& point = ascent.last();
      TakeIfBetter(part, Repair(contest, part, point.offers, point.prices, percent, columns, desk), desk, selection, value);
    }
    JOBCARVE_ASSIGN_OR_RETURN(const bool has_moved, ascent.Step(value, run));
    if (!has_moved) {
      break;
    }
  }
  if (ascent.best().bound > value && limits.search_nodes > 0) {
    ColumnSearch search = SearchColumns(part, columns, ascent.best().prices, value, limits.search_nodes, desk);
    if (search.better.has_value()) {
      selection = *std::move(search.better);
    }
  }
  Settled settled = {
      .selection = std::move(selection), .prices = ascent.best().prices, .surpluses = {}, .bound = ascent.best().bound};
  for (const std::optional<Offer>& offer : ascent.best().offers) {
    settled.surpluses.push_back(offer.has_value() ? offer->surplus : 0);
  }
  return settled;
}

}  // namespace jobcarve::compete
