// onet_tags.h: words for what a task is about, so that people's likes and adjustments can refer to it.
#ifndef JOBCARVE_SRC_IO_ONET_TAGS_H_
#define JOBCARVE_SRC_IO_ONET_TAGS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {

// Ascending, no repeats; from the task's work activities and from words in its text.
std::vector<std::string> TagsOf(const OnetTask& task);

// "setting:office" and the like, from the first digits of an occupation's code; empty for groups without one clear setting.
std::string SettingOf(absl::string_view occupation_code);

}  // namespace jobcarve::io

#endif  // JOBCARVE_SRC_IO_ONET_TAGS_H_
