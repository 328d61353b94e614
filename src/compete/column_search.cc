// At prices p, with u the best surplus of each member's columns, a selection falls short of L = sum of room x p + sum of u by
//   the sum over members of u - surplus(column taken), or u when none is, plus the sum over resources of p x room left,
// its loss; every term is at least 0. So a budget for the loss rules most columns out, and every choice uses some of it up.
// Budgets grow until a selection is found: depth first, the member with the fewest columns in reach first, its cheapest column
// first. What the others lose at least, and the price of room that nobody can fill any more, is set aside. Tested by
// tests/compete/column_search_test.cc.
#include "compete/column_search.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace jobcarve::compete {
namespace {

constexpr int64_t kFirstBudgetParts = 5000;  // The first budget is this part of the bound ...
constexpr int64_t kBudgetGrowthPercent = 170;
constexpr size_t kNone = std::numeric_limits<size_t>::max();

// A member's way: one of its columns, or none.
struct Way {
  int64_t loss = 0;
  size_t column = kNone;
  size_t first_use = 0;  // In Tree::uses_, with positions in the part.
  size_t end_use = 0;
};

// A member that has not chosen, and its ways in reach: a range of the level's list.
struct Open {
  size_t member = 0;
  size_t begin = 0;
  size_t end = 0;
  int64_t least_loss = 0;
};

struct Level {
  std::vector<Open> open;
  std::vector<Way> ways;
};

class Tree {
 public:
  Tree(const Part& part, const Columns& columns, std::span<const int64_t> prices, const Desk& desk)
      : part_(part), prices_(prices.begin(), prices.end()), room_(part.room), covered_(room_.size()), supplied_(room_.size()) {
    for (size_t i = 0; i < room_.size(); ++i) {
      bound_ += room_[i] * prices_[i];
    }
    levels_.resize(part.members.size() + 1);
    for (size_t member = 0; member < part.members.size(); ++member) {
      AddMember(member, columns.Of(member), desk);
    }
  }

  int64_t bound() const { return bound_; }
  int64_t nodes() const { return nodes_; }
  // By member: position of the column, kNone for none. Empty when nothing was found.
  const std::vector<size_t>& found() const { return found_; }

  // Whether all selections that lose at most `budget` were looked at; the best of them is found.
  bool Search(int64_t budget, int64_t max_nodes) {
    budget_ = budget;
    max_nodes_ = max_nodes;
    is_cut_short_ = false;
    levels_.front() = root_;
    choice_.assign(part_.members.size(), kNone);
    Descend(0, 0);
    return !is_cut_short_;
  }

