// Tested by tests/compete/compete_oracle_test.cc.
#include "compete/part.h"

#include <algorithm>
#include <utility>

namespace jobcarve::compete {
namespace {

void DropClosed(const Contest& contest, Part& part, Desk& desk) {
  size_t kept = 0;
  for (size_t i = 0; i < part.resources.size(); ++i) {
    const ResourceIndex resource = part.resources[i];
    if (part.room[i] <= 0 && contest.capacity(resource) > 0 && !contest.IsSupplied(resource)) {
      desk.prices[resource.value()] = kClosed;
      desk.mark[resource.value()] = 0;
      continue;
    }
    desk.position[resource.value()] = static_cast<uint32_t>(kept);
    part.resources[kept] = resource;
    part.room[kept] = part.room[i];
    ++kept;
  }
  part.resources.resize(kept);
  part.room.resize(kept);
}

}  // namespace

std::unique_ptr<Desk> Desks::Take() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (free_.empty()) {
    return std::make_unique<Desk>(resource_count_);
  }
  std::unique_ptr<Desk> desk = std::move(free_.back());
  free_.pop_back();
  return desk;
}

void Desks::Return(std::unique_ptr<Desk> desk) {
  const std::lock_guard<std::mutex> lock(mutex_);
  free_.push_back(std::move(desk));
}

Part MakePart(const Contest& contest, std::vector<Member> members, const Selection& held, std::span<const int64_t> room,
              Desk& desk) {
  Part part = {.members = std::move(members), .resources = {}, .room = {}};
  ++desk.marks;
  const auto enter = [&](ResourceIndex resource) {
    if (!desk.IsOpen(resource)) {
      desk.mark[resource.value()] = desk.marks;
      desk.position[resource.value()] = static_cast<uint32_t>(part.resources.size());
      part.resources.push_back(resource);
      part.room.push_back(room[resource.value()]);
    }
  };
  for (const Member& member : part.members) {
    for (const uint32_t work : member.works) {
      for (const Interest& interest : contest.Interests(member.agent, work)) {
        enter(interest.resource);
      }
    }
  }
  for (const std::optional<Offer>& offer : held) {
    if (offer.has_value()) {
      GiveBack(offer->bundle, part.room, desk);
    }
  }
  DropClosed(contest, part, desk);
  return part;
}

void ShowPrices(const Part& part, std::span<const int64_t> prices, Desk& desk) {
  for (size_t i = 0; i < part.resources.size(); ++i) {
    desk.prices[part.resources[i].value()] = prices[i];
  }
}

bool Fits(const Bundle& bundle, std::span<const int64_t> room, const Desk& desk) {
  for (const Use& use : bundle.uses) {
    if (use.amount > 0 && use.amount > room[desk.position[use.resource.value()]]) {
      return false;
    }
  }
  return true;
}

void Take(const Bundle& bundle, std::span<int64_t> room, const Desk& desk) {
  for (const Use& use : bundle.uses) {
    room[desk.position[use.resource.value()]] -= use.amount;
  }
}

void GiveBack(const Bundle& bundle, std::span<int64_t> room, const Desk& desk) {
  for (const Use& use : bundle.uses) {
    room[desk.position[use.resource.value()]] += use.amount;
  }
}

bool IsFeasible(const Part& part, const Selection& selection, const Desk& desk) {
  std::vector<int64_t> room = part.room;
  for (const std::optional<Offer>& offer : selection) {
    if (offer.has_value()) {
      Take(offer->bundle, room, desk);
    }
  }
  return std::all_of(room.begin(), room.end(), [](int64_t left) { return left >= 0; });
}

int64_t ValueOf(const Selection& selection) {
  int64_t value = 0;
  for (const std::optional<Offer>& offer : selection) {
    value += offer.has_value() ? offer->bundle.value : 0;
  }
  return value;
}

}  // namespace jobcarve::compete
