// What becomes a dimension: abilities, and the context items that somebody must be able to stand. Tested by
// tests/io/onet_tables_test.cc.
#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "io/onet_context.h"
#include "io/onet_shelf.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::io {
namespace {

using ElementsById = std::map<std::string, OnetElement>;

// "1.A.1.a.1": an ability itself, not a heading.
bool IsAbility(absl::string_view id) {
  return absl::StartsWith(id, "1.A.") && std::count(id.begin(), id.end(), '.') == 4;
}

absl::string_view DefaultGroup(absl::string_view id) {
  constexpr std::pair<absl::string_view, absl::string_view> kGroups[] = {
      {"1.A.1.", "cognitive"}, {"1.A.2.", "psychomotor"}, {"1.A.3.", "physical"},    {"1.A.4.", "sensory"},
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
  const std::string beside = Beside(paths.directory, "engine_mapping/dimensions.tsv");
  std::error_code ignored;
  return std::filesystem::is_regular_file(beside, ignored) ? beside : "";
}

bool IsContext(absl::string_view id) {
  const std::vector<std::string> ids = ContextIds();
  return absl::c_binary_search(ids, id);
}

// Every ability and the known context items, by the tables' own names.
absl::StatusOr<ElementsById> ReadContentModel(const Shelf& shelf) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(kElements));
  ElementsById elements;
  JOBCARVE_RETURN_IF_ERROR(
      ForEachLine(sheet, {kElement, kElementName}, [&](const SheetLine& line, const std::vector<size_t>& at) {
        const std::string& id = line.cells[at[0]];
        if (IsAbility(id) || IsContext(id)) {
          OnetElement& element = elements[id];
          element.id = id;
          element.name = line.cells[at[1]];
          element.group = std::string(DefaultGroup(id));
        }
        return absl::OkStatus();
      }));
  return elements;
}

// Only those of the file, under its headings.
absl::StatusOr<ElementsById> Chosen(const std::string& path, const ElementsById& all) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, ReadSheet(path));
  ElementsById chosen;
  JOBCARVE_RETURN_IF_ERROR(ForEachLine(sheet, {kElement, kGroup}, [&](const SheetLine& line, const std::vector<size_t>& at) {
    const std::string& id = line.cells[at[0]];
    const auto known = all.find(id);
    if (known != all.end()) {
      chosen[id] = known->second;
      chosen[id].group = line.cells[at[1]];
      return absl::OkStatus();
    }
    const bool is_left_out = absl::StartsWith(id, "4.C.");
    return is_left_out ? absl::OkStatus() : FaultIn(sheet, line, absl::StrCat("'", id, "' is not an ability of the tables"));
  }));
  return chosen;
}

// Texts for levels (abilities) or for answers (context items; those of scale CXP only).
absl::Status ReadAnchors(const Shelf& shelf, TableNames names, ElementsById& elements) {
  JOBCARVE_ASSIGN_OR_RETURN(const Sheet sheet, shelf.Read(names));
  const std::optional<size_t> scale_at = FindColumn(sheet, kScale);
  return ForEachLine(sheet, {kElement, kAnchorValue, kAnchorText},
                     [&](const SheetLine& line, const std::vector<size_t>& at) -> absl::Status {
                       const auto element = elements.find(line.cells[at[0]]);
                       const std::string scale = scale_at ? line.cells[*scale_at] : "";
                       if (element == elements.end() || (scale != "" && scale != "LV" && scale != "CXP")) {
                         return absl::OkStatus();
                       }
                       JOBCARVE_ASSIGN_OR_RETURN(const double value, NumberIn(sheet, line, at[1], 0, 7));
                       element->second.anchors[value] = line.cells[at[2]];
                       return absl::OkStatus();
                     });
}

}  // namespace

absl::Status ReadElements(const Shelf& shelf, const OnetPaths& paths, OnetTables& tables) {
  JOBCARVE_ASSIGN_OR_RETURN(ElementsById elements, ReadContentModel(shelf));
  if (const std::string path = DimensionsPath(paths); !path.empty()) {
    JOBCARVE_ASSIGN_OR_RETURN(elements, Chosen(path, elements));
  }
  JOBCARVE_RETURN_IF_ERROR(AllowAbsent(ReadAnchors(shelf, kLevelAnchors, elements)));
  JOBCARVE_RETURN_IF_ERROR(AllowAbsent(ReadAnchors(shelf, kContextAnchors, elements)));
  for (auto& [id, element] : elements) {
    tables.elements.push_back(std::move(element));
  }
  return absl::OkStatus();
}

}  // namespace jobcarve::io
