// Depth first, members in ascending order, so every set is met once. Three things keep the walk short, and none loses a best
// role:
//   - an adjustment that helps no task which is still shut and could still open is not added, unless another one requires it:
//     without it the set does as much and costs less;
//   - a branch ends when nothing more can open below it, by the largest sums that the adjustments still to come could add;
//   - a branch ends when all that could open below it would not make up for what it has cost already.
// Sets that make the same possible are kept once.
// Tested by tests/carve/carve_test.cc and carve_oracle_test.cc.
#include "carve/adjustment_sets.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace jobcarve {
namespace {

// Above this many members per set, all adjustments still to come are counted, not only the best few.
constexpr size_t kMaxCountedSlots = 16;

class Enumerator {
 public:
  Enumerator(const CompiledMarket& market, const GapTable& gaps, const AdjustmentLimits& limits, int64_t max_visits,
             const SetWishes& wishes)
      : gaps_(gaps),
        most_(limits.spending),
        visits_left_(max_visits),
        wishes_(wishes),
        signature_count_(gaps.signatures.size()),
        member_count_(gaps.relevant.size()),
        max_size_(std::min(limits.count, gaps.relevant.size())) {
    DescribeMembers(market);
    AddUpWhatIsToCome();
    sums_.resize((max_size_ + 1) * signature_count_);
  }

  AdjustmentSets Run() && {
    TryFirst();
    Visit(0, Score{}, Spending{});
    result_.visits = visits_left_;
    return std::move(result_);
  }

 private:
  struct Member {
    const CompiledAdjustment* adjustment = nullptr;
    Score worth;
    std::vector<size_t> required;  // Positions; what is not among the members is in force.
    std::vector<size_t> excluded;
    bool is_required = false;
    uint64_t helps = 0;  // Signatures it adds to; bit i % 64 stands for signature i.
  };

  void DescribeMembers(const CompiledMarket& market) {
    members_.resize(member_count_);
    for (size_t i = 0; i < member_count_; ++i) {
      const CompiledAdjustment& adjustment = market.adjustments[gaps_.relevant[i]];
      members_[i].adjustment = &adjustment;
      members_[i].worth = wishes_.worth_of(gaps_.relevant[i]);
      members_[i].required = PositionsOf(adjustment.required);
      members_[i].excluded = PositionsOf(adjustment.excluded);
      for (size_t signature = 0; signature < signature_count_; ++signature) {
        members_[i].helps |= uint64_t{gaps_.SumsOf(i)[signature] > 0} << signature % 64;
      }
    }
    for (const Member& member : std::vector<Member>(members_)) {
      for (size_t other : member.required) {
        members_[other].is_required = true;
      }
    }
  }

  std::vector<size_t> PositionsOf(const std::vector<AdjustmentIndex>& adjustments) const {
    std::vector<size_t> positions;
    for (AdjustmentIndex adjustment : adjustments) {
      const auto place = std::lower_bound(gaps_.relevant.begin(), gaps_.relevant.end(), adjustment);
      if (place != gaps_.relevant.end() && *place == adjustment) {
        positions.push_back(static_cast<size_t>(place - gaps_.relevant.begin()));
      }
    }
    return positions;
  }

  // to_come_[(first, signature, slots)]: the largest sum of at most `slots` members from `first` on.
  void AddUpWhatIsToCome() {
    columns_ = max_size_ <= kMaxCountedSlots ? max_size_ + 1 : 1;
    to_come_.assign((member_count_ + 1) * signature_count_ * columns_, 0);
    std::vector<int> best;
    for (size_t signature = 0; signature < signature_count_; ++signature) {
      best.clear();
      for (size_t first = member_count_; first-- > 0;) {
        const int sum = gaps_.SumsOf(first)[signature];
        best.insert(std::upper_bound(best.begin(), best.end(), sum, std::greater<>()), sum);
        if (columns_ > 1 && best.size() > max_size_) {
          best.pop_back();
        }
        int total = 0;
        for (size_t slots = 0; slots < best.size(); ++slots) {
          total += best[slots];
          ToCome(first, signature, slots + 1) = total;
        }
        for (size_t slots = best.size() + 1; slots < columns_; ++slots) {
          ToCome(first, signature, slots) = total;
        }
      }
    }
  }

  int& ToCome(size_t first, size_t signature, size_t slots) {
    return to_come_[(first * signature_count_ + signature) * columns_ + (columns_ > 1 ? slots : 0)];
  }

  uint8_t* Sums() { return sums_.data() + chosen_.size() * signature_count_; }

