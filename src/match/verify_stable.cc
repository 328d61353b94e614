// First feasibility, then one walk over all edges for blocking ones, then cycles of exchanges for the variant.
//
// Notation: M is the matching, stable, all preferences strict; M(l) the edge of left node l, M(r) the edges of right node r.
// L is the left-optimal stable matching and R the right-optimal one. Known (stable.h has the references): for every stable M,
// each left node likes L(l) at least as much as M(l), and M(l) at least as much as R(l); all stable matchings match the same
// left nodes and take equally many places at each right node, and where room is left, they hold the same edges.
//
// Left-optimal. For a full right node r let s(r) be the best, to r, of the edges e at r whose left node prefers e to what it
// has (r itself prefers all of M(r) to e, or e would block). If the left node of s(r) is matched, at r', then r points to r'.
//   A cycle is an improvement: every r on it takes s(r) and lets go of the edge whose left node moves on. The result is
//   stable: what could block it is an edge e at some r of the cycle that r prefers to s(r), and whose left node prefers it to
//   what it now has, hence to what it had in M; but s(r) was the best such edge. All left nodes that moved are better off, so
//   M is not L.
//   No cycle, no improvement: suppose M is not L, and call a right node r changed when M(r) and L(r) differ. It is full, and
//   has an edge in L that it has not in M, which its left node prefers to what it has in M; so s(r) exists and is no worse
//   to r than that edge. Let l be the left node of s(r). If M(l) = L(l), then l prefers s(r) to L(l), and r prefers s(r) to an
//   edge of L(r): s(r) would block L. So M(l) and L(l) differ; then l is matched, and M(l) is at a changed node. Each changed
//   node points to a changed node: there is a cycle.
//
// Right-optimal. For a matched left node l let s(l) be the best, to l, of the edges after M(l) at a right node r that would
// take it: r has room, or prefers it to its worst edge. If r is full, l points to the left node of r's worst edge.
//   A cycle is an improvement for the right nodes: every l on it moves to s(l), every r it reaches loses its worst edge. The
//   result is stable: an edge e that blocks it would be taken by r in M as well, and does not block M; so its left node l is
//   on the cycle and prefers M(l) to e or equals it, and e to s(l). Equal it cannot be: M(l) was the worst at its node, which
//   has only better ones now. Otherwise s(l) was not the best. So M is not R.
//   No cycle, no improvement: suppose M is not R, and call a left node l changed when M(l) and R(l) differ. It is matched in
//   both and prefers M(l). First, (*) if r has an edge f in R but not in M, r prefers f to each edge g that it has in M but
//   not in R, or g would block R: its left node is changed. So R(l) is an edge that its node would take, s(l) exists, and l
//   likes it at least as much as R(l). Let r be its right node. Were there room at r in M, so in R, and the same edges:
//   s(l) is not among them, l prefers it to R(l), and it would block R. So r is full; let w be its worst edge in M. If w is in
//   R too, then r prefers s(l) to an edge of R(r), so s(l) is R(l), or it would block R; but then r has an edge in M that is not
//   in R, which it prefers to w, and whose left node is changed: that edge would block R. So w is not in R: its left node is
//   changed. Each changed node points to a changed node: there is a cycle.
// Tested by tests/match/verify_stable_test.cc.
#include "jobcarve/match/verify_stable.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "match/chosen_edges.h"

namespace jobcarve {
namespace {

using checking::Describe;
using MaybeEdge = std::optional<EdgeIndex>;

// The market as the two sides see it, and what each has.
class Situation {
 public:
  Situation(const BipartiteGraph& graph, const StableOptions& options, checking::Usage usage)
      : graph_(graph), options_(options), usage_(std::move(usage)), worst_of_(graph.right_count()) {
    for (const MaybeEdge& edge : usage_.edge_of) {
      if (edge.has_value()) {
        MaybeEdge& worst = worst_of_[graph.right(*edge)];
        worst = worst.has_value() && RightPrefers(*edge, worst) ? worst : edge;
      }
    }
  }

