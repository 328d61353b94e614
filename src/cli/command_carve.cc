// jobcarve carve: one candidate and one job in all detail, or one job for everybody, with what-if flags that change the market
// before it is carved. Tested by tests/cli/carve_test.cc.
#include "cli/command_carve.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "cli/arguments.h"
#include "cli/in_file.h"
#include "cli/options_flag.h"
#include "cli/stats.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/plan/frontier.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/report/frontier_text.h"
#include "jobcarve/report/text.h"

namespace jobcarve::cli {
namespace {

struct CarveFlags {
  std::string market_path;
  std::string candidate_id;
  std::string job_id;
  bool is_frontier = false;
  std::string out_path;
  std::string options_path;
  std::string stats_path;
  std::vector<std::string> capabilities;  // DIMENSION=LEVEL
  std::vector<std::string> in_place;      // Adjustment ids.
  std::vector<std::string> ruled_out;     // Adjustment ids.
  std::vector<std::string> must_stay;     // Task ids.
  std::string form;                       // Empty: as the job allows.
  int64_t min_minutes = -1;               // Below 0: as in the market.
  int64_t max_minutes = -1;
  int64_t max_travel = -1;
};

absl::StatusOr<Parsed> ParseCarve(const std::vector<std::string>& words, CarveFlags& flags) {
  Arguments arguments(
      "carve",
      "The best role for one candidate in one job, in all detail: tasks in and out, adjustments, what stays of the post, "
      "the ledger line by line, questions and warnings; or, if no role is possible, the smallest set of barriers "
      "that keeps it out of reach. With --frontier, for the employer: for each number of tasks taken out of the job, the best "
      "role, "
      "the people it is open to, adjustments, what stays and what is gained. The what-if flags change the market first, for this "
      "run "
      "only.");
  arguments.Positional({"MARKET", "jobs, candidates and adjustments: .json, .txtpb or .pb"}, &flags.market_path);
  arguments.Option({"candidate", "ID", "who; needed without --frontier"}, &flags.candidate_id);
  arguments.Option({"job", "ID", "which job or pool", true}, &flags.job_id);
  arguments.Option({"frontier", "looks at the job for everybody, one number of tasks after the other"}, &flags.is_frontier);
  arguments.Option({"capability", "DIMENSION=LEVEL", "what if: the person has this level"}, &flags.capabilities);
  arguments.Option({"in-place", "ADJUSTMENT", "what if: this adjustment travels with the person"}, &flags.in_place);
  arguments.Option({"rule-out", "ADJUSTMENT", "what if: this adjustment cannot be made here"}, &flags.ruled_out);
  arguments.Option({"must-stay", "TASK", "what if: this task must stay with the post when a role is carved"}, &flags.must_stay);
  arguments.Option({"form", "FORM", "what if: only WHOLE, STRIPPED or CARVED is allowed"}, &flags.form);
  arguments.Option({"min-minutes", "N", "what if: the person's fewest minutes a week"}, &flags.min_minutes, {0, 10'080});
  arguments.Option({"max-minutes", "N", "what if: the person's most minutes a week"}, &flags.max_minutes, {1, 10'080});
  arguments.Option({"max-travel", "N", "what if: the longest journey in minutes, one way"}, &flags.max_travel, {0, 1'440});
  AddOptionsFlag(arguments, &flags.options_path);
  arguments.Option(
      {"out", "FILE",
       "where the answer goes, a PairAnswer or Frontier message: .json, .txtpb or .pb; JSON on standard output if not given"},
      &flags.out_path);
  arguments.Option({"stats", "FILE", "writes how long each stage took and how much memory was used, as JSON"}, &flags.stats_path);
  arguments.Example("jobcarve carve examples/data/hospital.json --candidate c-amber --job ward-clerk --capability lifting=3");
  arguments.Example("jobcarve carve examples/data/hospital.json --job ward-clerk --frontier");
  return arguments.Parse(words);
}

template <typename T>
absl::StatusOr<T*> Find(std::vector<T>& items, const std::string& id, absl::string_view what) {
  const auto found = absl::c_find_if(items, [&](const T& item) { return item.id == id; });
  if (found == items.end()) {
    return absl::InvalidArgumentError(absl::StrCat("--", what, ": the market has no ", what, " '", id, "'"));
  }
  return &*found;
}

absl::Status SetCapability(Candidate& person, const std::string& word) {
  const size_t equals = word.rfind('=');
  int64_t level = 0;
  if (equals == std::string::npos || !absl::SimpleAtoi(word.substr(equals + 1), &level)) {
    return absl::InvalidArgumentError(absl::StrCat("--capability: '", word, "' is not DIMENSION=LEVEL"));
  }
  const std::string dimension = word.substr(0, equals);
  std::erase_if(person.capabilities, [&](const Capability& capability) { return capability.dimension_id == dimension; });
  person.capabilities.push_back({.dimension_id = dimension, .level = Level{level}, .reduced_level = std::nullopt});
  return absl::OkStatus();
}

void SetHours(const CarveFlags& flags, Candidate& person) {
  if (flags.min_minutes >= 0) {
    person.min_weekly_minutes = Minutes{flags.min_minutes};
    person.preferred_weekly_minutes = std::max(person.preferred_weekly_minutes, person.min_weekly_minutes);
    person.max_weekly_minutes = std::max(person.max_weekly_minutes, person.min_weekly_minutes);
  }
  if (flags.max_minutes >= 0) {
    person.max_weekly_minutes = Minutes{flags.max_minutes};
    person.preferred_weekly_minutes = std::min(person.preferred_weekly_minutes, person.max_weekly_minutes);
    person.min_weekly_minutes = std::min(person.min_weekly_minutes, person.max_weekly_minutes);
  }
  if (flags.max_travel >= 0) {
    person.max_travel = Minutes{flags.max_travel};
  }
}

absl::Status SetForm(const std::string& word, Job& job) {
  if (word.empty()) {
    return absl::OkStatus();
  }
  static constexpr std::pair<absl::string_view, Form> kForms[] = {
      {"WHOLE", Form::kWhole}, {"STRIPPED", Form::kStripped}, {"CARVED", Form::kCarved}};
  for (const auto& [name, form] : kForms) {
    if (word == name) {
      job.carving.forms = {form};
      return absl::OkStatus();
    }
  }
  return absl::InvalidArgumentError(absl::StrCat("--form: '", word, "' is none of WHOLE, STRIPPED, CARVED"));
}

void AddMissing(const std::vector<std::string>& ids, std::vector<std::string>& list) {
  for (const std::string& id : ids) {
    if (!absl::c_linear_search(list, id)) {
      list.push_back(id);
    }
  }
}

bool ChangesAPerson(const CarveFlags& flags) {
  return !flags.capabilities.empty() || !flags.in_place.empty() || flags.min_minutes >= 0 || flags.max_minutes >= 0 ||
         flags.max_travel >= 0;
}

absl::Status CheckWho(const CarveFlags& flags) {
  if (!flags.is_frontier && flags.candidate_id.empty()) {
    return absl::InvalidArgumentError("--candidate ID is needed, or --frontier for everybody");
  }
  if (flags.is_frontier && (!flags.candidate_id.empty() || ChangesAPerson(flags))) {
    return absl::InvalidArgumentError("--frontier is about everybody: it takes neither --candidate nor a what-if about a person");
  }
  return absl::OkStatus();
}

absl::Status ChangePerson(const CarveFlags& flags, Market& market) {
  JOBCARVE_ASSIGN_OR_RETURN(Candidate* const person, Find(market.candidates, flags.candidate_id, "candidate"));
  for (const std::string& word : flags.capabilities) {
    JOBCARVE_RETURN_IF_ERROR(SetCapability(*person, word));
  }
  AddMissing(flags.in_place, person->own_adjustment_ids);
  SetHours(flags, *person);
  return absl::OkStatus();
}

// A pool can be asked about, but what is changed are jobs.
absl::Status ChangeJob(const CarveFlags& flags, Market& market) {
  if (absl::c_any_of(market.pools, [&](const Pool& pool) { return pool.id == flags.job_id; })) {
    const bool has_changes = !flags.ruled_out.empty() || !flags.must_stay.empty() || !flags.form.empty();
    return has_changes ? absl::InvalidArgumentError(absl::StrCat("--job: '", flags.job_id,
                                                                 "' is a pool: --rule-out, --must-stay and --form change a job"))
                       : absl::OkStatus();
  }
  JOBCARVE_ASSIGN_OR_RETURN(Job* const job, Find(market.jobs, flags.job_id, "job"));
  AddMissing(flags.ruled_out, job->ruled_out_adjustment_ids);
  AddMissing(flags.must_stay, job->carving.must_stay_task_ids);
  return SetForm(flags.form, *job);
}

// Faults that a flag makes, such as an unknown dimension, are found by Validate, like any other.
absl::Status ApplyWhatIf(const CarveFlags& flags, Market& market) {
  if (!flags.is_frontier) {
    JOBCARVE_RETURN_IF_ERROR(ChangePerson(flags, market));
  }
  return ChangeJob(flags, market);
}

// An answer, for machines and for people.
struct Told {
  std::string contents;
  std::string text;
};

absl::StatusOr<std::string> TextOf(const Market& market, const PairAnswer& answer) {
  if (answer.proposal.has_value()) {
    return PairText(market, *answer.proposal);
  }
  if (answer.nearest.has_value()) {
    return PairText(market, *answer.nearest);
  }
  return std::string("No role is possible, and no change that the engine knows of would open one.\n");
}

absl::StatusOr<Told> TellPair(const CarveFlags& flags, const Market& market, const SolveOptions& options, io::Format format,
                              Stats& stats) {
  JOBCARVE_ASSIGN_OR_RETURN(const PairAnswer answer,
                            InFile(flags.market_path, SolvePair(market, flags.candidate_id, flags.job_id, options)));
  stats.Count("proposals", answer.proposal.has_value() ? 1 : 0);
  Told told;
  JOBCARVE_ASSIGN_OR_RETURN(told.contents, io::FormatPairAnswer(answer, format));
  JOBCARVE_ASSIGN_OR_RETURN(told.text, TextOf(market, answer));
  return told;
}

absl::StatusOr<Told> TellFrontier(const CarveFlags& flags, const Market& market, const SolveOptions& options, io::Format format,
                                  Stats& stats) {
  RunControl run;
  run.threads = 0;
  JOBCARVE_ASSIGN_OR_RETURN(const Frontier frontier,
                            InFile(flags.market_path, TraceFrontier(market, flags.job_id, options, run)));
  stats.Count("entries", static_cast<int64_t>(frontier.entries.size()));
  Told told;
  JOBCARVE_ASSIGN_OR_RETURN(told.contents, io::FormatFrontier(frontier, format));
  JOBCARVE_ASSIGN_OR_RETURN(told.text, FrontierText(market, frontier));
  return told;
}

absl::StatusOr<ExitCode> RunCarve(const std::vector<std::string>& words) {
  CarveFlags flags;
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, ParseCarve(words, flags));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  JOBCARVE_RETURN_IF_ERROR(CheckWho(flags));
  io::Format format = io::Format::kJson;
  if (!flags.out_path.empty()) {
    JOBCARVE_ASSIGN_OR_RETURN(format, io::FormatOf(flags.out_path));
  }
  Stats stats;
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(const SolveOptions options, OptionsFrom(flags.options_path));
  JOBCARVE_ASSIGN_OR_RETURN(Market market, io::ReadMarket(flags.market_path));
  JOBCARVE_RETURN_IF_ERROR(ApplyWhatIf(flags, market));
  stats.Begin("carve");
  const auto tell = flags.is_frontier ? TellFrontier : TellPair;
  JOBCARVE_ASSIGN_OR_RETURN(const Told told, tell(flags, market, options, format, stats));
  stats.Begin("write");
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile(flags.out_path, told.contents));
  JOBCARVE_RETURN_IF_ERROR(stats.Write(flags.stats_path));
  std::fputs(told.text.c_str(), stderr);
  return ExitCode::kDone;
}

}  // namespace

Command CarveCommand() {
  return {.name = "carve",
          .summary = "The best role for one candidate in one job, or what could be taken out of a job, in all detail",
          .run = RunCarve};
}

}  // namespace jobcarve::cli
