// measure.h: the units in which match_table counts: the streaming pass for time, the graph itself for memory.
#ifndef JOBCARVE_BENCH_MEASURE_H_
#define JOBCARVE_BENCH_MEASURE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/match/bipartite.h"
#include "stopwatch.h"

namespace jobcarve::bench {

// The upper one of two; `values` is not empty.
double MedianOf(std::vector<double> values);

// Seconds to sum the weights of `edge_count` edges that stand one after the other as (node, weight) in 8 bytes each: what just
// looking at the graph costs on this machine, now. Medians of several passes, after one to warm up.
Seconds StreamingPass(size_t edge_count);

// The size of a graph at 8 bytes for each edge, 8 for each left node and 4 for each right node: the unit for memory, whatever
// BipartiteGraph needs itself.
size_t GraphBytes(const BipartiteGraph& graph);

// Bytes by which the memory in use grows at most while `run` runs, in a copy of this process.
// Errors: as InChild (child.h).
absl::StatusOr<int64_t> PeakBytesOf(double limit_seconds, const std::function<void()>& run);

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_MEASURE_H_
