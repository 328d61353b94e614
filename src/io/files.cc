// POSIX calls, because only they can flush to the disk and tell why something failed. Tested by tests/io/files_test.cc.
#include "jobcarve/io/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::io {
namespace {

constexpr size_t kBlock = 1 << 16;

// The error of the system call that has just failed.
absl::Status Failure(absl::string_view verb, absl::string_view path) {
  const int error = errno;
  const std::string message = absl::StrCat("cannot ", verb, " '", path, "': ", std::generic_category().message(error));
  return error == ENOENT || error == ENOTDIR ? absl::NotFoundError(message) : absl::InvalidArgumentError(message);
}

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) {
      close(number_);
    }
  }
  Descriptor(const Descriptor&) = delete;  // One owner: a number closed twice may belong to another file by then.
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  // False when the last bytes could not be written.
  bool Close() { return close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

absl::StatusOr<std::string> ReadAll(int number, absl::string_view path) {
  std::string contents;
  std::array<char, kBlock> block;
  while (true) {
    const ssize_t size = read(number, block.data(), block.size());
    if (size == 0) {
      return contents;
    }
    if (size > 0) {
      contents.append(block.data(), static_cast<size_t>(size));
    } else if (errno != EINTR) {
      return Failure("read", path);
    }
  }
}

absl::Status WriteAll(int number, absl::string_view path, absl::string_view contents) {
  while (!contents.empty()) {
    const ssize_t size = write(number, contents.data(), contents.size());
    if (size >= 0) {
      contents.remove_prefix(static_cast<size_t>(size));
    } else if (errno != EINTR) {
      return Failure("write", path);
    }
  }
  return absl::OkStatus();
}

absl::Status WriteThrough(const std::string& path, absl::string_view contents) {
  Descriptor target(open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!target.is_open()) {
    return Failure("write", path);
  }
  JOBCARVE_RETURN_IF_ERROR(WriteAll(target.number(), path, contents));
  return target.Close() ? absl::OkStatus() : Failure("write", path);
}

// The file behind `path` when it is a symbolic link, else `path`.
std::string LinkTarget(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> target(realpath(path.c_str(), nullptr), &std::free);
  return target == nullptr ? path : std::string(target.get());
}

std::string TemporaryName(const std::string& path) {
  const size_t slash = path.rfind('/');
  const auto now = std::chrono::steady_clock::now().time_since_epoch();  // Unlike the name of an earlier process that died.
  const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  return absl::StrCat(folder, ".jobcarve.", getpid(), ".", now.count(), ".tmp");
}

// Fills a new file at `temporary`; `mode` are its permissions, or those of any new file when 0.
absl::Status WriteNew(const std::string& temporary, const std::string& path, mode_t mode, absl::string_view contents) {
  Descriptor target(open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
  if (!target.is_open()) {
    return Failure("write", path);
  }
  JOBCARVE_RETURN_IF_ERROR(WriteAll(target.number(), path, contents));
  const bool keeps_mode = mode == 0 || fchmod(target.number(), mode) == 0;
  return keeps_mode && fsync(target.number()) == 0 && target.Close() ? absl::OkStatus() : Failure("write", path);
}

absl::Status Replace(const std::string& path, mode_t mode, absl::string_view contents) {
  const std::string temporary = TemporaryName(path);
  absl::Status status = WriteNew(temporary, path, mode, contents);
  if (status.ok() && rename(temporary.c_str(), path.c_str()) != 0) {
    status = Failure("write", path);
  }
  if (!status.ok()) {
    unlink(temporary.c_str());
  }
  return status;
}

}  // namespace

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  if (path == "-") {
    return ReadAll(STDIN_FILENO, "standard input");
  }
  const Descriptor source(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!source.is_open()) {
    return Failure("read", path);
  }
  return ReadAll(source.number(), path);  // A directory opens, but reading it fails with the right reason.
}

absl::Status WriteFile(const std::string& path, absl::string_view contents) {
  if (path == "-" || path.empty()) {
    std::fflush(stdout);
    return WriteAll(STDOUT_FILENO, "standard output", contents);
  }
  struct stat place = {};
  if (stat(path.c_str(), &place) != 0) {
    return Replace(path, /*mode=*/0, contents);
  }
  if (S_ISREG(place.st_mode)) {
    return Replace(LinkTarget(path), place.st_mode & 07777, contents);
  }
  return WriteThrough(path, contents);
}

}  // namespace jobcarve::io
