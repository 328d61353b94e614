// units.h: quantities that cannot be swapped by mistake.
//
//   const Minutes shift{240};
//   Minutes week = shift * 5;                  // 1,200
//   Pence pay = Pence{1260};
//   week + pay;                                // does not compile
//
// A Quantity is an integer with a name: it adds, subtracts and compares with its own kind, multiplies by a plain number,
// and gives the bare number back only through count(). Arithmetic is that of its 64-bit representation; the ranges that
// Validate enforces (model/validate.h) keep every sum in this library far from overflow.
#ifndef JOBCARVE_BASE_UNITS_H_
#define JOBCARVE_BASE_UNITS_H_

#include <compare>
#include <cstdint>

namespace jobcarve {

template <typename Tag>
class Quantity {
 public:
  constexpr Quantity() = default;
  explicit constexpr Quantity(int64_t count) : count_(count) {}

  constexpr int64_t count() const { return count_; }

  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity operator-() const { return Quantity(-count_); }
  constexpr Quantity& operator+=(Quantity other) { return count_ += other.count_, *this; }
  constexpr Quantity& operator-=(Quantity other) { return count_ -= other.count_, *this; }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity(a.count_ + b.count_); }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity(a.count_ - b.count_); }
  friend constexpr Quantity operator*(Quantity a, int64_t times) { return Quantity(a.count_ * times); }
  friend constexpr Quantity operator*(int64_t times, Quantity a) { return a * times; }

 private:
  int64_t count_ = 0;
};

using Minutes = Quantity<struct MinutesTag>;    // Of a week, or of a journey.
using Pence = Quantity<struct PenceTag>;        // GBP / 100.
using Level = Quantity<struct LevelTag>;        // On the ordinal scale of one dimension.
using Permille = Quantity<struct PermilleTag>;  // Thousandths of a whole.
using Score = Quantity<struct ScoreTag>;        // Micro-points: a millionth of a point.
using Days = Quantity<struct DaysTag>;          // Calendar days.

inline constexpr Minutes kMinutesPerWeek{10'080};

// numerator / denominator rounded half up; numerator >= 0, denominator > 0. The one rounding rule of the ledger.
constexpr int64_t RoundDiv(int64_t numerator, int64_t denominator) {
  return numerator / denominator + (numerator % denominator * 2 >= denominator ? 1 : 0);
}

}  // namespace jobcarve

#endif  // JOBCARVE_BASE_UNITS_H_
