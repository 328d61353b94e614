// Whatever stands in a file, the tool says what is wrong with it and ends with exit code 2: no crash, no half-written output.
#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/io/files.h"
#include "jobcarve/io/market_io.h"
#include "support/run_binary.h"
#include "support/shared_data.h"
#include "support/status_matchers.h"
#include "support/temporary_folder.h"

namespace jobcarve::test {
namespace {

using testing::HasSubstr;
using testing::Not;

struct BadFile {
  std::string name;
  std::string contents;
};

std::string Repeated(absl::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    absl::StrAppend(&all, text);
  }
  return all;
}

std::string RandomBytes(uint64_t seed, int count) {
  Rng rng(seed);
  std::string bytes;
  for (int i = 0; i < count; ++i) {
    bytes.push_back(static_cast<char>(rng.Below(256)));
  }
  return bytes;
}

// No market, no plan and no options.
std::vector<BadFile> BadFiles() {
  return {
      {"empty.json", ""},
      {"blank.json", " \n\n"},
      {"truncated.json", R"({"title": "half a mar)"},
      {"list.json", "[]"},
      {"number.json", "7"},
      {"null.json", "null"},
      {"twice.json", "{}{}"},
      {"unknown_field.json", R"({"diagnosis": "none of our business"})"},
      {"huge_number.json",
       R"({"jobs": [{"openings": 1e400}], "proposals": [{"weekly_minutes": 1e400}], "max_adjustments": 1e400})"},
      {"wrong_type.json", R"({"jobs": "many", "proposals": "many", "max_adjustments": "many"})"},
      {"deep_list.json", Repeated("[", 100'000)},
      {"deep_object.json", Repeated(R"({"jobs":)", 50'000)},
      {"not_utf8.json", "{\"title\": \"\xff\xfe\xc3\x28\"}"},
      {"zeros.json", std::string(1000, '\0')},
      {"random.json", RandomBytes(1, 1000)},
      {"truncated.txtpb", "title: \"half a mar"},
      {"unknown_field.txtpb", "diagnosis: \"none\""},
      {"deep.txtpb", Repeated("jobs { ", 50'000)},
      {"not_utf8.txtpb", "title: \"\\377\\376\""},
      {"random.txtpb", RandomBytes(2, 1000)},
      {"random.pb", RandomBytes(3, 1000)},
      {"truncated.pb", "\x0a\x7fshort"},
      {"unknown_field.pb", "\xf8\x7f\x01"},
      {"text.pb", "This is a letter, not a market."},
      {"market.xlsx", "PK\x03\x04"},
      {"no_ending", "{}"},
  };
}

// The words of a command that reads `path` in each place where it reads a file; outputs go to `out`.
std::vector<std::vector<std::string>> CommandsThatRead(const std::string& path, const std::string& out) {
  const std::string market = SourcePath("examples/data/first.json");
  const std::string plan = SourcePath("examples/data/first.plan.json");
  return {
      {"check", path},
      {"solve", path, "--out", out},
      {"solve", market, "--options", path, "--out", out},
      {"carve", path, "--candidate", "c-ash", "--job", "library-assistant", "--out", out},
      {"carve", market, "--candidate", "c-ash", "--job", "library-assistant", "--options", path, "--out", out},
      {"verify", path, plan},
      {"verify", market, path},
      {"report", path, plan, "--out", out},
      {"report", market, path, "--out", out},
  };
}

// `path` must stand in the message, and each line must be about something: no line is empty.
void ExpectRefused(const std::vector<std::string>& words, const std::string& path, const std::string& out) {
  SCOPED_TRACE(testing::PrintToString(words));
  const Outcome outcome = RunJobcarve(words);
  EXPECT_EQ(outcome.exit_code, 2) << outcome.errors;
  EXPECT_EQ(outcome.output, "");
  EXPECT_TRUE(absl::StartsWith(outcome.errors, absl::StrCat("jobcarve ", words[0], ": "))) << outcome.errors;
  EXPECT_THAT(outcome.errors.substr(0, outcome.errors.find('\n')), HasSubstr(path));
  EXPECT_THAT(outcome.errors, Not(HasSubstr("\n\n")));
  EXPECT_THAT(outcome.errors, Not(HasSubstr("bug")));
  EXPECT_LT(outcome.errors.size(), 2000u) << "one fault, a few words";
  EXPECT_FALSE(io::ReadFile(out).ok()) << "nothing may be written";
}

TEST(MalformedTest, EveryCommandRefusesEveryBadFile) {
  const TemporaryFolder folder;
  const std::string out = folder.Path("out.json");
  for (const BadFile& bad : BadFiles()) {
    const std::string path = folder.Path(bad.name);
    ASSERT_OK(io::WriteFile(path, bad.contents));
    for (const std::vector<std::string>& words : CommandsThatRead(path, out)) {
      ExpectRefused(words, path, out);
    }
  }
}

TEST(MalformedTest, EveryCommandRefusesADirectoryAndAMissingFile) {
  const TemporaryFolder folder;
  const std::string out = folder.Path("out.json");
  for (const std::string& path : {folder.path() + "/..", folder.Path("missing.json"), folder.Path("no/folder.pb")}) {
    for (const std::vector<std::string>& words : CommandsThatRead(path, out)) {
      ExpectRefused(words, path, out);
    }
  }
}

TEST(MalformedTest, AnEmptyMessageIsNoMarketAndNoPlan) {
  const TemporaryFolder folder;
  const std::string market = SourcePath("examples/data/first.json");
  for (const char* name : {"empty.txtpb", "empty.pb", "empty_object.json"}) {
    const std::string path = folder.Path(name);
    ASSERT_OK(io::WriteFile(path, absl::EndsWith(name, "json") ? "{}" : ""));
    ExpectRefused({"solve", path, "--out", folder.Path("out.json")}, path, folder.Path("out.json"));
    ExpectRefused({"verify", path, market}, market, folder.Path("out.json"));
    ExpectRefused({"report", market, path}, path, folder.Path("out.json"));
    ExpectRefused({"verify", market, path}, path, folder.Path("out.json"));
    EXPECT_EQ(RunJobcarve({"check", path}).exit_code, 2);
    EXPECT_EQ(RunJobcarve({"solve", market, "--options", path, "--quiet"}).exit_code, 0) << "no options are the defaults";
  }
}

TEST(MalformedTest, MatchAndImportRefuseBadFiles) {
  const TemporaryFolder folder;
  const std::string out = folder.Path("out.json");
  const std::string data = SourcePath("tests/data/onet");
  for (const BadFile& bad : BadFiles()) {
    const std::string path = folder.Path(bad.name);
    ASSERT_OK(io::WriteFile(path, bad.contents));
    const std::vector<std::vector<std::string>> commands = {
        {"match", path, "--out", out},
        {"import", "onet", data + "/plain", "--context", data + "/context", "--jobs", path, "--as-of", "2026-11-02", "--out",
         out},
        {"import", "onet", data + "/plain", "--context", data + "/context", "--jobs", data + "/jobs.csv", "--merge", path,
         "--as-of", "2026-11-02", "--out", out},
    };
    for (const std::vector<std::string>& words : commands) {
      const Outcome outcome = RunJobcarve(words);
      EXPECT_EQ(outcome.exit_code, 2) << testing::PrintToString(words) << outcome.errors;
      EXPECT_FALSE(io::ReadFile(out).ok()) << testing::PrintToString(words);
    }
  }
}

// A plan is read by people's tools in between: numbers and names in it may be anything.
TEST(MalformedTest, ADamagedPlanNeverEndsInACrash) {
  const TemporaryFolder folder;
  const std::string market = SourcePath("examples/data/first.json");
  ASSERT_OK_AND_ASSIGN(const std::string plan, io::ReadFile(SourcePath("examples/data/first.plan.json")));
  std::set<std::string> lines;
  // Not the provenance: a weight that counts nothing in this market may be any.
  for (size_t start = plan.find("\n \"totals\""), end = 0; (end = plan.find('\n', start)) != std::string::npos; start = end + 1) {
    lines.insert(plan.substr(start, end - start));
  }
  const std::vector<std::string> values = {"\"\"", "-1", "\"9223372036854775807\"", "\"no such thing\"", "99"};
  const std::string path = folder.Path("plan.json");
  size_t read = 0;
  size_t turn = 0;
  for (const std::string& line : lines) {
    const size_t colon = line.find(": ");
    if (colon == std::string::npos || absl::EndsWith(line, "{") || absl::EndsWith(line, "[")) {
      continue;
    }
    const std::string& value = values[++turn % values.size()];
    const std::string damaged = absl::StrCat(line.substr(0, colon + 2), value, absl::EndsWith(line, ",") ? "," : "");
    ASSERT_OK(io::WriteFile(path, absl::StrReplaceAll(plan, {{"\n" + line + "\n", "\n" + damaged + "\n"}})));
    for (const std::string command : {"verify", "report"}) {
      const Outcome outcome = RunJobcarve({command, market, path});
      EXPECT_THAT(outcome.exit_code, testing::AnyOf(0, 2, 3)) << command << damaged << outcome.errors;
      EXPECT_FALSE(command == "verify" && outcome.exit_code == 0 && damaged != line) << damaged;
      read += outcome.exit_code != 2 ? 1 : 0;
    }
  }
  EXPECT_GT(read, 20u) << "some damage must get past the parser";
}

}  // namespace
}  // namespace jobcarve::test
