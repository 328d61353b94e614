// jobcarve catalogue: the built-in adjustments, as a market file to look through and to change. Tested by
// tests/cli/catalogue_test.cc.
#include "cli/command_catalogue.h"

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/io/starter_catalogue.h"

namespace jobcarve::cli {
namespace {

absl::StatusOr<ExitCode> RunCatalogue(const std::vector<std::string>& words) {
  std::string out_path;
  Arguments arguments("catalogue",
                      "Writes the built-in starter catalogue, a market of dimensions and adjustments. A market that says "
                      "\"use_starter_catalogue\": true has them without writing them down; its own entries with the same id "
                      "replace them.");
  arguments.Option({"out", "FILE", "where it goes: .json, .txtpb or .pb; standard output, as JSON, if not given"}, &out_path);
  arguments.Example("jobcarve catalogue --out catalogue.json");
  JOBCARVE_ASSIGN_OR_RETURN(const Parsed parsed, arguments.Parse(words));
  if (parsed == Parsed::kHelp) {
    return ExitCode::kDone;
  }
  if (!out_path.empty()) {
    JOBCARVE_RETURN_IF_ERROR(io::WriteMarket(out_path, io::StarterCatalogue()));
    return ExitCode::kDone;
  }
  JOBCARVE_ASSIGN_OR_RETURN(const std::string text, io::FormatMarket(io::StarterCatalogue(), io::Format::kJson));
  JOBCARVE_RETURN_IF_ERROR(io::WriteFile("-", text));
  return ExitCode::kDone;
}

}  // namespace

Command CatalogueCommand() {
  return {.name = "catalogue", .summary = "Writes the built-in adjustments to begin with", .run = RunCatalogue};
}

}  // namespace jobcarve::cli
