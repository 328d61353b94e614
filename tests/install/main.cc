// Uses a header-only part and a compiled part of the installed library, and the solver on a Boost graph.
#include <boost/graph/adjacency_list.hpp>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <vector>

#include "jobcarve/base/date.h"
#include "jobcarve/base/units.h"
#include "jobcarve/base/version.h"
#include "jobcarve/match/boost_graph.h"

namespace {

//   0 --5-- 2 (1 place)
//   1 --7--/
std::int64_t TotalOfABoostGraph() {
  using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                      boost::property<boost::edge_weight_t, int>>;
  Graph g(3);
  add_edge(0, 2, 5, g);
  add_edge(1, 2, 7, g);
  std::vector<std::size_t> mates(num_vertices(g));
  return jobcarve::maximum_weighted_bipartite_b_matching(g, mates.data());
}

}  // namespace

int main() {
  const absl::StatusOr<jobcarve::Date> date = jobcarve::ParseDate("2026-02-27");
  if (!date.ok() || jobcarve::FormatDate(*date + jobcarve::Days{2}) != "2026-03-01") {
    return 1;
  }
  if (TotalOfABoostGraph() != 7) {
    return 1;
  }
  std::cout << "jobcarve " << jobcarve::Version() << ": " << jobcarve::kMinutesPerWeek.count() << " minutes a week\n";
  return 0;
}
