// encoding.h: any message from and to bytes in our three formats. Private to io.
#ifndef JOBCARVE_IO_ENCODING_H_
#define JOBCARVE_IO_ENCODING_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"
#include "jobcarve/io/market_io.h"

namespace jobcarve::io {

// Fills `message` from bytes that nobody has vouched for. Errors: InvalidArgument with the place as far as the format has one:
// line and column for text and JSON syntax, the field's path for values. Refuses unknown fields, text that is not UTF-8, nesting
// deeper than any message of ours and more than 2 GiB.
absl::Status Decode(absl::string_view contents, Format format, google::protobuf::Message& message);

// The bytes of `message`; the same message gives the same bytes. JSON and text are indented and end with a line feed.
// Errors: InvalidArgument when a text is not UTF-8, with its path, or the message exceeds 2 GiB.
absl::StatusOr<std::string> Encode(const google::protobuf::Message& message, Format format);

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_ENCODING_H_