 private:
  void AddMember(size_t member, const std::vector<Column>& columns, const Desk& desk) {
    std::vector<Way> ways = {Way{}};
    std::vector<int64_t> surpluses = {0};
    for (size_t c = 0; c < columns.size(); ++c) {
      Way way = {.loss = 0, .column = c, .first_use = uses_.size(), .end_use = 0};
      int64_t surplus = columns[c].bundle.value;
      for (const Use& use : columns[c].bundle.uses) {
        const size_t position = desk.position[use.resource.value()];
        uses_.push_back({position, use.amount});
        surplus -= prices_[position] * use.amount;
        has_supply_ = has_supply_ || use.amount < 0;
      }
      way.end_use = uses_.size();
      ways.push_back(way);
      surpluses.push_back(surplus);
    }
    const int64_t best = *std::max_element(surpluses.begin(), surpluses.end());
    bound_ += best;
    for (size_t w = 0; w < ways.size(); ++w) {
      ways[w].loss = best - surpluses[w];
    }
    std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.loss < b.loss; });
    root_.open.push_back({.member = member, .begin = root_.ways.size(), .end = root_.ways.size() + ways.size(), .least_loss = 0});
    root_.ways.insert(root_.ways.end(), ways.begin(), ways.end());
  }

  void Descend(size_t depth, int64_t lost) {
    if (++nodes_ > max_nodes_) {
      is_cut_short_ = true;
      return;
    }
    Level& level = levels_[depth];
    if (level.open.empty()) {
      TakeNote(lost);
      return;
    }
    if (!Narrow(level, lost)) {
      return;
    }
    const auto narrowest = std::min_element(level.open.begin(), level.open.end(),
                                            [](const Open& a, const Open& b) { return a.end - a.begin < b.end - b.begin; });
    const Open chosen = *narrowest;
    for (size_t w = chosen.begin; w < chosen.end && !is_cut_short_; ++w) {
      const Way way = level.ways[w];
      if (lost + way.loss > budget_) {
        break;
      }
      Go(depth, chosen.member, way, lost);
    }
  }

  void Go(size_t depth, size_t member, const Way& way, int64_t lost) {
    for (size_t u = way.first_use; u < way.end_use; ++u) {
      room_[uses_[u].first] -= uses_[u].second;
    }
    choice_[member] = way.column;
    Level& next = levels_[depth + 1];
    next.open.clear();
    next.ways.clear();
    for (const Open& open : levels_[depth].open) {
      if (open.member != member) {
        const size_t begin = next.ways.size();
        next.ways.insert(next.ways.end(), levels_[depth].ways.begin() + static_cast<std::ptrdiff_t>(open.begin),
                         levels_[depth].ways.begin() + static_cast<std::ptrdiff_t>(open.end));
        next.open.push_back({.member = open.member, .begin = begin, .end = next.ways.size(), .least_loss = open.least_loss});
      }
    }
    Descend(depth + 1, lost + way.loss);
    choice_[member] = kNone;
    for (size_t u = way.first_use; u < way.end_use; ++u) {
      room_[uses_[u].first] += uses_[u].second;
    }
  }

  // Drops the ways that do not fit or cost more than the budget leaves. False when a member has none left.
  bool Narrow(Level& level, int64_t lost) {
    if (has_supply_) {
      CountSupply(level);
    }
    int64_t least = 0;
    for (Open& open : level.open) {
      Keep(level, open, [&](const Way& way) { return way.loss <= budget_ - lost && FitsNow(way); });
      if (open.begin == open.end) {
        return false;
      }
      open.least_loss = level.ways[open.begin].loss;
      least += open.least_loss;
    }
    const int64_t spare = budget_ - lost - least - PriceOfIdleRoom(level);
    if (spare < 0) {
      return false;
    }
    for (Open& open : level.open) {
      Keep(level, open, [&](const Way& way) { return way.loss - open.least_loss <= spare; });
    }
    return true;
  }

  template <typename Predicate>
  static void Keep(Level& level, Open& open, Predicate predicate) {
    const auto begin = level.ways.begin() + static_cast<std::ptrdiff_t>(open.begin);
    const auto end = level.ways.begin() + static_cast<std::ptrdiff_t>(open.end);
    open.end = static_cast<size_t>(std::stable_partition(begin, end, predicate) - level.ways.begin());
  }

  // What members who have not chosen could still give back.
  void CountSupply(const Level& level) {
    std::fill(supplied_.begin(), supplied_.end(), 0);
    for (const Open& open : level.open) {
      for (size_t w = open.begin; w < open.end; ++w) {
        for (size_t u = level.ways[w].first_use; u < level.ways[w].end_use; ++u) {
          supplied_[uses_[u].first] += std::max<int64_t>(-uses_[u].second, 0);
        }
      }
    }
  }

  bool FitsNow(const Way& way) const {
    for (size_t u = way.first_use; u < way.end_use; ++u) {
      const auto& [position, amount] = uses_[u];
      if (amount > 0 && amount > room_[position] + supplied_[position]) {
        return false;
      }
    }
    return true;
  }

  // The price of the room that stays empty whatever the open members choose of their ways.
  int64_t PriceOfIdleRoom(const Level& level) {
    std::fill(covered_.begin(), covered_.end(), 0);
    for (const Open& open : level.open) {
      for (size_t w = open.begin; w < open.end; ++w) {
        for (size_t u = level.ways[w].first_use; u < level.ways[w].end_use; ++u) {
          covered_[uses_[u].first] += std::max<int64_t>(uses_[u].second, 0);
        }
      }
    }
    int64_t price = 0;
    for (size_t i = 0; i < room_.size(); ++i) {
      price += std::max<int64_t>(room_[i] - covered_[i], 0) * prices_[i];
    }
    return price;
  }

  void TakeNote(int64_t lost) {
    for (size_t i = 0; i < room_.size(); ++i) {
      if (room_[i] < 0) {
        return;
      }
      lost += room_[i] * prices_[i];
    }
    if (lost <= budget_) {
      found_ = choice_;
      budget_ = lost - 1;
    }
  }

  const Part& part_;
  const std::vector<int64_t> prices_;
  std::vector<int64_t> room_;
  std::vector<int64_t> covered_;
  std::vector<int64_t> supplied_;
  std::vector<std::pair<size_t, int64_t>> uses_;
  Level root_;                 // Nobody has chosen, nothing is ruled out.
  std::vector<Level> levels_;  // By number of members who have.
  std::vector<size_t> choice_;
  std::vector<size_t> found_;
  int64_t bound_ = 0;
  int64_t budget_ = 0;
  int64_t nodes_ = 0;
  int64_t max_nodes_ = 0;
  bool has_supply_ = false;
  bool is_cut_short_ = false;
};

}  // namespace

ColumnSearch SearchColumns(const Part& part, const Columns& columns, std::span<const int64_t> prices, int64_t value,
                           int64_t max_nodes, const Desk& desk) {
  Tree tree(part, columns, prices, desk);
  ColumnSearch search;
  const int64_t worst = tree.bound() - value - 1;  // A greater loss is not better.
  int64_t budget = std::min(worst, std::max<int64_t>(tree.bound() / kFirstBudgetParts, 1));
  while (worst >= 0) {
    search.is_cut_short = !tree.Search(budget, max_nodes);
    if (search.is_cut_short || !tree.found().empty() || budget == worst) {
      break;
    }
    budget = std::min(worst, budget * kBudgetGrowthPercent / 100 + 1);
  }
  search.nodes = tree.nodes();
  if (!tree.found().empty()) {
    search.better.emplace(part.members.size());
    for (size_t member = 0; member < part.members.size(); ++member) {
      if (const size_t c = tree.found()[member]; c != kNone) {
        const Column& column = columns.Of(member)[c];
        (*search.better)[member] = Offer{.work = column.work, .surplus = 0, .bundle = column.bundle};
      }
    }
  }
  return search;
}

}  // namespace jobcarve::compete
