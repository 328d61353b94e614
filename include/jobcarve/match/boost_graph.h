// boost_graph.h: the heaviest matching with capacities in a bipartite Boost.Graph graph, called as that library's algorithms are.
//
//   using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
//                                       boost::property<boost::edge_weight_t, int>>;
//   Graph g(3);
//   add_edge(0, 2, 5, g);                                // Vertices 0 and 1 both want vertex 2.
//   add_edge(1, 2, 7, g);
//   std::vector<boost::graph_traits<Graph>::vertex_descriptor> mates(num_vertices(g));
//   const auto mate = boost::make_iterator_property_map(mates.begin(), get(boost::vertex_index, g));
//   std::int64_t total = jobcarve::maximum_weighted_bipartite_b_matching(g, mate);       // 7: null_vertex, 2, 1
//
//   std::vector<int> places = {1, 1, 2};                 // Room for both: total is 12.
//   total = jobcarve::maximum_weighted_bipartite_b_matching(
//       g, mate, boost::capacity_map(boost::make_iterator_property_map(places.begin(), get(boost::vertex_index, g))));
//
// The same as boost::maximum_weighted_matching for bipartite graphs with capacities 1; exact as well, and made for graphs with
// millions of edges. The definition, the proof and the cost are those of match.h and certificate.h. The header converts and
// calls Match; it is the only one of ours that includes Boost, and jobcarve.h does not include it.
//
// Graph: VertexListGraph, and EdgeListGraph or IncidenceGraph; directed or not (directions mean nothing here), with parallel
// edges or without. The vertices are on two sides, left and right, and every edge joins the two.
//
// Inputs           named parameter      default                  meaning
//   weight         weight_map           get(edge_weight, g)      readable edge map, any integral type, |weight| <= kMaxWeight;
//                                                                edges with weight <= 0 are never chosen
//   index          vertex_index_map     get(vertex_index, g)     readable vertex map onto 0 .. num_vertices(g) - 1
//   partition      color_map            from is_bipartite        readable vertex map of colors, as is_bipartite writes it:
//                                                                white is left, any other color is right
//   capacity       capacity_map         1 for every vertex       readable vertex map (not an edge map), any integral type, >= 0:
//                                                                how many chosen edges a vertex may have; at most 1 on the left
// Without a color_map the graph must be undirected, and the sides are chosen for each component: the one with a capacity above
// 1 is the right one; if there is none, the first vertex is on the left.
//
// Floating weights are refused at compile time, since such sums depend on their order: make them integers first, for
// example with boost::make_transform_value_property_map([](double w) { return std::llround(w * 1e6); }, weight) of
// boost/property_map/transform_value_property_map.hpp.
//
// Outputs, written only on success; boost::dummy_property_map() where one is not wanted:
//   mate       writable vertex map: the other end of the chosen edge, or null_vertex() for an unmatched vertex. A right vertex
//              whose capacity is not 1 may have several mates; it gets null_vertex(), and its mates tell.
//   selected   writable edge map of bool: which edges are chosen. Needed where parallel edges must be told apart.
//   price      writable vertex map of 64-bit integers: the prices that prove the total best, as in match.h (edges of a left
//              vertex of capacity 0 take no part).
//   returned   the total weight, in 64 bits whatever the type of the weights, so that it cannot overflow.
//
// Errors are exceptions, as in Boost.Graph: boost::bad_graph, which says where, what was found and what is allowed, for a value
// outside the ranges above, a graph that is not bipartite or larger than kMaxNodesPerSide and kMaxEdges, or what Match refuses;
// no_perfect_matching, a bad_graph, where options.perfect asks for what is impossible. With `perfect` the sides decide who must
// be matched, so it needs a color_map.
// Deterministic: the result is a function of the order in which the graph lists its vertices and edges, and of the maps.
// Cost: that of Match, and O(n + m) time for the conversion, which takes 16 to 32 bytes an edge and gives them back before Match.
#ifndef JOBCARVE_MATCH_BOOST_GRAPH_H_
#define JOBCARVE_MATCH_BOOST_GRAPH_H_

#include <algorithm>
#include <boost/concept/assert.hpp>
#include <boost/graph/bipartite.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/exception.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/named_function_params.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/throw_exception.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/match/bipartite.h"
#include "jobcarve/match/match.h"

