// Tested by tests/cli/stats_test.cc.
#include "cli/stats.h"

#include <sys/resource.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "cli/text.h"
#include "jobcarve/io/files.h"

namespace jobcarve::cli {
namespace {

constexpr int64_t kBytesPerUnit = 1024;  // Linux counts ru_maxrss in kibibytes.

int64_t PeakBytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss * kBytesPerUnit;
}

void AppendSeconds(std::string* out, const std::pair<std::string, double>& stage) {
  absl::StrAppend(out, JsonString(stage.first), ": ", absl::StrFormat("%.6f", stage.second));
}

void AppendCount(std::string* out, const std::pair<std::string, int64_t>& count) {
  absl::StrAppend(out, JsonString(count.first), ": ", count.second);
}

}  // namespace

void Stats::Begin(absl::string_view stage) {
  End();
  seconds_.emplace_back(stage, 0.0);
  begun_ = std::chrono::steady_clock::now();
  is_running_ = true;
}

void Stats::Count(absl::string_view name, int64_t count) {
  counts_.emplace_back(name, count);
}

void Stats::End() {
  if (is_running_) {
    seconds_.back().second = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    is_running_ = false;
  }
}

absl::Status Stats::Write(const std::string& path) {
  End();
  if (path.empty()) {
    return absl::OkStatus();
  }
  return io::WriteFile(path, absl::StrCat("{\"seconds\": {", absl::StrJoin(seconds_, ", ", AppendSeconds), "}, \"counts\": {",
                                          absl::StrJoin(counts_, ", ", AppendCount), "}, \"peak_bytes\": ", PeakBytes(), "}\n"));
}

}  // namespace jobcarve::cli
