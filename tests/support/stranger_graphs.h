// stranger_graphs.h: two graphs made by strangers, with what Boost.Graph's concepts ask for and no more.
#ifndef JOBCARVE_TESTS_SUPPORT_STRANGER_GRAPHS_H_
#define JOBCARVE_TESTS_SUPPORT_STRANGER_GRAPHS_H_

#include <boost/graph/adjacency_list.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace stranger {

// A fair: seekers, openings and wishes in arrays, known by their addresses.
struct Node {
  size_t number = 0;
};
struct Wish {
  const Node* from = nullptr;
  const Node* to = nullptr;
};
struct Fair {
  std::vector<Node> nodes;
  std::vector<Wish> wishes;
};

using NodeIterator = boost::counting_iterator<const Node*>;
using WishIterator = boost::counting_iterator<const Wish*>;

inline std::pair<NodeIterator, NodeIterator> vertices(const Fair& fair) {
  return {NodeIterator(fair.nodes.data()), NodeIterator(fair.nodes.data() + fair.nodes.size())};
}
inline size_t num_vertices(const Fair& fair) {
  return fair.nodes.size();
}
inline std::pair<WishIterator, WishIterator> edges(const Fair& fair) {
  return {WishIterator(fair.wishes.data()), WishIterator(fair.wishes.data() + fair.wishes.size())};
}
inline size_t num_edges(const Fair& fair) {
  return fair.wishes.size();
}
inline const Node* source(const Wish* wish, const Fair&) {
  return wish->from;
}
inline const Node* target(const Wish* wish, const Fair&) {
  return wish->to;
}

// A club shows its edges only from its vertices.
using Inner = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                    boost::property<boost::edge_weight_t, int64_t>>;
struct Club {
  Inner inner;
};

inline auto vertices(const Club& club) {
  return vertices(club.inner);
}
inline auto num_vertices(const Club& club) {
  return num_vertices(club.inner);
}
inline auto out_edges(size_t v, const Club& club) {
  return out_edges(v, club.inner);
}
inline auto out_degree(size_t v, const Club& club) {
  return out_degree(v, club.inner);
}
inline auto source(const boost::graph_traits<Inner>::edge_descriptor& e, const Club& club) {
  return source(e, club.inner);
}
inline auto target(const boost::graph_traits<Inner>::edge_descriptor& e, const Club& club) {
  return target(e, club.inner);
}

}  // namespace stranger

namespace boost {

template <>
struct graph_traits<stranger::Fair> {
  using vertex_descriptor = const stranger::Node*;
  using edge_descriptor = const stranger::Wish*;
  using directed_category = directed_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  struct traversal_category : public vertex_list_graph_tag, public edge_list_graph_tag {};
  using vertex_iterator = stranger::NodeIterator;
  using edge_iterator = stranger::WishIterator;
  using vertices_size_type = size_t;
  using edges_size_type = size_t;
  using degree_size_type = size_t;
  static vertex_descriptor null_vertex() { return nullptr; }
};

template <>
struct graph_traits<stranger::Club> : public graph_traits<stranger::Inner> {
  struct traversal_category : public vertex_list_graph_tag, public incidence_graph_tag {};
};

}  // namespace boost

#endif  // JOBCARVE_TESTS_SUPPORT_STRANGER_GRAPHS_H_
