// Each objective as its list of levels, handed to a Face one by one; MatchFairest hands over to FairWalk after its first.
// Tested by tests/match/objectives_test.cc.
#include "jobcarve/match/objectives.h"

#include <algorithm>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "match/face.h"
#include "match/fairest.h"

namespace jobcarve {
namespace {

constexpr int64_t kMaxPrice = int64_t{1} << 60;

bool Counts(const BipartiteGraph& graph, EdgeIndex edge) {
  return graph.weight(edge) > 0 && graph.capacity(graph.right(edge)) > 0;
}

// A price is a sum of differences of weights along a path that meets each node once.
absl::Status CheckPriceRange(const BipartiteGraph& graph) {
  int64_t greatest = 0;
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    greatest = std::max(greatest, graph.weight(EdgeIndex(e)));
  }
  const size_t nodes = std::min(graph.left_count(), graph.right_count());
  const int64_t allowed = kMaxPrice / (static_cast<int64_t>(nodes) + 1);
  if (greatest > allowed) {
    return absl::InvalidArgumentError(absl::StrCat("weights: the greatest is ", greatest, "; exact prices for ", nodes,
                                                   " nodes on the smaller side allow ", allowed));
  }
  return absl::OkStatus();
}

std::vector<LeftIndex> AllLefts(const BipartiteGraph& graph) {
  std::vector<LeftIndex> lefts;
  lefts.reserve(graph.left_count());
  for (const LeftIndex left : graph.Lefts()) {
    lefts.push_back(left);
  }
  return lefts;
}

int64_t One(EdgeIndex) {
  return 1;
}

}  // namespace

absl::StatusOr<LevelMatching> MatchMostPlacements(const BipartiteGraph& graph) {
  JOBCARVE_RETURN_IF_ERROR(CheckPriceRange(graph));
  const std::vector<LeftIndex> lefts = AllLefts(graph);
  match::Face face(graph);
  JOBCARVE_RETURN_IF_ERROR(face.Maximise(lefts, One));
  JOBCARVE_RETURN_IF_ERROR(face.Maximise(lefts, [&graph](EdgeIndex edge) { return graph.weight(edge); }));
  return face.Answer();
}

absl::StatusOr<LevelMatching> MatchByPriority(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers) {
  if (tiers.size() != graph.left_count()) {
    return absl::InvalidArgumentError(absl::StrCat("tiers: ", tiers.size(), " of them for ", graph.left_count(), " left nodes"));
  }
  std::vector<LeftIndex> lefts = AllLefts(graph);
  std::stable_sort(lefts.begin(), lefts.end(), [&tiers](LeftIndex a, LeftIndex b) { return tiers[a] < tiers[b]; });
  if (!lefts.empty() && tiers[lefts.front()] != tiers[lefts.back()]) {
    JOBCARVE_RETURN_IF_ERROR(CheckPriceRange(graph));
  }
  match::Face face(graph);
  for (auto begin = lefts.begin(); begin != lefts.end();) {
    const int32_t tier = tiers[*begin];
    const auto end = std::find_if(begin, lefts.end(), [&tiers, tier](LeftIndex left) { return tiers[left] != tier; });
    JOBCARVE_RETURN_IF_ERROR(face.Maximise(std::span(begin, end), [&graph](EdgeIndex edge) { return graph.weight(edge); }));
    begin = end;
  }
  return face.Answer();
}

absl::StatusOr<LevelMatching> MatchFairest(const BipartiteGraph& graph) {
  std::vector<int64_t> weights;  // Distinct, ascending, of edges that count.
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    if (Counts(graph, EdgeIndex(e))) {
      weights.push_back(graph.weight(EdgeIndex(e)));
    }
  }
  std::sort(weights.begin(), weights.end());
  weights.erase(std::unique(weights.begin(), weights.end()), weights.end());
  std::vector<uint32_t> ranks(graph.edge_count(), 0);
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    const auto rank = std::upper_bound(weights.begin(), weights.end(), graph.weight(EdgeIndex(e)));
    ranks[e] = static_cast<uint32_t>(rank - weights.begin());
  }
  const std::vector<LeftIndex> lefts = AllLefts(graph);
  match::Face face(graph);
  JOBCARVE_RETURN_IF_ERROR(face.Maximise(lefts, One));
  // A good start, no more: any matching with as many edges would do. Ranks are below 2^32, so no price overflows.
  JOBCARVE_RETURN_IF_ERROR(face.Prefer(lefts, [&ranks](EdgeIndex edge) { return static_cast<int64_t>(ranks[edge.value()]); }));
  LevelMatching answer = face.Answer();
  answer.edges.clear();
  answer.total = 0;
  match::FairWalk(graph, face, std::move(ranks), static_cast<uint32_t>(weights.size())).Run(answer);
  return answer;
}

}  // namespace jobcarve
