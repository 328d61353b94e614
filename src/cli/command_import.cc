// Reads, imports, merges, checks, writes: a market with faults is not written. Tested by tests/cli/import_test.cc.
#include "cli/command_import.h"

#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "cli/arguments.h"
#include "cli/stats.h"
#include "cli/text.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/io/onet.h"
#include "jobcarve/model/validate.h"

namespace jobcarve::cli {
namespace {

struct ImportArguments {
  std::string kind;
  io::OnetPaths paths;
  std::string jobs_path;
  std::vector<std::string> merge_paths;
  std::string out_path;
  std::string stats_path;
  io::OnetImportOptions options;
};

absl::StatusOr<Parsed> ParseImport(const std::vector<std::string>& words, ImportArguments& given) {
  Arguments arguments(
      "import",
      "Makes a market out of O*NET tables and a list of jobs: each job gets the tasks of its occupation, with minutes "
      "and demands computed as jobcarve/io/onet.h says. What was computed rather than stated is marked in the market; an "
      "employer's own figures always beat it.");
  arguments.Positional({"KIND", "what is imported: onet"}, &given.kind);
  arguments.Positional({"DIR", "the folder with the O*NET tables: the text release, or a plain copy"}, &given.paths.directory);
  arguments.Option({"jobs", "FILE", "the jobs, .csv or tab-separated; columns: jobcarve/io/onet.h", true}, &given.jobs_path);
  arguments.Option({"out", "MARKET", "where the market goes: .json, .pb or .txtpb", true}, &given.out_path);
  arguments.Option({"as-of", "DATE", "the day that lead times count from, YYYY-MM-DD", true}, &given.options.as_of);
  arguments.Option({"title", "TEXT", "what the market is called"}, &given.options.title);
  arguments.Option(
      {"context", "DIR", "where work context and work activities are, if not in DIR; else onet_18_1_context beside it"},
      &given.paths.context_directory);
  arguments.Option(
      {"dimensions", "FILE", "which abilities count, under which heading; else engine_mapping/dimensions.tsv beside DIR"},
      &given.paths.dimensions_path);
  arguments.Option({"merge", "MARKET", "a market whose dimensions, adjustments, candidates and jobs are added; may be repeated"},
                   &given.merge_paths);
  arguments.Option({"stats", "FILE", "writes how long each stage took and how much memory was used, as JSON"}, &given.stats_path);
  arguments.Example("jobcarve import onet db_text --jobs jobs.csv --merge adjustments.json --as-of 2026-11-02 --out market.json");
  return arguments.Parse(words);
}

absl::StatusOr<ExitCode> RunImport(const std::vector<std::string>& words) {
  ImportArguments given;
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, ParseImport(words, given));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  if (given.kind != "onet") {
    return absl::InvalidArgumentError(absl::StrCat("KIND: '", given.kind, "' is not known; known is onet"));
  }
  JOBCARVE_RETURN_IF_ERROR(io::FormatOf(given.out_path).status());
  Stats stats;
  stats.Begin("read");
  JOBCARVE_ASSIGN_OR_RETURN(const io::OnetTables tables, io::ReadOnetTables(given.paths));
  JOBCARVE_ASSIGN_OR_RETURN(const std::vector<io::JobPost> posts, io::ReadJobPosts(given.jobs_path));
  stats.Begin("import");
  JOBCARVE_ASSIGN_OR_RETURN(io::OnetImport imported, io::ImportOnet(tables, posts, given.options));
  for (const std::string& path : given.merge_paths) {
    JOBCARVE_ASSIGN_OR_RETURN(const Market other, io::ReadMarket(path));
    const absl::Status merged = io::MergeMarket(other, imported.market);
    if (!merged.ok()) {
      return absl::Status(merged.code(), absl::StrCat(path, ": ", merged.message()));
    }
  }
  JOBCARVE_RETURN_IF_ERROR(Validate(imported.market));
  stats.Begin("write");
  JOBCARVE_RETURN_IF_ERROR(io::WriteMarket(given.out_path, imported.market));
  for (const std::string& note : imported.notes) {
    std::cerr << "note: " << note << "\n";
  }
  const Market& market = imported.market;
  stats.Count("jobs", static_cast<int64_t>(market.jobs.size()));
  stats.Count("candidates", static_cast<int64_t>(market.candidates.size()));
  JOBCARVE_RETURN_IF_ERROR(stats.Write(given.stats_path));
  std::cerr << Counted(static_cast<int64_t>(market.jobs.size()), "job") << ", "
            << Counted(static_cast<int64_t>(market.adjustments.size()), "adjustment") << ", "
            << Counted(static_cast<int64_t>(market.candidates.size()), "candidate") << " in " << given.out_path << "\n";
  return ExitCode::kDone;
}

}  // namespace

Command ImportCommand() {
  return {.name = "import", .summary = "make a market out of O*NET tables and a list of jobs", .run = RunImport};
}

}  // namespace jobcarve::cli
