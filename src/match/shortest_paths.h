// shortest_paths.h: turns consistent prices and any partial assignment into an optimal one, exactly.
#ifndef JOBCARVE_SRC_MATCH_SHORTEST_PATHS_H_
#define JOBCARVE_SRC_MATCH_SHORTEST_PATHS_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "jobcarve/match/match.h"
#include "match/problem.h"

namespace jobcarve::match {

// A node that must be served and cannot be; of a left node, with the reason.
struct Obstacle {
  std::optional<LeftIndex> left;
  std::optional<RightIndex> right;
  Shortage shortage;
};

template <typename Weight>
class ShortestPaths {
 public:
  // `state` must be consistent (problem.h), with right prices >= 0. Both must outlive this.
  ShortestPaths(const Problem& problem, State& state);

  // Makes `state` optimal, unless a node that must be served cannot be.
  std::optional<Obstacle> Repair();

 private:
  // The cheapest way to end the search found so far.
  struct Target {
    int64_t distance = INT64_MAX;
    std::optional<LeftIndex> left;    // This node goes unmatched (forward), or joins from unmatched (backward).
    std::optional<RightIndex> right;  // This node gives a free place (forward), or gives one up (backward).
  };
  // Entries leave by distance, then by right node.
  using Entry = std::pair<int64_t, RightIndex>;
  struct Label {
    int64_t distance = INT64_MAX;
    LeftIndex via_left;    // Forward: who would come here. Backward: the holder that would leave
    RightIndex via_right;  // for this node.
    bool is_done = false;
  };

  bool ForwardFrom(LeftIndex start);
  void ScanForward(LeftIndex left, int64_t distance, Target& target);
  void RaisePrices(const Target& target);
  void AugmentForward(LeftIndex start, const Target& target);

  bool BackwardFrom(RightIndex start);
  void ScanBackward(RightIndex right, int64_t distance, Target& target);
  void LowerPrices(const Target& target);
  void AugmentBackward(RightIndex start, const Target& target);

  void Move(LeftIndex left, RightIndex to);
  void Reach(RightIndex right, Label label);
  std::optional<Entry> PopNearest(int64_t limit);
  void Forget();
  Shortage ShortageHere();

  const Problem& problem_;
  const BipartiteGraph& graph_;
  State& state_;
  IndexedVector<RightIndex, Label> labels_;
  std::vector<RightIndex> reached_;                     // Rights whose label must be cleared.
  std::vector<RightIndex> done_;                        // Rights that left the queue, in order.
  std::vector<std::pair<LeftIndex, int64_t>> scanned_;  // Lefts scanned, with their distance.
  std::vector<Entry> queue_;                            // A heap, the nearest on top.
  RightIndex joined_;                                   // Backward: what the target's left node would join.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_SHORTEST_PATHS_H_
