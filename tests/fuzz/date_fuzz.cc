// A text that ParseDate accepts is exactly the text that FormatDate prints for it.
#include <cstddef>
#include <cstdint>

#include "absl/strings/string_view.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/date.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const absl::string_view text(reinterpret_cast<const char*>(data), size);
  const absl::StatusOr<jobcarve::Date> date = jobcarve::ParseDate(text);
  JOBCARVE_CHECK(!date.ok() || jobcarve::FormatDate(*date) == text);
  return 0;
}
