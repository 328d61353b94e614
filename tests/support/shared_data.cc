#include "support/shared_data.h"

#include <cstdlib>
#include <filesystem>

namespace jobcarve::test {

std::string SourcePath(const std::string& path) {
  return (std::filesystem::path(JOBCARVE_SOURCE_FOLDER) / path).string();
}

std::optional<std::string> SharedData() {
  const char* stated = std::getenv("JOBCARVE_SHARED_DATA");
  const std::string folder = stated == nullptr ? SourcePath("../shared/data") : stated;
  std::error_code ignored;
  if (!std::filesystem::is_directory(std::filesystem::path(folder) / "onet_29_3", ignored)) {
    return std::nullopt;
  }
  return folder;
}

}  // namespace jobcarve::test
