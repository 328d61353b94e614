// Weights are made whole numbers before minutes are shared out, so that rounding cannot depend on how a compiler adds decimals.
// Tested by tests/io/onet_mapping_test.cc.
#include "io/onet_mapping.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace jobcarve::io {
namespace {

constexpr double kSlope = 1.414;
constexpr double kIntercept = -1.290;
constexpr double kDefaultActivityWeight = 0.5;  // The middle of the importance scale, where no activity is rated.
constexpr double kSupplementalWeight = 0.5;
// Times a week for "yearly or less", "more than yearly", ... "hourly or more"; a judgement.
constexpr std::array<double, 7> kTimesAWeek = {0.01, 0.1, 0.5, 2, 5, 15, 40};
constexpr double kSmallestWeight = 1e-4;
constexpr double kWeightUnit = 1e6;

// Decimals of the tables are not exact in binary; without it 3.25 x 2 could fall under its half.
int64_t RoundHalfUp(double value) {
  return static_cast<int64_t>(std::floor(value + 0.5 + 1e-9));
}

Level Clamped(int64_t level, Level max) {
  return std::clamp(Level{level}, Level{0}, max);
}

// (importance - 1) / 4, the mean over the task's rated activities.
std::optional<double> ActivityWeight(const OnetOccupation& occupation, const OnetTask& task) {
  double sum = 0;
  int count = 0;
  for (const std::string& id : task.activity_ids) {
    const auto rated = occupation.activity_importance.find(id);
    if (rated != occupation.activity_importance.end()) {
      sum += (rated->second - 1) / 4;
      ++count;
    }
  }
  return count == 0 ? std::nullopt : std::optional<double>(sum / count);
}

// Tasks without a rated activity weigh what the others weigh on average.
std::vector<TimeWeight> PriorWeights(const OnetOccupation& occupation) {
  double sum = 0;
  int count = 0;
  for (const OnetTask& task : occupation.tasks) {
    if (const std::optional<double> weight = ActivityWeight(occupation, task)) {
      sum += *weight;
      ++count;
    }
  }
  const double mean = count == 0 ? kDefaultActivityWeight : sum / count;
  std::vector<TimeWeight> weights;
  for (const OnetTask& task : occupation.tasks) {
    const double activity = ActivityWeight(occupation, task).value_or(mean);
    weights.push_back({.weight = std::max(activity * (task.is_core ? 1 : kSupplementalWeight), kSmallestWeight)});
  }
  return weights;
}

// Whoever would get less than a step gets one, which leaves less for the others; these share by largest remainder.
std::vector<int64_t> StepsFor(int64_t steps, const std::vector<int64_t>& shares) {
  std::vector<int64_t> given(shares.size(), 0);
  int64_t left = steps;
  int64_t share_sum = std::accumulate(shares.begin(), shares.end(), int64_t{0});
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (size_t i = 0; i < shares.size(); ++i) {
      if (given[i] == 0 && shares[i] * left < share_sum) {
        given[i] = 1;
        left -= 1;
        share_sum -= shares[i];
        is_changed = true;
      }
    }
  }
  std::vector<size_t> open;
  int64_t unspent = left;
  for (size_t i = 0; i < shares.size(); ++i) {
    if (given[i] == 0) {
      given[i] = shares[i] * left / share_sum;
      unspent -= given[i];
      open.push_back(i);
    }
  }
  const auto has_larger_remainder = [&](size_t a, size_t b) {
    return shares[a] * left % share_sum > shares[b] * left % share_sum;
  };
  std::stable_sort(open.begin(), open.end(), has_larger_remainder);
  for (size_t i = 0; i < static_cast<size_t>(unspent); ++i) {
    given[open[i]] += 1;
  }
  return given;
}

}  // namespace

double LevelFromImportance(double importance) {
  return std::max(0.0, kSlope * importance + kIntercept);
}

Level AbilityLevel(double level) {
  return Clamped(RoundHalfUp(level * 2), kMaxAbilityLevel);
}

Level ContextLevel(double answer) {
  return Clamped(RoundHalfUp(answer - 1), kMaxContextLevel);
}

std::optional<Demand> AbilityDemand(const OnetOccupation& occupation, const std::string& id, double min_importance) {
  const auto importance = occupation.ability_importance.find(id);
  if (importance == occupation.ability_importance.end() || importance->second < min_importance) {
    return std::nullopt;
  }
  const auto published = occupation.ability_level.find(id);
  const bool is_published = published != occupation.ability_level.end();
  const Level level = AbilityLevel(is_published ? published->second : LevelFromImportance(importance->second));
  if (level == Level{0}) {
    return std::nullopt;
  }
  return Demand{
      .dimension_id = absl::StrCat("onet:", id), .level = level, .source = is_published ? Source::kStated : Source::kImputed};
}

double TimesAWeek(const OnetTaskRating& rating) {
  double times = 0;
  for (size_t i = 0; i < kTimesAWeek.size(); ++i) {
    times += rating.frequency[i] / 100 * kTimesAWeek[i];
  }
  return times;
}

std::vector<TimeWeight> TimeWeights(const OnetOccupation& occupation) {
  std::vector<TimeWeight> weights = PriorWeights(occupation);
  double sum = 0;
  int count = 0;
  for (size_t i = 0; i < weights.size(); ++i) {
    if (const std::optional<OnetTaskRating>& rating = occupation.tasks[i].rating) {
      const double weight = std::max(rating->relevance / 100 * std::sqrt(TimesAWeek(*rating)), kSmallestWeight);
      weights[i] = {.weight = weight, .source = Source::kImputed};
      sum += weight;
      ++count;
    }
  }
  for (size_t i = 0; count > 0 && i < weights.size(); ++i) {
    if (!occupation.tasks[i].rating) {  // Not on the same scale as the rated ones: taken for a marginal task.
      weights[i].weight = sum / count * kSupplementalWeight;
    }
  }
  return weights;
}

absl::StatusOr<std::vector<Minutes>> Apportion(Minutes total, const std::vector<TimeWeight>& weights) {
  const int64_t steps = total.count() / kMinuteStep.count();
  const int64_t task_count = static_cast<int64_t>(weights.size());
  if (total.count() % kMinuteStep.count() != 0) {
    return absl::InvalidArgumentError(absl::StrCat(total.count(), " weekly minutes are no multiple of ", kMinuteStep.count()));
  }
  if (steps < task_count) {
    return absl::InvalidArgumentError(absl::StrCat(total.count(), " weekly minutes are too few for ", task_count, " tasks of ",
                                                   kMinuteStep.count(), " minutes or more"));
  }
  std::vector<int64_t> shares;
  for (const TimeWeight& weight : weights) {
    shares.push_back(std::max<int64_t>(1, std::llround(weight.weight * kWeightUnit)));
  }
  std::vector<Minutes> minutes;
  for (const int64_t count : StepsFor(steps, shares)) {
    minutes.push_back(kMinuteStep * count);
  }
  return minutes;
}

}  // namespace jobcarve::io
