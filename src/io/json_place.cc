// protobuf 3.21 ends a syntax error with the text around the place and a caret under the place; it knows no line. Looking the
// piece up in the text gives the line back. Tested by tests/io/market_io_test.cc.
#include "io/json_place.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace jobcarve::io {
namespace {

// "line:column" of a byte, both from 1.
std::string LineAndColumn(absl::string_view text, size_t offset) {
  const absl::string_view before = text.substr(0, offset);
  const size_t line_start = before.rfind('\n') == absl::string_view::npos ? 0 : before.rfind('\n') + 1;
  return absl::StrCat(std::count(before.begin(), before.end(), '\n') + 1, ":", offset - line_start + 1);
}

}  // namespace

std::string WithPlace(absl::string_view message, absl::string_view text) {
  const size_t caret_line = message.rfind('\n');
  const size_t quote_line = message.find('\n');
  const absl::string_view reason = absl::StripPrefix(message.substr(0, quote_line), ": ");
  if (!absl::EndsWith(message, "^") || quote_line == caret_line) {
    return std::string(reason);
  }
  const absl::string_view quote = message.substr(quote_line + 1, caret_line - quote_line - 1);
  const size_t caret = message.size() - caret_line - 2;
  const size_t found = text.find(quote);
  if (found == absl::string_view::npos || text.find(quote, found + 1) != absl::string_view::npos) {
    return std::string(reason);
  }
  return absl::StrCat(LineAndColumn(text, std::min(found + caret, text.size())), ": ", reason);
}

}  // namespace jobcarve::io
