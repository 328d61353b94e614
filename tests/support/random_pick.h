// random_pick.h: small draws that the random markets share.
#ifndef JOBCARVE_TESTS_SUPPORT_RANDOM_PICK_H_
#define JOBCARVE_TESTS_SUPPORT_RANDOM_PICK_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "jobcarve/base/rng.h"

namespace jobcarve::test {

// One of the items, each as likely; at least one.
template <typename T>
const T& PickOne(Rng& rng, const std::vector<T>& items) {
  return items[static_cast<size_t>(rng.Below(static_cast<int64_t>(items.size())))];
}

template <typename T>
T PickOne(Rng& rng, std::initializer_list<T> items) {
  return *(items.begin() + rng.Below(static_cast<int64_t>(items.size())));
}

// "task7". Ten comes before two, as bytes go.
inline std::string Numbered(const std::string& word, int64_t number) {
  return word + std::to_string(number);
}

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_RANDOM_PICK_H_
