// Tasks, what activities they consist of, and how often they are done. Rows about occupations that the tables do not list are
// skipped: part releases are common. Tested by tests/io/onet_tables_test.cc.
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "io/onet_shelf.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::io {
namespace {

// Occupation and task to the task itself.
using TaskPlaces = std::map<std::pair<std::string, std::string>, OnetTask*>;

absl::StatusOr<TaskPlaces> ReadStatements(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kTasks));
  std::set<std::pair<std::string, std::string>> known;
  JOBCARVE_RETURN_IF_ERROR(
      ForEachLine(sheet, {kSoc, kTaskId, kTask, kTaskType}, [&](const SheetLine& line, const std::vector<size_t>& at) {
        const auto occupation = tables.occupations.find(line.cells[at[0]]);
        if (occupation == tables.occupations.end()) {
          return absl::OkStatus();
        }
        const std::string& id = line.cells[at[1]];
        if (id.empty() || line.cells[at[2]].empty() || !known.insert({occupation->first, id}).second) {
          return FaultIn(sheet, line, absl::StrCat("task '", id, "' has no id, no text, or is there twice"));
        }
        OnetTask task;
        task.id = id;
        task.text = line.cells[at[2]];
        task.is_core = line.cells[at[3]] == "Core";
        occupation->second.tasks.push_back(std::move(task));
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

// Activities by detailed activity.
absl::StatusOr<std::map<std::string, std::string>> ReadDetailedActivities(const Shelf& shelf) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kDwas));
  std::map<std::string, std::string> activity_of;
  JOBCARVE_RETURN_IF_ERROR(
      ForEachLine(sheet, {kDwaId, kActivityOfDwa}, [&](const SheetLine& line, const std::vector<size_t>& at) {
        activity_of[line.cells[at[0]]] = line.cells[at[1]];
        return absl::OkStatus();
      }));
  return activity_of;
}

absl::Status ReadActivitiesOfTasks(const Shelf& shelf, const TaskPlaces& places) {
  JOBCARVE_ASSIGN_OR_RETURN(const auto activity_of, ReadDetailedActivities(shelf));
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kTasksToDwas));
  std::map<const OnetTask*, std::set<std::string>> activities;
  JOBCARVE_RETURN_IF_ERROR(ForEachLine(sheet, {kSoc, kTaskId, kDwaId}, [&](const SheetLine& line, const std::vector<size_t>& at) {
    const auto task = places.find({line.cells[at[0]], line.cells[at[1]]});
    if (task == places.end()) {
      return absl::OkStatus();
    }
    const auto activity = activity_of.find(line.cells[at[2]]);
    if (activity == activity_of.end()) {
      return FaultIn(sheet, line, absl::StrCat("detailed activity '", line.cells[at[2]], "' is not in the reference"));
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

absl::Status ReadTaskRating(const Sheet& sheet, const SheetLine& line, const std::vector<size_t>& at, OnetTask& task) {
  const std::string& scale = line.cells[at[2]];
  if (scale != "RT" && scale != "FT") {
    return absl::OkStatus();
  }
  OnetTaskRating rating = task.rating.value_or(OnetTaskRating{});
  JOBCARVE_ASSIGN_OR_RETURN(const double value, NumberIn(sheet, line, at[4], 0, 100));
  if (scale == "RT") {
    rating.relevance = value;
  } else {
    JOBCARVE_ASSIGN_OR_RETURN(const double category, NumberIn(sheet, line, at[3], 1, 7));
    rating.frequency[static_cast<size_t>(category) - 1] = value;
  }
  task.rating = rating;
  return absl::OkStatus();
}

absl::Status ReadTaskRatings(const Shelf& shelf, const TaskPlaces& places) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kTaskRatings));
  JOBCARVE_RETURN_IF_ERROR(
      ForEachLine(sheet, {kSoc, kTaskId, kScale, kCategory, kValue}, [&](const SheetLine& line, const std::vector<size_t>& at) {
        const auto task = places.find({line.cells[at[0]], line.cells[at[1]]});
        return task == places.end() ? absl::OkStatus() : ReadTaskRating(sheet, line, at, *task->second);
      }));
  for (const auto& [place, task] : places) {
    const std::optional<OnetTaskRating>& rating = task->rating;
    const bool is_complete = rating && rating->relevance > 0 && *absl::c_max_element(rating->frequency) > 0;
    if (!is_complete) {
      task->rating = std::nullopt;  // One scale without the other says nothing about time.
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status ReadTasks(const Shelf& shelf, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(const TaskPlaces places, ReadStatements(shelf, tables));
  JOBCARVE_RETURN_IF_ERROR(ReadActivitiesOfTasks(shelf, places));
  return AllowAbsent(ReadTaskRatings(shelf, places));
}

}  // namespace jobcarve::io
