// peers.h: the other solvers by name, and which instances are worth giving to them.
#ifndef JOBCARVE_BENCH_PEERS_PEERS_H_
#define JOBCARVE_BENCH_PEERS_PEERS_H_

#include <vector>

#include "absl/strings/string_view.h"
#include "peers/solver.h"

namespace jobcarve::bench {

struct Peer {
  absl::string_view name;  // As --peers of match_table takes it: "lemon-ns".
  // nullptr: was not there when this was built.
  PeerAnswer (*solve)(const PeerInstance&) = nullptr;
  // Seconds that it takes with 10,000 left nodes of 20 edges, and the power of n by which they grow; in markets with about as
  // many places as left nodes and in others. Measured; good for leaving out what would take for ever, for nothing else.
  struct Growth {
    double seconds_at_10000 = 0;
    double power = 1;
  };
  Growth tight;
  Growth loose;
  bool needs_a_node_for_each_place = false;
  bool needs_a_complete_graph = false;
  bool hangs_when_infeasible = false;
};

// All of them, built or not.
const std::vector<Peer>& AllPeers();

// Whether `peer` can take `instance` and might be done within `limit_seconds`.
bool IsWorthTrying(const Peer& peer, const PeerInstance& instance, double limit_seconds);

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_PEERS_PEERS_H_
