// jobcarve solve: the main job. Reads, solves, writes; a table for people goes to stderr.
// Tested by tests/cli/solve_test.cc.
#include "cli/command_solve.h"

#include <cstdio>
#include <utility>

#include "absl/strings/string_view.h"
#include "cli/arguments.h"
#include "cli/in_file.h"
#include "cli/options_flag.h"
#include "cli/progress.h"
#include "cli/run_flags.h"
#include "cli/stats.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/report/text.h"

namespace jobcarve::cli {
namespace {

struct SolveFlags {
  std::string market_path;
  std::string out_path;
  std::string options_path;
  bool is_quiet = false;
  RunFlags run;
};

absl::StatusOr<Parsed> ParseSolve(const std::vector<std::string>& words, SolveFlags& flags) {
  Arguments arguments(
      "solve",
      "Proposes a role for each candidate: which tasks, with which adjustments, in which job, and why. Among all ways "
      "to give each candidate at most one role and each job no more roles than it takes, the plan has the "
      "highest total score, and carries the proof. People without a proposal are told what would open a role.");
  arguments.Positional({"MARKET", "jobs, candidates and adjustments: .json, .txtpb or .pb"}, &flags.market_path);
  arguments.Option({"out", "PLAN", "where the plan goes: .json, .txtpb or .pb; JSON on standard output if not given"},
                   &flags.out_path);
  AddOptionsFlag(arguments, &flags.options_path);
  arguments.Option({"quiet", "prints no table for people on standard error"}, &flags.is_quiet);
  AddRunFlags(arguments, &flags.run);
  arguments.Example("jobcarve solve examples/data/hospital.json --out plan.json");
  return arguments.Parse(words);
}

// The run's own reports, and the stages' times from the same source.
RunControl TimedRun(const RunFlags& flags, Progress& progress, Stats& stats) {
  RunControl run = RunControlOf(flags, progress);
  run.progress = [draw = std::move(run.progress), &stats, last = std::string()](absl::string_view stage, int64_t done,
                                                                                int64_t total) mutable {
    if (stage != last) {
      last = std::string(stage);
      stats.Begin(stage);
    }
    if (draw) {
      draw(stage, done, total);
    }
  };
  return run;
}

void CountAll(const Market& market, const Plan& plan, Stats& stats) {
  stats.Count("candidates", plan.totals.candidate_count);
  stats.Count("jobs", static_cast<int64_t>(market.jobs.size()));
  stats.Count("proposals", plan.totals.proposal_count);
  stats.Count("unplaced", static_cast<int64_t>(plan.unplaced.size()));
  stats.Count("openings", plan.totals.opening_count);
  stats.Count("openings_filled", plan.totals.openings_filled);
}

absl::Status WriteOut(const std::string& path, const Plan& plan) {
  if (!path.empty()) {
    return io::WritePlan(path, plan);
  }
  JOBCARVE_ASSIGN_OR_RETURN(const std::string json, io::FormatPlan(plan, io::Format::kJson));
  return io::WriteFile("-", json);
}

absl::StatusOr<ExitCode> RunSolve(const std::vector<std::string>& words) {
  SolveFlags flags;
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, ParseSolve(words, flags));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  Stats stats;
  Progress progress;
  if (!flags.out_path.empty()) {
    JOBCARVE_RETURN_IF_ERROR(io::FormatOf(flags.out_path).status());  // Before an hour of work, not after.
  }
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(const SolveOptions options, OptionsFrom(flags.options_path));
  JOBCARVE_ASSIGN_OR_RETURN(const Market market, io::ReadMarket(flags.market_path));
  JOBCARVE_ASSIGN_OR_RETURN(Plan plan, InFile(flags.market_path, Solve(market, options, TimedRun(flags.run, progress, stats))));
  plan.provenance.market_sha256 = io::Fingerprint(market);
  progress.Clear();
  stats.Begin("write");
  JOBCARVE_RETURN_IF_ERROR(WriteOut(flags.out_path, plan));
  CountAll(market, plan, stats);
  JOBCARVE_RETURN_IF_ERROR(stats.Write(flags.run.stats_path));
  if (!flags.is_quiet) {
    JOBCARVE_ASSIGN_OR_RETURN(const std::string overview, OverviewText(market, plan));
    std::fputs(overview.c_str(), stderr);
  }
  return ExitCode::kDone;
}

}  // namespace

Command SolveCommand() {
  return {
      .name = "solve", .summary = "The main job: proposes carved roles with adjustments, proven and explained", .run = RunSolve};
}

}  // namespace jobcarve::cli
