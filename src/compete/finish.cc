// Tested by tests/compete/compete_oracle_test.cc.
#include "compete/finish.h"

#include <optional>
#include <utility>

#include "compete/column_search.h"

namespace jobcarve::compete {
namespace {

constexpr size_t kMaxListed = 2000;  // Bundles of one member at one work.

// Every bundle that a better selection could hold, if the source says all of them.
std::optional<Columns> AllColumns(const Contest& contest, const Part& part, std::span<const int64_t> surpluses, int64_t gap,
                                  const Desk& desk) {
  Columns all(part.members.size());
  for (size_t i = 0; i < part.members.size(); ++i) {
    const Member& member = part.members[i];
    for (const uint32_t work : member.works) {
      const std::optional<std::vector<Bundle>> bundles =
          contest.AskForAll(member.agent, work, desk.prices, surpluses[i] - gap, kMaxListed);
      if (!bundles.has_value()) {
        return std::nullopt;
      }
      for (const Bundle& bundle : *bundles) {
        all.Keep(i, work, bundle);
      }
    }
  }
  return all;
}

}  // namespace

Finished Finish(const Contest& contest, const Part& part, Selection held, std::span<const int64_t> prices,
                std::span<const int64_t> surpluses, const FinishLimits& limits, const Columns& columns, Desk& desk) {
  const int64_t value = ValueOf(held);
  if (value == limits.bound) {
    return {.selection = std::move(held), .is_optimal = true};
  }
  ShowPrices(part, prices, desk);
  const std::optional<Columns> all = AllColumns(contest, part, surpluses, limits.bound - value, desk);
  ColumnSearch search = SearchColumns(part, all.has_value() ? *all : columns, prices, value, limits.nodes, desk);
  const bool is_optimal = all.has_value() && !search.is_cut_short;
  return {.selection = search.better.has_value() ? *std::move(search.better) : std::move(held), .is_optimal = is_optimal};
}

}  // namespace jobcarve::compete
