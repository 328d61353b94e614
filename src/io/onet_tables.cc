// Occupations and their ratings. Tested by tests/io/onet_tables_test.cc.
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "io/onet_shelf.h"
#include "io/sheet.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {
namespace {

namespace fs = std::filesystem;

absl::Status ReadOccupations(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kOccupations));
  return ForEachLine(sheet, {kSoc, kTitle}, [&](const SheetLine& line, const std::vector<size_t>& at) {
    OnetOccupation occupation;
    occupation.title = line.cells[at[1]];
    const bool is_new = tables.occupations.insert({line.cells[at[0]], std::move(occupation)}).second;
    return is_new ? absl::OkStatus() : FaultIn(sheet, line, absl::StrCat("occupation '", line.cells[at[0]], "' is there twice"));
  });
}

absl::Status ReadLinks(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kLinks));
  std::map<std::string, std::set<std::string>> links;
  JOBCARVE_RETURN_IF_ERROR(
      ForEachLine(sheet, {kLinkedActivity, kLinkedAbility}, [&](const SheetLine& line, const std::vector<size_t>& at) {
        links[line.cells[at[0]]].insert(line.cells[at[1]]);
        return absl::OkStatus();
      }));
  for (const auto& [activity, abilities] : links) {
    tables.abilities_by_activity[activity].assign(abilities.begin(), abilities.end());
  }
  return absl::OkStatus();
}

using Ratings = std::map<std::string, double> OnetOccupation::*;

// Ratings of one table: with a scale column a row for each scale (importance "IM", level "LV"), else a column for each.
absl::Status ReadRatings(const Shelf& shelf, TableNames names, Ratings importance, Ratings level, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(names));
  const std::optional<size_t> scale_at = FindColumn(sheet, kScale);
  const std::optional<size_t> level_at = scale_at ? std::nullopt : FindColumn(sheet, kLevel);
  const std::optional<size_t> not_relevant_at = FindColumn(sheet, kNotRelevant);
  const auto read = [&](const SheetLine& line, const std::vector<size_t>& at) -> absl::Status {
    const auto occupation = tables.occupations.find(line.cells[at[0]]);
    const std::string scale = scale_at ? line.cells[*scale_at] : "IM";
    if (occupation == tables.occupations.end() || (scale != "IM" && (scale != "LV" || level == nullptr))) {
      return absl::OkStatus();
    }
    const std::string& element = line.cells[at[1]];
    const bool is_irrelevant = not_relevant_at && line.cells[*not_relevant_at] == "Y";
    if (scale == "IM") {
      JOBCARVE_ASSIGN_OR_RETURN((occupation->second.*importance)[element], NumberIn(sheet, line, at[2], 1, 5));
    } else {
      JOBCARVE_ASSIGN_OR_RETURN((occupation->second.*level)[element], NumberIn(sheet, line, at[2], 0, 7));
    }
    if (level_at && level != nullptr) {
      JOBCARVE_ASSIGN_OR_RETURN((occupation->second.*level)[element], NumberIn(sheet, line, *level_at, 0, 7));
    }
    if (is_irrelevant && level != nullptr) {
      (occupation->second.*level)[element] = 0;
    }
    return absl::OkStatus();
  };
  return ForEachLine(sheet, {kSoc, kElement, kValue}, read);
}

absl::Status ReadContext(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kContext));
  const std::optional<size_t> scale_at = FindColumn(sheet, kScale);
  return ForEachLine(sheet, {kSoc, kElement, kValue}, [&](const SheetLine& line, const std::vector<size_t>& at) -> absl::Status {
    const auto occupation = tables.occupations.find(line.cells[at[0]]);
    // Only mean answers: the shares of each answer (CXP, CTP) and the three-point items (CT) are something else.
    if (occupation == tables.occupations.end() || (scale_at && line.cells[*scale_at] != "CX")) {
      return absl::OkStatus();
    }
    JOBCARVE_ASSIGN_OR_RETURN(occupation->second.context[line.cells[at[1]]], NumberIn(sheet, line, at[2], 1, 5));
    return absl::OkStatus();
  });
}

absl::Status ReadJobZones(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kJobZones));
  return ForEachLine(sheet, {kSoc, kJobZone}, [&](const SheetLine& line, const std::vector<size_t>& at) -> absl::Status {
    const auto occupation = tables.occupations.find(line.cells[at[0]]);
    if (occupation != tables.occupations.end()) {
      JOBCARVE_ASSIGN_OR_RETURN(const double zone, NumberIn(sheet, line, at[1], 1, 5));
      occupation->second.job_zone = Level{static_cast<int64_t>(zone)};
    }
    return absl::OkStatus();
  });
}

}  // namespace

std::string Beside(const std::string& directory, absl::string_view name) {
  return (fs::absolute(directory) / ".." / std::string(name)).lexically_normal().string();
}

Shelf::Shelf(const OnetPaths& paths) : folders_({paths.directory}) {
  folders_.push_back(paths.context_directory.empty() ? Beside(paths.directory, "onet_18_1_context") : paths.context_directory);
}

absl::StatusOr<Sheet> Shelf::Read(TableNames names) const {
  for (const std::string& folder : folders_) {
    for (const char* name : {names.release, names.plain}) {
      const fs::path path = fs::path(folder) / name;
      std::error_code ignored;
      if (fs::is_regular_file(path, ignored)) {
        return ReadSheet(path.string());
      }
    }
  }
  return absl::NotFoundError(absl::StrCat(folders_.front(), ": there is neither '", names.release, "' nor '", names.plain, "'"));
}

absl::Status ForEachLine(const Sheet& sheet, const std::vector<ColumnNames>& columns, LineReader read) {
  JOBCARVE_ASSIGN_OR_RETURN(const std::vector<size_t> at, RequireColumns(sheet, columns));
  for (const SheetLine& line : sheet.lines) {
    JOBCARVE_RETURN_IF_ERROR(read(line, at));
  }
  return absl::OkStatus();
}

absl::Status AllowAbsent(const absl::Status& status) {
  return absl::IsNotFound(status) ? absl::OkStatus() : status;
}

absl::StatusOr<OnetTables> ReadOnetTables(const OnetPaths& paths) {
  const Shelf shelf(paths);
  OnetTables tables;
  JOBCARVE_RETURN_IF_ERROR(ReadOccupations(shelf, tables));
  JOBCARVE_RETURN_IF_ERROR(ReadTasks(shelf, tables));
  JOBCARVE_RETURN_IF_ERROR(ReadLinks(shelf, tables));
  JOBCARVE_RETURN_IF_ERROR(
      ReadRatings(shelf, kAbilities, &OnetOccupation::ability_importance, &OnetOccupation::ability_level, tables));
  JOBCARVE_RETURN_IF_ERROR(AllowAbsent(ReadRatings(shelf, kActivities, &OnetOccupation::activity_importance, nullptr, tables)));
  JOBCARVE_RETURN_IF_ERROR(AllowAbsent(ReadContext(shelf, tables)));
  JOBCARVE_RETURN_IF_ERROR(AllowAbsent(ReadJobZones(shelf, tables)));
  JOBCARVE_RETURN_IF_ERROR(ReadElements(shelf, paths, tables));
  return tables;
}

}  // namespace jobcarve::io
