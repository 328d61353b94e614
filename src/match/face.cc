// Complementary slackness: with any optimal prices of a level at hand, its optimal matchings are exactly those that use no edge
// whose prices exceed its weight and leave out no node that has a price. So a level is solved by one matching with musts, and
// its prices say what is left for the next. Only the part of the graph that is joined to nodes with a weight can change. Where
// few nodes join, even that part is too much to look at for each level: they come in one by one (join.h). Tested by
// tests/match/objectives_test.cc.
#include "match/face.h"

#include <algorithm>
#include <utility>

#include "jobcarve/base/status_macros.h"

namespace jobcarve::match {
namespace {

// How many left nodes are few enough to join one by one.
size_t FewOf(size_t left_count) {
  return std::max<size_t>(2, left_count / 16);
}

}  // namespace

Face::Face(const BipartiteGraph& graph)
    : graph_(graph),
      is_allowed_(graph.edge_count(), false),
      has_joined_(graph.left_count(), false),
      musts_({.lefts = std::vector<bool>(graph.left_count(), false), .rights = std::vector<bool>(graph.right_count(), false)}),
      holders_(graph),
      takers_(graph.right_count()),
      join_(graph, is_allowed_, musts_, holders_),
      is_in_part_(graph.left_count(), false),
      local_right_(graph.right_count()) {}

absl::Status Face::Maximise(std::span<const LeftIndex> lefts, EdgeWeight weight_of) {
  bool are_all_new = true;
  for (const LeftIndex left : lefts) {
    are_all_new = are_all_new && !has_joined_[left.value()];
    Join(left);
  }
  if (are_all_new && lefts.size() <= FewOf(graph_.left_count())) {
    MaximiseInPlace(lefts, weight_of);
    return absl::OkStatus();
  }
  JOBCARVE_ASSIGN_OR_RETURN(const Part part, PartAround(lefts, weight_of));
  JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, MatchWithin(part.graph, part.musts));
  Hold(part, matching);
  Restrict(part, matching);
  return absl::OkStatus();
}

void Face::MaximiseInPlace(std::span<const LeftIndex> lefts, EdgeWeight weight_of) {
  const size_t level = found_.level_totals.size();
  found_.level_totals.push_back(join_.Run(lefts, weight_of));
  for (const LeftIndex left : join_.lefts()) {
    if (join_.price(left) != 0) {
      found_.left_prices.push_back({.level = level, .left = left, .price = join_.price(left)});
      musts_.lefts[left.value()] = true;
    }
    for (const EdgeIndex edge : graph_.EdgesOf(left)) {
      if (is_allowed_[edge.value()] && join_.Slack(left, edge, weight_of) > 0) {
        Forbid(edge);
      }
    }
  }
  for (const RightIndex right : join_.rights()) {
    if (join_.price(right) != 0) {
      found_.right_prices.push_back({.level = level, .right = right, .price = join_.price(right)});
      musts_.rights[right.value()] = true;
    }
    for (const Taker& taker : takers_[right]) {
      if (is_allowed_[taker.edge.value()] && join_.Slack(taker.left, taker.edge, weight_of) > 0) {
        Forbid(taker.edge);
      }
    }
    std::erase_if(takers_[right], [this](const Taker& taker) { return !is_allowed_[taker.edge.value()]; });
  }
  join_.Clear();
}

absl::Status Face::Prefer(std::span<const LeftIndex> lefts, EdgeWeight weight_of) {
  JOBCARVE_ASSIGN_OR_RETURN(const Part part, PartAround(lefts, weight_of));
  JOBCARVE_ASSIGN_OR_RETURN(const Matching matching, MatchWithin(part.graph, part.musts));
  Hold(part, matching);
  return absl::OkStatus();
}

LevelMatching Face::Answer() const {
  LevelMatching answer = found_;
  for (const LeftIndex left : graph_.Lefts()) {
    if (const std::optional<EdgeIndex> held = holders_.held(left)) {
      answer.edges.push_back(*held);
      answer.total += graph_.weight(*held);
    }
  }
  return answer;
}

// A right node that must be full has a price on an earlier level, where this node's edges weigh nothing: it cannot pay.
void Face::Join(LeftIndex left) {
  if (has_joined_[left.value()]) {
    return;
  }
  has_joined_[left.value()] = true;
  for (const EdgeIndex edge : graph_.EdgesOf(left)) {
    const RightIndex right = graph_.right(edge);
    if (graph_.weight(edge) > 0 && graph_.capacity(right) > 0 && !musts_.rights[right.value()]) {
      is_allowed_[edge.value()] = true;
      takers_[right].push_back({.left = left, .edge = edge});
    }
  }
}

