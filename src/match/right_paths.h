// right_paths.h: fills every right node whose free place has a price, or takes the price away, exactly, one place after another.
#ifndef JOBCARVE_SRC_MATCH_RIGHT_PATHS_H_
#define JOBCARVE_SRC_MATCH_RIGHT_PATHS_H_

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "match/problem.h"

namespace jobcarve::match {

template <typename Weight>
class RightPaths {
 public:
  // `state` must be consistent (problem.h), with right prices >= 0. Both must outlive this.
  RightPaths(const Problem& problem, State& state);

  // Ends with no price on a right node with room, unless one that must be full cannot be.
  std::optional<Obstacle> FillAll();

 private:
  // The cheapest way to end the search found so far.
  struct Target {
    int64_t distance = INT64_MAX;
    std::optional<LeftIndex> left;    // This node joins from unmatched,
    std::optional<RightIndex> right;  // or this one gives a place up.
  };
  // Entries leave by distance, then by right node.
  using Entry = std::pair<int64_t, RightIndex>;
  struct Label {
    int64_t distance = INT64_MAX;
    LeftIndex via_left;    // The holder that would leave
    RightIndex via_right;  // for this node.
    bool is_done = false;
  };

  bool Fill(RightIndex start);
  void Scan(RightIndex right, int64_t distance, Target& target);
  void LowerPrices(const Target& target);
  void Augment(RightIndex start, const Target& target);
  void Reach(RightIndex right, Label label);
  std::optional<Entry> PopNearest(int64_t limit);
  void Forget();

  const Problem& problem_;
  const BipartiteGraph& graph_;
  State& state_;
  IndexedVector<RightIndex, Label> labels_;
  std::vector<RightIndex> reached_;  // Rights whose label must be cleared.
  std::vector<RightIndex> done_;     // Rights that left the queue, in order.
  std::vector<Entry> queue_;         // A heap, the nearest on top.
  RightIndex joined_;                // What the target's left node would join.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_RIGHT_PATHS_H_
