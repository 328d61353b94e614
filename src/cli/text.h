// text.h: small pieces of text that several commands print.
#ifndef JOBCARVE_CLI_TEXT_H_
#define JOBCARVE_CLI_TEXT_H_

#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace jobcarve::cli {

// "1,234,567": digits in threes.
std::string Grouped(int64_t number);

// "1 job", "12 jobs".
std::string Counted(int64_t count, absl::string_view thing);

// `text` (UTF-8) as a JSON string, quotes included.
std::string JsonString(absl::string_view text);

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_TEXT_H_
