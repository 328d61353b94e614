// By id and by walking lists, sentence by sentence of proto/README.md. Tested by tests/support/contract_checker_test.cc.
#include "support/weighing.h"

#include <algorithm>

namespace jobcarve::test {
namespace {

// A demand of the role, and the tags that effects see: nullptr for a condition.
struct Asked {
  const Demand& demand;
  const Ids* tags;
  std::string task_id;  // Empty for a condition.
};

// Conditions first, then tasks by id. `tags` has room for those of every task.
std::vector<Asked> DemandsOf(const OraclePair& pair, const OracleRole& role, std::map<std::string, Ids>& tags) {
  std::vector<Asked> asked;
  for (const Demand& demand : pair.job.conditions) {
    asked.push_back({demand, nullptr, ""});
  }
  for (const std::string& id : role.task_ids) {
    const Task& task = FindTask(pair.job, id);
    tags[id] = TagsOf(pair, task);
    for (const Demand& demand : task.demands) {
      asked.push_back({demand, &tags[id], id});
    }
  }
  return asked;
}

int64_t LevelsFrom(const Adjustment& adjustment, const Asked& asked, DayKind day) {
  int64_t levels = 0;
  for (const Effect& effect : adjustment.effects) {
    const bool acts = effect.only_tag.empty() || (asked.tags != nullptr && asked.tags->count(effect.only_tag) != 0);
    if (effect.dimension_id == asked.demand.dimension_id && acts) {
      levels += effect.raise.count() + effect.ease.count() + (day == DayKind::kReduced ? effect.reduced_raise.count() : 0);
    }
  }
  return levels;
}

// At most what is asked for.
int64_t Reached(const OraclePair& pair, const Ids& in_force, const Asked& asked, DayKind day) {
  const Capability& capability = *FindCapability(pair.candidate, asked.demand.dimension_id);
  int64_t level = (day == DayKind::kReduced ? capability.reduced_level.value_or(capability.level) : capability.level).count();
  for (const std::string& id : in_force) {
    level += LevelsFrom(FindAdjustment(pair.market, id), asked, day);
  }
  return std::min(level, asked.demand.level.count());
}

// Reduced days, if there are any, first.
std::vector<DayKind> DaysOf(const Candidate& candidate) {
  return candidate.reduced_weeks > Permille{0} ? std::vector<DayKind>{DayKind::kReduced, DayKind::kOrdinary}
                                               : std::vector<DayKind>{DayKind::kOrdinary};
}

void NoteGaps(const OraclePair& pair, const OracleRole& role, const Adjustment& adjustment, ProposedAdjustment& expected) {
  std::map<std::string, Ids> tags;
  std::map<std::string, ClosedGap> widest;
  const Ids own = OwnInForce(pair);
  Ids with_it = own;
  with_it.insert(adjustment.id);
  for (const Asked& asked : DemandsOf(pair, role, tags)) {
    const std::string& dimension = asked.demand.dimension_id;
    for (const DayKind day : DaysOf(pair.candidate)) {
      if (FindCapability(pair.candidate, dimension) == nullptr || LevelsFrom(adjustment, asked, day) == 0) {
        continue;
      }
      const ClosedGap gap{.needed = asked.demand.level,
                          .before = Level{Reached(pair, own, asked, day)},
                          .after = Level{Reached(pair, with_it, asked, day)}};
      if (gap.before < gap.needed &&
          (widest.count(dimension) == 0 || gap.needed - gap.before > widest[dimension].needed - widest[dimension].before)) {
        widest[dimension] = gap;
      }
    }
  }
  for (const auto& [dimension, gap] : widest) {
    expected.closes_dimension_ids.push_back(dimension);
    expected.gaps.push_back(gap);
  }
}

std::vector<std::string> OpenedTasks(const OraclePair& pair, const OracleRole& role, const std::string& adjustment_id) {
  Ids others = InForce(pair, Ids(role.adjustment_ids.begin(), role.adjustment_ids.end()));
  others.erase(adjustment_id);
  std::map<std::string, Ids> tags;
  Ids opened;
  for (const Asked& asked : DemandsOf(pair, role, tags)) {
    if (IsMet(pair, others, asked.demand, asked.tags, DayKind::kOrdinary)) {
      continue;
    }
    if (asked.task_id.empty()) {
      return role.task_ids;
    }
    opened.insert(asked.task_id);
  }
  for (const std::string& id : role.task_ids) {
    const Task& task = FindTask(pair.job, id);
    if (MustHold(pair, task) && !Holds(pair, others, task) && !AreCovered(pair, others)) {
      opened.insert(id);
    }
  }
  return {opened.begin(), opened.end()};
}

Level MostAskedByRole(const OraclePair& pair, const OracleRole& role, const std::string& dimension_id) {
  std::map<std::string, Ids> tags;
  Level most;
  for (const Asked& asked : DemandsOf(pair, role, tags)) {
    most = asked.demand.dimension_id == dimension_id ? std::max(most, asked.demand.level) : most;
  }
  return most;
}

RouteKind LeastChange(const Selection& selection, const std::string& dimension_id) {
  RouteKind least = RouteKind::kUnspecified;
  for (const SelectionRoute& route : selection.routes) {
    const std::vector<std::string>& removed = route.removes_dimension_ids;
    const bool takes_it = route.kind == RouteKind::kWorkingInterview || route.kind == RouteKind::kWorkTrial ||
                          std::count(removed.begin(), removed.end(), dimension_id) > 0;
    if (takes_it && (least == RouteKind::kUnspecified || route.kind < least)) {
      least = route.kind;
    }
  }
  return least == RouteKind::kUnspecified ? RouteKind::kPanelInterview : least;
}

}  // namespace

ProposedAdjustment ExpectedAdjustment(const OraclePair& pair, const OracleRole& role, const std::string& adjustment_id) {
  const Adjustment& adjustment = FindAdjustment(pair.market, adjustment_id);
  ProposedAdjustment expected;
  expected.adjustment_id = adjustment_id;
  expected.first_year_cost = Pence{FirstYearCost(adjustment)};
  expected.funder = adjustment.funder;
  expected.lead_time = adjustment.lead_time;
  expected.coworker_minutes = adjustment.coworker_minutes;
  expected.support_minutes = adjustment.support_minutes;
  NoteGaps(pair, role, adjustment, expected);
  expected.opens_task_ids = OpenedTasks(pair, role, adjustment_id);
  expected.late_lead_time = adjustment.late_lead_time.value_or(adjustment.lead_time);
  if (adjustment.interim) {
    expected.interim_lead_time = adjustment.interim->lead_time;
  }
  const std::optional<Pence>& limit = FindEmployer(pair.market, pair.job.employer_id).max_adjustment_cost;
  if (adjustment.funder == Funder::kEmployer && limit && *limit > Pence{0}) {
    const int64_t whole = 2 * limit->count();
    expected.employer_limit_share = Permille{(2000 * FirstYearCost(adjustment) + limit->count()) / whole};
  }
  return expected;
}

std::optional<Pence> ExpectedShare(const OraclePair& pair, const OracleRole& role) {
  int64_t cost = 0;
  for (const std::string& id : role.adjustment_ids) {
    const Adjustment& adjustment = FindAdjustment(pair.market, id);
    const bool is_shared = adjustment.funder == Funder::kAccessToWork && adjustment.kind == AdjustmentKind::kTechnical;
    cost += is_shared ? FirstYearCost(adjustment) : 0;
  }
  const std::optional<int64_t>& headcount = FindEmployer(pair.market, pair.job.employer_id).headcount;
  if (!IsHolder(pair) || !headcount || cost == 0) {
    return std::nullopt;
  }
  const int64_t threshold = *headcount < 50 ? 0 : *headcount < 250 ? 50'000 : 100'000;
  if (threshold == 0) {
    return Pence{0};
  }
  if (cost <= threshold) {
    return Pence{cost};
  }
  return Pence{threshold + (2 * (std::min<int64_t>(cost, 1'000'000) - threshold) + 5) / 10};
}

std::vector<ProposedRoute> ExpectedRoutes(const OraclePair& pair, const OracleRole& role) {
  std::map<std::string, ProposedRoute> routes;
  if (!pair.job.selection || IsHolder(pair)) {
    return {};
  }
  for (const Demand& demand : pair.job.selection->demands) {
    const Level of_role = MostAskedByRole(pair, role, demand.dimension_id);
    if (demand.level > of_role && !IsMet(pair, OwnInForce(pair), demand, nullptr, DayKind::kOrdinary)) {
      routes[demand.dimension_id] = {.dimension_id = demand.dimension_id,
                                     .selection_level = demand.level,
                                     .role_level = of_role,
                                     .kind = LeastChange(*pair.job.selection, demand.dimension_id)};
    }
  }
  std::vector<ProposedRoute> sorted;
  RouteKind strongest = RouteKind::kUnspecified;
  for (const auto& [dimension, route] : routes) {
    sorted.push_back(route);
    strongest = std::max(strongest, route.kind);
  }
  for (ProposedRoute& route : sorted) {
    const bool is_replaced = strongest == RouteKind::kWorkingInterview || strongest == RouteKind::kWorkTrial;
    route.kind = is_replaced ? strongest : route.kind;
  }
  return sorted;
}

}  // namespace jobcarve::test
