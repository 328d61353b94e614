// scaled_auction.h: the start for markets that are nearly balanced, or that nobody may leave: left nodes bid for places, with
// steps that shrink (epsilon scaling).
#ifndef JOBCARVE_SRC_MATCH_SCALED_AUCTION_H_
#define JOBCARVE_SRC_MATCH_SCALED_AUCTION_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "base/crew.h"
#include "jobcarve/base/large_vector.h"
#include "match/places.h"
#include "match/problem.h"

namespace jobcarve::match {

// The crew shares what bidders choose; what they bid is taken in turn, so that threads change nothing.
// Prices are `Price`s, weights times a power of two, so that a step may be less than one unit of weight.
template <typename Weight, typename Price>
class ScaledAuction {
 public:
  ScaledAuction(const Problem& problem, Crew& crew);

  // Phases with smaller and smaller steps, then an exact one. Bounded: an auction that takes too long stops where it is.
  void Run();

  // Moves prices and seats into an untouched `state`, which is then consistent (problem.h).
  void HandOver(State& state);

 private:
  static constexpr size_t kListed = 7;
  static constexpr uint32_t kNoSeat = kListed;
  static constexpr Price kUnlisted = std::numeric_limits<Price>::max();
  static constexpr Price kMaxPrice = Price{1} << (8 * sizeof(Price) - 3);
  static constexpr Price kLowest = -kMaxPrice - kMaxPrice / 2;
  static constexpr Price kClosedPrice = 2 * kMaxPrice;  // Of a right node without places.

  // The edges that are worth most to a left node; no other is worth more than `bound`. One cache line. Missing edges lead to a
  // closed node.
  struct alignas(sizeof(Weight) == 4 && sizeof(Price) == 4 ? 64 : 128) Shortlist {
    std::array<HalfEdge<Weight>, kListed> edges;
    Price bound = kUnlisted;
    uint32_t seat = kNoSeat;  // Which of the edges the left node holds a place by.
  };
  struct Choice {
    Price value = 0;
    Price next_value = 0;
    uint32_t position = kNoSeat;  // In the shortlist; kNoSeat when staying out is best.
    uint32_t right = 0;
    Price price = 0;  // Of the place, when it was chosen.
  };
  // Value and position as one integer: the greater, the better; of equal values, the first.
  using Ranked = KeyOf<Price>;
  static Ranked RankedOf(Price value, uint32_t position) {
    return (static_cast<Ranked>(value) << 32) | static_cast<Ranked>(UINT32_MAX - position);
  }
  static Price ValueOfRanked(Ranked ranked) { return static_cast<Price>(ranked >> 32); }
  static uint32_t PositionOf(Ranked ranked) { return UINT32_MAX - static_cast<uint32_t>(ranked); }

  void ChooseScale();
  void CloseNodes();
  void MakeExact();

  void Forward(Price eps);
  void GatherBidders(Price eps);
  void BidAll(size_t begin, size_t end, Price eps);
  void Choose(size_t begin, size_t end, size_t offset);
  void Bid(uint32_t left, const Choice& choice, Price eps);
  Choice BestOf(uint32_t left);
  Choice BestListed(const Shortlist& list, Price floor) const;
  void List(uint32_t left);
  void KeepSeat(Shortlist& list, const HalfEdge<Weight>& edge) const;
  void SortLosers();
  void TakeMarked(std::vector<uint32_t>& lefts);
  void PrefetchPrices(uint32_t left) const;
  void PrefetchRowPrices(uint32_t left) const;

  void Settle();
  bool RaiseOutside();
  void Reverse(Price eps);
  bool OfferPlace(uint32_t right, Price eps);
  void LowerPrice(uint32_t right, Price price);
  Price ProfitOf(uint32_t left, Price eps);

  bool HasSeat(uint32_t left) const { return shortlists_[left].seat != kNoSeat; }
  const HalfEdge<Weight>& SeatOf(uint32_t left) const { return shortlists_[left].edges[shortlists_[left].seat]; }
  bool HasPricedRoom(uint32_t right) const { return places_.price(right) > outside_ && !places_.IsFull(right); }
  Price Scaled(Weight weight) const { return static_cast<Price>(weight) << shift_; }
  Price ValueOf(const HalfEdge<Weight>& edge) const { return Scaled(edge.weight) - places_.price(edge.node); }
  // What staying out is worth; less than any place when that is not allowed.
  Price FloorOf(uint32_t left) const { return problem_.IsForced(LeftIndex(left)) ? kLowest : -outside_; }

  const Problem& problem_;
  const BipartiteGraph& graph_;
  Crew& crew_;
  LargeVector<Shortlist> shortlists_;
  Places<Price> places_;
  std::vector<uint32_t> bidders_;
  std::vector<uint32_t> losers_;   // The bidders of the next round.
  std::vector<Choice> choices_;    // Of the bidders whose turn is next.
  std::vector<uint32_t> sellers_;  // Right nodes with room and a price.
  std::vector<uint64_t> marks_;    // A bit for each left node, to sort by.
  Price outside_ = 0;              // The price of a place that nobody wants. Lowering all others is raising this one.
  Price spread_ = 0;
  int shift_ = 0;
  int64_t budget_ = 0;  // Bids that may still be made.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_SCALED_AUCTION_H_
