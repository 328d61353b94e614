// column_search.h: the best selection that can be put together from the bundles at hand.
#ifndef JOBCARVE_SRC_COMPETE_COLUMN_SEARCH_H_
#define JOBCARVE_SRC_COMPETE_COLUMN_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "compete/columns.h"
#include "compete/part.h"

namespace jobcarve::compete {

struct ColumnSearch {
  std::optional<Selection> better;  // Worth more than `value`; the best of all unless `is_cut_short`.
  bool is_cut_short = false;        // The nodes ran out.
  int64_t nodes = 0;                // Looked at.
};

// All selections of columns that are worth more than `value`, in at most `max_nodes` nodes of a search tree. Any prices will do;
// the lower their bound, the shorter the search. The part is laid out on the desk; prices by the part's resources.
ColumnSearch SearchColumns(const Part& part, const Columns& columns, std::span<const int64_t> prices, int64_t value,
                           int64_t max_nodes, const Desk& desk);

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_COLUMN_SEARCH_H_
