// auction.h: good starting prices, quickly. Never wrong, because nothing is believed afterwards: shortest_paths.h finishes.
#ifndef JOBCARVE_SRC_MATCH_AUCTION_H_
#define JOBCARVE_SRC_MATCH_AUCTION_H_

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "match/components.h"
#include "match/network.h"
#include "match/shortest_paths.h"

namespace jobcarve::match {

// Works on one component after another; its tables are made once.
class Auction {
 public:
  Auction(const Network& network, State& state);

  // Sets the right prices of `component` (all >= 0) and assigns many of its left nodes, both nearly optimal as a rule. The
  // component must be untouched. Takes at most a fixed multiple of its arcs in steps; an auction that runs out stops where it is.
  void Run(const Component& component);

 private:
  // What a left node would pay most for, and what its next best choice leaves it with.
  struct Choice {
    ArcIndex arc;
    int64_t value = 0;
    std::optional<int64_t> next_value;
  };

  void ChooseScale(const Component& component);
  bool ForwardPhase(const Component& component);
  std::optional<Choice> BestChoice(LeftIndex left) const;
  std::optional<LeftIndex> TakeSeat(LeftIndex left, ArcIndex arc, int64_t bid);
  bool ReversePhase(const Component& component);
  bool OfferSeat(RightIndex right);
  void ClearSeats(const Component& component);
  void SeatAll(const Component& component);

  int64_t Scaled(int64_t weight) const { return weight << shift_; }
  int64_t ProfitOf(LeftIndex left) const;
  bool CompareBids(LeftIndex a, LeftIndex b) const;

  const Network& network_;
  State& state_;
  IndexedVector<RightIndex, int64_t> prices_;                // Scaled by 2^shift_.
  IndexedVector<LeftIndex, int64_t> bids_;                   // Scaled; of left nodes that hold a seat.
  IndexedVector<LeftIndex, ArcIndex> arcs_;                  // Of left nodes that hold a seat.
  IndexedVector<RightIndex, std::vector<LeftIndex>> seats_;  // Heaps, the lowest bid first.
  std::deque<LeftIndex> bidders_;
  std::deque<RightIndex> sellers_;
  int64_t spread_ = 0;  // Scaled; greatest weight less the least that counts.
  int64_t eps_ = 0;     // Scaled; the least step of a price.
  int shift_ = 0;
  int64_t budget_ = 0;  // Arcs that may still be looked at.
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_AUCTION_H_
