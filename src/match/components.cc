// Boost.Graph's incremental components: a disjoint-set forest over all nodes, left nodes first, joined along every arc. It
// needs no second copy of the graph, unlike connected_components. Then one counting sort by component.
// Tested by tests/match/match_test.cc.
#include "match/components.h"

#include <boost/graph/incremental_components.hpp>
#include <cstdint>

namespace jobcarve::match {
namespace {

constexpr uint32_t kUnnumbered = UINT32_MAX;

// Groups the nodes 0 .. numbers.size() - 1 by their component; nodes without a number belong to none.
template <typename I>
void Group(std::span<const uint32_t> numbers, size_t component_count, std::vector<I>& nodes, std::vector<size_t>& begins) {
  begins.assign(component_count + 1, 0);
  for (const uint32_t number : numbers) {
    if (number != kUnnumbered) {
      ++begins[number + 1];
    }
  }
  for (size_t c = 0; c < component_count; ++c) {
    begins[c + 1] += begins[c];
  }
  nodes.resize(begins.back());
  std::vector<size_t> next(begins.begin(), begins.end() - 1);
  for (size_t node = 0; node < numbers.size(); ++node) {
    if (numbers[node] != kUnnumbered) {
      nodes[next[numbers[node]]++] = I(node);
    }
  }
}

}  // namespace

Components::Components(const Network& network) {
  const size_t left_count = network.left_count();
  const size_t node_count = left_count + network.right_count();
  std::vector<uint32_t> ranks(node_count, 0);
  std::vector<uint32_t> parents(node_count);
  boost::disjoint_sets<uint32_t*, uint32_t*> sets(ranks.data(), parents.data());
  for (uint32_t node = 0; node < node_count; ++node) {
    sets.make_set(node);
  }
  for (const LeftIndex left : network.Lefts()) {
    for (ArcIndex a = network.ArcsBegin(left); a != network.ArcsEnd(left); ++a) {
      sets.union_set(static_cast<uint32_t>(left.value()), static_cast<uint32_t>(left_count + network.arc(a).right.value()));
    }
  }
  std::vector<uint32_t> number_of_root(node_count, kUnnumbered);
  std::vector<uint32_t> numbers(node_count);
  uint32_t component_count = 0;
  for (uint32_t node = 0; node < node_count; ++node) {
    const uint32_t root = sets.find_set(node);
    if (number_of_root[root] == kUnnumbered && node < left_count) {
      number_of_root[root] = component_count++;
    }
    numbers[node] = number_of_root[root];
  }
  const std::span<const uint32_t> all = numbers;
  Group(all.first(left_count), component_count, lefts_, left_begins_);
  Group(all.subspan(left_count), component_count, rights_, right_begins_);
}

}  // namespace jobcarve::match
