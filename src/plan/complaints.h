// complaints.h: what a checker has against a plan, one sentence each.
#ifndef JOBCARVE_SRC_PLAN_COMPLAINTS_H_
#define JOBCARVE_SRC_PLAN_COMPLAINTS_H_

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/date.h"
#include "jobcarve/base/units.h"

namespace jobcarve::internal {

// Values as a complaint shows them; types without a short form show nothing.
inline std::string Shown(int64_t value) {
  return absl::StrCat(value);
}
inline std::string Shown(const std::string& value) {
  return absl::StrCat("'", value, "'");
}
inline std::string Shown(Date value) {
  return FormatDate(value);
}
template <typename Tag>
std::string Shown(Quantity<Tag> value) {
  return absl::StrCat(value.count());
}
inline std::string Shown(const std::optional<Minutes>& value) {
  return value.has_value() ? Shown(*value) : "nothing";
}
template <typename T>
std::string Shown(const T&) {
  return "";
}

class Complaints {
 public:
  explicit Complaints(size_t max_count) : max_count_(max_count) {}

  void Add(absl::string_view path, absl::string_view message) {
    if (list_.size() < max_count_) {
      list_.push_back(absl::StrCat(path, ": ", message));
    }
  }

  // Complains unless `found`, at `path` in the plan, is what the market says.
  template <typename T>
  void Expect(absl::string_view path, const T& found, const T& expected) {
    if (found == expected) {
      return;
    }
    const std::string shown = Shown(found);
    Add(path, shown.empty() ? "is not what the market and the options say"
                            : absl::StrCat(shown, " where the market and the options say ", Shown(expected)));
  }

  // The same for two lists, item by item; complains about the first that differs.
  template <typename T>
  void ExpectList(absl::string_view path, const std::vector<T>& found, const std::vector<T>& expected) {
    Expect(absl::StrCat(path, " (how many)"), static_cast<int64_t>(found.size()), static_cast<int64_t>(expected.size()));
    for (size_t i = 0; i < found.size() && i < expected.size(); ++i) {
      if (!(found[i] == expected[i])) {
        Expect(absl::StrCat(path, "[", i, "]"), found[i], expected[i]);
        return;
      }
    }
  }

  bool is_empty() const { return list_.empty(); }
  std::vector<std::string> Take() { return std::move(list_); }

 private:
  size_t max_count_;
  std::vector<std::string> list_;
};

}  // namespace jobcarve::internal

#endif  // JOBCARVE_SRC_PLAN_COMPLAINTS_H_
