// real_market FILE...: a market of real occupations, real places and invented people, written to each FILE.
//
// Occupations and tasks are O*NET's, jobs are examples/data/onet/jobs.csv, adjustments adjustments.json beside it, people
// tests/support/onet_profiles.h. Needs tables that are not part of the repository (support/shared_data.h); without them it says
// so and writes nothing.
#include <iostream>
#include <optional>
#include <string>

#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/io/onet.h"
#include "jobcarve/model/validate.h"
#include "support/onet_profiles.h"
#include "support/shared_data.h"

namespace jobcarve::test {
namespace {

constexpr char kTitle[] =
    "Ten southern towns: O*NET occupations, invented employers, pay and hours; people and their levels are invented";

absl::StatusOr<Market> RealMarket(const std::string& data) {
  JOBCARVE_ASSIGN_OR_RETURN(const io::OnetTables tables, io::ReadOnetTables({data + "/onet_29_3", "", ""}));
  JOBCARVE_ASSIGN_OR_RETURN(const auto posts, io::ReadJobPosts(SourcePath("examples/data/onet/jobs.csv")));
  JOBCARVE_ASSIGN_OR_RETURN(io::OnetImport imported, io::ImportOnet(tables, posts, {.title = kTitle, .as_of = "2026-11-02"}));
  for (const std::string& note : imported.notes) {
    std::cerr << "note: " << note << "\n";
  }
  JOBCARVE_ASSIGN_OR_RETURN(const Market catalogue, io::ReadMarket(SourcePath("examples/data/onet/adjustments.json")));
  JOBCARVE_RETURN_IF_ERROR(io::MergeMarket(catalogue, imported.market));
  JOBCARVE_ASSIGN_OR_RETURN(const GroupsByDimension groups, ReadGroups(data + "/engine_mapping/dimensions.tsv"));
  imported.market.candidates = OnetProfiles(imported.market, groups, {.count = 240, .seed = 20261102});
  JOBCARVE_RETURN_IF_ERROR(Validate(imported.market));
  return std::move(imported.market);
}

int Run(int argc, char** argv) {
  const std::optional<std::string> data = SharedData();
  if (!data) {
    std::cout << "skipped. " << kNoSharedData << "\n";
    return 0;
  }
  const absl::StatusOr<Market> market = RealMarket(*data);
  absl::Status status = market.status();
  for (int i = 1; status.ok() && i < argc; ++i) {
    status = io::WriteMarket(argv[i], *market);
  }
  if (!status.ok()) {
    std::cerr << status.message() << "\n";
    return 2;
  }
  std::cout << market->jobs.size() << " jobs, " << market->candidates.size() << " people\n";
  return 0;
}

}  // namespace
}  // namespace jobcarve::test

int main(int argc, char** argv) {
  return jobcarve::test::Run(argc, argv);
}
