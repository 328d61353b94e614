// incremental_table.h: an IndexedVector (base/index.h) of many megabytes, read in random order.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_TABLE_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_TABLE_H_

#include "jobcarve/base/index.h"
#include "jobcarve/base/large_vector.h"

namespace jobcarve::incremental {

template <typename I, typename T>
using Table = IndexedVector<I, T, LargeVector<T>>;

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_TABLE_H_
