// Each left node without a place bids for its best one as much as that is better than its next best, and turns out the lowest
// bidder of a full right node; from prices of 0, with no step added. It is the mirror of the auction of right nodes
// (right_auction.h), without shortlists: where places are not scarce, few bid twice. A bid that would raise nothing (a tie) is
// not made: the shortest paths settle it.
// Tested by tests/match/match_families_test.cc and tests/match/match_oracle_test.cc.
#include "match/left_auction.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/prefetch.h"

namespace jobcarve::match {
namespace {

constexpr size_t kBidsPerLeft = 5;   // Ordinary markets take less than 2.
constexpr size_t kBlock = 1024;      // Bidders that choose at the same prices.
constexpr size_t kPrefetchRow = 24;  // Bids ahead.
constexpr size_t kPrefetchPrices = 8;
constexpr size_t kPrefetchPlaces = 6;

}  // namespace

template <typename Weight, typename Price>
LeftAuction<Weight, Price>::LeftAuction(const Problem& problem, Crew& crew)
    : graph_(problem.graph),
      crew_(crew),
      seats_(graph_.left_count(), kUnseated),
      places_(graph_),
      bidders_(graph_.left_count()),
      choices_(kBlock) {
  std::iota(bidders_.begin(), bidders_.end(), 0);
  for (uint32_t right = 0; right < places_.right_count(); ++right) {
    if (places_.Capacity(right) == 0) {
      places_.price(right) = kClosedPrice;
    }
  }
}

template <typename Weight, typename Price>
bool LeftAuction<Weight, Price>::Run() {
  size_t bids = 0;
  while (!bidders_.empty()) {
    bids += bidders_.size();
    if (bids > kBidsPerLeft * graph_.left_count()) {
      return false;
    }
    for (size_t begin = 0; begin < bidders_.size(); begin += kBlock) {
      BidAll(begin, std::min(begin + kBlock, bidders_.size()));
    }
    bidders_.clear();
    std::swap(bidders_, losers_);
  }
  return true;
}

// The bidders [begin, end) choose together, then bid one after another. Who finds the price of his choice risen chooses again.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::BidAll(size_t begin, size_t end) {
  crew_.Share(end - begin, [&](size_t first, size_t last) { Choose(begin + first, begin + last, begin); });
  for (size_t i = 0; i < end - begin; ++i) {
    if (const uint32_t right = choices_[std::min(i + kPrefetchPlaces, end - begin - 1)].right; right != kUnseated) {
      places_.PrefetchPlaces(right);
    }
    Bid(bidders_[begin + i], choices_[i]);
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Choose(size_t begin, size_t end, size_t offset) {
  for (size_t i = begin; i < end; ++i) {
    if (i + kPrefetchRow < end) {
      PrefetchLines(graph_.template Row<Weight>(LeftIndex(bidders_[i + kPrefetchRow])));
    }
    if (i + kPrefetchPrices < end) {
      PrefetchPrices(bidders_[i + kPrefetchPrices]);
    }
    choices_[i - offset] = BestOf(bidders_[i]);
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Bid(uint32_t left, const Choice& choice) {
  seats_[left] = kUnseated;
  if (choice.right == kUnseated) {
    return;
  }
  if (choice.price != places_.price(choice.right)) {
    Bid(left, BestOf(left));
    return;
  }
  const Price bid = choice.price + (choice.value - choice.next_value);
  if (bid == choice.price && places_.IsFull(choice.right)) {
    return;  // A tie.
  }
  const auto change = places_.Take(choice.right, {.left = left, .bid = bid});
  seats_[left] = choice.right;
  if (change.loser != places_.kNobody) {
    losers_.push_back(change.loser);
  }
  if (change.is_full) {
    places_.price(choice.right) = change.lowest_bid;
  }
}

template <typename Weight, typename Price>
typename LeftAuction<Weight, Price>::Choice LeftAuction<Weight, Price>::BestOf(uint32_t left) const {
  Choice choice;
  for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(LeftIndex(left))) {  // Without a branch.
    const Price price = places_.price(edge.node);
    const Price value = static_cast<Price>(edge.weight) - price;
    const bool is_better = value > choice.value;
    choice.next_value = std::max(choice.next_value, std::min(choice.value, value));
    choice.value = is_better ? value : choice.value;
    choice.right = is_better ? edge.node : choice.right;
    choice.price = is_better ? price : choice.price;
  }
  return choice;
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::PrefetchPrices(uint32_t left) const {
  for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(LeftIndex(left))) {
    places_.PrefetchPrice(edge.node);
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::HandOver(State& state) const {
  for (const RightIndex right : graph_.Rights()) {
    const uint32_t number = static_cast<uint32_t>(right.value());
    state.right_prices[right] = graph_.capacity(right) == 0 ? 0 : places_.price(number);
  }
  SeatAll<Weight>(
      graph_, [this](uint32_t left) { return seats_[left]; }, crew_, state);
  for (uint32_t left = 0; left < graph_.left_count(); ++left) {
    if (seats_[left] == kUnseated) {
      state.left_prices[LeftIndex(left)] = BestOf(left).value;
    }
  }
}

template class LeftAuction<int32_t, int32_t>;
template class LeftAuction<int32_t, int64_t>;
template class LeftAuction<int64_t, int64_t>;

}  // namespace jobcarve::match
