// incremental_value.h: weights of which equals are told apart by the number of pairs kept.
//
// The ordered group Z x Z, first by weight and then by pairs kept, as one number: weight * 2^64 + kept. Sums of up to 2^40
// terms stay apart, so whatever is proved for integer weights holds for these values: an optimum of them is an optimum of the
// weights that, among those, keeps the most pairs.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_VALUE_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_VALUE_H_

#include <cstdint>

#include "absl/numeric/int128.h"

namespace jobcarve::incremental {

using Value = absl::int128;

inline constexpr int kWeightShift = 64;

inline Value ValueOf(int64_t weight, int64_t kept) {
  return (Value(weight) << kWeightShift) + Value(kept);
}
// The weight of ValueOf(weight, kept), for any kept of either sign.
inline int64_t WeightOf(Value value) {
  return absl::Int128High64(value + (Value(1) << (kWeightShift - 1)));
}
inline int64_t KeptOf(Value value) {
  return static_cast<int64_t>(absl::Int128Low64(value));
}

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_VALUE_H_
