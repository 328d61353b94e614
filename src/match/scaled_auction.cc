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
// all others and the seat, in one cache line, therefore answers nearly every bid; one whose next best is below the bound lists
// anew. A price that falls (in reverse) takes the shortlists it would break with it.
// Tested by tests/match/match_families_test.cc and tests/match/match_oracle_test.cc.
#include "match/scaled_auction.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include "base/prefetch.h"
#include "match/seating.h"

namespace jobcarve::match {
namespace {

constexpr int64_t kFirstEpsDivisor = 16;  // Of the spread.
constexpr int64_t kEpsRatio = 10;         // From one phase to the next.
constexpr int64_t kLastEpsDivisor = 100'000;
constexpr int64_t kBidsPerLeft = 100;      // All scaled phases together; ordinary markets take 10 to 30.
constexpr int64_t kBidsPerLeftExact = 5;   // In the exact phase.
constexpr size_t kOffersPerSeller = 8;     // In one reverse phase.
constexpr int kMaxRaises = 12;             // Of the price outside, in the exact phase.
constexpr size_t kReturnsPerPlace = 4;     // Where more would come back than that, prices are not too high everywhere.
constexpr int64_t kOutsideMargin = 100;    // A raise goes a hundredth of the spread further, to save raising again.
constexpr size_t kBlock = 1024;            // Bidders that choose at the same prices.
constexpr size_t kPrefetchShortlist = 24;  // Bids ahead.
constexpr size_t kPrefetchPrices = 12;
constexpr size_t kPrefetchPlaces = 6;
constexpr size_t kMarks = 64;  // In one word.

}  // namespace

template <typename Weight, typename Price>
ScaledAuction<Weight, Price>::ScaledAuction(const Problem& problem, Crew& crew)
    : problem_(problem),
      graph_(problem.graph),
      crew_(crew),
      shortlists_(graph_.left_count()),
      places_(graph_),
      marks_(graph_.left_count() / 64 + 1, 0) {
  bidders_.reserve(graph_.left_count());
  losers_.reserve(graph_.left_count());
  choices_.resize(kBlock);
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::Run() {
  ChooseScale();
  CloseNodes();
  budget_ = kBidsPerLeft * static_cast<int64_t>(graph_.left_count());
  const Price last_eps = std::max<Price>(1, static_cast<Price>(spread_ / kLastEpsDivisor));
  for (Price eps = static_cast<Price>(spread_ / kFirstEpsDivisor); eps >= last_eps && budget_ >= 0;
       eps = static_cast<Price>(eps / kEpsRatio)) {
    Forward(eps);
    Reverse(eps);
  }
  MakeExact();
  budget_ = kBidsPerLeftExact * static_cast<int64_t>(graph_.left_count());
  Forward(0);
  Settle();
  Reverse(0);
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::ChooseScale() {
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
void ScaledAuction<Weight, Price>::CloseNodes() {
  for (uint32_t right = 0; right < places_.right_count(); ++right) {
    if (places_.Capacity(right) == 0) {
      places_.price(right) = kClosedPrice;
    }
  }
  places_.price(places_.right_count()) = kClosedPrice;
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::MakeExact() {
  for (uint32_t right = 0; right < places_.right_count(); ++right) {
    places_.price(right) = static_cast<Price>(places_.price(right) >> shift_);
  }
  for (Shortlist& list : shortlists_) {
    if (list.bound != kUnlisted) {
      list.bound = static_cast<Price>((list.bound >> shift_) + 1);
    }
  }
  spread_ = static_cast<Price>(spread_ >> shift_);
  shift_ = 0;
  CloseNodes();
}

// Ends with each left node within eps of its best choice at a place or outside, as far as the budget goes.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::Forward(Price eps) {
  GatherBidders(eps);
  while (!bidders_.empty()) {
    for (size_t begin = 0; begin < bidders_.size(); begin += kBlock) {
      BidAll(begin, std::min(begin + kBlock, bidders_.size()), eps);
    }
    bidders_.clear();
    SortLosers();
    std::swap(bidders_, losers_);
  }
}

// Everybody without a seat, and everybody who would gain more than eps by leaving it.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::GatherBidders(Price eps) {
  crew_.Share(marks_.size(), [&](size_t begin, size_t end) {
    const uint32_t last = static_cast<uint32_t>(std::min(end * kMarks, graph_.left_count()));
    for (uint32_t left = static_cast<uint32_t>(begin * kMarks); left < last; ++left) {
      PrefetchPrices(std::min(left + static_cast<uint32_t>(kPrefetchPlaces), last - 1));
      const bool is_bidder = !HasSeat(left) || BestOf(left).value - eps > ValueOf(SeatOf(left));
      marks_[left / kMarks] |= static_cast<uint64_t>(is_bidder) << (left % kMarks);
    }
  });
  TakeMarked(bidders_);
  for (size_t i = 0; i < bidders_.size(); ++i) {
    if (i + kPrefetchPlaces < bidders_.size() && HasSeat(bidders_[i + kPrefetchPlaces])) {
      places_.PrefetchPlaces(SeatOf(bidders_[i + kPrefetchPlaces]).node);
    }
    if (HasSeat(bidders_[i])) {
      places_.Leave(SeatOf(bidders_[i]).node, bidders_[i]);
      shortlists_[bidders_[i]].seat = kNoSeat;
    }
  }
  for (uint32_t right = 0; right < places_.right_count(); ++right) {
    places_.LevelBids(right, places_.price(right));
  }
}

// The bidders [begin, end) choose together, then bid one after another. Who finds the price of his choice risen chooses again.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::BidAll(size_t begin, size_t end, Price eps) {
  if (budget_ < 0) {
    for (size_t i = begin; i < end; ++i) {
      shortlists_[bidders_[i]].seat = kNoSeat;
    }
    return;
  }
  crew_.Share(end - begin, [&](size_t first, size_t last) { Choose(begin + first, begin + last, begin); });
  for (size_t i = 0; i < end - begin; ++i) {
    places_.PrefetchPrice(choices_[std::min(i + kPrefetchPrices, end - begin - 1)].right);
    places_.PrefetchPlaces(choices_[std::min(i + kPrefetchPlaces, end - begin - 1)].right);
    Bid(bidders_[begin + i], choices_[i], eps);
  }
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::Choose(size_t begin, size_t end, size_t offset) {
  for (size_t i = begin; i < end; ++i) {
    if (i + kPrefetchShortlist < end) {
      Prefetch(&shortlists_[bidders_[i + kPrefetchShortlist]]);
    }
    if (i + kPrefetchPrices < end) {
      PrefetchPrices(bidders_[i + kPrefetchPrices]);
    }
    if (i + kPrefetchPlaces < end) {
      PrefetchRowPrices(bidders_[i + kPrefetchPlaces]);
    }
    shortlists_[bidders_[i]].seat = kNoSeat;
    choices_[i - offset] = BestOf(bidders_[i]);
  }
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::Bid(uint32_t left, const Choice& choice, Price eps) {
  if (choice.position == kNoSeat) {
    return;
  }
  if (choice.price != places_.price(choice.right)) {
    Bid(left, BestOf(left), eps);
    return;
  }
  --budget_;
  const Price lead = std::min<Price>(choice.value - choice.next_value, spread_);
  const Price bid = choice.price + lead + eps;
  if (bid > kMaxPrice) {
    budget_ = -1;  // A price war that only a perfect matching can have.
    return;
  }
  if (bid == choice.price && places_.IsFull(choice.right)) {
    return;  // A tie.
  }
  const auto change = places_.Take(choice.right, {.left = left, .bid = bid});
  shortlists_[left].seat = choice.position;
  if (change.loser != places_.kNobody) {
    losers_.push_back(change.loser);
  }
  if (change.is_full) {
    places_.price(choice.right) = change.lowest_bid;
  }
}

template <typename Weight, typename Price>
typename ScaledAuction<Weight, Price>::Choice ScaledAuction<Weight, Price>::BestOf(uint32_t left) {
  const Shortlist& list = shortlists_[left];
  const Price floor = FloorOf(left);
  const Choice choice = BestListed(list, floor);
  if (choice.next_value >= list.bound) {
    return choice;
  }
  List(left);
  return BestListed(list, floor);
}

template <typename Weight, typename Price>
typename ScaledAuction<Weight, Price>::Choice ScaledAuction<Weight, Price>::BestListed(const Shortlist& list, Price floor) const {
  Choice choice = {.value = floor, .next_value = floor};
  for (uint32_t i = 0; i < kListed; ++i) {  // Without a branch: what is better cannot be predicted.
    const Price value = ValueOf(list.edges[i]);
    const bool is_better = value > choice.value;
    choice.next_value = std::max(choice.next_value, std::min(choice.value, value));
    choice.value = is_better ? value : choice.value;
    choice.position = is_better ? i : choice.position;
  }
  if (choice.position != kNoSeat) {
    choice.right = list.edges[choice.position].node;
    choice.price = places_.price(choice.right);
  }
  return choice;
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::List(uint32_t left) {
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
  const bool has_seat = list.seat != kNoSeat;
  const HalfEdge<Weight> held = has_seat ? list.edges[list.seat] : HalfEdge<Weight>();
  for (size_t i = 0; i < kListed; ++i) {
    list.edges[i] = i < row.size() ? row[PositionOf(best[i])] : HalfEdge<Weight>{.node = places_.right_count(), .weight = 0};
  }
  list.bound = ValueOfRanked(best[kListed]);  // The least there is when all edges are listed.
  if (has_seat) {
    KeepSeat(list, held);
  }
}

// The left node of `list` sits by `edge`, which replaces the listed edge of least value unless it is listed.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::KeepSeat(Shortlist& list, const HalfEdge<Weight>& edge) const {
  uint32_t least = 0;
  for (uint32_t i = 0; i < kListed; ++i) {
    if (list.edges[i] == edge) {
      list.seat = i;
      return;
    }
    least = ValueOf(list.edges[i]) < ValueOf(list.edges[least]) ? i : least;
  }
  list.bound = std::max(list.bound, ValueOf(list.edges[least]));
  list.edges[least] = edge;
  list.seat = least;
}

// A long list of bidders is taken up in the order of their numbers, as the memory lies; a short one in the order of losing.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::SortLosers() {
  if (losers_.size() * kMarks < graph_.left_count()) {
    return;
  }
  for (const uint32_t left : losers_) {
    marks_[left / kMarks] |= uint64_t{1} << (left % kMarks);
  }
  TakeMarked(losers_);
}

// `lefts` becomes those that are marked, and the marks go.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::TakeMarked(std::vector<uint32_t>& lefts) {
  lefts.clear();
  for (size_t i = 0; i < marks_.size(); ++i) {
    for (uint64_t marks = std::exchange(marks_[i], 0); marks != 0; marks &= marks - 1) {
      lefts.push_back(static_cast<uint32_t>(i * kMarks + static_cast<size_t>(std::countr_zero(marks))));
    }
  }
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::PrefetchPrices(uint32_t left) const {
  const Shortlist& list = shortlists_[left];
  if (list.bound == kUnlisted) {
    PrefetchLines(graph_.template Row<Weight>(LeftIndex(left)));
    return;
  }
  for (const HalfEdge<Weight>& edge : list.edges) {
    places_.PrefetchPrice(edge.node);
  }
}

// Of those who will list for the first time, or anew after a price has fallen.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::PrefetchRowPrices(uint32_t left) const {
  const Shortlist& list = shortlists_[left];
  if (list.bound == kUnlisted) {
    for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(LeftIndex(left))) {
      places_.PrefetchPrice(edge.node);
    }
  }
}

// Few places with a price stay free in a market that is nearly balanced, because a few left nodes dropped out when all prices
// together stood too high. Raising the price outside until as many want to come back costs no search.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::Settle() {
  for (int raise = 0; raise < kMaxRaises && budget_ >= 0 && RaiseOutside(); ++raise) {
    Forward(0);
  }
}

