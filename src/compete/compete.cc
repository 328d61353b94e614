// Components that no chain of shared resources joins are solved apart, each in three stages: prices and a first selection
// (Settle), neighbourhoods (Exchange), and in small ones what is left (Finish). Small components are solved side by side, large
// ones one after the other on all threads. Tested by tests/compete/compete_test.cc, compete_oracle_test.cc and
// compete_threads_test.cc.
#include "jobcarve/compete/compete.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "base/parallel.h"
#include "compete/components.h"
#include "compete/exchange.h"
#include "compete/finish.h"
#include "compete/settle.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve {
namespace compete {
namespace {

constexpr size_t kMaxSmall = 64;     // Agents of a component.
constexpr int32_t kRepairEvery = 5;  // Steps.

class Competing {
 public:
  Competing(const Contest& contest, const CompeteOptions& options)
      : contest_(contest), options_(options), desks_(contest.resource_count()) {
    state_.prices.assign(contest.resource_count(), 0);
    for (const ResourceIndex resource : IndexRange<ResourceIndex>(contest.resource_count())) {
      state_.room.push_back(contest.capacity(resource));
    }
    state_.choices.resize(contest.agent_count());
    state_.surpluses.assign(contest.agent_count(), 0);
    state_.member.assign(contest.agent_count(), 0);
  }

  // False when a better selection may exist.
  absl::StatusOr<bool> Solve(const std::vector<Member>& members, const RunControl& run) {
    std::unique_ptr<Desk> desk = desks_.Take();
    const Part part = MakePart(contest_, members, {}, state_.room, *desk);
    Columns columns(members.size());
    const bool is_small = members.size() <= kMaxSmall;
    JOBCARVE_ASSIGN_OR_RETURN(Settled settled, Settle(contest_, part, Selection(members.size()), std::nullopt,
                                                      {.dual_steps = options_.dual_steps,
                                                       .repair_every = kRepairEvery,
                                                       .search_nodes = is_small ? options_.search_nodes : 0},
                                                      run, columns, *desk));
    if (is_small) {  // Much of what is small can be searched to the end at once.
      Finished finished = Finish(contest_, part, std::move(settled.selection), settled.prices, settled.surpluses,
                                 {.bound = settled.bound, .nodes = options_.search_nodes}, columns, *desk);
      settled.selection = std::move(finished.selection);
      if (finished.is_optimal) {
        Enter(part, std::move(settled.selection), settled.prices, settled.surpluses);
        desks_.Return(std::move(desk));
        return true;
      }
    }
    Enter(part, std::move(settled.selection), settled.prices, settled.surpluses);
    const int64_t searches =
        std::min<int64_t>(options_.max_searches, int64_t{options_.search_rounds} * static_cast<int64_t>(members.size()));
    JOBCARVE_RETURN_IF_ERROR(Exchange(
        contest_, members, {.searches = searches, .bound = settled.bound, .seed = options_.seed ^ members.front().agent.value()},
        run, columns, desks_, state_));
    Selection selection;
    for (const Member& member : members) {
      selection.push_back(state_.choices[member.agent.value()]);
    }
    if (!is_small) {
      return ValueOf(selection) == settled.bound;
    }
    Finished finished = Finish(contest_, part, std::move(selection), settled.prices, settled.surpluses,
                               {.bound = settled.bound, .nodes = options_.search_nodes}, columns, *desk);
    Enter(part, std::move(finished.selection), settled.prices, settled.surpluses);
    desks_.Return(std::move(desk));
    return finished.is_optimal;
  }

  Competition Result() && {
    Competition result;
    result.prices = IndexedVector<ResourceIndex, int64_t>(std::move(state_.prices));
    result.surpluses = IndexedVector<AgentIndex, int64_t>(std::move(state_.surpluses));
    for (std::optional<Offer>& offer : state_.choices) {
      result.choices.push_back(std::nullopt);
      if (offer.has_value()) {
        result.value += offer->bundle.value;
        result.choices[AgentIndex(result.choices.size() - 1)] =
            BundleChoice{.work = offer->work, .bundle = std::move(offer->bundle)};
      }
    }
    return result;
  }