namespace jobcarve {

// Thrown with options.perfect when no matching reaches every left vertex. what() names left vertices, by their index, that are
// more than all the places they can reach (P. Hall, 1935).
struct no_perfect_matching : public boost::bad_graph {
  using bad_graph::bad_graph;
};

namespace boost_graph_internal {

template <typename PropertyMap>
using ValueOf = std::remove_cv_t<typename boost::property_traits<PropertyMap>::value_type>;

template <typename PropertyMap>
inline constexpr bool HoldsIntegers = std::is_integral_v<ValueOf<PropertyMap>>;

template <typename VertexPriceMap>
inline constexpr bool HoldsPrices = std::is_same_v<VertexPriceMap, boost::dummy_property_map> ||
                                    std::is_void_v<ValueOf<VertexPriceMap>> ||
                                    (std::is_integral_v<ValueOf<VertexPriceMap>> &&
                                     std::numeric_limits<ValueOf<VertexPriceMap>>::digits >= 63 &&
                                     std::is_signed_v<ValueOf<VertexPriceMap>>);

// get and put; a pointer is a property map too.
template <typename PropertyMap, typename Key>
auto ValueAt(const PropertyMap& map, const Key& key) {
  if constexpr (std::is_pointer_v<PropertyMap>) {
    return map[key];
  } else {
    return get(map, key);
  }
}
template <typename PropertyMap, typename Key, typename Value>
void PutAt(const PropertyMap& map, const Key& key, const Value& value) {
  if constexpr (std::is_pointer_v<PropertyMap>) {
    map[key] = value;
  } else {
    put(map, key, value);
  }
}

template <typename... Parts>
[[noreturn]] void ThrowBadGraph(const Parts&... parts) {
  boost::throw_exception(boost::bad_graph(absl::StrCat(parts...)));
}

template <typename Graph, typename VertexIndexMap>
void CheckIndices(const Graph& g, VertexIndexMap index) {
  const size_t count = num_vertices(g);
  std::vector<bool> is_seen(count, false);
  for (auto [v, end] = vertices(g); v != end; ++v) {
    const size_t i = static_cast<size_t>(ValueAt(index, *v));
    if (i >= count) {
      ThrowBadGraph("vertex_index_map: ", +ValueAt(index, *v), " is not below the number of vertices, ", count);
    }
    if (is_seen[i]) {
      ThrowBadGraph("vertex_index_map: ", i, " is given to two vertices");
    }
    is_seen[i] = true;
  }
}

// Capacities above the number of all edges are as good as any.
template <typename CapacityMap, typename Vertex>
int32_t CapacityAt(CapacityMap capacity, const Vertex& v, size_t index) {
  const auto value = +ValueAt(capacity, v);
  if (std::cmp_less(value, 0)) {
    ThrowBadGraph("capacity_map: ", value, " for vertex ", index, " is below 0");
  }
  constexpr int32_t kMost = std::numeric_limits<int32_t>::max();
  return std::cmp_less(value, kMost) ? static_cast<int32_t>(value) : kMost;
}

// The sides when the caller has none: those of is_bipartite, with each component turned so that it has its capacities above 1
// on the right (if both sides have some, Sides refuses them).
template <typename Graph, typename CapacityMap, typename VertexIndexMap>
std::vector<boost::default_color_type> ColorsOf(const Graph& g, CapacityMap capacity, VertexIndexMap index) {
  static_assert(std::is_convertible_v<typename boost::graph_traits<Graph>::directed_category, boost::undirected_tag>,
                "is_bipartite finds the sides of undirected graphs only: give those of a directed graph as color_map");
  CheckIndices(g, index);
  std::vector<boost::default_color_type> colors(num_vertices(g));
  if (!boost::is_bipartite(g, index, boost::make_iterator_property_map(colors.begin(), index))) {
    ThrowBadGraph("the graph is not bipartite: it has an odd cycle");
  }
  std::vector<size_t> component(colors.size());
  const size_t component_count =
      boost::connected_components(g, boost::make_iterator_property_map(component.begin(), index), boost::vertex_index_map(index));
  std::vector<bool> is_turned(component_count, false);
  for (auto [v, end] = vertices(g); v != end; ++v) {
    const size_t i = static_cast<size_t>(ValueAt(index, *v));
    if (colors[i] == boost::white_color && CapacityAt(capacity, *v, i) > 1) {
      is_turned[component[i]] = true;
    }
  }
  for (size_t i = 0; i < colors.size(); ++i) {
    if (is_turned[component[i]]) {
      colors[i] = colors[i] == boost::white_color ? boost::black_color : boost::white_color;
    }
  }
  return colors;
}

// The vertices of `g` on their sides, numbered there in the order of vertices(g), and the edges between them.
template <typename Graph, typename VertexIndexMap>
class Sides {
 public:
  using Traits = boost::graph_traits<Graph>;
  using Vertex = typename Traits::vertex_descriptor;

