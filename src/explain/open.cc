// Barriers are atoms that a Waiver can remove one by one: each kind of rule, and each dimension with a gap. What Screen proves
// must go; then the smallest set of further atoms is looked for by re-carving: none, each one, each pair, and failing that a set
// from which every atom that can be left out has been. Feasibility can only grow as atoms go, so a set from which no single one
// can be left out is minimal. Tested by tests/explain/open_test.cc.
#include "jobcarve/explain/open.h"

#include <algorithm>
#include <set>

#include "absl/algorithm/container.h"
#include "explain/gaps.h"
#include "jobcarve/carve/feasible.h"

namespace jobcarve {
namespace {

using internal::InForce;
using internal::Reach;
using internal::ReachOnCondition;
using internal::ReachOnTask;

// Kinds that have no dimension and that Carve can be asked to leave out.
constexpr BarrierKind kPlainKinds[] = {
    BarrierKind::kFewestHours,   BarrierKind::kMostHours,     BarrierKind::kAvailability,    BarrierKind::kJourney,
    BarrierKind::kPay,           BarrierKind::kEarningsCap,   BarrierKind::kStart,           BarrierKind::kHeld,
    BarrierKind::kNonNegotiable, BarrierKind::kEmployerRules, BarrierKind::kAdjustmentLimits};

class Opener {
 public:
  Opener(const CompiledMarket& market, CandidateIndex candidate, JobIndex job, const SolveOptions& options)
      : market_(market),
        options_(options),
        candidate_(candidate),
        job_(job),
        person_(market.candidates[candidate]),
        post_(market.jobs[job]) {}

  std::optional<OpenedRole> Open(size_t max_barriers) {
    std::vector<Barrier> proven = ProvenBarriers();
    if (proven.size() > max_barriers) {
      return std::nullopt;
    }
    std::optional<OpenedRole> opened = Try(proven);
    if (opened.has_value()) {
      return Detailed(*std::move(opened));
    }
    const std::vector<Barrier> atoms = FurtherAtoms(proven);
    const size_t room = max_barriers - proven.size();
    if (room >= 1) {
      opened = BestOfOne(proven, atoms);
    }
    if (!opened.has_value() && room >= 2) {
      opened = BestOfTwo(proven, atoms);
    }
    if (!opened.has_value() && room >= 3) {
      opened = Irreducible(proven, atoms);
    }
    if (!opened.has_value() || opened->barriers.size() > max_barriers) {
      return std::nullopt;
    }
    return Detailed(*std::move(opened));
  }

  std::vector<BarrierKind> Kinds() const {
    std::set<BarrierKind> kinds;
    for (const Barrier& barrier : ScreenPair(market_, candidate_, job_, options_)) {
      kinds.insert(barrier.kind);
    }
    if (!kinds.empty() || Try({}).has_value()) {
      return {kinds.begin(), kinds.end()};
    }
    std::vector<Barrier> demands;
    std::vector<Barrier> plain;
    for (const Barrier& atom : FurtherAtoms({})) {
      (atom.dimension.has_value() ? demands : plain).push_back(atom);
    }
    if (Try(demands).has_value()) {
      return {BarrierKind::kCapability};
    }
    if (const std::optional<OpenedRole> opened = BestOfOne({}, plain)) {
      return {opened->barriers.back().kind};
    }
    const std::optional<OpenedRole> opened = BestOfOne(demands, plain);
    return opened.has_value() ? std::vector<BarrierKind>{BarrierKind::kCapability, opened->barriers.back().kind}
                              : std::vector<BarrierKind>{BarrierKind::kCapability};
  }

 private:
  // What Screen proves, again and again: with one barrier gone it may prove another.
  std::vector<Barrier> ProvenBarriers() const {
    std::vector<Barrier> proven;
    Waiver waived;
    for (size_t known = 0;; known = proven.size()) {
      for (const Barrier& barrier : ScreenPair(market_, candidate_, job_, options_, waived)) {
        if (!absl::c_linear_search(proven, barrier)) {
          proven.push_back(barrier);
        }
      }
      if (proven.size() == known) {
        return proven;
      }
      for (const Barrier& barrier : proven) {
        waived.Add(barrier);
      }
    }
  }

