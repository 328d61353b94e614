// One table decides. Tested by tests/io/onet_context_test.cc.
#include "io/onet_context.h"

#include <algorithm>
#include <optional>
#include <set>

#include "absl/algorithm/container.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "io/onet_mapping.h"

namespace jobcarve::io {
namespace {

constexpr double kAlways = 1;  // Any answer is above it.
constexpr double kNever = 6;   // No answer is.
constexpr Level kLeastTaskLevel{2};

struct ContextItem {
  absl::string_view id;
  double from;             // Mean answers below it ask nothing: too rare to shut a door before somebody has talked about it.
  double everywhere_from;  // From it on the whole job has it, below it only ...
  absl::string_view tags;  // ... the tasks with one of these tags.
};

#define JOBCARVE_BODILY "animals,care,cleaning,food,handling,laundry,lifting,outdoors,packing,physical,repair,stocking"

constexpr ContextItem kContextItems[] = {
    {"4.C.1.a.2.f", 2.5, kNever, "telephone"},                                           // Telephone conversations.
    {"4.C.1.b.1.f", 2.5, kNever, "customers,selling"},                                   // Customers and the public.
    {"4.C.1.d.2", 2.5, kNever, "care,conflict,customers,selling"},                       // Unpleasant or angry people.
    {"4.C.1.d.3", 2.0, kNever, "care,conflict,patients"},                                // Violent or aggressive people.
    {"4.C.2.a.1.c", 2.0, 4.0, "outdoors"},                                               // Outdoors in all weathers.
    {"4.C.2.a.3", 3.5, kAlways, ""},                                                     // Others at arm's length or nearer.
    {"4.C.2.b.1.a", 2.5, kAlways, ""},                                                   // Noise.
    {"4.C.2.b.1.b", 2.5, kAlways, ""},                                                   // Heat or cold.
    {"4.C.2.b.1.c", 2.5, kAlways, ""},                                                   // Glaring or dim light.
    {"4.C.2.b.1.d", 2.5, kAlways, ""},                                                   // Dust, fumes, smells.
    {"4.C.2.b.1.e", 2.5, kNever, "cleaning,physical,repair"},                            // Cramped, awkward positions.
    {"4.C.2.b.1.f", 2.0, kNever, "machines,vehicles"},                                   // Whole-body vibration.
    {"4.C.2.c.1.b", 2.5, kAlways, ""},                                                   // Disease, infections.
    {"4.C.2.c.1.c", 1.5, kNever, "heights"},                                             // High places.
    {"4.C.2.c.1.d", 2.5, kAlways, ""},                                                   // Hazardous conditions.
    {"4.C.2.c.1.e", 2.5, kNever, "machines,repair,vehicles"},                            // Hazardous equipment.
    {"4.C.2.c.1.f", 2.5, kNever, "animals,food,machines,outdoors,physical,repair"},      // Small burns, cuts, bites.
    {"4.C.2.d.1.b", 2.5, 4.0, JOBCARVE_BODILY},                                          // Standing.
    {"4.C.2.d.1.c", 1.5, kNever, "heights"},                                             // Climbing ladders.
    {"4.C.2.d.1.d", 2.5, 4.0, JOBCARVE_BODILY},                                          // Walking.
    {"4.C.2.d.1.e", 2.5, kNever, JOBCARVE_BODILY},                                       // Kneeling, crouching.
    {"4.C.2.d.1.h", 2.5, kNever, JOBCARVE_BODILY},                                       // Bending, twisting.
    {"4.C.2.d.1.i", 3.0, kNever, JOBCARVE_BODILY ",computers,machines,records,sewing"},  // Repeated motions.
    {"4.C.2.e.1.d", 2.5, 4.0, JOBCARVE_BODILY ",machines,vehicles"},                     // Protective equipment.
    {"4.C.3.d.1", 3.5, kAlways, ""},                                                     // Time pressure.
    {"4.C.3.d.3", 2.5, kNever, "machines,packing"},                                      // Pace set by a machine.
};

#undef JOBCARVE_BODILY

std::optional<double> AnswerOf(const OnetOccupation& occupation, const ContextItem& item) {
  const auto found = occupation.context.find(std::string(item.id));
  if (found == occupation.context.end() || found->second < item.from) {
    return std::nullopt;
  }
  return found->second;
}

// The mean answer is published; taking it for the whole job is what the tables do themselves.
Demand DemandOf(const ContextItem& item, Level level, Source source) {
  return {.dimension_id = absl::StrCat("onet:", item.id), .level = level, .source = source};
}

bool IsCarriedBy(const ContextItem& item, const std::vector<std::string>& task_tags) {
  const std::set<std::string> carriers = absl::StrSplit(item.tags, ',');
  return absl::c_any_of(task_tags, [&](const std::string& tag) { return carriers.count(tag) > 0; });
}

}  // namespace

std::vector<std::string> ContextIds() {
  std::vector<std::string> ids;
  for (const ContextItem& item : kContextItems) {
    ids.emplace_back(item.id);
  }
  absl::c_sort(ids);
  return ids;
}

std::vector<Demand> JobContext(const OnetOccupation& occupation) {
  std::vector<Demand> demands;
  for (const ContextItem& item : kContextItems) {
    const std::optional<double> answer = AnswerOf(occupation, item);
    if (answer && *answer >= item.everywhere_from) {
      demands.push_back(DemandOf(item, ContextLevel(*answer), Source::kStated));
    }
  }
  return demands;
}

std::vector<Demand> TaskContext(const OnetOccupation& occupation, const std::vector<std::string>& task_tags) {
  std::vector<Demand> demands;
  for (const ContextItem& item : kContextItems) {
    const std::optional<double> answer = AnswerOf(occupation, item);
    if (answer && *answer < item.everywhere_from && IsCarriedBy(item, task_tags)) {
      demands.push_back(DemandOf(item, std::max(ContextLevel(*answer), kLeastTaskLevel), Source::kImputed));
    }
  }
  return demands;
}

}  // namespace jobcarve::io
