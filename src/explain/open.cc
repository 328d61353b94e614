// Barriers are atoms that a Waiver can remove one by one: each kind of rule, and each dimension with a gap. An atom that keeps
// the pair shut when all others are gone stands in every set that opens it: Screen finds most of those, and re-carving the rest.
// Then the smallest set of further atoms is looked for by re-carving: none, each one, each pair, and failing that a set from
// which every atom that can be left out has been. Feasibility can only grow as atoms go, so a set from which no single one can be
// left out is irreducible. Tested by tests/explain/open_test.cc.
#include "jobcarve/explain/open.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "absl/algorithm/container.h"
#include "explain/figures.h"
#include "explain/gaps.h"

namespace jobcarve {
namespace {

using internal::Day;
using internal::InForce;
using internal::LowerReachOf;
using internal::Pair;
using internal::Reach;
using internal::ReachOf;
using internal::TasksThatMustHold;
using internal::WaiverOf;
using internal::WithFigures;
using internal::Without;

// Kinds that have no dimension and that Carve can be asked to leave out.
constexpr BarrierKind kPlainKinds[] = {
    BarrierKind::kFewestHours,   BarrierKind::kMostHours,     BarrierKind::kAvailability,    BarrierKind::kJourney,
    BarrierKind::kPay,           BarrierKind::kEarningsCap,   BarrierKind::kStart,           BarrierKind::kHeld,
    BarrierKind::kNonNegotiable, BarrierKind::kEmployerRules, BarrierKind::kAdjustmentLimits};

class Opener {
 public:
  explicit Opener(const Pair& pair) : pair_(pair) {}

  std::optional<OpenedRole> Open(size_t max_barriers) const {
    if (std::optional<OpenedRole> opened = Try({})) {
      return opened;
    }
    Atoms atoms = {.necessary = {}, .further = AllAtoms()};
    MoveNecessary(atoms, [this](const std::vector<Barrier>& gone) { return Proven(gone).empty(); });
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
    for (const Barrier& barrier : Proven({})) {
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

    std::vector<Barrier> All() const {
      std::vector<Barrier> all = necessary;
      all.insert(all.end(), further.begin(), further.end());
      return all;
    }
  };

  // Everything that could stand in the way: dimensions with a gap before adjustments, and plain kinds.
  std::vector<Barrier> AllAtoms() const {
    std::vector<Barrier> atoms;
    const std::vector<AdjustmentIndex> own = InForce(pair_.market, pair_.candidate, pair_.job, {});
    const TaskSet must_hold = TasksThatMustHold(pair_.person(), pair_.post());
    std::set<DimensionIndex> of_tasks;
    for (TaskIndex index : pair_.post().tasks.Indices()) {
      const CompiledTask& task = pair_.post().tasks[index];
      of_tasks.merge(GapDimensions(task.demands, task.tags, own, Contains(must_hold, index)));
    }
    for (DimensionIndex dimension : of_tasks) {
      atoms.push_back({.kind = BarrierKind::kCapability, .dimension = dimension});
    }
    for (DimensionIndex dimension : GapDimensions(pair_.post().conditions, {}, own, must_hold != 0)) {
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
    const std::vector<Barrier> all = atoms.All();
    std::vector<Barrier> kept;
    for (const Barrier& atom : atoms.further) {
      (is_open(Without(all, atom)) ? kept : atoms.necessary).push_back(atom);
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

  // Those on which the person and the adjustments in force fall short, on reduced days too where it must hold.
  std::set<DimensionIndex> GapDimensions(const std::vector<CompiledDemand>& demands, const std::vector<TagIndex>& tags,
                                         const std::vector<AdjustmentIndex>& in_force, bool must_hold) const {
    std::set<DimensionIndex> dimensions;
    for (const CompiledDemand& demand : demands) {
      const CompiledCapability* capability = pair_.person().Find(demand.dimension);
      if (capability == nullptr) {
        continue;
      }
      const Reach reach = must_hold ? LowerReachOf(pair_.market, *capability, demand, tags, in_force)
                                    : ReachOf(pair_.market, *capability, demand, tags, in_force, Day::kOrdinary);
      if (reach.is_short()) {
        dimensions.insert(demand.dimension);
      }
    }
    return dimensions;
  }

  // By Screen, when some are gone.
  std::vector<Barrier> Proven(const std::vector<Barrier>& gone) const {
    return ScreenPair(pair_.market, pair_.candidate, pair_.job, pair_.options, WaiverOf(gone));
  }

  std::optional<OpenedRole> Try(std::vector<Barrier> barriers) const {
    std::optional<Role> role = CarvePair(pair_.market, pair_.candidate, pair_.job, pair_.options, WaiverOf(barriers));
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
    std::vector<Barrier> kept = atoms.All();
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
    opened.barriers = WithFigures(pair_, opened.barriers, opened.role);
    return opened;
  }

  const Pair pair_;
};

}  // namespace

std::optional<OpenedRole> WhatWouldOpen(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                        const SolveOptions& options, size_t max_barriers) {
  return Opener({market, candidate, job, options}).Open(max_barriers);
}

std::vector<BarrierKind> BarrierKindsOf(const CompiledMarket& market, CandidateIndex candidate, JobIndex job,
                                        const SolveOptions& options) {
  return Opener({market, candidate, job, options}).Kinds();
}

}  // namespace jobcarve
