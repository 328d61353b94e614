// One level: edges of this level's weight cost 1, all others nothing, and the cost of the held ones is to be least. All matchings
// in question are circulations of the residual network, so the held edges that cost are taken in turn, each to be taken out by a
// cycle that costs nothing else: from its left node along arcs without reduced cost to its right node. Both ends search in
// turns, by the edges they looked at. When one of them has seen all it can reach, that set is a cut: every other arc across it
// would cost at least 1, so raising the potential there by 1 makes the edge's own arc free of charge, and the search is never
// repeated. The outside (a node joined to all that may be matched or not) is entered by a search but never walked through: when
// both searches reach it they have met, and otherwise the one that did not is the cut.
// At the end of a level free edges with a reduced cost are given up, which is what makes later searches short.
// Tested by tests/match/objectives_test.cc.
#include "match/fairest.h"

#include <algorithm>
#include <utility>

namespace jobcarve::match {

FairWalk::FairWalk(const BipartiteGraph& graph, const Face& face, std::vector<uint32_t> ranks, uint32_t rank_count)
    : graph_(graph),
      ranks_(std::move(ranks)),
      of_rank_(rank_count + 1),
      musts_(face.musts()),
      is_allowed_(graph.edge_count(), false),
      edges_(graph.left_count()),
      takers_(graph.right_count()),
      holders_(graph),
      is_pending_(graph.left_count(), false),
      prices_(graph.right_count(), 0),
      forward_via_(graph.right_count()),
      is_backward_(graph.right_count(), false),
      backward_via_(graph.right_count()),
      backward_edge_(graph.left_count()) {
  BuildRows(face);
}

void FairWalk::BuildRows(const Face& face) {
  for (const LeftIndex left : graph_.Lefts()) {
    for (const EdgeIndex edge : graph_.EdgesOf(left)) {
      if (face.IsAllowed(edge)) {
        is_allowed_[edge.value()] = true;
        edges_[left].push_back(edge);
        takers_[graph_.right(edge)].push_back({.left = left, .edge = edge});
        of_rank_[ranks_[edge.value()]].push_back({.left = left, .edge = edge});
      }
    }
    if (face.held(left).has_value()) {
      holders_.Assign(left, *face.held(left));
    }
  }
}

void FairWalk::Run(LevelMatching& answer) {
  for (uint32_t rank = 1; rank + 1 < of_rank_.size(); ++rank) {
    RunLevel(rank, answer);
  }
  for (const LeftIndex left : graph_.Lefts()) {
    if (holders_.held(left).has_value()) {
      answer.edges.push_back(*holders_.held(left));
      answer.total += graph_.weight(*holders_.held(left));
    }
  }
}

void FairWalk::RunLevel(uint32_t rank, LevelMatching& answer) {
  rank_ = rank;
  for (const Taker& taker : of_rank_[rank]) {
    is_pending_[taker.left.value()] = is_pending_[taker.left.value()] || holders_.held(taker.left) == taker.edge;
  }
  for (const Taker& taker : of_rank_[rank]) {
    if (is_pending_[taker.left.value()]) {
      Exchange(taker.left);
    }
  }
  Restrict(answer);
}

// A held edge has slack 0, or 1 while it is to be exchanged; a node without one has price 0.
int64_t FairWalk::LeftPrice(LeftIndex left) const {
  if (!holders_.held(left).has_value()) {
    return 0;
  }
  const int64_t slack = is_pending_[left.value()] ? 1 : 0;
  return slack - prices_[graph_.right(*holders_.held(left))] - Cost(*holders_.held(left));
}

void FairWalk::Exchange(LeftIndex start) {
  const RightIndex end = graph_.right(*holders_.held(start));
  forward_.lefts.push_back(start);
  backward_.rights.push_back(end);
  is_backward_[end.value()] = true;
  std::optional<Meeting> meeting;
  while (!meeting.has_value()) {
    if (forward_.is_outside && backward_.is_outside) {
      meeting = Meeting();
    } else if (!forward_.is_outside && (backward_.is_outside || forward_.work <= backward_.work)) {
      if (forward_.next == forward_.lefts.size()) {
        CutForward(start);
        break;
      }
      meeting = ScanForward(forward_.lefts[forward_.next++]);
    } else {
      if (backward_.next == backward_.rights.size()) {
        CutBackward();
        break;
      }
      meeting = ScanBackward(backward_.rights[backward_.next++]);
    }
  }
  if (meeting.has_value()) {
    Move(start, *meeting);
  }
  Forget();
}

std::optional<FairWalk::Meeting> FairWalk::ScanForward(LeftIndex left) {
  ++forward_.work;
  if (!musts_.lefts[left.value()] && LeftPrice(left) == 0) {
    forward_.is_outside = true;
    forward_.left_at_outside = left;
    return std::nullopt;
  }
  std::vector<EdgeIndex>& edges = edges_[left];
  std::erase_if(edges, [this](EdgeIndex edge) { return !is_allowed_[edge.value()]; });
  forward_.work += edges.size();
  for (const EdgeIndex edge : edges) {
    const RightIndex right = graph_.right(edge);
    if (forward_via_[right].has_value() || !IsFree(left, edge)) {
      continue;
    }
    forward_via_[right] = Step{.left = left, .edge = edge};
    forward_.rights.push_back(right);
    if (is_backward_[right.value()]) {
      return Meeting{.left = std::nullopt, .right = right};
    }
    if (holders_.HasRoom(right)) {
      forward_.is_outside = true;
      forward_.right_at_outside = right;
      return std::nullopt;
    }
    forward_.lefts.insert(forward_.lefts.end(), holders_.of(right).begin(), holders_.of(right).end());
  }
  return std::nullopt;
}

std::optional<FairWalk::Meeting> FairWalk::ScanBackward(RightIndex right) {
  ++backward_.work;
  if (!musts_.rights[right.value()] && prices_[right] == 0) {
    backward_.is_outside = true;
    backward_.right_at_outside = right;
    return std::nullopt;
  }
  std::vector<Taker>& takers = takers_[right];
  std::erase_if(takers, [this](const Taker& taker) { return !is_allowed_[taker.edge.value()]; });
  backward_.work += takers.size();
  for (const Taker& taker : takers) {
    if (backward_edge_[taker.left].has_value() || !IsFree(taker.left, taker.edge)) {
      continue;
    }
    backward_edge_[taker.left] = taker.edge;
    backward_.lefts.push_back(taker.left);
    if (!holders_.held(taker.left).has_value()) {
      backward_.is_outside = true;
      backward_.left_at_outside = taker.left;
      return std::nullopt;
    }
    const RightIndex from = graph_.right(*holders_.held(taker.left));
    if (taker.left == forward_.lefts.front() || forward_via_[from].has_value()) {
      return Meeting{.left = taker.left, .right = std::nullopt};
    }
    if (!is_backward_[from.value()]) {
      is_backward_[from.value()] = true;
      backward_via_[from] = taker.left;
      backward_.rights.push_back(from);
    }
  }
  return std::nullopt;
}

// Nothing leads out of what forward has reached, and nobody there may give up or has room: all its places cost 1 more.
void FairWalk::CutForward(LeftIndex start) {
  for (const RightIndex right : forward_.rights) {
    ++prices_[right];
    priced_.push_back(right);
  }
  is_pending_[start.value()] = false;
}

// Nobody comes into what backward has reached: all its places cost 1 less. Edges into it that wait to be exchanged are settled.
void FairWalk::CutBackward() {
  for (const RightIndex right : backward_.rights) {
    --prices_[right];
    priced_.push_back(right);
    for (const LeftIndex holder : holders_.of(right)) {
      if (!backward_edge_[holder].has_value()) {
        is_pending_[holder.value()] = false;
      }
    }
  }
}

void FairWalk::Move(LeftIndex start, const Meeting& meeting) {
  std::vector<std::pair<LeftIndex, EdgeIndex>> moves;
  std::optional<LeftIndex> leaver = meeting.left;  // The first of the backward way.
  if (meeting.right.has_value()) {
    CollectForward(start, *meeting.right, moves);
    CollectBackward(*meeting.right, moves);
  } else if (meeting.left.has_value()) {
    if (*meeting.left != start) {
      CollectForward(start, graph_.right(*holders_.held(*meeting.left)), moves);
    }
  } else {
    if (forward_.right_at_outside.has_value()) {
      CollectForward(start, *forward_.right_at_outside, moves);
    } else if (forward_.left_at_outside != start) {
      CollectForward(start, graph_.right(*holders_.held(*forward_.left_at_outside)), moves);
    }
    leaver = backward_.left_at_outside;
    if (backward_.right_at_outside.has_value()) {
      CollectBackward(*backward_.right_at_outside, moves);
    }
  }
  if (leaver.has_value()) {
    moves.push_back({*leaver, *backward_edge_[*leaver]});
    CollectBackward(graph_.right(*backward_edge_[*leaver]), moves);
  }
  if (forward_.is_outside && backward_.is_outside && forward_.left_at_outside.has_value()) {
    is_pending_[forward_.left_at_outside->value()] = false;
    holders_.Release(*forward_.left_at_outside);
  }
  for (const auto& [left, edge] : moves) {
    is_pending_[left.value()] = false;
    holders_.Assign(left, edge);
  }
}

// The steps from `start` to the right node `last`, last step first.
void FairWalk::CollectForward(LeftIndex start, RightIndex last, std::vector<std::pair<LeftIndex, EdgeIndex>>& moves) const {
  for (RightIndex right = last;;) {
    const Step& via = *forward_via_[right];
    moves.push_back({via.left, via.edge});
    if (via.left == start) {
      return;
    }
    right = graph_.right(*holders_.held(via.left));
  }
}

// The steps from the right node `from`, which one of its holders leaves, to the end.
void FairWalk::CollectBackward(RightIndex from, std::vector<std::pair<LeftIndex, EdgeIndex>>& moves) const {
  while (const std::optional<LeftIndex> leaver = backward_via_[from]) {
    const EdgeIndex edge = *backward_edge_[*leaver];
    moves.push_back({*leaver, edge});
    from = graph_.right(edge);
  }
}

void FairWalk::Forget() {
  for (const RightIndex right : forward_.rights) {
    forward_via_[right].reset();
  }
  for (const RightIndex right : backward_.rights) {
    is_backward_[right.value()] = false;
    backward_via_[right].reset();
  }
  for (const LeftIndex left : backward_.lefts) {
    backward_edge_[left].reset();
  }
  forward_ = Reach();
  backward_ = Reach();
}

// Ends the level: records its total and prices, gives up free edges with a reduced cost, forces nodes with a price.
void FairWalk::Restrict(LevelMatching& answer) {
  const size_t level = answer.level_totals.size();
  int64_t total = 0;
  std::vector<LeftIndex> lefts;  // Those that may have a price.
  for (const Taker& taker : of_rank_[rank_]) {
    if (holders_.held(taker.left) == taker.edge) {
      --total;
      lefts.push_back(taker.left);
    } else if (is_allowed_[taker.edge.value()] && Slack(taker.left, taker.edge) > 0) {
      is_allowed_[taker.edge.value()] = false;
    }
  }
  answer.level_totals.push_back(total);
  std::sort(priced_.begin(), priced_.end());
  priced_.erase(std::unique(priced_.begin(), priced_.end()), priced_.end());
  std::erase_if(priced_, [this](RightIndex right) { return prices_[right] == 0; });
  for (const RightIndex right : priced_) {
    answer.right_prices.push_back({.level = level, .right = right, .price = prices_[right]});
    musts_.rights[right.value()] = true;
    lefts.insert(lefts.end(), holders_.of(right).begin(), holders_.of(right).end());
    for (const Taker& taker : takers_[right]) {
      if (holders_.held(taker.left) != taker.edge && Slack(taker.left, taker.edge) > 0) {
        is_allowed_[taker.edge.value()] = false;
      }
    }
  }
  std::sort(lefts.begin(), lefts.end());
  lefts.erase(std::unique(lefts.begin(), lefts.end()), lefts.end());
  for (const LeftIndex left : lefts) {
    if (LeftPrice(left) == 0) {
      continue;
    }
    answer.left_prices.push_back({.level = level, .left = left, .price = LeftPrice(left)});
    musts_.lefts[left.value()] = true;
    for (const EdgeIndex edge : edges_[left]) {
      if (holders_.held(left) != edge && Slack(left, edge) > 0) {
        is_allowed_[edge.value()] = false;
      }
    }
  }
  for (const RightIndex right : priced_) {
    prices_[right] = 0;
  }
  priced_.clear();
}

}  // namespace jobcarve::match
