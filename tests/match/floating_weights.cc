// Must not compile: floating weights have no exact total. tests/CMakeLists.txt wants the compiler to say what to do instead.
#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <vector>

#include "jobcarve/match/boost_graph.h"

int main() {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                        boost::property<boost::edge_weight_t, double>>
      g(2);
  std::vector<std::size_t> mates(num_vertices(g));
  return jobcarve::maximum_weighted_bipartite_b_matching(g, mates.data()) == 0 ? 0 : 1;
}
