// compete.h: who takes which bundle, when bundles compete for the same resources and each agent takes at most one.
//
//   absl::StatusOr<Competition> competition = Compete(source);                    // source.h: what a BundleSource is
//   if (!competition.ok()) return competition.status();
//   for (AgentIndex agent : competition->choices.Indices()) ...                   // The bundle chosen, if any.
//   std::cout << competition->value << " of at most " << competition->bound;
//   JOBCARVE_RETURN_IF_ERROR(VerifyCompetition(source, *competition));            // verify_competition.h
//
// Problem. Agent c chooses at most one of its bundles k, of value v(k), which uses a(k, r) of resource r; a may be below 0, as
// under rules about shares. The sum of the values is to be great, with sum of a <= b(r) for each resource: winner determination,
// which is NP-hard even where each bundle uses three things. Bundles are too many to list; the source finds the best one at given
// prices.
//
// Proof. Prices p >= 0 of the resources make L(p) = sum of b(r) p(r) + sum over agents of the best surplus, max(0, v - p a), a
// bound that no choice can beat (Lagrangian relaxation). Prices are whole numbers, so the bound is exact, and anybody with the
// source can add it up. bound - value is the sum of named losses, each at least 0. It is 0 only when the choice is optimal and,
// what is the rarer thing, the relaxation has no gap; a choice can be the best without a proof. Expect a small gap where bundles
// can be swapped for slightly different ones, a large one where few bundles fit an agent at all.
//
// Method. Agents that no chain of shared resources joins are solved apart. In each such component
//   1. prices start at a share of what the first rival would pay for each resource, the best share of five, and go down a
//      deflected subgradient by steps of Polyak's length, on a grid of whole prices. A work is not priced again while a bound
//      from earlier prices rules it out. Every few steps the offers become a choice that fits: who has the greatest surplus
//      keeps its bundle, the others choose from the rest at a share of the prices, then for nothing;
//   2. neighbourhoods are searched: a few agents who want the same give back what they hold, and stage 1 is run for them
//      alone, from the prices of the whole. When nothing improves, some of the agents lose their bundles and it goes on from
//      there, until that has led to nothing better 25 times;
//   3. in components of up to 64 agents, before stage 2 and after it, a search over all bundles seen finds the best choice that
//      they make together: depth first, within a budget of losses that grows. If the source can list its bundles (AllFrom), it
//      searches all that a better choice could hold, and proves the optimum.
//
// Deterministic: limits count steps, never seconds; members of a batch of neighbourhoods are searched side by side, each against
// the choices before it. The answer is a function of source and options alone, on every platform and any number of threads. No
// promise across versions.
//
// Cost. Nearly all of it is the source's: at most about dual_steps + 24 x searches x 8 / agents calls of Best for each agent and
// work, typically half. Memory: all bundles seen, and four times the interests. bench/README.md has figures.
//
// References: M. Held, R. M. Karp, "The traveling-salesman problem and minimum spanning trees: part II", 1971, and A. M.
// Geoffrion, "Lagrangean relaxation for integer programming", 1974 (the bound); B. T. Polyak, "Minimization of unsmooth
// functionals", 1969 (the length of a step); P. M. Camerini, L. Fratta, F. Maffioli, "On improving relaxation methods by modified
// gradient techniques", 1975 (deflection); P. Shaw, "Using constraint programming and local search methods to solve vehicle
// routing problems", 1998, and H. R. Lourenco, O. C. Martin, T. Stutzle, "Iterated local search", 2003 (the neighbourhoods); W.
// D. Harvey, M. L. Ginsberg, "Limited discrepancy search", 1995 (the search over columns: its discrepancies are losses); M. H.
// Rothkopf, A. Pekec, R. M. Harstad, "Computationally manageable combinational auctions", 1998 (the problem).
#ifndef JOBCARVE_COMPETE_COMPETE_H_
#define JOBCARVE_COMPETE_COMPETE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/base/run_control.h"
#include "jobcarve/compete/source.h"

namespace jobcarve {

inline constexpr int32_t kMaxCompeteSteps = 1'000'000;
inline constexpr int64_t kMaxCompeteSearches = 1'000'000'000;

// All limits are for one component.
struct CompeteOptions {
  // Steps of the prices, at most; the bound settles after 100 to 300. In [0, kMaxCompeteSteps].
  int32_t dual_steps = 200;

  // Rounds, each of one neighbourhood for each agent; a small component with few bundles that fit needs 100. In
  // [0, kMaxCompeteSteps].
  int32_t search_rounds = 120;

  // Neighbourhoods in all rounds, at most: what keeps a large component from taking for ever. In [0, kMaxCompeteSearches].
  int64_t max_searches = 3'000;

  // Nodes of a search over columns, at most. In [0, kMaxCompeteSearches].
  int64_t search_nodes = 20'000;

  // Draws the neighbourhoods. Any value.
  uint64_t seed = 1;
};

struct BundleChoice {
  size_t work = 0;
  Bundle bundle;

  bool operator==(const BundleChoice&) const = default;
};

// Where bound and value part; their difference is the sum.
struct CompetitionLosses {
  int64_t chosen = 0;    // Over agents with a bundle: surplus of their best one less that of the one chosen.
  int64_t left_out = 0;  // Over agents without: surplus of their best one.
  int64_t unused = 0;    // Over resources: price x what nobody uses.

  bool operator==(const CompetitionLosses&) const = default;
};

struct Competition {
  IndexedVector<AgentIndex, std::optional<BundleChoice>> choices;
  int64_t value = 0;                             // Of all bundles chosen together.
  IndexedVector<ResourceIndex, int64_t> prices;  // In units of value, in [0, kMaxBundleValue].
  IndexedVector<AgentIndex, int64_t> surpluses;  // Of each agent's best bundle at these prices; 0 when none has more.
  int64_t bound = 0;                             // Sum of price x capacity and of surpluses. No choice is worth more.
  CompetitionLosses losses;
  bool is_optimal = false;  // No choice is worth more: the bound says so, or else a search that was carried through.

  bool operator==(const Competition&) const = default;
};

// `run`: threads, deadline, cancelling, progress. Errors: InvalidArgument when an option, a capacity, an interest or the number
// of agents is out of its range; Cancelled or DeadlineExceeded, and no answer.
absl::StatusOr<Competition> Compete(const BundleSource& source, const CompeteOptions& options = {}, const RunControl& run = {});

// The losses one by one: which agents, which resources.
struct ItemisedLosses {
  IndexedVector<AgentIndex, int64_t> agents;
  IndexedVector<ResourceIndex, int64_t> resources;
};

ItemisedLosses ItemiseLosses(std::span<const int64_t> capacities, const Competition& competition);

}  // namespace jobcarve

#endif  // JOBCARVE_COMPETE_COMPETE_H_
