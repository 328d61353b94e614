// Planted faults: the test layering_catches_faults expects tests/layering.cmake to find each of them.
#include <google/protobuf/message.h>

#include "carve/knapsack.h"
#include "jobcarve/base/units.h"
#include "jobcarve/io/files.h"
#include "match/left_auction.h"
