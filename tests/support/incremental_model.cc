#include "support/incremental_model.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/str_cat.h"

namespace jobcarve::test {
namespace {

using Draw = absl::FunctionRef<size_t(size_t)>;

// Puts an item at a position that may be the next after the last.
template <typename T>
void Put(std::vector<T>& list, size_t position, const T& item) {
  list.resize(std::max(list.size(), position + 1));
  list[position] = item;
}

int64_t PinCount(const IncrementalModel& model, size_t right) {
  return std::count_if(model.edges.begin(), model.edges.end(),
                       [&](const IncrementalModel::Offer& e) { return e.exists && e.is_pinned && e.right == right; });
}

// Makes changes of one kind in both, and compares the verdicts.
class Changer {
 public:
  Changer(IncrementalModel& model, IncrementalMatching& subject, const ChangeRanges& ranges, Draw draw)
      : model_(model), subject_(subject), ranges_(ranges), draw_(draw) {}

  std::string Run() {
    switch (draw_(16)) {
      case 0:
        return AddLeft();
      case 1:
        return RemoveLeft();
      case 2:
        return AddRight();
      case 3:
        return RemoveRight();
      case 4:
      case 5:
        return SetCapacity();
      case 6:
      case 7:
        return AddEdge();
      case 8:
        return RemoveEdge();
      case 9:
        return Pin();
      case 10:
        return Unpin();
      case 11:
        return Forbid();
      case 12:
        return Allow();
      default:
        return SetWeight();
    }
  }

 private:
  // Now and then one more than there are.
  size_t AnyLeft() { return draw_(model_.lefts.size() + 1); }
  size_t AnyRight() { return draw_(model_.rights.size() + 1); }
  size_t AnyEdge() { return draw_(model_.edges.size() + 1); }
  bool LeftExists(size_t l) const { return l < model_.lefts.size() && model_.lefts[l]; }
  bool RightExists(size_t r) const { return r < model_.rights.size() && model_.rights[r].has_value(); }
  bool EdgeExists(size_t e) const { return e < model_.edges.size() && model_.edges[e].exists; }
  int64_t AnyWeight() {
    return draw_(50) == 0 ? (draw_(2) == 0 ? kMaxWeight + 1 : -kMaxWeight - 1) : ranges_.weights[draw_(ranges_.weights.size())];
  }
  int32_t AnyCapacity() {
    return draw_(20) == 0 ? -1 : static_cast<int32_t>(draw_(static_cast<size_t>(ranges_.max_capacity) + 1));
  }
  static bool IsWeight(int64_t weight) { return weight >= -kMaxWeight && weight <= kMaxWeight; }
  static std::string Verdict(const absl::Status& status, bool is_right, const std::string& what) {
    if (status.ok() == is_right) {
      return "";
    }
    return absl::StrCat(what, is_right ? " was refused: " : " was accepted ", status.ToString());
  }

  std::string AddLeft() {
    const size_t count = static_cast<size_t>(std::count(model_.lefts.begin(), model_.lefts.end(), true));
    if (count >= ranges_.max_lefts) {
      return "";
    }
    const absl::StatusOr<LeftIndex> left = subject_.AddLeft();
    if (!left.ok() || LeftExists(left->value())) {
      return "AddLeft gave no new number";
    }
    Put(model_.lefts, left->value(), true);
    Put(model_.before, left->value(), std::optional<size_t>());
    return "";
  }

  std::string RemoveLeft() {
    const size_t left = AnyLeft();
    const bool is_right = LeftExists(left);
    if (is_right) {
      model_.lefts[left] = false;
      model_.before[left].reset();
      for (IncrementalModel::Offer& edge : model_.edges) {
        edge.exists = edge.exists && edge.left != left;
      }
    }
    return Verdict(subject_.RemoveLeft(LeftIndex(left)), is_right, absl::StrCat("RemoveLeft ", left));
  }

  std::string AddRight() {
    const auto exists = [](const std::optional<int32_t>& capacity) { return capacity.has_value(); };
    if (static_cast<size_t>(std::count_if(model_.rights.begin(), model_.rights.end(), exists)) >= ranges_.max_rights) {
      return "";
    }
    const int32_t capacity = AnyCapacity();
    const absl::StatusOr<RightIndex> right = subject_.AddRight(capacity);
    if (capacity >= 0 && right.ok()) {
      if (RightExists(right->value())) {
        return "AddRight gave no new number";
      }
      Put(model_.rights, right->value(), std::optional(capacity));
    }
    return Verdict(right.status(), capacity >= 0, absl::StrCat("AddRight ", capacity));
  }

  std::string RemoveRight() {
    const size_t right = AnyRight();
    const bool is_right = RightExists(right) && PinCount(model_, right) == 0;
    if (is_right) {
      model_.rights[right].reset();
      for (IncrementalModel::Offer& edge : model_.edges) {
        edge.exists = edge.exists && edge.right != right;
      }
    }
    return Verdict(subject_.RemoveRight(RightIndex(right)), is_right, absl::StrCat("RemoveRight ", right));
  }

