// Capacities are drawn first, then edges row by row, all from one generator. What tells the families apart in numbers stands in
// one table; what tells them apart in shape are the functions that fill the rows.
// Tested by tests/bench/graph_families_test.cc.
#include "graph_families.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/numeric/int128.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/rng.h"
#include "towns.h"

namespace jobcarve::bench {
namespace {

struct Bounds {
  int64_t low = 0;
  int64_t high = 0;
};

struct Family {
  GraphFamily family = GraphFamily::kContested;
  absl::string_view name;
  int64_t places_permille = 1000;  // For each left node.
  int64_t places_missing = 0;      // And as many fewer.
  Bounds capacity = {1, 4};
  Bounds weight = {1, 1'000'000};
  size_t degree = 20;
  bool is_perfect = false;
};

// In the order of the enum.
constexpr Family kFamilies[] = {
    {.family = GraphFamily::kContested, .name = "contested", .places_permille = 625},
    {.family = GraphFamily::kGeographic, .name = "geographic", .places_permille = 625},
    {.family = GraphFamily::kPopular, .name = "popular", .places_permille = 625},
    {.family = GraphFamily::kBalanced, .name = "balanced"},
    {.family = GraphFamily::kMixed, .name = "mixed"},
    {.family = GraphFamily::kTies, .name = "ties", .weight = {1, 50}},
    {.family = GraphFamily::kAbundant, .name = "abundant", .places_permille = 1250},
    {.family = GraphFamily::kSquare, .name = "square", .capacity = {1, 1}, .is_perfect = true},
    {.family = GraphFamily::kDense, .name = "dense", .capacity = {1, 1}, .is_perfect = true},
    {.family = GraphFamily::kDenseTies, .name = "dense_ties", .capacity = {1, 1}, .weight = {1, 100}, .is_perfect = true},
    {.family = GraphFamily::kWide, .name = "wide", .places_permille = 625, .degree = 50},
    {.family = GraphFamily::kWideBalanced, .name = "wide_balanced", .degree = 50},
    {.family = GraphFamily::kLarge, .name = "large", .places_permille = 625, .capacity = {100, 200}},
    {.family = GraphFamily::kLargeBalanced, .name = "large_balanced", .capacity = {100, 200}},
    {.family = GraphFamily::kPlateau, .name = "plateau", .places_missing = 1, .capacity = {1, 1}, .weight = {1000, 1000}},
    {.family = GraphFamily::kHub, .name = "hub", .capacity = {1, 1}},
    {.family = GraphFamily::kChain, .name = "chain", .capacity = {1, 1}, .weight = {1'000'000, 1'000'001}, .degree = 2},
    {.family = GraphFamily::kHeavy, .name = "heavy", .weight = {kMaxWeight - 1000, kMaxWeight}},
    {.family = GraphFamily::kMissingOne, .name = "missing_one", .places_missing = 1, .capacity = {1, 1}, .is_perfect = true},
};

const Family& FamilyOf(GraphFamily family) {
  return kFamilies[static_cast<size_t>(family)];
}

size_t Draw(size_t count, Rng& rng) {
  return static_cast<size_t>(rng.Below(static_cast<int64_t>(count)));
}

int64_t DrawWeight(const Family& family, Rng& rng) {
  return rng.Between(family.weight.low, family.weight.high);
}

// ------------------------------------------------------------------------------------------------ capacities

// Uniform within the bounds of the family, or around the mean that `spec.right_count` asks for; then evened out, one place at a
// time, until they sum to what the family has.
std::vector<int32_t> MakeCapacities(const Family& family, const GraphSpec& spec, Rng& rng) {
  const int64_t wanted = static_cast<int64_t>(spec.left_count) * family.places_permille / 1000 - family.places_missing;
  const int64_t places = std::max<int64_t>(0, wanted);
  if (family.family == GraphFamily::kHub) {
    std::vector<int32_t> capacities(1 + static_cast<size_t>(places - places / 2), 1);
    capacities[0] = static_cast<int32_t>(places / 2);
    return capacities;
  }
  const int64_t twice_the_mean = family.capacity.low + family.capacity.high;
  int64_t count = std::max<int64_t>(1, (2 * places + twice_the_mean - 1) / twice_the_mean);
  Bounds bounds = family.capacity;
  if (spec.right_count.has_value() && family.capacity.high > 1) {
    JOBCARVE_CHECK(*spec.right_count > 0);
    count = static_cast<int64_t>(*spec.right_count);
    bounds = {1, 2 * (places / count)};
  }
  bounds.low = std::min(bounds.low, places / count);
  bounds.high = std::max(bounds.high, (places + count - 1) / count);
  std::vector<int32_t> capacities(static_cast<size_t>(count));
  int64_t missing = places;
  for (int32_t& capacity : capacities) {
    capacity = static_cast<int32_t>(rng.Between(bounds.low, bounds.high));
    missing -= capacity;
  }
  while (missing != 0) {
    int32_t& capacity = capacities[Draw(capacities.size(), rng)];
    const int32_t step = missing > 0 ? 1 : -1;
    if (capacity + step >= bounds.low && capacity + step <= bounds.high) {
      capacity += step;
      missing -= step;
    }
  }
  return capacities;
}

// ------------------------------------------------------------------------------------------------ rows

// Where an edge may lead and what it is worth.
struct Offer {
  size_t right = 0;
  int64_t weight = 0;
};

// The edges so far; the last row is open.
struct Rows {
  std::vector<size_t> begins = {0};
  std::vector<RightIndex> rights = {};
  std::vector<int64_t> weights = {};

