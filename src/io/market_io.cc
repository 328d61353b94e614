// Bytes <-> message (encoding.h) <-> plain values (wire.h); files.h moves the bytes. Messages live on an arena while they are
// read: half the time of the heap for a large market. Tested by tests/io/market_io_test.cc.
#include "jobcarve/io/market_io.h"

#include <array>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/arena.h"
#include "io/encoding.h"
#include "io/wire.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/files.h"
#include "openssl/evp.h"

namespace jobcarve::io {
namespace {

// The same status with `path` before its message.
absl::Status At(absl::string_view path, const absl::Status& status) {
  return status.ok() ? status : absl::Status(status.code(), absl::StrCat(path, ": ", status.message()));
}

// Bytes -> Proto -> Value.
template <typename Proto, typename Value>
absl::StatusOr<Value> Parse(absl::string_view contents, Format format) {
  google::protobuf::Arena arena;
  Proto& proto = *google::protobuf::Arena::CreateMessage<Proto>(&arena);
  JOBCARVE_RETURN_IF_ERROR(Decode(contents, format, proto));
  return FromProto(proto);
}

// Value -> Proto -> bytes.
template <typename Proto, typename Value>
absl::StatusOr<std::string> Print(const Value& value, Format format) {
  google::protobuf::Arena arena;
  Proto& proto = *google::protobuf::Arena::CreateMessage<Proto>(&arena);
  Narrowing narrow;
  ToProto(value, narrow, &proto);
  JOBCARVE_RETURN_IF_ERROR(narrow.status());
  return Encode(proto, format);
}

template <typename Proto, typename Value>
absl::StatusOr<Value> Read(const std::string& path) {
  JOBCARVE_ASSIGN_OR_RETURN(const Format format, FormatOf(path));
  JOBCARVE_ASSIGN_OR_RETURN(const std::string contents, ReadFile(path));
  absl::StatusOr<Value> value = Parse<Proto, Value>(contents, format);
  if (!value.ok()) {
    return At(path, value.status());
  }
  return value;
}

template <typename Proto, typename Value>
absl::Status Write(const std::string& path, const Value& value) {
  JOBCARVE_ASSIGN_OR_RETURN(const Format format, FormatOf(path));
  const absl::StatusOr<std::string> contents = Print<Proto>(value, format);
  if (!contents.ok()) {
    return At(path, contents.status());
  }
  return WriteFile(path, *contents);
}

}  // namespace

absl::StatusOr<Format> FormatOf(absl::string_view path) {
  if (absl::EndsWith(path, ".json")) {
    return Format::kJson;
  }
  if (absl::EndsWith(path, ".txtpb")) {
    return Format::kText;
  }
  if (absl::EndsWith(path, ".pb")) {
    return Format::kBinary;
  }
  return absl::InvalidArgumentError(absl::StrCat(path, ": the name must end with .json, .txtpb or .pb, which says its format"));
}

absl::StatusOr<Market> ParseMarket(absl::string_view contents, Format format) {
  return Parse<pb::Market, Market>(contents, format);
}
absl::StatusOr<std::string> FormatMarket(const Market& market, Format format) {
  return Print<pb::Market>(market, format);
}
absl::StatusOr<SolveOptions> ParseOptions(absl::string_view contents, Format format) {
  return Parse<pb::SolveOptions, SolveOptions>(contents, format);
}
absl::StatusOr<std::string> FormatOptions(const SolveOptions& options, Format format) {
  return Print<pb::SolveOptions>(options, format);
}
absl::StatusOr<Plan> ParsePlan(absl::string_view contents, Format format) {
  return Parse<pb::Plan, Plan>(contents, format);
}
absl::StatusOr<std::string> FormatPlan(const Plan& plan, Format format) {
  return Print<pb::Plan>(plan, format);
}
absl::StatusOr<std::string> FormatPairAnswer(const PairAnswer& answer, Format format) {
  return Print<pb::PairAnswer>(answer, format);
}
absl::StatusOr<std::string> FormatFrontier(const Frontier& frontier, Format format) {
  return Print<pb::Frontier>(frontier, format);
}
absl::StatusOr<std::string> FormatInquiries(const Inquiries& inquiries, Format format) {
  return Print<pb::Inquiries>(inquiries, format);
}

absl::StatusOr<Market> ReadMarket(const std::string& path) {
  return Read<pb::Market, Market>(path);
}
absl::Status WriteMarket(const std::string& path, const Market& market) {
  return Write<pb::Market>(path, market);
}
absl::StatusOr<SolveOptions> ReadOptions(const std::string& path) {
  return Read<pb::SolveOptions, SolveOptions>(path);
}
absl::StatusOr<Plan> ReadPlan(const std::string& path) {
  return Read<pb::Plan, Plan>(path);
}
absl::Status WritePlan(const std::string& path, const Plan& plan) {
  return Write<pb::Plan>(path, plan);
}

std::string Fingerprint(const Market& market) {
  google::protobuf::Arena arena;
  pb::Market& proto = *google::protobuf::Arena::CreateMessage<pb::Market>(&arena);
  Narrowing narrow;
  ToProto(market, narrow, &proto);
  std::string bytes;
  JOBCARVE_CHECK(proto.SerializeToString(&bytes));  // No map<> in it: one encoding only.
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  JOBCARVE_CHECK(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) == 1);
  return absl::BytesToHexString(absl::string_view(reinterpret_cast<const char*>(digest.data()), size));
}

}  // namespace jobcarve::io
