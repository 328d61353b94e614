// Reads both layouts through one list of names: the file and column names of the text release first, the plain ones second.
// Rows about occupations that the tables do not list are skipped: part releases are common. Tested by
// tests/io/onet_tables_test.cc.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "io/onet_context.h"
#include "io/sheet.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {
namespace {

struct TableNames {
  const char* release;
  const char* plain;
};

constexpr TableNames kOccupations{"Occupation Data.txt", "occupations.tsv"};
constexpr TableNames kTasks{"Task Statements.txt", "tasks.tsv"};
constexpr TableNames kTaskRatings{"Task Ratings.txt", "task_ratings.tsv"};                              // May be absent.
constexpr TableNames kTasksToDwas{"Tasks to DWAs.txt", "tasks_to_dwas.tsv"};
constexpr TableNames kDwas{"DWA Reference.txt", "dwa_reference.tsv"};
constexpr TableNames kLinks{"Abilities to Work Activities.txt", "abilities_to_work_activities.tsv"};
constexpr TableNames kAbilities{"Abilities.txt", "abilities_importance.tsv"};
constexpr TableNames kActivities{"Work Activities.txt", "work_activities_importance.tsv"};              // May be absent.
constexpr TableNames kContext{"Work Context.txt", "work_context.tsv"};                                  // May be absent.
constexpr TableNames kElements{"Content Model Reference.txt", "content_model_reference.tsv"};
constexpr TableNames kLevelAnchors{"Level Scale Anchors.txt", "level_scale_anchors.tsv"};               // May be absent.
constexpr TableNames kContextAnchors{"Work Context Categories.txt", "work_context_categories.tsv"};     // May be absent.

const ColumnNames kSoc = {"O*NET-SOC Code", "soc"};
const ColumnNames kTitle = {"Title", "title"};
const ColumnNames kTaskId = {"Task ID", "task_id"};
const ColumnNames kTask = {"Task", "task"};
const ColumnNames kTaskType = {"Task Type", "task_type"};
const ColumnNames kScale = {"Scale ID", "scale_id"};
const ColumnNames kCategory = {"Category", "category"};
const ColumnNames kDwaId = {"DWA ID", "dwa_id"};
const ColumnNames kActivityOfDwa = {"Element ID", "gwa_id"};
const ColumnNames kLinkedAbility = {"Abilities Element ID", "ability_id"};
const ColumnNames kLinkedActivity = {"Work Activities Element ID", "gwa_id"};
const ColumnNames kElement = {"Element ID", "element_id"};
const ColumnNames kElementName = {"Element Name", "element_name"};
const ColumnNames kValue = {"Data Value", "importance", "value"};
const ColumnNames kLevel = {"level"};
const ColumnNames kNotRelevant = {"Not Relevant", "not_relevant"};
const ColumnNames kAnchorValue = {"Anchor Value", "anchor_value"};
const ColumnNames kAnchorText = {"Anchor Description", "anchor_description"};
const ColumnNames kCategoryText = {"Category Description", "description"};
const ColumnNames kGroup = {"group"};
const ColumnNames kSubgroup = {"subgroup"};

namespace fs = std::filesystem;

// Where the tables are.
class Shelf {
 public:
  explicit Shelf(const OnetPaths& paths) : folders_({paths.directory}) {
    const fs::path beside = fs::path(paths.directory).lexically_normal() / ".." / "onet_18_1_context";
    const std::string context = paths.context_directory.empty() ? beside.string() : paths.context_directory;
    folders_.push_back(context);
  }

  // NotFound when no folder has it under either name.
  absl::StatusOr<Sheet> Read(TableNames names) const {
    for (const std::string& folder : folders_) {
      for (const char* name : {names.release, names.plain}) {
        const fs::path path = fs::path(folder) / name;
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored)) {
          return ReadSheet(path.string());
        }
      }
    }
    return absl::NotFoundError(
        absl::StrCat(folders_.front(), ": there is neither '", names.release, "' nor '", names.plain, "'"));
  }

 private:
  std::vector<std::string> folders_;
};

