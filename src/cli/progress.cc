// Tested by tests/cli/progress_test.cc.
#include "cli/progress.h"

#include <unistd.h>

#include "absl/strings/str_cat.h"
#include "cli/text.h"

namespace jobcarve::cli {
namespace {

constexpr std::chrono::milliseconds kBetweenDrawings(100);
constexpr absl::string_view kCleanLine = "\r\033[K";

void Print(std::FILE* out, absl::string_view text) {
  std::fwrite(text.data(), 1, text.size(), out);
  std::fflush(out);
}

int64_t PercentOf(int64_t done, int64_t total) {
  return total <= 0 ? 100 : static_cast<int64_t>(100.0 * static_cast<double>(done) / static_cast<double>(total));
}

}  // namespace

Progress::Progress() : Progress(stderr, isatty(STDERR_FILENO) == 1) {}

Progress::Progress(std::FILE* out, bool is_terminal) : out_(out), is_terminal_(is_terminal) {}

std::function<void(absl::string_view, int64_t, int64_t)> Progress::Callback() {
  if (!is_terminal_) {
    return nullptr;
  }
  return [this](absl::string_view stage, int64_t done, int64_t total) { Draw(stage, done, total); };
}

void Progress::Draw(absl::string_view stage, int64_t done, int64_t total) {
  const std::chrono::steady_clock::time_point now = std::chrono::steady_clock::now();
  const bool is_too_soon = is_drawn_ && stage == stage_ && now - drawn_at_ < kBetweenDrawings;
  if (!is_terminal_ || is_too_soon) {
    return;
  }
  stage_ = std::string(stage);
  drawn_at_ = now;
  is_drawn_ = true;
  Print(out_, absl::StrCat(kCleanLine, stage, "  ", PercentOf(done, total), " %  (", Grouped(done), " of ", Grouped(total), ")"));
}

void Progress::Clear() {
  if (is_drawn_) {
    Print(out_, kCleanLine);
    is_drawn_ = false;
  }
}

}  // namespace jobcarve::cli
