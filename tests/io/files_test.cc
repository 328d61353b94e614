#include "jobcarve/io/files.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::io {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

// The names of everything in a folder, so that nothing left behind escapes.
std::vector<std::string> NamesIn(const std::string& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

// While it lives, no file of this process grows beyond `bytes`.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);  // The write fails instead.
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {.rlim_cur = bytes, .rlim_max = before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_ = {};
};

TEST(FilesTest, ReadsBackWhatItWroteByteForByte) {
  const TemporaryFolder folder;
  std::string contents(300'000, 'x');  // More than one block.
  contents[1] = '\0';
  contents[2] = '\n';
  ASSERT_OK(WriteFile(folder.Path("plan.pb"), contents));
  ASSERT_OK_AND_ASSIGN(const std::string read, ReadFile(folder.Path("plan.pb")));
  EXPECT_EQ(read, contents);
  EXPECT_THAT(NamesIn(folder.path()), UnorderedElementsAre("plan.pb"));
}

TEST(FilesTest, WritesAnEmptyFile) {
  const TemporaryFolder folder;
  ASSERT_OK(WriteFile(folder.Path("empty"), ""));
  ASSERT_OK_AND_ASSIGN(const std::string read, ReadFile(folder.Path("empty")));
  EXPECT_EQ(read, "");
}

TEST(FilesTest, ReplacesAnOlderFileAndKeepsItsPermissions) {
  const TemporaryFolder folder;
  const std::string path = folder.Path("plan.json");
  ASSERT_OK(WriteFile(path, "old"));
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  ASSERT_OK(WriteFile(path, "new"));
  ASSERT_OK_AND_ASSIGN(const std::string read, ReadFile(path));
  EXPECT_EQ(read, "new");
  EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST(FilesTest, ANewFileHasThePermissionsOfAnyNewFile) {
  const TemporaryFolder folder;
  const mode_t mask = umask(022);
  const absl::Status status = WriteFile(folder.Path("plan.json"), "x");
  umask(mask);
  ASSERT_OK(status);
  EXPECT_EQ(fs::status(folder.Path("plan.json")).permissions(), static_cast<fs::perms>(0644));
}

TEST(FilesTest, KeepsASymbolicLinkAndReplacesItsTarget) {
  const TemporaryFolder folder;
  ASSERT_OK(WriteFile(folder.Path("target"), "old"));
  fs::create_symlink(folder.Path("target"), folder.Path("link"));
  ASSERT_OK(WriteFile(folder.Path("link"), "new"));
  EXPECT_TRUE(fs::is_symlink(folder.Path("link")));
  ASSERT_OK_AND_ASSIGN(const std::string read, ReadFile(folder.Path("target")));
  EXPECT_EQ(read, "new");
}

TEST(FilesTest, NamesPathAndReasonOfAMissingFile) {
  const absl::Status status = ReadFile("no/such/market.json").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(status.message(), "cannot read 'no/such/market.json': No such file or directory");
}

TEST(FilesTest, ADirectoryIsNoFile) {
  const TemporaryFolder folder;
  const absl::Status read = ReadFile(folder.path()).status();
  EXPECT_EQ(read.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(read.message(), HasSubstr("Is a directory"));
  const absl::Status write = WriteFile(folder.path(), "x");
  EXPECT_EQ(write.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(write.message(), HasSubstr("Is a directory"));
}

TEST(FilesTest, AMissingFolderIsNotFound) {
  const TemporaryFolder folder;
  const absl::Status status = WriteFile(folder.Path("deep/plan.json"), "x");
  EXPECT_EQ(status.code(), absl::StatusCode::kNotFound);
  EXPECT_THAT(status.message(), HasSubstr("deep/plan.json"));
  EXPECT_THAT(NamesIn(folder.path()), UnorderedElementsAre());
}

TEST(FilesTest, AFailedWriteLeavesTheOlderFileAndNothingElse) {
  const TemporaryFolder folder;
  const std::string path = folder.Path("plan.json");
  ASSERT_OK(WriteFile(path, "old"));
  const FileSizeLimit limit(1000);  // Fails in the middle, as a full disk does.
  const absl::Status status = WriteFile(path, std::string(5000, 'x'));
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(status.message(), HasSubstr("plan.json"));
  ASSERT_OK_AND_ASSIGN(const std::string read, ReadFile(path));
  EXPECT_EQ(read, "old");
  EXPECT_THAT(NamesIn(folder.path()), UnorderedElementsAre("plan.json"));
}

TEST(FilesTest, WritesThroughDevices) {
  EXPECT_OK(WriteFile("/dev/null", "x"));
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  const absl::Status full = WriteFile("/dev/full", "x");
  EXPECT_THAT(full.message(), HasSubstr("No space left on device"));
}

TEST(FilesTest, WritesThroughAPipe) {
  const TemporaryFolder folder;
  const std::string path = folder.Path("pipe");
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  absl::StatusOr<std::string> read = "";
  std::thread reader([&] { read = ReadFile(path); });
  const absl::Status status = WriteFile(path, "through");
  reader.join();
  ASSERT_OK(status);
  ASSERT_OK(read);
  EXPECT_EQ(*read, "through");
  EXPECT_TRUE(fs::is_fifo(path));
}

}  // namespace
}  // namespace jobcarve::io