  struct End {
    bool is_left = false;
    int32_t capacity = 0;
    size_t number = 0;  // On its side.
  };

  template <typename PartitionMap, typename CapacityMap>
  Sides(const Graph& g, VertexIndexMap index, PartitionMap partition, CapacityMap capacity) : g_(g), index_(index) {
    CheckIndices(g, index);
    ends_.resize(num_vertices(g));
    for (auto [v, end] = vertices(g); v != end; ++v) {
      const bool is_left = ValueAt(partition, *v) == boost::color_traits<ValueOf<PartitionMap>>::white();
      const int32_t places = CapacityAt(capacity, *v, IndexOf(*v));
      if (is_left && places > 1) {
        ThrowBadGraph("capacity_map: ", places, " for vertex ", IndexOf(*v), " on the left; above 1 is for the right side only");
      }
      std::vector<Vertex>& side = is_left ? lefts_ : rights_;
      ends_[IndexOf(*v)] = {.is_left = is_left, .capacity = places, .number = side.size()};
      side.push_back(*v);
    }
  }

  const std::vector<Vertex>& lefts() const { return lefts_; }
  const std::vector<Vertex>& rights() const { return rights_; }
  size_t IndexOf(const Vertex& v) const { return static_cast<size_t>(ValueAt(index_, v)); }
  const End& EndAt(const Vertex& v) const { return ends_[IndexOf(v)]; }

  // visit(e, left, right) for every edge, in the order of the graph, with the Ends of its two vertices.
  template <typename Visit>
  void ForEachEdge(Visit visit) const {
    if constexpr (std::is_convertible_v<typename Traits::traversal_category, boost::edge_list_graph_tag>) {
      BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
      for (auto [e, end] = edges(g_); e != end; ++e) {
        VisitEdge(*e, visit);
      }
    } else {
      BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
      for (auto [v, v_end] = vertices(g_); v != v_end; ++v) {
        for (auto [e, e_end] = out_edges(*v, g_); e != e_end; ++e) {
          if (!ComesFromItsOtherEndToo(*e)) {
            VisitEdge(*e, visit);
          }
        }
      }
    }
  }

 private:
  // An undirected edge is an out-edge of both its vertices; the left one tells of it.
  template <typename EdgeDescriptor>
  bool ComesFromItsOtherEndToo(const EdgeDescriptor& e) const {
    return std::is_convertible_v<typename Traits::directed_category, boost::undirected_tag> && !EndAt(source(e, g_)).is_left &&
           EndAt(target(e, g_)).is_left;
  }

  template <typename EdgeDescriptor, typename Visit>
  void VisitEdge(const EdgeDescriptor& e, Visit& visit) const {
    const End& from = EndAt(source(e, g_));
    const End& to = EndAt(target(e, g_));
    if (from.is_left == to.is_left) {
      ThrowBadGraph("color_map: the edge between vertices ", IndexOf(source(e, g_)), " and ", IndexOf(target(e, g_)),
                    " has both ends on the ", from.is_left ? "left" : "right");
    }
    visit(e, from.is_left ? from : to, from.is_left ? to : from);
  }

