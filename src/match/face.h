// face.h: the matchings that are still in question after some levels of an objective (objectives.h): the optimal face of the
// linear program, level after level.
//
//   Face face(graph);
//   JOBCARVE_RETURN_IF_ERROR(face.Maximise(lefts, [&](EdgeIndex e) { return graph.weight(e); }));
#ifndef JOBCARVE_SRC_MATCH_FACE_H_
#define JOBCARVE_SRC_MATCH_FACE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/objectives.h"
#include "match/engine.h"
#include "match/holders.h"
#include "match/join.h"

namespace jobcarve::match {

// An edge as its right node sees it.
struct Taker {
  LeftIndex left;
  EdgeIndex edge;
};

// Left nodes join with the first level that gives their edges a weight. Until then they are worth nothing on every level, so
// nobody makes room for them, and where places have a price there is none for them.
class Face {
 public:
  explicit Face(const BipartiteGraph& graph);
  Face(const Face&) = delete;  // join_ looks into its face.
  Face& operator=(const Face&) = delete;

  // Solves the next level, in which the edges of `lefts` (ascending) weigh what `weight_of` says and all others nothing, and
  // keeps only the matchings that are best for it. `weight_of` is asked only about edges that count and are still allowed.
  absl::Status Maximise(std::span<const LeftIndex> lefts, EdgeWeight weight_of);

  // Exchanges the matching for a best one by these weights among those still in question, without a level.
  absl::Status Prefer(std::span<const LeftIndex> lefts, EdgeWeight weight_of);

  const Musts& musts() const { return musts_; }
  bool IsAllowed(EdgeIndex edge) const { return is_allowed_[edge.value()]; }
  std::optional<EdgeIndex> held(LeftIndex left) const { return holders_.held(left); }

  // The matching held now, with the totals and prices of the levels so far.
  LevelMatching Answer() const;

 private:
  // The nodes that a level can touch, as a graph of its own. Its nodes and edges are numbered in the order of these lists.
  struct Part {
    std::vector<LeftIndex> lefts;    // Ascending.
    std::vector<RightIndex> rights;  // In the order found.
    std::vector<EdgeIndex> edges;    // Ascending.
    BipartiteGraph graph;
    Musts musts;
  };

  void Join(LeftIndex left);
  void MaximiseInPlace(std::span<const LeftIndex> lefts, EdgeWeight weight_of);
  void Forbid(EdgeIndex edge) { is_allowed_[edge.value()] = false; }
  absl::StatusOr<Part> PartAround(std::span<const LeftIndex> lefts, EdgeWeight weight_of);
  void CollectNodes(Part& part);
  bool IsContested(RightIndex right);
  void Hold(const Part& part, const Matching& matching);
  void Restrict(const Part& part, const Matching& matching);

  const BipartiteGraph& graph_;
  std::vector<bool> is_allowed_;  // By edge; only edges that count and whose left node has joined.
  std::vector<bool> has_joined_;  // By left node.
  Musts musts_;
  Holders holders_;
  IndexedVector<RightIndex, std::vector<Taker>> takers_;  // By allowed edges, and some that no longer are.
  LevelMatching found_;                                   // Totals and prices.
  JoinSearch join_;

  // For PartAround, clean between calls.
  std::vector<bool> is_in_part_;                                      // By left node.
  IndexedVector<RightIndex, std::optional<RightIndex>> local_right_;  // Its number within the part.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_FACE_H_
