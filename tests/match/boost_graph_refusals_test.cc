// What the adapter refuses, and what it says.
#include <boost/property_map/function_property_map.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "jobcarve/match/boost_graph.h"
#include "support/boost_graphs.h"

namespace jobcarve {
namespace {

using boost::capacity_map;
using boost::color_map;
using boost::default_color_type;
using boost::vertex_index_map;
using boost::weight_map;
using test::Directed;
using test::kLeft;
using test::kRight;
using test::Of;
using test::Refusal;
using test::Undirected;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(BoostGraphRefusalsTest, NoPerfectMatchingNamesWhoIsShort) {
  const Undirected g = Of<Undirected>(4, {{0, 2, 9}, {1, 2, 3}});
  const default_color_type colors[] = {kLeft, kLeft, kRight, kRight};
  size_t mates[4] = {7, 7, 7, 7};
  const auto call = [&] { maximum_weighted_bipartite_b_matching(g, &mates[0], color_map(&colors[0]), {.perfect = true}); };
  EXPECT_THROW(call(), no_perfect_matching);
  EXPECT_EQ(Refusal(call), "no perfect matching: 2 left vertices (0, 1) can reach only 1 places");
  EXPECT_THAT(mates, ElementsAre(7, 7, 7, 7));  // Nothing is written.
}

TEST(BoostGraphRefusalsTest, PerfectNeedsToKnowTheSides) {
  size_t mates[2];
  const Undirected g = Of<Undirected>(2, {{0, 1, 9}});
  EXPECT_EQ(
      Refusal([&] { maximum_weighted_bipartite_b_matching(g, &mates[0], boost::no_named_parameters(), {.perfect = true}); }),
      "perfect: which side must be matched? Give a color_map, in which it is white");
}

class BoostGraphRefusalTest : public testing::Test {
 protected:
  template <typename Params>
  std::string RefusalWith(const Params& params) {
    return Refusal([&] { maximum_weighted_bipartite_b_matching(g, &mates[0], params); });
  }

  const Undirected g = Of<Undirected>(3, {{0, 2, 5}, {1, 2, 7}});
  size_t mates[3] = {};
};

TEST_F(BoostGraphRefusalTest, OddCycles) {
  const Undirected triangle = Of<Undirected>(3, {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}});
  EXPECT_EQ(Refusal([&] { maximum_weighted_bipartite_b_matching(triangle, &mates[0]); }),
            "the graph is not bipartite: it has an odd cycle");
  const Undirected loop = Of<Undirected>(3, {{1, 1, 1}});
  EXPECT_EQ(Refusal([&] { maximum_weighted_bipartite_b_matching(loop, &mates[0]); }),
            "the graph is not bipartite: it has an odd cycle");
}

TEST_F(BoostGraphRefusalTest, EdgesWithinASide) {
  const default_color_type left[] = {kLeft, kRight, kLeft};
  EXPECT_EQ(RefusalWith(color_map(&left[0])), "color_map: the edge between vertices 0 and 2 has both ends on the left");
  const default_color_type right[] = {kLeft, kRight, kRight};
  EXPECT_EQ(RefusalWith(color_map(&right[0])), "color_map: the edge between vertices 1 and 2 has both ends on the right");
}

TEST_F(BoostGraphRefusalTest, Capacities) {
  const int negative[] = {1, 1, -2};
  EXPECT_EQ(RefusalWith(capacity_map(&negative[0])), "capacity_map: -2 for vertex 2 is below 0");
  const int both[] = {1, 3, 2};
  EXPECT_EQ(RefusalWith(capacity_map(&both[0])), "capacity_map: 2 for vertex 2 on the left; above 1 is for the right side only");
  const uint64_t huge[] = {1, 1, UINT64_MAX};
  EXPECT_EQ(RefusalWith(capacity_map(&huge[0])), "nothing thrown");
}

TEST_F(BoostGraphRefusalTest, Weights) {
  using EdgeDescriptor = boost::graph_traits<Undirected>::edge_descriptor;
  const auto all = [](auto weight) {
    return weight_map(boost::make_function_property_map<EdgeDescriptor>([weight](const EdgeDescriptor&) { return weight; }));
  };
  const std::string range = " is outside [-1099511627776, 1099511627776]";
  EXPECT_EQ(RefusalWith(all(kMaxWeight + 1)), "weight_map: 1099511627777 for the edge between vertices 0 and 2" + range);
  EXPECT_EQ(RefusalWith(all(INT64_MIN)), "weight_map: -9223372036854775808 for the edge between vertices 0 and 2" + range);
  EXPECT_EQ(RefusalWith(all(UINT64_MAX)), "weight_map: 18446744073709551615 for the edge between vertices 0 and 2" + range);
  EXPECT_EQ(RefusalWith(all(kMaxWeight)), "nothing thrown");
  EXPECT_EQ(RefusalWith(all(static_cast<int8_t>(-1))), "nothing thrown");
  EXPECT_EQ(RefusalWith(all(true)), "nothing thrown");
}

TEST_F(BoostGraphRefusalTest, Indices) {
  const int beyond[] = {0, 1, 3};
  EXPECT_EQ(RefusalWith(vertex_index_map(&beyond[0])), "vertex_index_map: 3 is not below the number of vertices, 3");
  const int negative[] = {0, -1, 2};
  EXPECT_EQ(RefusalWith(vertex_index_map(&negative[0])), "vertex_index_map: -1 is not below the number of vertices, 3");
  const int twice[] = {0, 1, 1};
  EXPECT_EQ(RefusalWith(vertex_index_map(&twice[0])), "vertex_index_map: 1 is given to two vertices");
}

TEST_F(BoostGraphRefusalTest, PricesOfAPerfectMatchingThatCouldOverflow) {
  constexpr size_t kLefts = size_t{1} << 19;
  Directed large(kLefts + 1);
  add_edge(0, kLefts, kMaxWeight, large);
  add_edge(1, kLefts, -kMaxWeight, large);
  std::vector<default_color_type> colors(kLefts + 1, kLeft);
  colors[kLefts] = kRight;
  std::vector<size_t> all(kLefts + 1);
  EXPECT_THAT(
      Refusal([&] { maximum_weighted_bipartite_b_matching(large, all.data(), color_map(colors.data()), {.perfect = true}); }),
      HasSubstr("is a spread of"));
}

}  // namespace
}  // namespace jobcarve
