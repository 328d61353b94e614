// Candidates and jobs fall into parts that have nothing to do with each other. Parts without a pool, and without an adjustment
// that is bought once, are matched, all in one graph; the rest compete. Tested by tests/plan/pools_test.cc and
// tests/plan/solve_test.cc.
#include "plan/assign.h"

#include <algorithm>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "base/parallel.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/compete/compete.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/match.h"
#include "plan/role_source.h"

namespace jobcarve::internal {
namespace {

// Whom a pool or a purchase can touch, directly or through others who want the same job.
class Reach {
 public:
  Reach(const CompiledMarket& market, const Carvings& carvings)
      : market_(market),
        carvings_(carvings),
        partners_(market.candidates.size()),
        candidates_(market.candidates.size(), false),
        jobs_(market.jobs.size(), false) {
    IndexedVector<JobIndex, std::vector<CandidateIndex>> wanted_by(market.jobs.size());
    for (CandidateIndex candidate : market.candidates.Indices()) {
      for (const CarvedRole& carved : carvings.roles[candidate]) {
        wanted_by[carved.job].push_back(candidate);
      }
    }
    std::vector<JobIndex> open;
    for (JobIndex job : market.jobs.Indices()) {
      if (IsShared(market.jobs[job])) {
        jobs_[job] = true;
        open.push_back(job);
      }
    }
    for (const Couple& couple : carvings.couples) {
      partners_[couple.first].push_back(couple.job);
      partners_[couple.second].push_back(couple.job);
      wanted_by[couple.job].push_back(couple.first);
      wanted_by[couple.job].push_back(couple.second);
      Spread(couple.first, open);
      Spread(couple.second, open);
    }
    for (CandidateIndex candidate : market.candidates.Indices()) {
      if (absl::c_any_of(carvings.roles[candidate], [](const CarvedRole& carved) { return !carved.bought_once.empty(); })) {
        Spread(candidate, open);
      }
    }
    while (!open.empty()) {
      const JobIndex job = open.back();
      open.pop_back();
      for (CandidateIndex candidate : wanted_by[job]) {
        Spread(candidate, open);
      }
    }
  }

  bool Touches(CandidateIndex candidate) const { return candidates_[candidate]; }

 private:
  void Spread(CandidateIndex candidate, std::vector<JobIndex>& open) {
    if (std::exchange(candidates_[candidate], true)) {
      return;
    }
    for (const CarvedRole& carved : carvings_.roles[candidate]) {
      Open(carved.job, open);
    }
    for (JobIndex job : partners_[candidate]) {
      Open(job, open);
    }
  }

  void Open(JobIndex job, std::vector<JobIndex>& open) {
    if (!std::exchange(jobs_[job], true)) {
      open.push_back(job);
    }
  }

