// columns.h: the distinct bundles seen so far, by member of a part: what a search may choose from without asking the source.
#ifndef JOBCARVE_SRC_COMPETE_COLUMNS_H_
#define JOBCARVE_SRC_COMPETE_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compete/contest.h"

namespace jobcarve::compete {

struct Column {
  size_t work = 0;
  Bundle bundle;
};

class Columns {
 public:
  explicit Columns(size_t member_count) : columns_(member_count), hashes_(member_count) {}

  // Keeps what was not there. Of two bundles with the same uses at the same work the first stays unless the other is worth more.
  void Keep(size_t member, size_t work, const Bundle& bundle);

  const std::vector<Column>& Of(size_t member) const { return columns_[member]; }

 private:
  std::vector<std::vector<Column>> columns_;
  std::vector<std::vector<uint64_t>> hashes_;  // Of work and uses, in the same order.
};

}  // namespace jobcarve::compete

#endif  // JOBCARVE_SRC_COMPETE_COLUMNS_H_