template <typename Weight, typename Price>
bool ScaledAuction<Weight, Price>::RaiseOutside() {
  size_t places = 0;
  Price dearest = outside_;
  for (uint32_t right = 0; right < places_.right_count(); ++right) {
    if (HasPricedRoom(right)) {
      places += places_.Capacity(right) - places_.Taken(right).size();
      dearest = std::max(dearest, places_.price(right));
    }
  }
  std::vector<Price> returns;  // The prices outside at which left nodes would come back.
  for (uint32_t left = 0; left < graph_.left_count() && places > 0; ++left) {
    if (HasSeat(left) || problem_.IsForced(LeftIndex(left)) || BestOf(left).value > -outside_) {
      continue;
    }
    Price best = kLowest;
    for (const HalfEdge<Weight>& edge : graph_.template Row<Weight>(LeftIndex(left))) {
      best = std::max(best, ValueOf(edge));
    }
    if (best > kLowest) {
      returns.push_back(1 - best);
    }
  }
  if (returns.empty() || returns.size() > kReturnsPerPlace * places) {
    return false;
  }
  const auto last = returns.begin() + static_cast<std::ptrdiff_t>(std::min(places, returns.size()) - 1);
  std::nth_element(returns.begin(), last, returns.end());
  outside_ = std::min<Price>(*last + spread_ / static_cast<Price>(kOutsideMargin), dearest);
  for (uint32_t right = 0; right < places_.right_count(); ++right) {
    places_.price(right) = std::max(places_.price(right), outside_);
  }
  return true;
}

