// Rows are found by one walk over demands, grouped by dimension and by who closes them. A row that the best max_count helpers
// cannot close kills its tasks and all that depends on them, or puts them at risk for good; only adjustments that help a living
// task are kept.
//
// Tested by tests/carve/carve_test.cc and carve_oracle_test.cc.
#include "carve/gaps.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "absl/algorithm/container.h"

namespace jobcarve {
namespace {

constexpr int64_t kCovers = UINT8_MAX;  // As much as any need: levels are at most 100.

// One adjustment's help on one signature.
struct Help {
  size_t adjustment = 0;  // Position in GapQuestion::adjustments.
  int64_t levels = 0;

  bool operator==(const Help&) const = default;
};

// What a sum that is below the need of a row leaves its tasks: blocked, or at risk on reduced days.
enum class Lack { kBlocked, kAtRisk };

struct Row {
  DimensionIndex dimension;
  std::optional<TaskIndex> task = std::nullopt;  // Absent: the conditions.
  Lack lack = Lack::kBlocked;
  bool is_reduced = false;    // Looks at reduced days.
  bool is_coverable = false;  // Does not matter where reduced days are covered.
  int64_t need = 0;           // Levels missing, above 0.
  TaskSet tasks = 0;          // Without enough: these.
  size_t signature = 0;
};

struct Signature {
  DimensionIndex dimension;
  std::vector<Help> helps = {};
  int64_t most = 0;  // Levels that the best max_count helpers close together.
};

class GapFinder {
 public:
  explicit GapFinder(const GapQuestion& question) : q_(question), must_hold_(MustHold()), days_differ_(DaysDiffer()) {}

  GapTable Find() && {
    for (TaskIndex task : q_.job.tasks.Indices()) {
      if (Contains(q_.usable, task)) {
        LookAt(q_.job.tasks[task].demands, task);
      }
    }
    LookAt(q_.job.conditions, std::nullopt);
    for (size_t i = 0; i < rows_.size(); ++i) {
      rows_[i].signature = i > 0 && AreClosedAlike(rows_[i - 1], rows_[i]) ? rows_[i - 1].signature : SignatureOf(rows_[i]);
    }
    DropDeadTasks();
    FillTables();
    KeepRelevant();
    return std::move(table_);
  }

 private:
  bool ActsOn(const CompiledEffect& effect, const Row& row) const {
    if (effect.dimension != row.dimension) {
      return false;
    }
    if (!effect.only_tag.has_value()) {
      return true;
    }
    if (!row.task.has_value()) {
      return false;
    }
    const std::vector<TagIndex>& tags = q_.job.tasks[*row.task].tags;
    return std::binary_search(tags.begin(), tags.end(), *effect.only_tag);
  }

  int64_t LevelsOf(AdjustmentIndex index, const Row& row) const {
    const CompiledAdjustment& adjustment = q_.market.adjustments[index];
    if (row.is_coverable && adjustment.covers_reduced_days) {
      return kCovers;
    }
    int64_t levels = 0;
    for (const CompiledEffect& effect : adjustment.effects) {
      levels += ActsOn(effect, row) ? (row.is_reduced ? effect.reduced_amount : effect.amount).count() : 0;
    }
    return levels;
  }

  // Tasks that must hold on reduced days and that no own adjustment covers.
  TaskSet MustHold() const {
    const bool is_covered =
        absl::c_any_of(q_.own, [&](AdjustmentIndex adjustment) { return q_.market.adjustments[adjustment].covers_reduced_days; });
    if (q_.person.reduced_weeks == Permille{0} || is_covered) {
      return 0;
    }
    TaskSet tasks = 0;
    for (TaskIndex task : q_.job.tasks.Indices()) {
      tasks |= q_.job.tasks[task].must_hold ? SetOf(task) : 0;
    }
    return tasks;
  }