  // Everything else that could stand in the way: plain kinds, and dimensions with a gap before adjustments.
  std::vector<Barrier> FurtherAtoms(const std::vector<Barrier>& proven) const {
    Waiver waived;
    for (const Barrier& barrier : proven) {
      waived.Add(barrier);
    }
    std::vector<Barrier> atoms;
    for (DimensionIndex dimension : GapDimensionsOfTasks()) {
      if (!waived.WaivesTask(dimension)) {
        atoms.push_back({.kind = BarrierKind::kCapability, .dimension = dimension});
      }
    }
    for (DimensionIndex dimension : GapDimensionsOfConditions()) {
      if (!waived.WaivesCondition(dimension)) {
        atoms.push_back({.kind = BarrierKind::kCondition, .dimension = dimension});
      }
    }
    for (BarrierKind kind : kPlainKinds) {
      if (!waived.Waives(kind)) {
        atoms.push_back({.kind = kind});
      }
    }
    return atoms;
  }

  std::set<DimensionIndex> GapDimensionsOfTasks() const {
    const std::vector<AdjustmentIndex> own = InForce(market_, candidate_, job_, {});
    std::set<DimensionIndex> dimensions;
    for (const CompiledTask& task : post_.tasks) {
      for (const CompiledDemand& demand : task.demands) {
        const CompiledCapability* capability = person_.Find(demand.dimension);
        if (capability != nullptr && ReachOnTask(market_, *capability, demand, task.tags, own).is_short()) {
          dimensions.insert(demand.dimension);
        }
      }
    }
    return dimensions;
  }

  std::set<DimensionIndex> GapDimensionsOfConditions() const {
    const std::vector<AdjustmentIndex> own = InForce(market_, candidate_, job_, {});
    std::set<DimensionIndex> dimensions;
    for (const CompiledDemand& demand : post_.conditions) {
      const CompiledCapability* capability = person_.Find(demand.dimension);
      if (capability != nullptr && ReachOnCondition(market_, *capability, demand, own).is_short()) {
        dimensions.insert(demand.dimension);
      }
    }
    return dimensions;
  }

  std::optional<OpenedRole> Try(std::vector<Barrier> barriers) const {
    Waiver waived;
    for (const Barrier& barrier : barriers) {
      waived.Add(barrier);
    }
    std::optional<Role> role = CarvePair(market_, candidate_, job_, options_, waived);
    if (!role.has_value()) {
      return std::nullopt;
    }
    return OpenedRole{.barriers = std::move(barriers), .role = *std::move(role)};
  }

  // Keeps the better of two answers of the same size; the earlier one among equals.
  static void KeepBetter(std::optional<OpenedRole>& best, std::optional<OpenedRole> other) {
    if (other.has_value() && (!best.has_value() || other->role.score > best->role.score)) {
      best = std::move(other);
    }
  }

  std::optional<OpenedRole> BestOfOne(const std::vector<Barrier>& proven, const std::vector<Barrier>& atoms) const {
    std::optional<OpenedRole> best;
    for (const Barrier& atom : atoms) {
      std::vector<Barrier> barriers = proven;
      barriers.push_back(atom);
      KeepBetter(best, Try(std::move(barriers)));
    }
    return best;
  }

  std::optional<OpenedRole> BestOfTwo(const std::vector<Barrier>& proven, const std::vector<Barrier>& atoms) const {
    std::optional<OpenedRole> best;
    for (size_t i = 0; i < atoms.size(); ++i) {
      std::vector<Barrier> barriers = proven;
      barriers.push_back(atoms[i]);
      KeepBetter(best, BestOfOne(barriers, {atoms.begin() + static_cast<std::ptrdiff_t>(i) + 1, atoms.end()}));
    }
    return best;
  }

  // All atoms, less each that can be left out in turn.
  std::optional<OpenedRole> Irreducible(const std::vector<Barrier>& proven, const std::vector<Barrier>& atoms) const {
    std::vector<Barrier> kept = proven;
    kept.insert(kept.end(), atoms.begin(), atoms.end());
    std::optional<OpenedRole> opened = Try(kept);
    for (size_t i = kept.size(); opened.has_value() && i-- > proven.size();) {
      std::vector<Barrier> fewer = kept;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (std::optional<OpenedRole> still_open = Try(fewer)) {
        opened = std::move(still_open);
        kept = std::move(fewer);
      }
    }
    return opened;
  }

  // With found and needed as they are for the role that opens, and in order.
  OpenedRole Detailed(OpenedRole opened) const {
    for (Barrier& barrier : opened.barriers) {
      barrier = DetailOf(barrier, opened.role);
    }
    absl::c_sort(opened.barriers, [](const Barrier& a, const Barrier& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.dimension < b.dimension;
    });
    return opened;
  }

  Barrier DetailOf(const Barrier& barrier, const Role& role) const {
    switch (barrier.kind) {
      case BarrierKind::kCapability:
        return CapabilityDetail(*barrier.dimension, role);
      case BarrierKind::kCondition:
        return ConditionDetail(*barrier.dimension, role);
      case BarrierKind::kNonNegotiable:
        return {.kind = barrier.kind, .dimension = std::nullopt, .tasks = TasksRuledOut(role)};
      default:
        return barrier.needed != 0 || barrier.found != 0 ? barrier : PlainDetail(barrier.kind, role);
    }
  }

