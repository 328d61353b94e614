// Tested by tests/compete/compete_oracle_test.cc.
#include "compete/repair.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace jobcarve::compete {
namespace {

constexpr int kMaxTries = 3;  // At one work, each with what did not fit closed.

class Repairing {
 public:
  Repairing(const Contest& contest, const Part& part, Columns& columns, Desk& desk)
      : contest_(contest), part_(part), columns_(columns), desk_(desk), room_(part.room), selection_(part.members.size()) {}

  void KeepWhatFits(const Selection& offers, std::span<const size_t> order) {
    for (const size_t member : order) {
      if (offers[member].has_value() && Fits(offers[member]->bundle, room_, desk_)) {
        Give(member, *offers[member]);
      }
    }
  }

  // Members without a bundle choose, at `percent` of `prices`.
  void FillUp(std::span<const int64_t> prices, int64_t percent, std::span<const size_t> order) {
    for (size_t i = 0; i < room_.size(); ++i) {
      Price(i) = room_[i] <= 0 ? kClosed : prices[i] * percent / 100;
    }
    for (const size_t member : order) {
      if (selection_[member].has_value()) {
        continue;
      }
      std::optional<Offer> best;
      for (const uint32_t work : part_.members[member].works) {
        if (std::optional<Offer> offer = FittingOffer(member, work, best.has_value() ? best->surplus : 0); offer.has_value()) {
          best = std::move(offer);
        }
      }
      if (best.has_value()) {
        columns_.Keep(member, best->work, best->bundle);
        Give(member, *std::move(best));
      }
    }
  }

  Selection Finish() && { return std::move(selection_); }

 private:
  int64_t& Price(size_t position) { return desk_.prices[part_.resources[position].value()]; }

  void Give(size_t member, Offer offer) {
    Take(offer.bundle, room_, desk_);
    for (const Use& use : offer.bundle.uses) {
      if (room_[desk_.position[use.resource.value()]] <= 0) {
        desk_.prices[use.resource.value()] = kClosed;
      }
    }
    selection_[member] = std::move(offer);
  }

  // The source's best, with what it uses too much of closed until it fits.
  std::optional<Offer> FittingOffer(size_t member, uint32_t work, int64_t floor) {
    std::vector<std::pair<size_t, int64_t>> closed;
    std::optional<Offer> offer;
    for (int tries = 0; tries < kMaxTries; ++tries) {
      offer = contest_.Ask(part_.members[member].agent, work, desk_.prices, floor);
      if (!offer.has_value() || Fits(offer->bundle, room_, desk_)) {
        break;
      }
      for (const Use& use : offer->bundle.uses) {
        if (use.amount > room_[desk_.position[use.resource.value()]]) {
          closed.push_back({use.resource.value(), desk_.prices[use.resource.value()]});
          desk_.prices[use.resource.value()] = kClosed;
        }
      }
      offer.reset();
    }
    for (const auto& [resource, price] : closed) {
      desk_.prices[resource] = price;
    }
    return offer;
  }

  const Contest& contest_;
  const Part& part_;
  Columns& columns_;
  Desk& desk_;
  std::vector<int64_t> room_;
  Selection selection_;
};

}  // namespace

Selection Repair(const Contest& contest, const Part& part, const Selection& offers, std::span<const int64_t> prices,
                 int64_t percent, Columns& columns, Desk& desk) {
  std::vector<size_t> order(part.members.size());
  for (size_t member = 0; member < order.size(); ++member) {
    order[member] = member;
  }
  const auto surplus = [&offers](size_t member) { return offers[member].has_value() ? offers[member]->surplus : 0; };
  std::stable_sort(order.begin(), order.end(), [&surplus](size_t a, size_t b) { return surplus(a) > surplus(b); });
  Repairing repairing(contest, part, columns, desk);
  repairing.KeepWhatFits(offers, order);
  repairing.FillUp(prices, percent, order);
  repairing.FillUp(prices, 0, order);
  return std::move(repairing).Finish();
}

}  // namespace jobcarve::compete