  const Graph& g_;
  VertexIndexMap index_;
  std::vector<Vertex> lefts_;
  std::vector<Vertex> rights_;
  std::vector<End> ends_;  // By vertex index.
};

// The graph without the edges of left vertices of capacity 0.
template <typename Graph, typename VertexIndexMap, typename WeightMap>
BipartiteGraph Convert(const Sides<Graph, VertexIndexMap>& sides, WeightMap weight) {
  std::vector<int32_t> capacities;
  for (const auto& right : sides.rights()) {
    capacities.push_back(sides.EndAt(right).capacity);
  }
  std::vector<Edge> edges;
  sides.ForEachEdge([&](const auto& e, const auto& left, const auto& right) {
    const auto value = +ValueAt(weight, e);
    if (std::cmp_less(value, -kMaxWeight) || std::cmp_greater(value, kMaxWeight)) {
      ThrowBadGraph("weight_map: ", value, " for the edge between vertices ", sides.IndexOf(sides.lefts()[left.number]), " and ",
                    sides.IndexOf(sides.rights()[right.number]), " is outside [", -kMaxWeight, ", ", kMaxWeight, "]");
    }
    if (left.capacity > 0) {
      edges.push_back({.left = LeftIndex(left.number), .right = RightIndex(right.number), .weight = static_cast<int64_t>(value)});
    }
  });
  absl::StatusOr<BipartiteGraph> graph = BipartiteGraph::Create(sides.lefts().size(), std::move(capacities), edges);
  if (!graph.ok()) {
    ThrowBadGraph(graph.status().message());
  }
  return *std::move(graph);
}

template <typename Graph, typename VertexIndexMap>
[[noreturn]] void ThrowNoPerfectMatching(const Sides<Graph, VertexIndexMap>& sides, const Shortage& shortage) {
  constexpr size_t kMostNamed = 10;
  std::string names;
  for (size_t i = 0; i < std::min(shortage.lefts.size(), kMostNamed); ++i) {
    absl::StrAppend(&names, i == 0 ? "" : ", ", sides.IndexOf(sides.lefts()[shortage.lefts[i].value()]));
  }
  boost::throw_exception(no_perfect_matching(absl::StrCat("no perfect matching: ", shortage.lefts.size(), " left vertices (",
                                                          names, shortage.lefts.size() > kMostNamed ? ", ..." : "",
                                                          ") can reach only ", shortage.places, " places")));
}

// Edges got their numbers by left node, then in the order given: a second walk in that order knows each by counting.
template <typename Graph, typename VertexIndexMap, typename MateMap, typename EdgeSelectedMap, typename VertexPriceMap>
void Write(const Graph& g, const Sides<Graph, VertexIndexMap>& sides, const BipartiteGraph& graph, const Matching& matching,
           MateMap mate, EdgeSelectedMap selected, VertexPriceMap price) {
  for (auto [v, end] = vertices(g); v != end; ++v) {
    const auto& it = sides.EndAt(*v);
    PutAt(mate, *v, boost::graph_traits<Graph>::null_vertex());
    PutAt(price, *v, it.is_left ? matching.left_prices[LeftIndex(it.number)] : matching.right_prices[RightIndex(it.number)]);
  }
  std::vector<EdgeIndex> next;
  for (const LeftIndex left : graph.Lefts()) {
    next.push_back(graph.EdgesOf(left).begin());
  }
  std::vector<bool> is_chosen(graph.edge_count(), false);
  for (const EdgeIndex edge : matching.edges) {
    is_chosen[edge.value()] = true;
  }
  sides.ForEachEdge([&](const auto& e, const auto& left, const auto& right) {
    bool is_selected = false;
    if (left.capacity > 0) {
      is_selected = is_chosen[next[left.number].value()];
      ++next[left.number];
    }
    PutAt(selected, e, is_selected);
    if (is_selected) {
      PutAt(mate, sides.lefts()[left.number], sides.rights()[right.number]);
      if (right.capacity == 1) {
        PutAt(mate, sides.rights()[right.number], sides.lefts()[left.number]);
      }
    }
  });
}

}  // namespace boost_graph_internal

// 1. All maps in their places.
template <typename Graph, typename WeightMap, typename VertexIndexMap, typename PartitionMap, typename CapacityMap,
          typename MateMap, typename EdgeSelectedMap, typename VertexPriceMap>
std::int64_t maximum_weighted_bipartite_b_matching(const Graph& g, WeightMap weight, VertexIndexMap index, PartitionMap partition,
                                                   CapacityMap capacity, MateMap mate, EdgeSelectedMap selected,
                                                   VertexPriceMap price, const MatchOptions& options = {}) {
  using Vertex = typename boost::graph_traits<Graph>::vertex_descriptor;
  using EdgeDescriptor = typename boost::graph_traits<Graph>::edge_descriptor;
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<WeightMap, EdgeDescriptor>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<VertexIndexMap, Vertex>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<PartitionMap, Vertex>));
  BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<CapacityMap, Vertex>));
  BOOST_CONCEPT_ASSERT((boost::WritablePropertyMapConcept<MateMap, Vertex>));
  BOOST_CONCEPT_ASSERT((boost::WritablePropertyMapConcept<EdgeSelectedMap, EdgeDescriptor>));
  BOOST_CONCEPT_ASSERT((boost::WritablePropertyMapConcept<VertexPriceMap, Vertex>));
  static_assert(boost_graph_internal::HoldsIntegers<WeightMap>,
                "weight_map: weights must be integers; boost_graph.h says how to make them so");
  static_assert(boost_graph_internal::HoldsIntegers<VertexIndexMap>, "vertex_index_map: indices must be integers");
  static_assert(boost_graph_internal::HoldsIntegers<CapacityMap>, "capacity_map: capacities must be integers");
  static_assert(boost_graph_internal::HoldsPrices<VertexPriceMap>, "vertex price map: prices are signed 64-bit integers");

  const boost_graph_internal::Sides<Graph, VertexIndexMap> sides(g, index, partition, capacity);
  const BipartiteGraph graph = boost_graph_internal::Convert(sides, weight);
  const absl::StatusOr<Matching> matching = Match(graph, options);
  if (!matching.ok()) {
    boost_graph_internal::ThrowBadGraph(matching.status().message());
  }
  if (matching->shortage.has_value()) {
    boost_graph_internal::ThrowNoPerfectMatching(sides, *matching->shortage);
  }
  boost_graph_internal::Write(g, sides, graph, *matching, mate, selected, price);
  return matching->total;
}