  Barrier CapabilityDetail(DimensionIndex dimension, const Role& role) const {
    const std::vector<AdjustmentIndex> in_force = InForce(market_, candidate_, job_, role.adjustments);
    Barrier detail = {.kind = BarrierKind::kCapability, .dimension = dimension};
    for (TaskIndex task : post_.tasks.Indices()) {
      for (const CompiledDemand& demand : post_.tasks[task].demands) {
        if (demand.dimension != dimension || !Contains(role.tasks, task)) {
          continue;
        }
        const Reach reach = ReachOnTask(market_, *person_.Find(dimension), demand, post_.tasks[task].tags, in_force);
        if (reach.is_short()) {
          detail.tasks |= SetOf(task);
        }
        if (reach.needed.count() - reach.found.count() > detail.needed - detail.found) {
          detail.found = reach.found.count();
          detail.needed = reach.needed.count();
        }
      }
    }
    return detail;
  }

  Barrier ConditionDetail(DimensionIndex dimension, const Role& role) const {
    const std::vector<AdjustmentIndex> in_force = InForce(market_, candidate_, job_, role.adjustments);
    Barrier detail = {.kind = BarrierKind::kCondition, .dimension = dimension};
    for (const CompiledDemand& demand : post_.conditions) {
      if (demand.dimension == dimension) {
        const Reach reach = ReachOnCondition(market_, *person_.Find(dimension), demand, in_force);
        detail.found = reach.found.count();
        detail.needed = reach.needed.count();
      }
    }
    return detail;
  }

  TaskSet TasksRuledOut(const Role& role) const {
    TaskSet ruled_out = 0;
    for (TaskIndex task : post_.tasks.Indices()) {
      for (const CompiledPreference& preference : person_.preferences) {
        if (Contains(role.tasks, task) && preference.is_non_negotiable &&
            absl::c_binary_search(post_.tasks[task].tags, preference.tag)) {
          ruled_out |= SetOf(task);
        }
      }
    }
    return ruled_out;
  }

  // For barriers that Screen could not prove: the figures of the role that would open.
  Barrier PlainDetail(BarrierKind kind, const Role& role) const {
    const int64_t minutes = MinutesOf(role).count();
    const int64_t pay = (role.form == Form::kCarved ? post_.carved_pay_per_hour : post_.pay_per_hour).count();
    Barrier detail = {.kind = kind};
    switch (kind) {
      case BarrierKind::kFewestHours:
        detail.found = minutes;
        detail.needed = person_.min_minutes.count();
        break;
      case BarrierKind::kMostHours:
        detail.found = person_.max_minutes.count();
        detail.needed = minutes;
        break;
      case BarrierKind::kAvailability:
        detail.found = CommonMinutes(person_.availability, post_.windows).count();
        detail.needed = minutes;
        break;
      case BarrierKind::kPay:
        detail.found = pay;
        detail.needed = person_.min_pay_per_hour.count();
        break;
      case BarrierKind::kEarningsCap:
        detail.found = pay == 0 ? minutes : person_.max_weekly_earnings.value_or(Pence{0}).count() * 60 / pay;
        detail.needed = minutes;
        break;
      case BarrierKind::kStart:
        detail.found = (EarliestStart(market_, candidate_, job_, role.adjustments) - market_.as_of).count();
        detail.needed = (post_.latest_start.value_or(market_.as_of) - market_.as_of).count();
        break;
      case BarrierKind::kAdjustmentLimits:
        detail.found = options_.max_adjustments;
        detail.needed = static_cast<int64_t>(role.adjustments.size());
        break;
      default:
        break;
    }
    return detail;
  }

  Minutes MinutesOf(const Role& role) const {
    Minutes sum;
    for (TaskIndex task : post_.tasks.Indices()) {
      if (Contains(role.tasks, task)) {
        sum += post_.tasks[task].minutes;
      }
    }
    return sum;
  }

  const CompiledMarket& market_;
  const SolveOptions& options_;
  const CandidateIndex candidate_;
  const JobIndex job_;
  const CompiledCandidate& person_;
  const CompiledJob& post_;
};

}  // namespace

std::optional<OpenedRole> WhatWouldOpen(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                        const SolveOptions& options, size_t max_barriers) {
  return Opener(market, candidate, job, options).Open(max_barriers);
}

std::vector<BarrierKind> BarrierKindsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                        const SolveOptions& options) {
  return Opener(market, candidate, job, options).Kinds();
}

}  // namespace jobcarve
