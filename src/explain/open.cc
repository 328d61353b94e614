// Barriers are atoms that a Waiver can remove one by one: each kind of rule, and each dimension with a gap. An atom that keeps the
// pair shut when all others are gone stands in every set that opens it: Screen finds most of those, and re-carving the rest. Then
// the smallest set of further atoms is looked for by re-carving: none, each one, each pair, and failing that a set from which
// every atom that can be left out has been. Feasibility can only grow as atoms go, so a set from which no single one can be left
// out is irreducible. Tested by tests/explain/open_test.cc.
#include "jobcarve/explain/open.h"

#include <algorithm>
#include <iterator>
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

  std::optional<OpenedRole> Open(size_t max_barriers) const {
    if (std::optional<OpenedRole> opened = Try({})) {
      return opened;
    }
    Atoms atoms = {.necessary = {}, .further = AllAtoms()};
    MoveNecessary(atoms, [this](const std::vector<Barrier>& gone) { return !IsScreenedOut(gone); });
    std::optional<OpenedRole> opened = SmallestOf(atoms, max_barriers, 1);
    if (!opened.has_value() && atoms.necessary.size() + 2 <= max_barriers) {
      MoveNecessary(atoms, [this](const std::vector<Barrier>& gone) { return Try(gone).has_value(); });
      opened = SmallestOf(atoms, max_barriers, 2);
      if (!opened.has_value() && atoms.necessary.size() + 3 <= max_barriers) {
        opened = Irreducible(atoms);
      }
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
    if (kinds.empty() && !Try({}).has_value()) {
      kinds = KindsThatOpen();
    }
    return {kinds.begin(), kinds.end()};
  }

 private:
  // Barriers, those first that stand in every set that opens the pair.
  struct Atoms {
    std::vector<Barrier> necessary;
    std::vector<Barrier> further;
  };

  // Everything that could stand in the way: dimensions with a gap before adjustments, and plain kinds.
  std::vector<Barrier> AllAtoms() const {
    std::vector<Barrier> atoms;
    for (DimensionIndex dimension : GapDimensionsOfTasks()) {
      atoms.push_back({.kind = BarrierKind::kCapability, .dimension = dimension});
    }
    for (DimensionIndex dimension : GapDimensionsOfConditions()) {
      atoms.push_back({.kind = BarrierKind::kCondition, .dimension = dimension});
    }
    for (BarrierKind kind : kPlainKinds) {
      atoms.push_back({.kind = kind});
    }
    return atoms;
  }

  // Moves the atoms without whose removal the pair stays shut, whatever else goes.
  template <typename IsOpen>
  static void MoveNecessary(Atoms& atoms, IsOpen is_open) {
    std::vector<Barrier> gone = atoms.necessary;
    gone.insert(gone.end(), atoms.further.begin(), atoms.further.end());
    std::vector<Barrier> kept;
    for (const Barrier& atom : atoms.further) {
      std::vector<Barrier> others = gone;
      std::erase(others, atom);
      (is_open(others) ? kept : atoms.necessary).push_back(atom);
    }
    atoms.further = std::move(kept);
  }

  // The necessary atoms with at most `most_further` others, as few as can be.
  std::optional<OpenedRole> SmallestOf(const Atoms& atoms, size_t max_barriers, size_t most_further) const {
    if (atoms.necessary.size() > max_barriers) {
      return std::nullopt;
    }
    const size_t room = std::min(most_further, max_barriers - atoms.necessary.size());
    std::optional<OpenedRole> opened = Try(atoms.necessary);
    if (!opened.has_value() && room >= 1) {
      opened = BestOfOne(atoms.necessary, atoms.further);
    }
    if (!opened.has_value() && room >= 2) {
      opened = BestOfTwo(atoms.necessary, atoms.further);
    }
    return opened;
  }

  // The first kind whose removal alone opens a role; failing that, kinds of which none can be left out.
  std::set<BarrierKind> KindsThatOpen() const {
    const std::vector<Barrier> atoms = AllAtoms();
    std::set<BarrierKind> all;
    for (const Barrier& atom : atoms) {
      all.insert(atom.kind);
    }
    const auto opens = [&](const std::set<BarrierKind>& kinds) {
      std::vector<Barrier> gone;
      absl::c_copy_if(atoms, std::back_inserter(gone), [&](const Barrier& atom) { return kinds.count(atom.kind) != 0; });
      return Try(std::move(gone)).has_value();
    };
    for (BarrierKind kind : all) {
      if (opens({kind})) {
        return {kind};
      }
    }
    if (!opens(all)) {
      return {BarrierKind::kEmployerRules};  // No form of role has a place: nothing that a waiver takes away makes one.
    }
    std::set<BarrierKind> kept = all;
    for (auto kind = all.rbegin(); kind != all.rend(); ++kind) {
      kept.erase(*kind);
      if (!opens(kept)) {
        kept.insert(*kind);
      }
    }
    return kept;
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

  static Waiver WaiverOf(const std::vector<Barrier>& barriers) {
    Waiver waived;
    for (const Barrier& barrier : barriers) {
      waived.Add(barrier);
    }
    return waived;
  }

  bool IsScreenedOut(const std::vector<Barrier>& gone) const {
    return !ScreenPair(market_, candidate_, job_, options_, WaiverOf(gone)).empty();
  }

  std::optional<OpenedRole> Try(std::vector<Barrier> barriers) const {
    std::optional<Role> role = CarvePair(market_, candidate_, job_, options_, WaiverOf(barriers));
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
  std::optional<OpenedRole> Irreducible(const Atoms& atoms) const {
    std::vector<Barrier> kept = atoms.necessary;
    kept.insert(kept.end(), atoms.further.begin(), atoms.further.end());
    std::optional<OpenedRole> opened = Try(kept);
    for (size_t i = kept.size(); opened.has_value() && i-- > atoms.necessary.size();) {
      std::vector<Barrier> fewer = kept;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (std::optional<OpenedRole> still_open = Try(fewer)) {
        opened = std::move(still_open);
        kept = std::move(fewer);
      }
    }
    return opened;
  }

  // With found and needed filled in, and in order.
  OpenedRole Detailed(OpenedRole opened) const {
    const std::vector<Barrier> bare = opened.barriers;
    for (Barrier& barrier : opened.barriers) {
      std::vector<Barrier> others = bare;
      std::erase(others, barrier);
      barrier = DetailOf(barrier, others, opened.role);
    }
    absl::c_sort(opened.barriers, [](const Barrier& a, const Barrier& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.dimension < b.dimension;
    });
    return opened;
  }

  // A kind that Screen proves when all others of the set are gone has the figures of that proof: they hold for every role.
  Barrier DetailOf(const Barrier& barrier, const std::vector<Barrier>& others, const Role& role) const {
    if (barrier.kind == BarrierKind::kCapability) {
      return CapabilityDetail(*barrier.dimension, role);
    }
    if (barrier.kind == BarrierKind::kCondition) {
      return ConditionDetail(*barrier.dimension, role);
    }
    for (const Barrier& proven : ScreenPair(market_, candidate_, job_, options_, WaiverOf(others))) {
      if (proven.kind == barrier.kind) {
        return proven;
      }
    }
    return PlainDetail(barrier.kind, role);
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
        return AvailabilityDetail(role);
      case BarrierKind::kNonNegotiable:
        detail.tasks = TasksRuledOut(role);
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
      default:
        break;
    }
    return detail;
  }

  // Too little in common for the role as a whole, or for the task that lacks most.
  Barrier AvailabilityDetail(const Role& role) const {
    Barrier detail = {.kind = BarrierKind::kAvailability};
    detail.found = CommonMinutes(person_.availability, post_.windows).count();
    detail.needed = MinutesOf(role).count();
    const bool is_role_short = detail.found < detail.needed;
    for (TaskIndex task : post_.tasks.Indices()) {
      const int64_t needed = post_.tasks[task].minutes.count();
      const int64_t found = CommonMinutes(person_.availability, post_.tasks[task].windows).count();
      if (!Contains(role.tasks, task) || found >= needed) {
        continue;
      }
      if (!is_role_short && (detail.tasks == 0 || needed - found > detail.needed - detail.found)) {
        detail.found = found;
        detail.needed = needed;
      }
      detail.tasks |= SetOf(task);
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
