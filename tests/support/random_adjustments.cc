// Adjustments of a random market: prices, times and effects, with what they require and exclude.
// Tested by tests/support/random_market_test.cc.
#include <algorithm>
#include <string>

#include "absl/algorithm/container.h"
#include "support/market_draft.h"

namespace jobcarve::test {
namespace {

// Levels that matter: a step or two, or the whole scale.
Effect RandomEffect(MarketDraft& draft) {
  const Dimension& dimension = PickOne(draft.rng, draft.market.dimensions);
  const int64_t top = dimension.max_level.count();
  Effect effect;
  effect.dimension_id = dimension.id;
  const int64_t size = draft.rng.Chance(500) ? top : draft.rng.Between(1, std::max<int64_t>(1, top / 2));
  if (draft.rng.Chance(600)) {
    effect.raise = Level{size};
  } else {
    effect.ease = Level{size};
  }
  if (draft.Rarely()) {
    effect.raise = Level{draft.rng.Between(1, top)};
    effect.ease = Level{draft.rng.Between(0, top)};
  }
  if (draft.Rarely()) {
    effect.reduced_raise = Level{draft.rng.Between(1, top)};
    effect.raise = draft.rng.Chance(500) ? Level{0} : effect.raise;
  }
  if (draft.Rarely()) {
    effect.only_tag = draft.RandomTag();
  }
  return effect;
}

Adjustment RandomAdjustment(MarketDraft& draft, int64_t number) {
  Adjustment adjustment;
  adjustment.id = Numbered("adjustment", number);
  adjustment.name = adjustment.id;
  adjustment.kind = static_cast<AdjustmentKind>(draft.rng.Between(1, 3));
  for (int64_t i = draft.rng.Between(1, 4); i > 0; --i) {
    adjustment.effects.push_back(RandomEffect(draft));
  }
  if (draft.rng.Chance(600)) {
    adjustment.one_off = Pence{PickOne<int64_t>(draft.rng, {0, 500, 5'000, 10'000, 33'333})};
    adjustment.weekly = Pence{PickOne<int64_t>(draft.rng, {0, 0, 100, 500, 77})};
    adjustment.funder = static_cast<Funder>(draft.rng.Between(1, 3));
  }
  if (draft.On()) {
    adjustment.lead_time = Days{PickOne<int64_t>(draft.rng, {1, 7, 14, 60})};
    if (draft.rng.Chance(500)) {
      adjustment.late_lead_time = adjustment.lead_time + Days{PickOne<int64_t>(draft.rng, {0, 7, 60})};
    }
    if (draft.rng.Chance(300)) {
      adjustment.interim = {.text = "until then", .lead_time = Days{draft.rng.Between(0, adjustment.lead_time.count())}};
    }
  }
  if (draft.On()) {
    adjustment.coworker_minutes = Minutes{PickOne<int64_t>(draft.rng, {10, 30, 60})};
  }
  if (draft.rng.Chance(draft.options.once_permille)) {
    adjustment.scope = draft.rng.Chance(500) ? Scope::kJob : Scope::kSite;
    adjustment.one_off = Pence{PickOne<int64_t>(draft.rng, {500, 33'333, 200'000})};
    adjustment.funder = static_cast<Funder>(draft.rng.Between(1, 3));
  }
  if (draft.Rarely()) {
    adjustment.covers_reduced_days = true;
    if (draft.rng.Chance(500)) {
      adjustment.effects.clear();
    }
  }
  if (draft.On()) {
    adjustment.support_minutes = Minutes{PickOne<int64_t>(draft.rng, {15, 30, 60})};
  }
  return adjustment;
}

// Does an adjustment need this one, however far? Each needs at most one directly.
bool Rests(const Market& market, const Adjustment& adjustment, const std::string& other) {
  if (adjustment.requires_ids.empty()) {
    return false;
  }
  const std::string& below = adjustment.requires_ids.front();
  const auto found = absl::c_find_if(market.adjustments, [&](const Adjustment& earlier) { return earlier.id == below; });
  return below == other || (found != market.adjustments.end() && Rests(market, *found, other));
}

}  // namespace

// Prerequisites are earlier ones, so there are chains and no circles. What is required may have no effect of its own.
void AddAdjustments(MarketDraft& draft) {
  for (int64_t i = 0; i < draft.options.adjustment_count; ++i) {
    Adjustment adjustment = RandomAdjustment(draft, i);
    if (i > 0 && draft.Rarely()) {
      Adjustment& required = draft.market.adjustments[static_cast<size_t>(draft.rng.Below(i))];
      adjustment.requires_ids.push_back(required.id);
      if (draft.rng.Chance(200)) {
        required.effects.clear();
      }
    }
    const std::string other = Numbered("adjustment", draft.rng.Below(i + 1));
    if (other != adjustment.id && !Rests(draft.market, adjustment, other) && draft.Rarely()) {
      adjustment.excludes_ids.push_back(other);
    }
    draft.market.adjustments.push_back(adjustment);
  }
}

}  // namespace jobcarve::test
