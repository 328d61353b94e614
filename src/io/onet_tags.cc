// Work activities are published for most tasks, but 37 of them cannot tell window washing from dusting; single words can.
// A word counts when it stands in the text or begins a word of it ("clean" in "cleaning"). Tested by tests/io/onet_tags_test.cc.
#include "io/onet_tags.h"

#include <set>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_split.h"

namespace jobcarve::io {
namespace {

struct ActivityTag {
  absl::string_view activity_id;
  absl::string_view tag;
};

constexpr ActivityTag kActivityTags[] = {
    {"4.A.1.a.1", "research"},     // Getting information.
    {"4.A.1.b.1", "checking"},     // Identifying.
    {"4.A.2.a.1", "deciding"},     // Judging qualities.
    {"4.A.2.a.2", "checking"},     // Processing information: compiling, coding, verifying.
    {"4.A.2.b.1", "deciding"},     // Decisions and problems.
    {"4.A.2.b.3", "research"},     // Keeping knowledge up to date.
    {"4.A.4.a.1", "explaining"},   // Interpreting for others.
    {"4.A.4.a.2", "team"},         // Supervisors, peers, subordinates.
    {"4.A.4.a.4", "team"},         // Relationships.
    {"4.A.1.a.2", "checking"},     // Monitoring processes, materials or surroundings.
    {"4.A.1.b.2", "checking"},     // Inspecting.
    {"4.A.2.a.3", "checking"},     // Compliance with standards.
    {"4.A.2.a.4", "figures"},      // Analysing data.
    {"4.A.1.b.3", "figures"},      // Estimating quantities.
    {"4.A.2.b.2", "creative"},     // Thinking creatively.
    {"4.A.2.b.4", "planning"},     // Objectives and strategies.
    {"4.A.2.b.5", "planning"},     // Scheduling.
    {"4.A.2.b.6", "planning"},     // Organising, prioritising.
    {"4.A.3.a.1", "physical"},     // General physical activities.
    {"4.A.3.a.2", "handling"},     // Handling and moving objects.
    {"4.A.3.a.3", "machines"},     // Controlling machines and processes.
    {"4.A.3.a.4", "vehicles"},     // Operating vehicles and mechanised devices.
    {"4.A.3.b.1", "computers"},    // Working with computers.
    {"4.A.3.b.4", "repair"},       // Mechanical equipment.
    {"4.A.3.b.6", "records"},      // Documenting, recording.
    {"4.A.4.a.3", "outsiders"},    // People outside the organisation.
    {"4.A.4.a.5", "care"},         // Assisting and caring for others.
    {"4.A.4.a.6", "selling"},      // Selling or influencing.
    {"4.A.4.a.7", "conflict"},     // Resolving conflicts.
    {"4.A.4.a.8", "customers"},    // Working directly with the public.
    {"4.A.4.b.3", "teaching"},     // Training and teaching.
    {"4.A.4.b.4", "supervising"},  // Guiding and directing subordinates.
    {"4.A.4.b.5", "teaching"},     // Coaching.
    {"4.A.4.b.6", "advising"},     // Consultation and advice.
    {"4.A.4.c.1", "records"},      // Administrative activities.
    {"4.A.4.c.2", "supervising"},  // Staffing.
    {"4.A.4.c.3", "supplies"},     // Monitoring and controlling resources.
};

struct WordTag {
  absl::string_view word;
  absl::string_view tag;
};

constexpr WordTag kWordTags[] = {
    {"animal", "animals"},     {"pet", "animals"},
    {"livestock", "animals"},  {"clean", "cleaning"},
    {"wash", "cleaning"},      {"dust", "cleaning"},
    {"polish", "cleaning"},    {"sweep", "cleaning"},
    {"mop", "cleaning"},       {"vacuum", "cleaning"},
    {"saniti", "cleaning"},    {"disinfect", "cleaning"},
    {"scrub", "cleaning"},     {"rinse", "cleaning"},
    {"dishes", "cleaning"},    {"child", "children"},
    {"customer", "customers"}, {"client", "customers"},
    {"patron", "customers"},   {"guest", "customers"},
    {"visitor", "customers"},  {"food", "food"},
    {"meal", "food"},          {"cook", "food"},
    {"kitchen", "food"},       {"beverage", "food"},
    {"salad", "food"},         {"sandwich", "food"},
    {"ingredient", "food"},    {"ladder", "heights"},
    {"scaffold", "heights"},   {"roof", "heights"},
    {"climb", "heights"},      {"gutter", "heights"},
    {"laundr", "laundry"},     {"linen", "laundry"},
    {"garment", "laundry"},    {"lift", "lifting"},
    {"load", "lifting"},       {"unload", "lifting"},
    {"heavy", "lifting"},      {"cash", "money"},
    {"payment", "money"},      {"bill", "money"},
    {"invoice", "money"},      {"receipt", "money"},
    {"lawn", "outdoors"},      {"grounds", "outdoors"},
    {"snow", "outdoors"},      {"outdoor", "outdoors"},
    {"garden", "outdoors"},    {"shrub", "outdoors"},
    {"tree", "outdoors"},      {"fence", "outdoors"},
    {"yard", "outdoors"},      {"sidewalk", "outdoors"},
    {"driveway", "outdoors"},  {"patient", "patients"},
    {"resident", "patients"},  {"telephone", "telephone"},
    {"phone", "telephone"},    {"switchboard", "telephone"},
    {"pack", "packing"},       {"wrap", "packing"},
    {"label", "packing"},      {"shelv", "stocking"},
    {"shelf", "stocking"},     {"stock", "stocking"},
    {"shelves", "stocking"},   {"file", "records"},
    {"filing", "records"},     {"mail", "post"},
    {"sort", "sorting"},       {"sew", "sewing"},
    {"drive", "vehicles"},     {"forklift", "vehicles"},
};

// Words that begin like one of the above and mean something else.
constexpr WordTag kFalseFriends[] = {
    {"cleantech", "cleaning"}, {"childbirth", "children"},  {"stockings", "stocking"},   {"driveway", "vehicles"},
    {"petition", "animals"},   {"petroleum", "animals"},    {"residential", "patients"}, {"sewage", "sewing"},
    {"sewer", "sewing"},       {"stockholder", "stocking"},
};

bool Means(absl::string_view word, const WordTag& known) {
  const auto is_false = [&](const WordTag& friendly) {
    return friendly.tag == known.tag && absl::StartsWith(word, friendly.word);
  };
  return absl::StartsWith(word, known.word) && !absl::c_any_of(kFalseFriends, is_false);
}

struct Setting {
  absl::string_view prefix;
  absl::string_view tag;
};

// The first that fits counts.
constexpr Setting kSettings[] = {
    {"11-", "setting:office"},       {"13-", "setting:office"},       {"15-", "setting:office"},
    {"17-1022", "setting:outdoors"}, {"17-3031", "setting:outdoors"}, {"17-", "setting:office"},
    {"19-", "setting:laboratory"},   {"21-", "setting:care"},         {"23-", "setting:office"},
    {"25-4", "setting:library"},     {"25-", "setting:school"},       {"29-2011", "setting:laboratory"},
    {"29-2052", "setting:shop"},     {"29-", "setting:health"},       {"31-9096", "setting:animals"},
    {"31-", "setting:health"},       {"35-", "setting:kitchen"},      {"37-3", "setting:outdoors"},
    {"37-", "setting:buildings"},    {"39-2", "setting:animals"},     {"39-9011", "setting:children"},
    {"39-", "setting:leisure"},      {"41-", "setting:shop"},         {"43-4121", "setting:library"},
    {"43-5", "setting:warehouse"},   {"43-", "setting:office"},       {"45-", "setting:outdoors"},
    {"47-", "setting:outdoors"},     {"49-", "setting:workshop"},     {"51-6011", "setting:laundry"},
    {"51-", "setting:workshop"},     {"53-7", "setting:warehouse"},
};

}  // namespace

std::vector<std::string> TagsOf(const OnetTask& task) {
  std::set<std::string> tags;
  for (const ActivityTag& known : kActivityTags) {
    if (absl::c_find(task.activity_ids, known.activity_id) != task.activity_ids.end()) {
      tags.emplace(known.tag);
    }
  }
  const std::string text = absl::AsciiStrToLower(task.text);
  for (const absl::string_view word : absl::StrSplit(text, absl::ByAnyChar(" ,.;:()/-'\""), absl::SkipEmpty())) {
    for (const WordTag& known : kWordTags) {
      if (Means(word, known)) {
        tags.emplace(known.tag);
      }
    }
  }
  return {tags.begin(), tags.end()};
}

std::string SettingOf(absl::string_view occupation_code) {
  for (const Setting& setting : kSettings) {
    if (absl::StartsWith(occupation_code, setting.prefix)) {
      return std::string(setting.tag);
    }
  }
  return "";
}

}  // namespace jobcarve::io
