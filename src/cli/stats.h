// stats.h: what `--stats FILE` writes: {"seconds": {STAGE: s, ...}, "counts": {NAME: n, ...}, "peak_bytes": n}.
#ifndef JOBCARVE_CLI_STATS_H_
#define JOBCARVE_CLI_STATS_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"

namespace jobcarve::cli {

//   Stats stats;
//   stats.Begin("read");   ... read ...
//   stats.Begin("solve");  ... solve ...    // A stage ends where the next begins, or at Write.
//   stats.Count("edges", graph.edge_count());
//   JOBCARVE_RETURN_IF_ERROR(stats.Write(path));   // Does nothing when `path` is empty.
class Stats {
 public:
  void Begin(absl::string_view stage);
  void Count(absl::string_view name, int64_t count);
  absl::Status Write(const std::string& path);

 private:
  void End();

  std::vector<std::pair<std::string, double>> seconds_;  // In order of Begin.
  std::vector<std::pair<std::string, int64_t>> counts_;
  std::chrono::steady_clock::time_point begun_;
  bool is_running_ = false;
};

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_STATS_H_
