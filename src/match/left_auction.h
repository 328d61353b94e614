// left_auction.h: the start for all other markets: left nodes bid for places, with steps that shrink (epsilon scaling).
#ifndef JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_
#define JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "jobcarve/base/large_vector.h"
#include "match/places.h"
#include "match/problem.h"

namespace jobcarve::match {

// Prices are `Price`s, weights times a power of two, so that a step may be less than one unit of weight.
template <typename Weight, typename Price>
class LeftAuction {
 public:
  explicit LeftAuction(const Problem& problem);

  // For markets with places to spare: one exact phase from prices of 0. Returns false when that takes too long; then nothing
  // is to be handed over.
  bool RunOnce();

  // Phases with smaller and smaller steps, then an exact one. Bounded: an auction that takes too long stops where it is.
  void RunScaled();

  // Moves prices and seats into an untouched `state`, which is then consistent (problem.h).
  void HandOver(State& state) const;

 private:
  static constexpr size_t kListed = 7;
  static constexpr uint32_t kNobody = UINT32_MAX;

  // The edges that are worth most to a left node; no other is worth more than `bound`. One cache line.
  struct alignas(sizeof(Weight) == 4 && sizeof(Price) == 4 ? 64 : 128) Shortlist {
    std::array<HalfEdge<Weight>, kListed> edges;
    Price bound = kUnlisted;
    uint32_t size = 0;
  };
  struct Seat {
    uint32_t right = kNobody;
    Weight weight = 0;
  };
  // Value and position as one integer: the greater, the better; of equal values, the first.
  using Ranked = KeyOf<Price>;
  static Ranked RankedOf(Price value, uint32_t position) {
    return (static_cast<Ranked>(value) << 32) | static_cast<Ranked>(UINT32_MAX - position);
  }
  static Price ValueOfRanked(Ranked ranked) { return static_cast<Price>(ranked >> 32); }
  static uint32_t PositionOf(Ranked ranked) { return UINT32_MAX - static_cast<uint32_t>(ranked); }

  struct Choice {
    HalfEdge<Weight> edge;
    Price value = 0;
    Price next_value = 0;
    Price price = 0;  // Of the place, when it was chosen.
    bool is_some = false;
  };

  static constexpr Price kUnlisted = std::numeric_limits<Price>::max();
  static constexpr Price kMaxPrice = Price{1} << (8 * sizeof(Price) - 3);
  static constexpr Price kLowest = -kMaxPrice - kMaxPrice / 2;
  static constexpr Price kClosedPrice = 2 * kMaxPrice;  // Of a right node without places.

  void ChooseScale();
  void SetClosedPrices();
  void MakeExact();

  void Forward(Price eps);
  void GatherBidders(Price eps);
  void Bid(uint32_t left, const Choice& choice, Price eps);
  Choice BestOf(uint32_t left);
  Choice BestInRow(uint32_t left) const;
  Choice BestListed(uint32_t left) const;
  Choice BestAmong(std::span<const HalfEdge<Weight>> edges, Price floor) const;
  void List(uint32_t left);
  void SortLosers();
  void SeatAll();
  void WeighSeats();
  void PrefetchRow(uint32_t left) const;
  void Prefetch(size_t position) const;

  void Settle();
  bool RaiseOutside();
  void Reverse(Price eps);
  bool OfferPlace(uint32_t right, Price eps);
  Price ProfitOf(uint32_t left, Price eps);

  Price Scaled(Weight weight) const { return static_cast<Price>(weight) << shift_; }
  Price ValueOf(const HalfEdge<Weight>& edge) const { return Scaled(edge.weight) - prices_[edge.node]; }
  // What staying out is worth; less than any place when that is not allowed.
  Price FloorOf(uint32_t left) const { return problem_.IsForced(LeftIndex(left)) ? kLowest : -outside_; }

  const Problem& problem_;
  const BipartiteGraph& graph_;
  LargeVector<Price> prices_;
  LargeVector<Shortlist> shortlists_;  // Empty in RunOnce, where few bid twice.
  LargeVector<Seat> seats_;            // Of left nodes; up to date between phases only.
  Places<Price> places_;
  std::vector<uint32_t> bidders_;
  std::array<Choice, 16> choices_;  // Of the bidders whose turn is next.
  std::vector<uint32_t> losers_;    // The bidders of the next round.
  std::vector<uint32_t> sellers_;   // Right nodes with room and a price.
  std::vector<uint64_t> marks_;     // A bit for each left node, to sort by.
  Price outside_ = 0;               // The price of a place that nobody wants. Lowering all others is raising this one.
  Price spread_ = 0;
  int shift_ = 0;
  int64_t budget_ = 0;  // Bids that may still be made.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_
