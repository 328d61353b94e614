// Each right node with room for k more takes the k left nodes that are worth most to it at present prices and raises their
// prices until it would as soon have the next best one instead; whoever held them has room again. This is the row reduction of
// Jonker and Volgenant, with capacities, from the side that is scarce: prices stay low and few bids are needed.
//
// Both kinds of prices are monotone: left prices only rise, and the worth of the next best left node, which is the right
// node's price, only falls. So the worth of an edge only falls. A shortlist of each right node's heaviest edges, with a bound on
// all others, therefore answers nearly every bid; a bid whose next best is below the bound lists anew. That is what makes
// the search one streaming pass over the edges plus a few looks into short lists.
//
// A node that is worth no more than the next best (a tie) is taken only if nobody holds it: taking it from somebody would
// settle nothing. What is left open that way, the shortest paths settle.
// Tested by tests/match/match_families_test.cc and tests/match/match_oracle_test.cc.
#include "match/right_auction.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <span>
#include <utility>

#include "base/prefetch.h"

namespace jobcarve::match {
namespace {

constexpr int64_t kBudget = 6;  // Looks per edge; ordinary markets take less than 2.
constexpr size_t kSampleSize = 16;
constexpr size_t kFewOffers = 6;      // Up to this many are kept in order; of more, only the best are told from the rest.
constexpr size_t kPrefetchList = 12;  // Bids ahead.
constexpr size_t kPrefetchLefts = 6;
constexpr uint32_t kListAhead = 4;
constexpr uint32_t kBlock = 1024;  // Right nodes that make their first lists together.

// A weight that about `wanted` edges of `row` reach, from a sample. Deterministic.
template <typename Weight>
Weight SampledThreshold(std::span<const HalfEdge<Weight>> row, size_t wanted) {
  const size_t stride = row.size() / kSampleSize;
  const size_t rank = std::min(kSampleSize - 1, wanted * kSampleSize / row.size());
  std::array<Weight, kSampleSize> greatest;
  greatest.fill(std::numeric_limits<Weight>::min());
  for (size_t i = 0; i < kSampleSize; ++i) {
    Weight weight = row[i * stride].weight;
    for (size_t k = 0; k <= rank; ++k) {
      KeepGreater(greatest[k], weight);
    }
  }
  return greatest[rank];
}

template <typename Weight>
bool IsHeavier(const HalfEdge<Weight>& a, const HalfEdge<Weight>& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.node < b.node;
}

// Copies one edge to each left node, the heaviest, and returns how many those are. Parallel edges stand side by side.
template <typename Weight>
size_t CopyHeaviest(std::span<const HalfEdge<Weight>> edges, HalfEdge<Weight>* out) {
  size_t count = 0;
  for (const HalfEdge<Weight>& edge : edges) {
    if (count > 0 && out[count - 1].node == edge.node) {
      out[count - 1].weight = std::max(out[count - 1].weight, edge.weight);
    } else {
      out[count++] = edge;
    }
  }
  return count;
}

}  // namespace

template <typename Weight>
RightAuction<Weight>::RightAuction(const Problem& problem, Crew& crew)
    : graph_(problem.graph), crew_(crew), lefts_(graph_.left_count()), rights_(graph_.right_count()) {
  size_t list_size = 0;
  size_t greatest_degree = 0;
  for (const RightIndex right : graph_.Rights()) {
    const size_t degree = graph_.degree(right);
    const size_t size = std::min(degree, ShortlistLimit(static_cast<uint32_t>(right.value())));
    rights_[right.value()] = {.shortlist_begin = list_size, .room = SeatsOf(graph_, right)};
    list_size += size;
    greatest_degree = std::max(greatest_degree, degree);
  }
  shortlists_.resize(list_size);
  picked_.resize(greatest_degree);
  size_t ring = 1;
  while (ring < graph_.right_count() + 1) {
    ring *= 2;
  }
  waiting_.resize(ring);
}

template <typename Weight>
bool RightAuction<Weight>::Run() {
  budget_ = kBudget * static_cast<int64_t>(graph_.edge_count());
  const uint32_t right_count = static_cast<uint32_t>(graph_.right_count());
  for (uint32_t begin = 0; begin < right_count; begin += kBlock) {
    const uint32_t end = std::min(begin + kBlock, right_count);
    ListAll(begin, end);
    for (uint32_t right = begin; right < end; ++right) {
      PrefetchLefts(std::min(right + kListAhead, end - 1));
      Visit(right);
    }
  }
  while (head_ != tail_ && budget_ >= 0) {
    PrefetchWaiting(tail_ - head_);
    const uint32_t right = waiting_[head_++ & (waiting_.size() - 1)];
    rights_[right].is_waiting = false;
    Visit(right);
  }
  return budget_ >= 0;
}

template <typename Weight>
void RightAuction<Weight>::PrefetchWaiting(size_t waiting) const {
  const size_t mask = waiting_.size() - 1;
  if (waiting > kPrefetchList) {
    const Right& right = rights_[waiting_[(head_ + kPrefetchList) & mask]];
    PrefetchLines(std::span<const HalfEdge<Weight>>(shortlists_).subspan(right.shortlist_begin, right.shortlist_size));
  }
  if (waiting > kPrefetchLefts) {
    PrefetchLefts(waiting_[(head_ + kPrefetchLefts) & mask]);
  }
}

template <typename Weight>
void RightAuction<Weight>::PrefetchLefts(uint32_t right) const {
  const Right& node = rights_[right];
  for (size_t i = 0; i < node.shortlist_size; ++i) {
    Prefetch(&lefts_[shortlists_[node.shortlist_begin + i].node]);
  }
}

template <typename Weight>
void RightAuction<Weight>::ListAll(uint32_t begin, uint32_t end) {
  crew_.Share(end - begin, [&](size_t first, size_t last) {
    size_t degree = 0;
    for (size_t i = first; i < last; ++i) {
      degree = std::max(degree, graph_.degree(RightIndex(begin + i)));
    }
    std::vector<HalfEdge<Weight>> picked(degree);
    for (size_t i = first; i < last; ++i) {
      ListByWeight(begin + static_cast<uint32_t>(i), picked);
    }
  });
}

// The first list of a node goes by weight: no price is needed, since prices start at 0. Where that does not tell enough, it
// stays empty, and the node lists by value when it is visited.
template <typename Weight>
void RightAuction<Weight>::ListByWeight(uint32_t right, std::vector<HalfEdge<Weight>>& picked) {
  Right& node = rights_[right];
  const std::span<const HalfEdge<Weight>> row = graph_.template Column<Weight>(RightIndex(right));
  node.is_waiting = false;
  if (node.room == 0) {
    return;
  }
  const size_t limit = ShortlistLimit(right);
  HalfEdge<Weight>* const list = shortlists_.data() + node.shortlist_begin;
  if (row.size() <= limit || row.size() < 2 * kSampleSize) {
    if (row.size() > limit) {
      node.bound = std::numeric_limits<Weight>::max();
      return;
    }
    node.shortlist_size = static_cast<uint32_t>(CopyHeaviest<Weight>(row, list));
    return;
  }
  const Weight threshold = std::max<Weight>(1, SampledThreshold(row, limit - limit / 3));
  size_t count = 0;
  for (const HalfEdge<Weight>& edge : row) {  // Without a branch: whether an edge is heavy cannot be predicted.
    picked[count] = edge;
    count += edge.weight >= threshold;
  }
  if (count <= node.room && threshold > 1) {
    node.bound = std::numeric_limits<Weight>::max();
    return;
  }
  count = CopyHeaviest<Weight>(std::span(picked).first(count), picked.data());
  node.bound = threshold - 1;
  if (count > limit) {
    const auto first_out = picked.begin() + static_cast<std::ptrdiff_t>(limit);
    std::nth_element(picked.begin(), first_out, picked.begin() + static_cast<std::ptrdiff_t>(count), IsHeavier<Weight>);
    node.bound = first_out->weight;
    count = limit;
  }
  std::copy_n(picked.begin(), count, list);
  node.shortlist_size = static_cast<uint32_t>(count);
}

// The edges that are worth most at present prices.
template <typename Weight>
void RightAuction<Weight>::ListByValue(uint32_t right) {
  Right& node = rights_[right];
  const std::span<const HalfEdge<Weight>> row = graph_.template Column<Weight>(RightIndex(right));
  budget_ -= static_cast<int64_t>(row.size());
  offers_.clear();
  const size_t count = CopyHeaviest<Weight>(row, picked_.data());
  for (size_t i = 0; i < count; ++i) {
    Prefetch(&lefts_[picked_[i].node]);
  }
  for (size_t i = 0; i < count; ++i) {
    const Left& left = lefts_[picked_[i].node];
    const Weight value = picked_[i].weight - left.price;
    if (value > 0) {  // Also those it holds: it may lose them.
      offers_.push_back(OfferOf(value, left.holder == kUnseated, static_cast<uint32_t>(i)));
    }
  }
  const size_t size = std::min(offers_.size(), ShortlistLimit(right));
  node.bound = 0;
  if (offers_.size() > size) {
    const auto first_out = offers_.begin() + static_cast<std::ptrdiff_t>(size);
    std::nth_element(offers_.begin(), first_out, offers_.end(), std::greater<>());
    node.bound = ValueOf(*first_out);
  }
  for (size_t i = 0; i < size; ++i) {
    shortlists_[node.shortlist_begin + i] = picked_[LeftOf(offers_[i])];
  }
  node.shortlist_size = static_cast<uint32_t>(size);
}

template <typename Weight>
void RightAuction<Weight>::Visit(uint32_t right) {
  Right& node = rights_[right];
  bool is_fresh = false;  // Whether the list was made at present prices.
  while (node.room > 0) {
    const Weight price = OffersOf(right);
    const bool has_taken = price >= node.bound && TakeOffers(right, price);
    if (price == 0 && node.bound == 0) {
      return;  // Nobody else is worth anything.
    }
    if (!has_taken) {
      if (is_fresh || price > node.bound) {
        return;  // Only ties with what others hold.
      }
      ListByValue(right);
      is_fresh = true;
    }
  }
}

// Returns whether it took anybody.
template <typename Weight>
bool RightAuction<Weight>::TakeOffers(uint32_t right, Weight price) {
  Right& node = rights_[right];
  node.price = price;
  const uint32_t room_before = node.room;
  for (const Offer offer : offers_) {
    Take(right, offer);
  }
  return node.room < room_before;
}

// Leaves the node's best offers in offers_, as many as it has room for, and returns what the next best one is worth: 0 when
// there is none.
template <typename Weight>
Weight RightAuction<Weight>::OffersOf(uint32_t right) {
  const Right& node = rights_[right];
  budget_ -= static_cast<int64_t>(node.shortlist_size);
  const std::span<const HalfEdge<Weight>> list(shortlists_.data() + node.shortlist_begin, node.shortlist_size);
  const size_t room = node.room;
  offers_.assign(room <= kFewOffers ? room + 1 : list.size() + room + 1, 0);
  for (size_t i = 0; i < list.size(); ++i) {
    const Left& left = lefts_[list[i].node];
    const Weight value = list[i].weight - left.price;
    const Offer counts = static_cast<Offer>(value > 0) & static_cast<Offer>(left.holder != right);
    Offer offer = OfferOf(value, left.holder == kUnseated, list[i].node) & -counts;
    if (room > kFewOffers) {
      offers_[i] = offer;
      continue;
    }
    for (size_t k = 0; k <= room; ++k) {
      KeepGreater(offers_[k], offer);
    }
  }
  if (room > kFewOffers) {
    std::nth_element(offers_.begin(), offers_.begin() + static_cast<std::ptrdiff_t>(room), offers_.end(), std::greater<>());
  }
  const Weight next_value = ValueOf(offers_[room]);
  offers_.resize(room);
  std::erase(offers_, 0);
  return next_value;
}

template <typename Weight>
void RightAuction<Weight>::Take(uint32_t right, Offer offer) {
  Left& left = lefts_[LeftOf(offer)];
  const Weight rise = ValueOf(offer) - rights_[right].price;
  if (rise == 0 && left.holder != kUnseated) {
    return;  // A tie.
  }
  left.price += rise;
  --rights_[right].room;
  const uint32_t loser = std::exchange(left.holder, right);
  if (loser != kUnseated) {
    Right& node = rights_[loser];
    ++node.room;
    if (!node.is_waiting) {
      node.is_waiting = true;
      waiting_[tail_++ & (waiting_.size() - 1)] = loser;
    }
  }
}

template <typename Weight>
void RightAuction<Weight>::HandOver(State& state) const {
  for (const RightIndex right : graph_.Rights()) {
    state.right_prices[right] = rights_[right.value()].price;
  }
  // A right node's price has only fallen since it took a left node.
  SeatAll<Weight>(
      graph_, [this](uint32_t left) { return lefts_[left].holder; }, crew_, state);
}

template class RightAuction<int32_t>;
template class RightAuction<int64_t>;

}  // namespace jobcarve::match
