// Tested by tests/cli/malformed_test.cc.
#include "cli/in_file.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"

namespace jobcarve::cli {

absl::Status InFile(const std::string& path, const absl::Status& status) {
  if (status.code() != absl::StatusCode::kInvalidArgument) {
    return status;
  }
  const std::string before = absl::StrCat(path, ": ");
  return absl::InvalidArgumentError(absl::StrCat(before, absl::StrReplaceAll(status.message(), {{"\n", "\n" + before}})));
}

}  // namespace jobcarve::cli