  // What is doable with the sums so far and the best `slots` members from `first` on.
  Doable DoableWith(size_t first, size_t slots) {
    GapLeft all;
    const uint8_t* sums = Sums();
    for (size_t i = 0; i < signature_count_; ++i) {
      const size_t more = slots == 0 ? 0 : static_cast<size_t>(ToCome(first, i, slots));
      const GapLeft& left = gaps_.LeftBy(gaps_.signatures[i], sums[i] + more);
      all.blocked |= left.blocked;
      all.at_risk |= left.at_risk;
    }
    return gaps_.DoableBut(all);
  }

  bool CanMatter(const Doable& doable, Score worth) const {
    const std::optional<int64_t> bound = wishes_.bound_of(doable, worth);
    return bound.has_value() && wishes_.can_matter(*bound);
  }

  // Adds the member that lifts the bound most, one by one, as long as one does.
  void TryFirst() {
    Score worth;
    Spending spent;
    std::optional<int64_t> bound = wishes_.bound_of(DoableWith(0, 0), worth);
    while (const std::optional<size_t> best = BestAddition(worth, spent, bound)) {
      Choose(*best);
      worth += members_[*best].worth;
      spent = spent.Plus(*members_[*best].adjustment);
    }
    if (!chosen_.empty()) {
      const AdjustmentSet set = SetOfChosen(DoableWith(0, 0), worth);
      chosen_.clear();
      wishes_.try_first(set);
    }
  }

  // Raises `bound` if there is one.
  std::optional<size_t> BestAddition(Score worth, const Spending& spent, std::optional<int64_t>& bound) {
    std::optional<size_t> best;
    for (size_t member = 0; member < member_count_ && chosen_.size() < max_size_; ++member) {
      const bool is_allowed = !IsChosen(member) && !IsExcluded(member) && IsSupported(member) &&
                              spent.Plus(*members_[member].adjustment).IsWithin(most_);
      if (!is_allowed) {
        continue;
      }
      Choose(member);
      const std::optional<int64_t> with = wishes_.bound_of(DoableWith(0, 0), worth + members_[member].worth);
      chosen_.pop_back();
      if (with.has_value() && (!bound.has_value() || *with > *bound)) {
        bound = with;
        best = member;
      }
    }
    return best;
  }

  bool IsSupported(size_t member) const {
    const std::vector<size_t>& required = members_[member].required;
    return std::all_of(required.begin(), required.end(), [&](size_t other) { return IsChosen(other); });
  }

  // Every set that begins with the chosen members and goes on with members from `first` on.
  void Visit(size_t first, Score worth, const Spending& spent) {
    if (--visits_left_ < 0) {
      result_.is_complete = false;
      return;
    }
    const std::optional<size_t> missing = FirstMissing();
    if (missing.has_value() && *missing < first) {
      return;  // It will not come any more.
    }
    const Doable doable = DoableWith(first, 0);
    if (!missing.has_value() && CanMatter(doable, worth)) {
      Keep(doable, worth);
    }
    if (first == member_count_ || chosen_.size() == max_size_) {
      return;
    }
    const Doable possible = DoableWith(first, max_size_ - chosen_.size());
    const bool can_grow = possible != doable || missing.has_value();
    if (can_grow && CanMatter(possible, worth)) {
      Extend(first, possible, worth, spent);
    }
  }

  // Visits all sets with one member more, of those from `first` on.
  void Extend(size_t first, const Doable& possible, Score worth, const Spending& spent) {
    const uint64_t open = OpenSignatures(possible);
    for (size_t next = first; next < member_count_; ++next) {
      const Member& member = members_[next];
      if (!member.is_required && (member.helps & open) == 0) {
        continue;
      }
      const Spending more = spent.Plus(*member.adjustment);
      if (more.IsWithin(most_) && !IsExcluded(next)) {
        Choose(next);
        Visit(next + 1, worth + member.worth, more);
        chosen_.pop_back();
      }
    }
  }

  // Signatures with a gap of a task that is still shut, or at risk, and could be opened. Bit i % 64 stands for signature i.
  uint64_t OpenSignatures(const Doable& possible) {
    uint64_t open = 0;
    const uint8_t* sums = Sums();
    for (size_t i = 0; i < signature_count_; ++i) {
      const GapLeft& left = gaps_.LeftBy(gaps_.signatures[i], sums[i]);
      const bool is_open = ((left.blocked & possible.tasks) | (left.at_risk & possible.holding)) != 0;
      open |= uint64_t{is_open} << i % 64;
    }
    return open;
  }

  // The first of the members that chosen ones require and that are not chosen.
  std::optional<size_t> FirstMissing() const {
    std::optional<size_t> missing;
    for (size_t member : chosen_) {
      for (size_t other : members_[member].required) {
        if (!IsChosen(other) && (!missing.has_value() || other < *missing)) {
          missing = other;
        }
      }
    }
    return missing;
  }

  bool IsChosen(size_t member) const { return std::find(chosen_.begin(), chosen_.end(), member) != chosen_.end(); }