  std::string SetCapacity() {
    const size_t right = AnyRight();
    const int32_t capacity = AnyCapacity();
    const bool is_right = RightExists(right) && capacity >= PinCount(model_, right);
    if (is_right) {
      model_.rights[right] = capacity;
    }
    return Verdict(subject_.SetCapacity(RightIndex(right), capacity), is_right,
                   absl::StrCat("SetCapacity ", right, " to ", capacity));
  }

  std::string AddEdge() {
    const auto exists = [](const IncrementalModel::Offer& edge) { return edge.exists; };
    if (static_cast<size_t>(std::count_if(model_.edges.begin(), model_.edges.end(), exists)) >= ranges_.max_edges) {
      return "";
    }
    const IncrementalModel::Offer offer = {.exists = true, .left = AnyLeft(), .right = AnyRight(), .weight = AnyWeight()};
    const bool is_right = LeftExists(offer.left) && RightExists(offer.right) && IsWeight(offer.weight);
    const absl::StatusOr<EdgeIndex> edge =
        subject_.AddEdge({.left = LeftIndex(offer.left), .right = RightIndex(offer.right), .weight = offer.weight});
    if (is_right && edge.ok()) {
      if (EdgeExists(edge->value())) {
        return "AddEdge gave no new number";
      }
      Put(model_.edges, edge->value(), offer);
    }
    return Verdict(edge.status(), is_right, absl::StrCat("AddEdge ", offer.left, " ", offer.right, " ", offer.weight));
  }

  std::string RemoveEdge() {
    const size_t edge = AnyEdge();
    const bool is_right = EdgeExists(edge) && !model_.edges[edge].is_pinned;
    if (is_right) {
      model_.edges[edge].exists = false;
    }
    return Verdict(subject_.RemoveEdge(EdgeIndex(edge)), is_right, absl::StrCat("RemoveEdge ", edge));
  }

  std::string SetWeight() {
    const size_t edge = AnyEdge();
    const int64_t weight = AnyWeight();
    const bool is_right = EdgeExists(edge) && IsWeight(weight);
    if (is_right) {
      model_.edges[edge].weight = weight;
    }
    return Verdict(subject_.SetWeight(EdgeIndex(edge), weight), is_right, absl::StrCat("SetWeight ", edge, " to ", weight));
  }

  std::string Pin() {
    const size_t edge = AnyEdge();
    bool is_right = EdgeExists(edge);
    if (is_right && !model_.edges[edge].is_pinned) {
      const IncrementalModel::Offer& offer = model_.edges[edge];
      is_right = !offer.is_forbidden && PinCount(model_, offer.right) < *model_.rights[offer.right];
      for (const IncrementalModel::Offer& other : model_.edges) {
        is_right = is_right && !(other.exists && other.is_pinned && other.left == offer.left);
      }
    }
    if (is_right) {
      model_.edges[edge].is_pinned = true;
    }
    return Verdict(subject_.Pin(EdgeIndex(edge)), is_right, absl::StrCat("Pin ", edge));
  }

  std::string Unpin() {
    const size_t edge = AnyEdge();
    if (EdgeExists(edge)) {
      model_.edges[edge].is_pinned = false;
    }
    return Verdict(subject_.Unpin(EdgeIndex(edge)), EdgeExists(edge), absl::StrCat("Unpin ", edge));
  }

  std::string Forbid() {
    const size_t edge = AnyEdge();
    const bool is_right = EdgeExists(edge) && !model_.edges[edge].is_pinned;
    if (is_right) {
      model_.edges[edge].is_forbidden = true;
    }
    return Verdict(subject_.Forbid(EdgeIndex(edge)), is_right, absl::StrCat("Forbid ", edge));
  }

  std::string Allow() {
    const size_t edge = AnyEdge();
    if (EdgeExists(edge)) {
      model_.edges[edge].is_forbidden = false;
    }
    return Verdict(subject_.Allow(EdgeIndex(edge)), EdgeExists(edge), absl::StrCat("Allow ", edge));
  }

  IncrementalModel& model_;
  IncrementalMatching& subject_;
  const ChangeRanges& ranges_;
  Draw draw_;
};

}  // namespace

IncrementalModel::IncrementalModel(const BipartiteGraph& graph, const Matching& matching)
    : lefts(graph.left_count(), true), before(graph.left_count()) {
  for (const RightIndex right : graph.Rights()) {
    rights.push_back(graph.capacity(right));
  }
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      edges.push_back({.exists = true, .left = left.value(), .right = graph.right(edge).value(), .weight = graph.weight(edge)});
    }
  }
  for (const EdgeIndex edge : matching.edges) {
    before[edges[edge.value()].left] = edges[edge.value()].right;
  }
}

