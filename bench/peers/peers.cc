#include "peers/peers.h"

#include <cmath>
#include <cstddef>
#include <numeric>

#include "peers/places.h"

namespace jobcarve::bench {
namespace {

// The solvers that were there when this was built; CMake defines the macros.
#ifdef JOBCARVE_LEMON
constexpr auto kLemonNetworkSimplex = &SolveByLemonNetworkSimplex;
constexpr auto kLemonMatching = &SolveByLemonMatching;
#else
constexpr std::nullptr_t kLemonNetworkSimplex = nullptr;
constexpr std::nullptr_t kLemonMatching = nullptr;
#endif
#ifdef JOBCARVE_SCIPY
constexpr auto kScipySparse = &SolveByScipySparse;
constexpr auto kScipyDense = &SolveByScipyDense;
#else
constexpr std::nullptr_t kScipySparse = nullptr;
constexpr std::nullptr_t kScipyDense = nullptr;
#endif

constexpr size_t kMostPlaceEdges = 100'000'000;  // Several GB in any of the peers.

int64_t PlaceCount(const PeerInstance& instance) {
  return std::accumulate(instance.capacities, instance.capacities + instance.right_count, int64_t{0});
}

bool IsComplete(const PeerInstance& instance) {
  return instance.edge_count() == instance.left_count * instance.right_count &&
         PlaceCount(instance) == static_cast<int64_t>(instance.right_count);
}

}  // namespace

const std::vector<Peer>& AllPeers() {
  static const std::vector<Peer> peers = {
      {.name = "lemon-ns", .solve = kLemonNetworkSimplex, .tight = {0.45, 2.0}, .loose = {0.1, 1.7}},
      {.name = "lemon-mwm",
       .solve = kLemonMatching,
       .tight = {1.4, 1.4},
       .loose = {0.4, 1.4},
       .needs_a_node_for_each_place = true},
      {.name = "boost",
       .solve = &SolveByBoost,
       .tight = {20'000, 3.0},
       .loose = {8'000, 3.0},
       .needs_a_node_for_each_place = true},
      {.name = "scipy",
       .solve = kScipySparse,
       .tight = {1.0, 2.0},
       .loose = {0.8, 1.9},
       .needs_a_node_for_each_place = true,
       .hangs_when_infeasible = true},  // scipy issue 17269, mended in 1.11.
      {.name = "scipy-dense", .solve = kScipyDense, .tight = {30, 2.6}, .loose = {30, 2.6}, .needs_a_complete_graph = true},
  };
  return peers;
}

bool IsWorthTrying(const Peer& peer, const PeerInstance& instance, double limit_seconds) {
  const int64_t lefts = static_cast<int64_t>(instance.left_count);
  const int64_t places = PlaceCount(instance);
  if (peer.needs_a_complete_graph && !IsComplete(instance)) {
    return false;
  }
  if (peer.hangs_when_infeasible && instance.is_perfect && places < lefts) {
    return false;
  }
  if (peer.needs_a_node_for_each_place && Places(instance).EdgeCount(instance) > kMostPlaceEdges) {
    return false;
  }
  const bool is_tight = instance.is_perfect || (places > lefts * 9 / 10 && places < lefts * 11 / 10);
  const Peer::Growth growth = is_tight ? peer.tight : peer.loose;
  return growth.seconds_at_10000 * std::pow(static_cast<double>(lefts) / 1e4, growth.power) <= limit_seconds;
}

}  // namespace jobcarve::bench
