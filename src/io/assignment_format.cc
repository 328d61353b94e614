// One pass over the bytes with a cursor, no tokens stored: numbers are read digit by digit where they stand, which keeps pace
// with the disk on files of hundreds of megabytes. Tested by tests/io/assignment_format_test.cc.
#include "jobcarve/io/assignment_format.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "jobcarve/base/status_macros.h"

namespace jobcarve::io {
namespace {

constexpr int64_t kMaxNodes = static_cast<int64_t>(2 * kMaxNodesPerSide);
constexpr size_t kShortestArc = sizeof("a 1 2 3") - 1;
constexpr size_t kMaxQuoted = 40;  // Bytes of the input that a message repeats.

bool IsBlank(char c) {
  return c == ' ' || c == '\t';
}
bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

struct Range {
  int64_t low = 0;
  int64_t high = 0;
};

// One line, read from left to right.
class Line {
 public:
  Line(const char* begin, const char* end, size_t number) : at_(begin), end_(end), number_(number) {}

  absl::Status Fault(absl::string_view what) const {
    return absl::InvalidArgumentError(absl::StrCat("line ", number_, ": ", what));
  }

  // The next word; empty at the end of the line.
  absl::string_view Word() {
    while (at_ != end_ && IsBlank(*at_)) {
      ++at_;
    }
    const char* begin = at_;
    while (at_ != end_ && !IsBlank(*at_)) {
      ++at_;
    }
    return absl::string_view(begin, static_cast<size_t>(at_ - begin));
  }

  // The next word as a whole number in `range`, called `name` in messages.
  absl::StatusOr<int64_t> Number(absl::string_view name, Range range) {
    const std::optional<int64_t> number = ReadNumber();
    if (number.has_value() && *number >= range.low && *number <= range.high) {
      return *number;
    }
    return BadNumber(name, range);
  }

  // The next word when it is a whole number of at most 18 digits. Cheaper than Number, as arcs need it.
  std::optional<int64_t> ReadNumber() {
    while (at_ != end_ && IsBlank(*at_)) {
      ++at_;
    }
    word_ = at_;
    const bool is_negative = at_ != end_ && *at_ == '-';
    at_ += is_negative ? 1 : 0;
    const char* first_digit = at_;
    int64_t magnitude = 0;
    while (at_ != end_ && IsDigit(*at_) && at_ - first_digit < 18) {
      magnitude = magnitude * 10 + (*at_ - '0');
      ++at_;
    }
    if (at_ == first_digit || (at_ != end_ && !IsBlank(*at_))) {
      return std::nullopt;
    }
    return is_negative ? -magnitude : magnitude;
  }

  // Says what is wrong with the word that ReadNumber looked at last.
  absl::Status BadNumber(absl::string_view name, Range range) {
    at_ = word_;
    const absl::string_view word = Word();
    if (word.empty()) {
      return Fault(absl::StrCat(name, " is missing; it must be a whole number in [", range.low, ", ", range.high, "]"));
    }
    return Fault(absl::StrCat(name, " '", absl::CHexEscape(word.substr(0, kMaxQuoted)), "' is not a whole number in [", range.low,
                              ", ", range.high, "]"));
  }

  absl::Status End() {
    const absl::string_view surplus = Word();
    if (surplus.empty()) {
      return absl::OkStatus();
    }
    return Fault(absl::StrCat("'", absl::CHexEscape(surplus.substr(0, kMaxQuoted)), "' follows the last field"));
  }

 private:
  const char* at_;
  const char* end_;
  const char* word_ = nullptr;
  size_t number_;
};

// A capacity or tier waits for the end of the file, when it is known which nodes are right nodes.
struct Remark {
  int64_t node = 0;
  int32_t value = 0;
  size_t line = 0;
};

class Reader {
 public:
  absl::StatusOr<TieredGraph> Read(absl::string_view text);

 private:
  absl::Status ReadLine(Line line);
  absl::Status ReadComment(Line line);
  absl::StatusOr<Remark> ReadRemark(Line line, absl::string_view name, Range range) const;
  absl::Status ReadProblem(Line line);
  absl::Status ReadLeftNode(Line line);
  absl::Status ReadArc(Line line);
  absl::StatusOr<std::vector<int32_t>> Capacities() const;
  absl::StatusOr<IndexedVector<LeftIndex, int32_t>> Tiers() const;

