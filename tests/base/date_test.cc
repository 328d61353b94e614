#include "jobcarve/base/date.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/status_matchers.h"

namespace jobcarve {
namespace {

using testing::HasSubstr;

TEST(DateTest, CountsFromTheEpoch) {
  EXPECT_EQ(FormatDate(Date()), "1970-01-01");
  ASSERT_OK_AND_ASSIGN(const Date date, ParseDate("2000-03-01"));
  EXPECT_EQ(date.since_epoch(), Days{11'017});
}

TEST(DateTest, KnowsLeapYears) {
  EXPECT_OK(ParseDate("2000-02-29"));
  EXPECT_OK(ParseDate("2024-02-29"));
  EXPECT_THAT(ParseDate("1900-02-29").status().message(), HasSubstr("'1900-02-29': there is no such day"));
  EXPECT_FALSE(ParseDate("2023-02-29").ok());
}

TEST(DateTest, AddsDaysAcrossMonthsAndYears) {
  ASSERT_OK_AND_ASSIGN(const Date eve, ParseDate("2025-12-31"));
  EXPECT_EQ(FormatDate(eve + Days{1}), "2026-01-01");
  EXPECT_EQ(FormatDate(eve - Days{365}), "2024-12-31");
  EXPECT_EQ((eve + Days{60}) - eve, Days{60});
  EXPECT_LT(eve, eve + Days{1});
}

TEST(DateTest, EveryDayOfItsYearsReadsBack) {
  ASSERT_OK_AND_ASSIGN(Date date, ParseDate("1900-01-01"));
  ASSERT_OK_AND_ASSIGN(const Date last, ParseDate("2199-12-31"));
  EXPECT_EQ(last - date, Days{109'572});  // 300 * 365 + 73 leap days, less the first day itself.
  for (; date <= last; date = date + Days{1}) {
    const std::string text = FormatDate(date);
    const absl::StatusOr<Date> again = ParseDate(text);
    ASSERT_OK(again) << text;
    ASSERT_EQ(*again, date) << text;
  }
}

TEST(DateTest, RefusesWhatIsNoDate) {
  for (const char* text : {"", "2026-1-01", "2026-01-1", "2026/01/01", "26-01-01", "2026-01-01 ", " 2026-01-01", "2026-00-10",
                           "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "+026-01-01", "2026-0x-01", "20260101"}) {
    const absl::Status status = ParseDate(text).status();
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << text;
    EXPECT_THAT(status.message(), HasSubstr(text));
  }
}

TEST(DateTest, RefusesYearsFarAway) {
  EXPECT_THAT(ParseDate("1899-12-31").status().message(), HasSubstr("year outside [1900, 2199]"));
  EXPECT_THAT(ParseDate("2200-01-01").status().message(), HasSubstr("year outside [1900, 2199]"));
}

}  // namespace
}  // namespace jobcarve