bool IncrementalModel::IsPinned(size_t left) const {
  return std::any_of(edges.begin(), edges.end(), [&](const Offer& e) { return e.exists && e.is_pinned && e.left == left; });
}

void IncrementalModel::Enumerate(size_t left, std::vector<int32_t>& places, Optimum so_far, std::optional<Optimum>& best) const {
  if (left == lefts.size()) {
    if (!best.has_value() || std::tuple(best->total, best->kept) < std::tuple(so_far.total, so_far.kept)) {
      best = so_far;
    }
    return;
  }
  const bool is_pinned = IsPinned(left);
  if (!is_pinned) {
    Enumerate(left + 1, places, so_far, best);
  }
  for (const Offer& edge : edges) {
    const bool is_open = edge.is_pinned || (!is_pinned && !edge.is_forbidden && edge.weight > 0);
    if (!edge.exists || edge.left != left || !is_open || places[edge.right] == 0) {
      continue;
    }
    --places[edge.right];
    Enumerate(left + 1, places, {so_far.total + edge.weight, so_far.kept + (before[left] == edge.right ? 1 : 0)}, best);
    ++places[edge.right];
  }
}

IncrementalModel::Optimum IncrementalModel::Best() const {
  std::vector<int32_t> places;
  for (const std::optional<int32_t>& capacity : rights) {
    places.push_back(capacity.value_or(0));
  }
  std::optional<Optimum> best;
  Enumerate(0, places, {}, best);
  return best.value_or(Optimum());
}

std::optional<IncrementalModel::Optimum> IncrementalModel::BestWith(size_t left, std::optional<size_t> edge) const {
  IncrementalModel forced = *this;
  for (Offer& other : forced.edges) {
    other.exists = other.exists && other.left != left;
  }
  int64_t weight = 0;
  int64_t kept = 0;
  if (edge.has_value()) {
    const Offer& offer = edges[*edge];
    if (*forced.rights[offer.right] == PinCount(*this, offer.right)) {
      return std::nullopt;
    }
    --*forced.rights[offer.right];
    weight = offer.weight;
    kept = before[left] == offer.right ? 1 : 0;
  }
  const Optimum rest = forced.Best();
  return Optimum{.total = rest.total + weight, .kept = rest.kept + kept};
}

IncrementalModel::Optimum IncrementalModel::Of(const IncrementalMatching& subject) const {
  Optimum found;
  for (size_t left = 0; left < lefts.size(); ++left) {
    if (const std::optional<EdgeIndex> held = subject.EdgeHeldBy(LeftIndex(left))) {
      found.total += edges[held->value()].weight;
      found.kept += before[left] == edges[held->value()].right ? 1 : 0;
    }
  }
  return found;
}

std::optional<size_t> IncrementalModel::RightHeldBy(size_t left, const IncrementalMatching& subject) const {
  const std::optional<EdgeIndex> held = subject.EdgeHeldBy(LeftIndex(left));
  if (!held.has_value()) {
    return std::nullopt;
  }
  return edges[held->value()].right;
}

void IncrementalModel::KeepWhatIsHeld(const IncrementalMatching& subject) {
  for (size_t left = 0; left < lefts.size(); ++left) {
    before[left] = RightHeldBy(left, subject);
  }
}

std::vector<LeftIndex> IncrementalModel::MovedIn(const IncrementalMatching& subject) const {
  std::vector<LeftIndex> moved;
  for (size_t left = 0; left < lefts.size(); ++left) {
    if (lefts[left] && RightHeldBy(left, subject) != before[left]) {
      moved.push_back(LeftIndex(left));
    }
  }
  return moved;
}

bool IncrementalModel::CanEnumerate(double ways) const {
  double product = 1;
  for (size_t left = 0; left < lefts.size(); ++left) {
    product *= 1.0 + static_cast<double>(
                         std::count_if(edges.begin(), edges.end(), [&](const Offer& e) { return e.exists && e.left == left; }));
  }
  return product <= ways;
}

std::string IncrementalModel::Describe() const {
  std::string text;
  for (size_t right = 0; right < rights.size(); ++right) {
    absl::StrAppend(&text, "r", right, ":", rights[right].value_or(-1), " ");
  }
  for (size_t e = 0; e < edges.size(); ++e) {
    const Offer& edge = edges[e];
    if (edge.exists) {
      absl::StrAppend(&text, "e", e, "{", edge.left, ",", edge.right, ",", edge.weight, edge.is_pinned ? ",pinned" : "",
                      edge.is_forbidden ? ",forbidden" : "", before[edge.left] == edge.right ? ",before} " : "} ");
    }
  }
  return text;
}

std::string ChangeBoth(IncrementalModel& model, IncrementalMatching& subject, const ChangeRanges& ranges, Draw draw_below) {
  return Changer(model, subject, ranges, draw_below).Run();
}

}  // namespace jobcarve::test