  std::optional<int64_t> node_count_;  // Set by the `p` line.
  int64_t arc_count_ = 0;
  int64_t left_count_ = 0;
  size_t line_number_ = 0;
  size_t text_size_ = 0;
  std::vector<Remark> capacities_;
  std::vector<Remark> tiers_;
  std::vector<Edge> edges_;
};

absl::StatusOr<TieredGraph> Reader::Read(absl::string_view text) {
  text_size_ = text.size();
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const size_t left_over = static_cast<size_t>(end - at);
    const void* newline = std::char_traits<char>::find(at, left_over, '\n');
    const char* line_end = newline == nullptr ? end : static_cast<const char*>(newline);
    const char* trimmed = line_end != at && line_end[-1] == '\r' ? line_end - 1 : line_end;
    ++line_number_;
    JOBCARVE_RETURN_IF_ERROR(ReadLine(Line(at, trimmed, line_number_)));
    at = newline == nullptr ? end : line_end + 1;
  }
  const Line last("", "", line_number_);
  if (!node_count_.has_value()) {
    return last.Fault("the file ends without a 'p asn NODES ARCS' line");
  }
  if (static_cast<int64_t>(edges_.size()) != arc_count_) {
    return last.Fault(absl::StrCat("the file ends after ", edges_.size(), " 'a' lines, but the 'p' line promised ", arc_count_));
  }
  JOBCARVE_ASSIGN_OR_RETURN(std::vector<int32_t> capacities, Capacities());
  TieredGraph tiered;
  JOBCARVE_ASSIGN_OR_RETURN(tiered.tiers, Tiers());
  JOBCARVE_ASSIGN_OR_RETURN(tiered.graph,
                            BipartiteGraph::Create(static_cast<size_t>(left_count_), std::move(capacities), edges_));
  return tiered;
}

absl::Status Reader::ReadLine(Line line) {
  const absl::string_view kind = line.Word();
  if (kind == "a") {
    return ReadArc(line);
  }
  if (kind == "n") {
    return ReadLeftNode(line);
  }
  if (kind == "c") {
    return ReadComment(line);
  }
  if (kind == "p") {
    return ReadProblem(line);
  }
  if (kind.empty()) {
    return absl::OkStatus();
  }
  return line.Fault(
      absl::StrCat("'", absl::CHexEscape(kind.substr(0, kMaxQuoted)), "' begins no kind of line; 'c', 'p', 'n' and 'a' do"));
}

absl::Status Reader::ReadComment(Line line) {
  const absl::string_view topic = line.Word();
  if (topic == "capacity") {
    JOBCARVE_ASSIGN_OR_RETURN(const Remark capacity, ReadRemark(line, topic, {.low = 0, .high = INT32_MAX}));
    capacities_.push_back(capacity);
  } else if (topic == "tier") {
    JOBCARVE_ASSIGN_OR_RETURN(const Remark tier, ReadRemark(line, topic, {.low = INT32_MIN, .high = INT32_MAX}));
    tiers_.push_back(tier);
  }
  return absl::OkStatus();
}

absl::StatusOr<Remark> Reader::ReadRemark(Line line, absl::string_view name, Range range) const {
  if (!node_count_.has_value()) {
    return line.Fault(absl::StrCat("a ", name, " comes before the 'p asn NODES ARCS' line"));
  }
  JOBCARVE_ASSIGN_OR_RETURN(const int64_t node, line.Number("node", {.low = 1, .high = *node_count_}));
  JOBCARVE_ASSIGN_OR_RETURN(const int64_t value, line.Number(name, range));
  JOBCARVE_RETURN_IF_ERROR(line.End());
  return Remark{.node = node, .value = static_cast<int32_t>(value), .line = line_number_};
}

absl::Status Reader::ReadProblem(Line line) {
  if (node_count_.has_value()) {
    return line.Fault("a second 'p' line");
  }
  if (const absl::string_view problem = line.Word(); problem != "asn") {
    return line.Fault(absl::StrCat("problem '", absl::CHexEscape(problem.substr(0, kMaxQuoted)), "' is not 'asn'"));
  }
  JOBCARVE_ASSIGN_OR_RETURN(const int64_t node_count, line.Number("number of nodes", {.low = 0, .high = kMaxNodes}));
  JOBCARVE_ASSIGN_OR_RETURN(arc_count_, line.Number("number of arcs", {.low = 0, .high = static_cast<int64_t>(kMaxEdges)}));
  node_count_ = node_count;
  edges_.reserve(std::min(static_cast<size_t>(arc_count_), text_size_ / kShortestArc));  // Believe no promise beyond the text.
  return line.End();
}

absl::Status Reader::ReadLeftNode(Line line) {
  if (!node_count_.has_value()) {
    return line.Fault("an 'n' line comes before the 'p asn NODES ARCS' line");
  }
  if (!edges_.empty()) {
    return line.Fault("an 'n' line comes after an 'a' line; all left nodes must be listed before the first arc");
  }
  JOBCARVE_ASSIGN_OR_RETURN(const int64_t node, line.Number("left node", {.low = 1, .high = *node_count_}));
  if (node != left_count_ + 1) {
    return line.Fault(
        absl::StrCat("left node ", node, " where ", left_count_ + 1, " was expected; left nodes are listed as 1, 2, 3, ..."));
  }
  left_count_ = node;
  return line.End();
}

absl::Status Reader::ReadArc(Line line) {
  if (!node_count_.has_value()) {
    return line.Fault("an 'a' line comes before the 'p asn NODES ARCS' line");
  }
  if (left_count_ == 0) {
    return line.Fault("an 'a' line, but no 'n' line has named a left node");
  }
  const std::optional<int64_t> left = line.ReadNumber();
  if (!left.has_value() || *left < 1 || *left > left_count_) {
    return line.BadNumber("left node", {.low = 1, .high = left_count_});
  }
  const std::optional<int64_t> right = line.ReadNumber();
  if (!right.has_value() || *right <= left_count_ || *right > *node_count_) {
    return line.BadNumber("right node", {.low = left_count_ + 1, .high = *node_count_});
  }
  const std::optional<int64_t> weight = line.ReadNumber();
  if (!weight.has_value() || *weight < -kMaxWeight || *weight > kMaxWeight) {
    return line.BadNumber("weight", {.low = -kMaxWeight, .high = kMaxWeight});
  }
  if (static_cast<int64_t>(edges_.size()) == arc_count_) {
    return line.Fault(absl::StrCat("more 'a' lines than the ", arc_count_, " that the 'p' line promised"));
  }
  edges_.push_back({.left = LeftIndex(static_cast<size_t>(*left - 1)),
                    .right = RightIndex(static_cast<size_t>(*right - left_count_ - 1)),
                    .weight = *weight});
  return line.End();
}

absl::StatusOr<std::vector<int32_t>> Reader::Capacities() const {
  const size_t right_count = static_cast<size_t>(*node_count_ - left_count_);
  std::vector<int32_t> capacities(right_count, 1);
  std::vector<bool> is_given(right_count, false);
  for (const Remark& capacity : capacities_) {
    const Line line("", "", capacity.line);
    if (capacity.node <= left_count_) {
      return line.Fault(
          absl::StrCat("a capacity for left node ", capacity.node, "; right nodes are ", left_count_ + 1, " to ", *node_count_));
    }
    const size_t right = static_cast<size_t>(capacity.node - left_count_ - 1);
    if (is_given[right]) {
      return line.Fault(absl::StrCat("a second capacity for right node ", capacity.node));
    }
    is_given[right] = true;
    capacities[right] = capacity.value;
  }
  return capacities;
}

absl::StatusOr<IndexedVector<LeftIndex, int32_t>> Reader::Tiers() const {
  const size_t left_count = static_cast<size_t>(left_count_);
  IndexedVector<LeftIndex, int32_t> tiers(left_count, 0);
  std::vector<bool> is_given(left_count, false);
  for (const Remark& tier : tiers_) {
    const Line line("", "", tier.line);
    if (tier.node > left_count_) {
      return line.Fault(absl::StrCat("a tier for right node ", tier.node, "; left nodes are 1 to ", left_count_));
    }
    const LeftIndex left(static_cast<size_t>(tier.node - 1));
    if (is_given[left.value()]) {
      return line.Fault(absl::StrCat("a second tier for left node ", tier.node));
    }
    is_given[left.value()] = true;
    tiers[left] = tier.value;
  }
  return tiers;
}

}  // namespace

