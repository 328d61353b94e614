#include "jobcarve/io/market_io.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using test::SmallMarket;
using testing::HasSubstr;

TEST(MarketIoTest, TheEndingSaysTheFormat) {
  EXPECT_EQ(*FormatOf("a.json"), Format::kJson);
  EXPECT_EQ(*FormatOf("a.b/c.txtpb"), Format::kText);
  EXPECT_EQ(*FormatOf("x.pb"), Format::kBinary);
  EXPECT_EQ(FormatOf("x.csv").status().message(), "x.csv: the name must end with .json, .txtpb or .pb, which says its format");
}

TEST(MarketIoTest, ErrorsBeginWithThePath) {
  EXPECT_EQ(ReadMarket("no/such.json").status().code(), absl::StatusCode::kNotFound);
  const std::string path = testing::TempDir() + "/jobcarve_market_io_test.json";
  Market market = SmallMarket();
  market.title = "\xff";
  EXPECT_EQ(WriteMarket(path, market).message(), path + ": title: is not UTF-8");
  market.title = "ward";
  ASSERT_OK(WriteMarket(path, market));
  ASSERT_OK_AND_ASSIGN(const Market back, ReadMarket(path));
  EXPECT_EQ(back.title, "ward");
  EXPECT_EQ(Fingerprint(back), Fingerprint(market));
  EXPECT_THAT(ReadPlan(path).status().message(), HasSubstr(path + ": "));
}

TEST(MarketIoTest, NumbersThatTheWireCannotHoldAreRefused) {
  Market market = SmallMarket();
  market.adjustments[0].one_off = Pence{2'147'483'648};
  EXPECT_EQ(FormatMarket(market, Format::kBinary).status().message(),
            "Adjustment.one_off_pence: 2147483648 is outside -2147483648..2147483647");
}

struct BadInput {
  std::string contents;
  Format format;
  std::string message;
};

TEST(MarketIoTest, BadInputIsNamedWithItsPlace) {
  const std::vector<BadInput> cases = {
      {"", Format::kJson, "1:1: Unexpected end of string. Expected a value."},
      {"[]", Format::kJson, "Root element must be a message."},
      {"{\n \"jobs\": [ {\"id\": \"x\",\n  \"openings\": ] }", Format::kJson, "3:15: Unexpected token."},
      {R"({"jobs":[{"opening":3}]})", Format::kJson, "(jobs[0]) opening: Cannot find field."},
      {R"({"jobs":[{"openings":3.5}]})", Format::kJson, "(jobs[0].openings): invalid value 3.5 for type TYPE_INT32"},
      {R"({"jobs":[{"openings":3000000000}]})", Format::kJson,
       "(jobs[0].openings): invalid value 3000000000 for type TYPE_INT32"},
      {"{\"title\":\"\xff\"}", Format::kJson, "1:11: Encountered non UTF-8 code points."},
      {"jobs { openings: x }", Format::kText, "1:18: Expected integer, got: x"},
      {"jobs { opening: 1 }", Format::kText, "1:15: Message type \"jobcarve.v1.Job\" has no field named \"opening\"."},
      {R"(jobs { tags: "a" tags: "\377" })", Format::kText, "jobs[0].tags[1]: is not UTF-8"},
      {std::string("\x0a\x05\x61", 3), Format::kBinary,
       "these 3 bytes are no jobcarve.v1.Market in binary: truncated, damaged, or another format"},
      {"\x0a\x01\xff", Format::kBinary,
       "these 3 bytes are no jobcarve.v1.Market in binary: truncated, damaged, or another format"},
      {"\xf8\x01\x01", Format::kBinary, "has no field number 31 in jobcarve.v1.Market"},
      {std::string("\x3a\x03\xf8\x01\x01", 5), Format::kBinary, "jobs[0]: has no field number 31 in jobcarve.v1.Job"},
  };
  for (const BadInput& input : cases) {
    const absl::StatusOr<Market> market = ParseMarket(input.contents, input.format);
    EXPECT_EQ(market.status().code(), absl::StatusCode::kInvalidArgument) << testing::PrintToString(input.contents);
    EXPECT_EQ(market.status().message(), input.message) << testing::PrintToString(input.contents);
  }
}

TEST(MarketIoTest, DeepNestingIsRefused) {
  std::string json;
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    json += "{\"jobs\":";
    text += "jobs { ";
  }
  EXPECT_FALSE(ParseMarket(json, Format::kJson).ok());
  EXPECT_FALSE(ParseMarket(std::string(200'000, '['), Format::kJson).ok());
  EXPECT_FALSE(ParseMarket(text, Format::kText).ok());
}

TEST(MarketIoTest, EveryTruncationOfAMarketIsReadOrRefused) {
  for (const Format format : {Format::kJson, Format::kText, Format::kBinary}) {
    ASSERT_OK_AND_ASSIGN(const std::string whole, FormatMarket(SmallMarket(), format));
    for (size_t size = 0; size < whole.size(); ++size) {
      const absl::StatusOr<Market> market = ParseMarket(absl::string_view(whole).substr(0, size), format);
      if (!market.ok()) {
        EXPECT_EQ(market.status().code(), absl::StatusCode::kInvalidArgument);
      }
    }
  }
}

TEST(MarketIoTest, AbsentOptionsHaveTheirDefaults) {
  ASSERT_OK_AND_ASSIGN(const SolveOptions none, ParseOptions("{}", Format::kJson));
  EXPECT_EQ(none, SolveOptions{});
  ASSERT_OK_AND_ASSIGN(const SolveOptions some,
                       ParseOptions(R"({"scoring": {"travel_minute": 0}, "max_provider_pence": "7"})", Format::kJson));
  SolveOptions expected;
  expected.scoring.travel_minute = Score{0};
  expected.max_provider_cost = Pence{7};
  EXPECT_EQ(some, expected);
}

TEST(MarketIoTest, PlansSayEveryOptionThatWasInForce) {
  Plan plan;
  plan.provenance.options.scoring.travel_minute = Score{0};
  ASSERT_OK_AND_ASSIGN(const std::string json, FormatPlan(plan, Format::kJson));
  EXPECT_THAT(json, HasSubstr("\"travel_minute\": \"0\""));
  EXPECT_THAT(json, HasSubstr("\"max_adjustments\": 4"));
  EXPECT_THAT(json, HasSubstr("\"search_node_limit\": 100000"));
}

TEST(MarketIoTest, PlansWithoutDatesAreRefused) {
  EXPECT_THAT(ParsePlan("{}", Format::kJson).status().message(), HasSubstr("provenance.as_of: '' is not a date"));
  EXPECT_THAT(ParsePlan(R"({"provenance": {"as_of": "2026-11-02"}, "proposals": [{"earliest_start": "x"}]})", Format::kJson)
                  .status()
                  .message(),
              HasSubstr("proposals[0].earliest_start: 'x' is not a date"));
}

// Fixed for ever: plans refer to their market by it.
TEST(MarketIoTest, TheFingerprintOfAnEmptyMarketIsThatOfNoBytes) {
  EXPECT_EQ(Fingerprint(Market{}), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_NE(Fingerprint(SmallMarket()), Fingerprint(Market{}));
}

}  // namespace
}  // namespace jobcarve::io
