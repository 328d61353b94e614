// Each left node without a place bids for its best one as much as that is better than its next best, and turns out the lowest
// bidder of a full right node; from prices of 0, with no step added. It is the mirror of the auction of right nodes
// (right_auction.h), without shortlists: where places are not scarce, few bid twice. A bid that would raise nothing (a tie) is
// not made: the shortest paths settle it.
// Tested by tests/match/match_families_test.cc and tests/match/match_oracle_test.cc.
#include "match/left_auction.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

#include "base/prefetch.h"

namespace jobcarve::match {
namespace {

constexpr size_t kBidsPerLeft = 5;   // Ordinary markets take less than 2.
constexpr size_t kAhead = 8;         // Choices made before the first of them is bid.
constexpr size_t kPrefetchRow = 24;  // Bids ahead.
constexpr size_t kPrefetchPrices = 8;
constexpr size_t kLine = 64;

}  // namespace

template <typename Weight, typename Price>
LeftAuction<Weight, Price>::LeftAuction(const Problem& problem)
    : problem_(problem),
      graph_(problem.graph),
      seats_(graph_.left_count(), kNoSeat),
      places_(graph_),
      bidders_(graph_.left_count()),
      spread_(static_cast<Price>(std::max(graph_.greatest_weight(), -graph_.least_weight()))) {
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
    Round();
    bidders_.clear();
    std::swap(bidders_, losers_);
  }
  return true;
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Round() {
  std::array<Choice, kAhead> choices;
  for (size_t i = 0; i < bidders_.size() + kAhead; ++i) {
    if (i >= kAhead) {
      const uint32_t left = bidders_[i - kAhead];
      const Choice& choice = choices[i % kAhead];
      const bool is_stale = choice.position != kNoSeat && choice.price != places_.price(choice.right);
      Bid(left, is_stale ? BestOf(left) : choice);
    }
    PrefetchRow(i + kPrefetchRow);
    PrefetchPrices(i + kPrefetchPrices);
    if (i < bidders_.size()) {
      choices[i % kAhead] = BestOf(bidders_[i]);
      places_.PrefetchPlaces(choices[i % kAhead].right);
    }
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Bid(uint32_t left, const Choice& choice) {
  seats_[left] = kNoSeat;
  if (choice.position == kNoSeat) {
    return;
  }
  const Price bid = choice.price + std::min<Price>(choice.value - choice.next_value, spread_);
  if (bid == choice.price && places_.IsFull(choice.right)) {
    return;  // A tie.
  }
  const auto change = places_.Take(choice.right, {.left = left, .bid = bid});
  seats_[left] = choice.position;
  if (change.loser != places_.kNobody) {
    losers_.push_back(change.loser);
  }
  if (change.is_full) {
    places_.price(choice.right) = change.lowest_bid;
  }
}

template <typename Weight, typename Price>
typename LeftAuction<Weight, Price>::Choice LeftAuction<Weight, Price>::BestOf(uint32_t left) const {
  const std::span<const HalfEdge<Weight>> row = graph_.template Row<Weight>(LeftIndex(left));
  const Price floor = problem_.IsForced(LeftIndex(left)) ? kLowest : 0;
  Choice choice = {.value = floor, .next_value = floor};
  for (uint32_t i = 0; i < row.size(); ++i) {  // Without a branch: what is better cannot be predicted.
    const Price value = static_cast<Price>(row[i].weight) - places_.price(row[i].node);
    const bool is_better = value > choice.value;
    choice.next_value = std::max(choice.next_value, std::min(choice.value, value));
    choice.value = is_better ? value : choice.value;
    choice.position = is_better ? i : choice.position;
  }
  if (choice.position != kNoSeat) {
    choice.right = row[choice.position].node;
    choice.price = places_.price(choice.right);
  }
  return choice;
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::PrefetchRow(size_t turn) const {
  if (turn < bidders_.size()) {
    const std::span<const HalfEdge<Weight>> row = graph_.template Row<Weight>(LeftIndex(bidders_[turn]));
    for (size_t i = 0; i < row.size(); i += kLine / sizeof(HalfEdge<Weight>)) {
      Prefetch(row.data() + i);
    }
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::PrefetchPrices(size_t turn) const {
  if (turn < bidders_.size()) {
    for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(LeftIndex(bidders_[turn]))) {
      places_.PrefetchPrice(edge.node);
    }
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::HandOver(State& state) const {
  for (const RightIndex right : graph_.Rights()) {
    const uint32_t number = static_cast<uint32_t>(right.value());
    state.right_prices[right] = graph_.capacity(right) == 0 ? 0 : places_.price(number);
  }
  for (const LeftIndex left : graph_.Lefts()) {
    if (const std::optional<RightIndex> right = RightOf(left.value() + kPrefetchRow)) {
      state.assignment.PrefetchRow(*right);
    }
    if (const std::optional<RightIndex> right = RightOf(left.value() + kPrefetchPrices)) {
      state.assignment.PrefetchSeat(*right);
    }
    const uint32_t seat = seats_[left.value()];
    if (seat == kNoSeat) {
      const Choice choice = BestOf(static_cast<uint32_t>(left.value()));
      state.left_prices[left] = choice.position == kNoSeat ? 0 : choice.value;
      continue;
    }
    const HalfEdge<Weight>& edge = graph_.template Row<Weight>(left)[seat];
    state.assignment.Assign(left, EdgeIndex(graph_.EdgesOf(left).begin().value() + seat), RightIndex(edge.node));
    state.left_prices[left] = static_cast<int64_t>(edge.weight) - places_.price(edge.node);
  }
}

// Where `left` sits; nowhere when there is no such left node.
template <typename Weight, typename Price>
std::optional<RightIndex> LeftAuction<Weight, Price>::RightOf(size_t left) const {
  if (left >= seats_.size() || seats_[left] == kNoSeat) {
    return std::nullopt;
  }
  return RightIndex(graph_.template Row<Weight>(LeftIndex(left))[seats_[left]].node);
}

template class LeftAuction<int32_t, int32_t>;
template class LeftAuction<int32_t, int64_t>;
template class LeftAuction<int64_t, int64_t>;

}  // namespace jobcarve::match
