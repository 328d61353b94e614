// Planted: a word that the house forbids, and an include that it allows.
#include <boost/graph/adjacency_list.hpp>
#include <string_view>

#include "jobcarve/screen/screen.h"

std::string_view planted;
