// incremental.h: an optimal matching that follows its graph through changes, instead of being solved anew.
#ifndef JOBCARVE_MATCH_INCREMENTAL_H_
#define JOBCARVE_MATCH_INCREMENTAL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "jobcarve/base/index.h"
#include "jobcarve/match/alternatives.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve {

namespace incremental {
struct Tuning;  // For tests and benchmarks.
}

class IncrementalMatching {
 public:
  IncrementalMatching();  // No nodes.
  ~IncrementalMatching();
  IncrementalMatching(const IncrementalMatching& other);  // A copy is for asking "what if": change it and throw it away.
  IncrementalMatching& operator=(const IncrementalMatching& other);
  IncrementalMatching(IncrementalMatching&& other) noexcept;  // What was moved from may only be assigned to or destroyed.
  IncrementalMatching& operator=(IncrementalMatching&& other) noexcept;

  // Starts from a graph and its optimal matching; nodes and edges keep their numbers.
  // Errors: InvalidArgument as from VerifyOptimal, which checks the matching (without `perfect`).
  static absl::StatusOr<IncrementalMatching> Create(const BipartiteGraph& graph, const Matching& matching);

  absl::StatusOr<LeftIndex> AddLeft();
  absl::Status RemoveLeft(LeftIndex left);
  absl::StatusOr<RightIndex> AddRight(int32_t capacity);
  absl::Status RemoveRight(RightIndex right);
  absl::Status SetCapacity(RightIndex right, int32_t capacity);
  absl::StatusOr<EdgeIndex> AddEdge(const Edge& edge);
  absl::Status RemoveEdge(EdgeIndex edge);
  absl::Status SetWeight(EdgeIndex edge, int64_t weight);
  absl::Status Pin(EdgeIndex edge);
  absl::Status Unpin(EdgeIndex edge);
  absl::Status Forbid(EdgeIndex edge);
  absl::Status Allow(EdgeIndex edge);

  std::vector<LeftIndex> Optimise();
  bool is_optimal() const;
  absl::StatusOr<std::vector<Alternative>> Alternatives(LeftIndex left, size_t k);

  size_t left_count() const;
  size_t right_count() const;
  size_t edge_count() const;
  bool Exists(LeftIndex left) const;
  bool Exists(RightIndex right) const;
  bool Exists(EdgeIndex edge) const;
  Edge edge(EdgeIndex edge) const;
  int32_t capacity(RightIndex right) const;
  bool IsPinned(EdgeIndex edge) const;
  bool IsForbidden(EdgeIndex edge) const;

  std::optional<EdgeIndex> EdgeHeldBy(LeftIndex left) const;
  int64_t total() const;
  int64_t price(LeftIndex left) const;
  int64_t price(RightIndex right) const;

  struct Snapshot {
    BipartiteGraph graph;
    Matching matching;
    IndexedVector<EdgeIndex, EdgeIndex> edges;
    std::vector<EdgeIndex> pins;
    int64_t pinned_total = 0;
  };
  Snapshot Show() const;

 private:
  friend struct incremental::Tuning;
  struct State;
  explicit IncrementalMatching(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_INCREMENTAL_H_
