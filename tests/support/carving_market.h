// carving_market.h: a synthetic market in the image of carving: pools of tasks, and agents who fill a window of weekly hours with
// tasks of one pool, some of them only with an adjustment that costs something. Each task can be given away `openings` times.
#ifndef JOBCARVE_TESTS_SUPPORT_CARVING_MARKET_H_
#define JOBCARVE_TESTS_SUPPORT_CARVING_MARKET_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "jobcarve/base/rng.h"
#include "jobcarve/compete/source.h"

namespace jobcarve::test {

struct CarvingMarketSpec {
  size_t agent_count = 8;
  size_t pool_count = 1;
  size_t pool_size = 24;  // Tasks.
  size_t pools_per_agent = 1;
  int64_t window_units = 0;       // hi - lo, in units of 5 minutes; 0: any hours up to hi.
  bool is_correlated = false;     // Values go with minutes, nearly.
  int64_t cost_percent = 100;     // Of adjustments.
  int64_t permille_of_pairs = 0;  // Of tasks with two openings.
  uint64_t seed = 1;
};

class CarvingMarket : public BundleSource {
 public:
  // A way to make tasks doable: adjustments that cost `cost` together.
  struct Way {
    std::vector<bool> is_doable;  // By task of the pool.
    int64_t cost = 0;
  };
  struct Pair {
    size_t pool = 0;
    std::vector<int64_t> values;  // By task of the pool.
    std::vector<Way> ways;        // The first costs nothing.
  };
  struct Hours {
    int64_t low = 0;  // In units of 5 minutes.
    int64_t high = 0;
  };

  explicit CarvingMarket(const CarvingMarketSpec& spec);

  size_t agent_count() const override { return pairs_.size(); }
  std::span<const int64_t> capacities() const override { return openings_; }
  size_t work_count(AgentIndex agent) const override { return pairs_[agent.value()].size(); }
  std::vector<Interest> Interests(AgentIndex agent, size_t work) const override;
  // Bundles' keys are the ways.
  std::optional<Bundle> Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const override;

  const CarvingMarketSpec& spec() const { return spec_; }
  const Pair& pair(AgentIndex agent, size_t work) const { return pairs_[agent.value()][work]; }
  const Hours& hours(AgentIndex agent) const { return hours_[agent.value()]; }
  int64_t units(ResourceIndex task) const { return units_[task.value()]; }
  int64_t calls() const { return calls_.load(); }          // Of Best.
  int64_t knapsacks() const { return knapsacks_.load(); }  // Solved by it.

 private:
  Pair RandomPair(size_t pool, Rng& rng) const;

  CarvingMarketSpec spec_;
  std::vector<int64_t> openings_;  // By task, pool by pool.
  std::vector<int64_t> units_;     // Of 5 minutes a week.
  std::vector<Hours> hours_;       // By agent.
  std::vector<std::vector<Pair>> pairs_;
  mutable std::atomic<int64_t> calls_ = 0;
  mutable std::atomic<int64_t> knapsacks_ = 0;
};

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_CARVING_MARKET_H_
