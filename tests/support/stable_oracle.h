// stable_oracle.h: every stable matching of a small graph, from the definition and by trying all.
#ifndef JOBCARVE_TESTS_SUPPORT_STABLE_ORACLE_H_
#define JOBCARVE_TESTS_SUPPORT_STABLE_ORACLE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "jobcarve/base/rng.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/stable.h"

namespace jobcarve::test {

enum class Ties {
  kBlockNothing,         // Only a strictly higher score is preferred: weak stability.
  kLowerNumberIsBetter,  // Of equal scores the lower edge number is preferred: all preferences are strict.
};

// All of ForEachMatching (enumeration.h).
std::vector<StableMatching> AllMatchings(const BipartiteGraph& graph);

// No acceptable edge outside is preferred by both its ends, and every edge inside is acceptable. O(m * size).
bool IsStable(const BipartiteGraph& graph, const std::vector<int64_t>& right_scores, const StableMatching& matching, Ties ties);

// All of AllMatchings that are stable when the lower number is better.
std::vector<StableMatching> AllStable(const BipartiteGraph& graph, const std::vector<int64_t>& right_scores);

// One for each edge of the graph, in [low, high].
std::vector<int64_t> RandomScores(const BipartiteGraph& graph, int64_t low, int64_t high, Rng& rng);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_STABLE_ORACLE_H_
