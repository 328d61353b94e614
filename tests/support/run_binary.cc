// Standard input, output and errors are files: no pipe can fill up and block either side.
#include "support/run_binary.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "absl/status/statusor.h"
#include "jobcarve/base/check.h"
#include "jobcarve/io/files.h"
#include "support/temporary_folder.h"

namespace jobcarve::test {
namespace {

// In the child, between fork and exec: only calls that are safe there.
void Redirect(const char* path, int flags, int number) {
  const int opened = open(path, flags, 0600);
  if (opened < 0 || dup2(opened, number) < 0) {
    _exit(127);
  }
  close(opened);
}

std::string ReadOrDie(const std::string& path) {
  absl::StatusOr<std::string> contents = io::ReadFile(path);
  JOBCARVE_CHECK(contents.ok());
  return *std::move(contents);
}

}  // namespace

Outcome RunJobcarve(const std::vector<std::string>& arguments, absl::string_view input) {
  const TemporaryFolder folder;
  const std::string in = folder.Path("in");
  const std::string out = folder.Path("out");
  const std::string err = folder.Path("err");
  JOBCARVE_CHECK(io::WriteFile(in, input).ok());
  std::vector<std::string> words = {JOBCARVE_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) {
    argv.push_back(word.data());
  }
  argv.push_back(nullptr);
  const pid_t child = fork();
  JOBCARVE_CHECK(child >= 0);
  if (child == 0) {
    Redirect(in.c_str(), O_RDONLY, STDIN_FILENO);
    Redirect(out.c_str(), O_WRONLY | O_CREAT, STDOUT_FILENO);
    Redirect(err.c_str(), O_WRONLY | O_CREAT, STDERR_FILENO);
    execv(argv[0], argv.data());
    _exit(127);
  }
  int state = 0;
  JOBCARVE_CHECK(waitpid(child, &state, 0) == child);
  const int exit_code = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
  return {.exit_code = exit_code, .output = ReadOrDie(out), .errors = ReadOrDie(err)};
}

}  // namespace jobcarve::test
