// temporary_folder.h: a folder that goes away with its test.
//
//   const TemporaryFolder folder;
//   ASSERT_OK(io::WriteFile(folder.Path("market.json"), text));
#ifndef JOBCARVE_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
#define JOBCARVE_TESTS_SUPPORT_TEMPORARY_FOLDER_H_

#include <string>

#include "absl/strings/string_view.h"

namespace jobcarve::test {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;  // One owner deletes it.
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  // `name` inside the folder.
  std::string Path(absl::string_view name) const;

 private:
  std::string path_;
};

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_TEMPORARY_FOLDER_H_
