// incremental_state.h: what an IncrementalMatching is made of, and how a broken invariant is mended.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_STATE_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_STATE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "jobcarve/match/incremental.h"
#include "match/incremental_alternatives.h"
#include "match/incremental_network.h"
#include "match/incremental_search.h"

namespace jobcarve {

struct IncrementalMatching::State {
  void MayWant(LeftIndex left) { lefts.push_back(left); }
  void MayLack(RightIndex right) { rights.push_back(right); }
  void Release(LeftIndex left);
  void Unpin(LeftIndex left);
  void RemoveEdge(EdgeIndex edge);
  void NoteIfUncovered(EdgeIndex edge);

  std::vector<LeftIndex> Optimise();
  bool IsUncovered(EdgeIndex edge) const;
  void Cover();
  void RaiseToCover(RightIndex right, std::span<const EdgeIndex> uncovered);
  void Refit(LeftIndex left);
  void Seat(LeftIndex left);
  std::vector<LeftIndex> SetBaseline();

  incremental::DynamicNetwork network;
  incremental::Search search;
  incremental::AlternativeSearch alternatives;
  std::vector<LeftIndex> lefts;    // May be free at a price, or priced wrongly; with repetitions.
  std::vector<RightIndex> rights;  // May have room at a price; with repetitions.
  std::vector<EdgeIndex> edges;    // May be worth more than the prices of their ends; with repetitions.
  bool has_changes = false;
  int64_t pinned_total = 0;
};

}  // namespace jobcarve

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_STATE_H_
