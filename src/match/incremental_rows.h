// incremental_rows.h: many short lists in one array, each of which can grow.
//
//   Rows<Arc> rows;
//   rows.AddRow(20);                     // Row 0, with space for 20 items.
//   rows.Append(0, arc);                 // Moves the row elsewhere when its space is used up.
//   for (const Arc& arc : rows[0]) ...
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_ROWS_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_ROWS_H_

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/prefetch.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/large_vector.h"

namespace jobcarve::incremental {

// Appending takes constant time on average, removing always. Spans hold until the next change. The space that a row leaves is
// given to the next row that needs as much: the array is never more than a few times what the rows hold at their longest.
template <typename T>
class Rows {
 public:
  size_t size() const { return rows_.size(); }
  std::span<T> operator[](size_t row) { return std::span(items_).subspan(rows_[row].begin, rows_[row].size); }
  std::span<const T> operator[](size_t row) const { return std::span(items_).subspan(rows_[row].begin, rows_[row].size); }

  // Hints that row `row` is read soon: first where it is, later what it holds.
  void PrefetchPlace(size_t row) const { Prefetch(&rows_[row]); }
  void PrefetchItems(size_t row) const {
    constexpr size_t kMost = 8 * 64 / sizeof(T);  // Eight lines.
    PrefetchLines((*this)[row].first(std::min<size_t>(rows_[row].size, kMost)));
  }

  void reserve(size_t row_count, size_t item_count) {
    rows_.reserve(row_count);
    items_.reserve(item_count);
  }

  // An empty row after the last.
  void AddRow(uint32_t space) {
    rows_.push_back({.begin = items_.size(), .size = 0, .space = space});
    items_.resize(items_.size() + space);
  }

  void Append(size_t row, const T& item) {
    const T copy = item;  // It may lie in the array that moves.
    if (rows_[row].size == rows_[row].space) {
      Grow(rows_[row]);
    }
    items_[rows_[row].begin + rows_[row].size++] = copy;
  }

  // The last item of the row takes the place of the one removed.
  void Remove(size_t row, size_t position) {
    JOBCARVE_DCHECK(position < rows_[row].size);
    T* const items = items_.data() + rows_[row].begin;
    items[position] = items[--rows_[row].size];
  }

 private:
  struct Row {
    size_t begin = 0;
    uint32_t size = 0;
    uint32_t space = 0;
  };
  static constexpr size_t kClasses = 33;
  static constexpr uint32_t kLeastSpace = 4;

  // The greatest k with 2^k <= space.
  static size_t ClassOf(uint32_t space) { return static_cast<size_t>(std::bit_width(space)) - 1; }

  void Grow(Row& row) {
    const size_t wanted = ClassOf(std::max(kLeastSpace, row.space + 1) - 1) + 1;  // A space of 2^wanted items.
    size_t begin = items_.size();
    if (!left_behind_[wanted].empty()) {
      begin = left_behind_[wanted].back();
      left_behind_[wanted].pop_back();
    } else {
      items_.resize(begin + (size_t{1} << wanted));
    }
    std::copy_n(items_.begin() + static_cast<ptrdiff_t>(row.begin), row.size, items_.begin() + static_cast<ptrdiff_t>(begin));
    if (row.space >= kLeastSpace) {
      left_behind_[ClassOf(row.space)].push_back(row.begin);
    }
    row.begin = begin;
    row.space = uint32_t{1} << wanted;
  }

  LargeVector<Row> rows_;
  LargeVector<T> items_;
  std::vector<size_t> left_behind_[kClasses];  // Class k: where unused spaces of at least 2^k items begin.
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_ROWS_H_
