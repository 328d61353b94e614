// Plans are broken in every field that plan.proto has, one change at a time, through protobuf's reflection: each value is
// changed, each element dropped, doubled, swapped with its neighbour, each absence filled. Verify must find every one. The
// markets are random ones, taken as long as they show something that those before did not.
#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/io/market_io.h"
#include "jobcarve/model/compiled.h"
#include "jobcarve/plan/solve.h"
#include "jobcarve/plan/verify.h"
#include "jobcarve/v1/plan.pb.h"
#include "support/builders.h"
#include "support/contract_checker.h"
#include "support/random_market.h"
#include "support/status_matchers.h"

namespace jobcarve::test {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;
using testing::IsEmpty;

// Makes every change to a message in turn, calls `look` after each and takes it back.
class Changer {
 public:
  using Look = std::function<void(const FieldDescriptor& field, const std::string& change)>;

  Changer(std::vector<std::string> ids, Look look) : ids_(std::move(ids)), look_(std::move(look)) {}

  void ChangeAll(Message& message, const std::string& path) {
    for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
      const FieldDescriptor& field = *message.GetDescriptor()->field(i);
      const std::string here = absl::StrCat(path, path.empty() ? "" : ".", field.name());
      field.is_repeated() ? ChangeList(message, field, here) : ChangeOne(message, field, here);
    }
  }

 private:
  void Make(Message& message, const FieldDescriptor& field, const std::string& what, const std::function<void()>& change) {
    const std::unique_ptr<Message> before(message.New());
    before->CopyFrom(message);
    change();
    look_(field, what);
    message.CopyFrom(*before);
  }

  void ChangeList(Message& message, const FieldDescriptor& field, const std::string& path) {
    const Reflection& reflection = *message.GetReflection();
    const bool is_message = field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    const auto add = [&] {
      is_message ? static_cast<void>(reflection.AddMessage(&message, &field)) : reflection.AddString(&message, &field, ids_[0]);
    };
    Make(message, field, path + " one more", add);
    const int size = reflection.FieldSize(message, &field);
    for (int i = 0; i < size; ++i) {
      const std::string here = absl::StrCat(path, "[", i, "]");
      Make(message, field, here + " dropped", [&] {
        for (int j = i; j + 1 < size; ++j) {
          reflection.SwapElements(&message, &field, j, j + 1);
        }
        reflection.RemoveLast(&message, &field);
      });
      Make(message, field, here + " doubled", [&] {
        if (is_message) {
          reflection.AddMessage(&message, &field)->CopyFrom(reflection.GetRepeatedMessage(message, &field, i));
        } else {
          reflection.AddString(&message, &field, std::string(reflection.GetRepeatedString(message, &field, i)));
        }
        for (int j = size; j > i + 1; --j) {
          reflection.SwapElements(&message, &field, j, j - 1);
        }
      });
      if (i + 1 < size) {
        Make(message, field, here + " swapped", [&] { reflection.SwapElements(&message, &field, i, i + 1); });
      }
      if (is_message) {
        ChangeAll(*reflection.MutableRepeatedMessage(&message, &field, i), here);
        continue;
      }
      for (const std::string& text : TextsOtherThan(field, reflection.GetRepeatedString(message, &field, i))) {
        Make(message, field, absl::StrCat(here, " = '", text, "'"),
             [&] { reflection.SetRepeatedString(&message, &field, i, text); });
      }
    }
  }

