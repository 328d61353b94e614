// shared_data.h: real tables that are not part of the repository.
//
//   const std::optional<std::string> data = SharedData();
//   if (!data) { GTEST_SKIP() << kNoSharedData; }
#ifndef JOBCARVE_TESTS_SUPPORT_SHARED_DATA_H_
#define JOBCARVE_TESTS_SUPPORT_SHARED_DATA_H_

#include <optional>
#include <string>

namespace jobcarve::test {

inline constexpr char kNoSharedData[] =
    "There are no O*NET tables here: set JOBCARVE_SHARED_DATA to a folder with onet_29_3, onet_18_1_context and engine_mapping.";

// The folder in the environment variable JOBCARVE_SHARED_DATA, else ../shared/data beside the sources; nothing when it does not
// hold O*NET tables.
std::optional<std::string> SharedData();

// `path` inside the sources.
std::string SourcePath(const std::string& path);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_SHARED_DATA_H_
