// Levenshtein distance by one row of the usual table. Tested by tests/cli/nearest_test.cc.
#include "cli/nearest.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "absl/strings/str_cat.h"

namespace jobcarve::cli {
namespace {

size_t EditDistance(absl::string_view a, absl::string_view b) {
  std::vector<size_t> row(b.size() + 1);  // row[j]: edits from the letters of `a` seen so far to the first j of `b`.
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> NearestWord(absl::string_view typed, const std::vector<std::string>& known) {
  size_t fewest = std::max<size_t>(typed.size() / 3, 1) + 1;
  std::optional<std::string> nearest;
  for (const std::string& word : known) {
    if (const size_t distance = EditDistance(typed, word); distance < fewest) {
      fewest = distance;
      nearest = word;
    }
  }
  return nearest;
}

std::string DidYouMean(absl::string_view typed, const std::vector<std::string>& known) {
  const std::optional<std::string> nearest = NearestWord(typed, known);
  return nearest.has_value() ? absl::StrCat(", did you mean '", *nearest, "'?") : "";
}

}  // namespace jobcarve::cli
