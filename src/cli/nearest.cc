// Edit distance with swaps (the "optimal string alignment" form), by the usual table. Tested by tests/cli/nearest_test.cc.
#include "cli/nearest.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"

namespace jobcarve::cli {
namespace {

// One edit adds, drops or replaces a letter, or swaps two neighbours.
size_t EditDistance(absl::string_view a, absl::string_view b) {
  std::vector<std::vector<size_t>> edits(a.size() + 1, std::vector<size_t>(b.size() + 1));  // From i letters of a to j of b.
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = i + j;
        continue;
      }
      const size_t replaced = edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      edits[i][j] = std::min({replaced, edits[i - 1][j] + 1, edits[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
      }
    }
  }
  return edits[a.size()][b.size()];
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