// Ends with no price on a right node with room, as far as a few offers for each go.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::Reverse(Price eps) {
  sellers_.clear();
  for (uint32_t right = 0; right < places_.right_count(); ++right) {
    if (HasPricedRoom(right)) {
      sellers_.push_back(right);
    }
  }
  size_t offers_left = sellers_.size() * kOffersPerSeller;
  for (size_t i = 0; i < sellers_.size(); ++i) {
    while (HasPricedRoom(sellers_[i])) {
      if (offers_left-- == 0) {
        return;
      }
      if (!OfferPlace(sellers_[i], eps)) {
        break;
      }
    }
  }
}

// Lowers the price of `right` until somebody comes, and seats who comes first. Returns false when nobody does.
template <typename Weight, typename Price>
bool ScaledAuction<Weight, Price>::OfferPlace(uint32_t right, Price eps) {
  const std::span<const HalfEdge<Weight>> column = graph_.template Column<Weight>(RightIndex(right));
  for (const HalfEdge<Weight>& edge : column) {
    Prefetch(&shortlists_[edge.node].bound);
  }
  for (const HalfEdge<Weight>& edge : column) {
    if (HasSeat(edge.node)) {
      places_.PrefetchPrice(SeatOf(edge.node).node);
    }
  }
  HalfEdge<Weight> taker = {};
  Price offer = outside_;
  Price next_offer = outside_;
  for (const HalfEdge<Weight>& edge : column) {
    if (HasSeat(edge.node) && SeatOf(edge.node).node == right) {
      continue;
    }
    const Price value = Scaled(edge.weight) - ProfitOf(edge.node, eps);
    if (value > offer) {
      next_offer = std::exchange(offer, value);
      taker = edge;
    } else {
      next_offer = std::max(next_offer, value);
    }
  }
  const bool is_taken = offer > outside_ + eps && (eps > 0 || offer > next_offer);
  LowerPrice(right, is_taken ? std::max<Price>(outside_, next_offer - eps) : eps > 0 ? outside_ : offer);
  if (!is_taken) {
    return false;
  }
  if (HasSeat(taker.node)) {
    places_.Leave(SeatOf(taker.node).node, taker.node);
    sellers_.push_back(SeatOf(taker.node).node);
  }
  places_.Take(right, {.left = taker.node, .bid = places_.price(right)});
  KeepSeat(shortlists_[taker.node], {.node = right, .weight = taker.weight});
  return true;
}

