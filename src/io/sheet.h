// sheet.h: a text table with one header line, and errors that name the file and the line.
#ifndef JOBCARVE_SRC_IO_SHEET_H_
#define JOBCARVE_SRC_IO_SHEET_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace jobcarve::io {

struct SheetLine {
  size_t number = 0;  // In the file, from 1.
  std::vector<std::string> cells;
};

struct Sheet {
  std::string name;  // Of the file, without its folder.
  std::vector<std::string> header;
  std::vector<SheetLine> lines;  // Each with as many cells as the header; empty lines are left out.
};

// Names that one column goes by in different layouts; the first that is there counts.
using ColumnNames = std::vector<absl::string_view>;

enum class Separator { kTab, kComma };  // Cells between commas may be in double quotes, doubled inside.

absl::StatusOr<Sheet> ParseSheet(absl::string_view contents, absl::string_view name, Separator separator);
absl::StatusOr<Sheet> ReadSheet(const std::string& path);  // Commas when the path ends in .csv, else tabs.

std::optional<size_t> FindColumn(const Sheet& sheet, const ColumnNames& names);
// One place for each of `columns`, in that order, or what is missing.
absl::StatusOr<std::vector<size_t>> RequireColumns(const Sheet& sheet, const std::vector<ColumnNames>& columns);

std::string PlaceOf(const Sheet& sheet, const SheetLine& line);  // "tasks.tsv line 12".
absl::Status FaultIn(const Sheet& sheet, const SheetLine& line, absl::string_view message);
absl::StatusOr<double> NumberIn(const Sheet& sheet, const SheetLine& line, size_t column, double low, double high);

}  // namespace jobcarve::io

#endif  // JOBCARVE_SRC_IO_SHEET_H_
