// Nothing is forgotten between the wire and our structs: messages are filled through protobuf's reflection, every field of every
// message, and must come back field for field in each format.
#include <string>

#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
#include "google/protobuf/util/message_differencer.h"
#include "gtest/gtest.h"
#include "io/wire.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/io/market_io.h"
#include "support/builders.h"
#include "support/status_matchers.h"

namespace jobcarve::io {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr Format kFormats[] = {Format::kJson, Format::kText, Format::kBinary};

std::string TextFor(const FieldDescriptor& field, Rng& rng) {
  if (field.name() == "as_of" || field.name() == "earliest_start" || field.name() == "late_start") {
    return "2026-11-" + std::to_string(rng.Between(10, 30));
  }
  return field.name() + std::to_string(rng.Below(1000)) + "\xc3\xa9\"<\\";
}

void FillOne(Message& message, const FieldDescriptor& field, Rng& rng);

// Every field that can be present is: one to three of a repeated one, never a default.
void FillAll(Message& message, Rng& rng) {
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor& field = *message.GetDescriptor()->field(i);
    for (int64_t left = field.is_repeated() ? rng.Between(1, 3) : 1; left > 0; --left) {
      FillOne(message, field, rng);
    }
  }
}

void FillOne(Message& message, const FieldDescriptor& field, Rng& rng) {
  const Reflection& reflection = *message.GetReflection();
  const bool is_repeated = field.is_repeated();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return FillAll(is_repeated ? *reflection.AddMessage(&message, &field) : *reflection.MutableMessage(&message, &field), rng);
    case FieldDescriptor::CPPTYPE_STRING:
      return is_repeated ? reflection.AddString(&message, &field, TextFor(field, rng))
                         : reflection.SetString(&message, &field, TextFor(field, rng));
    case FieldDescriptor::CPPTYPE_ENUM: {
      const int number = static_cast<int>(rng.Between(1, field.enum_type()->value_count() - 1));
      return is_repeated ? reflection.AddEnumValue(&message, &field, number) : reflection.SetEnumValue(&message, &field, number);
    }
    case FieldDescriptor::CPPTYPE_INT32:
      return reflection.SetInt32(&message, &field, static_cast<int32_t>(rng.Between(1, INT32_MAX)));
    case FieldDescriptor::CPPTYPE_INT64:
      return reflection.SetInt64(&message, &field, rng.Between(INT32_MAX, INT64_MAX / 4));
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return reflection.SetDouble(&message, &field, static_cast<double>(rng.Between(1, 1'000'000'000)) / 7);
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection.SetBool(&message, &field, true);
    default:
      FAIL() << "a new type of field: " << field.full_name();
  }
}

std::string Difference(const Message& expected, const Message& found) {
  std::string report;
  google::protobuf::util::MessageDifferencer differencer;
  differencer.ReportDifferencesToString(&report);
  return differencer.Compare(expected, found) ? "" : report;
}

TEST(RoundTripTest, EveryFieldOfAMarketSurvives) {
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    Rng rng(seed);
    pb::Market proto;
    FillAll(proto, rng);
    proto.clear_use_starter_catalogue();  // Asks the reader to add what a writer then writes: tests/io/starter_catalogue_test.cc.
    Narrowing narrow;
    pb::Market back;
    ToProto(FromProto(proto), narrow, &back);
    EXPECT_OK(narrow.status());
    EXPECT_EQ(Difference(proto, back), "") << "seed " << seed;
  }
}

TEST(RoundTripTest, EveryFieldOfAPlanSurvives) {
  for (uint64_t seed = 1; seed <= 20; ++seed) {
    Rng rng(seed);
    pb::Plan proto;
    FillAll(proto, rng);
    Narrowing narrow;
    pb::Plan back;
    ASSERT_OK_AND_ASSIGN(const Plan plan, FromProto(proto));
    ToProto(plan, narrow, &back);
    EXPECT_OK(narrow.status());
    EXPECT_EQ(Difference(proto, back), "") << "seed " << seed;
  }
}

TEST(RoundTripTest, EveryFieldOfOptionsSurvives) {
  Rng rng(1);
  pb::SolveOptions proto;
  FillAll(proto, rng);
  Narrowing narrow;
  pb::SolveOptions back;
  ToProto(FromProto(proto), narrow, &back);
  EXPECT_EQ(Difference(proto, back), "");
}

TEST(RoundTripTest, FormatParseFormatGivesTheSameBytesInEveryFormat) {
  for (uint64_t seed = 1; seed <= 10; ++seed) {
    Rng rng(seed);
    pb::Market market_proto;
    FillAll(market_proto, rng);
    pb::Plan plan_proto;
    FillAll(plan_proto, rng);
    const Market market = FromProto(market_proto);
    ASSERT_OK_AND_ASSIGN(const Plan plan, FromProto(plan_proto));
    for (const Format format : kFormats) {
      ASSERT_OK_AND_ASSIGN(const std::string market_bytes, FormatMarket(market, format));
      ASSERT_OK_AND_ASSIGN(const Market market_back, ParseMarket(market_bytes, format));
      ASSERT_OK_AND_ASSIGN(const std::string market_again, FormatMarket(market_back, format));
      EXPECT_EQ(market_bytes, market_again) << "seed " << seed;
      EXPECT_EQ(Fingerprint(market), Fingerprint(market_back)) << "seed " << seed;
      ASSERT_OK_AND_ASSIGN(const std::string plan_bytes, FormatPlan(plan, format));
      ASSERT_OK_AND_ASSIGN(const Plan plan_back, ParsePlan(plan_bytes, format));
      EXPECT_EQ(plan, plan_back) << "seed " << seed;
    }
  }
}

// Absent is not zero: what is absent stays so, and what is present with zero too.
TEST(RoundTripTest, PresenceSurvives) {
  Market market = test::SmallMarket();
  for (const Format format : kFormats) {
    ASSERT_OK_AND_ASSIGN(const std::string absent, FormatMarket(market, format));
    ASSERT_OK_AND_ASSIGN(const Market without, ParseMarket(absent, format));
    EXPECT_FALSE(without.candidates[0].max_travel.has_value());
    EXPECT_FALSE(without.candidates[0].capabilities[0].reduced_level.has_value());
    Market zero = market;
    zero.candidates[0].max_travel = Minutes{0};
    zero.candidates[0].capabilities[0].reduced_level = Level{0};
    zero.jobs[0].carving.residual.max_unpleasant = Permille{0};
    zero.sites[0].location = Location{};
    ASSERT_OK_AND_ASSIGN(const std::string present, FormatMarket(zero, format));
    ASSERT_OK_AND_ASSIGN(const Market with, ParseMarket(present, format));
    EXPECT_EQ(with.candidates[0].max_travel, Minutes{0});
    EXPECT_EQ(with.candidates[0].capabilities[0].reduced_level, Level{0});
    EXPECT_EQ(with.jobs[0].carving.residual.max_unpleasant, Permille{0});
    EXPECT_TRUE(with.sites[0].location.has_value());
  }
}

}  // namespace
}  // namespace jobcarve::io
