// places.h: for solvers without capacities, a right node becomes as many nodes as it has places. C++17.
#ifndef JOBCARVE_BENCH_PEERS_PLACES_H_
#define JOBCARVE_BENCH_PEERS_PLACES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "peers/solver.h"

namespace jobcarve::bench {

// Places of right node r are numbered first[r] .. first[r + 1] - 1; never more than r has edges.
struct Places {
  std::vector<size_t> first;

  explicit Places(const PeerInstance& instance) : first(instance.right_count + 1, 0) {
    for (size_t edge = 0; edge < instance.edge_count(); ++edge) {
      const size_t right = instance.rights[edge];
      if (first[right + 1] < static_cast<size_t>(instance.capacities[right])) {
        ++first[right + 1];
      }
    }
    for (size_t right = 0; right < instance.right_count; ++right) {
      first[right + 1] += first[right];
    }
  }

  size_t count() const { return first.back(); }

  // Calls add(left, place, weight) for every edge and every place at its end. With perfect, all weights count; else only those
  // above 0, which alone can be chosen.
  template <typename Add>
  void ForEachEdge(const PeerInstance& instance, Add add) const {
    for (size_t left = 0; left < instance.left_count; ++left) {
      for (size_t edge = instance.row_begins[left]; edge < instance.row_begins[left + 1]; ++edge) {
        const size_t right = instance.rights[edge];
        for (size_t place = first[right]; place < first[right + 1]; ++place) {
          if (instance.is_perfect || instance.weights[edge] > 0) {
            add(left, place, instance.weights[edge]);
          }
        }
      }
    }
  }

  // How often `add` is called, if all weights count.
  size_t EdgeCount(const PeerInstance& instance) const {
    size_t count = 0;
    for (size_t edge = 0; edge < instance.edge_count(); ++edge) {
      count += first[instance.rights[edge] + 1] - first[instance.rights[edge]];
    }
    return count;
  }
};

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_PEERS_PLACES_H_
