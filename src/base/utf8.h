// utf8.h: is this text? Private to the library.
#ifndef JOBCARVE_BASE_UTF8_H_
#define JOBCARVE_BASE_UTF8_H_

#include "absl/strings/string_view.h"

namespace jobcarve {

// True for well-formed UTF-8: shortest forms only, no surrogates, nothing above U+10FFFF. O(n).
// Reference: The Unicode Standard, table 3-7, "Well-Formed UTF-8 Byte Sequences".
bool IsUtf8(absl::string_view text);

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_UTF8_H_
