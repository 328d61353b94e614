// Lists are joined; what refers by id keeps referring, because ids may not meet. Tested by tests/io/market_merge_test.cc.
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {
namespace {

template <typename T>
std::set<std::string> IdsOf(const std::vector<T>& items) {
  std::set<std::string> ids;
  for (const T& item : items) {
    ids.insert(item.id);
  }
  return ids;
}

template <typename T>
absl::Status Append(absl::string_view kind, const std::vector<T>& other, std::vector<T>& into) {
  const std::set<std::string> ids = IdsOf(into);
  for (const T& item : other) {
    if (ids.count(item.id) > 0) {
      return absl::InvalidArgumentError(absl::StrCat(kind, " '", item.id, "' is in both markets"));
    }
    into.push_back(item);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status MergeMarket(const Market& other, Market& market) {
  const std::set<std::string> dimensions = IdsOf(market.dimensions);
  for (const Dimension& dimension : other.dimensions) {
    if (dimensions.count(dimension.id) == 0) {
      market.dimensions.push_back(dimension);
    }
  }
  JOBCARVE_RETURN_IF_ERROR(Append("adjustment", other.adjustments, market.adjustments));
  JOBCARVE_RETURN_IF_ERROR(Append("employer", other.employers, market.employers));
  JOBCARVE_RETURN_IF_ERROR(Append("site", other.sites, market.sites));
  JOBCARVE_RETURN_IF_ERROR(Append("job", other.jobs, market.jobs));
  JOBCARVE_RETURN_IF_ERROR(Append("candidate", other.candidates, market.candidates));
  JOBCARVE_RETURN_IF_ERROR(Append("pool", other.pools, market.pools));
  market.travel_times.insert(market.travel_times.end(), other.travel_times.begin(), other.travel_times.end());
  return absl::OkStatus();
}

}  // namespace jobcarve::io
