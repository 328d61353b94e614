// complaint_list.h: a list of things that are wrong, each with its place.
#ifndef JOBCARVE_TESTS_SUPPORT_COMPLAINT_LIST_H_
#define JOBCARVE_TESTS_SUPPORT_COMPLAINT_LIST_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"

namespace jobcarve::test {

class ComplaintList {
 public:
  // "where: what" unless `is_right`.
  void Expect(bool is_right, const std::string& where, const std::string& what) {
    if (!is_right) {
      complaints_.push_back(absl::StrCat(where, ": ", what));
    }
  }
  // Complains with both numbers when they differ.
  void ExpectEqual(int64_t found, int64_t expected, const std::string& where) {
    Expect(found == expected, where, absl::StrCat("found ", found, ", the contract says ", expected));
  }
  // Complains unless the ids ascend and none repeats.
  void ExpectAscending(const std::vector<std::string>& ids, const std::string& where) {
    const bool ascends =
        std::adjacent_find(ids.begin(), ids.end(), [](const auto& a, const auto& b) { return a >= b; }) == ids.end();
    Expect(ascends, where, "ids do not ascend");
  }
  void Add(const std::vector<std::string>& more) { complaints_.insert(complaints_.end(), more.begin(), more.end()); }

  const std::vector<std::string>& complaints() const { return complaints_; }

 private:
  std::vector<std::string> complaints_;
};

// The ids of a list of things with ids.
template <typename T>
std::vector<std::string> IdsOfAll(const std::vector<T>& items, std::string T::*id) {
  std::vector<std::string> ids;
  for (const T& item : items) {
    ids.push_back(item.*id);
  }
  return ids;
}

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_COMPLAINT_LIST_H_
