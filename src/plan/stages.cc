// Graph nodes are candidates and jobs by their own numbers, so going back is a cast.
// Tested by tests/plan/solve_test.cc.
#include "plan/stages.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace jobcarve::internal {

absl::StatusOr<BipartiteGraph> GraphOf(const CompiledMarket& market, const Carvings& carvings) {
  std::vector<int32_t> capacities;
  for (const CompiledJob& job : market.jobs) {
    capacities.push_back(static_cast<int32_t>(job.capacity()));
  }
  std::vector<Edge> edges;
  for (CandidateIndex candidate : carvings.roles.Indices()) {
    for (const CarvedRole& carved : carvings.roles[candidate]) {
      if (carved.role.score > Score{kMaxWeight}) {
        return absl::InvalidArgumentError(absl::StrCat(
            "options.scoring: with these weights the role of candidate '", market.candidates[candidate].id, "' in job '",
            market.jobs[carved.job].id, "' scores ", carved.role.score.count(), ", above ", kMaxWeight, "; lower the weights"));
      }
      edges.push_back(
          {.left = LeftIndex(candidate.value()), .right = RightIndex(carved.job.value()), .weight = carved.role.score.count()});
    }
  }
  return BipartiteGraph::Create(market.candidates.size(), std::move(capacities), edges);
}

std::vector<const CarvedRole*> RolesByEdge(const Carvings& carvings) {
  std::vector<const CarvedRole*> roles;
  for (const std::vector<CarvedRole>& of_candidate : carvings.roles) {
    for (const CarvedRole& carved : of_candidate) {
      roles.push_back(&carved);
    }
  }
  return roles;
}

Placement PlacementOf(const CompiledMarket& market, const Carvings& carvings, const BipartiteGraph& graph,
                      const Matching& matching) {
  Placement placement;
  placement.job_of = IndexedVector<CandidateIndex, std::optional<JobIndex>>(market.candidates.size());
  placement.job_prices = IndexedVector<JobIndex, Score>(market.jobs.size());
  const std::vector<const CarvedRole*> roles = RolesByEdge(carvings);
  for (EdgeIndex edge : matching.edges) {
    placement.job_of[CandidateIndex(graph.left(edge).value())] = roles[edge.value()]->job;
  }
  for (JobIndex job : market.jobs.Indices()) {
    placement.job_prices[job] = Score{matching.right_prices[RightIndex(job.value())]};
  }
  return placement;
}

Certificate CertificateOf(const CompiledMarket& market, const Carvings& carvings, const Matching& matching) {
  Certificate certificate;
  certificate.unproven_pair_count = carvings.unproven_count;
  for (CandidateIndex candidate : market.candidates.Indices()) {
    const Score price{matching.left_prices[LeftIndex(candidate.value())]};
    certificate.dual_total += price;
    if (price > Score{0}) {
      certificate.candidate_prices.push_back({.id = market.candidates[candidate].id, .amount = price});
    }
  }
  for (JobIndex job : market.jobs.Indices()) {
    const Score price{matching.right_prices[RightIndex(job.value())]};
    certificate.dual_total += price * market.jobs[job].capacity();
    if (price > Score{0}) {
      certificate.job_prices.push_back({.id = market.jobs[job].id, .amount = price});
    }
  }
  return certificate;
}

}  // namespace jobcarve::internal
