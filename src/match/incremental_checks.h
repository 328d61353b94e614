// incremental_checks.h: what the arguments of a change must be, and what is said when they are not.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_CHECKS_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_CHECKS_H_

#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "jobcarve/match/bipartite.h"
#include "match/incremental_network.h"

namespace jobcarve::incremental {

// InvalidArgument when there is no such node or edge.
absl::Status CheckLeft(const DynamicNetwork& network, LeftIndex left);
absl::Status CheckRight(const DynamicNetwork& network, RightIndex right);
absl::Status CheckEdge(const DynamicNetwork& network, EdgeIndex edge);

absl::Status CheckWeight(int64_t weight);
absl::Status CheckCapacity(int32_t capacity, int32_t pin_count);

// InvalidArgument when there are as many as may be.
absl::Status CheckSpaceForLeft(const DynamicNetwork& network);
absl::Status CheckSpaceForRight(const DynamicNetwork& network);
absl::Status CheckSpaceForEdge(const DynamicNetwork& network);

// These ask for something that exists. `deed` is what does not happen to a pinned edge: "removed".
absl::Status CheckIsNotPinned(const DynamicNetwork& network, EdgeIndex edge, absl::string_view deed);
absl::Status CheckIsNotPinned(const DynamicNetwork& network, LeftIndex left);
absl::Status CheckHasNoPins(const DynamicNetwork& network, RightIndex right);
absl::Status CheckCanBePinned(const DynamicNetwork& network, EdgeIndex edge);

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_CHECKS_H_
