// jobcarve ask: what to ask next, for one person or for everybody.
// Tested by tests/cli/ask_test.cc.
#include "cli/command_ask.h"

#include <cstdio>

#include "cli/arguments.h"
#include "cli/in_file.h"
#include "cli/options_flag.h"
#include "cli/progress.h"
#include "cli/run_flags.h"
#include "cli/stats.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/inquiry.h"
#include "jobcarve/report/inquiry_text.h"

namespace jobcarve::cli {
namespace {

struct AskFlags {
  std::string market_path;
  std::vector<std::string> candidate_ids;
  std::string out_path;
  std::string options_path;
  RunFlags run;
};

absl::StatusOr<Parsed> ParseAsk(const std::vector<std::string>& words, AskFlags& flags) {
  Arguments arguments(
      "ask",
      "What to ask next. For each person, the unknowns of the profile whose answer would change their best role or the plan, "
      "most "
      "telling first, with what every answer would lead to: roles are carved and the market is matched again for each. "
      "Until it is known which answer is likely, each level counts the same. Says also how much is known of what jobs ask for.");
  arguments.Positional({"MARKET", "jobs, candidates and adjustments: .json, .txtpb or .pb"}, &flags.market_path);
  arguments.Option({"candidate", "ID", "who; everybody if not given"}, &flags.candidate_ids);
  AddOptionsFlag(arguments, &flags.options_path);
  arguments.Option(
      {"out", "FILE", "where the answer goes, an Inquiries message: .json, .txtpb or .pb; JSON on standard output if not given"},
      &flags.out_path);
  AddRunFlags(arguments, &flags.run);
  arguments.Example("jobcarve ask examples/data/hospital.json --candidate c-amber");
  return arguments.Parse(words);
}

absl::StatusOr<ExitCode> RunAsk(const std::vector<std::string>& words) {
  AskFlags flags;
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, ParseAsk(words, flags));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  Stats stats;
  Progress progress;
  io::Format format = io::Format::kJson;
  if (!flags.out_path.empty()) {
    JOBCARVE_ASSIGN_OR_RETURN(format, io::FormatOf(flags.out_path));  // Before the work, not after.
  }
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(const SolveOptions options, OptionsFrom(flags.options_path));
  JOBCARVE_ASSIGN_OR_RETURN(const Market market, io::ReadMarket(flags.market_path));
  stats.Begin("ask");
  JOBCARVE_ASSIGN_OR_RETURN(const Inquiries inquiries, InFile(flags.market_path, Inquire(market, flags.candidate_ids, options,
                                                                                         RunControlOf(flags.run, progress))));
  progress.Clear();
  stats.Begin("write");
  JOBCARVE_ASSIGN_OR_RETURN(const std::string contents, io::FormatInquiries(inquiries, format));
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile(flags.out_path, contents));
  int64_t question_count = 0;
  for (const Inquiry& inquiry : inquiries.people) {
    question_count += static_cast<int64_t>(inquiry.questions.size());
  }
  stats.Count("people", static_cast<int64_t>(inquiries.people.size()));
  stats.Count("questions", question_count);
  JOBCARVE_RETURN_IF_ERROR(stats.Write(flags.run.stats_path));
  JOBCARVE_ASSIGN_OR_RETURN(const std::string text, InquiryText(market, inquiries));
  std::fputs(text.c_str(), stderr);
  return ExitCode::kDone;
}

}  // namespace

Command AskCommand() {
  return {.name = "ask", .summary = "What to ask next: unknowns whose answer would change a role or the plan", .run = RunAsk};
}

}  // namespace jobcarve::cli
