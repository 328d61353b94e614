// left_forest.h: seats every left node that wants a place, exactly, by shortest augmenting paths from all of them at once.
#ifndef JOBCARVE_SRC_MATCH_LEFT_FOREST_H_
#define JOBCARVE_SRC_MATCH_LEFT_FOREST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "jobcarve/base/large_vector.h"
#include "match/problem.h"
#include "match/radix_heap.h"

namespace jobcarve::match {

template <typename Weight>
class LeftForest {
 public:
  // `state` must be consistent (problem.h), with right prices >= 0. Both must outlive this.
  LeftForest(const Problem& problem, State& state);

  // Ends with a place, or none wanted, for every left node, unless some that must have one cannot.
  std::optional<Obstacle> Grow();

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr int64_t kClosed = int64_t{1} << 62;  // Above all prices.

  // A right node in a tree.
  struct Node {
    int64_t distance = 0;         // When it joined.
    uint32_t via_left = kNone;    // Who would come here.
    uint32_t next = kNone;        // The node of the same tree that joined before.
    uint32_t first_wait = kNone;  // Who of other trees would come if it were free.
  };
  struct Tree {
    LeftIndex source;
    uint32_t last_node = kNone;
    size_t events = 0;  // In the heap.
    bool is_growing = true;
  };
  // A left node of a tree can do something at this distance, at the soonest.
  struct Event {
    int64_t distance = 0;
    int64_t outlay = 0;  // The left node's distance and price.
    uint32_t left = 0;
    uint32_t tree = 0;
  };
  // What a left node can do: come to a right node, or (kNone) give up.
  struct Option {
    int64_t distance = kClosed / 2;
    uint32_t right = kNone;
  };
  struct Options {
    Option best;
    Option next;
  };
  // Somebody would come to a node for its price and the outlay.
  struct Wait {
    Event event;
    uint32_t next = kNone;
  };

  void Plant();
  void Foresee(LeftIndex left, int64_t distance, uint32_t tree);
  void Do(const Event& event);
  Options OptionsOf(const Event& event);
  void WaitForOthers(const Event& event, int64_t limit);
  void Push(Event event, const Option& option);
  void PushEvent(const Event& event);
  void DropWhatIsOver();
  void Join(const Event& event, const Option& option);
  void PrefetchScan(LeftIndex left) const;
  void EndTree(const Event& event, const Option& option);
  void MovePrices(const Tree& tree, int64_t distance);
  void Augment(LeftIndex comer, const Option& option);
  void FreeNodes(const Tree& tree);
  // Whether a node of this fare is in another tree.
  static bool IsTaken(int64_t fare, uint32_t tree) {
    return fare >= kClosed && fare != kClosed + tree && fare != kClosed + kNone;
  }
  bool IsEnd(const Option& option) const { return option.right == kNone || state_.assignment.HasRoom(RightIndex(option.right)); }
  Obstacle ObstacleHere() const;

  const Problem& problem_;
  const BipartiteGraph& graph_;
  State& state_;
  LargeVector<int64_t> fares_;  // Of right nodes: the price; kClosed + tree in a tree, kClosed + kNone without places.
  LargeVector<Node> nodes_;
  LargeVector<int64_t> due_;  // Of left nodes in trees: the distance of their one event that counts.
  std::vector<Tree> trees_;   // By source.
  size_t growing_ = 0;
  int64_t now_ = 0;  // The distance all trees have grown to.
  RadixHeap<Event> events_;
  size_t over_ = 0;          // Events of trees that have ended.
  std::vector<Event> ends_;  // Those that will end a tree, now.
  std::vector<Wait> waits_;
  uint32_t free_wait_ = kNone;  // A list of those that are over.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_LEFT_FOREST_H_
