// join.h: a level in which only left nodes weigh anything that have just joined: they come in one by one, where everybody is.
#ifndef JOBCARVE_SRC_MATCH_JOIN_H_
#define JOBCARVE_SRC_MATCH_JOIN_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <span>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/bipartite.h"
#include "match/engine.h"
#include "match/holders.h"

namespace jobcarve::match {

using EdgeWeight = absl::FunctionRef<int64_t(EdgeIndex)>;

// Looks only at what its searches reach, so that many small levels cost little. Its tables are made once.
class JoinSearch {
 public:
  // `is_allowed` (by edge), `musts` and `holders` are those of the face, and change with it.
  JoinSearch(const BipartiteGraph& graph, const std::vector<bool>& is_allowed, const Musts& musts, Holders& holders);

  // Makes the holders a heaviest matching of the face, in which the allowed edges of `lefts` weigh what `weight_of` says (above
  // 0) and all others nothing. Holders must keep `musts` before, and `lefts` hold nothing. Returns the total.
  int64_t Run(std::span<const LeftIndex> lefts, EdgeWeight weight_of);

  // The prices of the last run; other nodes than those listed (ascending) have none.
  const std::vector<LeftIndex>& lefts() const { return lefts_; }
  const std::vector<RightIndex>& rights() const { return rights_; }
  int64_t price(LeftIndex left) const { return left_prices_[left]; }
  int64_t price(RightIndex right) const { return right_prices_[right]; }
  int64_t Slack(LeftIndex left, EdgeIndex edge, EdgeWeight weight_of) const {
    return left_prices_[left] + right_prices_[graph_.right(edge)] - (is_joining_[left.value()] ? weight_of(edge) : 0);
  }

  // Forgets them.
  void Clear();

 private:
  struct Label {
    int64_t distance = INT64_MAX;
    EdgeIndex via = {};       // The edge that reached this node.
    LeftIndex via_left = {};  // Its left node.
    bool is_done = false;
  };
  // The cheapest way to end the search found so far.
  struct Target {
    int64_t distance = INT64_MAX;
    std::optional<LeftIndex> left;    // This node gives up.
    std::optional<RightIndex> right;  // This node has room.
  };
  using Entry = std::pair<int64_t, RightIndex>;  // Entries leave by distance, then by right node.

  void ForwardFrom(LeftIndex start, EdgeWeight weight_of);
  void Scan(LeftIndex left, int64_t distance, EdgeWeight weight_of, Target& target);
  std::optional<Entry> PopNearest(int64_t limit);
  void Augment(const Target& target);

  const BipartiteGraph& graph_;
  const std::vector<bool>& is_allowed_;
  const Musts& musts_;
  Holders& holders_;

  // Of the run at hand.
  std::vector<bool> is_joining_;  // By left node.
  IndexedVector<LeftIndex, int64_t> left_prices_;
  IndexedVector<RightIndex, int64_t> right_prices_;
  std::vector<LeftIndex> lefts_;
  std::vector<RightIndex> rights_;

  // Of the search at hand.
  IndexedVector<RightIndex, Label> labels_;
  std::vector<RightIndex> reached_;                     // Rights whose label must be cleared.
  std::vector<RightIndex> done_;                        // Rights that left the queue, in order.
  std::vector<std::pair<LeftIndex, int64_t>> scanned_;  // Lefts scanned, with their distance.
  std::priority_queue<Entry, std::vector<Entry>, std::greater<Entry>> queue_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_JOIN_H_
