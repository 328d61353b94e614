// jobcarve check: every fault of a market, one a line. Exit 2 when there is any. Tested by tests/cli/check_test.cc.
#include "cli/command_check.h"

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/arguments.h"
#include "cli/stats.h"
#include "cli/text.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/model/validate.h"

namespace jobcarve::cli {
namespace {

constexpr int kMostFaults = 1'000'000;

// "PATH: MESSAGE", one fault a line.
std::string Lines(const std::vector<Fault>& faults) {
  std::string text;
  for (const Fault& fault : faults) {
    absl::StrAppend(&text, fault.path, ": ", fault.message, "\n");
  }
  return text;
}

int64_t TaskCount(const Market& market) {
  int64_t count = 0;
  for (const Job& job : market.jobs) {
    count += static_cast<int64_t>(job.tasks.size());
  }
  return count;
}

std::string Summary(const Market& market, const FaultReport& report) {
  if (report.count == 0) {
    return absl::StrCat("no faults: ", Counted(static_cast<int64_t>(market.jobs.size()), "job"), ", ",
                        Counted(TaskCount(market), "task"), ", ",
                        Counted(static_cast<int64_t>(market.candidates.size()), "candidate"), "\n");
  }
  const int64_t listed = static_cast<int64_t>(report.first.size());
  return absl::StrCat(Counted(report.count, "fault"),
                      listed < report.count ? absl::StrCat(", the first ", Grouped(listed), " listed") : "", "\n");
}

absl::StatusOr<ExitCode> RunCheck(const std::vector<std::string>& words) {
  std::string market_path;
  std::string stats_path;
  int max_faults = kMaxFaults;
  Arguments arguments("check",
                      "Reads a market and prints every fault in it, one a line: where it is, what was found and what is allowed. "
                      "Ends with exit code 2 when there is any.");
  arguments.Positional({"MARKET", "the market: .json, .txtpb or .pb"}, &market_path);
  arguments.Option({"max-faults", "COUNT", "the most faults to print; all are counted"}, &max_faults, {0, kMostFaults});
  arguments.Option({"stats", "FILE", "where to write times and counts, as JSON"}, &stats_path);
  arguments.Example("jobcarve check examples/data/hospital.json");
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, arguments.Parse(words));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  Stats stats;
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(const Market market, io::ReadMarket(market_path));
  stats.Begin("check");
  const FaultReport report = ReportFaults(market, max_faults);
  stats.Begin("write");
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile("-", Lines(report.first)));
  stats.Count("faults", report.count);
  stats.Count("jobs", static_cast<int64_t>(market.jobs.size()));
  stats.Count("tasks", TaskCount(market));
  stats.Count("candidates", static_cast<int64_t>(market.candidates.size()));
  JOBCARVE_RETURN_IF_ERROR(stats.Write(stats_path));
  std::fputs(Summary(market, report).c_str(), stderr);
  return report.count == 0 ? ExitCode::kDone : ExitCode::kBadInput;
}

}  // namespace

Command CheckCommand() {
  return {.name = "check", .summary = "Lists every fault of a market; exit code 2 when there is any", .run = RunCheck};
}

}  // namespace jobcarve::cli
