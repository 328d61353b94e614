// faults.h: the rules that a field can break, each one line where it is used. Private to model.
//
//   const Path market_path;
//   const Path job = market_path.At("jobs", 3, "job", market.jobs[3].id);
//   faults.CheckRange(job / "openings", job_value.openings, 0, 1'000'000);
//   // "jobs[3].openings", "-5 is outside 0..1000000 (job 'porter')"
#ifndef JOBCARVE_MODEL_FAULTS_H_
#define JOBCARVE_MODEL_FAULTS_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "jobcarve/base/date.h"
#include "jobcarve/base/units.h"
#include "jobcarve/model/market.h"
#include "jobcarve/model/validate.h"

namespace jobcarve::internal {

inline constexpr int64_t kNoUpperLimit = std::numeric_limits<int32_t>::max();  // What the wire can hold.

// Where in the market: a chain of names that costs nothing until a fault prints it. The parent must live as long as the child.
class Path {
 public:
  Path() = default;  // The market itself.

  // The field `name` of this.
  Path operator/(absl::string_view name) const { return Path(this, name, std::nullopt, "", ""); }
  // Item `position` of the list `name` of this; `kind` and `id` say in messages what it is.
  Path At(absl::string_view name, size_t position, absl::string_view kind = "", absl::string_view id = "") const {
    return Path(this, name, position, kind, id);
  }

  std::string Text() const;     // "jobs[3].tasks[0].title"
  std::string Bearers() const;  // " (job 'porter', task 'lift')", or nothing where no id is known.

 private:
  Path(const Path* parent, absl::string_view name, std::optional<size_t> position, absl::string_view kind, absl::string_view id)
      : parent_(parent), name_(name), position_(position), kind_(kind), id_(id) {}

  std::string BearerList() const;

  const Path* parent_ = nullptr;
  absl::string_view name_;
  std::optional<size_t> position_;
  absl::string_view kind_;
  absl::string_view id_;
};

// The ids of one kind, each with the position in the input that it first has.
class Ids {
 public:
  Ids() = default;
  // `kind` is the word for one of them in messages: "job".
  template <typename T>
  Ids(absl::string_view kind, const std::vector<T>& items) : kind_(kind) {
    positions_.reserve(items.size());
    for (size_t i = 0; i < items.size(); ++i) {
      positions_.emplace(items[i].id, i);
    }
  }

  absl::string_view kind() const { return kind_; }
  std::optional<size_t> Find(absl::string_view id) const;

 private:
  absl::string_view kind_;
  absl::flat_hash_map<absl::string_view, size_t> positions_;  // Looked up, never iterated.
};

class Faults {
 public:
  explicit Faults(int max_listed) : max_listed_(max_listed < 0 ? 0 : static_cast<size_t>(max_listed)) {}

  void Add(const Path& path, absl::string_view message);

  // Whole numbers low..high.
  void CheckRange(const Path& path, int64_t value, int64_t low, int64_t high);
  template <typename Tag>
  void CheckRange(const Path& path, Quantity<Tag> value, int64_t low, int64_t high) {
    CheckRange(path, value.count(), low, high);
  }
  // The same where a value is present.
  template <typename Tag>
  void CheckRange(const Path& path, const std::optional<Quantity<Tag>>& value, int64_t low, int64_t high) {
    if (value.has_value()) {
      CheckRange(path, value->count(), low, high);
    }
  }
  // Finite numbers low..high.
  void CheckDegrees(const Path& path, double value, double limit);
  void CheckLocation(const Path& path, const std::optional<Location>& location);

  // Number of items low..high.
  void CheckSize(const Path& path, size_t size, size_t low, size_t high);

  // One of the numbers 1..last of an enum, or 0 where it may stay unspecified.
  template <typename Enum>
  void CheckEnum(const Path& path, Enum value, Enum last, bool is_required) {
    CheckEnumNumber(path, static_cast<int64_t>(value), static_cast<int64_t>(last), is_required);
  }

  // Text for people: UTF-8 without control characters, at most `max_bytes`, perhaps required.
  void CheckText(const Path& path, absl::string_view text, bool is_required, size_t max_bytes = kMaxTextBytes);
  // An id or tag: the same, required, at most kMaxIdBytes.
  void CheckId(const Path& path, absl::string_view id);
  // An id that must be the first of its kind; `position` is that of its bearer in `list`.
  void CheckOwnId(const Path& path, absl::string_view id, size_t position, const Ids& ids, absl::string_view list);

  // The position of what `id` refers to; absent, with a fault, when there is none.
  std::optional<size_t> CheckReference(const Path& path, absl::string_view id, const Ids& ids);
  // A list of references, no two the same.
  void CheckReferences(const Path& parent, absl::string_view name, const std::vector<std::string>& references, const Ids& ids);
  // Tags, no two the same.
  void CheckTags(const Path& parent, const std::vector<std::string>& tags);

  // A day as market.proto writes it. Absent, with a fault unless the text is empty and may be, when it is none.
  std::optional<Date> CheckDate(const Path& path, absl::string_view text, bool is_required);

  // Each in the week and not empty, no two overlapping.
  void CheckWindows(const Path& parent, absl::string_view name, const std::vector<Window>& windows);

  std::vector<Fault> TakeListed() { return std::move(listed_); }
  int64_t count() const { return count_; }

 private:
  void CheckEnumNumber(const Path& path, int64_t value, int64_t last, bool is_required);

  size_t max_listed_;
  std::vector<Fault> listed_;
  int64_t count_ = 0;
};

// Which text has been seen before in one list.
class Repeats {
 public:
  // The position at which `text` was noted first; absent when this is the first time.
  std::optional<size_t> Note(absl::string_view text, size_t position) {
    const auto [entry, is_new] = first_.try_emplace(text, position);
    return is_new ? std::nullopt : std::optional<size_t>(entry->second);
  }

 private:
  absl::flat_hash_map<absl::string_view, size_t> first_;  // Looked up, never iterated.
};

// `text` in quotes, printable and not too long, for a message.
std::string Quoted(absl::string_view text);

}  // namespace jobcarve::internal

#endif  // JOBCARVE_MODEL_FAULTS_H_
