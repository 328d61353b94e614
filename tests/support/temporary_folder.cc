#include "support/temporary_folder.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/check.h"

namespace jobcarve::test {

TemporaryFolder::TemporaryFolder() : path_((std::filesystem::temp_directory_path() / "jobcarve_test_XXXXXX").string()) {
  JOBCARVE_CHECK(mkdtemp(path_.data()) != nullptr);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::Path(absl::string_view name) const {
  return absl::StrCat(path_, "/", name);
}

}  // namespace jobcarve::test
