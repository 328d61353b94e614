// Cells are split by hand: the tables hold no quotes that mean anything, spreadsheets' CSV does. Tested by
// tests/io/sheet_test.cc.
#include "io/sheet.h"

#include <cmath>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"

namespace jobcarve::io {
namespace {

// Reads one cell in quotes from the front of `rest`, which starts behind the opening quote.
absl::StatusOr<std::string> QuotedCell(absl::string_view& rest) {
  std::string cell;
  while (!rest.empty()) {
    const char letter = rest.front();
    rest.remove_prefix(1);
    if (letter != '"') {
      cell.push_back(letter);
    } else if (absl::ConsumePrefix(&rest, "\"")) {
      cell.push_back('"');
    } else if (rest.empty() || rest.front() == ',') {
      return cell;
    } else {
      return absl::InvalidArgumentError("text after a closing quote");
    }
  }
  return absl::InvalidArgumentError("a quote that is opened is not closed on the line");
}

absl::StatusOr<std::vector<std::string>> CommaCells(absl::string_view line) {
  std::vector<std::string> cells;
  while (true) {
    if (absl::ConsumePrefix(&line, "\"")) {
      JOBCARVE_ASSIGN_OR_RETURN(std::string cell, QuotedCell(line));
      cells.push_back(std::move(cell));
    } else {
      const size_t end = line.find(',');
      cells.emplace_back(line.substr(0, end));
      line.remove_prefix(end == absl::string_view::npos ? line.size() : end);
    }
    if (!absl::ConsumePrefix(&line, ",")) {
      return cells;
    }
  }
}

absl::StatusOr<std::vector<std::string>> CellsOf(absl::string_view line, Separator separator) {
  if (separator == Separator::kComma) {
    return CommaCells(line);
  }
  return std::vector<std::string>(absl::StrSplit(line, '\t'));
}

std::string FileName(const std::string& path) {
  return path.substr(path.find_last_of('/') + 1);
}

absl::Status FaultAt(absl::string_view name, size_t line, absl::string_view message) {
  return absl::InvalidArgumentError(absl::StrCat(name, " line ", line, ": ", message));
}

}  // namespace

absl::StatusOr<Sheet> ParseSheet(absl::string_view contents, absl::string_view name, Separator separator) {
  absl::ConsumePrefix(&contents, "\xEF\xBB\xBF");  // The mark that some spreadsheets put in front.
  Sheet sheet;
  sheet.name = std::string(name);
  size_t number = 0;
  for (absl::string_view line : absl::StrSplit(contents, '\n')) {
    ++number;
    absl::ConsumeSuffix(&line, "\r");
    if (line.empty()) {
      continue;
    }
    absl::StatusOr<std::vector<std::string>> cells = CellsOf(line, separator);
    if (!cells.ok()) {
      return FaultAt(name, number, cells.status().message());
    }
    if (sheet.header.empty()) {
      sheet.header = *std::move(cells);
      continue;
    }
    if (cells->size() != sheet.header.size()) {
      return FaultAt(name, number, absl::StrCat(cells->size(), " cells where the header has ", sheet.header.size()));
    }
    sheet.lines.push_back({.number = number, .cells = *std::move(cells)});
  }
  if (sheet.header.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(name, ": the file is empty; a header line is required"));
  }
  return sheet;
}

absl::StatusOr<Sheet> ReadSheet(const std::string& path) {
  JOBCARVE_ASSIGN_OR_RETURN(const std::string contents, ReadFile(path));
  return ParseSheet(contents, FileName(path), absl::EndsWith(path, ".csv") ? Separator::kComma : Separator::kTab);
}

std::optional<size_t> FindColumn(const Sheet& sheet, const ColumnNames& names) {
  for (const absl::string_view name : names) {
    const auto found = absl::c_find(sheet.header, name);
    if (found != sheet.header.end()) {
      return static_cast<size_t>(found - sheet.header.begin());
    }
  }
  return std::nullopt;
}

absl::StatusOr<std::vector<size_t>> RequireColumns(const Sheet& sheet, const std::vector<ColumnNames>& columns) {
  std::vector<size_t> places;
  for (const ColumnNames& names : columns) {
    const std::optional<size_t> place = FindColumn(sheet, names);
    if (!place) {
      return absl::InvalidArgumentError(absl::StrCat(sheet.name, ": the column '", absl::StrJoin(names, "' or '"),
                                                     "' is missing; the header has '", absl::StrJoin(sheet.header, "', '"), "'"));
    }
    places.push_back(*place);
  }
  return places;
}

std::string PlaceOf(const Sheet& sheet, const SheetLine& line) {
  return absl::StrCat(sheet.name, " line ", line.number);
}

absl::Status FaultIn(const Sheet& sheet, const SheetLine& line, absl::string_view message) {
  return FaultAt(sheet.name, line.number, message);
}

absl::StatusOr<double> NumberIn(const Sheet& sheet, const SheetLine& line, size_t column, double low, double high) {
  double number = 0;
  const std::string& cell = line.cells[column];
  if (!absl::SimpleAtod(cell, &number) || !std::isfinite(number) || number < low || number > high) {
    return FaultIn(sheet, line, absl::StrCat(sheet.header[column], " '", cell, "' is not a number in [", low, ", ", high, "]"));
  }
  return number;
}

}  // namespace jobcarve::io
