// places.h: the right nodes during an auction: the price of a place, and the places, each with the bid that holds it.
#ifndef JOBCARVE_SRC_MATCH_PLACES_H_
#define JOBCARVE_SRC_MATCH_PLACES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>

#include "base/prefetch.h"
#include "jobcarve/base/large_vector.h"
#include "match/problem.h"

namespace jobcarve::match {

template <typename Price>
class Places {
 public:
  static constexpr uint32_t kNobody = UINT32_MAX;

  struct Place {
    uint32_t left = 0;
    Price bid = 0;
  };
  struct Change {
    uint32_t loser = kNobody;  // Who made room.
    bool is_full = false;
    Price lowest_bid = 0;  // Of all places, when they are full.
  };

  // Prices are 0. One more right node than the graph has, right_count(), has no places.
  explicit Places(const BipartiteGraph& graph) : rights_(graph.right_count() + 1) {
    uint32_t end = 0;
    for (const RightIndex right : graph.Rights()) {
      rights_[right.value()].begin = end;
      end += 1 + SeatsOf(graph, right);
    }
    rights_.back().begin = end;
    places_.resize(end + 1);
    for (const RightIndex right : graph.Rights()) {
      places_[rights_[right.value()].begin].bid = static_cast<Price>(SeatsOf(graph, right));
    }
  }

  uint32_t right_count() const { return static_cast<uint32_t>(rights_.size() - 1); }
  Price price(uint32_t right) const { return rights_[right].price; }
  Price& price(uint32_t right) { return rights_[right].price; }

  bool IsFull(uint32_t right) const { return HeadOf(right).left == static_cast<uint32_t>(HeadOf(right).bid); }
  uint32_t Capacity(uint32_t right) const { return static_cast<uint32_t>(HeadOf(right).bid); }
  std::span<Place> Taken(uint32_t right) { return {&HeadOf(right) + 1, HeadOf(right).left}; }

  // Takes a place, if need be that of the lowest bid (of equal ones, that of the first place). There must be a place.
  Change Take(uint32_t right, Place place) {
    Place* const head = &HeadOf(right);
    Place* const first = head + 1;
    const uint32_t capacity = static_cast<uint32_t>(head->bid);
    if (head->left < capacity) {
      first[head->left++] = place;
      if (capacity > kMaxUnordered) {
        std::push_heap(first, first + head->left, LosesLater);
      }
      return {.loser = kNobody, .is_full = head->left == capacity, .lowest_bid = head->left == capacity ? LowestBid(right) : 0};
    }
    if (capacity > kMaxUnordered) {
      std::pop_heap(first, first + capacity, LosesLater);
      const uint32_t loser = std::exchange(first[capacity - 1], place).left;
      std::push_heap(first, first + capacity, LosesLater);
      return {.loser = loser, .is_full = true, .lowest_bid = first->bid};
    }
    uint32_t lowest = 0;
    Price next_bid = std::numeric_limits<Price>::max();
    for (uint32_t i = 1; i < capacity; ++i) {  // Without a branch.
      const bool is_lower = first[i].bid < first[lowest].bid;
      next_bid = std::min(next_bid, is_lower ? first[lowest].bid : first[i].bid);
      lowest = is_lower ? i : lowest;
    }
    const uint32_t loser = std::exchange(first[lowest], place).left;
    return {.loser = loser, .is_full = true, .lowest_bid = std::min(next_bid, place.bid)};
  }

  void Leave(uint32_t right, uint32_t left) {
    const std::span<Place> taken = Taken(right);
    const auto place = std::find_if(taken.begin(), taken.end(), [left](const Place& p) { return p.left == left; });
    *place = taken.back();
    --HeadOf(right).left;
    if (Capacity(right) > kMaxUnordered) {
      std::make_heap(taken.begin(), taken.end() - 1, LosesLater);
    }
  }

  // Every bid at `right` becomes `bid`: still a heap.
  void LevelBids(uint32_t right, Price bid) {
    for (Place& place : Taken(right)) {
      place.bid = bid;
    }
  }

  void PrefetchPrice(uint32_t right) const { Prefetch(&rights_[right]); }
  // The price must be at hand.
  void PrefetchPlaces(uint32_t right) const { Prefetch(&HeadOf(right)); }

 private:
  static constexpr uint32_t kMaxUnordered = 16;  // More places than this are kept as a heap.

  static bool LosesLater(const Place& a, const Place& b) { return a.bid > b.bid; }

  // `right` must have taken a place.
  Price LowestBid(uint32_t right) const {
    const Place* const first = &HeadOf(right) + 1;
    Price lowest = first->bid;
    for (uint32_t i = 1; Capacity(right) <= kMaxUnordered && i < HeadOf(right).left; ++i) {
      lowest = std::min(lowest, first[i].bid);
    }
    return lowest;
  }

  Place& HeadOf(uint32_t right) { return places_[rights_[right].begin]; }
  const Place& HeadOf(uint32_t right) const { return places_[rights_[right].begin]; }

  // Where the places begin stands beside the price: whoever wants a place has just read the price.
  struct Right {
    Price price = 0;
    uint32_t begin = 0;
  };
  LargeVector<Right> rights_;
  // The places of a right node follow a head that counts them: how many are taken (left), and how many there are (bid).
  LargeVector<Place> places_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_PLACES_H_
