// nearest.h: what somebody probably meant to type.
#ifndef JOBCARVE_CLI_NEAREST_H_
#define JOBCARVE_CLI_NEAREST_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace jobcarve::cli {

// The word of `known` that needs the fewest one-letter edits to become `typed` (the first of equals), if they are few: at most
// a third of the typed letters, and one for short words. O(total letters of `known` * letters of `typed`).
std::optional<std::string> NearestWord(absl::string_view typed, const std::vector<std::string>& known);

// ", did you mean 'WORD'?" or nothing.
std::string DidYouMean(absl::string_view typed, const std::vector<std::string>& known);

}  // namespace jobcarve::cli

#endif  // JOBCARVE_CLI_NEAREST_H_
