// FindFaults walks the market in the order of its fields and asks one rule of faults.h for each. The parts with many rules have
// files of their own. Tested by tests/model/validate_test.cc.
#include "jobcarve/model/validate.h"

#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "model/validating.h"

namespace jobcarve {
namespace internal {
namespace {

constexpr int64_t kMaxLevel = 100;
constexpr int64_t kMaxHeadcount = 10'000'000;
constexpr int64_t kLastYearOfAsOf =
    2189;  // So that as_of and the longest lead time end before 2200, the last year that dates reach.

void CheckDimension(const Context& context, const Path& root, size_t position, Faults& faults) {
  const Dimension& dimension = context.market.dimensions[position];
  const Path path = root.At("dimensions", position, "dimension", dimension.id);
  faults.CheckOwnId(path / "id", dimension.id, position, context.dimensions, "dimensions");
  faults.CheckText(path / "name", dimension.name, true);
  faults.CheckEnum(path / "kind", dimension.kind, DimensionKind::kCredential, true);
  faults.CheckRange(path / "max_level", dimension.max_level, 1, kMaxLevel);
  for (size_t i = 0; i < dimension.anchors.size(); ++i) {
    const Path anchor = path.At("anchors", i);
    const Level level = dimension.anchors[i].level;
    faults.CheckRange(anchor / "level", level, 0, std::max<int64_t>(dimension.max_level.count(), 0));
    if (i > 0 && level <= dimension.anchors[i - 1].level) {
      faults.Add(anchor / "level",
                 absl::StrCat(level.count(), " is not above ", dimension.anchors[i - 1].level.count(), ", the level before it"));
    }
    faults.CheckText(anchor / "text", dimension.anchors[i].text, true);
  }
  faults.CheckText(path / "group", dimension.group, false);
}

void CheckEmployer(const Context& context, const Path& root, size_t position, Faults& faults) {
  const Employer& employer = context.market.employers[position];
  const Path path = root.At("employers", position, "employer", employer.id);
  faults.CheckOwnId(path / "id", employer.id, position, context.employers, "employers");
  faults.CheckText(path / "name", employer.name, true);
  faults.CheckRange(path / "max_adjustment_pence", employer.max_adjustment_cost, 0, kNoUpperLimit);
  if (employer.headcount.has_value()) {
    faults.CheckRange(path / "headcount", *employer.headcount, 1, kMaxHeadcount);
  }
}

void CheckSite(const Context& context, const Path& root, size_t position, Faults& faults) {
  const Site& site = context.market.sites[position];
  const Path path = root.At("sites", position, "site", site.id);
  faults.CheckOwnId(path / "id", site.id, position, context.sites, "sites");
  faults.CheckText(path / "name", site.name, true);
  const Path location = path / "location";
  faults.CheckLocation(location, site.location);
}

void CheckTravelTimes(const Context& context, const Path& root, Faults& faults) {
  absl::flat_hash_map<std::pair<size_t, size_t>, size_t> first;  // Of each pair. Looked up, never iterated.
  for (size_t i = 0; i < context.market.travel_times.size(); ++i) {
    const TravelTime& journey = context.market.travel_times[i];
    const Path path = root.At("travel_times", i);
    const auto candidate = faults.CheckReference(path / "candidate_id", journey.candidate_id, context.candidates);
    const auto site = faults.CheckReference(path / "site_id", journey.site_id, context.sites);
    faults.CheckRange(path / "minutes", journey.minutes, 0, kMinutesPerWeek.count());
    if (candidate.has_value() && site.has_value()) {
      const auto [entry, is_new] = first.try_emplace({*candidate, *site}, i);
      if (!is_new) {
        faults.Add(path, absl::StrCat("candidate ", Quoted(journey.candidate_id), " and site ", Quoted(journey.site_id),
                                      " already have travel_times[", entry->second, "]"));
      }
    }
  }
}

void CheckAsOf(const Path& root, absl::string_view as_of, Faults& faults) {
  const Path path = root / "as_of";
  const std::optional<Date> date = faults.CheckDate(path, as_of, true);
  if (date.has_value() && *date >= *ParseDate(absl::StrCat(kLastYearOfAsOf + 1, "-01-01"))) {
    faults.Add(path, absl::StrCat(Quoted(as_of), " is after ", kLastYearOfAsOf, "-12-31"));
  }
}

void CheckMarket(const Market& market, Faults& faults) {
  const Context context(market);
  const Path root;
  faults.CheckText(root / "title", market.title, false, kMaxTitleBytes);
  CheckAsOf(root, market.as_of, faults);
  faults.CheckSize(root / "dimensions", market.dimensions.size(), 1, kMaxDimensions);
  for (size_t i = 0; i < market.dimensions.size(); ++i) {
    CheckDimension(context, root, i, faults);
  }
  CheckAdjustments(context, root, faults);
  for (size_t i = 0; i < market.employers.size(); ++i) {
    CheckEmployer(context, root, i, faults);
  }
  for (size_t i = 0; i < market.sites.size(); ++i) {
    CheckSite(context, root, i, faults);
  }
  CheckJobs(context, root, faults);
  CheckCandidates(context, root, faults);
  CheckTravelTimes(context, root, faults);
  CheckPools(context, root, faults);
}

}  // namespace

Context::Context(const Market& the_market)
    : market(the_market),
      dimensions("dimension", market.dimensions),
      adjustments("adjustment", market.adjustments),
      employers("employer", market.employers),
      sites("site", market.sites),
      jobs("job", market.jobs),
      pools("pool", market.pools),
      candidates("candidate", market.candidates),
      exclusions(market.adjustments, adjustments) {}

void CheckLevel(const Context& context, const Path& path, absl::string_view dimension_id, Level level, Faults& faults) {
  const std::optional<size_t> dimension = faults.CheckReference(path / "dimension_id", dimension_id, context.dimensions);
  const int64_t max_level = dimension.has_value() ? context.market.dimensions[*dimension].max_level.count() : kMaxLevel;
  faults.CheckRange(path / "level", level, 0, std::max<int64_t>(max_level, 0));
}

}  // namespace internal

FaultReport ReportFaults(const Market& market, int max_faults) {
  internal::Faults faults(max_faults);
  internal::CheckMarket(market, faults);
  return {.first = faults.TakeListed(), .count = faults.count()};
}

std::vector<Fault> FindFaults(const Market& market, int max_faults) {
  return ReportFaults(market, max_faults).first;
}

absl::Status Validate(const Market& market) {
  const FaultReport report = ReportFaults(market);
  if (report.count == 0) {
    return absl::OkStatus();
  }
  std::string message;
  for (const Fault& fault : report.first) {
    absl::StrAppend(&message, message.empty() ? "" : "\n", fault.path, ": ", fault.message);
  }
  const int64_t unlisted = report.count - static_cast<int64_t>(report.first.size());
  if (unlisted > 0) {
    absl::StrAppend(&message, "\nand ", unlisted, " more");
  }
  return absl::InvalidArgumentError(message);
}

}  // namespace jobcarve
