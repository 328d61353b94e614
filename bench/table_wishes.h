// table_wishes.h: what match_table is asked to do.
#ifndef JOBCARVE_BENCH_TABLE_WISHES_H_
#define JOBCARVE_BENCH_TABLE_WISHES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "graph_families.h"
#include "peers/peers.h"
#include "stopwatch.h"

namespace jobcarve::bench {

// See --help for each.
struct Wishes {
  std::vector<GraphFamily> families;
  std::vector<size_t> sizes;
  std::vector<Peer> peers;
  int64_t repeat = 5;
  int64_t peer_limit_seconds = 300;
  int64_t seed = 1;
  int threads = 1;
  bool by_cpu_time = false;

  double Of(const Seconds& seconds) const { return by_cpu_time ? seconds.cpu : seconds.wall; }
};

// Reads the words of the command line. std::nullopt: the page of help was asked for and is printed.
// Errors: InvalidArgument that names the flag.
absl::StatusOr<std::optional<Wishes>> ReadWishes(const std::vector<std::string>& words);

}  // namespace jobcarve::bench

#endif  // JOBCARVE_BENCH_TABLE_WISHES_H_
