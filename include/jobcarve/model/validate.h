// validate.h: every fault of an input, not only the first.
//
//   for (const Fault& fault : FindFaults(market)) std::cerr << fault.path << ": " << fault.message << "\n";
//
// Whatever market.proto allows passes; whatever it forbids is a Fault. Compile refuses a market with faults, so no later stage
// checks an input again. Deterministic: faults come in the order of the input. O(n log n) in the size of the market.
#ifndef JOBCARVE_MODEL_VALIDATE_H_
#define JOBCARVE_MODEL_VALIDATE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "jobcarve/model/market.h"

namespace jobcarve {

// Faults beyond this many are counted in words by Validate but not listed.
inline constexpr int kMaxFaults = 1000;

inline constexpr size_t kMaxTasksPerJob = 64;

// One thing that is wrong: where ("jobs[3].tasks[0].weekly_minutes", with field names as in market.proto), and what was found
// and what is allowed ("-5 is outside 1..10080").
struct Fault {
  std::string path;
  std::string message;

  bool operator==(const Fault&) const = default;
};

// The first `max_faults` faults; empty when the market is sound.
std::vector<Fault> FindFaults(const Market& market, int max_faults = kMaxFaults);

// OK, or InvalidArgument with the first faults one a line and how many more there are.
absl::Status Validate(const Market& market);

}  // namespace jobcarve

#endif  // JOBCARVE_MODEL_VALIDATE_H_
