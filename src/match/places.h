// places.h: the places of all right nodes during an auction, each with the bid that holds it.
#ifndef JOBCARVE_SRC_MATCH_PLACES_H_
#define JOBCARVE_SRC_MATCH_PLACES_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "jobcarve/base/large_vector.h"
#include "match/problem.h"

namespace jobcarve::match {

template <typename Price>
class Places {
 public:
  struct Place {
    uint32_t left = 0;
    Price bid = 0;
  };

  explicit Places(const BipartiteGraph& graph) : begins_(graph.right_count() + 1, 0) {
    for (const RightIndex right : graph.Rights()) {
      begins_[right.value() + 1] = begins_[right.value()] + 1 + SeatsOf(graph, right);
    }
    places_.resize(begins_.back());
    for (const RightIndex right : graph.Rights()) {
      CapacityOf(right.value()) = static_cast<Price>(SeatsOf(graph, right));
    }
  }

  bool IsFull(uint32_t right) const { return TakenOf(right) == Capacity(right); }
  uint32_t Capacity(uint32_t right) const { return static_cast<uint32_t>(places_[begins_[right]].bid); }
  std::span<Place> Taken(uint32_t right) { return {places_.data() + begins_[right] + 1, TakenOf(right)}; }

  // Takes a place, if need be that of the lowest bid (of equal ones, of the highest left node), and returns who lost it.
  std::optional<uint32_t> Take(uint32_t right, Place place) {
    const uint32_t taken = TakenOf(right);
    Place* const first = places_.data() + begins_[right] + 1;
    if (taken < Capacity(right)) {
      first[taken] = place;
      ++TakenOf(right);
      if (IsHeap(right)) {
        std::push_heap(first, first + taken + 1, LosesLater);
      }
      return std::nullopt;
    }
    if (!IsHeap(right)) {
      Place* const lowest = std::min_element(first, first + taken, LosesFirst);
      return std::exchange(*lowest, place).left;
    }
    std::pop_heap(first, first + taken, LosesLater);
    const uint32_t loser = std::exchange(first[taken - 1], place).left;
    std::push_heap(first, first + taken, LosesLater);
    return loser;
  }

  void Leave(uint32_t right, uint32_t left) {
    const std::span<Place> taken = Taken(right);
    const auto place = std::find_if(taken.begin(), taken.end(), [left](const Place& p) { return p.left == left; });
    *place = taken.back();
    --TakenOf(right);
    if (IsHeap(right)) {
      std::make_heap(taken.begin(), taken.end() - 1, LosesLater);
    }
  }

  // Every bid at `right` becomes `bid`.
  void LevelBids(uint32_t right, Price bid) {
    for (Place& place : Taken(right)) {
      place.bid = bid;
    }
    if (IsHeap(right)) {
      std::make_heap(Taken(right).begin(), Taken(right).end(), LosesLater);
    }
  }

  // `right` must have taken a place.
  Price LowestBid(uint32_t right) const {
    const Place* const first = places_.data() + begins_[right] + 1;
    return IsHeap(right) ? first->bid : std::min_element(first, first + TakenOf(right), LosesFirst)->bid;
  }

  void Prefetch(uint32_t right) const { __builtin_prefetch(places_.data() + begins_[right]); }

 private:
  static constexpr uint32_t kMaxUnordered = 16;  // More places than this are kept as a heap.

  static bool LosesFirst(const Place& a, const Place& b) { return a.bid != b.bid ? a.bid < b.bid : a.left > b.left; }
  static bool LosesLater(const Place& a, const Place& b) { return LosesFirst(b, a); }

  bool IsHeap(uint32_t right) const { return Capacity(right) > kMaxUnordered; }
  uint32_t& TakenOf(uint32_t right) { return places_[begins_[right]].left; }
  uint32_t TakenOf(uint32_t right) const { return places_[begins_[right]].left; }
  Price& CapacityOf(size_t right) { return places_[begins_[right]].bid; }

  // The places of a right node follow a head that counts them: how many are taken (left), and how many there are (bid).
  LargeVector<uint32_t> begins_;
  LargeVector<Place> places_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_PLACES_H_