using Row = std::vector<absl::string_view>;  // The required cells, in the order asked for.
using RowReader = absl::FunctionRef<absl::Status(const Sheet&, const SheetLine&, const std::vector<size_t>& at)>;

absl::Status ForEachLine(const Sheet& sheet, const std::vector<ColumnNames>& columns, RowReader read) {
  JOBCARVE_ASSIGN_OR_RETURN(const std::vector<size_t> at, RequireColumns(sheet, columns));
  for (const SheetLine& line : sheet.lines) {
    JOBCARVE_RETURN_IF_ERROR(read(sheet, line, at));
  }
  return absl::OkStatus();
}

absl::Status ReadOccupations(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kOccupations));
  return ForEachLine(sheet, {kSoc, kTitle}, [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) {
    const bool is_new = tables.occupations.insert({line.cells[at[0]], {.title = line.cells[at[1]]}}).second;
    return is_new ? absl::OkStatus() : FaultIn(sheet, line, absl::StrCat("occupation '", line.cells[at[0]], "' is there twice"));
  });
}

// Occupation and task to the place of the task in its occupation.
using TaskPlaces = std::map<std::pair<std::string, std::string>, OnetTask*>;

absl::StatusOr<TaskPlaces> ReadTasks(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kTasks));
  std::set<std::pair<std::string, std::string>> known;
  JOBCARVE_RETURN_IF_ERROR(ForEachLine(
      sheet, {kSoc, kTaskId, kTask, kTaskType}, [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) {
        const auto occupation = tables.occupations.find(line.cells[at[0]]);
        if (occupation == tables.occupations.end()) {
          return absl::OkStatus();
        }
        const std::string& id = line.cells[at[1]];
        if (id.empty() || line.cells[at[2]].empty() || !known.insert({occupation->first, id}).second) {
          return FaultIn(sheet, line, absl::StrCat("task '", id, "' has no id, no text, or is there twice"));
        }
        const bool is_core = line.cells[at[3]] == "Core";
        occupation->second.tasks.push_back({.id = id, .text = line.cells[at[2]], .is_core = is_core});
        return absl::OkStatus();
      }));
  TaskPlaces places;
  for (auto& [code, occupation] : tables.occupations) {
    for (OnetTask& task : occupation.tasks) {
      places[{code, task.id}] = &task;
    }
  }
  return places;
}

absl::Status ReadActivitiesOfTasks(const Shelf& shelf, const TaskPlaces& places) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet reference, shelf.Read(kDwas));
  std::map<std::string, std::string> activity_of;
  JOBCARVE_RETURN_IF_ERROR(ForEachLine(
      reference, {kDwaId, kActivityOfDwa}, [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) {
        // The release names the activity by its element id; some editions give the detailed activity's own.
        activity_of[line.cells[at[0]]] = line.cells[at[1]];
        return absl::OkStatus();
      }));
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kTasksToDwas));
  std::map<const OnetTask*, std::set<std::string>> activities;
  JOBCARVE_RETURN_IF_ERROR(ForEachLine(
      sheet, {kSoc, kTaskId, kDwaId}, [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) {
        const auto task = places.find({line.cells[at[0]], line.cells[at[1]]});
        if (task == places.end()) {
          return absl::OkStatus();
        }
        const auto activity = activity_of.find(line.cells[at[2]]);
        if (activity == activity_of.end()) {
          return FaultIn(sheet, line, absl::StrCat("activity '", line.cells[at[2]], "' is not in ", reference.name));
        }
        activities[task->second].insert(activity->second);
        return absl::OkStatus();
      }));
  for (const auto& [place, task] : places) {
    const std::set<std::string>& ids = activities[task];
    task->activity_ids.assign(ids.begin(), ids.end());
  }
  return absl::OkStatus();
}

