#include "support/carving_market.h"

#include <algorithm>
#include <utility>

namespace jobcarve::test {
namespace {

constexpr int64_t kLeastUnits = 6;       // Half an hour a week.
constexpr int64_t kMostUnits = 48;       // Four hours.
constexpr int64_t kUnitWorth = 100'000;  // Micro-points for 5 minutes of a task that fits best.
constexpr double kImpossible = -1e300;

// Reused from call to call.
struct Workspace {
  std::vector<double> surpluses;                 // By task of the pool.
  std::vector<std::pair<double, size_t>> order;  // Bound, way.
  std::vector<size_t> tasks;
  std::vector<double> rows;
};

// The knapsack relaxed to parts of tasks: no set of `tasks` with at most `high` units is worth more.
double RelaxedBest(std::span<const size_t> by_density, const std::vector<bool>& is_doable, std::span<const double> surpluses,
                   std::span<const int64_t> units, int64_t high) {
  double best = 0;
  for (const size_t task : by_density) {
    if (!is_doable[task] || surpluses[task] <= 0) {
      continue;
    }
    if (units[task] >= high) {
      return best + surpluses[task] * static_cast<double>(high) / static_cast<double>(units[task]);
    }
    best += surpluses[task];
    high -= units[task];
  }
  return best;
}

// Row i, column w: the best of the first i tasks with exactly w units.
void FillRows(std::span<const size_t> tasks, std::span<const double> surpluses, std::span<const int64_t> units, size_t width,
              std::vector<double>& rows) {
  rows.resize((tasks.size() + 1) * width);
  std::fill(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(width), kImpossible);
  rows[0] = 0;
  for (size_t i = 0; i < tasks.size(); ++i) {
    const double* from = rows.data() + i * width;
    double* to = rows.data() + (i + 1) * width;
    const size_t weight = std::min(static_cast<size_t>(units[tasks[i]]), width);
    const double gain = surpluses[tasks[i]];
    std::copy(from, from + weight, to);
    for (size_t w = weight; w < width; ++w) {
      to[w] = std::max(from[w], from[w - weight] + gain);
    }
  }
}

}  // namespace

CarvingMarket::CarvingMarket(const CarvingMarketSpec& spec) : spec_(spec) {
  Rng rng(spec.seed);
  for (size_t task = 0; task < spec.pool_count * spec.pool_size; ++task) {
    openings_.push_back(rng.Chance(spec.permille_of_pairs) ? 2 : 1);
    units_.push_back(rng.Between(kLeastUnits, kMostUnits));
  }
  for (size_t agent = 0; agent < spec.agent_count; ++agent) {
    const int64_t high = rng.Between(96, 240);  // 8 to 20 hours.
    hours_.push_back({.low = spec.window_units == 0 ? 0 : high - spec.window_units, .high = high});
    std::vector<size_t> pools(spec.pool_count);
    for (size_t pool = 0; pool < pools.size(); ++pool) {
      pools[pool] = pool;
    }
    rng.Shuffle(pools);
    pools.resize(std::min(spec.pools_per_agent, pools.size()));
    std::vector<Pair> pairs;
    for (const size_t pool : pools) {
      pairs.push_back(RandomPair(pool, rng));
    }
    pairs_.push_back(std::move(pairs));
  }
}

CarvingMarket::Pair CarvingMarket::RandomPair(size_t pool, Rng& rng) const {
  const size_t first = pool * spec_.pool_size;
  Pair pair = {.pool = pool, .values = {}, .ways = {Way{.is_doable = std::vector<bool>(spec_.pool_size), .cost = 0}}};
  for (size_t task = 0; task < spec_.pool_size; ++task) {
    const int64_t fit = spec_.is_correlated ? rng.Between(900, 1000) : rng.Between(200, 1000);
    pair.values.push_back(units_[first + task] * kUnitWorth * fit / 1000);
    pair.ways[0].is_doable[task] = rng.Chance(600);
  }
  for (int adjustment = 0; adjustment < 4; ++adjustment) {
    Way way = pair.ways[static_cast<size_t>(rng.Below(std::ssize(pair.ways)))];
    way.cost += rng.Between(200'000, 1'500'000) * spec_.cost_percent / 100;
    for (size_t task = 0; task < spec_.pool_size; ++task) {
      way.is_doable[task] = way.is_doable[task] || rng.Chance(400);
    }
    pair.ways.push_back(std::move(way));
  }
  return pair;
}

std::vector<Interest> CarvingMarket::Interests(AgentIndex agent, size_t work) const {
  const Pair& its = pair(agent, work);
  std::vector<Interest> interests;
  for (size_t task = 0; task < its.values.size(); ++task) {
    const bool can = std::any_of(its.ways.begin(), its.ways.end(), [task](const Way& way) { return way.is_doable[task]; });
    if (can) {
      interests.push_back({.resource = ResourceIndex(its.pool * spec_.pool_size + task), .worth = its.values[task]});
    }
  }
  return interests;
}

std::optional<Bundle> CarvingMarket::Best(AgentIndex agent, size_t work, std::span<const int64_t> prices, int64_t floor) const {
  thread_local Workspace space;
  calls_.fetch_add(1, std::memory_order_relaxed);
  const Pair& its = pair(agent, work);
  const Hours& window = hours(agent);
  const size_t first = its.pool * spec_.pool_size;
  const std::span<const int64_t> units = std::span(units_).subspan(first, spec_.pool_size);
  space.surpluses.assign(spec_.pool_size, kImpossible);
  std::vector<size_t> by_density;
  for (size_t task = 0; task < spec_.pool_size; ++task) {
    if (const int64_t price = prices[first + task]; price != kClosed) {
      space.surpluses[task] = static_cast<double>(its.values[task] - price);
      by_density.push_back(task);
    }
  }
  std::sort(by_density.begin(), by_density.end(), [&](size_t a, size_t b) {
    const double left = space.surpluses[a] * static_cast<double>(units[b]);
    const double right = space.surpluses[b] * static_cast<double>(units[a]);
    return left != right ? left > right : a < b;
  });
  space.order.clear();
  for (size_t way = 0; way < its.ways.size(); ++way) {
    const double bound = RelaxedBest(by_density, its.ways[way].is_doable, space.surpluses, units, window.high);
    space.order.push_back({bound - static_cast<double>(its.ways[way].cost), way});
  }
  std::stable_sort(space.order.begin(), space.order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  double best = static_cast<double>(floor);
  std::optional<Bundle> bundle;
  const size_t width = static_cast<size_t>(window.high) + 1;
  for (const auto& [bound, way_index] : space.order) {
    if (bound <= best) {
      break;
    }
    const Way& way = its.ways[way_index];
    space.tasks.clear();
    for (const size_t task : by_density) {
      if (way.is_doable[task] && (window.low > 0 || space.surpluses[task] > 0)) {
        space.tasks.push_back(task);
      }
    }
    knapsacks_.fetch_add(1, std::memory_order_relaxed);
    FillRows(space.tasks, space.surpluses, units, width, space.rows);
    const double* last = space.rows.data() + space.tasks.size() * width;
    const double* top = std::max_element(last + window.low, last + width);
    if (*top - static_cast<double>(way.cost) <= best) {
      continue;
    }
    best = *top - static_cast<double>(way.cost);
    Bundle found = {.value = -way.cost, .uses = {}, .key = way_index};
    size_t w = static_cast<size_t>(top - last);
    for (size_t i = space.tasks.size(); i > 0; --i) {
      if (space.rows[i * width + w] != space.rows[(i - 1) * width + w]) {
        const size_t task = space.tasks[i - 1];
        found.uses.push_back({ResourceIndex(first + task), 1});
        found.value += its.values[task];
        w -= static_cast<size_t>(units[task]);
      }
    }
    std::sort(found.uses.begin(), found.uses.end(), [](const Use& a, const Use& b) { return a.resource < b.resource; });
    bundle = std::move(found);
  }
  return bundle;
}

}  // namespace jobcarve::test
