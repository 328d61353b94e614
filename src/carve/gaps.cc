// Rows are found by one walk over demands, grouped by dimension and by who closes them. A row that the best max_count helpers
// cannot close kills its task and all that depends on it; only adjustments that help a living task are kept.
//
// Tested by tests/carve/carve_test.cc and carve_oracle_test.cc.
#include "carve/gaps.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace jobcarve {
namespace {

// One adjustment's help on one signature.
struct Help {
  size_t adjustment = 0;  // Position in GapQuestion::adjustments.
  int64_t levels = 0;

  bool operator==(const Help&) const = default;
};

struct Row {
  DimensionIndex dimension;
  std::optional<TaskIndex> task = std::nullopt;  // Absent: the conditions.
  int64_t need = 0;                              // Levels missing, if above 0.
  int64_t reduced_need = 0;                      // The same on reduced days.
  size_t signature = 0;
};

struct Signature {
  DimensionIndex dimension;
  std::vector<Help> helps = {};
  int64_t most = 0;  // Levels that the best max_count helpers close together.
};

class GapFinder {
 public:
  explicit GapFinder(const GapQuestion& question) : q_(question) {}

  GapTable Find() && {
    for (TaskIndex task : q_.job.tasks.Indices()) {
      if (Contains(q_.usable, task)) {
        LookAt(q_.job.tasks[task].demands, task);
      }
    }
    LookAt(q_.job.conditions, std::nullopt);
    for (Row& row : rows_) {
      row.signature = SignatureOf(row);
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

  int64_t LevelsOf(AdjustmentIndex adjustment, const Row& row) const {
    int64_t levels = 0;
    for (const CompiledEffect& effect : q_.market.adjustments[adjustment].effects) {
      levels += ActsOn(effect, row) ? effect.amount.count() : 0;
    }
    return levels;
  }

  TaskSet TasksOf(const Row& row) const { return row.task.has_value() ? SetOf(*row.task) : q_.job.AllTasks(); }

  void LookAt(const std::vector<CompiledDemand>& demands, std::optional<TaskIndex> task) {
    for (const CompiledDemand& demand : demands) {
      const CompiledCapability* capability = q_.person.Find(demand.dimension);
      const Level least = capability == nullptr                   ? demand.level
                          : q_.person.reduced_weeks > Permille{0} ? capability->reduced_level
                                                                  : capability->level;
      if (least >= demand.level ||
          (task.has_value() ? q_.waived.WaivesTask(demand.dimension) : q_.waived.WaivesCondition(demand.dimension))) {
        continue;
      }
      Row row{.dimension = demand.dimension, .task = task};
      int64_t own = 0;
      for (AdjustmentIndex adjustment : q_.own) {
        own += LevelsOf(adjustment, row);
      }
      row.need = (demand.level - capability->level).count() - own;
      row.reduced_need = (demand.level - least).count() - own;
      if (row.reduced_need > 0) {
        rows_.push_back(row);
      }
    }
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

  void DropDeadTasks() {
    TaskSet dead = q_.job.AllTasks() & ~q_.usable;
    TaskSet never_hold = 0;
    for (const Row& row : rows_) {
      dead |= row.need > signatures_[row.signature].most ? TasksOf(row) : 0;
      never_hold |= row.reduced_need > signatures_[row.signature].most ? TasksOf(row) : 0;
    }
    table_.closable = q_.job.AllTasks() & ~q_.links.CloseOut(dead);
    table_.can_hold = table_.closable & ~never_hold;
    std::erase_if(rows_, [&](const Row& row) { return (TasksOf(row) & table_.closable) == 0; });
  }

  // How far sums matter to a row: no further than they can close it.
  int64_t LastOf(const Row& row) const {
    const int64_t most = signatures_[row.signature].most;
    return std::max(row.need, row.reduced_need <= most ? row.reduced_need : 0);
  }

  // Signatures of living rows that can be closed, with their tables. Where nothing helps, can_hold says all there is to say.
  void FillTables() {
    kept_.assign(signatures_.size(), std::nullopt);
    for (const Row& row : rows_) {
      if (const int64_t last = LastOf(row); last > 0) {
        if (!kept_[row.signature].has_value()) {
          kept_[row.signature] = table_.signatures.size();
          table_.signatures.push_back({});
        }
        size_t& full = table_.signatures[*kept_[row.signature]].full;
        full = std::max(full, static_cast<size_t>(last));
      }
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
    const int64_t last = LastOf(row);
    const TaskSet blocked = q_.links.CloseOut(TasksOf(row));
    for (int64_t sum = 0; sum < last; ++sum) {
      GapLeft& left = table_.left[table_.signatures[*kept_[row.signature]].first + static_cast<size_t>(sum)];
      left.blocked |= sum < row.need ? blocked : 0;
      left.at_risk |= sum < row.reduced_need ? TasksOf(row) : 0;
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