absl::StatusOr<Face::Part> Face::PartAround(std::span<const LeftIndex> lefts, EdgeWeight weight_of) {
  Part part = {.lefts = std::vector<LeftIndex>(lefts.begin(), lefts.end()), .rights = {}, .edges = {}, .graph = {}, .musts = {}};
  CollectNodes(part);
  std::vector<size_t> row_begins = {0};
  std::vector<RightIndex> rights;
  std::vector<int64_t> weights;
  size_t next_weighted = 0;
  for (const LeftIndex left : part.lefts) {
    const bool is_weighted = next_weighted < lefts.size() && lefts[next_weighted] == left;
    next_weighted += is_weighted ? 1 : 0;
    for (const EdgeIndex edge : graph_.EdgesOf(left)) {
      if (is_allowed_[edge.value()]) {
        part.edges.push_back(edge);
        rights.push_back(*local_right_[graph_.right(edge)]);
        weights.push_back(is_weighted ? weight_of(edge) : 0);
      }
    }
    row_begins.push_back(rights.size());
    part.musts.lefts.push_back(musts_.lefts[left.value()]);
    is_in_part_[left.value()] = false;
  }
  std::vector<int32_t> capacities;
  for (const RightIndex right : part.rights) {
    capacities.push_back(graph_.capacity(right));
    part.musts.rights.push_back(musts_.rights[right.value()]);
    local_right_[right].reset();
  }
  JOBCARVE_ASSIGN_OR_RETURN(
      part.graph, BipartiteGraph::FromRows(std::move(row_begins), std::move(rights), std::move(weights), std::move(capacities)));
  return part;
}

// Adds to the left nodes given all that can be reached from them along allowed edges, except through right nodes with places for
// everybody.
void Face::CollectNodes(Part& part) {
  for (const LeftIndex left : part.lefts) {
    is_in_part_[left.value()] = true;
  }
  for (size_t next = 0; next < part.lefts.size(); ++next) {
    for (const EdgeIndex edge : graph_.EdgesOf(part.lefts[next])) {
      const RightIndex right = graph_.right(edge);
      if (!is_allowed_[edge.value()] || local_right_[right].has_value()) {
        continue;
      }
      local_right_[right] = RightIndex(part.rights.size());
      part.rights.push_back(right);
      if (!IsContested(right)) {
        continue;
      }
      for (const Taker& taker : takers_[right]) {
        if (!is_in_part_[taker.left.value()]) {
          is_in_part_[taker.left.value()] = true;
          part.lefts.push_back(taker.left);
        }
      }
    }
  }
  std::sort(part.lefts.begin(), part.lefts.end());
}

bool Face::IsContested(RightIndex right) {
  std::erase_if(takers_[right], [this](const Taker& taker) { return !is_allowed_[taker.edge.value()]; });
  return musts_.rights[right.value()] || takers_[right].size() > static_cast<size_t>(graph_.capacity(right));
}

void Face::Hold(const Part& part, const Matching& matching) {
  for (const LeftIndex left : part.lefts) {
    holders_.Release(left);
  }
  for (const EdgeIndex edge : matching.edges) {
    const EdgeIndex whole = part.edges[edge.value()];
    holders_.Assign(graph_.left(whole), whole);
  }
}

// Records the prices of one more level. Where nodes are not yet forced, all their earlier prices are 0 and this one is not below.
void Face::Restrict(const Part& part, const Matching& matching) {
  const size_t level = found_.level_totals.size();
  found_.level_totals.push_back(matching.total);
  for (const LeftIndex local : part.graph.Lefts()) {
    const int64_t left_price = matching.left_prices[local];
    const LeftIndex left = part.lefts[local.value()];
    if (left_price != 0) {
      found_.left_prices.push_back({.level = level, .left = left, .price = left_price});
      musts_.lefts[left.value()] = true;
    }
    for (const EdgeIndex edge : part.graph.EdgesOf(local)) {
      if (left_price + matching.right_prices[part.graph.right(edge)] > part.graph.weight(edge)) {
        Forbid(part.edges[edge.value()]);
      }
    }
  }
  const size_t first_of_level = found_.right_prices.size();
  for (const RightIndex local : part.graph.Rights()) {
    if (matching.right_prices[local] != 0) {
      const RightIndex right = part.rights[local.value()];
      found_.right_prices.push_back({.level = level, .right = right, .price = matching.right_prices[local]});
      musts_.rights[right.value()] = true;
    }
  }
  std::sort(found_.right_prices.begin() + static_cast<ptrdiff_t>(first_of_level), found_.right_prices.end(),
            [](const RightPrice& a, const RightPrice& b) { return a.right < b.right; });
}

}  // namespace jobcarve::match
