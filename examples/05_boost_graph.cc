// 05_boost_graph: the solver on its own, for somebody who has a Boost.Graph graph and no people: parcels and vans.
#include <boost/graph/adjacency_list.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "jobcarve/match/boost_graph.h"

namespace {

struct Stop {
  std::string name;
  int places = 1;  // A parcel goes once; a van takes what it has room for.
};
struct Ride {
  int worth = 0;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, Stop, Ride>;

}  // namespace

int main() {
  Graph g;
  const auto lamp = add_vertex({.name = "lamp"}, g);
  const auto chair = add_vertex({.name = "chair"}, g);
  const auto piano = add_vertex({.name = "piano"}, g);
  const auto north = add_vertex({.name = "north van", .places = 2}, g);
  const auto south = add_vertex({.name = "south van"}, g);
  add_edge(lamp, north, {.worth = 7}, g);
  add_edge(lamp, south, {.worth = 6}, g);
  add_edge(chair, north, {.worth = 5}, g);
  add_edge(piano, north, {.worth = 9}, g);
  add_edge(piano, south, {.worth = 4}, g);

  std::vector<Graph::vertex_descriptor> mates(num_vertices(g));
  try {
    const std::int64_t total = jobcarve::maximum_weighted_bipartite_b_matching(
        g, boost::make_iterator_property_map(mates.begin(), get(boost::vertex_index, g)),
        boost::weight_map(get(&Ride::worth, g)).capacity_map(get(&Stop::places, g)));
    std::cout << "worth " << total << "\n";
  } catch (const boost::bad_graph& fault) {
    std::cerr << fault.what() << "\n";
    return 2;
  }
  for (const auto parcel : {lamp, chair, piano}) {
    const bool is_left_behind = mates[parcel] == Graph::null_vertex();
    std::cout << g[parcel].name << ": " << (is_left_behind ? "stays" : g[mates[parcel]].name) << "\n";
  }
  return 0;
}
