// The calendar is std::chrono's; this file only reads and writes text, strictly. Tested by tests/base/date_test.cc.
#include "jobcarve/base/date.h"

#include <chrono>
#include <cstddef>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace jobcarve {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;
constexpr size_t kTextSize = 10;

bool HasDateShape(absl::string_view text) {
  if (text.size() != kTextSize) {
    return false;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_dash_place = i == 4 || i == 7;
    if (is_dash_place ? text[i] != '-' : !absl::ascii_isdigit(static_cast<unsigned char>(text[i]))) {
      return false;
    }
  }
  return true;
}

int NumberOf(absl::string_view digits) {
  int number = 0;
  for (const char digit : digits) {
    number = number * 10 + (digit - '0');
  }
  return number;
}

}  // namespace

absl::StatusOr<Date> ParseDate(absl::string_view text) {
  if (!HasDateShape(text)) {
    return absl::InvalidArgumentError(absl::StrCat("'", text.substr(0, 64), "' is not a date of the form YYYY-MM-DD"));
  }
  const int year = NumberOf(text.substr(0, 4));
  if (year < kFirstYear || year > kLastYear) {
    return absl::InvalidArgumentError(absl::StrCat("'", text, "': year outside [", kFirstYear, ", ", kLastYear, "]"));
  }
  const std::chrono::year_month_day day(std::chrono::year(year),
                                        std::chrono::month(static_cast<unsigned>(NumberOf(text.substr(5, 2)))),
                                        std::chrono::day(static_cast<unsigned>(NumberOf(text.substr(8, 2)))));
  if (!day.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("'", text, "': there is no such day"));
  }
  return Date(Days{std::chrono::sys_days(day).time_since_epoch().count()});
}

std::string FormatDate(Date date) {
  const std::chrono::days since_epoch(static_cast<int>(date.since_epoch().count()));
  const std::chrono::year_month_day day{std::chrono::sys_days(since_epoch)};
  return absl::StrCat(absl::Dec(static_cast<int>(day.year()), absl::kZeroPad4), "-",
                      absl::Dec(static_cast<unsigned>(day.month()), absl::kZeroPad2), "-",
                      absl::Dec(static_cast<unsigned>(day.day()), absl::kZeroPad2));
}

}  // namespace jobcarve
