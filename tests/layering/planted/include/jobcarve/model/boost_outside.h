// Planted: Boost in a header.
#include <boost/graph/adjacency_list.hpp>
