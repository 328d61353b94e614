// onet_mapping.h: the arithmetic from O*NET ratings to levels and minutes.
//
// Levels. The tables' level scale runs 0..7 with decimals; ours runs 0..14 in half steps. A finer scale would claim more than
// the figures know (a computed level is good to about a third of a level, one and a half times that is a half step); whole steps
// would throw away differences that the tables do know. Context items are mean answers 1..5 and become 0..4.
// Minutes. Nobody publishes how long a task takes. The frequency model: times a week from the seven frequency classes, tasks
// done often taken to be short (square root), times the share of workers who do the task. Without task ratings a prior: the mean
// importance of the task's work activities, halved for a task that is not core. The prior is good to a factor of two at best.
#ifndef JOBCARVE_SRC_IO_ONET_MAPPING_H_
#define JOBCARVE_SRC_IO_ONET_MAPPING_H_

#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "jobcarve/base/units.h"
#include "jobcarve/io/onet.h"

namespace jobcarve::io {

inline constexpr Level kMaxAbilityLevel{14};
inline constexpr Level kMaxContextLevel{4};
// Abilities below it are not asked of a task: on the tables' scale 2 is "somewhat important" and 3 is "important".
inline constexpr double kMinTaskImportance = 2.5;
// Abilities that no task is linked to are asked of the whole job only from "important" on. (With 2.5, washing dishes asked for
// oral expression, category flexibility and nine other abilities in every carved role, on no evidence from any task.)
inline constexpr double kMinAmbientImportance = 3.0;
inline constexpr Minutes kMinuteStep{5};

// The level 0..7 that goes with an importance 1..5: max(0, 1.414 importance - 1.290), fitted on 30,765 pairs of skill ratings
// of O*NET 29.3 (r 0.971, root mean square error 0.30).
double LevelFromImportance(double importance);

// Half steps, rounded half up.
Level AbilityLevel(double level);
// 1..5 to 0..4, rounded half up.
Level ContextLevel(double answer);

// How much of ability `id` the occupation needs, if at least `min_importance`; STATED where a level is published.
std::optional<Demand> AbilityDemand(const OnetOccupation& occupation, const std::string& id, double min_importance);

// What a task's minutes are proportional to.
struct TimeWeight {
  double weight = 0;
  Source source = Source::kPrior;
};
// One for each task of the occupation, all above 0.
std::vector<TimeWeight> TimeWeights(const OnetOccupation& occupation);

// Times a week, from the shares of the seven frequency classes.
double TimesAWeek(const OnetTaskRating& rating);

// Whole steps of 5 minutes for each weight that sum to `total` exactly (largest remainders, the first of equals); a share below
// one step becomes one. InvalidArgument when `total` is no multiple of 5 or too small to give everybody a step.
absl::StatusOr<std::vector<Minutes>> Apportion(Minutes total, const std::vector<TimeWeight>& weights);

}  // namespace jobcarve::io

#endif  // JOBCARVE_SRC_IO_ONET_MAPPING_H_
