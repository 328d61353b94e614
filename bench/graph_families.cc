// Every family draws capacities first, then edges left node by left node, all from one generator.
#include "graph_families.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "jobcarve/base/check.h"
#include "jobcarve/base/rng.h"

namespace jobcarve::bench {
namespace {

// Where an edge may lead and what it is worth.
struct Offer {
  size_t right = 0;
  int64_t weight = 0;
};

int64_t PlaceCount(const GraphSpec& spec) {
  const int64_t lefts = static_cast<int64_t>(spec.left_count);
  switch (spec.family) {
    case GraphFamily::kBalanced:
    case GraphFamily::kTies:
    case GraphFamily::kSquare:
      return lefts;
    case GraphFamily::kAbundant:
      return lefts * 5 / 4;
    default:
      return lefts * 5 / 8;
  }
}

// Random capacities from 0 or 1 to about twice the mean, evened out until they sum to what `PlaceCount` asks for.
std::vector<int32_t> MakeCapacities(const GraphSpec& spec, size_t right_count, Rng& rng) {
  const int64_t mean = PlaceCount(spec) / static_cast<int64_t>(right_count);
  std::vector<int32_t> capacities(right_count);
  int64_t missing = PlaceCount(spec);
  for (int32_t& capacity : capacities) {
    capacity = static_cast<int32_t>(rng.Between(std::min<int64_t>(1, mean), std::max<int64_t>(1, 2 * mean - 1)));
    missing -= capacity;
  }
  while (missing != 0) {
    int32_t& capacity = capacities[static_cast<size_t>(rng.Below(static_cast<int64_t>(right_count)))];
    const int32_t step = missing > 0 ? 1 : -1;
    if (capacity + step >= 0) {
      capacity += step;
      missing -= step;
    }
  }
  return capacities;
}

// Towns lie on a line; a town of rank k has a share of 1 / (k + 1). A left node looks at right nodes near its own place.
Offer DrawNear(size_t left, const GraphSpec& spec, size_t right_count, Rng& rng) {
  const double here = std::pow(static_cast<double>(left) / static_cast<double>(spec.left_count), 2.0);
  const int64_t reach = std::max<int64_t>(20, static_cast<int64_t>(right_count) / 50);
  const int64_t offset = rng.Between(-reach, reach);
  const int64_t middle = static_cast<int64_t>(here * static_cast<double>(right_count));
  const int64_t right = std::clamp<int64_t>(middle + offset, 0, static_cast<int64_t>(right_count) - 1);
  const int64_t nearness = 1000 - 900 * std::abs(offset) / reach;
  return {.right = static_cast<size_t>(right), .weight = std::max<int64_t>(1, nearness * rng.Between(1, 10) / 10)};
}

// Right node k is drawn about in proportion to 1 / (k + 1), and tends to be worth more the smaller k is.
Offer DrawPopular(size_t right_count, Rng& rng) {
  const double exponent = static_cast<double>(rng.Below(1'000'000)) / 1e6;
  const double rank = std::pow(static_cast<double>(right_count), exponent) - 1.0;
  const size_t right = std::min(right_count - 1, static_cast<size_t>(rank));
  return {.right = right, .weight = rng.Between(1, 500'000) + static_cast<int64_t>(500'000.0 * (1.0 - exponent))};
}

Offer Draw(size_t left, const GraphSpec& spec, size_t right_count, Rng& rng) {
  switch (spec.family) {
    case GraphFamily::kGeographic:
      return DrawNear(left, spec, right_count, rng);
    case GraphFamily::kPopular:
      return DrawPopular(right_count, rng);
    default:
      return {.right = static_cast<size_t>(rng.Below(static_cast<int64_t>(right_count))),
              .weight = rng.Between(1, spec.family == GraphFamily::kTies ? 50 : 1'000'000)};
  }
}

}  // namespace

absl::string_view NameOf(GraphFamily family) {
  switch (family) {
    case GraphFamily::kContested:
      return "contested";
    case GraphFamily::kGeographic:
      return "geographic";
    case GraphFamily::kPopular:
      return "popular";
    case GraphFamily::kBalanced:
      return "balanced";
    case GraphFamily::kTies:
      return "ties";
    case GraphFamily::kAbundant:
      return "abundant";
    case GraphFamily::kSquare:
      return "square";
  }
  return "";
}

BipartiteGraph MakeGraph(const GraphSpec& spec, uint64_t seed) {
  Rng rng(seed);
  const bool is_square = spec.family == GraphFamily::kSquare;
  const size_t right_count = is_square ? spec.left_count : spec.right_count;
  JOBCARVE_CHECK(right_count > 0);
  std::vector<int32_t> capacities = is_square ? std::vector<int32_t>(right_count, 1) : MakeCapacities(spec, right_count, rng);
  std::vector<size_t> hidden(is_square ? right_count : 0);
  for (size_t i = 0; i < hidden.size(); ++i) {
    hidden[i] = i;
  }
  rng.Shuffle(hidden);
  std::vector<Edge> edges;
  edges.reserve(spec.left_count * spec.degree);
  for (size_t left = 0; left < spec.left_count; ++left) {
    for (size_t k = 0; k < spec.degree; ++k) {
      Offer offer = Draw(left, spec, right_count, rng);
      if (is_square && k == 0) {
        offer.right = hidden[left];
      }
      edges.push_back({.left = LeftIndex(left), .right = RightIndex(offer.right), .weight = offer.weight});
    }
  }
  absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(spec.left_count, std::move(capacities), edges);
  JOBCARVE_CHECK(graph.ok());
  return *std::move(graph);
}

}  // namespace jobcarve::bench
