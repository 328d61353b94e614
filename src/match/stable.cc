// Deferred acceptance: the nodes of one side offer their edges, best first, for as long as they have places; the other side
// keeps the best of what it was offered so far and refuses the rest, for good. Who proposes gets the best stable matching of
// all, in whatever order the offers are made. Both variants are the same code with the sides exchanged.
// Tested by tests/match/stable_test.cc and tests/match/stable_oracle_test.cc.
#include "jobcarve/match/stable.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace jobcarve {
namespace {

// What the two sides have in common for the code below: their nodes, and for each edge its node and its score there.
class LeftSide {
 public:
  explicit LeftSide(const BipartiteGraph& graph) : graph_(graph) {
    node_of_.reserve(graph.edge_count());
    for (const LeftIndex left : graph.Lefts()) {
      for (size_t i = 0; i < graph.EdgesOf(left).size(); ++i) {
        node_of_.push_back(left);
      }
    }
  }
  size_t size() const { return graph_.left_count(); }
  size_t capacity(size_t) const { return 1; }
  size_t node(EdgeIndex edge) const { return node_of_[edge].value(); }
  int64_t score(EdgeIndex edge) const { return graph_.weight(edge); }

 private:
  const BipartiteGraph& graph_;
  IndexedVector<EdgeIndex, LeftIndex> node_of_;
};

class RightSide {
 public:
  RightSide(const BipartiteGraph& graph, std::optional<std::span<const int64_t>> scores) : graph_(graph), scores_(scores) {}
  size_t size() const { return graph_.right_count(); }
  size_t capacity(size_t node) const { return static_cast<size_t>(graph_.capacity(RightIndex(node))); }
  size_t node(EdgeIndex edge) const { return graph_.right(edge).value(); }
  int64_t score(EdgeIndex edge) const { return scores_.has_value() ? (*scores_)[edge.value()] : graph_.weight(edge); }

 private:
  const BipartiteGraph& graph_;
  std::optional<std::span<const int64_t>> scores_;
};

// An edge as one of its nodes sees it, and the number of the other.
struct Offer {
  int64_t score = 0;
  EdgeIndex edge;
  uint32_t from = 0;
};

bool IsBetter(const Offer& one, const Offer& other) {
  return one.score != other.score ? one.score > other.score : one.edge < other.edge;
}

// Where the edges of each node begin when they are put in order of the nodes of one side; the last entry is their number.
template <typename Side>
std::vector<size_t> RowBegins(const Side& side, const std::vector<EdgeIndex>& edges) {
  std::vector<size_t> begins(side.size() + 1, 0);
  for (const EdgeIndex edge : edges) {
    ++begins[side.node(edge) + 1];
  }
  for (size_t node = 0; node < side.size(); ++node) {
    begins[node + 1] += begins[node];
  }
  return begins;
}

// What the nodes of one side may still offer, best first, and how many places they have left.
class Proposers {
 public:
  template <typename Side>
  Proposers(const Side& side, const std::vector<EdgeIndex>& acceptable) : edges_(acceptable.size()) {
    const std::vector<size_t> begins = RowBegins(side, acceptable);
    std::vector<size_t> ends(begins.begin(), begins.end() - 1);
    for (const EdgeIndex edge : acceptable) {
      edges_[ends[side.node(edge)]++] = edge;
    }
    std::vector<Offer> row;
    for (size_t node = 0; node < side.size(); ++node) {
      row.clear();
      for (size_t i = begins[node]; i < begins[node + 1]; ++i) {
        row.push_back({.score = side.score(edges_[i]), .edge = edges_[i]});
      }
      std::sort(row.begin(), row.end(), IsBetter);
      for (size_t i = 0; i < row.size(); ++i) {
        edges_[begins[node] + i] = row[i].edge;
      }
      nodes_.push_back({.next = begins[node], .end = begins[node + 1], .room = side.capacity(node)});
    }
  }

  size_t size() const { return nodes_.size(); }
  bool HasOffer(size_t node) const { return nodes_[node].room > 0 && nodes_[node].next < nodes_[node].end; }
  EdgeIndex TakeOffer(size_t node) {
    --nodes_[node].room;
    return edges_[nodes_[node].next++];
  }
  // A place that an offer had taken is free again; true when the node had no other.
  bool FreePlace(size_t node) { return nodes_[node].room++ == 0; }

