// incremental_model.h: what IncrementalMatching promises, on plain lists, by trying everything; and random changes for both.
//
//   IncrementalModel model(graph, matching);
//   ChangeBoth(model, subject, [&](size_t n) { return static_cast<size_t>(rng.Below(n)); });   // Stops when one refuses alone.
//   model.Best() == ...
#ifndef JOBCARVE_TESTS_SUPPORT_INCREMENTAL_MODEL_H_
#define JOBCARVE_TESTS_SUPPORT_INCREMENTAL_MODEL_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "jobcarve/match/incremental.h"

namespace jobcarve::test {

class IncrementalModel {
 public:
  struct Offer {
    bool exists = false;
    size_t left = 0;
    size_t right = 0;
    int64_t weight = 0;
    bool is_pinned = false;
    bool is_forbidden = false;
  };
  // The greatest total and, among all matchings with it, the most pairs of `before`.
  struct Optimum {
    int64_t total = 0;
    int64_t kept = 0;
    bool operator==(const Optimum&) const = default;
  };

  IncrementalModel() = default;
  IncrementalModel(const BipartiteGraph& graph, const Matching& matching);

  // O(product of (degree + 1)).
  Optimum Best() const;
  // The same, with `left` at the right node of `edge`, or unmatched; nothing when there is no place.
  std::optional<Optimum> BestWith(size_t left, std::optional<size_t> edge) const;
  // What `subject` holds.
  Optimum Of(const IncrementalMatching& subject) const;
  // From here on, what `subject` holds is what to keep.
  void KeepWhatIsHeld(const IncrementalMatching& subject);
  // Of the left nodes that exist, those whose right node is not the one before.
  std::vector<LeftIndex> MovedIn(const IncrementalMatching& subject) const;
  bool CanEnumerate(double ways) const;
  std::string Describe() const;

  std::vector<bool> lefts;                     // Which exist.
  std::vector<std::optional<int32_t>> rights;  // Capacities of those that exist.
  std::vector<Offer> edges;
  std::vector<std::optional<size_t>> before;  // The right node held before, by left node.

 private:
  void Enumerate(size_t left, std::vector<int32_t>& places, Optimum so_far, std::optional<Optimum>& best) const;
  bool IsPinned(size_t left) const;
  std::optional<size_t> RightHeldBy(size_t left, const IncrementalMatching& subject) const;
};

struct ChangeRanges {
  size_t max_lefts = 6;
  size_t max_rights = 4;
  int32_t max_capacity = 3;
  size_t max_edges = 14;
  std::vector<int64_t> weights = {-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9};  // Drawn uniformly.
};

// Draws one change, some of them wrong on purpose, and makes it in both. Returns what `subject` did wrong: refused what is right,
// accepted what is wrong, or changed although it refused. Empty when all is well.
std::string ChangeBoth(IncrementalModel& model, IncrementalMatching& subject, const ChangeRanges& ranges,
                       absl::FunctionRef<size_t(size_t)> draw_below);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_INCREMENTAL_MODEL_H_
