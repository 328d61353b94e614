// contest.h: a source's agents, works, interests and capacities as dense arrays, and the one door to the source.
#ifndef JOBCARVE_SRC_COMPETE_CONTEST_H_
#define JOBCARVE_SRC_COMPETE_CONTEST_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/compete/source.h"

namespace jobcarve::compete {

// A bundle that an agent may take, and what it leaves the agent at the prices it was asked for.
struct Offer {
  size_t work = 0;
  int64_t surplus = 0;
  Bundle bundle;
};

class Contest {
 public:
  // `source` must outlive the contest. Errors: InvalidArgument when a count, capacity or interest is out of its range.
  static absl::StatusOr<Contest> Read(const BundleSource& source);

  size_t agent_count() const { return first_work_.size() - 1; }
  size_t resource_count() const { return capacities_.size(); }
  size_t work_count(AgentIndex agent) const { return first_work_[agent.value() + 1] - first_work_[agent.value()]; }
  int64_t capacity(ResourceIndex resource) const { return capacities_[resource.value()]; }
  std::span<const Interest> Interests(AgentIndex agent, size_t work) const {
    const size_t w = first_work_[agent.value()] + work;
    return std::span(interests_).subspan(first_interest_[w], first_interest_[w + 1] - first_interest_[w]);
  }
  // Ascending, each once: the agents with an interest in `resource`.
  std::span<const AgentIndex> AgentsAfter(ResourceIndex resource) const {
    const size_t r = resource.value();
    return std::span(agents_after_).subspan(first_after_[r], first_after_[r + 1] - first_after_[r]);
  }
  // Whether somebody's bundle may make room in `resource`.
  bool IsSupplied(ResourceIndex resource) const { return is_supplied_[resource.value()]; }

  // What the source's Best says, held to its promises.
  std::optional<Offer> Ask(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const;
  // And its AllFrom.
  std::optional<std::vector<Bundle>> AskForAll(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t least,
                                               size_t limit) const;

 private:
  absl::Status ReadInterests(AgentIndex agent, size_t work);
  void IndexAgents();

  const BundleSource* source_ = nullptr;
  std::span<const int64_t> capacities_;
  std::vector<size_t> first_work_ = {0};      // By agent, and one more.
  std::vector<size_t> first_interest_ = {0};  // By work, and one more.
  std::vector<Interest> interests_;
  std::vector<size_t> first_after_;  // By resource, and one more.
  std::vector<AgentIndex> agents_after_;
  std::vector<bool> is_supplied_;
};

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_CONTEST_H_