 private:
  struct Node {
    size_t next = 0;  // Into edges_.
    size_t end = 0;
    size_t room = 0;
  };
  std::vector<EdgeIndex> edges_;  // By node.
  std::vector<Node> nodes_;
};

// What the nodes of the other side hold: for each a heap with its worst offer in front.
class Holders {
 public:
  template <typename Side>
  Holders(const Side& side, const std::vector<EdgeIndex>& acceptable) {
    const std::vector<size_t> begins = RowBegins(side, acceptable);
    size_t places = 0;
    for (size_t node = 0; node < side.size(); ++node) {
      const size_t useful = std::min(begins[node + 1] - begins[node], side.capacity(node));
      nodes_.push_back({.bar = 0, .begin = places, .capacity = static_cast<uint32_t>(useful)});
      places += useful;
    }
    offers_.resize(places);
  }

  // Takes `offer`, and returns what there is no place for now, if anything: the worst offer held, or `offer` itself.
  std::optional<Offer> Take(size_t to, const Offer& offer) {
    Node& node = nodes_[to];
    if (node.capacity == 0 || offer.score < node.bar) {
      return offer;
    }
    Offer* const begin = offers_.data() + node.begin;
    if (node.size < node.capacity) {
      begin[node.size++] = offer;
      std::push_heap(begin, begin + node.size, IsBetter);
      node.bar = node.size == node.capacity ? begin->score : 0;
      return std::nullopt;
    }
    if (IsBetter(*begin, offer)) {
      return offer;
    }
    Offer* const end = begin + node.size;
    std::pop_heap(begin, end, IsBetter);
    const Offer refused = std::exchange(*(end - 1), offer);
    std::push_heap(begin, end, IsBetter);
    node.bar = begin->score;
    return refused;
  }

  std::vector<EdgeIndex> Ascending() const {
    std::vector<EdgeIndex> edges;
    for (const Node& node : nodes_) {
      for (size_t i = node.begin; i < node.begin + node.size; ++i) {
        edges.push_back(offers_[i].edge);
      }
    }
    std::sort(edges.begin(), edges.end());
    return edges;
  }

 private:
  struct Node {
    int64_t bar = 0;   // Offers with a lower score are refused: the worst score held, once full. Saves looking at the heap.
    size_t begin = 0;  // Into offers_.
    uint32_t capacity = 0;
    uint32_t size = 0;
  };
  std::vector<Node> nodes_;
  std::vector<Offer> offers_;
};

// In rounds, each in the order of node numbers: neighbouring nodes lie together in memory.
template <typename ProposingSide, typename AnsweringSide>
std::vector<EdgeIndex> DeferredAcceptance(const ProposingSide& proposing, const AnsweringSide& answering,
                                          const std::vector<EdgeIndex>& acceptable) {
  Proposers proposers(proposing, acceptable);
  Holders holders(answering, acceptable);
  std::vector<uint32_t> round(proposers.size());
  std::iota(round.begin(), round.end(), 0);
  std::vector<uint32_t> next_round;
  while (!round.empty()) {
    next_round.clear();
    for (const uint32_t node : round) {
      while (proposers.HasOffer(node)) {
        const EdgeIndex edge = proposers.TakeOffer(node);
        const Offer offer = {.score = answering.score(edge), .edge = edge, .from = node};
        if (const std::optional<Offer> refused = holders.Take(answering.node(edge), offer)) {
          if (proposers.FreePlace(refused->from) && refused->from != node) {
            next_round.push_back(refused->from);
          }
        }
      }
    }
    std::sort(next_round.begin(), next_round.end());
    std::swap(round, next_round);
  }
  return holders.Ascending();
}

std::vector<EdgeIndex> AcceptableEdges(const LeftSide& lefts, const RightSide& rights, size_t edge_count) {
  std::vector<EdgeIndex> acceptable;
  acceptable.reserve(edge_count);
  for (size_t e = 0; e < edge_count; ++e) {
    const EdgeIndex edge(e);
    if (lefts.score(edge) > 0 && rights.score(edge) > 0) {
      acceptable.push_back(edge);
    }
  }
  return acceptable;
}

}  // namespace

absl::StatusOr<StableMatching> MatchStable(const BipartiteGraph& graph, const StableOptions& options) {
  if (options.right_scores.has_value() && options.right_scores->size() != graph.edge_count()) {
    return absl::InvalidArgumentError(
        absl::StrCat("right_scores: ", options.right_scores->size(), " of them for ", graph.edge_count(), " edges"));
  }
  const LeftSide lefts(graph);
  const RightSide rights(graph, options.right_scores);
  const std::vector<EdgeIndex> acceptable = AcceptableEdges(lefts, rights, graph.edge_count());
  return StableMatching{.edges = options.variant == StableVariant::kLeftOptimal ? DeferredAcceptance(lefts, rights, acceptable)
                                                                                : DeferredAcceptance(rights, lefts, acceptable)};
}

}  // namespace jobcarve
