// pool_reading.h: "A pool read as a job" of proto/README.md, on the market as people write it.
#ifndef JOBCARVE_TESTS_SUPPORT_POOL_READING_H_
#define JOBCARVE_TESTS_SUPPORT_POOL_READING_H_

#include <string>
#include <vector>

#include "jobcarve/model/market.h"

namespace jobcarve::test {

// The market with a job more for every pool, under the pool's id. The oracles take such a market; the engine takes the other.
Market WithPoolsRead(const Market& market);

// The pool of this id; nullptr when it is a job's.
const Pool* FindPool(const Market& market, const std::string& id);

// The jobs of a pool that nobody holds.
std::vector<const Job*> PostsOf(const Market& market, const Pool& pool);

}  // namespace jobcarve::test

#endif  // JOBCARVE_TESTS_SUPPORT_POOL_READING_H_
