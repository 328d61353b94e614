// A forward/reverse auction with falling steps (epsilon scaling). Forward: each left node without a place bids for its best one
// as much as that is better than its next best, plus eps, and turns out the lowest bidder of a full right node. Reverse: each
// right node with room and a price lowers the price to what its second best taker would pay, less eps, and takes the best. Then
// every node is within eps of its best choice. Phases with eps from a sixteenth of the weights' spread to about a
// hundred-thousandth keep price wars short: prices of one phase are the start of the next.
//
// The last phase is exact: prices are rounded down to whole units of weight, seats that are not exactly best are given up, and
// bidding goes on with eps = 0, where a bid that would raise nothing (a tie) is not made. Rounding down keeps nearly all seats
// best, because weights are whole: a place that was within eps << 1 of the best before is exactly best after.
//
// While prices only rise, the worth of an edge only falls. A shortlist of each left node's seven best edges, with a bound on
// all others, in one cache line, therefore answers nearly every bid; one whose next best is below the bound lists anew. A price
// that falls (in reverse) takes the shortlists it would break with it.
// Tested by tests/match/match_families_test.cc and tests/match/match_oracle_test.cc.
#include "match/left_auction.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <optional>
#include <utility>

namespace jobcarve::match {
namespace {

constexpr int64_t kFirstEpsDivisor = 16;  // Of the spread.
constexpr int64_t kEpsRatio = 10;         // From one phase to the next.
constexpr int64_t kLastEpsDivisor = 100'000;
constexpr int64_t kBidsPerLeft = 100;    // All scaled phases together; ordinary markets take 10 to 30.
constexpr int64_t kBidsPerLeftOnce = 5;  // Of a single phase; markets with places to spare take less than 2.
constexpr size_t kOffersPerSeller = 8;   // In one reverse phase.
constexpr int kMaxRaises = 12;           // Of the price outside, in the exact phase.
constexpr size_t kPrefetchList = 24;     // Bids ahead.
constexpr size_t kPrefetchPrices = 16;
constexpr size_t kLine = 64;

}  // namespace

template <typename Weight, typename Price>
LeftAuction<Weight, Price>::LeftAuction(const Problem& problem)
    : problem_(problem),
      graph_(problem.graph),
      prices_(graph_.right_count(), 0),
      seats_(graph_.left_count()),
      places_(graph_),
      marks_(graph_.left_count() / 64 + 1, 0) {}

template <typename Weight, typename Price>
bool LeftAuction<Weight, Price>::RunOnce() {
  SetClosedPrices();
  spread_ = static_cast<Price>(std::max(graph_.greatest_weight(), -graph_.least_weight()));
  budget_ = kBidsPerLeftOnce * static_cast<int64_t>(graph_.left_count());
  Forward(0);
  return budget_ >= 0;
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::RunScaled() {
  ChooseScale();
  SetClosedPrices();
  shortlists_.resize(graph_.left_count());
  budget_ = kBidsPerLeft * static_cast<int64_t>(graph_.left_count());
  const Price last_eps = std::max<Price>(1, static_cast<Price>(spread_ / kLastEpsDivisor));
  for (Price eps = static_cast<Price>(spread_ / kFirstEpsDivisor); eps >= last_eps && budget_ >= 0;
       eps = static_cast<Price>(eps / kEpsRatio)) {
    Forward(eps);
    Reverse(eps);
  }
  MakeExact();
  budget_ = kBidsPerLeftOnce * static_cast<int64_t>(graph_.left_count());
  Forward(0);
  Settle();
  Reverse(0);
}

// Few places with a price stay free in a market that is nearly balanced, because a few left nodes dropped out when all prices
// together stood too high. Raising the price outside until as many want to come back costs no search.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Settle() {
  for (int raise = 0; raise < kMaxRaises && budget_ >= 0 && RaiseOutside(); ++raise) {
    Forward(0);
  }
}

template <typename Weight, typename Price>
bool LeftAuction<Weight, Price>::RaiseOutside() {
  size_t places = 0;
  Price dearest = outside_;
  for (uint32_t right = 0; right < graph_.right_count(); ++right) {
    if (prices_[right] > outside_ && !places_.IsFull(right)) {
      places += places_.Capacity(right) - places_.Taken(right).size();
      dearest = std::max(dearest, prices_[right]);
    }
  }
  std::vector<Price> returns;  // The prices outside at which left nodes would come back.
  for (uint32_t left = 0; left < graph_.left_count() && places > 0; ++left) {
    if (seats_[left].right == kNobody && !problem_.IsForced(LeftIndex(left))) {
      const Choice choice = BestAmong(graph_.template Row<Weight>(LeftIndex(left)), kLowest);
      if (choice.is_some && choice.value <= -outside_) {
        returns.push_back(1 - choice.value);
      }
    }
  }
  if (returns.empty()) {
    return false;
  }
  const auto last = returns.begin() + static_cast<std::ptrdiff_t>(std::min(places, returns.size()) - 1);
  std::nth_element(returns.begin(), last, returns.end());
  outside_ = std::min(*last, dearest);
  for (Price& price : prices_) {
    price = std::max(price, outside_);
  }
  return true;
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::ChooseScale() {
  const int64_t size = std::max<int64_t>(1, std::max(graph_.greatest_weight(), -graph_.least_weight()));
  // Prices of a perfect matching climb above all weights.
  const int64_t limit = problem_.musts.lefts.empty() ? kMaxPrice / 2 : kMaxPrice / 16;
  shift_ = 0;
  while (size << (shift_ + 1) <= limit && shift_ < 24) {
    ++shift_;
  }
  spread_ = static_cast<Price>(size << shift_);
}

// Nobody can pay the price of a right node without places.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::SetClosedPrices() {
  for (const RightIndex right : graph_.Rights()) {
    if (graph_.capacity(right) == 0) {
      prices_[right.value()] = kClosedPrice;
    }
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::MakeExact() {
  for (Price& price : prices_) {
    price = static_cast<Price>(price >> shift_);
  }
  for (Shortlist& list : shortlists_) {
    if (list.bound != kUnlisted) {
      list.bound = static_cast<Price>((list.bound >> shift_) + 1);
    }
  }
  shift_ = 0;
  SetClosedPrices();
}

// Ends with each left node within eps of its best choice at a place or outside, as far as the budget goes.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Forward(Price eps) {
  GatherBidders(eps);
  while (!bidders_.empty() && budget_ >= 0) {
    for (size_t i = 0; i < bidders_.size() && budget_ >= 0; i += choices_.size()) {
      const size_t count = std::min(choices_.size(), bidders_.size() - i);
      for (size_t k = 0; k < count; ++k) {
        Prefetch(i + k);
        choices_[k] = BestOf(bidders_[i + k]);
        places_.Prefetch(choices_[k].edge.node);
      }
      for (size_t k = 0; k < count; ++k) {
        const bool is_fresh = !choices_[k].is_some || choices_[k].price == prices_[choices_[k].edge.node];
        Bid(bidders_[i + k], is_fresh ? choices_[k] : BestOf(bidders_[i + k]), eps);
      }
    }
    bidders_.clear();
    SortLosers();
    std::swap(bidders_, losers_);
  }
  SeatAll();
  if (!shortlists_.empty()) {
    WeighSeats();
  }
}

// Everybody without a seat, and everybody who would gain more than eps by leaving it.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::GatherBidders(Price eps) {
  bidders_.clear();
  losers_.clear();
  for (uint32_t left = 0; left < graph_.left_count(); ++left) {
    const Seat& seat = seats_[left];
    if (seat.right != kNobody) {
      const Price value = Scaled(seat.weight) - prices_[seat.right];
      if (value >= BestOf(left).value - eps) {
        continue;
      }
      places_.Leave(seat.right, left);
    }
    bidders_.push_back(left);
  }
  for (uint32_t right = 0; right < graph_.right_count(); ++right) {
    places_.LevelBids(right, prices_[right]);
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Bid(uint32_t left, const Choice& choice, Price eps) {
  --budget_;
  if (!choice.is_some) {
    return;
  }
  const uint32_t right = choice.edge.node;
  const Price lead = choice.value - std::max<Price>(choice.next_value, choice.value - spread_);
  const Price bid = prices_[right] + lead + eps;
  if (bid > kMaxPrice) {
    budget_ = -1;  // A price war that only a perfect matching can have.
    return;
  }
  if (bid == prices_[right] && places_.IsFull(right)) {
    return;  // A tie.
  }
  if (const std::optional<uint32_t> loser = places_.Take(right, {.left = left, .bid = bid})) {
    losers_.push_back(*loser);
  }
  if (places_.IsFull(right)) {
    prices_[right] = places_.LowestBid(right);
  }
}

template <typename Weight, typename Price>
typename LeftAuction<Weight, Price>::Choice LeftAuction<Weight, Price>::BestOf(uint32_t left) {
  if (shortlists_.empty()) {
    return BestInRow(left);
  }
  if (shortlists_[left].bound != kUnlisted) {
    const Choice choice = BestListed(left);
    if (choice.next_value >= shortlists_[left].bound) {
      return choice;
    }
  }
  List(left);
  return BestListed(left);
}

template <typename Weight, typename Price>
typename LeftAuction<Weight, Price>::Choice LeftAuction<Weight, Price>::BestListed(uint32_t left) const {
  const Shortlist& list = shortlists_[left];
  return BestAmong(std::span(list.edges).first(list.size), FloorOf(left));
}

template <typename Weight, typename Price>
typename LeftAuction<Weight, Price>::Choice LeftAuction<Weight, Price>::BestInRow(uint32_t left) const {
  return BestAmong(graph_.template Row<Weight>(LeftIndex(left)), FloorOf(left));
}

template <typename Weight, typename Price>
typename LeftAuction<Weight, Price>::Choice LeftAuction<Weight, Price>::BestAmong(std::span<const HalfEdge<Weight>> edges,
                                                                                  Price floor) const {
  Choice choice = {.edge = {}, .value = floor, .next_value = floor};
  size_t best = edges.size();
  for (size_t i = 0; i < edges.size(); ++i) {  // Without a branch: what is better cannot be predicted.
    const Price value = ValueOf(edges[i]);
    const bool is_better = value > choice.value;
    choice.next_value = is_better ? choice.value : std::max(choice.next_value, value);
    choice.value = is_better ? value : choice.value;
    best = is_better ? i : best;
  }
  if (best < edges.size()) {
    choice.edge = edges[best];
    choice.price = prices_[choice.edge.node];
    choice.is_some = true;
  }
  return choice;
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::List(uint32_t left) {
  const std::span<const HalfEdge<Weight>> row = graph_.template Row<Weight>(LeftIndex(left));
  std::array<Ranked, kListed + 1> best;
  best.fill(RankedOf(std::numeric_limits<Price>::min(), UINT32_MAX));
  for (uint32_t i = 0; i < row.size(); ++i) {
    Ranked ranked = RankedOf(ValueOf(row[i]), i);
    [&]<size_t... kPlaces>(std::index_sequence<kPlaces...>) {  // A column of a sorting network.
      (KeepGreater(best[kPlaces], ranked), ...);
    }
    (std::make_index_sequence<kListed + 1>());
  }
  Shortlist& list = shortlists_[left];
  list.size = static_cast<uint32_t>(std::min(row.size(), kListed));
  for (size_t i = 0; i < list.size; ++i) {
    list.edges[i] = row[PositionOf(best[i])];
  }
  list.bound = ValueOfRanked(best[kListed]);  // The least there is when all edges are listed.
}

// A long list of bidders is taken up in the order of their numbers, as the memory lies; a short one in the order of losing.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::SortLosers() {
  if (losers_.size() * 64 < graph_.left_count()) {
    return;
  }
  for (const uint32_t left : losers_) {
    marks_[left / 64] |= uint64_t{1} << (left % 64);
  }
  losers_.clear();
  for (size_t i = 0; i < marks_.size(); ++i) {
    for (uint64_t marks = std::exchange(marks_[i], 0); marks != 0; marks &= marks - 1) {
      losers_.push_back(static_cast<uint32_t>(i * 64 + static_cast<size_t>(std::countr_zero(marks))));
    }
  }
}

// What the bids to come will read, in two steps: the second needs what the first brings.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Prefetch(size_t position) const {
  const size_t left_over = bidders_.size() - position;
  if (shortlists_.empty()) {
    if (left_over > kPrefetchList) {
      PrefetchRow(bidders_[position + kPrefetchList]);
    }
    return;
  }
  if (left_over > kPrefetchList) {
    __builtin_prefetch(&shortlists_[bidders_[position + kPrefetchList]]);
  }
  if (left_over > kPrefetchPrices) {
    const uint32_t left = bidders_[position + kPrefetchPrices];
    if (shortlists_[left].bound == kUnlisted) {
      PrefetchRow(left);
    } else {
      for (const HalfEdge<Weight>& edge : shortlists_[left].edges) {
        __builtin_prefetch(prices_.data() + edge.node);
      }
    }
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::PrefetchRow(uint32_t left) const {
  const std::span<const HalfEdge<Weight>> row = graph_.template Row<Weight>(LeftIndex(left));
  for (size_t i = 0; i < row.size(); i += kLine / sizeof(HalfEdge<Weight>)) {
    __builtin_prefetch(row.data() + i);
  }
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::SeatAll() {
  constexpr uint32_t kAhead = 8;
  std::fill(seats_.begin(), seats_.end(), Seat());
  for (uint32_t right = 0; right < graph_.right_count(); ++right) {
    if (right + kAhead < graph_.right_count()) {
      for (const auto& place : places_.Taken(right + kAhead)) {
        __builtin_prefetch(&seats_[place.left]);
      }
    }
    for (const auto& place : places_.Taken(right)) {
      seats_[place.left].right = right;
    }
  }
}

// By the heaviest of parallel edges, which a shortlist holds if it holds any of them.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::WeighSeats() {
  for (uint32_t left = 0; left < graph_.left_count(); ++left) {
    Seat& seat = seats_[left];
    if (seat.right == kNobody) {
      continue;
    }
    const Shortlist& list = shortlists_[left];
    const std::span<const HalfEdge<Weight>> listed = std::span(list.edges).first(list.size);
    const HalfEdge<Weight>& edge = listed[HeaviestTo(listed, seat.right)];
    if (edge.node == seat.right) {
      seat.weight = edge.weight;
    } else {
      const std::span<const HalfEdge<Weight>> row = graph_.template Row<Weight>(LeftIndex(left));
      seat.weight = row[HeaviestTo(row, seat.right)].weight;
    }
  }
}

// Ends with no price on a right node with room, as far as a few offers for each go.
template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::Reverse(Price eps) {
  sellers_.clear();
  for (uint32_t right = 0; right < graph_.right_count(); ++right) {
    if (prices_[right] > outside_ && !places_.IsFull(right)) {
      sellers_.push_back(right);
    }
  }
  size_t offers_left = sellers_.size() * kOffersPerSeller;
  for (size_t i = 0; i < sellers_.size(); ++i) {
    const uint32_t right = sellers_[i];
    while (prices_[right] > outside_ && !places_.IsFull(right)) {
      if (offers_left-- == 0) {
        return;
      }
      if (!OfferPlace(right, eps)) {
        break;
      }
    }
  }
}

// Nobody without a seat would gain more than eps by one, but for those whom a tie keeps waiting in an exact phase.
template <typename Weight, typename Price>
Price LeftAuction<Weight, Price>::ProfitOf(uint32_t left, Price eps) {
  const Seat& seat = seats_[left];
  if (seat.right == kNobody) {
    return eps > 0 ? -outside_ : BestOf(left).value;
  }
  return Scaled(seat.weight) - prices_[seat.right];
}

// Lowers the price of `right` until somebody comes, and seats who comes first. Returns false when nobody does.
template <typename Weight, typename Price>
bool LeftAuction<Weight, Price>::OfferPlace(uint32_t right, Price eps) {
  const std::span<const HalfEdge<Weight>> column = graph_.template Column<Weight>(RightIndex(right));
  for (const HalfEdge<Weight>& edge : column) {
    __builtin_prefetch(&seats_[edge.node]);
  }
  HalfEdge<Weight> taker = {};
  Price offer = outside_;
  Price next_offer = outside_;
  for (const HalfEdge<Weight>& edge : column) {
    const Price value = Scaled(edge.weight) - ProfitOf(edge.node, eps);
    if (value > offer && seats_[edge.node].right != right) {
      next_offer = std::exchange(offer, value);
      taker = edge;
    } else if (seats_[edge.node].right != right) {
      next_offer = std::max(next_offer, value);
    }
  }
  const bool is_taken = offer > outside_ + eps && (eps > 0 || offer > next_offer);
  const Price price = is_taken ? std::max<Price>(outside_, next_offer - eps) : eps > 0 ? outside_ : offer;
  prices_[right] = std::min(prices_[right], price);
  for (const HalfEdge<Weight>& edge : column) {
    Shortlist& list = shortlists_[edge.node];
    if (list.bound < Scaled(edge.weight) - prices_[right]) {
      list.bound = kUnlisted;
    }
  }
  if (!is_taken) {
    return false;
  }
  if (const uint32_t left_behind = seats_[taker.node].right; left_behind != kNobody) {
    places_.Leave(left_behind, taker.node);
    sellers_.push_back(left_behind);
  }
  places_.Take(right, {.left = taker.node, .bid = prices_[right]});
  seats_[taker.node] = {.right = right, .weight = taker.weight};
  return true;
}

template <typename Weight, typename Price>
void LeftAuction<Weight, Price>::HandOver(State& state) const {
  for (const RightIndex right : graph_.Rights()) {
    state.right_prices[right] = graph_.capacity(right) == 0 ? 0 : prices_[right.value()] - outside_;
  }
  for (const LeftIndex left : graph_.Lefts()) {
    const uint32_t number = static_cast<uint32_t>(left.value());
    const Seat& ahead = seats_[std::min(left.value() + kPrefetchList, seats_.size() - 1)];
    if (ahead.right != kNobody) {
      state.assignment.PrefetchAssign(RightIndex(ahead.right));
      __builtin_prefetch(&prices_[ahead.right]);
    }
    const Seat& seat = seats_[number];
    if (seat.right == kNobody) {
      const Choice choice = BestInRow(number);
      state.left_prices[left] = choice.is_some ? choice.value + outside_ : 0;
      continue;
    }
    const std::span<const HalfEdge<Weight>> row = graph_.template Row<Weight>(left);
    const size_t held = HeaviestTo(row, seat.right);
    state.assignment.Assign(left, EdgeIndex(graph_.EdgesOf(left).begin().value() + held), RightIndex(seat.right));
    state.left_prices[left] = ValueOf(row[held]) + outside_;
  }
}

template class LeftAuction<int32_t, int32_t>;
template class LeftAuction<int32_t, int64_t>;
template class LeftAuction<int64_t, int64_t>;

}  // namespace jobcarve::match