  int64_t RightScore(EdgeIndex edge) const {
    return options_.right_scores.has_value() ? (*options_.right_scores)[edge.value()] : graph_.weight(edge);
  }
  bool IsAcceptable(EdgeIndex edge) const { return graph_.weight(edge) > 0 && RightScore(edge) > 0; }

  // Nothing is worse than anything.
  bool LeftPrefers(EdgeIndex edge, MaybeEdge to) const {
    return !to.has_value() || IsBefore(graph_.weight(edge), edge, graph_.weight(*to), *to);
  }
  bool RightPrefers(EdgeIndex edge, MaybeEdge to) const {
    return !to.has_value() || IsBefore(RightScore(edge), edge, RightScore(*to), *to);
  }

  MaybeEdge EdgeOf(LeftIndex left) const { return usage_.edge_of[left]; }
  bool IsFull(RightIndex right) const { return usage_.IsFull(graph_, right); }
  MaybeEdge WorstOf(RightIndex right) const { return worst_of_[right]; }
  bool WouldTake(RightIndex right, EdgeIndex edge) const {
    return !IsFull(right) || (worst_of_[right].has_value() && RightPrefers(edge, worst_of_[right]));
  }

 private:
  static bool IsBefore(int64_t score, EdgeIndex edge, int64_t other_score, EdgeIndex other) {
    return score != other_score ? score > other_score : edge < other;
  }

  const BipartiteGraph& graph_;
  const StableOptions& options_;
  checking::Usage usage_;
  IndexedVector<RightIndex, MaybeEdge> worst_of_;
};

absl::StatusOr<Situation> SituationOf(const BipartiteGraph& graph, const StableMatching& matching, const StableOptions& options) {
  if (options.right_scores.has_value() && options.right_scores->size() != graph.edge_count()) {
    return absl::InvalidArgumentError(
        absl::StrCat("right_scores: ", options.right_scores->size(), " of them for ", graph.edge_count(), " edges"));
  }
  JOBCARVE_RETURN_IF_ERROR(checking::VerifyOrder(graph, matching.edges));
  JOBCARVE_ASSIGN_OR_RETURN(checking::Usage usage, checking::CountUsage(graph, matching.edges));
  const Situation situation(graph, options, std::move(usage));
  for (const EdgeIndex edge : matching.edges) {
    if (!situation.IsAcceptable(edge)) {
      return absl::InvalidArgumentError(absl::StrCat(Describe(graph, edge), " is chosen, but its scores are ", graph.weight(edge),
                                                     " and ", situation.RightScore(edge), ", and both must be above 0"));
    }
  }
  return situation;
}

std::string LeftReason(const BipartiteGraph& graph, LeftIndex left, MaybeEdge has, EdgeIndex edge) {
  if (!has.has_value()) {
    return absl::StrCat("left node ", left.value(), " is unmatched");
  }
  return absl::StrCat("left node ", left.value(), " has edge ", has->value(), " at ", graph.weight(*has), ", this one at ",
                      graph.weight(edge));
}

std::string RightReason(const Situation& situation, RightIndex right, EdgeIndex edge) {
  if (!situation.IsFull(right)) {
    return absl::StrCat("right node ", right.value(), " has room");
  }
  const EdgeIndex worst = *situation.WorstOf(right);
  return absl::StrCat("right node ", right.value(), " has edge ", worst.value(), " at ", situation.RightScore(worst),
                      ", this one at ", situation.RightScore(edge));
}

// With strict preferences: what blocks by scores alone blocks with them too.
absl::Status VerifyNothingBlocks(const BipartiteGraph& graph, const Situation& situation) {
  for (const LeftIndex left : graph.Lefts()) {
    const MaybeEdge has = situation.EdgeOf(left);
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      const RightIndex right = graph.right(edge);
      if (edge != has && situation.IsAcceptable(edge) && situation.LeftPrefers(edge, has) && situation.WouldTake(right, edge)) {
        return absl::InvalidArgumentError(absl::StrCat(Describe(graph, edge), " blocks: ", LeftReason(graph, left, has, edge),
                                                       "; ", RightReason(situation, right, edge)));
      }
    }
  }
  return absl::OkStatus();
}

// Where a node points to, and the edge that it would get. Nodes of one side by number.
struct Exchange {
  EdgeIndex edge;
  size_t next = 0;
};
using Exchanges = std::vector<std::optional<Exchange>>;

// By right node: s(r), as above.
Exchanges ExchangesForLeft(const BipartiteGraph& graph, const Situation& situation) {
  std::vector<MaybeEdge> best(graph.right_count());
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      const RightIndex right = graph.right(edge);
      if (situation.IsAcceptable(edge) && situation.IsFull(right) && situation.LeftPrefers(edge, situation.EdgeOf(left)) &&
          edge != situation.EdgeOf(left) && situation.RightPrefers(edge, best[right.value()])) {
        best[right.value()] = edge;
      }
    }
  }
  Exchanges exchanges(graph.right_count());
  for (const RightIndex right : graph.Rights()) {
    const MaybeEdge edge = best[right.value()];
    const MaybeEdge given_up = edge.has_value() ? situation.EdgeOf(graph.left(*edge)) : std::nullopt;
    if (given_up.has_value()) {
      exchanges[right.value()] = Exchange{.edge = *edge, .next = graph.right(*given_up).value()};
    }
  }
  return exchanges;
}

