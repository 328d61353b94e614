#include "cli/stats.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/files.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::cli {
namespace {

TEST(StatsTest, WritesStagesInOrderThenCountsThenMemory) {
  const test::TemporaryFolder folder;
  Stats stats;
  stats.Begin("read");
  stats.Begin("solve");
  stats.Count("edges", 12);
  stats.Count("a \"quoted\" name", -1);
  ASSERT_OK(stats.Write(folder.Path("stats.json")));
  ASSERT_OK_AND_ASSIGN(const std::string json, io::ReadFile(folder.Path("stats.json")));
  EXPECT_THAT(json, testing::MatchesRegex("\\{\"seconds\": \\{\"read\": [0-9.]+, \"solve\": [0-9.]+\\}, "
                                          "\"counts\": \\{\"edges\": 12, \"a \\\\\"quoted\\\\\" name\": -1\\}, "
                                          "\"peak_bytes\": [1-9][0-9]+\\}\n"));
}

TEST(StatsTest, WithoutAStageItIsStillJson) {
  const test::TemporaryFolder folder;
  Stats stats;
  ASSERT_OK(stats.Write(folder.Path("stats.json")));
  ASSERT_OK_AND_ASSIGN(const std::string json, io::ReadFile(folder.Path("stats.json")));
  EXPECT_THAT(json, testing::StartsWith("{\"seconds\": {}, \"counts\": {}, \"peak_bytes\": "));
}

TEST(StatsTest, DoesNothingWithoutAPath) {
  Stats stats;
  stats.Begin("read");
  EXPECT_OK(stats.Write(""));
}

TEST(StatsTest, SaysWhereItCouldNotWrite) {
  Stats stats;
  EXPECT_THAT(stats.Write("no/such/stats.json").message(), testing::HasSubstr("no/such/stats.json"));
}

}  // namespace
}  // namespace jobcarve::cli