  void LookAt(const std::vector<CompiledDemand>& demands, std::optional<TaskIndex> task) {
    const TaskSet tasks = task.has_value() ? SetOf(*task) : q_.job.AllTasks();
    for (const CompiledDemand& demand : demands) {
      const CompiledCapability* capability = q_.person.Find(demand.dimension);
      if (capability == nullptr ||
          (task.has_value() ? q_.waived.WaivesTask(demand.dimension) : q_.waived.WaivesCondition(demand.dimension))) {
        continue;
      }
      Row row{.dimension = demand.dimension, .task = task, .tasks = tasks};
      AddRow(row, demand.level - capability->level);
      if (q_.person.reduced_weeks > Permille{0}) {
        row.is_reduced = true;
        row.lack = Lack::kAtRisk;
        AddRow(row, demand.level - capability->reduced_level);
        row.lack = Lack::kBlocked;
        row.is_coverable = true;
        row.tasks &= must_hold_;
        AddRow(row, demand.level - capability->reduced_level);
      }
    }
  }

  // `gap` is what is missing without any adjustment.
  void AddRow(Row row, Level gap) {
    if (row.tasks == 0 || gap <= Level{0}) {
      return;
    }
    row.need = gap.count();
    for (AdjustmentIndex adjustment : q_.own) {
      row.need -= LevelsOf(adjustment, row);
    }
    if (row.need > 0) {
      rows_.push_back(row);
    }
  }

  // Can nothing tell the rows apart?
  bool AreClosedAlike(const Row& a, const Row& b) const {
    return a.dimension == b.dimension && a.task == b.task && a.is_coverable == b.is_coverable &&
           (a.is_reduced == b.is_reduced || !days_differ_);
  }

  // Does some adjustment close more on reduced days?
  bool DaysDiffer() const {
    return q_.person.reduced_weeks > Permille{0} && absl::c_any_of(q_.adjustments, [&](AdjustmentIndex adjustment) {
             return absl::c_any_of(q_.market.adjustments[adjustment].effects,
                                   [](const CompiledEffect& effect) { return effect.reduced_amount != effect.amount; });
           });
  }

  size_t SignatureOf(const Row& row) {
    Signature found;
    found.dimension = row.dimension;
    for (size_t i = 0; i < q_.adjustments.size(); ++i) {
      if (const int64_t levels = LevelsOf(q_.adjustments[i], row); levels > 0) {
        found.helps.push_back({.adjustment = i, .levels = levels});
      }
    }
    for (size_t i = 0; i < signatures_.size(); ++i) {
      if (signatures_[i].dimension == found.dimension && signatures_[i].helps == found.helps) {
        return i;
      }
    }
    std::vector<int64_t> levels;
    for (const Help& help : found.helps) {
      levels.push_back(help.levels);
    }
    std::sort(levels.begin(), levels.end(), std::greater<>());
    for (size_t i = 0; i < std::min(levels.size(), q_.max_count); ++i) {
      found.most += levels[i];
    }
    signatures_.push_back(std::move(found));
    return signatures_.size() - 1;
  }

  int64_t MostFor(const Row& row) const { return signatures_[row.signature].most; }

  void DropDeadTasks() {
    TaskSet dead = q_.job.AllTasks() & ~q_.usable;
    TaskSet never_hold = 0;
    for (const Row& row : rows_) {
      if (row.need > MostFor(row)) {
        (row.lack == Lack::kBlocked ? dead : never_hold) |= row.tasks;
      }
    }
    table_.closable = q_.job.AllTasks() & ~q_.links.CloseOut(dead);
    table_.can_hold = table_.closable & ~never_hold;
    std::erase_if(rows_, [&](const Row& row) { return (row.tasks & table_.closable) == 0 || row.need > MostFor(row); });
  }

