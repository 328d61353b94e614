// When a price falls, no surplus grows by more than the fall times the most that a bundle uses; when it rises, by no more than
// the rise times the most that a bundle gives. So an old surplus gives a ceiling for the new one, and works are asked about in
// order of their ceilings until none is above the best offer. Tested by tests/compete/compete_oracle_test.cc.
#include "compete/pricing.h"

#include <algorithm>
#include <utility>

namespace jobcarve::compete {
namespace {

constexpr int64_t kBeyondAnySurplus = int64_t{1} << 61;

}  // namespace

Pricing::Pricing(const Contest& contest, const Part& part) : contest_(contest), part_(part) {
  for (const Member& member : part.members) {
    memories_.emplace_back(member.works.size());
  }
}

int64_t Pricing::CeilingNow(std::span<const Interest> interests, const Memory& memory, std::span<const int64_t> prices) const {
  if (memory.prices.empty()) {
    return memory.ceiling;
  }
  int64_t ceiling = memory.ceiling;
  for (size_t i = 0; i < interests.size(); ++i) {
    const int64_t fall = memory.prices[i] - prices[interests[i].resource.value()];
    ceiling += fall > 0 ? fall * interests[i].most : fall * interests[i].least;
    if (ceiling > kBeyondAnySurplus) {
      return ceiling;  // A sum of more could overflow.
    }
  }
  return ceiling;
}

std::optional<Offer> Pricing::Best(size_t member, std::span<const int64_t> prices) {
  const Member& m = part_.members[member];
  std::vector<std::pair<int64_t, size_t>> order;  // Ceiling, position in the list of works.
  for (size_t w = 0; w < m.works.size(); ++w) {
    order.push_back({CeilingNow(contest_.Interests(m.agent, m.works[w]), memories_[member][w], prices), w});
  }
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::optional<Offer> best;
  for (const auto& [ceiling, w] : order) {
    const int64_t floor = best.has_value() ? best->surplus : 0;
    if (ceiling <= floor) {
      break;
    }
    std::optional<Offer> offer = contest_.Ask(m.agent, m.works[w], prices, floor);
    Memory& memory = memories_[member][w];
    memory.ceiling = offer.has_value() ? offer->surplus : floor;
    memory.prices.clear();
    for (const Interest& interest : contest_.Interests(m.agent, m.works[w])) {
      memory.prices.push_back(prices[interest.resource.value()]);
    }
    if (offer.has_value()) {
      best = std::move(offer);
    }
  }
  return best;
}

}  // namespace jobcarve::compete
