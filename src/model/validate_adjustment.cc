// Adjustments: their own fields, and whether each can ever be in place together with all that it requires, directly or not.
// Two adjustments may require each other: then they come together. Tested by tests/model/validate_adjustment_test.cc.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "model/validating.h"

namespace jobcarve::internal {
namespace {

constexpr int64_t kMaxOneOffPence = 1'000'000'000;
constexpr int64_t kMaxWeeklyPence = 10'000'000;
constexpr int64_t kMaxLeadTimeDays = 3'650;

void CheckEffect(const Context& context, const Path& path, const Effect& effect, Faults& faults) {
  const auto dimension = faults.CheckReference(path / "dimension_id", effect.dimension_id, context.dimensions);
  if (dimension.has_value()) {
    const int64_t max_level = std::max<int64_t>(context.market.dimensions[*dimension].max_level.count(), 0);
    faults.CheckRange(path / "raise", effect.raise, 0, max_level);
    faults.CheckRange(path / "ease", effect.ease, 0, max_level);
    faults.CheckRange(path / "reduced_raise", effect.reduced_raise, 0, max_level);
  }
  if (effect.raise == Level{0} && effect.ease == Level{0} && effect.reduced_raise == Level{0}) {
    faults.Add(path, "does nothing: raise + ease + reduced_raise must be at least 1");
  }
  if (!effect.only_tag.empty()) {
    faults.CheckId(path / "only_tag", effect.only_tag);
  }
}

// The adjustment and all that it requires, directly or not, by position; stops growing beyond kMaxPrerequisites.
std::vector<size_t> ClosureOf(const Context& context, size_t adjustment) {
  std::vector<size_t> closure = {adjustment};
  for (size_t next = 0; next < closure.size(); ++next) {
    for (const std::string& id : context.market.adjustments[closure[next]].requires_ids) {
      const std::optional<size_t> required = context.adjustments.Find(id);
      if (required.has_value() && !absl::c_linear_search(closure, *required)) {
        closure.push_back(*required);
      }
      if (closure.size() > kMaxPrerequisites + 1) {
        return closure;
      }
    }
  }
  return closure;
}

// Can it be in place at all?
void CheckPrerequisites(const Context& context, const Path& path, size_t position, Faults& faults) {
  std::vector<size_t> closure = ClosureOf(context, position);
  const Path requires_ids = path / "requires_ids";
  if (closure.size() > kMaxPrerequisites + 1) {
    faults.Add(requires_ids, absl::StrCat("more than ", kMaxPrerequisites, " others are required, directly or not"));
    return;
  }
  absl::c_sort(closure);
  for (size_t i = 0; i < closure.size(); ++i) {
    for (size_t j = i + 1; j < closure.size(); ++j) {
      if (context.exclusions.Contains(closure[i], closure[j])) {
        faults.Add(requires_ids,
                   absl::StrCat("can never be in place: it needs ", Quoted(context.market.adjustments[closure[i]].id), " and ",
                                Quoted(context.market.adjustments[closure[j]].id), ", which exclude each other"));
        return;
      }
    }
  }
}

void CheckNotItself(const Path& path, absl::string_view name, const std::vector<std::string>& ids, absl::string_view own,
                    Faults& faults) {
  for (size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] == own) {
      faults.Add(path.At(name, i), "names the adjustment itself");
    }
  }
}

void CheckCosts(const Path& path, const Adjustment& adjustment, Faults& faults) {
  faults.CheckRange(path / "one_off_pence", adjustment.one_off, 0, kMaxOneOffPence);
  faults.CheckRange(path / "weekly_pence", adjustment.weekly, 0, kMaxWeeklyPence);
  const bool costs_something = adjustment.one_off > Pence{0} || adjustment.weekly > Pence{0};
  faults.CheckEnum(path / "funder", adjustment.funder, Funder::kProvider, costs_something);
}

