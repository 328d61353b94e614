// Tested by tests/match/certificate_test.cc, objectives_certificate_test.cc and verify_stable_test.cc.
#include "match/chosen_edges.h"

#include "absl/strings/str_cat.h"

namespace jobcarve::checking {

absl::Status VerifyOrder(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen) {
  for (size_t i = 0; i < chosen.size(); ++i) {
    if (chosen[i].value() >= graph.edge_count()) {
      return absl::InvalidArgumentError(
          absl::StrCat("chosen edge ", chosen[i].value(), " is not below the number of edges, ", graph.edge_count()));
    }
    if (i > 0 && chosen[i] <= chosen[i - 1]) {
      return absl::InvalidArgumentError(
          absl::StrCat("chosen edge ", chosen[i].value(), " does not come after ", chosen[i - 1].value(), " before it"));
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<Usage> CountUsage(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen) {
  Usage usage = {.edge_of = IndexedVector<LeftIndex, std::optional<EdgeIndex>>(graph.left_count()),
                 .taken = IndexedVector<RightIndex, int64_t>(graph.right_count(), 0)};
  for (const EdgeIndex edge : chosen) {
    const LeftIndex left = graph.left(edge);
    const RightIndex right = graph.right(edge);
    if (usage.edge_of[left].has_value()) {
      return absl::InvalidArgumentError(absl::StrCat(Describe(graph, edge), ": left node ", left.value(), " is matched twice"));
    }
    if (usage.IsFull(graph, right)) {
      return absl::InvalidArgumentError(absl::StrCat(Describe(graph, edge), ": right node ", right.value(),
                                                     " is matched more often than its capacity ", graph.capacity(right)));
    }
    usage.edge_of[left] = edge;
    ++usage.taken[right];
  }
  return usage;
}

absl::Status VerifyWeightsAbove0(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen) {
  for (const EdgeIndex edge : chosen) {
    if (graph.weight(edge) <= 0) {
      return absl::InvalidArgumentError(
          absl::StrCat(Describe(graph, edge), " is chosen, but weighs ", graph.weight(edge), ", which is not above 0"));
    }
  }
  return absl::OkStatus();
}

absl::Status VerifyTotal(const BipartiteGraph& graph, std::span<const EdgeIndex> chosen, int64_t total) {
  absl::int128 sum = 0;
  for (const EdgeIndex edge : chosen) {
    sum += graph.weight(edge);
  }
  if (sum != total) {
    return absl::InvalidArgumentError(absl::StrCat("total: ", total, " but the chosen edges weigh ", Decimal(sum)));
  }
  return absl::OkStatus();
}

std::string Describe(const BipartiteGraph& graph, EdgeIndex edge) {
  return absl::StrCat("edges[", edge.value(), "] (left ", graph.left(edge).value(), ", right ", graph.right(edge).value(), ")");
}

std::string Decimal(absl::int128 value) {
  if (value < 0) {
    return absl::StrCat("-", Decimal(-value));
  }
  const std::string last_digit = absl::StrCat(static_cast<int64_t>(value % 10));
  return value < 10 ? last_digit : absl::StrCat(Decimal(value / 10), last_digit);
}

}  // namespace jobcarve::checking
