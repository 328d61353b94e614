#include "io/sheet.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(SheetTest, ReadsTabsWithoutQuotesAndCommasWithThem) {
  ASSERT_OK_AND_ASSIGN(const Sheet tabs, ParseSheet("\xEF\xBB\xBF"
                                                    "a\tb\r\n1\t\"x\"\r\n\r\n2\ty\r\n",
                                                    "t.tsv", Separator::kTab));
  EXPECT_THAT(tabs.header, ElementsAre("a", "b"));
  EXPECT_THAT(tabs.lines[0].cells, ElementsAre("1", "\"x\""));
  EXPECT_EQ(tabs.lines[1].number, 4U);
  ASSERT_OK_AND_ASSIGN(const Sheet commas, ParseSheet("a,b,c\n1,\"x, \"\"y\"\"\",\n", "t.csv", Separator::kComma));
  EXPECT_THAT(commas.lines[0].cells, ElementsAre("1", "x, \"y\"", ""));
}

TEST(SheetTest, FaultsNameTheFileAndTheLine) {
  EXPECT_EQ(ParseSheet("", "t.tsv", Separator::kTab).status().message(), "t.tsv: the file is empty; a header line is required");
  EXPECT_EQ(ParseSheet("a\tb\n1\n", "t.tsv", Separator::kTab).status().message(), "t.tsv line 2: 1 cells where the header has 2");
  EXPECT_EQ(ParseSheet("a\n\"1\n", "t.csv", Separator::kComma).status().message(),
            "t.csv line 2: a quote that is opened is not closed on the line");
  EXPECT_EQ(ParseSheet("a\n\"1\"2\n", "t.csv", Separator::kComma).status().message(), "t.csv line 2: text after a closing quote");
  EXPECT_THAT(ReadSheet("/nowhere/t.tsv").status().message(), HasSubstr("/nowhere/t.tsv"));
}

TEST(SheetTest, ColumnsAreFoundByAnyOfTheirNames) {
  ASSERT_OK_AND_ASSIGN(const Sheet sheet, ParseSheet("b\ta\n3\t7.5\n", "t.tsv", Separator::kTab));
  ASSERT_OK_AND_ASSIGN(const std::vector<size_t> at, RequireColumns(sheet, {{"A", "a"}, {"b"}}));
  EXPECT_THAT(at, ElementsAre(1, 0));
  EXPECT_EQ(RequireColumns(sheet, {{"C", "c"}}).status().message(),
            "t.tsv: the column 'C' or 'c' is missing; the header has 'b', 'a'");
}

TEST(SheetTest, NumbersOutOfRangeAreFaults) {
  ASSERT_OK_AND_ASSIGN(const Sheet sheet, ParseSheet("a\tb\n7.5\tx\n", "t.tsv", Separator::kTab));
  ASSERT_OK_AND_ASSIGN(const double number, NumberIn(sheet, sheet.lines[0], 0, 0, 10));
  EXPECT_EQ(number, 7.5);
  EXPECT_EQ(NumberIn(sheet, sheet.lines[0], 0, 1, 5).status().message(), "t.tsv line 2: a '7.5' is not a number in [1, 5]");
  EXPECT_EQ(NumberIn(sheet, sheet.lines[0], 1, 1, 5).status().message(), "t.tsv line 2: b 'x' is not a number in [1, 5]");
}

}  // namespace
}  // namespace jobcarve::io
