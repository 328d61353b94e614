// One list of routine tags decides. Tested by tests/io/onet_market_test.cc.
#include "io/onet_preparation.h"

#include "absl/algorithm/container.h"
#include "absl/strings/string_view.h"

namespace jobcarve::io {
namespace {

constexpr absl::string_view kPreparationId = "onet:job_zone";
constexpr Level kConsiderable{4};

constexpr absl::string_view kRoutineTags[] = {"cleaning", "handling", "laundry",  "packing", "physical",
                                              "post",     "records",  "stocking", "supplies"};

}  // namespace

Dimension PreparationDimension() {
  Dimension dimension;
  dimension.id = std::string(kPreparationId);
  dimension.name = "Preparation for the occupation";
  dimension.kind = DimensionKind::kCredential;
  dimension.max_level = Level{5};
  dimension.group = "qualification";
  dimension.anchors = {{.level = Level{1}, .text = "a short demonstration"},
                       {.level = Level{2}, .text = "some months on the job"},
                       {.level = Level{3}, .text = "an apprenticeship or vocational training"},
                       {.level = Level{4}, .text = "usually a degree"},
                       {.level = Level{5}, .text = "usually a higher degree and years of practice"}};
  return dimension;
}

std::optional<Demand> PreparationDemand(const OnetOccupation& occupation, const OnetTask& task,
                                        const std::vector<std::string>& tags) {
  const bool is_routine = absl::c_any_of(kRoutineTags, [&](absl::string_view tag) { return absl::c_linear_search(tags, tag); });
  if (!task.is_core || is_routine || occupation.job_zone.value_or(Level{0}) < kConsiderable) {
    return std::nullopt;
  }
  return Demand{.dimension_id = std::string(kPreparationId), .level = *occupation.job_zone, .source = Source::kImputed};
}

}  // namespace jobcarve::io