absl::Status ReadTaskRatings(const Shelf& shelf, const TaskPlaces& places) {
  const absl::StatusOr<Sheet> sheet = shelf.Read(kTaskRatings);
  if (absl::IsNotFound(sheet.status())) {
    return absl::OkStatus();
  }
  JOBCARVE_RETURN_IF_ERROR(sheet.status());
  JOBCARVE_RETURN_IF_ERROR(ForEachLine(
      *sheet, {kSoc, kTaskId, kScale, kCategory, kValue},
      [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) -> absl::Status {
        const auto task = places.find({line.cells[at[0]], line.cells[at[1]]});
        const std::string& scale = line.cells[at[2]];
        if (task == places.end() || (scale != "RT" && scale != "FT")) {
          return absl::OkStatus();
        }
        OnetTaskRating rating = task->second->rating.value_or(OnetTaskRating{});
        JOBCARVE_ASSIGN_OR_RETURN(const double value, NumberIn(*sheet, line, at[4], 0, 100));
        if (scale == "RT") {
          rating.relevance = value;
        } else {
          JOBCARVE_ASSIGN_OR_RETURN(const double category, NumberIn(*sheet, line, at[3], 1, 7));
          rating.frequency[static_cast<size_t>(category) - 1] = value;
        }
        task->second->rating = rating;
        return absl::OkStatus();
      }));
  for (const auto& [place, task] : places) {
    const bool is_complete = task->rating && task->rating->relevance > 0 &&
                             *std::max_element(task->rating->frequency.begin(), task->rating->frequency.end()) > 0;
    if (!is_complete) {
      task->rating = std::nullopt;  // One scale without the other says nothing about time.
    }
  }
  return absl::OkStatus();
}

absl::Status ReadLinks(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kLinks));
  std::map<std::string, std::set<std::string>> links;
  JOBCARVE_RETURN_IF_ERROR(ForEachLine(
      sheet, {kLinkedActivity, kLinkedAbility}, [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) {
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
  const auto read = [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) -> absl::Status {
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
  const absl::StatusOr<Sheet> sheet = shelf.Read(kContext);
  if (absl::IsNotFound(sheet.status())) {
    return absl::OkStatus();
  }
  JOBCARVE_RETURN_IF_ERROR(sheet.status());
  const std::optional<size_t> scale_at = FindColumn(*sheet, kScale);
  const auto read = [&](const Sheet&, const SheetLine& line, const std::vector<size_t>& at) -> absl::Status {
    const auto occupation = tables.occupations.find(line.cells[at[0]]);
    // Only mean answers: the shares of each answer (CXP, CTP) and the three-point items (CT) are something else.
    if (occupation == tables.occupations.end() || (scale_at && line.cells[*scale_at] != "CX")) {
      return absl::OkStatus();
    }
    JOBCARVE_ASSIGN_OR_RETURN(occupation->second.context[line.cells[at[1]]], NumberIn(*sheet, line, at[2], 1, 5));
    return absl::OkStatus();
  };
  return ForEachLine(*sheet, {kSoc, kElement, kValue}, read);
}

absl::Status AllowAbsent(const absl::Status& status) { return absl::IsNotFound(status) ? absl::OkStatus() : status; }

// "1.A.1.a.1": an ability itself, not a heading.
bool IsAbility(absl::string_view id) {
  return absl::StartsWith(id, "1.A.") && std::count(id.begin(), id.end(), '.') == 4;
}

absl::string_view DefaultGroup(absl::string_view id) {
  constexpr std::pair<absl::string_view, absl::string_view> kGroups[] = {
      {"1.A.1.", "cognitive"}, {"1.A.2.", "psychomotor"}, {"1.A.3.", "physical"},        {"1.A.4.", "sensory"},
      {"4.C.1.", "social"},    {"4.C.2.d.", "posture"},   {"4.C.2.", "environment"}, {"4.C.3.", "pace and structure"}};
  for (const auto& [prefix, group] : kGroups) {
    if (absl::StartsWith(id, prefix)) {
      return group;
    }
  }
  return "";
}

std::string DimensionsPath(const OnetPaths& paths) {
  if (!paths.dimensions_path.empty()) {
    return paths.dimensions_path;
  }
  const fs::path beside = fs::path(paths.directory).lexically_normal() / ".." / "engine_mapping" / "dimensions.tsv";
  std::error_code ignored;
  return fs::is_regular_file(beside, ignored) ? beside.string() : "";
}

}  // namespace
}  // namespace jobcarve::io
