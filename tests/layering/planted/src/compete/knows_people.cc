// Planted: agents of a competition are not people.
#include "jobcarve/base/index.h"
#include "jobcarve/model/market.h"
