// Tested by tests/cli/text_test.cc.
#include "cli/text.h"

#include <cstddef>

#include "absl/strings/str_cat.h"

namespace jobcarve::cli {

std::string Grouped(int64_t number) {
  std::string digits = absl::StrCat(number);
  const size_t first = number < 0 ? 1 : 0;
  for (size_t place = digits.size(); place > first + 3; place -= 3) {
    digits.insert(place - 3, 1, ',');
  }
  return digits;
}

std::string Counted(int64_t count, absl::string_view thing) {
  return absl::StrCat(Grouped(count), " ", thing, count == 1 ? "" : "s");
}

std::string JsonString(absl::string_view text) {
  std::string json = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') {
      absl::StrAppend(&json, "\\", absl::string_view(&letter, 1));
    } else if (static_cast<unsigned char>(letter) < 0x20) {
      absl::StrAppend(&json, "\\u", absl::Hex(static_cast<unsigned char>(letter), absl::kZeroPad4));
    } else {
      json.push_back(letter);
    }
  }
  json.push_back('"');
  return json;
}

}  // namespace jobcarve::cli
