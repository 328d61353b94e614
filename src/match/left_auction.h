// left_auction.h: the start for markets with places to spare: left nodes bid for places, once and exactly.
#ifndef JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_
#define JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "jobcarve/base/large_vector.h"
#include "match/places.h"
#include "match/problem.h"

namespace jobcarve::match {

// Prices are `Price`s, in units of weight.
template <typename Weight, typename Price>
class LeftAuction {
 public:
  explicit LeftAuction(const Problem& problem);

  // Returns false when bidding goes on for too long; then nothing is to be handed over.
  bool Run();

  // Moves prices and seats into an untouched `state`, which is then consistent (problem.h).
  void HandOver(State& state) const;

 private:
  static constexpr uint32_t kNoSeat = UINT32_MAX;
  static constexpr Price kClosedPrice = Price{1} << (8 * sizeof(Price) - 3);  // Of a right node without places.
  static constexpr Price kLowest = -kClosedPrice / 2;

  struct Choice {
    Price value = 0;
    Price next_value = 0;
    uint32_t position = kNoSeat;  // In the row; kNoSeat when staying out is best.
    uint32_t right = 0;
    Price price = 0;
  };

  void Round();
  void Bid(uint32_t left, const Choice& choice);
  Choice BestOf(uint32_t left) const;
  std::optional<RightIndex> RightOf(size_t left) const;
  void PrefetchRow(size_t turn) const;
  void PrefetchPrices(size_t turn) const;

  const Problem& problem_;
  const BipartiteGraph& graph_;
  LargeVector<uint32_t> seats_;  // Of left nodes: the position of an edge in the row.
  Places<Price> places_;
  std::vector<uint32_t> bidders_;
  std::vector<uint32_t> losers_;  // The bidders of the next round.
  Price spread_ = 0;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_LEFT_AUCTION_H_
