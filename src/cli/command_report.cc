// jobcarve report: a plan in plain words, for one kind of reader.
// Tested by tests/cli/report_test.cc.
#include "cli/command_report.h"

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "cli/arguments.h"
#include "cli/in_file.h"
#include "cli/stats.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/report/text.h"

namespace jobcarve::cli {
namespace {

enum class View { kAdviser, kPerson, kEmployer };

struct ReportFlags {
  std::string market_path;
  std::string plan_path;
  std::string out_path;
  std::string candidate_id;
  std::string employer_id;
  std::string stats_path;
  View view = View::kAdviser;
};

absl::StatusOr<Parsed> ParseReport(const std::vector<std::string>& words, ReportFlags& flags) {
  Arguments arguments(
      "report",
      "Prints a plan in plain words. Advisers see everything: an overview, or with --candidate one person's proposal with "
      "every line of its ledger. A person sees their own proposal. An employer sees tasks, adjustments "
      "and what stays of the post, and nothing about what anybody can or cannot do.");
  arguments.Positional({"MARKET", "the market that the plan was made from: .json, .txtpb or .pb"}, &flags.market_path);
  arguments.Positional({"PLAN", "what jobcarve solve wrote: .json, .txtpb or .pb"}, &flags.plan_path);
  arguments.Choice({"view", "VIEW", "who reads it"}, &flags.view,
                   Arguments::Words<View>{{"adviser", View::kAdviser}, {"person", View::kPerson}, {"employer", View::kEmployer}});
  arguments.Option({"candidate", "ID", "whose page; needed by the view 'person'"}, &flags.candidate_id);
  arguments.Option({"employer", "ID", "whose pages; needed by the view 'employer'"}, &flags.employer_id);
  arguments.Option({"out", "FILE", "where the text goes; standard output if not given"}, &flags.out_path);
  arguments.Option({"stats", "FILE", "writes how long each stage took and how much memory was used, as JSON"}, &flags.stats_path);
  arguments.Example("jobcarve report market.json plan.json --view person --candidate c-amber");
  return arguments.Parse(words);
}

template <typename T>
absl::Status CheckId(absl::string_view what, const std::string& id, const std::vector<T>& items) {
  const bool is_known = id.empty() || absl::c_any_of(items, [&](const T& item) { return item.id == id; });
  return is_known ? absl::OkStatus()
                  : absl::InvalidArgumentError(absl::StrCat("--", what, ": the market has no ", what, " '", id, "'"));
}

absl::Status CheckIds(const ReportFlags& flags, const Market& market) {
  if (flags.view == View::kEmployer && flags.employer_id.empty()) {
    return absl::InvalidArgumentError("--view employer needs --employer ID");
  }
  if (flags.view == View::kPerson && flags.candidate_id.empty()) {
    return absl::InvalidArgumentError("--view person needs --candidate ID");
  }
  JOBCARVE_RETURN_IF_ERROR(CheckId("candidate", flags.candidate_id, market.candidates));
  return CheckId("employer", flags.employer_id, market.employers);
}

absl::StatusOr<std::string> Page(const ReportFlags& flags, const Market& market, const Plan& plan) {
  if (flags.view == View::kEmployer) {
    return EmployerText(market, plan, flags.employer_id);
  }
  if (flags.view == View::kPerson) {
    return PersonText(market, plan, flags.candidate_id);
  }
  return flags.candidate_id.empty() ? OverviewText(market, plan) : ProposalText(market, plan, flags.candidate_id);
}

absl::StatusOr<ExitCode> RunReport(const std::vector<std::string>& words) {
  ReportFlags flags;
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, ParseReport(words, flags));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  Stats stats;
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(const Market market, io::ReadMarket(flags.market_path));
  JOBCARVE_ASSIGN_OR_RETURN(const Plan plan, io::ReadPlan(flags.plan_path));
  stats.Begin("write");
  JOBCARVE_RETURN_IF_ERROR(CheckIds(flags, market));
  JOBCARVE_ASSIGN_OR_RETURN(const std::string page, InFile(flags.plan_path, Page(flags, market, plan)));
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile(flags.out_path, page));
  stats.Count("proposals", static_cast<int64_t>(plan.proposals.size()));
  JOBCARVE_RETURN_IF_ERROR(stats.Write(flags.stats_path));
  return ExitCode::kDone;
}

}  // namespace

Command ReportCommand() {
  return {.name = "report", .summary = "A plan in plain words for adviser, person or employer", .run = RunReport};
}

}  // namespace jobcarve::cli
