// What a source says is checked once, here: what can be counted beforehand when the contest is read, each bundle when it comes.
// Tested by tests/compete/compete_test.cc.
#include "compete/contest.h"

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve {

int64_t SurplusOf(const Bundle& bundle, std::span<const int64_t> prices) {
  int64_t surplus = bundle.value;
  for (const Use& use : bundle.uses) {
    if (prices[use.resource.value()] != kClosed) {
      surplus -= prices[use.resource.value()] * use.amount;
    }
  }
  return surplus;
}

std::optional<std::vector<Bundle>> BundleSource::AllFrom(AgentIndex /*agent*/, size_t /*work*/,
                                                         std::span<const int64_t> /*prices*/, int64_t /*least*/,
                                                         size_t /*limit*/) const {
  return std::nullopt;
}

namespace compete {
namespace {

bool KeepsItsPromises(const Bundle& bundle, std::span<const Interest> interests, std::span<const int64_t> prices) {
  int64_t sum = 0;
  auto interest = interests.begin();
  for (const Use& use : bundle.uses) {
    while (interest != interests.end() && interest->resource < use.resource) {
      ++interest;
    }
    if (interest == interests.end() || interest->resource != use.resource || use.amount == 0 || use.amount < interest->least ||
        use.amount > interest->most || (use.amount > 0 && prices[use.resource.value()] == kClosed)) {
      return false;
    }
    ++interest;
    sum += use.amount < 0 ? -use.amount : use.amount;
  }
  return bundle.value >= 1 && bundle.value <= kMaxBundleValue && sum <= kMaxBundleUse;
}

}  // namespace

absl::StatusOr<Contest> Contest::Read(const BundleSource& source) {
  Contest contest;
  contest.source_ = &source;
  contest.capacities_ = source.capacities();
  if (source.agent_count() > kMaxAgents) {
    return absl::InvalidArgumentError(absl::StrCat("agent_count: ", source.agent_count(), " is above ", kMaxAgents));
  }
  for (size_t r = 0; r < contest.capacities_.size(); ++r) {
    if (const int64_t capacity = contest.capacities_[r]; capacity < 0 || capacity > kMaxResourceCapacity) {
      return absl::InvalidArgumentError(
          absl::StrCat("capacities[", r, "]: ", capacity, " is outside [0, ", kMaxResourceCapacity, "]"));
    }
  }
  for (const AgentIndex agent : IndexRange<AgentIndex>(source.agent_count())) {
    for (size_t work = 0; work < source.work_count(agent); ++work) {
      JOBCARVE_RETURN_IF_ERROR(contest.ReadInterests(agent, work));
    }
    contest.first_work_.push_back(contest.first_interest_.size() - 1);
  }
  contest.IndexAgents();
  return contest;
}

absl::Status Contest::ReadInterests(AgentIndex agent, size_t work) {
  const std::vector<Interest> interests = source_->Interests(agent, work);
  for (size_t i = 0; i < interests.size(); ++i) {
    const Interest& interest = interests[i];
    const auto fault = [&](absl::string_view text) {
      return absl::InvalidArgumentError(absl::StrCat("agent ", agent.value(), ", work ", work, ", interests[", i, "]: ", text));
    };
    if (interest.resource.value() >= capacities_.size()) {
      return fault(absl::StrCat("there is no resource ", interest.resource.value()));
    }
    if (i > 0 && interest.resource <= interests[i - 1].resource) {
      return fault("resources do not ascend");
    }
    if (interest.least > 0 || interest.most < 0 || interest.least < -kMaxBundleUse || interest.most > kMaxBundleUse) {
      return fault(absl::StrCat("amounts from ", interest.least, " to ", interest.most, " do not hold 0, or are above ",
                                kMaxBundleUse, " in size"));
    }
    if (interest.worth < 0 || interest.worth > kMaxBundleValue) {
      return fault(absl::StrCat("worth ", interest.worth, " is outside [0, ", kMaxBundleValue, "]"));
    }
  }
  interests_.insert(interests_.end(), interests.begin(), interests.end());
  first_interest_.push_back(interests_.size());
  return absl::OkStatus();
}

void Contest::IndexAgents() {
  is_supplied_.resize(capacities_.size());
  std::vector<std::vector<AgentIndex>> after(capacities_.size());
  for (const AgentIndex agent : IndexRange<AgentIndex>(agent_count())) {
    for (size_t work = 0; work < work_count(agent); ++work) {
      for (const Interest& interest : Interests(agent, work)) {
        std::vector<AgentIndex>& agents = after[interest.resource.value()];
        if (agents.empty() || agents.back() != agent) {
          agents.push_back(agent);
        }
        if (interest.least < 0) {
          is_supplied_[interest.resource.value()] = true;
        }
      }
    }
  }
  first_after_ = {0};
  for (const std::vector<AgentIndex>& agents : after) {
    agents_after_.insert(agents_after_.end(), agents.begin(), agents.end());
    first_after_.push_back(agents_after_.size());
  }
}

std::optional<Offer> Contest::Ask(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const {
  std::optional<Bundle> bundle = source_->Best(agent, work, prices, floor);
  if (!bundle.has_value()) {
    return std::nullopt;
  }
  JOBCARVE_CHECK(KeepsItsPromises(*bundle, Interests(agent, work), prices));
  const int64_t surplus = SurplusOf(*bundle, prices);
  JOBCARVE_CHECK(surplus > floor);
  return Offer{.work = work, .surplus = surplus, .bundle = *std::move(bundle)};
}

std::optional<std::vector<Bundle>> Contest::AskForAll(AgentIndex agent, size_t work, std::span<const int64_t> prices,
                                                      int64_t least, size_t limit) const {
  std::optional<std::vector<Bundle>> bundles = source_->AllFrom(agent, work, prices, least, limit);
  if (bundles.has_value()) {
    JOBCARVE_CHECK(bundles->size() <= limit);
    for (const Bundle& bundle : *bundles) {
      JOBCARVE_CHECK(KeepsItsPromises(bundle, Interests(agent, work), prices));
    }
  }
  return bundles;
}

}  // namespace compete
}  // namespace jobcarve
