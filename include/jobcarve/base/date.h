// date.h: a calendar day, without a time or a zone.
//
//   JOBCARVE_ASSIGN_OR_RETURN(const Date as_of, ParseDate("2026-02-27"));
//   const Date start = as_of + Days{14};
//   FormatDate(start);                         // "2026-03-13"
//   start - as_of;                             // Days{14}
//
// The calendar is the proleptic Gregorian one. There is no "today": the engine reads no clock.
#ifndef JOBCARVE_BASE_DATE_H_
#define JOBCARVE_BASE_DATE_H_

#include <compare>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/units.h"

namespace jobcarve {

class Date {
 public:
  constexpr Date() = default;  // 1970-01-01.
  explicit constexpr Date(Days since_epoch) : since_epoch_(since_epoch) {}

  // Days from 1970-01-01, negative before it.
  constexpr Days since_epoch() const { return since_epoch_; }

  constexpr auto operator<=>(const Date&) const = default;
  friend constexpr Date operator+(Date date, Days days) { return Date(date.since_epoch_ + days); }
  friend constexpr Date operator-(Date date, Days days) { return Date(date.since_epoch_ - days); }
  friend constexpr Days operator-(Date a, Date b) { return a.since_epoch_ - b.since_epoch_; }

 private:
  Days since_epoch_;
};

// Reads "YYYY-MM-DD", exactly ten characters, years 1900 to 2199.
// Errors: InvalidArgument with the text and what is wrong with it.
absl::StatusOr<Date> ParseDate(absl::string_view text);

// "YYYY-MM-DD"; ParseDate reads it back. Meant for the years 0 to 9999: other years print with their sign and digits.
std::string FormatDate(Date date);

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_DATE_H_