  bool IsExcluded(size_t member) const {
    const std::vector<size_t>& excluded = members_[member].excluded;
    return std::any_of(excluded.begin(), excluded.end(), [&](size_t other) { return IsChosen(other); });
  }

  void Choose(size_t member) {
    const uint8_t* before = Sums();
    chosen_.push_back(member);
    uint8_t* after = Sums();
    const uint8_t* added = gaps_.SumsOf(member);
    for (size_t i = 0; i < signature_count_; ++i) {
      after[i] = static_cast<uint8_t>(std::min<int>(before[i] + added[i], UINT8_MAX));
    }
  }

  AdjustmentSet SetOfChosen(const Doable& doable, Score worth) const {
    AdjustmentSet set{.doable = doable, .worth = worth};
    for (size_t member : chosen_) {
      set.ids.push_back(gaps_.relevant[member]);
      if (wishes_.keeps_purchases_apart && members_[member].adjustment->is_bought_once()) {
        set.bought_once.push_back(gaps_.relevant[member]);
      }
    }
    std::sort(set.ids.begin(), set.ids.end());
    std::sort(set.bought_once.begin(), set.bought_once.end());
    return set;
  }

  void Keep(const Doable& doable, Score worth) {
    AdjustmentSet set = SetOfChosen(doable, worth);
    const auto [place, is_new] = position_of_.try_emplace({doable.tasks, doable.holding, set.bought_once}, result_.sets.size());
    if (is_new) {
      result_.sets.push_back(std::move(set));
      return;
    }
    AdjustmentSet& kept = result_.sets[place->second];
    if (worth > kept.worth || (worth == kept.worth && CompareSets(set.ids, kept.ids) < 0)) {
      kept = std::move(set);
    }
  }

  const GapTable& gaps_;
  const Spending& most_;
  int64_t visits_left_;
  const SetWishes& wishes_;
  const size_t signature_count_;
  const size_t member_count_;
  const size_t max_size_;
  std::vector<Member> members_;
  size_t columns_ = 1;
  std::vector<int> to_come_;
  std::vector<uint8_t> sums_;   // One row for each number of chosen members.
  std::vector<size_t> chosen_;  // Ascending.
  absl::flat_hash_map<std::tuple<TaskSet, TaskSet, std::vector<AdjustmentIndex>>, size_t> position_of_;  // Never walked.
  AdjustmentSets result_;
};

}  // namespace

Spending Spending::Plus(const CompiledAdjustment& adjustment) const {
  Spending sum = *this;
  sum.employer += adjustment.funder == Funder::kEmployer ? adjustment.first_year_cost : Pence{0};
  sum.access_to_work += adjustment.funder == Funder::kAccessToWork ? adjustment.first_year_cost : Pence{0};
  sum.provider += adjustment.funder == Funder::kProvider ? adjustment.first_year_cost : Pence{0};
  sum.coworker += adjustment.coworker_minutes;
  sum.support += adjustment.support_minutes;
  return sum;
}

bool Spending::IsWithin(const Spending& most) const {
  return employer <= most.employer && access_to_work <= most.access_to_work && provider <= most.provider &&
         coworker <= most.coworker && support <= most.support;
}

std::strong_ordering CompareSets(const std::vector<AdjustmentIndex>& a, const std::vector<AdjustmentIndex>& b) {
  if (a.size() != b.size()) {
    return a.size() <=> b.size();
  }
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin());
  return in_a == a.end() ? std::strong_ordering::equal : in_a->value() <=> in_b->value();
}

AdjustmentSets EnumerateSets(const CompiledMarket& market, const GapTable& gaps, const AdjustmentLimits& limits,
                             int64_t max_visits, const SetWishes& wishes) {
  return Enumerator(market, gaps, limits, max_visits, wishes).Run();
}

void KeepFrontier(std::vector<AdjustmentSet>& sets) {
  const auto comes_first = [](const AdjustmentSet& a, const AdjustmentSet& b) {
    return a.worth != b.worth ? a.worth > b.worth : CompareSets(a.ids, b.ids) < 0;
  };
  const auto does_as_much = [](const AdjustmentSet& a, const AdjustmentSet& b) {
    return (b.doable.tasks & ~a.doable.tasks) == 0 && (b.doable.holding & ~a.doable.holding) == 0 &&
           std::includes(b.bought_once.begin(), b.bought_once.end(), a.bought_once.begin(), a.bought_once.end());
  };
  std::sort(sets.begin(), sets.end(), comes_first);
  size_t kept = 0;
  for (AdjustmentSet& set : sets) {
    const auto end = sets.begin() + static_cast<std::ptrdiff_t>(kept);
    if (std::none_of(sets.begin(), end, [&](const AdjustmentSet& other) { return does_as_much(other, set); })) {
      std::swap(sets[kept++], set);
    }
  }
  sets.resize(kept);
}

}  // namespace jobcarve
