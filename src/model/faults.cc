// The rules themselves and the words for what breaks them: what was found, then what is allowed. Paths are printed only for
// faults, so a sound market costs no string. Tested by tests/model/validate_test.cc.
#include "model/faults.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "base/utf8.h"

namespace jobcarve::internal {
namespace {

constexpr size_t kMaxQuotedBytes = 64;

bool HasControlCharacter(absl::string_view text) {
  return absl::c_any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

std::string Quoted(absl::string_view text) {
  const absl::string_view shown = text.substr(0, kMaxQuotedBytes);
  const std::string safe = IsUtf8(shown) ? absl::Utf8SafeCHexEscape(shown) : absl::CHexEscape(shown);
  return absl::StrCat("'", safe, text.size() > kMaxQuotedBytes ? "..." : "", "'");
}

std::string Path::Text() const {
  if (parent_ == nullptr) {
    return "";
  }
  std::string text = parent_->Text();
  absl::StrAppend(&text, text.empty() ? "" : ".", name_);
  if (position_.has_value()) {
    absl::StrAppend(&text, "[", *position_, "]");
  }
  return text;
}

std::string Path::Bearers() const {
  const std::string list = BearerList();
  return list.empty() ? "" : absl::StrCat(" (", list, ")");
}

std::string Path::BearerList() const {
  if (parent_ == nullptr) {
    return "";
  }
  std::string list = parent_->BearerList();
  if (!id_.empty()) {
    absl::StrAppend(&list, list.empty() ? "" : ", ", kind_, " ", Quoted(id_));
  }
  return list;
}

std::optional<size_t> Ids::Find(absl::string_view id) const {
  const auto found = positions_.find(id);
  return found == positions_.end() ? std::nullopt : std::optional<size_t>(found->second);
}

void Faults::Add(const Path& path, absl::string_view message) {
  ++count_;
  if (listed_.size() < max_listed_) {
    listed_.push_back({.path = path.Text(), .message = absl::StrCat(message, path.Bearers())});
  }
}

void Faults::CheckRange(const Path& path, int64_t value, int64_t low, int64_t high) {
  if (value < low || value > high) {
    Add(path, absl::StrCat(value, " is outside ", low, "..", high));
  }
}

void Faults::CheckDegrees(const Path& path, double value, double limit) {
  if (!(value >= -limit && value <= limit)) {  // True for NaN.
    Add(path, absl::StrCat(value, " is outside ", -limit, "..", limit));
  }
}

void Faults::CheckLocation(const Path& path, const std::optional<Location>& location) {
  if (location.has_value()) {
    CheckDegrees(path / "latitude", location->latitude, 90);
    CheckDegrees(path / "longitude", location->longitude, 180);
  }
}

void Faults::CheckSize(const Path& path, size_t size, size_t low, size_t high) {
  if (size < low || size > high) {
    Add(path, absl::StrCat(size, " entries, allowed are ", low, "..", high));
  }
}

void Faults::CheckEnumNumber(const Path& path, int64_t value, int64_t last, bool is_required) {
  if (value == 0 && is_required) {
    Add(path, "is missing");
  } else if (value < 0 || value > last) {
    Add(path, absl::StrCat(value, " is not one of the numbers ", is_required ? 1 : 0, "..", last, " that have a meaning"));
  }
}

void Faults::CheckText(const Path& path, absl::string_view text, bool is_required, size_t max_bytes) {
  if (text.empty()) {
    if (is_required) {
      Add(path, "is missing");
    }
  } else if (text.size() > max_bytes) {
    Add(path, absl::StrCat(Quoted(text), " has ", text.size(), " bytes, allowed are ", max_bytes));
  } else if (!IsUtf8(text)) {
    Add(path, absl::StrCat(Quoted(text), " is not UTF-8"));
  } else if (HasControlCharacter(text)) {
    Add(path, absl::StrCat(Quoted(text), " has a control character"));
  }
}

void Faults::CheckId(const Path& path, absl::string_view id) {
  CheckText(path, id, true, kMaxIdBytes);
}

void Faults::CheckOwnId(const Path& path, absl::string_view id, size_t position, const Ids& ids, absl::string_view list) {
  CheckId(path, id);
  const std::optional<size_t> first = ids.Find(id);
  if (!id.empty() && first.has_value() && *first != position) {
    Add(path, absl::StrCat(Quoted(id), " is already the id of ", list, "[", *first, "]"));
  }
}

std::optional<size_t> Faults::CheckReference(const Path& path, absl::string_view id, const Ids& ids) {
  if (id.empty()) {
    Add(path, "is missing");
    return std::nullopt;
  }
  const std::optional<size_t> found = ids.Find(id);
  if (!found.has_value()) {
    Add(path, absl::StrCat("there is no ", ids.kind(), " ", Quoted(id)));
  }
  return found;
}

void Faults::CheckReferences(const Path& parent, absl::string_view name, const std::vector<std::string>& references,
                             const Ids& ids) {
  Repeats repeats;
  for (size_t i = 0; i < references.size(); ++i) {
    const Path path = parent.At(name, i);
    CheckReference(path, references[i], ids);
    if (const std::optional<size_t> first = repeats.Note(references[i], i)) {
      Add(path, absl::StrCat(Quoted(references[i]), " repeats ", name, "[", *first, "]"));
    }
  }
}

void Faults::CheckTags(const Path& parent, const std::vector<std::string>& tags) {
  CheckSize(parent / "tags", tags.size(), 0, kMaxTags);
  Repeats repeats;
  for (size_t i = 0; i < tags.size(); ++i) {
    const Path path = parent.At("tags", i);
    CheckId(path, tags[i]);
    if (const std::optional<size_t> first = repeats.Note(tags[i], i)) {
      Add(path, absl::StrCat(Quoted(tags[i]), " repeats tags[", *first, "]"));
    }
  }
}

std::optional<Date> Faults::CheckDate(const Path& path, absl::string_view text, bool is_required) {
  if (text.empty()) {
    if (is_required) {
      Add(path, "is missing");
    }
    return std::nullopt;
  }
  const absl::StatusOr<Date> date = ParseDate(text);
  if (!date.ok()) {
    Add(path, IsUtf8(text) && !HasControlCharacter(text) ? date.status().message() : "is not a date of the form YYYY-MM-DD");
    return std::nullopt;
  }
  return *date;
}

void Faults::CheckWindows(const Path& parent, absl::string_view name, const std::vector<Window>& windows) {
  for (size_t i = 0; i < windows.size(); ++i) {
    const Path path = parent.At(name, i);
    CheckRange(path / "start_minute", windows[i].start, 0, kMinutesPerWeek.count() - 1);
    CheckRange(path / "end_minute", windows[i].end, 1, kMinutesPerWeek.count());
    if (windows[i].start >= windows[i].end) {
      Add(path, absl::StrCat("ends at ", windows[i].end.count(), ", not after its start at ", windows[i].start.count()));
    }
  }
  std::vector<size_t> order(windows.size());
  for (size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  absl::c_stable_sort(order, [&windows](size_t a, size_t b) { return windows[a].start < windows[b].start; });
  std::vector<std::pair<size_t, size_t>> overlaps;  // Later in the input, earlier in the input.
  for (size_t i = 1, widest = 0; i < order.size(); ++i) {
    if (windows[order[i]].start < windows[order[widest]].end) {
      overlaps.push_back(std::minmax(order[i], order[widest], std::greater<>()));
    }
    widest = windows[order[i]].end > windows[order[widest]].end ? i : widest;
  }
  absl::c_sort(overlaps);
  for (const auto& [later, earlier] : overlaps) {
    Add(parent.At(name, later), absl::StrCat("overlaps ", name, "[", earlier, "]"));
  }
}

}  // namespace jobcarve::internal