// Nobody without a seat would gain more than eps by one, but for those whom a tie keeps waiting in an exact phase.
template <typename Weight, typename Price>
Price ScaledAuction<Weight, Price>::ProfitOf(uint32_t left, Price eps) {
  if (!HasSeat(left)) {
    return eps > 0 ? -outside_ : BestOf(left).value;
  }
  return ValueOf(SeatOf(left));
}

// Shortlists that would have to name `right` at its new price, and do not, are given up.
template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::LowerPrice(uint32_t right, Price price) {
  places_.price(right) = std::min(places_.price(right), price);
  for (const HalfEdge<Weight>& edge : graph_.template Column<Weight>(RightIndex(right))) {
    Shortlist& list = shortlists_[edge.node];
    const HalfEdge<Weight> back = {.node = right, .weight = edge.weight};
    if (list.bound < ValueOf(back) && std::find(list.edges.begin(), list.edges.end(), back) == list.edges.end()) {
      list.bound = kUnlisted;
    }
  }
}

template <typename Weight, typename Price>
void ScaledAuction<Weight, Price>::HandOver(State& state) {
  for (const RightIndex right : graph_.Rights()) {
    const uint32_t number = static_cast<uint32_t>(right.value());
    state.right_prices[right] = graph_.capacity(right) == 0 ? 0 : places_.price(number) - outside_;
  }
  SeatAll<Weight>(
      graph_, [this](uint32_t left) { return HasSeat(left) ? SeatOf(left).node : kUnseated; }, crew_, state);
  for (uint32_t left = 0; left < graph_.left_count(); ++left) {
    if (!HasSeat(left)) {
      const Choice choice = BestOf(left);
      state.left_prices[LeftIndex(left)] = choice.position == kNoSeat ? 0 : choice.value + outside_;
    }
  }
}

template class ScaledAuction<int32_t, int32_t>;
template class ScaledAuction<int32_t, int64_t>;
template class ScaledAuction<int64_t, int64_t>;

}  // namespace jobcarve::match
