// incremental_frontier.h: the labels and the queue of one shortest-path search over right nodes (E. W. Dijkstra, 1959).
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_FRONTIER_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_FRONTIER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/prefetch.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "match/incremental_table.h"
#include "match/incremental_value.h"

namespace jobcarve::incremental {

// How a right node was reached: `mover` would come to it (or, searching backward, go from it) by the edge `via`.
struct Label {
  Value distance = 0;
  LeftIndex mover = {};
  EdgeIndex via = {};
  uint32_t search = 0;  // The search that wrote this label.
  bool is_done = false;
  bool is_marked = false;
};

// Labels carry the number of their search, so a new search clears nothing and costs only what it touches.
class Frontier {
 public:
  // Starts a search over right nodes 0 .. right_count - 1.
  void Begin(size_t right_count);

  size_t right_count() const { return labels_.size(); }
  bool IsReached(RightIndex right) const { return labels_[right].search == search_; }
  const Label& label(RightIndex right) const { return labels_[right]; }

  // Notes the way to `right` when it is shorter than those known; returns whether it is.
  bool Reach(RightIndex right, Value distance, LeftIndex mover, EdgeIndex via);

  // The nearest right node that was not popped before and is nearer than `limit`; of equally near ones, the lowest number.
  std::optional<RightIndex> PopNearerThan(Value limit);

  // A lower bound for every right node that was not popped; `if_none` when no more are reached.
  Value Nearest(Value if_none) const { return queue_.empty() ? if_none : queue_.front().distance; }
  // Marks a right node that is reached, once the search is over.
  void Mark(RightIndex right) { labels_[right].is_marked = true; }

  // Which is popped next, if nothing nearer is reached before.
  std::optional<RightIndex> Front() const { return queue_.empty() ? std::nullopt : std::optional(queue_.front().right); }
  // A hint that `right` is reached soon.
  void Prefetch(RightIndex right) const { jobcarve::Prefetch(&labels_[right]); }

  // Right nodes popped, in order.
  const std::vector<RightIndex>& done() const { return done_; }

 private:
  struct Entry {
    Value distance;
    RightIndex right;
    bool operator<(const Entry& other) const {
      return distance != other.distance ? distance < other.distance : right < other.right;
    }
  };

  void Push(Entry entry);
  void PopTop();

  Table<RightIndex, Label> labels_;
  std::vector<Entry> queue_;  // A heap of arity 4; outdated entries stay until they come up.
  std::vector<RightIndex> done_;
  uint32_t search_ = 0;
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_FRONTIER_H_
