// Protobuf's own parsers and printers do the work. Added here: places in errors, unknown fields in binary (which protobuf keeps
// silently) and text that is not UTF-8 (which its text format lets pass). Tested by tests/io/market_io_test.cc.
#include "io/encoding.h"

#include <cstddef>
#include <limits>

#include "absl/strings/str_cat.h"
#include "base/utf8.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/stubs/logging.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/json_util.h"
#include "io/json_place.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::io {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr int kMaxDepth = 32;  // Our messages nest 5 deep.
constexpr size_t kMaxBytes = std::numeric_limits<int>::max();

absl::string_view ViewOf(google::protobuf::StringPiece text) {
  return absl::string_view(text.data(), text.size());
}

std::string PathOf(absl::string_view parent, const FieldDescriptor& field, int index) {
  std::string path = absl::StrCat(parent, parent.empty() ? "" : ".", field.name());
  if (field.is_repeated()) {
    absl::StrAppend(&path, "[", index, "]");
  }
  return path;
}

int CountOf(const Message& message, const FieldDescriptor& field) {
  if (field.is_repeated()) {
    return message.GetReflection()->FieldSize(message, &field);
  }
  return field.cpp_type() == FieldDescriptor::CPPTYPE_STRING || message.GetReflection()->HasField(message, &field) ? 1 : 0;
}

absl::Status CheckText(const Message& message, const FieldDescriptor& field, int index, absl::string_view path) {
  const Reflection& reflection = *message.GetReflection();
  std::string scratch;
  const std::string& text = field.is_repeated() ? reflection.GetRepeatedStringReference(message, &field, index, &scratch)
                                                : reflection.GetStringReference(message, &field, &scratch);
  return IsUtf8(text) ? absl::OkStatus() : absl::InvalidArgumentError(absl::StrCat(PathOf(path, field, index), ": is not UTF-8"));
}

// No unknown fields, and all text UTF-8, in `message` and below.
absl::Status CheckForm(const Message& message, const std::string& path) {
  const Reflection& reflection = *message.GetReflection();
  if (const auto& unknown = reflection.GetUnknownFields(message); !unknown.empty()) {
    return absl::InvalidArgumentError(absl::StrCat(path, path.empty() ? "" : ": ", "has no field number ",
                                                   unknown.field(0).number(), " in ", message.GetDescriptor()->full_name()));
  }
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor& field = *message.GetDescriptor()->field(i);
    const bool is_message = field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE;
    if (!is_message && field.cpp_type() != FieldDescriptor::CPPTYPE_STRING) {
      continue;
    }
    for (int index = 0; index < CountOf(message, field); ++index) {
      if (!is_message) {
        JOBCARVE_RETURN_IF_ERROR(CheckText(message, field, index, path));
      } else {
        const Message& below =
            field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, index) : reflection.GetMessage(message, &field);
        JOBCARVE_RETURN_IF_ERROR(CheckForm(below, PathOf(path, field, index)));
      }
    }
  }
  return absl::OkStatus();
}

absl::Status DecodeBinary(absl::string_view contents, Message& message) {
  google::protobuf::io::ArrayInputStream bytes(contents.data(), static_cast<int>(contents.size()));
  google::protobuf::io::CodedInputStream stream(&bytes);
  stream.SetRecursionLimit(kMaxDepth);
  if (!message.ParseFromCodedStream(&stream) || !stream.ConsumedEntireMessage()) {
    return absl::InvalidArgumentError(absl::StrCat("these ", contents.size(), " bytes are no ", message.GetTypeName(),
                                                   " in binary: truncated, damaged, or another format"));
  }
  return absl::OkStatus();
}

// Keeps the first error of the text parser.
class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    if (status_.ok()) {
      status_ = absl::InvalidArgumentError(line < 0 ? message : absl::StrCat(line + 1, ":", column + 1, ": ", message));
    }
  }
  absl::Status Status() const { return status_.ok() ? absl::InvalidArgumentError("is not in text format") : status_; }

 private:
  absl::Status status_;
};

absl::Status DecodeText(absl::string_view contents, Message& message) {
  google::protobuf::io::ArrayInputStream bytes(contents.data(), static_cast<int>(contents.size()));
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  parser.SetRecursionLimit(kMaxDepth);
  return parser.Parse(&bytes, &message) ? absl::OkStatus() : error.Status();
}

absl::Status DecodeJson(absl::string_view contents, Message& message) {
  const google::protobuf::util::Status status =
      google::protobuf::util::JsonStringToMessage({contents.data(), contents.size()}, &message);
  return status.ok() ? absl::OkStatus() : absl::InvalidArgumentError(WithPlace(ViewOf(status.message()), contents));
}

absl::Status EncodeBinary(const Message& message, std::string& bytes) {
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  return message.SerializeToCodedStream(&coded) ? absl::OkStatus() : absl::InternalError("cannot be written in binary");
}

absl::Status EncodeText(const Message& message, std::string& text) {
  google::protobuf::TextFormat::Printer printer;
  printer.SetUseUtf8StringEscaping(true);
  return printer.PrintToString(message, &text) ? absl::OkStatus() : absl::InternalError("cannot be written as text");
}

absl::Status EncodeJson(const Message& message, std::string& text) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.preserve_proto_field_names = true;
  const google::protobuf::util::Status status = google::protobuf::util::MessageToJsonString(message, &text, options);
  return status.ok() ? absl::OkStatus() : absl::InternalError(ViewOf(status.message()));
}

}  // namespace

absl::Status Decode(absl::string_view contents, Format format, Message& message) {
  if (contents.size() > kMaxBytes) {
    return absl::InvalidArgumentError(absl::StrCat(contents.size(), " bytes are more than ", kMaxBytes));
  }
  const google::protobuf::LogSilencer silencer;  // What it would print on stderr is in our error.
  switch (format) {
    case Format::kJson:
      JOBCARVE_RETURN_IF_ERROR(DecodeJson(contents, message));
      break;
    case Format::kText:
      JOBCARVE_RETURN_IF_ERROR(DecodeText(contents, message));
      break;
    case Format::kBinary:
      JOBCARVE_RETURN_IF_ERROR(DecodeBinary(contents, message));
      break;
  }
  return CheckForm(message, "");
}

absl::StatusOr<std::string> Encode(const Message& message, Format format) {
  JOBCARVE_RETURN_IF_ERROR(CheckForm(message, ""));
  if (message.ByteSizeLong() > kMaxBytes) {
    return absl::InvalidArgumentError(absl::StrCat(message.ByteSizeLong(), " bytes are more than ", kMaxBytes));
  }
  std::string bytes;
  switch (format) {
    case Format::kJson:
      JOBCARVE_RETURN_IF_ERROR(EncodeJson(message, bytes));
      break;
    case Format::kText:
      JOBCARVE_RETURN_IF_ERROR(EncodeText(message, bytes));
      break;
    case Format::kBinary:
      JOBCARVE_RETURN_IF_ERROR(EncodeBinary(message, bytes));
      break;
  }
  return bytes;
}

}  // namespace jobcarve::io
