// arrays.h: a BipartiteGraph as the plain arrays of a PeerInstance.
#ifndef JOBCARVE_BENCH_PEERS_ARRAYS_H_
#define JOBCARVE_BENCH_PEERS_ARRAYS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "jobcarve/match/bipartite.h"
#include "peers/solver.h"

namespace jobcarve::bench {

// 12 bytes for each edge, so only made in the process that needs them. Must outlive what Instance() returns.
class PeerArrays {
 public:
  PeerArrays(const BipartiteGraph& graph, bool is_perfect) : is_perfect_(is_perfect) {
    row_begins_.reserve(graph.left_count() + 1);
    rights_.reserve(graph.edge_count());
    weights_.reserve(graph.edge_count());
    row_begins_.push_back(0);
    for (const LeftIndex left : graph.Lefts()) {
      for (const EdgeIndex edge : graph.EdgesOf(left)) {
        rights_.push_back(static_cast<uint32_t>(graph.right(edge).value()));
        weights_.push_back(graph.weight(edge));
      }
      row_begins_.push_back(rights_.size());
    }
    for (const RightIndex right : graph.Rights()) {
      capacities_.push_back(graph.capacity(right));
    }
  }

  PeerInstance Instance() const {
    return {.left_count = row_begins_.size() - 1,
            .right_count = capacities_.size(),
            .row_begins = row_begins_.data(),
            .rights = rights_.data(),
            .weights = weights_.data(),
            .capacities = capacities_.data(),
            .is_perfect = is_perfect_};
  }

 private:
  std::vector<size_t> row_begins_;
  std::vector<uint32_t> rights_;
  std::vector<int64_t> weights_;
  std::vector<int32_t> capacities_;
  bool is_perfect_ = false;
};

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_PEERS_ARRAYS_H_