 private:
  void Enter(const Part& part, Selection selection, std::span<const int64_t> prices, std::span<const int64_t> surpluses) {
    for (size_t i = 0; i < part.resources.size(); ++i) {
      state_.prices[part.resources[i].value()] = prices[i];
    }
    for (size_t i = 0; i < part.members.size(); ++i) {
      const AgentIndex agent = part.members[i].agent;
      state_.member[agent.value()] = static_cast<uint32_t>(i);
      state_.surpluses[agent.value()] = surpluses[i];
      Rechoose(agent, std::move(selection[i]), state_);
    }
  }

  const Contest& contest_;
  const CompeteOptions& options_;
  Desks desks_;
  State state_;
};

absl::Status CheckRange(absl::string_view name, int64_t value, int64_t most) {
  if (value < 0 || value > most) {
    return absl::InvalidArgumentError(absl::StrCat(name, ": ", value, " is outside [0, ", most, "]"));
  }
  return absl::OkStatus();
}

absl::Status CheckOptions(const CompeteOptions& options) {
  JOBCARVE_RETURN_IF_ERROR(CheckRange("dual_steps", options.dual_steps, kMaxCompeteSteps));
  JOBCARVE_RETURN_IF_ERROR(CheckRange("search_rounds", options.search_rounds, kMaxCompeteSteps));
  JOBCARVE_RETURN_IF_ERROR(CheckRange("max_searches", options.max_searches, kMaxCompeteSearches));
  return CheckRange("search_nodes", options.search_nodes, kMaxCompeteSearches);
}

// All components; false when a better choice may exist.
absl::StatusOr<bool> SolveAll(Competing& competing, const Contest& contest, const RunControl& run) {
  std::vector<std::vector<Member>> components = Components(contest);
  const auto first_small =
      std::stable_partition(components.begin(), components.end(), [](const auto& members) { return members.size() > kMaxSmall; });
  bool is_optimal = true;
  const RunControl quiet = {.threads = run.threads, .deadline = run.deadline, .cancel = run.cancel};
  for (auto large = components.begin(); large != first_small; ++large) {
    JOBCARVE_ASSIGN_OR_RETURN(const bool its_optimal, competing.Solve(*large, quiet));
    is_optimal = is_optimal && its_optimal;
    ReportProgress(run, "compete", large - components.begin() + 1, std::ssize(components));
  }
  const RunControl alone = {.threads = 1, .deadline = run.deadline, .cancel = run.cancel};
  std::vector<absl::StatusOr<bool>> solved(static_cast<size_t>(components.end() - first_small), true);
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(std::ssize(solved), "compete", run, [&](int64_t i) {
    solved[static_cast<size_t>(i)] = competing.Solve(first_small[i], alone);
  }));
  for (const absl::StatusOr<bool>& its_optimal : solved) {
    JOBCARVE_RETURN_IF_ERROR(its_optimal.status());
    is_optimal = is_optimal && *its_optimal;
  }
  return is_optimal;
}

}  // namespace
}  // namespace compete

absl::StatusOr<Competition> Compete(const BundleSource& source, const CompeteOptions& options, const RunControl& run) {
  JOBCARVE_RETURN_IF_ERROR(compete::CheckOptions(options));
  JOBCARVE_RETURN_IF_ERROR(ThreadCount(run).status());
  JOBCARVE_ASSIGN_OR_RETURN(const compete::Contest contest, compete::Contest::Read(source));
  compete::Competing competing(contest, options);
  JOBCARVE_ASSIGN_OR_RETURN(const bool is_optimal, compete::SolveAll(competing, contest, run));
  Competition competition = std::move(competing).Result();
  competition.is_optimal = is_optimal;
  const ItemisedLosses items = ItemiseLosses(source.capacities(), competition);
  for (const AgentIndex agent : competition.choices.Indices()) {
    (competition.choices[agent].has_value() ? competition.losses.chosen : competition.losses.left_out) += items.agents[agent];
  }
  for (const int64_t loss : items.resources) {
    competition.losses.unused += loss;
  }
  competition.bound = competition.value + competition.losses.chosen + competition.losses.left_out + competition.losses.unused;
  return competition;
}

}  // namespace jobcarve
