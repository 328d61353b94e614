// Deflected subgradient steps of Polyak's length, in integers with a fixed point, so that every platform takes the same ones.
// At prices p the offers use some resources beyond their room and leave room in others; this excess is a subgradient. Prices move
// along a mean of the excess and earlier directions (which stops them from swinging to and fro), by a share of the distance to
// the best value known over the length of the direction. When the bound does not fall for a while, the share shrinks and the
// search goes on from the best prices so far. Tested by tests/compete/ascent_test.cc.
#include "compete/ascent.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "absl/numeric/int128.h"
#include "absl/status/statusor.h"
#include "base/parallel.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::compete {
namespace {

constexpr int kPriceBits = 8;       // Of fraction, in fine_.
constexpr int kDirectionBits = 16;  // Of fraction, in direction_.
constexpr int kStepBits = 16;       // Of fraction, in the length of a step.
constexpr int64_t kMaxPrice = kMaxBundleValue;
constexpr int64_t kBeyondAnyBound = int64_t{1} << 62;  // Values sum to less: kMaxAgents x kMaxBundleValue.

constexpr int64_t kNewPercent = 35;  // Of the excess in the direction; the rest is the direction before.
constexpr int kPatience = 6;         // Steps without a lower bound before the share shrinks ...
constexpr int64_t kShrinkPercent = 70;
constexpr int64_t kLeastPermille = 2;  // ... until it is not worth going on.

constexpr int64_t kStartPercents[] = {0, 30, 50, 70, 85};  // Of the worths that compete for the last unit.

constexpr size_t kMinShared = 64;  // Members; fewer are not worth a thread.

RunControl Alone(const RunControl& run) {
  return {.threads = 1, .deadline = run.deadline, .cancel = run.cancel, .progress = nullptr};
}

}  // namespace

Ascent::Ascent(const Contest& contest, const Part& part, Desk& desk, Columns& columns)
    : contest_(contest), part_(part), desk_(desk), columns_(columns), pricing_(contest, part) {
  ScaleResources();
}

void Ascent::ScaleResources() {
  scale_.assign(part_.resources.size(), 1);
  for (const Member& member : part_.members) {
    for (const uint32_t work : member.works) {
      for (const Interest& interest : contest_.Interests(member.agent, work)) {
        if (desk_.IsOpen(interest.resource)) {
          int64_t& scale = scale_[desk_.position[interest.resource.value()]];
          scale = std::max({scale, interest.most, -interest.least});
        }
      }
    }
  }
}

// By the part's resources: what a unit is worth to the first who would go without if units went to those who value them most.
std::vector<int64_t> Ascent::RivalWorths() const {
  std::vector<std::vector<int64_t>> worths(part_.resources.size());
  for (const Member& member : part_.members) {
    for (const uint32_t work : member.works) {
      for (const Interest& interest : contest_.Interests(member.agent, work)) {
        if (desk_.IsOpen(interest.resource)) {
          worths[desk_.position[interest.resource.value()]].push_back(interest.worth);
        }
      }
    }
  }
  std::vector<int64_t> rivals;
  for (size_t i = 0; i < worths.size(); ++i) {
    const size_t served = static_cast<size_t>(std::max<int64_t>(part_.room[i], 0) / scale_[i]);
    if (served >= worths[i].size()) {
      rivals.push_back(0);
      continue;
    }
    const auto rival = worths[i].begin() + static_cast<std::ptrdiff_t>(served);
    std::nth_element(worths[i].begin(), rival, worths[i].end(), std::greater<>());
    rivals.push_back(*rival);
  }
  return rivals;
}

absl::Status Ascent::Start(const RunControl& run) {
  const std::vector<int64_t> rivals = RivalWorths();
  const bool is_free = std::all_of(rivals.begin(), rivals.end(), [](int64_t worth) { return worth == 0; });
  for (const int64_t percent : kStartPercents) {
    std::vector<int64_t> prices;
    for (const int64_t worth : rivals) {
      prices.push_back(worth * percent / 100);
    }
    if (percent == 0) {
      JOBCARVE_RETURN_IF_ERROR(StartAt(std::move(prices), run));
    } else {
      last_.prices = std::move(prices);
      JOBCARVE_RETURN_IF_ERROR(Evaluate(run));
    }
    if (is_free) {
      break;
    }
  }
  Restart();
  stalls_ = 0;
  return absl::OkStatus();
}

