// incremental_alternatives.h: one backward search that prices every other place of a left node; alternatives.h has the method.
#ifndef JOBCARVE_SRC_MATCH_INCREMENTAL_ALTERNATIVES_H_
#define JOBCARVE_SRC_MATCH_INCREMENTAL_ALTERNATIVES_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "jobcarve/match/alternatives.h"
#include "match/incremental_frontier.h"
#include "match/incremental_network.h"
#include "match/incremental_value.h"

namespace jobcarve::incremental {

class AlternativeSearch {
 public:
  // `network` is optimal and `left` not pinned.
  std::vector<Alternative> Run(const DynamicNetwork& network, LeftIndex left, size_t k);

 private:
  // A right node that `left` could go to; its reduced cost, later its loss.
  struct Candidate {
    Value cost = 0;
    RightIndex right = kNoRight;  // Going unmatched comes first among equals: see Before.
    EdgeIndex edge = kNoEdge;     // kNoEdge: going unmatched.
  };

  // The reduced cost of a candidate, and a bound on its distance.
  struct Bound {
    Value cost = 0;
    Value distance = 0;
  };

  static bool Before(const Candidate& a, const Candidate& b);
  void CollectCandidates(const DynamicNetwork& network, LeftIndex left);
  void Search(const DynamicNetwork& network, LeftIndex left, size_t k);
  void LowerLimit(const DynamicNetwork& network, LeftIndex left, size_t k, Value outside_distance);
  void ScanBackward(const DynamicNetwork& network, LeftIndex left, RightIndex right);
  void ScanOutside(const DynamicNetwork& network, LeftIndex left);
  void ReachOutside(Value distance);
  void Settle(Candidate candidate, Value distance, size_t k);

  Frontier frontier_;
  std::optional<Value> outside_;  // The distance of the outside, until it is scanned.
  bool outside_is_done_ = false;
  Value limit_ = 0;  // No distance from here on matters.
  std::vector<Bound> bounds_;
  std::vector<Candidate> candidates_;  // By right node.
  std::vector<Candidate> best_;        // The k best settled so far, in order.
  size_t open_ = 0;                    // Candidates not yet settled.
};

}  // namespace jobcarve::incremental

#endif  // JOBCARVE_SRC_MATCH_INCREMENTAL_ALTERNATIVES_H_
