// Uses a header-only part and a compiled part of the installed library.
#include <iostream>

#include "jobcarve/base/date.h"
#include "jobcarve/base/units.h"
#include "jobcarve/base/version.h"

int main() {
  const absl::StatusOr<jobcarve::Date> date = jobcarve::ParseDate("2026-02-27");
  if (!date.ok() || jobcarve::FormatDate(*date + jobcarve::Days{2}) != "2026-03-01") {
    return 1;
  }
  std::cout << "jobcarve " << jobcarve::Version() << ": " << jobcarve::kMinutesPerWeek.count() << " minutes a week\n";
  return 0;
}