void CheckLeadTimes(const Path& path, const Adjustment& adjustment, Faults& faults) {
  faults.CheckRange(path / "lead_time_days", adjustment.lead_time, 0, kMaxLeadTimeDays);
  const int64_t median = std::clamp<int64_t>(adjustment.lead_time.count(), 0, kMaxLeadTimeDays);
  faults.CheckRange(path / "lead_time_p90_days", adjustment.late_lead_time, median, kMaxLeadTimeDays);
  if (adjustment.interim.has_value()) {
    const Path interim = path / "interim";
    faults.CheckText(interim / "text", adjustment.interim->text, true);
    faults.CheckRange(interim / "lead_time_days", adjustment.interim->lead_time, 0, median);
  }
}

void CheckAdjustment(const Context& context, const Path& root, size_t position, bool is_required_by_another, Faults& faults) {
  const Adjustment& adjustment = context.market.adjustments[position];
  const Path path = root.At("adjustments", position, "adjustment", adjustment.id);
  faults.CheckOwnId(path / "id", adjustment.id, position, context.adjustments, "adjustments");
  faults.CheckText(path / "name", adjustment.name, true);
  faults.CheckEnum(path / "kind", adjustment.kind, AdjustmentKind::kSupport, true);
  if (adjustment.effects.empty() && !adjustment.covers_reduced_days && !is_required_by_another) {
    faults.Add(path / "effects", "is empty, and no other adjustment requires this one");
  }
  for (size_t i = 0; i < adjustment.effects.size(); ++i) {
    CheckEffect(context, path.At("effects", i), adjustment.effects[i], faults);
  }
  CheckCosts(path, adjustment, faults);
  CheckLeadTimes(path, adjustment, faults);
  faults.CheckRange(path / "coworker_minutes", adjustment.coworker_minutes, 0, kMinutesPerWeek.count());
  faults.CheckRange(path / "support_minutes", adjustment.support_minutes, 0, kMinutesPerWeek.count());
  faults.CheckReferences(path, "requires_ids", adjustment.requires_ids, context.adjustments);
  CheckNotItself(path, "requires_ids", adjustment.requires_ids, adjustment.id, faults);
  CheckPrerequisites(context, path, position, faults);
  faults.CheckReferences(path, "excludes_ids", adjustment.excludes_ids, context.adjustments);
  CheckNotItself(path, "excludes_ids", adjustment.excludes_ids, adjustment.id, faults);
  faults.CheckEnum(path / "legal_limb", adjustment.legal_limb, LegalLimb::kAuxiliaryAid, false);
  faults.CheckEnum(path / "scope", adjustment.scope, Scope::kSite, false);
}

// For each adjustment, does another require it?
std::vector<bool> RequiredByAnother(const Context& context) {
  std::vector<bool> is_required(context.market.adjustments.size(), false);
  for (size_t i = 0; i < context.market.adjustments.size(); ++i) {
    for (const std::string& id : context.market.adjustments[i].requires_ids) {
      const std::optional<size_t> required = context.adjustments.Find(id);
      if (required.has_value() && *required != i) {
        is_required[*required] = true;
      }
    }
  }
  return is_required;
}

}  // namespace

Exclusions::Exclusions(const std::vector<Adjustment>& adjustments, const Ids& ids) {
  for (size_t i = 0; i < adjustments.size(); ++i) {
    for (const std::string& id : adjustments[i].excludes_ids) {
      const std::optional<size_t> other = ids.Find(id);
      if (other.has_value() && *other != i) {
        pairs_.insert(std::minmax(i, *other));
      }
    }
  }
}

void CheckAdjustments(const Context& context, const Path& root, Faults& faults) {
  const size_t count = context.market.adjustments.size();
  faults.CheckSize(root / "adjustments", count, 0, kMaxAdjustments);
  const std::vector<bool> is_required = RequiredByAnother(context);
  for (size_t i = 0; i < count; ++i) {
    CheckAdjustment(context, root, i, is_required[i], faults);
  }
}

}  // namespace jobcarve::internal