  Rows(size_t left_count, size_t edge_count) {
    begins.reserve(left_count + 1);
    rights.reserve(edge_count);
    weights.reserve(edge_count);
  }

  // False, and nothing happens, when the open row leads there already.
  bool Add(const Offer& offer) {
    const auto begin = rights.begin() + static_cast<ptrdiff_t>(begins.back());
    if (std::find(begin, rights.end(), RightIndex(offer.right)) != rights.end()) {
      return false;
    }
    rights.push_back(RightIndex(offer.right));
    weights.push_back(offer.weight);
    return true;
  }

  // Adds edges by `draw` to the open row until it has `degree`. A draw may fail by std::nullopt or lead where the row leads
  // already; after some failures in a row the edge is left out.
  template <typename DrawOffer>
  void AddRandom(size_t degree, DrawOffer draw) {
    constexpr int kAttempts = 30;
    for (size_t k = rights.size() - begins.back(); k < degree; ++k) {
      for (int attempt = 0; attempt < kAttempts; ++attempt) {
        const std::optional<Offer> offer = draw();
        if (offer.has_value() && Add(*offer)) {
          break;
        }
      }
    }
  }

  void Close() { begins.push_back(rights.size()); }
};

// What every family needs to fill its rows.
struct Task {
  const Family& family;
  size_t left_count = 0;
  size_t right_count = 0;
  size_t degree = 0;
};

std::vector<size_t> RandomOrder(size_t size, Rng& rng) {
  std::vector<size_t> order(size);
  std::iota(order.begin(), order.end(), size_t{0});
  rng.Shuffle(order);
  return order;
}

// Any right node is as likely as any other.
std::optional<Offer> DrawUniform(const Task& task, Rng& rng) {
  const size_t right = Draw(task.right_count, rng);
  return Offer{.right = right, .weight = DrawWeight(task.family, rng)};
}

void FillUniform(const Task& task, Rng& rng, Rows& rows) {
  for (size_t left = 0; left < task.left_count; ++left) {
    rows.AddRandom(task.degree, [&] { return DrawUniform(task, rng); });
    rows.Close();
  }
}

// Uniform, but the first edge of a left node is of a matching that leaves out nobody, or as few as there are too few places.
void FillAroundAMatching(const Task& task, Rng& rng, Rows& rows) {
  const std::vector<size_t> hidden = RandomOrder(task.right_count, rng);
  for (size_t left = 0; left < task.left_count; ++left) {
    if (left < hidden.size()) {
      rows.Add({.right = hidden[left], .weight = DrawWeight(task.family, rng)});
    }
    rows.AddRandom(task.degree, [&] { return DrawUniform(task, rng); });
    const size_t first = rows.begins.back();
    const size_t other = first + Draw(rows.rights.size() - first, rng);  // The place in the row shall not give it away.
    std::swap(rows.rights[first], rows.rights[other]);
    std::swap(rows.weights[first], rows.weights[other]);
    rows.Close();
  }
}

void FillDense(const Task& task, Rng& rng, Rows& rows) {
  for (size_t left = 0; left < task.left_count; ++left) {
    for (size_t right = 0; right < task.right_count; ++right) {
      rows.rights.push_back(RightIndex(right));
      rows.weights.push_back(DrawWeight(task.family, rng));
    }
    rows.Close();
  }
}

void FillHub(const Task& task, Rng& rng, Rows& rows) {
  for (size_t left = 0; left < task.left_count; ++left) {
    rows.Add({.right = 0, .weight = DrawWeight(task.family, rng)});
    rows.AddRandom(task.degree, [&] { return DrawUniform(task, rng); });
    rows.Close();
  }
}

// The k-th left node from the end has right node k, or for a unit more k - 1. Taken up in the order of numbers everybody gets the
// better one, until the last left node has only right node 0.
void FillChain(const Task& task, Rng&, Rows& rows) {
  for (size_t k = task.left_count; k-- > 0;) {
    rows.Add({.right = k, .weight = task.family.weight.low});
    if (k > 0) {
      rows.Add({.right = k - 1, .weight = task.family.weight.high});
    }
    rows.Close();
  }
}

// ------------------------------------------------------------------------------------------------ popular

// Fixed point with 32 binary places.
constexpr int64_t kOne = int64_t{1} << 32;

int64_t Multiply(int64_t a, int64_t b) {
  return static_cast<int64_t>((absl::int128(a) * b) / kOne);
}

int64_t TenthPower(int64_t x) {
  const int64_t square = Multiply(x, x);
  const int64_t fifth = Multiply(Multiply(square, square), x);
  return Multiply(fifth, fifth);
}

// The least x whose tenth power is at least `value`, both in fixed point.
int64_t TenthRoot(int64_t value) {
  int64_t low = 0;
  int64_t high = 8 * kOne;  // 8^10 = 2^30 is above every number of nodes.
  while (low < high) {
    const int64_t middle = (low + high) / 2;
    if (TenthPower(middle) < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Zipf's law with exponent 0.9: rank k has a probability in proportion to k^-0.9, the derivative of 10 k^0.1. So the tenth power
// of a uniform draw, rounded, has nearly that distribution, within some per cent even for the first ranks.
void FillPopular(const Task& task, Rng& rng, Rows& rows) {
  const std::vector<size_t> right_of_rank = RandomOrder(task.right_count, rng);
  const int64_t low = TenthRoot(kOne / 2);
  const int64_t high = TenthRoot(static_cast<int64_t>(task.right_count) * kOne + kOne / 2);
  const int64_t half = task.family.weight.high / 2;
  const auto draw = [&]() -> std::optional<Offer> {
    const int64_t x = rng.Between(low, high - 1);
    const int64_t rank = (TenthPower(x) + kOne / 2) / kOne;  // 1 .. right_count, up to rounding.
    const size_t position = static_cast<size_t>(std::clamp<int64_t>(rank - 1, 0, static_cast<int64_t>(task.right_count) - 1));
    const int64_t popularity = (high - x) * half / (high - low);
    return Offer{.right = right_of_rank[position], .weight = rng.Between(1, half) + popularity};
  };
  for (size_t left = 0; left < task.left_count; ++left) {
    rows.AddRandom(task.degree, draw);
    rows.Close();
  }
}

// ------------------------------------------------------------------------------------------------ near

// The right nodes and where they are, by town.
struct Roles {
  std::vector<Spot> spots;
  std::vector<std::vector<uint32_t>> in_town;
};

// Roles are where people are; of the family kMixed every other one is in any town, whatever its size.
Roles MakeRoles(const Task& task, const Towns& towns, Rng& rng) {
  Roles roles;
  roles.spots.reserve(task.right_count);
  roles.in_town.resize(towns.count());
  for (size_t right = 0; right < task.right_count; ++right) {
    const bool is_anywhere = task.family.family == GraphFamily::kMixed && right % 2 == 1;
    const size_t town = is_anywhere ? Draw(towns.count(), rng) : towns.DrawByPopulation(rng);
    roles.spots.push_back(towns.SpotIn(town, rng));
    roles.in_town[town].push_back(static_cast<uint32_t>(right));
  }
  return roles;
}

void FillNear(const Task& task, Rng& rng, Rows& rows) {
  size_t town_count = 1;
  while (town_count * town_count < task.left_count) {
    ++town_count;
  }
  const Towns towns(town_count, rng);
  const Roles roles = MakeRoles(task, towns, rng);
  for (size_t left = 0; left < task.left_count; ++left) {
    const size_t home = towns.DrawByPopulation(rng);
    const Spot here = towns.SpotIn(home, rng);
    const auto draw = [&]() -> std::optional<Offer> {
      const std::vector<uint32_t>& near = roles.in_town[towns.DrawNear(home, rng)];
      if (near.empty()) {
        return std::nullopt;
      }
      const size_t right = near[Draw(near.size(), rng)];
      return Offer{.right = right, .weight = towns.Worth(here, roles.spots[right])};
    };
    const int64_t degree = static_cast<int64_t>(task.degree);
    rows.AddRandom(static_cast<size_t>(rng.Between(degree * 4 / 5, degree * 5 / 4)), draw);
    rows.Close();
  }
}

// ------------------------------------------------------------------------------------------------ all

void Fill(const Task& task, Rng& rng, Rows& rows) {
  switch (task.family.family) {
    case GraphFamily::kGeographic:
    case GraphFamily::kMixed:
      return FillNear(task, rng, rows);
    case GraphFamily::kPopular:
      return FillPopular(task, rng, rows);
    case GraphFamily::kSquare:
    case GraphFamily::kMissingOne:
      return FillAroundAMatching(task, rng, rows);
    case GraphFamily::kDense:
    case GraphFamily::kDenseTies:
      return FillDense(task, rng, rows);
    case GraphFamily::kHub:
      return FillHub(task, rng, rows);
    case GraphFamily::kChain:
      return FillChain(task, rng, rows);
    default:
      return FillUniform(task, rng, rows);
  }
}

// Room for all rows at once, so that no array grows by copying; pages never written cost nothing.
size_t EdgeRoom(const Task& task) {
  switch (task.family.family) {
    case GraphFamily::kDense:
    case GraphFamily::kDenseTies:
      return task.left_count * task.right_count;
    case GraphFamily::kGeographic:
    case GraphFamily::kMixed:
      return task.left_count * (task.degree * 5 / 4);
    default:
      return task.left_count * std::max<size_t>(1, task.degree);
  }
}

}  // namespace

std::vector<GraphFamily> AllFamilies() {
  std::vector<GraphFamily> families;
  for (const Family& family : kFamilies) {
    families.push_back(family.family);
  }
  return families;
}

absl::string_view NameOf(GraphFamily family) {
  return FamilyOf(family).name;
}

bool IsPerfect(GraphFamily family) {
  return FamilyOf(family).is_perfect;
}

BipartiteGraph MakeGraph(const GraphSpec& spec, uint64_t seed) {
  const Family& family = FamilyOf(spec.family);
  Rng rng(seed);
  std::vector<int32_t> capacities = MakeCapacities(family, spec, rng);
  const Task task = {.family = family,
                     .left_count = spec.left_count,
                     .right_count = capacities.size(),
                     .degree = spec.degree.value_or(family.degree)};
  Rows rows(task.left_count, EdgeRoom(task));
  Fill(task, rng, rows);
  absl::StatusOr<BipartiteGraph> graph =
      BipartiteGraph::FromRows(std::move(rows.begins), std::move(rows.rights), std::move(rows.weights), std::move(capacities));
  JOBCARVE_CHECK(graph.ok());
  return *std::move(graph);
}

}  // namespace jobcarve::bench
