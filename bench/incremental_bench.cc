// How long one change takes: incremental_bench FAMILY [LEFTS [OPERATIONS]]. Prints microseconds of CPU time, p50, p99 and max: of
// the re-optimisation alone, and with the edits. At the end the certificate is checked.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "graph_families.h"
#include "jobcarve/base/check.h"
#include "jobcarve/base/rng.h"
#include "jobcarve/match/certificate.h"
#include "jobcarve/match/incremental.h"
#include "jobcarve/match/match.h"

namespace jobcarve::bench {
namespace {

// CPU time of this thread, in microseconds: what others do on the machine counts little.
double Now() {
  timespec now = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

// Times of one kind of operation.
class Times {
 public:
  explicit Times(const char* name) : name_(name) {}
  // `edit` changes `subject`; then it is optimised.
  template <typename Edit>
  void Time(IncrementalMatching& subject, const Edit& edit) {
    const double start = Now();
    edit();
    const double edited = Now();
    moved_ += subject.Optimise().size();
    const double done = Now();
    optimise_.push_back(done - edited);
    all_.push_back(done - start);
  }
  void Print() {
    if (all_.empty()) {
      return;
    }
    std::printf("%-16s n=%zu moved=%.2f  optimise %s  with edits %s\n", name_, all_.size(),
                static_cast<double>(moved_) / static_cast<double>(all_.size()), Summary(optimise_).c_str(),
                Summary(all_).c_str());
  }

 private:
  static std::string Summary(std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    char text[100];
    std::snprintf(text, sizeof(text), "%9.2f %9.2f %9.2f", times[times.size() / 2], times[times.size() * 99 / 100], times.back());
    return text;
  }

  const char* name_;
  size_t moved_ = 0;
  std::vector<double> optimise_;
  std::vector<double> all_;
};

std::vector<Edge> EdgesOf(const BipartiteGraph& graph, LeftIndex left) {
  std::vector<Edge> edges;
  for (const EdgeIndex edge : graph.EdgesOf(left)) {
    edges.push_back({.left = left, .right = graph.right(edge), .weight = graph.weight(edge)});
  }
  return edges;
}

GraphFamily FamilyNamed(const std::string& name) {
  for (const GraphFamily family : AllFamilies()) {
    if (NameOf(family) == name) {
      return family;
    }
  }
  std::fprintf(stderr, "no family '%s'\n", name.c_str());
  std::exit(2);
}

void Run(const std::string& family, size_t left_count, int operations) {
  const size_t right_count = left_count / 4;
  const BipartiteGraph graph =
      MakeGraph({.family = FamilyNamed(family), .left_count = left_count, .right_count = right_count, .degree = 20}, 1);
  int64_t greatest = 1;
  for (size_t e = 0; e < graph.edge_count(); ++e) {
    greatest = std::max(greatest, graph.weight(EdgeIndex(e)));
  }
  double start = Now();
  absl::StatusOr<Matching> matching = Match(graph);
  const double solved = (Now() - start) / 1e3;
  start = Now();
  absl::StatusOr<IncrementalMatching> made = IncrementalMatching::Create(graph, *matching);
  JOBCARVE_CHECK(made.ok());
  IncrementalMatching subject = *std::move(made);
  std::printf("%s %zu: Match %.0f ms, Create %.0f ms\n", family.c_str(), left_count, solved, (Now() - start) / 1e3);

  Times nothing("nothing");  // What measuring itself costs.
  for (int operation = 0; operation < operations; ++operation) {
    nothing.Time(subject, [] {});
  }
  nothing.Print();
  Rng rng(7);
  Times remove("remove a left"), add("add it back"), reweight("reweight a right");
  for (int operation = 0; operation < operations; ++operation) {
    const LeftIndex left(static_cast<size_t>(rng.Below(static_cast<int64_t>(left_count))));
    std::vector<Edge> edges = EdgesOf(graph, left);
    for (Edge& edge : edges) {
      edge.weight = rng.Between(1, greatest);
    }
    remove.Time(subject, [&] { JOBCARVE_CHECK(subject.RemoveLeft(left).ok()); });
    add.Time(subject, [&] {
      JOBCARVE_CHECK(subject.AddLeft().value() == left);
      for (const Edge& edge : edges) {
        JOBCARVE_CHECK(subject.AddEdge(edge).ok());
      }
    });
  }
  std::vector<std::vector<EdgeIndex>> edges_of(right_count);
  for (size_t e = 0; e < subject.edge_count(); ++e) {
    edges_of[subject.edge(EdgeIndex(e)).right.value()].push_back(EdgeIndex(e));
  }
  for (int operation = 0; operation < operations; ++operation) {
    const size_t right = static_cast<size_t>(rng.Below(static_cast<int64_t>(right_count)));
    std::vector<int64_t> weights;
    for (size_t i = 0; i < edges_of[right].size(); ++i) {
      weights.push_back(rng.Between(1, greatest));
    }
    reweight.Time(subject, [&] {
      for (size_t i = 0; i < weights.size(); ++i) {
        JOBCARVE_CHECK(subject.SetWeight(edges_of[right][i], weights[i]).ok());
      }
    });
  }
  remove.Print();
  add.Print();
  reweight.Print();
  std::vector<double> asked;
  for (int operation = 0; operation < operations / 200; ++operation) {
    const LeftIndex left(static_cast<size_t>(rng.Below(static_cast<int64_t>(left_count))));
    start = Now();
    JOBCARVE_CHECK(subject.Alternatives(left, 5).ok());
    asked.push_back((Now() - start));
  }
  std::sort(asked.begin(), asked.end());
  if (!asked.empty()) {
    std::printf("%-16s n=%zu  %.2f %.2f %.2f\n", "5 alternatives", asked.size(), asked[asked.size() / 2],
                asked[asked.size() * 99 / 100], asked.back());
  }
  const IncrementalMatching::Snapshot shown = subject.Show();
  JOBCARVE_CHECK(VerifyOptimal(shown.graph, shown.matching).ok());
  std::printf("certificate holds, total %lld\n", static_cast<long long>(shown.matching.total));
}

}  // namespace
}  // namespace jobcarve::bench

int main(int argc, char** argv) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);  // What was measured is seen even if the rest takes too long.
  int lefts = 35'000;
  int operations = 2000;
  if (argc < 2 || (argc > 2 && !absl::SimpleAtoi(argv[2], &lefts)) || (argc > 3 && !absl::SimpleAtoi(argv[3], &operations))) {
    std::fprintf(stderr, "usage: incremental_bench FAMILY [LEFTS [OPERATIONS]]\n");
    return 2;
  }
  jobcarve::bench::Run(argv[1], static_cast<size_t>(lefts), operations);
  return 0;
}
