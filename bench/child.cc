// The child leads a process group, so that what it starts (scipy's Python) can be ended with it.
#include "child.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "absl/strings/str_cat.h"
#include "stopwatch.h"

namespace jobcarve::bench {
namespace {

[[noreturn]] void RunChild(int out, const std::function<std::string()>& run) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // Nobody would wait for it.
  const std::string bytes = run();
  size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = write(out, bytes.data() + written, bytes.size() - written);
    if (count < 0) {
      _exit(EXIT_FAILURE);
    }
    written += static_cast<size_t>(count);
  }
  _exit(EXIT_SUCCESS);
}

// All bytes until the other end is closed; false when the time is over before.
bool ReadAll(int in, double limit_seconds, std::string* bytes) {
  const Stopwatch stopwatch;
  char buffer[4096];
  while (true) {
    const double left = limit_seconds - stopwatch.Elapsed().wall;
    pollfd waiting = {.fd = in, .events = POLLIN, .revents = 0};
    const int ready = left > 0 ? poll(&waiting, 1, static_cast<int>(left * 1000) + 1) : 0;
    if (ready < 0 && errno == EINTR) {
      continue;
    }
    if (ready <= 0) {
      return false;
    }
    const ssize_t count = read(in, buffer, sizeof(buffer));
    if (count <= 0) {
      return true;
    }
    bytes->append(buffer, static_cast<size_t>(count));
  }
}

}  // namespace

absl::StatusOr<std::string> BytesFromChild(double limit_seconds, const std::function<std::string()>& run) {
  int ends[2];
  if (pipe(ends) != 0) {
    return absl::InternalError("no pipe");
  }
  std::fflush(nullptr);  // Or the child would print it again.
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]);
    close(ends[1]);
    return absl::InternalError("no process");
  }
  if (child == 0) {
    close(ends[0]);
    RunChild(ends[1], run);
  }
  setpgid(child, child);  // Here too: whoever comes first.
  close(ends[1]);
  std::string bytes;
  const bool is_in_time = ReadAll(ends[0], limit_seconds, &bytes);
  close(ends[0]);
  if (!is_in_time) {
    kill(-child, SIGKILL);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (!is_in_time) {
    return absl::DeadlineExceededError(absl::StrCat("not done in ", limit_seconds, " s"));
  }
  if (WIFSIGNALED(status)) {
    return absl::InternalError(absl::StrCat("ended by signal ", WTERMSIG(status)));
  }
  if (WEXITSTATUS(status) != EXIT_SUCCESS) {
    return absl::InternalError(absl::StrCat("ended with ", WEXITSTATUS(status)));
  }
  return bytes;
}

}  // namespace jobcarve::bench
