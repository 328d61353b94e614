// The file is built in as text and read as any other. Tested by tests/io/starter_catalogue_test.cc.
#include "jobcarve/io/starter_catalogue.h"

#include <set>
#include <string>
#include <vector>

#include "io/starter_catalogue_text.h"
#include "jobcarve/base/check.h"
#include "jobcarve/io/market_io.h"

namespace jobcarve::io {
namespace {

template <typename T>
void AddMissing(const std::vector<T>& catalogue, std::vector<T>& own) {
  std::set<std::string> ids;
  for (const T& item : own) {
    ids.insert(item.id);
  }
  for (const T& item : catalogue) {
    if (ids.count(item.id) == 0) {
      own.push_back(item);
    }
  }
}

}  // namespace

const Market& StarterCatalogue() {
  static const Market* const catalogue = [] {
    absl::StatusOr<Market> read = ParseMarket(kStarterCatalogueText, Format::kJson);
    JOBCARVE_CHECK(read.ok());
    return new Market(*std::move(read));  // Kept until the end of the program.
  }();
  return *catalogue;
}

void AddStarterCatalogue(Market& market) {
  AddMissing(StarterCatalogue().dimensions, market.dimensions);
  AddMissing(StarterCatalogue().adjustments, market.adjustments);
}

}  // namespace jobcarve::io
