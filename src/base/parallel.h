// parallel.h: a loop over many threads whose result cannot depend on them.
//
//   std::vector<Carving> carvings(pairs.size());
//   JOBCARVE_RETURN_IF_ERROR(ParallelFor(std::ssize(pairs), "carve", run, [&](int64_t i) {
//     carvings[static_cast<size_t>(i)] = CarvePair(market, pairs[static_cast<size_t>(i)]);
//   }));
//
// Deterministic by construction: each index is given to `body` exactly once, and `body(i)` writes only to slots that belong
// to i and reads nothing that another call writes. Join results in index order afterwards.
#ifndef JOBCARVE_SRC_BASE_PARALLEL_H_
#define JOBCARVE_SRC_BASE_PARALLEL_H_

#include <cstdint>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/run_control.h"

namespace jobcarve {

// Calls body(0) .. body(count - 1), each once, in no particular order, and returns when all calls have ended.
// The calling thread works too, and is the only one that reports progress. `body` must not throw.
// Errors: Cancelled or DeadlineExceeded when cut short: then some calls were never made, and the caller drops its slots.
// InvalidArgument when run.threads is out of range.
absl::Status ParallelFor(int64_t count, absl::string_view stage, const RunControl& run,
                         absl::FunctionRef<void(int64_t index)> body);

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_BASE_PARALLEL_H_