  void ChangeOne(Message& message, const FieldDescriptor& field, const std::string& path) {
    const Reflection& reflection = *message.GetReflection();
    if (!field.has_presence() || reflection.HasField(message, &field)) {
      Make(message, field, path + " cleared", [&] { reflection.ClearField(&message, &field); });
    }
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        if (reflection.HasField(message, &field)) {
          ChangeAll(*reflection.MutableMessage(&message, &field), path);
        } else {
          Make(message, field, path + " there", [&] { reflection.MutableMessage(&message, &field); });
        }
        return;
      case FieldDescriptor::CPPTYPE_STRING:
        for (const std::string& text : TextsOtherThan(field, reflection.GetString(message, &field))) {
          Make(message, field, absl::StrCat(path, " = '", text, "'"), [&] { reflection.SetString(&message, &field, text); });
        }
        return;
      case FieldDescriptor::CPPTYPE_ENUM:
        for (int value = 0; value <= field.enum_type()->value_count(); ++value) {
          Make(message, field, absl::StrCat(path, " = ", value), [&] { reflection.SetEnumValue(&message, &field, value); });
        }
        return;
      case FieldDescriptor::CPPTYPE_INT32:
        for (int32_t by : {1, -1}) {
          const int32_t value = reflection.GetInt32(message, &field);
          Make(message, field, absl::StrCat(path, " ", value, " by ", by),
               [&] { reflection.SetInt32(&message, &field, value + by); });
        }
        return;
      case FieldDescriptor::CPPTYPE_INT64:
        for (int64_t by : {1, -1}) {
          const int64_t value = reflection.GetInt64(message, &field);
          Make(message, field, absl::StrCat(path, " ", value, " by ", by),
               [&] { reflection.SetInt64(&message, &field, value + by); });
        }
        Make(message, field, path + " at the end", [&] { reflection.SetInt64(&message, &field, INT64_MAX); });
        return;
      default:
        FAIL() << "a new type of field: " << field.full_name();
    }
  }

  // Nothing, no id, and the ids next to this one; for dates the next day, nearly.
  std::vector<std::string> TextsOtherThan(const FieldDescriptor& field, const std::string& text) const {
    std::vector<std::string> texts = {"", "no such id"};
    if ((field.name() == "as_of" || field.name() == "earliest_start" || field.name() == "late_start") && !text.empty()) {
      std::string date = text;
      date.back() = date.back() == '1' ? '2' : '1';
      texts.push_back(date);
    }
    const auto next = std::upper_bound(ids_.begin(), ids_.end(), text);
    texts.push_back(next == ids_.end() ? ids_.front() : *next);
    const auto here = std::lower_bound(ids_.begin(), ids_.end(), text);
    texts.push_back(here == ids_.begin() ? ids_.back() : *(here - 1));
    std::erase(texts, text);
    return texts;
  }

  const std::vector<std::string> ids_;  // Ascending.
  const Look look_;
};

std::vector<std::string> IdsOf(const Market& market) {
  std::set<std::string> ids;
  const auto add = [&ids](const auto& items) {
    for (const auto& item : items) {
      ids.insert(item.id);
    }
  };
  add(market.dimensions);
  add(market.adjustments);
  add(market.candidates);
  add(market.jobs);
  for (const Job& job : market.jobs) {
    add(job.tasks);
    add(job.co_workers);
    ids.insert(job.tags.begin(), job.tags.end());
  }
  ids.insert("an id to fall back on");
  return {ids.begin(), ids.end()};
}

// What a plan shows: fields that say something, and values of enums.
void NoteFeatures(const Message& message, std::set<std::string>& features) {
  std::vector<const FieldDescriptor*> fields;
  const Reflection& reflection = *message.GetReflection();
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    if (absl::StartsWith(field->full_name(), "jobcarve.v1.LedgerLine.kind") ||
        absl::StartsWith(field->full_name(), "jobcarve.v1.Barrier.kind") ||
        absl::StartsWith(field->full_name(), "jobcarve.v1.BarrierCount.kind")) {
      continue;
    }
    features.insert(field->full_name());
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
      features.insert(absl::StrCat(field->full_name(), " ", reflection.GetEnumValue(message, field)));
    }
    if (field->cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) {
      continue;
    }
    if (!field->is_repeated()) {
      NoteFeatures(reflection.GetMessage(message, field), features);
      continue;
    }
    for (int i = 0; i < reflection.FieldSize(message, field); ++i) {
      NoteFeatures(reflection.GetRepeatedMessage(message, field, i), features);
    }
  }
}

void NoteFields(const Descriptor& descriptor, std::set<std::string>& fields) {
  for (int i = 0; i < descriptor.field_count(); ++i) {
    const FieldDescriptor& field = *descriptor.field(i);
    if (fields.insert(field.full_name()).second && field.message_type() != nullptr) {
      NoteFields(*field.message_type(), fields);
    }
  }
}

struct Case {
  Market market;
  std::string fingerprint;
  Plan plan;
};

absl::StatusOr<Plan> SolvedWithFingerprint(const Market& market, const SolveOptions& options) {
  absl::StatusOr<Plan> plan = Solve(market, options);
  if (plan.ok()) {
    plan->provenance.market_sha256 = io::Fingerprint(market);
  }
  return plan;
}

v1::Plan WireOf(const Plan& plan) {
  const absl::StatusOr<std::string> bytes = io::FormatPlan(plan, io::Format::kBinary);
  EXPECT_OK(bytes);
  v1::Plan wire;
  EXPECT_TRUE(bytes.ok() && wire.ParseFromString(*bytes));
  return wire;
}