// By left node: s(l), as above.
Exchanges ExchangesForRight(const BipartiteGraph& graph, const Situation& situation) {
  Exchanges exchanges(graph.left_count());
  for (const LeftIndex left : graph.Lefts()) {
    const MaybeEdge has = situation.EdgeOf(left);
    MaybeEdge best;
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      if (has.has_value() && edge != has && situation.IsAcceptable(edge) && situation.LeftPrefers(*has, edge) &&
          situation.WouldTake(graph.right(edge), edge) && situation.LeftPrefers(edge, best)) {
        best = edge;
      }
    }
    if (best.has_value() && situation.IsFull(graph.right(*best))) {
      const EdgeIndex worst = *situation.WorstOf(graph.right(*best));
      exchanges[left.value()] = Exchange{.edge = *best, .next = graph.left(worst).value()};
    }
  }
  return exchanges;
}

// The lowest edge of the first cycle found, and the number of exchanges in it. Walks on from every node until it meets a node
// seen before; if that was in the same walk, there is a cycle.
std::optional<std::pair<EdgeIndex, size_t>> FindCycle(const Exchanges& exchanges) {
  std::vector<size_t> walk_of(exchanges.size(), 0);  // 0: not seen.
  for (size_t start = 0; start < exchanges.size(); ++start) {
    size_t node = start;
    while (walk_of[node] == 0 && exchanges[node].has_value()) {
      walk_of[node] = start + 1;
      node = exchanges[node]->next;
    }
    if (!exchanges[node].has_value() || walk_of[node] != start + 1) {
      continue;
    }
    std::pair<EdgeIndex, size_t> cycle = {exchanges[node]->edge, 1};
    for (size_t other = exchanges[node]->next; other != node; other = exchanges[other]->next) {
      cycle = {std::min(cycle.first, exchanges[other]->edge), cycle.second + 1};
    }
    return cycle;
  }
  return std::nullopt;
}

}  // namespace

absl::Status VerifyStable(const BipartiteGraph& graph, const StableMatching& matching, const StableOptions& options) {
  JOBCARVE_ASSIGN_OR_RETURN(const Situation situation, SituationOf(graph, matching, options));
  JOBCARVE_RETURN_IF_ERROR(VerifyNothingBlocks(graph, situation));
  const bool is_for_left = options.variant == StableVariant::kLeftOptimal;
  if (const auto cycle = FindCycle(is_for_left ? ExchangesForLeft(graph, situation) : ExchangesForRight(graph, situation))) {
    return absl::InvalidArgumentError(absl::StrCat(Describe(graph, cycle->first), ": the matching is stable, but not ",
                                                   is_for_left ? "left" : "right", "-optimal: ", cycle->second,
                                                   " exchanges, of which this edge is one, lead to a better one"));
  }
  return absl::OkStatus();
}

}  // namespace jobcarve
