// shortest_paths.h: turns any prices and any partial assignment into an optimal one, exactly.
#ifndef JOBCARVE_SRC_MATCH_SHORTEST_PATHS_H_
#define JOBCARVE_SRC_MATCH_SHORTEST_PATHS_H_

#include <cstdint>
#include <optional>
#include <queue>
#include <utility>
#include <vector>

#include "match/assignment.h"
#include "match/components.h"
#include "match/network.h"

namespace jobcarve::match {

// Prices and assignment of a whole network. Invariant while searching, for every arc (l, r, w) of a repaired component:
// u[l] + p[r] >= w, with equality where l holds r.
struct State {
  explicit State(const Network& network)
      : assignment(network), left_prices(network.left_count(), 0), right_prices(network.right_count(), 0) {}

  Assignment assignment;
  IndexedVector<LeftIndex, int64_t> left_prices;
  IndexedVector<RightIndex, int64_t> right_prices;
};

// Works on one component after another; its tables are made once.
class ShortestPaths {
 public:
  ShortestPaths(const Network& network, State& state);

  // Makes `component` optimal. Right prices may be anything >= 0; left prices are recomputed; assigned arcs that the prices do
  // not support are given up first. Returns why not when every left node must be matched and cannot be.
  std::optional<Shortage> Repair(const Component& component);

 private:
  // The cheapest way to end the search found so far.
  struct Target {
    int64_t distance = INT64_MAX;
    std::optional<LeftIndex> left;    // This node goes unmatched (forward), or joins from unmatched (backward).
    std::optional<RightIndex> right;  // This node gives a free place (forward), or gives one up (backward).
  };
  // Entries leave by distance, then by right node.
  using Entry = std::pair<int64_t, RightIndex>;
  struct Later {
    bool operator()(const Entry& a, const Entry& b) const { return b < a; }
  };
  struct Label {
    int64_t distance = INT64_MAX;
    ArcIndex via;        // Forward: the arc that reached this node. Backward: the arc its holder would leave for.
    LeftIndex via_left;  // The left node of `via`.
    bool is_done = false;
  };

  void KeepWhatPricesSupport(const Component& component);

  bool ForwardFrom(LeftIndex start);
  void ScanForward(LeftIndex left, int64_t distance, Target& target);
  void RaisePrices(const Target& target);
  void AugmentForward(LeftIndex start, const Target& target);

  void BackwardFrom(RightIndex start);
  void ScanBackward(RightIndex right, int64_t distance, Target& target);
  void LowerPrices(const Target& target);
  void AugmentBackward(RightIndex start, const Target& target);

  void Reach(RightIndex right, int64_t distance, ArcIndex via, LeftIndex via_left);
  std::optional<Entry> PopNearest(int64_t limit);
  void Forget();
  Shortage ShortageHere();

  const Network& network_;
  State& state_;
  IndexedVector<RightIndex, Label> labels_;
  std::vector<RightIndex> reached_;                     // Rights whose label must be cleared.
  std::vector<RightIndex> done_;                        // Rights left the queue, in order.
  std::vector<std::pair<LeftIndex, int64_t>> scanned_;  // Lefts scanned, with their distance.
  std::priority_queue<Entry, std::vector<Entry>, Later> queue_;
  std::optional<ArcIndex> joining_;  // Backward: the arc by which an unmatched node joins.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_SHORTEST_PATHS_H_
