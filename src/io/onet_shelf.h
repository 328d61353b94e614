// onet_shelf.h: where the tables lie, and the two names of every table and column.
#ifndef JOBCARVE_SRC_IO_ONET_SHELF_H_
#define JOBCARVE_SRC_IO_ONET_SHELF_H_

#include <cstddef>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "io/sheet.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {

struct TableNames {
  const char* release;  // In the text release.
  const char* plain;    // In the plain layout.
};

inline constexpr TableNames kOccupations{"Occupation Data.txt", "occupations.tsv"};
inline constexpr TableNames kTasks{"Task Statements.txt", "tasks.tsv"};
inline constexpr TableNames kTaskRatings{"Task Ratings.txt", "task_ratings.tsv"};  // May be absent.
inline constexpr TableNames kTasksToDwas{"Tasks to DWAs.txt", "tasks_to_dwas.tsv"};
inline constexpr TableNames kDwas{"DWA Reference.txt", "dwa_reference.tsv"};
inline constexpr TableNames kLinks{"Abilities to Work Activities.txt", "abilities_to_work_activities.tsv"};
inline constexpr TableNames kAbilities{"Abilities.txt", "abilities_importance.tsv"};
inline constexpr TableNames kActivities{"Work Activities.txt", "work_activities_importance.tsv"};  // May be absent.
inline constexpr TableNames kContext{"Work Context.txt", "work_context.tsv"};                      // May be absent.
inline constexpr TableNames kElements{"Content Model Reference.txt", "content_model_reference.tsv"};
inline constexpr TableNames kLevelAnchors{"Level Scale Anchors.txt", "level_scale_anchors.tsv"};            // May be absent.
inline constexpr TableNames kContextAnchors{"Work Context Categories.txt", "work_context_categories.tsv"};  // May be absent.
inline constexpr TableNames kJobZones{"Job Zones.txt", "job_zones.tsv"};                                    // May be absent.

inline const ColumnNames kSoc = {"O*NET-SOC Code", "soc"};
inline const ColumnNames kTitle = {"Title", "title"};
inline const ColumnNames kTaskId = {"Task ID", "task_id"};
inline const ColumnNames kTask = {"Task", "task"};
inline const ColumnNames kTaskType = {"Task Type", "task_type"};
inline const ColumnNames kScale = {"Scale ID", "scale_id"};
inline const ColumnNames kCategory = {"Category", "category"};
inline const ColumnNames kDwaId = {"DWA ID", "dwa_id"};
inline const ColumnNames kActivityOfDwa = {"Element ID", "gwa_id"};
inline const ColumnNames kLinkedAbility = {"Abilities Element ID", "ability_id"};
inline const ColumnNames kLinkedActivity = {"Work Activities Element ID", "gwa_id"};
inline const ColumnNames kElement = {"Element ID", "element_id"};
inline const ColumnNames kElementName = {"Element Name", "element_name"};
inline const ColumnNames kValue = {"Data Value", "importance", "value"};
inline const ColumnNames kLevel = {"level"};
inline const ColumnNames kNotRelevant = {"Not Relevant", "not_relevant"};
inline const ColumnNames kAnchorValue = {"Anchor Value", "anchor_value", "Category", "category"};
inline const ColumnNames kAnchorText = {"Anchor Description", "anchor_description", "Category Description", "description"};
inline const ColumnNames kJobZone = {"Job Zone", "job_zone"};
inline const ColumnNames kGroup = {"group"};

class Shelf {
 public:
  explicit Shelf(const OnetPaths& paths);

  // NotFound when no folder has it under either name.
  absl::StatusOr<Sheet> Read(TableNames names) const;

 private:
  std::vector<std::string> folders_;
};

// Calls `read` for every line, with the places of `columns`, until it fails.
using LineReader = absl::FunctionRef<absl::Status(const SheetLine& line, const std::vector<size_t>& at)>;
absl::Status ForEachLine(const Sheet& sheet, const std::vector<ColumnNames>& columns, LineReader read);

// A table that may be absent is as if it had no lines.
absl::Status AllowAbsent(const absl::Status& status);

// The path of `name` in the folder that holds `directory`.
std::string Beside(const std::string& directory, absl::string_view name);

// Parts of ReadOnetTables.
absl::Status ReadTasks(const Shelf& shelf, OnetTables& tables);  // With activities and task ratings; needs the occupations.
absl::Status ReadElements(const Shelf& shelf, const OnetPaths& paths, OnetTables& tables);

}  // namespace jobcarve::io

#endif  // JOBCARVE_SRC_IO_ONET_SHELF_H_
