// left_auction.h: the start for markets with places to spare: left nodes bid for places, once and exactly.
#ifndef JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_
#define JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/crew.h"
#include "jobcarve/base/large_vector.h"
#include "match/places.h"
#include "match/problem.h"
#include "match/seating.h"

namespace jobcarve::match {

// Exact: whatever it settles needs no second look. Nobody may be forced: then no bid is above the weight of its edge.
// The crew shares what bidders choose; what they bid is taken in turn, so that threads change nothing.
// Prices are `Price`s, in units of weight.
template <typename Weight, typename Price>
class LeftAuction {
 public:
  LeftAuction(const Problem& problem, Crew& crew);

  // Returns false when bidding goes on for too long; then nothing is to be handed over.
  bool Run();

  // Moves prices and seats into an untouched `state`, which is then consistent (problem.h).
  void HandOver(State& state) const;

 private:
  static constexpr Price kClosedPrice = Price{1} << (8 * sizeof(Price) - 3);  // Of a right node without places.

  struct Choice {
    Price value = 0;
    Price next_value = 0;
    uint32_t right = kUnseated;  // kUnseated when staying out is best.
    Price price = 0;             // Of the place, when it was chosen.
  };

  void BidAll(size_t begin, size_t end);
  void Choose(size_t begin, size_t end, size_t offset);
  void Bid(uint32_t left, const Choice& choice);
  Choice BestOf(uint32_t left) const;
  void PrefetchPrices(uint32_t left) const;

  const BipartiteGraph& graph_;
  Crew& crew_;
  LargeVector<uint32_t> seats_;  // The right nodes that left nodes sit at, or kUnseated.
  Places<Price> places_;
  std::vector<uint32_t> bidders_;
  std::vector<uint32_t> losers_;  // The bidders of the next round.
  std::vector<Choice> choices_;   // Of the bidders whose turn is next.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_
