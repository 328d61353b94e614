// right_auction.h: the start for markets where places are scarce: right nodes bid for left nodes.
#ifndef JOBCARVE_SRC_MATCH_RIGHT_AUCTION_H_
#define JOBCARVE_SRC_MATCH_RIGHT_AUCTION_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/crew.h"
#include "jobcarve/base/large_vector.h"
#include "match/problem.h"
#include "match/seating.h"

namespace jobcarve::match {

// Exact: whatever it settles needs no second look. Nobody may be forced.
template <typename Weight>
class RightAuction {
 public:
  RightAuction(const Problem& problem, Crew& crew);

  // Returns false when bidding goes on for too long (more than kBudget looks per edge); then nothing is to be handed over.
  bool Run();

  // Moves prices and seats into an untouched `state`, which is then consistent (problem.h).
  void HandOver(State& state) const;

 private:
  static constexpr uint32_t kLastLeft = INT32_MAX;

  struct Left {
    Weight price = 0;  // What a bidder must give up for it.
    uint32_t holder = kUnseated;
  };
  struct Right {
    uint64_t shortlist_begin = 0;
    uint32_t shortlist_size = 0;
    uint32_t room = 0;
    Weight bound = 0;  // No edge that is not in the shortlist is worth more.
    Weight price = 0;  // What its next best left node would have been worth.
    bool is_waiting = true;
  };
  // What a left node is worth, whether nobody holds it, and its number, as one integer: the greater, the better the offer.
  using Offer = KeyOf<Weight>;

  static Offer OfferOf(Weight value, bool is_free, uint32_t left) {
    return (static_cast<Offer>(value) << 32) | (static_cast<Offer>(is_free) << 31) | static_cast<Offer>(kLastLeft - left);
  }
  static Weight ValueOf(Offer offer) { return static_cast<Weight>(offer >> 32); }
  static uint32_t LeftOf(Offer offer) { return kLastLeft - (static_cast<uint32_t>(offer) & kLastLeft); }

  void Visit(uint32_t right);
  void ListAll(uint32_t begin, uint32_t end);
  void ListByWeight(uint32_t right, std::vector<HalfEdge<Weight>>& picked);
  void ListByValue(uint32_t right);
  Weight OffersOf(uint32_t right);
  bool TakeOffers(uint32_t right, Weight price);
  void Take(uint32_t right, Offer offer);
  void PrefetchLefts(uint32_t right) const;
  void PrefetchWaiting(size_t waiting) const;
  size_t ShortlistLimit(uint32_t right) const { return 2 * static_cast<size_t>(graph_.capacity(RightIndex(right))) + 8; }

  const BipartiteGraph& graph_;
  Crew& crew_;
  LargeVector<Left> lefts_;
  LargeVector<Right> rights_;
  LargeVector<HalfEdge<Weight>> shortlists_;
  std::vector<HalfEdge<Weight>> picked_;  // Scratch.
  std::vector<Offer> offers_;             // Scratch: best first, as far as they are needed.
  std::vector<uint32_t> waiting_;         // A ring of right nodes with room.
  size_t head_ = 0;
  size_t tail_ = 0;
  int64_t budget_ = 0;  // Edges that may still be looked at.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_RIGHT_AUCTION_H_
