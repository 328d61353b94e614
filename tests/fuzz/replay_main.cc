// replay_main.cc: runs a fuzzer's entry on the empty input and on every file of the folders named on the command line, so
// that what fuzzing has found stays fixed under every compiler. A folder without files is a failure: nothing was tested.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/io/files.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

std::vector<std::string> FilesIn(const char* folder) {
  std::vector<std::string> files;
  std::error_code error;  // A missing folder gives no files.
  for (const std::filesystem::directory_entry& entry : std::filesystem::directory_iterator(folder, error)) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void Replay(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int argc, char** argv) {
  Replay("");
  for (int i = 1; i < argc; ++i) {
    const std::vector<std::string> files = FilesIn(argv[i]);
    for (const std::string& file : files) {
      const absl::StatusOr<std::string> input = jobcarve::io::ReadFile(file);
      if (!input.ok()) {
        std::fprintf(stderr, "%s\n", input.status().ToString().c_str());
        return 1;
      }
      std::fprintf(stderr, "%s\n", file.c_str());  // Before the run: the last name printed is the one that crashed.
      Replay(*input);
    }
    if (files.empty()) {
      std::fprintf(stderr, "%s holds no inputs\n", argv[i]);
      return 1;
    }
  }
  return 0;
}