  const CompiledMarket& market_;
  const Carvings& carvings_;
  IndexedVector<CandidateIndex, std::vector<JobIndex>> partners_;  // Jobs that somebody could share.
  IndexedVector<CandidateIndex, char> candidates_;
  IndexedVector<JobIndex, char> jobs_;
};

absl::Status MatchApart(const CompiledMarket& market, const Carvings& carvings, const Reach& reach, const RunControl& run,
                        Assignment& assignment) {
  std::vector<const CarvedRole*> role_of_edge;
  JOBCARVE_ASSIGN_OR_RETURN(
      const BipartiteGraph graph,
      GraphOf(
          market, carvings, [&reach](CandidateIndex candidate) { return !reach.Touches(candidate); }, role_of_edge));
  JOBCARVE_RETURN_IF_ERROR(CheckMayGoOn(run, "match"));
  ReportProgress(run, "match", 0, 1);
  JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, Match(graph, {.threads = run.threads}));
  if (const absl::Status proof = VerifyOptimal(graph, matching); !proof.ok()) {
    return absl::InternalError(absl::StrCat("the matching does not prove itself: ", proof.message()));
  }
  for (EdgeIndex edge : matching.edges) {
    assignment.roles[CandidateIndex(graph.left(edge).value())] = *role_of_edge[edge.value()];
  }
  for (CandidateIndex candidate : market.candidates.Indices()) {
    assignment.candidate_prices[candidate] = Score{matching.left_prices[LeftIndex(candidate.value())]};
  }
  for (JobIndex job : market.jobs.Indices()) {
    assignment.prices.opening[job] = Score{matching.right_prices[RightIndex(job.value())]};
  }
  return absl::OkStatus();
}

// Where two prices and the post's do not cover what a couple is worth, the first person's is raised.
void CoverCouples(const CompiledMarket& market, const Carvings& carvings, Assignment& assignment) {
  for (const Couple& couple : carvings.couples) {
    Score& price = assignment.candidate_prices[couple.first];
    price =
        std::max(price, couple.sum() - CostOf(market, assignment.prices, couple) - assignment.candidate_prices[couple.second]);
  }
}

absl::Status CompeteForTasks(const CompiledMarket& market, const Carvings& carvings, const Reach& reach,
                             const SolveOptions& options, const RunControl& run, Assignment& assignment) {
  std::vector<CandidateIndex> people;
  for (CandidateIndex candidate : market.candidates.Indices()) {
    if (reach.Touches(candidate)) {
      people.push_back(candidate);
    }
  }
  if (people.empty()) {
    return absl::OkStatus();
  }
  JOBCARVE_ASSIGN_OR_RETURN(const RoleSource source, RoleSource::Create(market, carvings, options, std::move(people), run));
  JOBCARVE_ASSIGN_OR_RETURN(const Competition competition, Compete(source, {}, run));
  for (AgentIndex agent : competition.choices.Indices()) {
    const std::optional<BundleChoice>& choice = competition.choices[agent];
    if (choice.has_value() && source.IsPerson(agent)) {
      assignment.roles[source.candidate(agent)] = source.RoleOf(agent, *choice);
    } else if (choice.has_value() && source.IsSharing(agent)) {
      const Couple& couple = source.CoupleOf(*choice);
      assignment.roles[couple.first] = CarvedRole{.job = couple.job, .role = couple.first_role};
      assignment.roles[couple.second] = CarvedRole{.job = couple.job, .role = couple.second_role};
    }
  }
  source.EnterPrices(competition.prices, assignment.prices);
  // Exact, at the prices found, whatever the search for them left out.
  JOBCARVE_ASSIGN_OR_RETURN(const Surpluses surpluses, SurplusesAt(market, carvings, assignment.prices, options, run));
  for (CandidateIndex candidate : market.candidates.Indices()) {
    if (!reach.Touches(candidate)) {
      continue;
    }
    Score& price = assignment.candidate_prices[candidate];
    price = std::max(surpluses.most[candidate], source.PriceOf(candidate, competition.prices));
    const std::optional<CarvedRole>& carved = assignment.roles[candidate];
    if (carved.has_value() && carved->role.form != Form::kShared) {  // A search cut short may have missed it.
      const RolePrices prices = RolePricesAt(market, assignment.prices, candidate, carved->job);
      price = std::max(price, carved->role.score - prices.Of(market.jobs[carved->job], carved->role));
    }
  }
  CoverCouples(market, carvings, assignment);
  assignment.unproven_count += surpluses.unproven_count;
  return absl::OkStatus();
}

absl::Status CheckScores(const CompiledMarket& market, const Carvings& carvings) {
  const bool competes = absl::c_any_of(market.jobs, [](const CompiledJob& job) { return job.is_pool(); }) ||
                        absl::c_any_of(market.adjustments, [](const CompiledAdjustment& one) { return one.is_bought_once(); }) ||
                        !carvings.couples.empty();
  const Score most{competes ? kMaxBundleValue : kMaxWeight};
  for (CandidateIndex candidate : market.candidates.Indices()) {
    for (const CarvedRole& carved : carvings.roles[candidate]) {
      if (carved.role.score > most) {
        return absl::InvalidArgumentError(absl::StrCat(
            "options.scoring: with these weights the role of candidate '", market.candidates[candidate].id, "' in job '",
            market.jobs[carved.job].id, "' scores ", carved.role.score.count(), ", above ", most.count(), "; lower the weights"));
      }
    }
  }
  for (const Couple& couple : carvings.couples) {
    if (couple.sum() > most) {
      return absl::InvalidArgumentError(absl::StrCat("options.scoring: with these weights a shared opening of job '",
                                                     market.jobs[couple.job].id, "' scores ", couple.sum().count(), ", above ",
                                                     most.count(), "; lower the weights"));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<BipartiteGraph> GraphOf(const CompiledMarket& market, const Carvings& carvings,
                                       absl::FunctionRef<bool(CandidateIndex)> counts,
                                       std::vector<const CarvedRole*>& role_of_edge) {
  JOBCARVE_RETURN_IF_ERROR(CheckScores(market, carvings));
  std::vector<int32_t> capacities;
  for (const CompiledJob& job : market.jobs) {
    capacities.push_back(static_cast<int32_t>(job.capacity()));
  }
  std::vector<Edge> edges;
  for (CandidateIndex candidate : market.candidates.Indices()) {
    for (const CarvedRole& carved : carvings.roles[candidate]) {
      if (counts(candidate)) {
        edges.push_back(
            {.left = LeftIndex(candidate.value()), .right = RightIndex(carved.job.value()), .weight = carved.role.score.count()});
        role_of_edge.push_back(&carved);
      }
    }
  }
  return BipartiteGraph::Create(market.candidates.size(), std::move(capacities), edges);
}

absl::StatusOr<Assignment> Assign(const CompiledMarket& market, const Carvings& carvings, const SolveOptions& options,
                                  const RunControl& run) {
  Assignment assignment{
      .roles = IndexedVector<CandidateIndex, std::optional<CarvedRole>>(market.candidates.size()),
      .candidate_prices = IndexedVector<CandidateIndex, Score>(market.candidates.size()),
      .prices = FreeOfCharge(market),
      .unproven_count = carvings.unproven_count,
  };
  const Reach reach(market, carvings);
  JOBCARVE_RETURN_IF_ERROR(MatchApart(market, carvings, reach, run, assignment));
  JOBCARVE_RETURN_IF_ERROR(CompeteForTasks(market, carvings, reach, options, run, assignment));
  return assignment;
}

Score CostOf(const CompiledMarket& market, const MarketPrices& prices, const Couple& couple) {
  return RolePricesAt(market, prices, couple.job).Of(market.jobs[couple.job], couple.first_role);
}

absl::StatusOr<Surpluses> SurplusesAt(const CompiledMarket& market, const Carvings& carvings, const MarketPrices& prices,
                                      const SolveOptions& options, const RunControl& run) {
  IndexedVector<JobIndex, RolePrices> role_prices;
  for (JobIndex job : market.jobs.Indices()) {
    role_prices.push_back(RolePricesAt(market, prices, job));
  }
  Surpluses surpluses{.most = IndexedVector<CandidateIndex, Score>(market.candidates.size())};
  IndexedVector<CandidateIndex, int64_t> unproven(market.candidates.size(), 0);
  JOBCARVE_RETURN_IF_ERROR(ParallelFor(static_cast<int64_t>(market.candidates.size()), "match", run, [&](int64_t i) {
    const CandidateIndex candidate(static_cast<size_t>(i));
    for (const CarvedRole& carved : carvings.roles[candidate]) {
      const CompiledJob& job = market.jobs[carved.job];
      RolePrices at = role_prices[carved.job];
      at.shares = SharesAt(market, prices.share[candidate], carved.job);
      Score surplus = carved.role.score - at.Of(job, carved.role);
      if (Competes(market, carved)) {
        const std::optional<Role> best = CarvePair(market, candidate, carved.job, options, {}, at);
        surplus = std::max(surplus, best.has_value() ? best->score - at.Of(job, *best) : surplus);
        unproven[candidate] += best.has_value() && best->is_proven ? 0 : 1;
      }
      surpluses.most[candidate] = std::max(surpluses.most[candidate], surplus);
    }
  }));
  for (int64_t count : unproven) {
    surpluses.unproven_count += count;
  }
  return surpluses;
}

}  // namespace jobcarve::internal
