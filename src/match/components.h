// components.h: the independent parts of a network; each is a matching problem of its own.
#ifndef JOBCARVE_SRC_MATCH_COMPONENTS_H_
#define JOBCARVE_SRC_MATCH_COMPONENTS_H_

#include <cstddef>
#include <span>
#include <vector>

#include "match/network.h"

namespace jobcarve::match {

// Nodes of one part, each list ascending.
struct Component {
  std::span<const LeftIndex> lefts;
  std::span<const RightIndex> rights;
};

// The connected components that hold a left node, ordered by their lowest left node.
class Components {
 public:
  explicit Components(const Network& network);

  size_t size() const { return left_begins_.size() - 1; }
  Component operator[](size_t i) const {
    return {.lefts = std::span(lefts_).subspan(left_begins_[i], left_begins_[i + 1] - left_begins_[i]),
            .rights = std::span(rights_).subspan(right_begins_[i], right_begins_[i + 1] - right_begins_[i])};
  }

 private:
  std::vector<LeftIndex> lefts_;
  std::vector<RightIndex> rights_;
  std::vector<size_t> left_begins_;
  std::vector<size_t> right_begins_;
};

}  // namespace jobcarve::match

#endif  // JOBCARVE_SRC_MATCH_COMPONENTS_H_