absl::StatusOr<TieredGraph> ParseTieredAssignment(absl::string_view text) {
  return Reader().Read(text);
}

absl::StatusOr<BipartiteGraph> ParseAssignment(absl::string_view text) {
  JOBCARVE_ASSIGN_OR_RETURN(TieredGraph tiered, ParseTieredAssignment(text));
  return std::move(tiered.graph);
}

std::string FormatAssignment(const BipartiteGraph& graph, const IndexedVector<LeftIndex, int32_t>& tiers) {
  std::string text = absl::StrCat("p asn ", graph.left_count() + graph.right_count(), " ", graph.edge_count(), "\n");
  for (const LeftIndex left : graph.Lefts()) {
    absl::StrAppend(&text, "n ", left.value() + 1, "\n");
  }
  const size_t first_right = graph.left_count() + 1;
  for (const RightIndex right : graph.Rights()) {
    if (graph.capacity(right) != 1) {
      absl::StrAppend(&text, "c capacity ", first_right + right.value(), " ", graph.capacity(right), "\n");
    }
  }
  for (const LeftIndex left : tiers.Indices()) {
    if (tiers[left] != 0) {
      absl::StrAppend(&text, "c tier ", left.value() + 1, " ", tiers[left], "\n");
    }
  }
  for (const LeftIndex left : graph.Lefts()) {
    for (const EdgeIndex edge : graph.EdgesOf(left)) {
      absl::StrAppend(&text, "a ", left.value() + 1, " ", first_right + graph.right(edge).value(), " ", graph.weight(edge), "\n");
    }
  }
  return text;
}

}  // namespace jobcarve::io