// 2. Inputs as named parameters: boost::weight_map(w).capacity_map(c), or boost::no_named_parameters().
template <typename Graph, typename MateMap, typename EdgeSelectedMap, typename VertexPriceMap, typename P, typename T, typename R>
std::int64_t maximum_weighted_bipartite_b_matching(const Graph& g, MateMap mate, EdgeSelectedMap selected, VertexPriceMap price,
                                                   const boost::bgl_named_params<P, T, R>& params,
                                                   const MatchOptions& options = {}) {
  const auto weight = boost::choose_const_pmap(boost::get_param(params, boost::edge_weight), g, boost::edge_weight);
  const auto index = boost::choose_const_pmap(boost::get_param(params, boost::vertex_index), g, boost::vertex_index);
  const auto capacity = boost::choose_param(boost::get_param(params, boost::edge_capacity), boost::static_property_map<int>(1));
  const auto& partition = boost::get_param(params, boost::vertex_color);
  if constexpr (std::is_same_v<std::decay_t<decltype(partition)>, boost::param_not_found>) {
    if (options.perfect) {
      boost_graph_internal::ThrowBadGraph("perfect: which side must be matched? Give a color_map, in which it is white");
    }
    const std::vector<boost::default_color_type> colors = boost_graph_internal::ColorsOf(g, capacity, index);
    return maximum_weighted_bipartite_b_matching(g, weight, index, boost::make_iterator_property_map(colors.begin(), index),
                                                 capacity, mate, selected, price, options);
  } else {
    return maximum_weighted_bipartite_b_matching(g, weight, index, partition, capacity, mate, selected, price, options);
  }
}

// 3. Mates are all that is wanted.
template <typename Graph, typename MateMap, typename P, typename T, typename R>
std::int64_t maximum_weighted_bipartite_b_matching(const Graph& g, MateMap mate, const boost::bgl_named_params<P, T, R>& params,
                                                   const MatchOptions& options = {}) {
  return maximum_weighted_bipartite_b_matching(g, mate, boost::dummy_property_map(), boost::dummy_property_map(), params,
                                               options);
}

// 4. The weights and indices that the graph has inside, and a place for everybody.
template <typename Graph, typename MateMap>
std::int64_t maximum_weighted_bipartite_b_matching(const Graph& g, MateMap mate) {
  return maximum_weighted_bipartite_b_matching(g, mate, boost::no_named_parameters());
}

}  // namespace jobcarve

#endif  // JOBCARVE_MATCH_BOOST_GRAPH_H_
