// json_place.h: where in a JSON text protobuf's parser stopped. Private to io.
#ifndef JOBCARVE_IO_JSON_PLACE_H_
#define JOBCARVE_IO_JSON_PLACE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace jobcarve::io {

// protobuf's error `message` about the JSON `text`, with "LINE:COLUMN: " before it when it quotes a piece of the text that occurs
// only once, as it does for syntax errors.
std::string WithPlace(absl::string_view message, absl::string_view text);

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_JSON_PLACE_H_
