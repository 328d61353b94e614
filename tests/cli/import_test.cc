#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "support/run_binary.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

std::string Data(const std::string& path) {
  return SourcePath("tests/data/onet/" + path);
}

std::vector<std::string> Words(const std::string& out, std::vector<std::string> more = {}) {
  std::vector<std::string> words = {"import", "onet",           Data("plain"), "--context",  Data("context"),
                                    "--jobs", Data("jobs.csv"), "--as-of",     "2026-11-02", "--out",
                                    out};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

TEST(ImportTest, WritesAMarket) {
  const TemporaryFolder folder;
  const Outcome outcome = RunJobcarve(Words(folder.Path("market.json"), {"--title", "Tea"}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_THAT(outcome.errors, HasSubstr("1 job, 0 adjustments, 0 candidates"));
  ASSERT_OK_AND_ASSIGN(const Market market, io::ReadMarket(folder.Path("market.json")));
  EXPECT_EQ(market.title, "Tea");
  EXPECT_THAT(market.jobs, SizeIs(1));
}

TEST(ImportTest, MergesACatalogue) {
  const TemporaryFolder folder;
  ASSERT_OK(io::WriteFile(folder.Path("more.json"),
                          R"({"adjustments": [{"id": "stool", "name": "Stool", "kind": "TECHNICAL",
                              "effects": [{"dimension_id": "onet:4.C.2.d.1.b", "ease": 2}]}]})"));
  const Outcome outcome = RunJobcarve(Words(folder.Path("market.pb"), {"--merge", folder.Path("more.json")}));
  EXPECT_EQ(outcome.exit_code, 0) << outcome.errors;
  EXPECT_THAT(outcome.errors, HasSubstr("1 job, 1 adjustment,"));
}

TEST(ImportTest, FaultsEndWithTwoAndWriteNothing) {
  const TemporaryFolder folder;
  const Outcome unknown = RunJobcarve({"import", "esco", "x", "--jobs", "y", "--as-of", "2026-11-02", "--out", "z.json"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.errors, HasSubstr("'esco' is not known"));
  ASSERT_OK(io::WriteFile(folder.Path("more.json"),
                          R"({"adjustments": [{"id": "stool", "name": "Stool", "kind": "TECHNICAL",
                              "effects": [{"dimension_id": "chairs", "ease": 2}]}]})"));
  const Outcome dangling = RunJobcarve(Words(folder.Path("market.json"), {"--merge", folder.Path("more.json")}));
  EXPECT_EQ(dangling.exit_code, 2);
  EXPECT_THAT(dangling.errors, HasSubstr("chairs"));
  EXPECT_FALSE(io::ReadFile(folder.Path("market.json")).ok());
}

}  // namespace
}  // namespace jobcarve::test
