// in_file.h: which file an error is about.
#ifndef JOBCARVE_CLI_IN_FILE_H_
#define JOBCARVE_CLI_IN_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace jobcarve::cli {

// The same InvalidArgument with "PATH: " before each line of its message; every other status as it is.
absl::Status InFile(const std::string& path, const absl::Status& status);

template <typename T>
absl::StatusOr<T> InFile(const std::string& path, absl::StatusOr<T> result) {
  if (!result.ok()) {
    return InFile(path, result.status());
  }
  return result;
}

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_IN_FILE_H_
