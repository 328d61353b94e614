// listed_bundles.h: a source that lists its bundles, for small markets that can be looked through.
#ifndef JOBCARVE_TESTS_SUPPORT_LISTED_BUNDLES_H_
#define JOBCARVE_TESTS_SUPPORT_LISTED_BUNDLES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "jobcarve/base/rng.h"
#include "jobcarve/compete/source.h"

namespace jobcarve::test {

class ListedBundles : public BundleSource {
 public:
  // By agent, work, and position.
  using Lists = std::vector<std::vector<std::vector<Bundle>>>;

  ListedBundles(std::vector<int64_t> capacities, Lists lists) : capacities_(std::move(capacities)), lists_(std::move(lists)) {}

  size_t agent_count() const override { return lists_.size(); }
  std::span<const int64_t> capacities() const override { return capacities_; }
  size_t work_count(AgentIndex agent) const override { return lists_[agent.value()].size(); }
  std::vector<Interest> Interests(AgentIndex agent, size_t work) const override;
  std::optional<Bundle> Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const override;

  std::optional<std::vector<Bundle>> AllFrom(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t least,
                                             size_t limit) const override;

  const std::vector<Bundle>& Of(AgentIndex agent, size_t work) const { return lists_[agent.value()][work]; }
  // Whether AllFrom says anything.
  void HideLists() { is_listing_ = false; }
  const Lists& lists() const { return lists_; }

 private:
  std::vector<int64_t> capacities_;
  Lists lists_;
  bool is_listing_ = true;
};

struct ListedBundlesSpec {
  size_t agent_count = 4;
  size_t resource_count = 5;
  size_t max_works = 2;
  size_t max_bundles = 4;  // At each work.
  size_t max_uses = 3;
  int64_t least_amount = 1;  // Below 1: amounts below 0 as well.
  int64_t most_amount = 1;
  int64_t max_capacity = 1;
  int64_t max_value = 20;
};

ListedBundles RandomBundles(const ListedBundlesSpec& spec, Rng& rng);

// The greatest sum of values, by trying all choices.
int64_t BestOfAll(const ListedBundles& bundles);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_LISTED_BUNDLES_H_
