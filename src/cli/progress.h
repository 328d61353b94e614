// progress.h: one line on a terminal that says how far a long call has come.
//
//   Progress progress;                                     // silent unless stderr is a terminal
//   const RunControl run = RunControlOf(flags, progress);
//   ... Solve(market, options, run) ...
//   progress.Clear();                                      // or let it go out of scope
//
//   carve    42 %  (4,200 of 10,000)
#ifndef JOBCARVE_CLI_PROGRESS_H_
#define JOBCARVE_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>

#include "absl/strings/string_view.h"

namespace jobcarve::cli {

class Progress {
 public:
  // Draws on stderr if that is a terminal.
  Progress();
  // Draws on `out` if `is_terminal`.
  Progress(std::FILE* out, bool is_terminal);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;  // Two of them would draw over each other.
  Progress& operator=(const Progress&) = delete;

  // For RunControl::progress; empty when nothing would be drawn.
  std::function<void(absl::string_view stage, int64_t done, int64_t total)> Callback();

  // Draws at the start of a stage, and then at most ten times a second.
  void Draw(absl::string_view stage, int64_t done, int64_t total);
  // Takes the line away, so that what is printed next starts on a clean one.
  void Clear();

 private:
  std::FILE* out_;
  bool is_terminal_;
  bool is_drawn_ = false;
  std::string stage_;
  std::chrono::steady_clock::time_point drawn_at_;
};

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_PROGRESS_H_
