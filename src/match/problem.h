// problem.h: what every stage of the solver shares: the question, and the answer so far.
#ifndef JOBCARVE_SRC_MATCH_PROBLEM_H_
#define JOBCARVE_SRC_MATCH_PROBLEM_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"
#include "match/assignment.h"

namespace jobcarve::match {

// Nodes that may not be left out. An empty list means none.
struct Musts {
  std::vector<bool> lefts;   // Must be matched: a left price may then be negative.
  std::vector<bool> rights;  // Must be full: a right price may then be negative.

  bool operator==(const Musts&) const = default;
};

struct Problem {
  const BipartiteGraph& graph;
  const Musts& musts;

  bool HasMusts() const { return !musts.lefts.empty() || !musts.rights.empty(); }
  bool IsForced(LeftIndex left) const { return !musts.lefts.empty() && musts.lefts[left.value()]; }
  bool IsForced(RightIndex right) const { return !musts.rights.empty() && musts.rights[right.value()]; }
};

// A node that must be served and cannot be; of a left node, with the reason.
struct Obstacle {
  std::optional<LeftIndex> left;
  std::optional<RightIndex> right;
  Shortage shortage;
};

// Right prices are never too low and left prices never too low when a stage hands over: for every edge (l, r, w)
// u[l] + p[r] >= w, with equality where l holds r.
struct State {
  explicit State(const BipartiteGraph& graph)
      : assignment(graph), left_prices(graph.left_count(), 0), right_prices(graph.right_count(), 0) {}

  Assignment assignment;
  IndexedVector<LeftIndex, int64_t> left_prices;
  IndexedVector<RightIndex, int64_t> right_prices;
};

// An integer that holds a value of type Value above 32 bits of something else, so that comparing it compares the value first.
__extension__ typedef __int128 WideKey;
template <typename Value>
using KeyOf = std::conditional_t<sizeof(Value) == sizeof(int32_t), int64_t, WideKey>;

// `place` becomes the greater of both, `other` the lesser.
template <typename Key>
void KeepGreater(Key& place, Key& other) {
  const Key greater = std::max(place, other);
  other = std::min(place, other);
  place = greater;
}

// The position in `row` of the heaviest edge to `node`; of equal ones, the first. There must be one.
template <typename Weight>
size_t HeaviestTo(std::span<const HalfEdge<Weight>> row, uint32_t node) {
  size_t best = 0;
  Weight greatest = std::numeric_limits<Weight>::min();
  for (size_t i = 0; i < row.size(); ++i) {  // Without a branch.
    const bool is_heavier = static_cast<bool>(static_cast<int>(row[i].node == node) & static_cast<int>(row[i].weight > greatest));
    best = is_heavier ? i : best;
    greatest = is_heavier ? row[i].weight : greatest;
  }
  return best;
}

// `left` takes a place at `to`, which must have room, by the heaviest edge there is between the two; of equal ones, by the first.
template <typename Weight>
void MoveTo(const BipartiteGraph& graph, State& state, LeftIndex left, RightIndex to) {
  const size_t best = HeaviestTo(graph.Row<Weight>(left), static_cast<uint32_t>(to.value()));
  if (!state.assignment.IsFree(left)) {
    state.assignment.Release(left);
  }
  state.assignment.Assign(left, EdgeIndex(graph.EdgesOf(left).begin().value() + best), to);
}

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_PROBLEM_H_
