// jobcarve verify: an independent look at a plan. Exit 3 when anything in it does not hold.
// Tested by tests/cli/verify_test.cc.
#include "cli/command_verify.h"

#include <cstdio>

#include "absl/strings/str_cat.h"
#include "cli/arguments.h"
#include "cli/in_file.h"
#include "cli/progress.h"
#include "cli/run_flags.h"
#include "cli/stats.h"
#include "cli/text.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/verify.h"

namespace jobcarve::cli {
namespace {

std::string Lines(const std::vector<std::string>& complaints) {
  std::string text;
  for (const std::string& complaint : complaints) {
    absl::StrAppend(&text, complaint, "\n");
  }
  return text;
}

absl::StatusOr<ExitCode> RunVerify(const std::vector<std::string>& words) {
  std::string market_path;
  std::string plan_path;
  RunFlags flags;
  Arguments arguments(
      "verify",
      "Re-checks a plan from scratch: every role is possible and the best of its pair, every ledger sums to its score, "
      "no opening and no shared task is given twice, the prices prove what no plan can exceed, and every explanation is true. "
      "Prints a line for each thing that does not hold, and then ends with exit code 3.");
  arguments.Positional({"MARKET", "the market that the plan was made from: .json, .txtpb or .pb"}, &market_path);
  arguments.Positional({"PLAN", "what jobcarve solve wrote: .json, .txtpb or .pb"}, &plan_path);
  AddRunFlags(arguments, &flags);
  arguments.Example("jobcarve verify examples/data/hospital.json plan.json");
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, arguments.Parse(words));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  Stats stats;
  Progress progress;
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(const Market market, io::ReadMarket(market_path));
  JOBCARVE_ASSIGN_OR_RETURN(const Plan plan, io::ReadPlan(plan_path));
  stats.Begin("verify");
  JOBCARVE_ASSIGN_OR_RETURN(const std::vector<std::string> complaints,
                            InFile(market_path, Verify(market, io::Fingerprint(market), plan, RunControlOf(flags, progress))));
  progress.Clear();
  stats.Begin("write");
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile("-", Lines(complaints)));
  stats.Count("proposals", static_cast<int64_t>(plan.proposals.size()));
  stats.Count("complaints", static_cast<int64_t>(complaints.size()));
  JOBCARVE_RETURN_IF_ERROR(stats.Write(flags.stats_path));
  if (!complaints.empty()) {
    const std::string count = Counted(static_cast<int64_t>(complaints.size()), "fault");
    std::fputs(
        absl::StrCat("The plan does not hold: ", count, complaints.size() >= kMaxComplaints ? " or more" : "", ".\n").c_str(),
        stderr);
    return ExitCode::kVerificationFailed;
  }
  std::fputs(absl::StrCat("The plan holds: ", Counted(plan.totals.proposal_count, "proposal"), ", all checked.\n").c_str(),
             stderr);
  return ExitCode::kDone;
}

}  // namespace

Command VerifyCommand() {
  return {.name = "verify", .summary = "Re-checks a plan from scratch; exit code 3 when it does not hold", .run = RunVerify};
}

}  // namespace jobcarve::cli