absl::Status Ascent::StartAt(std::vector<int64_t> prices, const RunControl& run) {
  best_.bound = kBeyondAnyBound;
  best_.prices = prices;
  last_.prices = std::move(prices);
  JOBCARVE_RETURN_IF_ERROR(Evaluate(run));
  Restart();
  return absl::OkStatus();
}

absl::StatusOr<bool> Ascent::Step(int64_t value, const RunControl& run) {
  if (stalls_ >= kPatience) {
    permille_ = permille_ * kShrinkPercent / 100;
    Restart();
  }
  if (permille_ < kLeastPermille || best_.bound <= value) {
    return false;
  }
  TurnDirection();
  if (!Move(last_.bound - value)) {
    return false;
  }
  JOBCARVE_RETURN_IF_ERROR(Evaluate(run));
  return true;
}

void Ascent::Restart() {
  last_ = best_;
  stalls_ = 0;
  direction_.assign(part_.resources.size(), 0);
  fine_.clear();
  for (const int64_t price : last_.prices) {
    fine_.push_back(price << kPriceBits);
  }
}

// A price of 0 that would fall stays, and does not count.
void Ascent::TurnDirection() {
  for (size_t i = 0; i < direction_.size(); ++i) {
    const int64_t excess = last_.excess[i] * (int64_t{1} << kDirectionBits) / scale_[i];
    direction_[i] = (kNewPercent * excess + (100 - kNewPercent) * direction_[i]) / 100;
    if (fine_[i] == 0 && direction_[i] < 0) {
      direction_[i] = 0;
    }
  }
}

bool Ascent::Move(int64_t gap) {
  absl::int128 norm = 0;
  for (const int64_t d : direction_) {
    norm += absl::int128(d) * d;
  }
  if (norm == 0) {
    return false;
  }
  const absl::int128 length = absl::int128(gap) * permille_ * (int64_t{1} << (kStepBits + 2 * kDirectionBits)) / (norm * 1000);
  for (size_t i = 0; i < direction_.size(); ++i) {
    const absl::int128 step = length * direction_[i] / (int64_t{1} << (kStepBits + kDirectionBits - kPriceBits));
    const absl::int128 fine = absl::int128(fine_[i]) + (scale_[i] == 1 ? step : step / scale_[i]);
    const absl::int128 limit = absl::int128(kMaxPrice) << kPriceBits;
    fine_[i] = static_cast<int64_t>(std::clamp<absl::int128>(fine, 0, limit));
    last_.prices[i] = (fine_[i] + (int64_t{1} << (kPriceBits - 1))) >> kPriceBits;
  }
  return true;
}

absl::Status Ascent::PriceMembers(const RunControl& run) {
  const size_t count = part_.members.size();
  last_.offers.assign(count, std::nullopt);
  return ParallelFor(static_cast<int64_t>(count), "compete", count < kMinShared ? Alone(run) : run, [&](int64_t i) {
    const size_t member = static_cast<size_t>(i);
    last_.offers[member] = pricing_.Best(member, desk_.prices);
    if (last_.offers[member].has_value()) {
      columns_.Keep(member, last_.offers[member]->work, last_.offers[member]->bundle);
    }
  });
}

absl::Status Ascent::Evaluate(const RunControl& run) {
  ShowPrices(part_, last_.prices, desk_);
  JOBCARVE_RETURN_IF_ERROR(PriceMembers(run));
  absl::int128 bound = 0;
  last_.excess.resize(part_.room.size());
  for (size_t i = 0; i < part_.room.size(); ++i) {
    bound += absl::int128(part_.room[i]) * last_.prices[i];
    last_.excess[i] = -part_.room[i];
  }
  for (const std::optional<Offer>& offer : last_.offers) {
    if (offer.has_value()) {
      bound += offer->surplus;
      GiveBack(offer->bundle, last_.excess, desk_);
    }
  }
  last_.bound = static_cast<int64_t>(std::min<absl::int128>(bound, kBeyondAnyBound));
  ++stalls_;
  if (last_.bound < best_.bound) {
    best_ = last_;
    stalls_ = 0;
  }
  return absl::OkStatus();
}

}  // namespace jobcarve::compete