// A changed plan is right as well only where nothing but the options or the shares changed and an outsider finds nothing against
// it: options that bear on no role of this market, shares that prove as much.
bool IsRight(const Case& original, const Plan& changed) {
  Plan same = changed;
  same.provenance.options = original.plan.provenance.options;
  same.certificate.share_prices = original.plan.certificate.share_prices;  // Others may prove as much.
  return same == original.plan && ContractComplaints(original.market, changed).empty();
}

// Breaks one plan everywhere; notes the fields in which a change was found.
void BreakEverywhere(const Case& original, std::set<std::string>& found_in, int& change_count) {
  v1::Plan wire = WireOf(original.plan);
  Changer changer(IdsOf(original.market), [&](const FieldDescriptor& field, const std::string& change) {
    const absl::StatusOr<Plan> changed = io::ParsePlan(wire.SerializeAsString(), io::Format::kBinary);
    if (changed.ok() && *changed == original.plan) {
      return;  // Says the same: two equal neighbours swapped, or an option at its default left out.
    }
    ++change_count;
    found_in.insert(field.full_name());
    if (!changed.ok()) {
      return;
    }
    const absl::StatusOr<std::vector<std::string>> complaints = Verify(original.market, original.fingerprint, *changed);
    ASSERT_OK(complaints) << change;
    EXPECT_TRUE(!complaints->empty() || IsRight(original, *changed)) << "not found: " << change;
  });
  changer.ChangeAll(wire, "");
}

// Markets whose plans show, together, as much as 300 seeds have; and one without a job.
std::vector<Case> TellingCases(std::set<std::string>& features) {
  std::vector<Case> cases;
  for (uint64_t seed = 0; seed <= 300; ++seed) {
    const int64_t pool_count = seed % 3 == 2 ? 1 : 0;
    Market market = RandomMarket(seed, {.candidate_count = 4,
                                        .job_count = 3,
                                        .max_tasks = pool_count == 0 ? 5 : 3,
                                        .adjustment_count = 5,
                                        .pool_count = pool_count,
                                        .sharing_permille = seed % 5 == 3 ? 900 : 0,
                                        .once_permille = seed % 4 == 1 ? 900 : 0});
    SolveOptions options = RandomOptions(seed);
    if (seed == 0) {
      market = EmptyMarket();
      market.candidates = {CandidateOf("ada", 600)};
    }
    if (seed % 10 == 1) {
      options.search_node_limit = 1;
    }
    const absl::StatusOr<Plan> plan = SolvedWithFingerprint(market, options);
    if (!plan.ok()) {
      continue;
    }
    const size_t before = features.size();
    NoteFeatures(WireOf(*plan), features);
    if (features.size() > before) {
      cases.push_back({.market = market, .fingerprint = plan->provenance.market_sha256, .plan = *plan});
    }
  }
  return cases;
}

TEST(VerifyMutationTest, EveryChangeOfEveryFieldIsFound) {
  std::set<std::string> features;
  const std::vector<Case> cases = TellingCases(features);
  for (int warning = 1; warning <= 8; ++warning) {
    EXPECT_EQ(features.count(absl::StrCat("jobcarve.v1.Warning.kind ", warning)), 1U) << warning;
  }
  for (int value = 1; value <= 4; ++value) {
    EXPECT_EQ(features.count(absl::StrCat("jobcarve.v1.Unplaced.reason ", value)), 1U) << value;
    EXPECT_EQ(features.count(absl::StrCat("jobcarve.v1.Question.kind ", value)), value <= 2 ? 1U : 0U) << value;
    EXPECT_EQ(features.count(absl::StrCat("jobcarve.v1.Residual.covered_by ", value)), value <= 2 ? 1U : 0U) << value;
  }
  for (int form = 1; form <= 5; ++form) {
    EXPECT_EQ(features.count(absl::StrCat("jobcarve.v1.Proposal.form ", form)), 1U) << form;
  }
  std::set<std::string> all_fields;
  NoteFields(*v1::Plan::descriptor(), all_fields);
  std::set<std::string> found_in;
  int change_count = 0;
  for (const Case& one : cases) {
    ASSERT_OK_AND_ASSIGN(const std::vector<std::string> complaints, Verify(one.market, one.fingerprint, one.plan));
    EXPECT_THAT(complaints, IsEmpty());
    BreakEverywhere(one, found_in, change_count);
  }
  EXPECT_EQ(found_in, all_fields);
  EXPECT_GT(change_count, 5'000);
  RecordProperty("markets", static_cast<int>(cases.size()));
  RecordProperty("changes", change_count);
}

}  // namespace
}  // namespace jobcarve::test
