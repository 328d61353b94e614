// starter_catalogue.h: adjustments to begin with, built in: 79 of them, about 48 dimensions.
//
//   Market market = ...;                        // one's own jobs and candidates
//   io::AddStarterCatalogue(market);            // what `use_starter_catalogue: true` in a market file does
//
// The catalogue is itself a market file, src/io/catalogue/starter.json; the README beside it says where its figures are from.
// Costs and times are to begin with: what a provider knows better replaces them under the same id.
#ifndef JOBCARVE_IO_STARTER_CATALOGUE_H_
#define JOBCARVE_IO_STARTER_CATALOGUE_H_

#include "jobcarve/model/market.h"

namespace jobcarve::io {

// The catalogue: dimensions and adjustments only. Read once, then kept.
const Market& StarterCatalogue();

// Adds the dimensions and adjustments whose ids the market does not have, behind its own, in the order of the file. O(n log n).
void AddStarterCatalogue(Market& market);

}  // namespace jobcarve::io

#endif  // JOBCARVE_IO_STARTER_CATALOGUE_H_
