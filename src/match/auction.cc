// A forward/reverse auction with falling steps (epsilon scaling). Forward: each left node without a place bids for its best one
// as much as that is better than its next best, plus eps, and turns out the lowest bidder of a full right node. Reverse: each
// right node with room and a price lowers the price to what its second best taker would pay, less eps, and takes the best. Then
// every node is within eps of its best choice. Phases with eps from a sixteenth of the weights' spread to about a
// hundred-thousandth keep price wars short: prices of one phase are the start of the next.
// Weights are shifted left so that eps may be less than 1, which ties need. Prices are rounded to integers at the end; rounding
// both ends of a tight arc keeps it tight, because weights are integers.
// Tested by tests/match/match_families_test.cc and tests/match/match_oracle_test.cc.
#include "match/auction.h"

#include <algorithm>

namespace jobcarve::match {
namespace {

constexpr int64_t kFirstEpsDivisor = 16;  // Of the spread.
constexpr int64_t kEpsRatio = 10;         // From one phase to the next.
constexpr int kPhaseCount = 5;
constexpr int64_t kScaledSpread = int64_t{1} << 26;    // Enough that the last eps is far below one unit of weight.
constexpr int64_t kMaxScaledPrice = int64_t{1} << 60;  // Only a perfect matching's price war comes near.
constexpr int64_t kArcBudget = 150;                    // Looks per arc, all phases together; ordinary markets take 10 to 80.

}  // namespace

Auction::Auction(const Network& network, State& state)
    : network_(network),
      state_(state),
      prices_(network.right_count(), 0),
      bids_(network.left_count(), 0),
      arcs_(network.left_count()),
      seats_(network.right_count()) {}

void Auction::Run(const Component& component) {
  ChooseScale(component);
  eps_ = std::max<int64_t>(1, spread_ / kFirstEpsDivisor);
  for (int phase = 0; phase < kPhaseCount; ++phase) {
    ClearSeats(component);
    const bool is_settled = ForwardPhase(component);
    SeatAll(component);
    if (!is_settled || !ReversePhase(component) || eps_ == 1) {
      break;
    }
    eps_ = std::max<int64_t>(1, eps_ / kEpsRatio);
  }
  const int64_t half = (int64_t{1} << shift_) >> 1;
  for (const RightIndex right : component.rights) {
    state_.right_prices[right] = (prices_[right] + half) >> shift_;
  }
}

void Auction::ChooseScale(const Component& component) {
  int64_t least = network_.is_perfect() ? kMaxWeight : 0;
  int64_t greatest = network_.is_perfect() ? -kMaxWeight : 0;
  size_t arc_count = 0;
  for (const LeftIndex left : component.lefts) {
    for (ArcIndex a = network_.ArcsBegin(left); a != network_.ArcsEnd(left); ++a) {
      least = std::min(least, network_.arc(a).weight);
      greatest = std::max(greatest, network_.arc(a).weight);
      ++arc_count;
    }
  }
  spread_ = std::max<int64_t>(1, greatest - least);
  shift_ = 0;
  while (spread_ < kScaledSpread) {
    spread_ <<= 1;
    ++shift_;
  }
  budget_ = kArcBudget * static_cast<int64_t>(arc_count);
}

// Returns whether every left node has found a place or given up within the budget.
bool Auction::ForwardPhase(const Component& component) {
  bidders_.assign(component.lefts.begin(), component.lefts.end());
  while (!bidders_.empty()) {
    const LeftIndex left = bidders_.front();
    bidders_.pop_front();
    budget_ -= static_cast<int64_t>(network_.ArcsEnd(left).value() - network_.ArcsBegin(left).value());
    const std::optional<Choice> choice = BestChoice(left);
    if (!choice.has_value()) {
      continue;
    }
    const int64_t lead = choice->next_value.has_value() ? choice->value - *choice->next_value : spread_;
    const int64_t bid = prices_[network_.arc(choice->arc).right] + lead + eps_;
    if (bid > kMaxScaledPrice || budget_ < 0) {
      return false;
    }
    if (const std::optional<LeftIndex> turned_out = TakeSeat(left, choice->arc, bid)) {
      bidders_.push_back(*turned_out);
    }
  }
  return true;
}

// Nothing when staying out is at least as good as any place.
std::optional<Auction::Choice> Auction::BestChoice(LeftIndex left) const {
  std::optional<Choice> best;
  std::optional<int64_t> next_value;
  if (!network_.is_perfect()) {
    next_value = 0;
  }
  for (ArcIndex a = network_.ArcsBegin(left); a != network_.ArcsEnd(left); ++a) {
    const Arc& arc = network_.arc(a);
    const int64_t value = Scaled(arc.weight) - prices_[arc.right];
    if (best.has_value() ? value > best->value : !next_value.has_value() || value > *next_value) {
      next_value = best.has_value() ? best->value : next_value;
      best = {.arc = a, .value = value, .next_value = std::nullopt};
    } else if (best.has_value() && (!next_value.has_value() || value > *next_value)) {
      next_value = value;
    }
  }
  if (best.has_value()) {
    best->next_value = next_value;
  }
  return best;
}

// Heap order: the lowest bid on top; of equal bids the highest node number, which is the first to go.
bool Auction::CompareBids(LeftIndex a, LeftIndex b) const {
  return bids_[a] != bids_[b] ? bids_[a] > bids_[b] : a < b;
}

// Returns who had to make room, if anybody.
std::optional<LeftIndex> Auction::TakeSeat(LeftIndex left, ArcIndex arc, int64_t bid) {
  const auto by_bid = [this](LeftIndex a, LeftIndex b) { return CompareBids(a, b); };
  const RightIndex right = network_.arc(arc).right;
  std::vector<LeftIndex>& seats = seats_[right];
  std::optional<LeftIndex> turned_out;
  if (seats.size() == network_.seats(right)) {
    std::pop_heap(seats.begin(), seats.end(), by_bid);
    turned_out = seats.back();
    seats.pop_back();
  }
  bids_[left] = bid;
  arcs_[left] = arc;
  seats.push_back(left);
  std::push_heap(seats.begin(), seats.end(), by_bid);
  if (seats.size() == network_.seats(right)) {
    prices_[right] = bids_[seats.front()];
  }
  return turned_out;
}

// Returns whether every right node with a price has become full within the budget.
bool Auction::ReversePhase(const Component& component) {
  sellers_.assign(component.rights.begin(), component.rights.end());
  while (!sellers_.empty()) {
    const RightIndex right = sellers_.front();
    sellers_.pop_front();
    while (prices_[right] > 0 && state_.assignment.HasRoom(right)) {
      budget_ -= static_cast<int64_t>(network_.BackArcsOf(right).size());
      if (budget_ < 0) {
        return false;
      }
      if (!OfferSeat(right)) {
        break;
      }
    }
  }
  return true;
}

int64_t Auction::ProfitOf(LeftIndex left) const {
  const std::optional<ArcIndex> held = state_.assignment.arc(left);
  return held.has_value() ? Scaled(network_.arc(*held).weight) - prices_[network_.arc(*held).right] : 0;
}

// Fills one place of `right` at a lower price, or lowers the price to 0 and returns false when nobody would come for more.
bool Auction::OfferSeat(RightIndex right) {
  std::optional<BackArc> taker;
  int64_t offer = 0;
  int64_t next_offer = 0;
  for (const BackArc& back : network_.BackArcsOf(right)) {
    const std::optional<ArcIndex> held = state_.assignment.arc(back.left);
    if (held.has_value() && network_.arc(*held).right == right) {
      continue;
    }
    const int64_t value = Scaled(back.weight) - ProfitOf(back.left);
    if (value > offer) {
      next_offer = offer;
      offer = value;
      taker = back;
    } else {
      next_offer = std::max(next_offer, value);
    }
  }
  if (!taker.has_value() || offer <= eps_) {
    prices_[right] = 0;
    return false;
  }
  prices_[right] = std::clamp<int64_t>(next_offer - eps_, 0, prices_[right]);
  if (const std::optional<ArcIndex> held = state_.assignment.arc(taker->left)) {
    sellers_.push_back(network_.arc(*held).right);
    state_.assignment.Release(taker->left);
  }
  state_.assignment.Assign(taker->left, taker->arc);
  return true;
}

void Auction::ClearSeats(const Component& component) {
  for (const LeftIndex left : component.lefts) {
    if (state_.assignment.arc(left).has_value()) {
      state_.assignment.Release(left);
    }
  }
  for (const RightIndex right : component.rights) {
    seats_[right].clear();
  }
}

void Auction::SeatAll(const Component& component) {
  for (const RightIndex right : component.rights) {
    for (const LeftIndex left : seats_[right]) {
      state_.assignment.Assign(left, arcs_[left]);
    }
  }
}

}  // namespace jobcarve::match
