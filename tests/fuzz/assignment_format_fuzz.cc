// Any bytes are read or refused with a line number; what was read is written and reads back equal.
#include <cstddef>
#include <cstdint>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/check.h"
#include "jobcarve/io/assignment_format.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(bytes), size);
  const absl::StatusOr<jobcarve::io::TieredGraph> read = jobcarve::io::ParseTieredAssignment(text);
  if (!read.ok()) {
    JOBCARVE_CHECK(absl::IsInvalidArgument(read.status()));
    return 0;
  }
  if (read->graph.left_count() + read->graph.right_count() > 100'000) {
    return 0;  // A few bytes can ask for millions of nodes; writing them teaches nothing.
  }
  const absl::StatusOr<jobcarve::io::TieredGraph> again =
      jobcarve::io::ParseTieredAssignment(jobcarve::io::FormatAssignment(read->graph, read->tiers));
  JOBCARVE_CHECK(again.ok());
  JOBCARVE_CHECK(again->graph == read->graph);
  JOBCARVE_CHECK(again->tiers == read->tiers);
  return 0;
}