  // Signatures of living rows that can be closed, with their tables. closable and can_hold say all there is to say of the others.
  void FillTables() {
    kept_.assign(signatures_.size(), std::nullopt);
    for (const Row& row : rows_) {
      if (!kept_[row.signature].has_value()) {
        kept_[row.signature] = table_.signatures.size();
        table_.signatures.push_back({});
      }
      size_t& full = table_.signatures[*kept_[row.signature]].full;
      full = std::max(full, static_cast<size_t>(row.need));
    }
    size_t size = 0;
    for (GapSignature& signature : table_.signatures) {
      signature.first = size;
      size += signature.full + 1;
    }
    table_.left.assign(size, {});
    for (const Row& row : rows_) {
      FillLeft(row);
    }
  }

  void FillLeft(const Row& row) {
    const TaskSet lacking = row.lack == Lack::kBlocked ? q_.links.CloseOut(row.tasks) : row.tasks;
    for (size_t sum = 0; sum < static_cast<size_t>(row.need); ++sum) {
      GapLeft& left = table_.left[table_.signatures[*kept_[row.signature]].first + sum];
      (row.lack == Lack::kBlocked ? left.blocked : left.at_risk) |= lacking;
    }
  }

  void KeepRelevant() {
    const std::vector<bool> is_kept = WithRequired(Helpful());
    std::vector<size_t> position(q_.adjustments.size());
    for (size_t i = 0; i < q_.adjustments.size(); ++i) {
      if (is_kept[i]) {
        position[i] = table_.relevant.size();
        table_.relevant.push_back(q_.adjustments[i]);
      }
    }
    FillSums(position);
  }

  // Which adjustments help with a signature of the table.
  std::vector<bool> Helpful() const {
    std::vector<bool> is_helpful(q_.adjustments.size());
    for (size_t i = 0; i < signatures_.size(); ++i) {
      for (const Help& help : signatures_[i].helps) {
        is_helpful[help.adjustment] = is_helpful[help.adjustment] || kept_[i].has_value();
      }
    }
    return is_helpful;
  }

  // With what they require, however far.
  std::vector<bool> WithRequired(std::vector<bool> is_kept) const {
    bool has_grown = true;
    while (has_grown) {
      has_grown = false;
      for (size_t i = 0; i < q_.adjustments.size(); ++i) {
        if (is_kept[i]) {
          has_grown = KeepRequired(q_.adjustments[i], is_kept) || has_grown;
        }
      }
    }
    return is_kept;
  }

  // `position`: of each adjustment that helps, in table_.relevant.
  void FillSums(const std::vector<size_t>& position) {
    table_.sums.assign(table_.relevant.size() * table_.signatures.size(), 0);
    for (size_t i = 0; i < signatures_.size(); ++i) {
      for (const Help& help : signatures_[i].helps) {
        if (kept_[i].has_value()) {
          table_.sums[position[help.adjustment] * table_.signatures.size() + *kept_[i]] =
              static_cast<uint8_t>(std::min<int64_t>(help.levels, UINT8_MAX));
        }
      }
    }
  }

  bool KeepRequired(AdjustmentIndex adjustment, std::vector<bool>& is_kept) const {
    bool has_grown = false;
    for (AdjustmentIndex other : q_.market.adjustments[adjustment].required) {
      const auto place = std::lower_bound(q_.adjustments.begin(), q_.adjustments.end(), other);
      if (place != q_.adjustments.end() && *place == other) {
        const size_t i = static_cast<size_t>(place - q_.adjustments.begin());
        has_grown = has_grown || !is_kept[i];
        is_kept[i] = true;
      }
    }
    return has_grown;
  }

  const GapQuestion& q_;
  const TaskSet must_hold_;
  const bool days_differ_;
  std::vector<Row> rows_;
  std::vector<Signature> signatures_;
  std::vector<std::optional<size_t>> kept_;  // Position of a signature in the table.
  GapTable table_;
};

}  // namespace

GapTable GapTableOf(const GapQuestion& question) {
  return GapFinder(question).Find();
}

}  // namespace jobcarve
